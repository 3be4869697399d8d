"""When a sender tells of something."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sivi2017.fakes.dice import Dice

__all__ = ["NEVER", "in_office_hours"]

NEVER = datetime(1, 1, 1)  # noqa: DTZ001 - the messages have no zone
"""Before all that is told."""

_SATURDAY = 5


def in_office_hours(dice: Dice, day: date, after: datetime = NEVER) -> datetime:
    """A moment on a day, or on the Monday after a weekend; always later than what was told before.

    :param after: when that was.
    """
    past = day.weekday() - _SATURDAY
    if past >= 0:
        day += timedelta(days=2 - past)
    moment = datetime(day.year, day.month, day.day, dice.whole(7, 16), dice.whole(0, 59), dice.whole(0, 59))  # noqa: DTZ001 - the messages have no zone
    return moment if moment > after else after + timedelta(minutes=dice.whole(1, 90))
