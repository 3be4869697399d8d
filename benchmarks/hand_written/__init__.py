"""What an integrator would write by hand: ElementTree, and the values of a WerknemerGegevens in dataclasses.

It reads and writes the elements that the messages to measure with have, and no others. It looks at no schema and no rule: an
element that is missing is a KeyError, one that is not known is passed over.
"""

from benchmarks.hand_written.reading import read
from benchmarks.hand_written.writing import write

__all__ = ["read", "write"]
