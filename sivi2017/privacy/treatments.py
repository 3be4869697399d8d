"""What a decision does to one value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from attrs import frozen

from sivi2017.binding import FieldPlan, class_plan
from sivi2017.privacy.birth import birth_day, is_day
from sivi2017.privacy.keys import Pseudonyms
from sivi2017.privacy.settings import Settings
from sivi2017.privacy.table import Decision, Treatment
from sivi2017.rules.landcodes import LAND_CODES
from sivi2017.rules.postcode import is_postcode

__all__ = ["Act", "Field", "act_on"]

Act: TypeAlias = Callable[[Any, Any], Any]
"""From a value, and the group that it stands in, to what takes its place; None where nothing does."""

_NO_POSTCODE = "0000AA"
_NO_COUNTRY = "XX"
_DUTCH_POSTCODE = re.compile("([1-9][0-9]{3}) ?[A-Za-z]{2}")


@frozen(eq=False)
class Field:
    """A field that is decided about, with all that the decision needs."""

    decision: Decision
    plan: FieldPlan
    part_class: type[Any]
    """The class of the group that it stands in."""
    settings: Settings
    pseudonyms: Pseudonyms

    def beside(self, tag: str) -> str:
        """The name of another field of the same group."""
        return class_plan(self.part_class)[tag].name


def act_on(field: Field) -> Act:
    """What to do with the values of a field, which is no group and is kept in some way."""
    if field.decision.unless in field.settings.keep:
        return _kept(field)
    return _ACTS[field.decision.treatment](field)


def _kept(_: Field) -> Act:
    return lambda value, _: value


def _pseudonym(field: Field) -> Act:
    kind, longest, pseudonyms = field.decision.detail, field.decision.longest, field.pseudonyms
    return lambda value, _: pseudonyms(kind, value, longest)


def _stand_in(field: Field) -> Act:
    value = field.plan.parse(field.decision.detail)
    return lambda *_: value


def _name(field: Field) -> Act:
    key, pseudonyms = field.beside("IdWrknmr"), field.pseudonyms
    return lambda _, employee: pseudonyms("werknemer", getattr(employee, key))


def _birth_date(field: Field) -> Act:
    employments, period = field.beside("Dnstvbnd"), field.settings.birth_date

    def act(value: Any, employee: Any) -> Any:
        return birth_day(value, period, [item.ingangsdatum for item in getattr(employee, employments)])

    return act


def _day(field: Field) -> Act:
    if "Gebdat" not in class_plan(field.part_class):  # an address: the plan knows whose it is
        return _kept(field)
    birth_date = field.beside("Gebdat")
    return lambda value, employee: None if is_day(value, getattr(employee, birth_date)) else value


def _postcode(_: Field) -> Act:
    # What is no postcode could hold anything, so nothing of it stays; the rules will refuse what stands for it.
    return lambda value, _: f"{value[:4]}AA" if is_postcode(value) else _NO_POSTCODE


def _postcode_digits(_: Field) -> Act:
    def act(value: str, _: object) -> str | None:
        found = _DUTCH_POSTCODE.fullmatch(value)
        return found[1] if found else None

    return act


def _country(_: Field) -> Act:
    return lambda value, _: value if value in LAND_CODES else _NO_COUNTRY


_ACTS: dict[Treatment, Callable[[Field], Act]] = {
    Treatment.KEPT: _kept,
    Treatment.PSEUDONYM: _pseudonym,
    Treatment.STAND_IN: _stand_in,
    Treatment.NAME: _name,
    Treatment.BIRTH_DATE: _birth_date,
    Treatment.POSTCODE: _postcode,
    Treatment.POSTCODE_DIGITS: _postcode_digits,
    Treatment.COUNTRY: _country,
    Treatment.DAY: _day,
}
