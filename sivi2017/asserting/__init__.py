"""What a test says about a message: it is valid, it is wrong in this way, it says the same as that one.

Each function raises ``AssertionError`` with what a person needs to see what is wrong, and works in every test runner. Under
pytest the options of the plugin are the defaults of ``fail_on`` and ``reveal``.

A message may be given as a path, as bytes, as a file open for reading bytes, or as an object of ``sivi2017.bindings``.

>>> findings = assert_invalid(b"not a message", "XML-SYNTAX")
>>> findings[0].line
1
>>> assert_valid(b"not a message")
Traceback (most recent call last):
AssertionError: the message is not valid: 1 error
  line 1: error XML-SYNTAX
    is not XML up to the end of the first tag (line 1, column 1)
"""

from sivi2017.asserting.differences import NEW_IN_EVERY_MESSAGE, Difference, differences
from sivi2017.asserting.outbox import Outbox
from sivi2017.asserting.same import assert_same
from sivi2017.asserting.snapshot import assert_snapshot, snapshot_text
from sivi2017.asserting.validity import assert_invalid, assert_valid

__all__ = [
    "NEW_IN_EVERY_MESSAGE",
    "Difference",
    "Outbox",
    "assert_invalid",
    "assert_same",
    "assert_snapshot",
    "assert_valid",
    "differences",
    "snapshot_text",
]
