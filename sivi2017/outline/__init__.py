"""A message as lines of text for a person: Dutch names, values as they were written, and personal data behind a mask."""
