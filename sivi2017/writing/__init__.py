"""From bindings to bytes: losslessly, in schema order, and only what the schema allows."""
