"""Random objects of the domain for the tests, made from the fields and from what the schema asks of them.

A new field needs no work here, unless it may contradict another: ``_SPECIAL`` and ``_consistent`` know those. Optional parts
are all left out, all given, or some of each; lists are as short or as long as they may be.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args

import attrs
from hypothesis import strategies as st

from sivi2017.codes import Geslachtsaanduiding, Naamvoorkeur, RolContactpersoon, SoortAdres, SoortCommunicatie
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie, Postbusadres, Verpleegadres
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband, Kostenplaats
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor, Contactpersoon, Werkgever
from sivi2017.domain.werknemer import Bankrekening, Partner, Werknemer
from sivi2017.schema.model import Format

DomainClass = TypeVar("DomainClass", bound=Domain)

EMPLOYEE_KINDS = {
    "Verzuimmeldingen": ("01",),
    "WerknemerGegevens": ("01", "02", "04"),
    "Dienstverbanden": ("01", "02", "04"),
}
"""The kinds of address of an employee that a message takes; Dienstverbanden leaves all of them out."""


class Parts(NamedTuple):
    """What goes into a message, right by itself and together."""

    werkgever: Werkgever
    werknemer: Werknemer
    dienstverbanden: tuple[Dienstverband, ...]


# ---- Values -------------------------------------------------------------------------------------------------------------

# Legal, and each of them has been lost or changed somewhere, once.
_ODD = "\t\n\r \x7f\x85\u00a0&<>]\"'\u0301\u200b\u200f\u2028𐐷ẞ"


@cache
def texts(longest: int, *, shortest: int = 1, digits: bool = True) -> st.SearchStrategy[str]:
    """Texts with something to be seen in them, of a few characters or of as many as fit."""
    # What counts as a digit differs with the edition of Unicode; unassigned characters may become one.
    without = ["Cs", "Cc"] if digits else ["Cs", "Cc", "Nd", "Cn"]
    characters = st.characters(
        codec="utf-8",
        exclude_categories=without,  # type: ignore[arg-type]  # str where the stub has a Literal
        exclude_characters="\ufffe\uffff",
    ) | st.sampled_from(_ODD)
    more = st.text(characters, min_size=shortest - 1, max_size=max(min(longest, 6) - 1, shortest - 1))
    seeds = st.builds(lambda text, place: f"{text[:place]}x{text[place:]}", more, st.integers(0, 6))
    return st.one_of(seeds, seeds.map(lambda seed: (seed * longest)[:longest][:-1] + "x"))


def numbers(digits: int) -> st.SearchStrategy[str]:
    """Numbers that are names: leading zeros are part of them, also more of them than there may be digits."""
    return st.one_of(
        st.text("0123456789", min_size=1, max_size=digits), st.sampled_from(["0", "9" * digits, "000" + "9" * digits])
    )


def decimals(form: Format) -> st.SearchStrategy[Decimal]:
    """Numbers with at most two digits after the point, also written with more zeros or with an exponent."""
    assert form.total_digits is not None
    most = 10**form.total_digits - 1
    cents = st.integers(0, most) | st.sampled_from([0, 1, most])
    return cents.map(lambda number: Decimal(number).scaleb(-2)) | st.sampled_from([Decimal("1E+2"), Decimal("7.500")])


def days(first: date = date(1, 1, 2)) -> st.SearchStrategy[date]:
    """Days from the first one that there is."""
    return st.dates(first) | st.sampled_from([date(2016, 2, 29), date(2017, 3, 6), date.max])


def burgerservicenummers() -> st.SearchStrategy[str]:
    """Nine digits, of which the last makes the weighted sum a multiple of eleven."""

    def completed(number: int) -> str:
        while (
            check := sum(int(digit) * weight for digit, weight in zip(f"{number:08}", range(9, 1, -1), strict=True)) % 11
        ) == 10:
            number -= 1
        return f"{number:08}{check}"

    return st.integers(10, 99_999_999).map(completed)


_IBANS = ["NL02ABNA0123456789", "BE71096123456769", "NO8330001234567", "MT31MALT01100000000000000000123"]


@cache
def plain_values(item: DomainField) -> st.SearchStrategy[Any]:
    """Values of a field that holds no other object of the domain."""
    if issubclass(item.type, Enum):
        return st.sampled_from(list(item.type))
    if item.type in (bool, date):
        return days() if item.type is date else st.booleans()
    leaves = [leaf.format for element in item.elements for leaf in (element, *element.children[:1]) if leaf.format]
    return _formed(item.type, leaves[0])


def _formed(value_type: type[Any], form: Format) -> st.SearchStrategy[Any]:
    digits = form.total_digits or 1
    if value_type is int:
        return st.integers(0, 10**digits - 1)
    if value_type is Decimal:
        return decimals(form)
    if form.base == "nonNegativeInteger":
        return numbers(digits)
    return texts(form.length or form.max_length or 0, shortest=form.length or 1, digits=form.pattern is None)


# ---- Objects ------------------------------------------------------------------------------------------------------------

Strategies = dict[str, st.SearchStrategy[Any]]


def values(item: DomainField) -> st.SearchStrategy[Any]:
    """One value of a field."""
    options = get_args(item.type) or (item.type,)
    if issubclass(options[0], Domain):
        return st.one_of([objects(option) for option in options])
    return plain_values(item)


@st.composite
def objects(draw: st.DrawFn, /, domain_class: type[DomainClass], **strategies: st.SearchStrategy[Any]) -> DomainClass:
    """Objects of a domain class.

    :param strategies: of the fields that are drawn otherwise; of a list it gives one value.
    """
    special = {**_SPECIAL.get(domain_class, {}), **strategies}
    chance = draw(st.sampled_from([0, 1, 2]))
    given = {}
    for item in fields_of(domain_class):
        strategy = special[item.name] if item.name in special else values(item)
        if item.several:
            given[item.name] = draw(_lists(item, strategy, chance))
        elif not item.optional or chance == 2 or (chance == 1 and draw(st.booleans())):
            given[item.name] = draw(strategy)
    return domain_class(**_consistent(domain_class, given))


@st.composite
def _lists(draw: st.DrawFn, item: DomainField, strategy: st.SearchStrategy[Any], chance: int) -> list[Any]:
    """As many values as there must be, one more, or the most that there may be; of many only the first differ."""
    least, most = (item.elements[0].minimum, item.elements[0].maximum or 1) if item.elements else (1, 1)
    count = least if chance == 0 else draw(st.sampled_from([least, min(least + 1, most), most]))
    drawn = draw(st.lists(strategy, min_size=min(count, 2), max_size=min(count, 2)))
    return [*drawn, *drawn[-1:] * (count - len(drawn))]


def _of_kinds(domain_class: type[Domain], kinds: tuple[str, ...]) -> st.SearchStrategy[Any]:
    codes: Any = SoortCommunicatie if domain_class is Communicatie else SoortAdres
    return objects(domain_class, soort=st.sampled_from([codes(kind) for kind in kinds]))


_POSTCODES = st.from_regex(r"[1-9][0-9]{3}([A-RT-Z][A-Z]|S[BCE-RT-Z])", fullmatch=True)
_PERCENTAGES = st.integers(0, 10_000).map(lambda number: Decimal(number).scaleb(-2))
_EMPLOYER_NUMBERS = _of_kinds(Communicatie, ("01", "02", "04", "06", "08", "10"))
_SPECIAL: dict[type[Domain], Strategies] = {
    Adres: {"postcode": _POSTCODES},
    Postbusadres: {"postcode": _POSTCODES},
    Bankrekening: {"iban": st.sampled_from(_IBANS)},
    Contactpersoon: {"communicatie": _EMPLOYER_NUMBERS},
    Werkgever: {"communicatie": _EMPLOYER_NUMBERS, "adressen": _of_kinds(Adres, ("01", "02", "03", "05"))},
    Werknemer: {
        "burgerservicenummer": burgerservicenummers(),
        "adressen": _of_kinds(Adres, ("01", "02", "04")),
        "buitenlandse_adressen": _of_kinds(BuitenlandsAdres, ("01", "02", "04")),
    },
    Verzuimmelding: {
        "volgnummer": st.integers(1, 999),
        "verzuimpercentage": _PERCENTAGES,
        "percentage_arbeidstherapie": _PERCENTAGES,
    },
}
"""Strategies of the fields whose values the form alone does not tell."""

_FIRST_DAYS: dict[type[Domain], tuple[str, ...]] = {
    **dict.fromkeys((Adres, BuitenlandsAdres, Postbusadres, Arbeidsrelatie, Kostenplaats), ("ingangsdatum", "einddatum")),
    Werknemer: ("geboortedatum", "overlijdensdatum"),
    Dienstverband: ("ingangsdatum", "einddatum", "geldt_vanaf"),
    Verzuimmelding: ("eerste_verzuimdag", "ingangsdatum", "datum_hersteld"),
}
"""By class the date before which none of the others may lie."""


def _consistent(domain_class: type[Domain], given: dict[str, Any]) -> dict[str, Any]:
    """The values of an object, changed where one contradicts another."""
    if domain_class is Verzuimmelding:
        if given["einde_verzuim"]:
            given.setdefault("datum_hersteld", given["ingangsdatum"])
        else:
            given |= {"datum_hersteld": None, "reden_einde": None}
    if domain_class is Werknemer and "partner" not in given:
        given["naamvoorkeur"] = Naamvoorkeur.EIGEN_NAAM
    if domain_class is Dienstverband and "einddatum" not in given:
        given["reden_einde"] = None
    names = [name for name in _FIRST_DAYS.get(domain_class, ()) if given.get(name) is not None]
    if names and names[0] == _FIRST_DAYS[domain_class][0]:
        earliest = min(names, key=lambda name: given[name])
        given[names[0]], given[earliest] = given[earliest], given[names[0]]
    return given


# ---- What goes together -------------------------------------------------------------------------------------------------


@st.composite
def parts(draw: st.DrawFn, message: str, most: int = 3) -> Parts:
    """An employer, an employee and employments for a message: nothing that it has no place for, and nothing contradictory."""
    kinds = EMPLOYEE_KINDS[message]
    addresses = {"adressen": _of_kinds(Adres, kinds), "buitenlandse_adressen": _of_kinds(BuitenlandsAdres, kinds)}
    werknemer = draw(objects(Werknemer, **addresses))
    keys = draw(st.lists(texts(40), min_size=1, max_size=most, unique=True))
    dienstverbanden = tuple(draw(objects(Dienstverband, id=st.just(key))) for key in keys)
    eve = min(dienstverband.ingangsdatum for dienstverband in dienstverbanden) - timedelta(days=1)
    werknemer = attrs.evolve(werknemer, geboortedatum=min(werknemer.geboortedatum, eve))
    return Parts(draw(objects(Werkgever)), werknemer, dienstverbanden)


def gegevens() -> st.SearchStrategy[dict[str, Any]]:
    """Other data of a report than the events fill by themselves."""
    names = (
        "oorzaak",
        "vangnet",
        "gemeld_op",
        "verwacht_herstel",
        "bijzondere_reden_start",
        "percentage_arbeidstherapie",
        "wazo",
    )
    items = {item.name: item for item in fields_of(Verzuimmelding)}
    strategies = {name: _SPECIAL[Verzuimmelding].get(name, values(items[name])) for name in names}
    return st.fixed_dictionaries({}, optional=strategies)


@st.composite
def gevallen(draw: st.DrawFn) -> Verzuimgeval:
    """Cases of one report of any content, with or without an address of care."""
    melding = draw(objects(Verzuimmelding))
    return Verzuimgeval(meldingen=[melding], verpleegadres=draw(st.none() | verpleegadressen()))


def verpleegadressen() -> st.SearchStrategy[Verpleegadres]:
    """Addresses of care, of which the kind says nothing."""
    plain = st.just(SoortAdres.WOONADRES_OF_HOOFDADRES)
    return objects(Verpleegadres, adres=objects(Adres, soort=plain) | objects(BuitenlandsAdres, soort=plain))


def with_room(werknemer: Werknemer, geval: Verzuimgeval) -> Werknemer:
    """An employee with fewer addresses than there may be, where one of care comes with them."""
    if geval.verpleegadres is None:
        return werknemer
    name = "adressen" if isinstance(geval.verpleegadres.adres, Adres) else "buitenlandse_adressen"
    return attrs.evolve(werknemer, **{name: getattr(werknemer, name)[:8]})


# ---- Small objects ------------------------------------------------------------------------------------------------------

_ADRES: dict[str, Any] = {"postcode": "1234AB", "woonplaats": "Voorbeeldstad", "huisnummer": "1"}
EXAMPLES: dict[type[Domain], dict[str, Any]] = {
    Administratiekantoor: {"naam": "Kantoor Voorbeeld"},
    Adres: _ADRES,
    Arbeidsrelatie: {"id": "AR-1", "ingangsdatum": date(2010, 1, 1), "uren_per_week": 36},
    Bankrekening: {},
    BuitenlandsAdres: {"woonplaats": "Voorbeeldstad", "land_code": "BE", "huisnummer": "1"},
    Communicatie: {"soort": SoortCommunicatie.TELEFOON, "nummer_of_adres": "0101234567"},
    Contactpersoon: {
        "achternaam": "Contact",
        "rol": RolContactpersoon.CODE_01,
        "communicatie": [Communicatie(soort=SoortCommunicatie.TELEFOON, nummer_of_adres="0101234567")],
    },
    Dienstverband: {"id": "DV-1", "ingangsdatum": date(2010, 1, 1), "geldt_vanaf": date(2010, 1, 1), "afdeling_code": "OE-1"},
    Kostenplaats: {"code": "KP-1", "naam": "Oven"},
    Partner: {"achternaam": "Partner"},
    Postbusadres: {"postcode": "1234AB", "woonplaats": "Voorbeeldstad", "postbusnummer": "1"},
    Verpleegadres: {"adres": Adres(**_ADRES)},
    Verzuimmelding: {
        "soort": SoortMelding.ZIEKMELDING,
        "verzuimgeval_id": "VG-1",
        "volgnummer": 1,
        "ingangsdatum": date(2017, 3, 6),
        "eerste_verzuimdag": date(2017, 3, 6),
        "verzuimpercentage": 100,
    },
    Werkgever: {"naam": "Bakkerij Voorbeeld", "id": "WG-1", "aansluitnummer": "AANSL-1"},
    Werknemer: {
        "id": "WN-1",
        "achternaam": "Voorbeeld",
        "voorletters": "ABC",
        "geboortedatum": date(1980, 2, 29),
        "geslacht": Geslachtsaanduiding.VROUW,
    },
}
"""What each class needs, and no more."""


def example(domain_class: type[DomainClass], **given: Any) -> DomainClass:
    """A small object, with some fields of one's own."""
    return domain_class(**{**EXAMPLES[domain_class], **given})
