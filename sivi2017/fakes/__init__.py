"""Any number of invented messages that look like life, from a seed."""
