"""Numbers with a form or a check of their own, which no schema can say."""

from __future__ import annotations

import re

from stdnum import iban
from stdnum.nl import bsn

__all__ = ["bsn_fault", "iban_fault", "postcode_fault"]

_POSTCODE = re.compile("[1-9][0-9]{3}(?!S[ADS])[A-Z]{2}")
# stdnum takes blanks and small letters, and check digits that only have the right remainder.
_IBAN = re.compile("[A-Z]{2}(?!00|01|99)[0-9]{2}[A-Z0-9]+")


def postcode_fault(postcode: str) -> str | None:
    """What is wrong with a Dutch postcode.

    >>> postcode_fault("2801AB") is None
    True
    """
    if _POSTCODE.fullmatch(postcode):
        return None
    return "must be four digits, the first not 0, and two capitals other than SA, SD and SS"


def bsn_fault(number: str) -> str | None:
    """What is wrong with a burgerservicenummer of nine digits.

    >>> bsn_fault("999990019") is None, bsn_fault("999990018")
    (True, 'must be nine digits that pass the eleven test')
    """
    if len(number) == 9 and number.isdecimal() and bsn.is_valid(number):
        return None
    return "must be nine digits that pass the eleven test"


def iban_fault(number: str) -> str | None:
    """What is wrong with an IBAN.

    >>> iban_fault("NL02ABNA0123456789") is None
    True
    """
    if _IBAN.fullmatch(number) and iban.is_valid(number):
        return None
    return "must be an IBAN without blanks whose check digits are right"
