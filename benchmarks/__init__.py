"""How fast and how large: one command measures this library beside other ways to do the same work.

``python -m benchmarks`` prints a table; see ``benchmarks/README.md``.
"""
