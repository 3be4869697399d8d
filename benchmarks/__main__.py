"""``python -m benchmarks``."""

import sys

if __name__ == "__main__":
    # The processes that check many files import this module too, and need nothing of the benchmarks.
    from benchmarks.command import main

    main(sys.argv[1:])
