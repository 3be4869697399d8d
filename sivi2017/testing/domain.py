"""Strategies for the objects of the domain, made from their fields and from what the schema asks of them.

A new field needs no work here, unless it may contradict another: ``_SPECIAL`` and ``_consistent`` know those.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args

from attrs import evolve
from hypothesis import strategies as st

from sivi2017.codes import Naamvoorkeur, SoortAdres, SoortCommunicatie
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie, Postbusadres
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.domain.codes_of import kinds_of
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband, Kostenplaats
from sivi2017.domain.werkgever import Administratiekantoor, Contactpersoon, Werkgever
from sivi2017.domain.werknemer import Bankrekening, Werknemer
from sivi2017.schema.model import Element
from sivi2017.testing.levels import Level, checked_level
from sivi2017.testing.numbers import burgerservicenummers, ibans, postcodes
from sivi2017.testing.realistic import realistic_texts, together
from sivi2017.testing.shapes import Shape, shapes, size_of
from sivi2017.testing.values import days, visible_texts

__all__ = ["administratiekantoren", "dienstverbanden_van", "domain_values", "objects", "werkgevers", "werknemers"]

DomainClass = TypeVar("DomainClass", bound=Domain)
Strategies = dict[str, st.SearchStrategy[Any]]


def werkgevers(*, level: Level = "rules", **velden: Any) -> st.SearchStrategy[Werkgever]:
    """Employers.

    :param level: ``schema`` and ``rules`` are the same here: an object of the domain is never wrong by itself.
    :param velden: fields that are not drawn: each a value, or a strategy that gives one.
    """
    return objects(Werkgever, level, velden)


def administratiekantoren(*, level: Level = "rules", **velden: Any) -> st.SearchStrategy[Administratiekantoor]:
    """Accounting offices; see ``werkgevers``."""
    return objects(Administratiekantoor, level, velden)


def werknemers(*, level: Level = "rules", **velden: Any) -> st.SearchStrategy[Werknemer]:
    """Employees; see ``werkgevers``."""
    return objects(Werknemer, level, velden)


def dienstverbanden_van(
    werknemer: Werknemer, *, level: Level = "rules", max_size: int = 3, **velden: Any
) -> st.SearchStrategy[list[Dienstverband]]:
    """One or more employments of an employee: each has a key of its own, and begins after the day of birth.

    :param max_size: how many there are at most.
    :param velden: see ``werkgevers``.
    :raises ValueError: for somebody who is born on the last day of the calendar.
    """
    if werknemer.geboortedatum == date.max:
        raise ValueError("an employment begins after the day of birth, and this one is the last day of the calendar")
    drawn = st.lists(objects(Dienstverband, level, velden), min_size=1, max_size=max_size, unique_by=lambda one: one.id)
    return drawn.map(lambda several: [_after(one, werknemer.geboortedatum, velden) for one in several])


def _after(dienstverband: Dienstverband, day: date, fixed: dict[str, Any]) -> Dienstverband:
    """An employment that begins after a day; dates that were given stay."""
    first = max(dienstverband.ingangsdatum, day + timedelta(days=1))
    moved: dict[str, Any] = {"ingangsdatum": first, "geldt_vanaf": max(dienstverband.geldt_vanaf, first)}
    if dienstverband.einddatum is not None:
        moved["einddatum"] = max(dienstverband.einddatum, first)
    return evolve(dienstverband, **{name: value for name, value in moved.items() if name not in fixed})


def objects(
    domain_class: type[DomainClass], level: Level = "rules", velden: dict[str, Any] | None = None
) -> st.SearchStrategy[DomainClass]:
    """Objects of any class of the domain.

    :raises ValueError: for a field that it does not have.
    """
    given = velden or {}
    unknown = given.keys() - {item.name for item in fields_of(domain_class)}
    if unknown:
        raise ValueError(f"a {domain_class.__name__} has no {', '.join(sorted(unknown))}")
    return _objects(domain_class, checked_level(level), given)


@st.composite
def _objects(draw: st.DrawFn, domain_class: type[DomainClass], level: Level, given: dict[str, Any]) -> DomainClass:
    items = fields_of(domain_class)
    fitting = draw(_fitting(cast("Any", domain_class))) if level == "realistic" else {}
    special = _special(cast("Any", domain_class), level)
    needed = {_NEEDS[name] for name in _NEEDS if name in given} | (_USUAL if level == "realistic" else set())
    shape = draw(shapes())
    values: dict[str, Any] = {}
    for item in items:
        strategy = special[item.name] if item.name in special else domain_values(item, level)
        if item.name in given:
            value = given[item.name]
            values[item.name] = draw(value) if isinstance(value, st.SearchStrategy) else value
        elif item.several:
            values[item.name] = _list(draw, item, strategy, shape)
        elif not item.optional or item.name in needed or shape.has():
            values[item.name] = fitting[item.name] if item.name in fitting else draw(strategy)
    return domain_class(**_consistent(domain_class, values, given))


def _list(draw: st.DrawFn, item: DomainField, strategy: st.SearchStrategy[Any], shape: Shape) -> list[Any]:
    """Several values; of many only the first two differ."""
    element = item.elements[0]
    count = shape.count(element.minimum, element.maximum, size_of(element))
    drawn = [draw(strategy) for _ in range(min(count, 2))]
    return [*drawn, *drawn[-1:] * (count - len(drawn))]


# ---- Values -------------------------------------------------------------------------------------------------------------


def domain_values(item: DomainField, level: Level) -> st.SearchStrategy[Any]:
    """One value of a field."""
    options = get_args(item.type) or (item.type,)
    if issubclass(options[0], Domain):
        return st.one_of([objects(option, level) for option in options])
    if item.type is bool:
        return st.booleans()
    leaves = [leaf for element in item.elements for leaf in (element, *element.children[:1]) if leaf.format]
    if level == "realistic":
        return realistic_texts(leaves[0]).map(lambda text: _typed(item.type, text))
    return _any_value(item.type, leaves[0])


def _typed(value_type: type[Any], text: str) -> Any:
    return date.fromisoformat(text) if value_type is date else value_type(text)


def _any_value(value_type: type[Any], element: Element) -> st.SearchStrategy[Any]:
    form = element.format
    assert form is not None
    if issubclass(value_type, Enum):
        return st.sampled_from(list(value_type))
    if value_type is date:
        return days()
    most = 10 ** (form.total_digits or 1) - 1
    if value_type is int:
        return st.integers(0, most)
    if value_type is Decimal:
        return _decimals(most)
    if form.base == "nonNegativeInteger":
        return st.integers(0, most).map(str) | st.sampled_from([f"{most}", f"000{most}"])
    return visible_texts(form)


def _decimals(most: int) -> st.SearchStrategy[Decimal]:
    cents = st.integers(0, most) | st.sampled_from([most, most // 10])
    return cents.map(lambda number: Decimal(number).scaleb(-2)) | st.sampled_from([Decimal("1E+2"), Decimal("7.500")])


@cache
def _fitting(domain_class: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Values that fit each other, by the names of the fields."""
    by_tag = {item.elements[0].tag: item for item in fields_of(domain_class) if item.elements}

    def typed(found: Mapping[str, str]) -> dict[str, Any]:
        return {by_tag[tag].name: _typed(by_tag[tag].type, text) for tag, text in found.items() if tag in by_tag}

    return together(frozenset(by_tag)).map(typed)


