"""One coupling: its settings, and the messages that it builds with them."""
