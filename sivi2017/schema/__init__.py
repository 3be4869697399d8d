"""The schemas: where the files are, what they say, and whether a message keeps to them."""