_DAYS = days(last=date(8999, 12, 31))
"""Days with room after them for what comes later: an employment, a case."""


def _of_kinds(domain_class: type[Domain], class_name: str, level: Level) -> st.SearchStrategy[Any]:
    """Addresses or numbers of the kinds that one place takes; a care address belongs to a case."""
    codes: Any = SoortCommunicatie if domain_class is Communicatie else SoortAdres
    kinds = [code for code in codes if code.value in kinds_of(class_name) and code is not SoortAdres.VERPLEEGADRES]
    if level != "realistic":
        return objects(domain_class, level, {"soort": st.sampled_from(kinds)})
    return objects(domain_class, level, {} if domain_class is Communicatie else {"soort": kinds[0]})


@cache
def _special(domain_class: Any, level: Level) -> Strategies:
    """Strategies of the fields whose values the form alone does not tell."""
    numbers = {"communicatie": _of_kinds(Communicatie, "CommunicatieWerkgever", level)}
    by_class: dict[Any, Strategies] = {
        Bankrekening: {"iban": ibans()},
        Contactpersoon: numbers,
        Werkgever: {**numbers, "adressen": _of_kinds(Adres, "StraatadresWerkgever", level)},
        Werknemer: {
            "burgerservicenummer": burgerservicenummers(),
            "adressen": _of_kinds(Adres, "StraatadresNederland", level),
            "buitenlandse_adressen": _of_kinds(BuitenlandsAdres, "StraatadresBuitenland", level),
        },
    }
    # What looks like life has these from its own lists.
    by_level: dict[Any, Strategies] = {
        Adres: {"postcode": postcodes()},
        Postbusadres: {"postcode": postcodes()},
        Werknemer: {"geboortedatum": _DAYS},
        Dienstverband: {"ingangsdatum": _DAYS},
    }
    more = {} if level == "realistic" else by_level.get(domain_class, {})
    return {**by_class.get(domain_class, {}), **more}


# ---- What goes together -------------------------------------------------------------------------------------------------

_USUAL = frozenset({"loonheffingennummer", "kvk_nummer", "afdeling", "functie", "uren_per_week", "roepnaam", "straat"})
"""What somebody who looks like life has."""

_NEEDS = {"naamvoorkeur": "partner", "reden_einde": "einddatum"}
"""By field another that must be there with it."""

_FIRST_DAYS: dict[type[Domain], tuple[str, ...]] = {
    **dict.fromkeys((Adres, BuitenlandsAdres, Postbusadres, Arbeidsrelatie, Kostenplaats), ("ingangsdatum", "einddatum")),
    Werknemer: ("geboortedatum", "overlijdensdatum"),
    Dienstverband: ("ingangsdatum", "einddatum", "geldt_vanaf"),
}
"""By class the date before which none of the others may lie."""


def _consistent(domain_class: type[Domain], values: dict[str, Any], given: Collection[str]) -> dict[str, Any]:
    """The values of an object, changed where one contradicts another; what was given stays."""
    if domain_class is Werknemer and values.get("partner") is None and "naamvoorkeur" not in given:
        values["naamvoorkeur"] = Naamvoorkeur.EIGEN_NAAM
    if domain_class is Dienstverband and values.get("einddatum") is None and "reden_einde" not in given:
        values["reden_einde"] = None
    first, *others = [name for name in _FIRST_DAYS.get(domain_class, ("",)) if values.get(name) is not None] or [""]
    if first == _FIRST_DAYS.get(domain_class, ("",))[0] and others:
        if first not in given:
            values[first] = min(values[first], *(values[name] for name in others if name in given), date.max)
        values |= {name: max(values[name], values[first]) for name in others if name not in given}
    return values
