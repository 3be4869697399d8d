"""A day in the same month, year or five years as a date of birth, the same for all who were born in it.

>>> birth_day(XmlDate(1980, 11, 17), "year", before=[])
XmlDate(1980, 7, 1)
>>> birth_day(XmlDate(1980, 11, 17), "month", before=[]), birth_day(XmlDate(1984, 11, 17), "five-years", before=[])
(XmlDate(1980, 11, 15), XmlDate(1982, 7, 1))

It is the one in the middle, so that an age comes out right on the average. Nobody starts to work before being born: where the
middle is too late, it is the first day, which is never after the date itself.

>>> birth_day(XmlDate(2017, 1, 3), "year", before=[XmlDate(2017, 2, 1)])
XmlDate(2017, 1, 1)
"""

from __future__ import annotations

from collections.abc import Iterable

from xsdata.models.datatype import XmlDate

from sivi2017.privacy.settings import BirthDate
from sivi2017.rules.datums import day

__all__ = ["birth_day", "is_day"]


def birth_day(date: XmlDate, period: BirthDate, before: Iterable[XmlDate]) -> XmlDate:
    """The day that stands for a date of birth.

    :param before: days that must come after it.
    """
    year, month = date.year, date.month
    start = year - year % 5
    first, middle = {
        "month": ((year, month, 1), (year, month, 15)),
        "year": ((year, 1, 1), (year, 7, 1)),
        "five-years": ((start or 1, 1, 1), (start + 2, 7, 1)),  # there is no year 0
    }[period]
    return XmlDate(*(middle if all(middle < day(other) for other in before) else first))


def is_day(date: XmlDate | None, other: XmlDate) -> bool:
    """Whether a date is the same day as another, whatever their zones."""
    return date is not None and day(date) == day(other)
