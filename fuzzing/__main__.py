"""``python -m fuzzing``."""

import sys

if __name__ == "__main__":
    # The processes that try the inputs import this module too, and need nothing of the command.
    from fuzzing.command import main

    sys.exit(main(sys.argv[1:]))
