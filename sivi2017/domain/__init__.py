"""People, employments and absence in plain Python values: what a message says, without its XML."""
