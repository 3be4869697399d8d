"""Random and hostile input: one command makes it from valid messages, and sees that this library answers.

``python -m fuzzing`` prints what it did and found; see ``fuzzing/README.md``.
"""
