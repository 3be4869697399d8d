"""No text that the builder makes shows a value: no repr, no error, no warning, no finding."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest
from domain_strategies import EXAMPLES, example

from sivi2017.codes import Naamvoorkeur, SoortAdres
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Postbusadres, Verpleegadres
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Bankrekening, Werknemer
from sivi2017.errors import InvalidEvent, InvalidMessage, InvalidValue, NotPermitted
from sivi2017.flows.convert import requestable
from sivi2017.flows.verzuimmutatie import Verzuimregel
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.settings import shortenable
from sivi2017.report import Finding, Severity

KOPPELING = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", gevraagde_gegevens=list(requestable()))

# ---- Values that are known anywhere ----

TEXT, DIGITS = "ЖЩЮ", "7867867867867"
DAY, LATER = date(1878, 7, 28), date(1878, 8, 28)
NUMBER, WHOLE = Decimal("78.68"), 787
_SPECIAL: dict[tuple[type[Domain], str], Any] = {
    (Adres, "postcode"): "7867XQ",
    (Postbusadres, "postcode"): "7867XQ",
    (Bankrekening, "iban"): "NL42ABNA0786786786",
    (Werknemer, "burgerservicenummer"): "786786784",
    (Verzuimmelding, "einde_verzuim"): True,
}
MARKS = (TEXT, "786", "787", "78.6", "1878", "7867XQ", "ABNA")
"""What each of the values has in it, and no sentence of the library."""


def secret(domain_class: type[Domain], item: DomainField) -> Any:
    """A value of a field that nobody may see."""
    if (domain_class, item.name) in _SPECIAL:
        return _SPECIAL[domain_class, item.name]
    plain: dict[type[Any], Any] = {date: DAY, Decimal: NUMBER, int: WHOLE, bool: False}
    if item.type in plain or item.type is str:
        return _text(item) if item.type is str else plain[item.type]
    if domain_class is Verpleegadres and item.name == "adres":
        return full(Adres)
    if issubclass(item.type, Enum):
        return next(iter(item.type))
    return full(item.type)


def _text(item: DomainField) -> str:
    form = next((leaf.format for element in item.elements for leaf in (element, *element.children) if leaf.format), None)
    assert form is not None
    size = form.length or form.max_length or form.total_digits or 0
    return (DIGITS if form.base == "nonNegativeInteger" else TEXT * 9)[: min(size, 12)]


def full(domain_class: type[Domain], **given: Any) -> Any:
    """An object in which every field has a value that nobody may see."""
    values: dict[str, Any] = {}
    for item in fields_of(domain_class):
        value = secret(domain_class, item)
        values[item.name] = [value] if item.several else value
    return domain_class(**{**values, **given})


WERKNEMER, DIENSTVERBAND = full(Werknemer), full(Dienstverband, ingangsdatum=LATER, geldt_vanaf=LATER, einddatum=LATER)
GEVAL = Verzuimgeval(meldingen=[full(Verzuimmelding)], samengesteld_met=TEXT, verpleegadres=full(Verpleegadres))


def shows(told: str) -> list[str]:
    """The values that a text shows."""
    return [mark for mark in MARKS if mark in told]


def told_of(error: BaseException) -> str:
    """All that an error can show, also of what it came from."""
    return "\n".join([str(error), repr(error), *traceback.format_exception(error, limit=0)])


def error_of(domain_class: type[Domain], **values: Any) -> InvalidValue | None:
    """Why an object cannot be made, if it cannot."""
    try:
        domain_class(**values)
    except InvalidValue as error:
        return error
    return None


class Secret:
    """Shows what it holds wherever it is written."""

    def __repr__(self) -> str:
        return TEXT


WRONG = [
    TEXT * 200,
    f"{TEXT}\x00",
    f"{TEXT}1",
    f" {DIGITS}",
    DIGITS * 9,
    f"{DIGITS}.0",
    DAY.isoformat(),
    datetime(1878, 7, 28, 7, 8),  # noqa: DTZ001 - any datetime is wrong
    78.68,
    Decimal("78.6867"),
    Decimal("7867867.86"),
    78678678,
    -787,
    True,
    TEXT.encode(),
    [TEXT],
    {TEXT: TEXT},
    Secret(),
    [Secret()],
    Naamvoorkeur.EIGEN_NAAM,
    full(Adres),
]
FIELDS = [(domain_class, item) for domain_class in DOMAIN_CLASSES for item in fields_of(domain_class)]
OF_FIELDS = pytest.mark.parametrize(
    ("domain_class", "item"), FIELDS, ids=[f"{domain_class.__name__}.{item.name}" for domain_class, item in FIELDS]
)


def test_the_marks_are_in_the_values() -> None:
    written = str(attrs.asdict(GEVAL)) + str(attrs.asdict(WERKNEMER)) + str(attrs.asdict(DIENSTVERBAND))
    assert shows(written + DAY.isoformat()) == list(MARKS)


@pytest.mark.parametrize("domain_class", DOMAIN_CLASSES)
def test_no_repr_shows_a_value(domain_class: type[Domain]) -> None:
    value = DIENSTVERBAND if domain_class is Dienstverband else full(domain_class)
    assert shows(f"{value!r} {value} {[value]}") == []
    assert all(item.name in repr(value) for item in fields_of(domain_class))


def test_no_repr_of_what_holds_objects_shows_a_value() -> None:
    regel = Verzuimregel(WERKNEMER, [(DIENSTVERBAND, [GEVAL])])
    message = KOPPELING.verzuimmeldingen(full(Werkgever), [regel], findings=[])
    for holder in (regel, GEVAL, GEVAL.meldingen, message, KOPPELING.inhoud(message)):
        assert shows(f"{holder!r} {holder}") == []


@OF_FIELDS
def test_no_error_of_a_field_shows_a_value(domain_class: type[Domain], item: DomainField) -> None:
    given = [{item.name: [wrong] if item.several else wrong} for wrong in WRONG]
    errors = [error for error in (error_of(domain_class, **EXAMPLES[domain_class] | wrong) for wrong in given) if error]
    assert len(errors) > len(WRONG) // 2
    for error in errors:
        assert str(error).startswith(f"{domain_class.__name__}.")
        assert shows(told_of(error)) == []


@OF_FIELDS
def test_no_error_shows_a_value_of_another_field(domain_class: type[Domain], item: DomainField) -> None:
    given = {"ingangsdatum": LATER, "geldt_vanaf": LATER} if domain_class is Dienstverband else {}
    with pytest.raises(InvalidValue) as caught:
        full(domain_class, **given | {item.name: Secret()})
    assert shows(told_of(caught.value)) == []


def test_no_contradiction_shows_a_value() -> None:
    later: dict[str, Any] = {"geldt_vanaf": LATER, "ingangsdatum": LATER}
    attempts: list[Callable[[], object]] = [
        lambda: full(Adres, ingangsdatum=LATER),
        lambda: full(Werknemer, geboortedatum=LATER, adressen=[full(Adres, soort=SoortAdres.VERPLEEGADRES)]),
        lambda: full(Werknemer, partner=None, naamvoorkeur=Naamvoorkeur.NAAM_PARTNER),
        lambda: full(Dienstverband, **later),
        lambda: full(Verzuimmelding, eerste_verzuimdag=LATER),
        lambda: full(Verzuimmelding, einde_verzuim=False),
        lambda: full(Verzuimmelding, verzuimpercentage=Decimal("7867.86")),
        lambda: Verzuimgeval(meldingen=[GEVAL.melding] * 2),
    ]
    for attempt in attempts:
        with pytest.raises(InvalidValue) as caught:
            attempt()
        assert shows(told_of(caught.value)) == []


def test_no_event_that_is_refused_shows_a_value() -> None:
    ziek = Verzuimgeval.ziekmelding(id=TEXT, eerste_verzuimdag=LATER)
    closed = ziek.hersteldmelding(per=LATER)
    attempts: list[Callable[[], object]] = [
        lambda: ziek.hersteldmelding(per=DAY),
        lambda: ziek.hersteldmelding(per=Secret()),  # type: ignore[arg-type]  # wrong on purpose
        lambda: ziek.gedeeltelijke_hersteldmelding(per=DAY, verzuimpercentage=NUMBER),
        lambda: ziek.gedeeltelijke_hersteldmelding(per=LATER, verzuimpercentage=787),
        lambda: ziek.gedeeltelijke_hersteldmelding(per=LATER, verzuimpercentage=0),
        lambda: ziek.correctie(id=TEXT),
        lambda: ziek.correctie(ingangsdatum=DAY),
        lambda: closed.correctie(verzuimpercentage=NUMBER),
        lambda: closed.hersteldmelding(per=LATER),
        lambda: closed.intrekking().correctie(id=f"{TEXT}2"),
        lambda: ziek.hersteldmelding(per=LATER, hersteld_volgens_werkgever=Secret()),
    ]
    for attempt in attempts:
        with pytest.raises((InvalidEvent, InvalidValue)) as caught:
            attempt()
        assert shows(told_of(caught.value)) == []


def test_no_message_that_is_refused_shows_a_value() -> None:
    werkgever, young = full(Werkgever), full(Werknemer, geboortedatum=LATER, overlijdensdatum=LATER)
    strict = KOPPELING.met(ernst=dict.fromkeys(("LHN-1", "EDI-1", "TXT-1", "PRV-1", "KVK-1"), Severity.ERROR))
    nine = attrs.evolve(WERKNEMER, adressen=[full(Adres)] * 9)
    by_number = KOPPELING.met(koppelsleutel_werknemer="personeelsnummer", datakluis=True)
    other = attrs.evolve(DIENSTVERBAND, id=f"{TEXT}2", personeelsnummer=f"{TEXT}2")
    attempts: list[Callable[[], object]] = [
        lambda: KOPPELING.verzuimmutatie(werkgever, young, DIENSTVERBAND, GEVAL, findings=[]),
        lambda: KOPPELING.verzuimmutatie(werkgever, nine, DIENSTVERBAND, GEVAL, findings=[]),
        lambda: strict.verzuimmutatie(werkgever, WERKNEMER, DIENSTVERBAND, GEVAL, findings=[]),
        lambda: KOPPELING.verzuimmutatie(werkgever, WERKNEMER, DIENSTVERBAND, Secret(), findings=[]),  # type: ignore[arg-type]  # on purpose
        lambda: KOPPELING.werknemermutatie(werkgever, WERKNEMER, [DIENSTVERBAND]),
        lambda: by_number.werknemermutatie(werkgever, WERKNEMER, [DIENSTVERBAND, other]),
        lambda: by_number.werknemermutatie(werkgever, WERKNEMER, [DIENSTVERBAND] * 2),
        lambda: Verzuimregel(WERKNEMER, [(DIENSTVERBAND, [Secret()])]),  # type: ignore[list-item]  # on purpose
    ]
    for attempt in attempts:
        with pytest.raises((InvalidMessage, InvalidValue, NotPermitted)) as caught:
            attempt()
        assert shows(told_of(caught.value)) == []
        assert shows(repr(getattr(caught.value, "report", ""))) == []


def test_no_finding_and_no_warning_shows_a_value() -> None:
    asking_nothing = KOPPELING.met(gevraagde_gegevens=[], verkorten=shortenable(), lege_waarde="weglaten", datakluis=True)
    findings: list[Finding] = []
    werknemer = attrs.evolve(WERKNEMER, adressen=[full(Adres, soort=SoortAdres.CODE_02)])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for place in (None, findings):
            asking_nothing.verzuimmutatie(full(Werkgever), werknemer, DIENSTVERBAND, GEVAL, findings=place)
            asking_nothing.werknemermutatie(full(Werkgever), werknemer, [DIENSTVERBAND], findings=place)
            asking_nothing.maak(BuitenlandsAdres, findings=place, **EXAMPLES[BuitenlandsAdres], straat=TEXT * 90, regio=" ")
    assert {finding.id for finding in findings} >= {"BLD-NO-PLACE", "BLD-NOT-REQUESTED", "BLD-SHORTENED", "BLD-EMPTY"}
    assert len(caught) == 2
    told = [str(warning.message) for warning in caught] + [f"{finding} {finding!r}" for finding in findings]
    assert shows("\n".join(told)) == []


def test_a_content_that_the_domain_cannot_say_is_refused_without_being_shown() -> None:
    message = KOPPELING.verzuimmutatie(full(Werkgever), WERKNEMER, DIENSTVERBAND, GEVAL, findings=[])
    part = message.werkgever[0].werknemer[0]
    part.voorletters, part.roepnaam, part.burgerservicenummer = TEXT * 9, " ", DIGITS
    with pytest.raises(InvalidValue) as caught:
        KOPPELING.inhoud(message)
    assert len(caught.value.faults) == 3
    assert shows(told_of(caught.value)) == []


def test_a_report_of_every_kind_can_be_full() -> None:
    for soort in SoortMelding:
        assert shows(repr(full(Verzuimmelding, soort=soort))) == []
    assert repr(example(Verzuimmelding)).startswith("<Verzuimmelding: soort, verzuimgeval_id")
