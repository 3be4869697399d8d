"""The two flows: from domain to bindings, and back."""
