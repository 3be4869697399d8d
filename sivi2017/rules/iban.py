"""The IBAN of an employee: a country, two check digits, and the account as that country writes it.

Move the first four characters to the end and read A as 10, B as 11 and so on: the number that results is 1 modulo 97. Each
country has its own length and form besides. On paper there are blanks between groups of four, in a message there are none.
See https://www.swift.com/standards/data-standards/iban-international-bank-account-number.

>>> is_iban("NL91ABNA0417164300")
True
>>> [is_iban(value) for value in ("NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL92ABNA0417164300", "")]
[False, False, False, False]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES", "is_iban"]

# stdnum removes blanks and takes small letters and the digits of any script: what stands on the wire is checked here. The
# remainder cannot tell 00, 01 and 99 from 97, 98 and 02; the check digits of an IBAN are never the former.
_FORM = re.compile("[A-Z]{2}(?!00|01|99)[0-9]{2}[A-Z0-9]+")


def is_iban(value: str) -> bool:
    """Whether a text is an IBAN just as a message must have it."""
    # check_country would also look the bank up in a list that ages: an account with a new bank is no error.
    return _FORM.fullmatch(value) is not None and bool(iban.is_valid(value, check_country=False))


@rule(
    "IBAN-1",
    Severity.ERROR,
    "Iban has the length and form of its country, without blanks, and its check digits fit.",
    "Money for a wrong account number goes nowhere, or to somebody else.",
    on=("Iban",),
)
def passes_the_check(place: Place, _: RuleProfile) -> Iterator[Found]:
    if not is_iban(place.value):
        yield place, "is no IBAN: its length, its form or its check digits are wrong"


RULES = (passes_the_check,)
