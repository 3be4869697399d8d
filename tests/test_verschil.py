"""The difference between two snapshots: sent to a receiver who has replayed the first, it gives the second."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sivi2017 import testing
from sivi2017.codes import Geslachtsaanduiding, SoortAdres
from sivi2017.domain.adres import Adres, Verpleegadres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue
from sivi2017.fakes import Company, Frequencies
from sivi2017.fakes.events import place_of
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.bekend import key_of
from sivi2017.receiving.gevallen_verschil import REPORTED
from sivi2017.receiving.vergelijking import Vergelijking
from sivi2017.receiving.verschil import (
    IncompleteSnapshot,
    Momentopname,
    Persoon,
    Reden,
    Verschil,
    Verzending,
    verschil,
)
from sivi2017.report import Severity

BAKKERIJ = Werkgever(naam="Bakkerij Voorbeeld", id="WG-1", aansluitnummer="AANSL-1", loonheffingennummer="123456782L01")


def koppeling(**changes: Any) -> Koppeling:
    """A coupling with the Datakluis on, whose clock goes on by a minute at every message."""
    moments = iter(datetime(2017, 1, 1) + timedelta(minutes=number) for number in range(100_000))  # noqa: DTZ001 - as the messages
    given = {"inzender": "HR", "ontvanger": "ARBO", "datakluis": True, "klok": lambda: next(moments)}
    return Koppeling(**{**given, **changes})


# What stands after a replay

Stand = dict[str, Any]


def content(momentopname: Momentopname, of: Koppeling) -> Stand:
    """What a snapshot says: of each employee, employment and case by key what the coupling sends; no withdrawn case."""
    sees = Vergelijking(koppeling=of, werkgever=momentopname.werkgever, zonder_namen=False)
    return {
        key_of(of, persoon): (
            {name: getattr(persoon.werknemer, name) for name in sees.werknemer_velden},
            {
                of.sleutel_dienstverband(dienstverband): (
                    {name: getattr(dienstverband, name) for name in sees.dienstverband_velden},
                    {
                        geval.id: {name: getattr(geval.melding, name) for name in REPORTED & sees.melding_velden}
                        for geval in gevallen
                        if geval.status is not Verzuimstatus.INGETROKKEN
                    },
                )
                for dienstverband, gevallen in persoon.dienstverbanden
            },
        )
        for persoon in momentopname.personen
    }


def told(administratie: Administratie, verzendingen: Iterable[Verzending]) -> Administratie:
    """The administratie of a receiver once the messages have come."""
    left_out: list[Any] = []  # what the coupling does not ask for
    messages = [verzending.message(findings=left_out) for verzending in verzendingen]
    return administratie.receive_all(messages)[0]


def numbers(momentopname: Momentopname) -> dict[str, int]:
    return {geval.id: geval.volgnummer for persoon in momentopname.personen for geval in persoon.gevallen}


# Random snapshots

OFTEN = Frequencies(reports=((0.3, 0), (0.7, 3)), second_employment=0.4, leaves=0.3, withdrawn=0.1, wrong_recovery=0.1)
COMPANIES = [Company(employees=3, seed=seed, frequencies=OFTEN) for seed in range(8)]


def snapshot(company: Company, day: int) -> list[Persoon]:
    """The people of a company on a day of the year, with all that was told of them by then."""
    moment = datetime(2017, 1, 1) + timedelta(days=day)  # noqa: DTZ001 - as the messages
    people = []
    for history in company.histories():
        events = [event for event in history.events if event.moment < moment]
        if events:
            last = events[-1]
            cases = {event.geval.id: event.geval for event in events if event.geval is not None}.values()
            on: list[list[Verzuimgeval]] = [[] for _ in last.dienstverbanden]
            for geval in cases:
                on[place_of(geval, len(on))].append(geval)
            people.append(Persoon(last.werknemer, zip(last.dienstverbanden, on, strict=True)))
    return people


def state_of(geval: Verzuimgeval) -> Verzuimgeval:
    """A case of which only the last state is known."""
    melding = geval.melding
    soort = melding.soort if melding.soort is SoortMelding.INTREKKING else SoortMelding.ZIEKMELDING
    bare = evolve(melding, soort=soort, volgnummer=1, acties=(), vrije_tekst=())
    return Verzuimgeval(meldingen=[bare])


@st.composite
def changed_cases(draw: st.DrawFn, geval: Verzuimgeval) -> list[Verzuimgeval]:
    """What became of a case by the next day: anything, told in any way."""
    melding = geval.melding
    later = melding.ingangsdatum + timedelta(draw(st.integers(-3, 30)))
    ways = ["same", "state", "gone", "any state"]
    if geval.status is not Verzuimstatus.INGETROKKEN:
        ways += ["withdrawn", "other key"]
    way = draw(st.sampled_from(ways))
    if way == "gone":
        return []
    if way == "withdrawn":
        geval = geval.intrekking()
    elif way == "other key":
        geval = evolve(geval, meldingen=[evolve(melding, verzuimgeval_id=f"{geval.id}-B", verzuimgeval_id_oud=geval.id)])
    elif way == "any state":
        first = min(melding.eerste_verzuimdag + timedelta(draw(st.integers(-2, 2))), later)
        ended = draw(st.booleans())
        geval = evolve(
            geval,
            meldingen=[
                evolve(
                    melding,
                    soort=SoortMelding.CORRECTIE,
                    eerste_verzuimdag=first,
                    ingangsdatum=later,
                    verzuimpercentage=0 if ended else draw(st.sampled_from([100, 50, 25])),
                    einde_verzuim=ended,
                    datum_hersteld=later if ended else None,
                    hersteld_volgens_werkgever=later if ended else None,
                )
            ],
        )
    return [geval if way in {"same", "withdrawn"} and draw(st.booleans()) else state_of(geval)]


def now_and_then(draw: st.DrawFn, times: int) -> bool:
    return draw(st.integers(1, times)) == times


@st.composite
def changed_employments(draw: st.DrawFn, persoon: Persoon, key: str) -> list[tuple[Dienstverband, list[Verzuimgeval]]]:
    """What became of the employments of somebody, and of the cases on them."""
    pairs = []
    for now, gevallen in persoon.dienstverbanden:
        if now_and_then(draw, 4):
            now = evolve(now, id=f"{now.id}-B", id_oud=now.id)  # noqa: PLW2901 - as it is now
        if now_and_then(draw, 2):
            now = evolve(now, afdeling_code="NIEUW", geldt_vanaf=now.geldt_vanaf + timedelta(draw(st.integers(0, 1))))  # noqa: PLW2901 - as it is now
        if now_and_then(draw, 4):
            now = evolve(now, einddatum=now.ingangsdatum + timedelta(9000))  # noqa: PLW2901 - as it is now
        pairs.append((now, [after for geval in gevallen for after in draw(changed_cases(geval))]))
    if now_and_then(draw, 6):  # the cases are on other employments now
        pairs = [(now, cases) for (now, _), (_, cases) in zip(pairs, reversed(pairs), strict=True)]
    if now_and_then(draw, 4):
        first, _ = pairs[0]
        new = draw(testing.verzuimgevallen(level="realistic", dienstverband=first, id=f"{key}-V", max_events=3))
        if new.id == f"{key}-V":  # no two cases come to have one key
            pairs.append((evolve(first, id=f"{key}-N", id_oud=None), [new if draw(st.booleans()) else state_of(new)]))
    return pairs[1:] if now_and_then(draw, 6) and pairs[1:] else pairs


@st.composite
def changed_people(draw: st.DrawFn, persoon: Persoon) -> list[Persoon]:
    """What became of somebody by the next day."""
    if now_and_then(draw, 6):
        return []
    werknemer = persoon.werknemer
    if now_and_then(draw, 2):
        werknemer = evolve(werknemer, achternaam=f"{werknemer.achternaam}s")
    if now_and_then(draw, 4):
        werknemer = evolve(werknemer, id=f"{werknemer.id}-B", id_oud=werknemer.id)
    return [Persoon(werknemer, draw(changed_employments(persoon, werknemer.id)))]


@st.composite
def two_days(draw: st.DrawFn) -> tuple[Momentopname, Momentopname]:
    """Two snapshots of an employer."""
    company = draw(st.sampled_from(COMPANIES))
    day = draw(st.integers(1, 364))
    before = snapshot(company, day)
    if draw(st.booleans()):
        before = [
            Persoon(one.werknemer, [(item, [state_of(geval) for geval in cases]) for item, cases in one.dienstverbanden])
            for one in before
        ]
    some = snapshot(company, draw(st.integers(day, 365))) if draw(st.booleans()) else before
    after = [changed for one in some for changed in (draw(changed_people(one)) if draw(st.booleans()) else [one])]
    return Momentopname(BAKKERIJ, before), Momentopname(BAKKERIJ, after)


EVERYTHING: dict[str, Any] = {"hoogste_aandeel": 1.0, "alle_gevallen": True}


def check_replay(oud: Momentopname, nieuw: Momentopname, of: Koppeling, verdwenen: date | Mutatie) -> Verschil:
    first = verschil(Momentopname(BAKKERIJ), oud, of, **EVERYTHING)
    known = first.stand()
    receiver = told(Administratie(of), first.verzendingen)
    second = verschil(known, nieuw, of, verdwenen=verdwenen, **EVERYTHING)
    stand = second.stand()
    receiver = told(receiver, second.verzendingen)
    replayed = content(Momentopname.van(receiver.werknemers), of) if stand.personen else {}
    assert replayed == content(stand, of)
    wanted, has = content(nieuw, of), content(stand, of)
    assert verschil(stand, nieuw, of, verdwenen=verdwenen, **EVERYTHING).verzendingen == ()
    if not of.datakluis:
        return second
    left_out = {item.verzuimgeval_id for item in second.weggelaten}
    for key, (werknemer, employments) in wanted.items():
        assert has[key][0] == werknemer
        for name, (dienstverband, cases) in employments.items():
            found, found_cases = has[key][1][name]
            assert found == dienstverband
            assert {k: v for k, v in found_cases.items() if k not in left_out} == {
                k: v for k, v in cases.items() if k not in left_out
            }
        rest = [item for name, (item, _) in has[key][1].items() if name not in employments]
        assert all(item["einddatum"] is not None for item in rest) or any(
            Reden.INTREKKING in item.redenen for item in second.weggelaten
        )
    others = [item for key, (_, employments) in has.items() if key not in wanted for item, _ in employments.values()]
    assert all(item["einddatum"] is not None for item in others)
    return second


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(two_days(), st.sampled_from([date(2090, 1, 1), Mutatie.INTREKKING]))
def test_replaying_the_messages_gives_the_new_snapshot(
    days: tuple[Momentopname, Momentopname], verdwenen: date | Mutatie
) -> None:
    check_replay(*days, koppeling(), verdwenen)


@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
@given(two_days(), st.sampled_from([date(2090, 1, 1), Mutatie.INTREKKING]))
def test_without_datakluis_the_receiver_knows_what_was_told_and_nothing_of_the_healthy(
    days: tuple[Momentopname, Momentopname], verdwenen: date | Mutatie
) -> None:
    second = check_replay(*days, koppeling(datakluis=False), verdwenen)
    employees = [item for item in second.verzendingen if item.geval is None]
    assert all(item.verzuim_gehad for item in employees)
    assert all(part.einddatum is not None for item in employees for part in item.dienstverbanden)


@pytest.mark.parametrize("keep", [lambda geval: geval, state_of], ids=["all reports", "the last state"])
def test_a_year_of_snapshots_ends_as_the_company_does_and_surprises_no_receiver(keep: Any) -> None:
    of = koppeling()
    stand, receiver = Momentopname(BAKKERIJ), Administratie(of)
    company = Company(employees=16, seed=9, frequencies=OFTEN)
    for day in range(5, 366, 15):
        people = [
            Persoon(one.werknemer, [(item, map(keep, cases)) for item, cases in one.dienstverbanden])
            for one in snapshot(company, day)
        ]
        found = verschil(stand, Momentopname(BAKKERIJ, people), of, alle_gevallen=True)
        receiver, stand = told(receiver, found.verzendingen), found.stand()
        assert found.weggelaten == ()
    assert content(Momentopname.van(receiver.werknemers), of) == content(Momentopname(BAKKERIJ, people), of)
    assert {item.id for item in receiver.signalen} <= {"ADM-OPEN-AFTER-DEPARTURE"}


@st.composite
def strangers(draw: st.DrawFn) -> Persoon:
    """Somebody with anything that the domain allows, known from all the reports of a case or from its state."""
    werknemer = draw(testing.werknemers(id="W-1", id_oud=None, geboortedatum=date(1980, 5, 17)))
    werknemer = evolve(  # an absence message has no place for the other kinds
        werknemer,
        adressen=[item for item in werknemer.adressen if item.soort is SoortAdres.WOONADRES_OF_HOOFDADRES],
        buitenlandse_adressen=[
            item for item in werknemer.buitenlandse_adressen if item.soort is SoortAdres.WOONADRES_OF_HOOFDADRES
        ],
    )
    pairs = []
    for place, dienstverband in enumerate(draw(testing.dienstverbanden_van(werknemer, max_size=2, id_oud=None))):
        item = evolve(dienstverband, id=f"D-{place}", personeelsnummer_oud=None)
        history = draw(testing.histories(id=f"V-{place}"))
        # Only one case comes to have another key: two might come to have the same.
        geval = draw(st.sampled_from([geval for geval in history if place == 0 or geval.id == f"V-{place}"]))
        pairs.append((item, [geval if draw(st.booleans()) else state_of(geval)]))
    return Persoon(werknemer, pairs)


@st.composite
def odd_days(draw: st.DrawFn) -> tuple[Momentopname, Momentopname]:
    """Two snapshots of one employee, who has become another one."""
    return Momentopname(BAKKERIJ, [draw(strangers())]), Momentopname(BAKKERIJ, [draw(strangers())])


@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
@given(odd_days(), st.sampled_from([date(9999, 12, 31), Mutatie.INTREKKING]))
def test_whatever_the_domain_can_say_can_change(days: tuple[Momentopname, Momentopname], verdwenen: date | Mutatie) -> None:
    check_replay(*days, koppeling(), verdwenen)


# Employees and employments


def werknemer(number: int = 1, **changes: Any) -> Werknemer:
    given = {"id": f"W-{number}", "achternaam": "Jansen", "voorletters": "A", "geslacht": Geslachtsaanduiding.VROUW}
    return Werknemer(**{**given, "geboortedatum": date(1980, 5, 17), **changes})


def dienstverband(number: int = 1, **changes: Any) -> Dienstverband:
    first = {"ingangsdatum": date(2010, 4, 1), "geldt_vanaf": date(2017, 1, 1)}
    return Dienstverband(**{"id": f"D-{number}", **first, "afdeling_code": "BAK", "personeelsnummer": f"P-{number}", **changes})


def ziek(number: int = 1, **changes: Any) -> Verzuimgeval:
    return Verzuimgeval.ziekmelding(id=f"V-{number}", **{"eerste_verzuimdag": date(2017, 3, 6), **changes})


def persoon(*gevallen: Verzuimgeval, number: int = 1, of: Dienstverband | None = None, **changes: Any) -> Persoon:
    """Somebody with one employment."""
    return Persoon(werknemer(number, **changes), [(of or dienstverband(number), gevallen)])


def opname(*personen: Persoon) -> Momentopname:
    return Momentopname(BAKKERIJ, personen)


def redenen(found: Verschil) -> list[list[str]]:
    """Of each message all that it tells."""
    return [[str(reden) for reden in item.redenen] for item in found.verzendingen]


def codes(item: Verzending) -> tuple[str, list[str]]:
    """The verwerkingscodes of the employee and the employments in a message."""
    (employee,) = item.message().werkgever[0].werknemer  # type: ignore[union-attr]  # no answer is sent here
    return employee.verwerking.value, [part.verwerking.value for part in employee.dienstverband]  # type: ignore[union-attr]  # sent


EINDE = date(2017, 6, 30)


def test_nothing_changed_and_nothing_is_sent() -> None:
    found = verschil(opname(persoon(ziek())), opname(persoon(ziek())), koppeling())
    assert (found.verzendingen, found.weggelaten) == ((), ())
    assert repr(found) == "<Verschil: 0 messages, 0 left out>"


def test_a_new_employee_comes_before_the_absence() -> None:
    found = verschil(opname(), opname(persoon(ziek())), koppeling())
    assert redenen(found) == [["nieuwe werknemer"], ["ziekmelding"]]
    assert codes(found.verzendingen[0]) == ("01", ["01"])
    assert repr(found.verzendingen[0]) == "<Verzending: nieuwe werknemer>"


def test_all_that_changed_of_one_person_is_in_one_message() -> None:
    before = Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(2), []), (dienstverband(3), [])])
    moved = dienstverband(2, afdeling_code="WIN", geldt_vanaf=date(2017, 5, 1))
    after = Persoon(
        werknemer(achternaam="Smit"),
        [(dienstverband(1), []), (moved, []), (dienstverband(3, einddatum=EINDE), []), (dienstverband(4), [])],
    )
    found = verschil(opname(before), opname(after), koppeling())
    assert redenen(found) == [
        ["gewijzigde werknemer", "gewijzigd dienstverband", "uit dienst", "nieuw dienstverband"],
    ]
    assert codes(found.verzendingen[0]) == ("02", ["04", "02", "02", "01"])


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ({}, {"afdeling_code": "WIN", "geldt_vanaf": date(2017, 5, 1)}, "02"),
        ({}, {"afdeling_code": "WIN"}, "03"),
        ({}, {"geldt_vanaf": date(2017, 2, 1)}, "03"),
        ({}, {"ingangsdatum": date(2011, 4, 1)}, "03"),
        ({}, {"einddatum": EINDE}, "02"),
        ({"einddatum": EINDE}, {"einddatum": date(2017, 7, 31)}, "03"),
        ({"einddatum": EINDE}, {}, "03"),
        ({}, {"standplaats_postcode": "2801AB"}, "02"),
    ],
)
def test_a_change_from_a_later_day_is_none_of_what_was_told(before: Any, after: Any, code: str) -> None:
    """What held from the same day already was told wrongly; so was what never changes."""
    old, new = opname(persoon(of=dienstverband(**before))), opname(persoon(of=dienstverband(**after)))
    (item,) = verschil(old, new, koppeling()).verzendingen
    assert codes(item) == ("04", [code])


def test_another_date_of_birth_is_a_correction() -> None:
    found = verschil(opname(persoon()), opname(persoon(geboortedatum=date(1981, 5, 17))), koppeling())
    assert codes(found.verzendingen[0]) == ("03", ["04"])


def test_what_the_coupling_does_not_send_is_no_reason_for_a_message() -> None:
    old, new = opname(persoon()), opname(persoon(burgerservicenummer="123456782"))
    assert redenen(verschil(old, new, koppeling())) == []
    asked = koppeling(gevraagde_gegevens={"burgerservicenummer"})
    assert redenen(verschil(old, new, asked)) == [["gewijzigde werknemer"]]


def test_a_receiver_without_names_is_not_told_of_another_name() -> None:
    old, renamed = opname(persoon()), opname(persoon(achternaam="Smit"))
    assert redenen(verschil(old, renamed, koppeling(), zonder_namen=True)) == []
    left = opname(persoon(of=dienstverband(einddatum=EINDE)))
    (item,) = verschil(old, left, koppeling(), zonder_namen=True).verzendingen
    assert type(item.message()).__name__ == "Dienstverbanden"


def test_a_receiver_without_names_gets_another_name_with_the_next_report() -> None:
    of = koppeling()
    stand = verschil(opname(), opname(persoon()), of, zonder_namen=True).stand()
    first, report = verschil(
        stand, opname(persoon(ziek(), achternaam="Smit", overlijdensdatum=EINDE)), of, zonder_namen=True
    ).verzendingen
    assert (first.geval, report.werknemer.achternaam) == (None, "Smit")


def test_a_departure_comes_after_the_recovery() -> None:
    left = dienstverband(einddatum=EINDE)
    after = persoon(ziek().hersteldmelding(per=date(2017, 6, 12)), of=left, achternaam="Smit")
    found = verschil(opname(persoon(ziek())), opname(after), koppeling())
    assert redenen(found) == [["hersteldmelding"], ["gewijzigde werknemer", "uit dienst"]]
    recovery: Any = found.verzendingen[0].message().werkgever[0].werknemer[0]  # type: ignore[union-attr]  # no answer is sent here
    assert recovery.significant_deel_van_de_achternaam == "Jansen"
    assert recovery.dienstverband[0].einddatum is None


def test_a_departure_comes_first_where_it_tells_of_an_employment_that_a_case_is_on() -> None:
    before = persoon(ziek())
    left, new = dienstverband(einddatum=EINDE), dienstverband(2)
    after = Persoon(werknemer(), [(left, [ziek()]), (new, [ziek(2)])])
    assert redenen(verschil(opname(before), opname(after), koppeling())) == [
        ["uit dienst", "nieuw dienstverband"],
        ["ziekmelding"],
    ]


def test_messages_about_one_employee_are_made_at_different_seconds() -> None:
    found = verschil(opname(), opname(persoon(ziek())), koppeling(klok=lambda: datetime(2017, 3, 6, 23, 59, 59)))  # noqa: DTZ001 - as the messages
    headers = [item.message().bericht_algemeen for item in found.verzendingen]
    assert [(str(one.aanmaakdatum_bericht), str(one.aanmaaktijd_bericht)) for one in headers] == [
        ("2017-03-06", "23:59:59"),
        ("2017-03-07", "00:00:00"),
    ]


# Keys


def test_another_key_is_told_once() -> None:
    of = koppeling()
    before = opname(persoon(ziek()))
    after = opname(persoon(ziek(), id="W-9", id_oud="W-1", of=dienstverband(9, id_oud="D-1", personeelsnummer="P-1")))
    found = verschil(before, after, of)
    assert redenen(found) == [["andere sleutel"]]
    employee = found.verzendingen[0].message().werkgever[0].werknemer[0]  # type: ignore[union-attr]  # no answer is sent here
    assert employee.identificatie_werknemer_oud == "W-1"
    assert employee.dienstverband[0].identificatie_dienstverband_oud == "D-1"
    stand = found.stand()
    assert content(stand, of) == content(after, of)
    assert redenen(verschil(stand, after, of)) == []
    renamed = opname(persoon(ziek(), id="W-9", id_oud="W-1", of=dienstverband(9, id_oud="D-1"), achternaam="Smit"))
    (item,) = verschil(stand, renamed, of).verzendingen
    assert (item.werknemer.id_oud, item.dienstverbanden[0].id_oud) == (None, None)


def test_the_former_key_of_somebody_new_is_told() -> None:
    """The receiver may know it by another way."""
    (item,) = verschil(opname(), opname(persoon(id_oud="W-0")), koppeling()).verzendingen
    assert item.werknemer.id_oud == "W-0"


def test_a_personeelsnummer_can_be_the_key() -> None:
    of = koppeling(koppelsleutel_werknemer="personeelsnummer", koppelsleutel_dienstverband="personeelsnummer")
    new_number = dienstverband(1, personeelsnummer="P-9", personeelsnummer_oud="P-1")
    after = opname(persoon(ziek(), of=new_number))
    found = verschil(opname(persoon(ziek())), after, of)
    assert redenen(found) == [["andere sleutel", "gewijzigd dienstverband"]]
    assert redenen(verschil(found.stand(), after, of)) == []
    renamed = opname(persoon(ziek(), of=new_number, achternaam="Smit"))
    (item,) = verschil(found.stand(), renamed, of).verzendingen
    assert item.dienstverbanden[0].personeelsnummer_oud is None


def test_whose_personeelsnummer_is_another_one_in_a_new_employment_keeps_the_old_ones_under_it() -> None:
    of = koppeling(koppelsleutel_werknemer="personeelsnummer")
    ended = dienstverband(3, einddatum=date(2016, 12, 31), personeelsnummer="P-1")
    before = opname(Persoon(werknemer(), [(dienstverband(1), [ziek()]), (ended, [])]))
    new = dienstverband(2, personeelsnummer="P-9", personeelsnummer_oud="P-1", ingangsdatum=date(2017, 1, 1))
    after = opname(persoon(of=new))
    found = verschil(before, after, of, verdwenen=date(2016, 12, 31))
    assert redenen(found) == [["andere sleutel", "nieuw dienstverband", "uit dienst", "gewijzigd dienstverband"]]
    stand = found.stand()
    assert {item.personeelsnummer for item, _ in stand.personen[0].dienstverbanden} == {"P-9"}
    assert redenen(verschil(stand, after, of)) == []
    (taken_back,) = verschil(before, opname(), of, verdwenen=Mutatie.INTREKKING).verzendingen[1:]
    assert codes(taken_back) == ("05", ["05", "05"])


def test_two_people_with_one_key_are_refused() -> None:
    of = koppeling(koppelsleutel_werknemer="personeelsnummer")
    same = opname(persoon(), persoon(number=2, of=dienstverband(2, personeelsnummer="P-1")))
    with pytest.raises(InvalidValue, match=r"^nieuw: 1 people have the koppelsleutel of somebody else$"):
        verschil(opname(), same, of)
    with pytest.raises(InvalidValue, match=r"^oud: 1 people"):
        verschil(same, opname(), of)


def test_two_employments_with_one_key_are_refused() -> None:
    both = Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(2, personeelsnummer="P-1"), [])])
    with pytest.raises(InvalidValue, match=r"^nieuw: 1 people have two employments with one key$"):
        verschil(opname(), opname(both), koppeling(koppelsleutel_dienstverband="personeelsnummer"))


def test_a_former_key_that_is_somebody_elses_is_refused() -> None:
    after = opname(persoon(), persoon(number=2, id_oud="W-1"))
    with pytest.raises(InvalidValue, match="1 koppelsleutels are the key, or the key until now, of more than one"):
        verschil(opname(persoon()), after, koppeling())


def test_a_case_that_was_somebody_elses_is_refused() -> None:
    with pytest.raises(InvalidValue, match="1 cases have the key of a case of somebody else"):
        verschil(opname(persoon(ziek())), opname(persoon(), persoon(ziek(), number=2)), koppeling())


def test_the_employer_must_be_the_same() -> None:
    other = Momentopname(evolve(BAKKERIJ, aansluitnummer="AANSL-2"))
    with pytest.raises(InvalidValue, match="must be of the same Werkgever as oud"):
        verschil(opname(), other, koppeling())


@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_no_snapshot_or_coupling_is_refused(place: int) -> None:
    given: list[Any] = [opname(), opname(), koppeling()]
    given[place] = None
    with pytest.raises(InvalidValue, match=f"^{['oud', 'nieuw', 'koppeling'][place]}: must be given$"):
        verschil(*given)


# Cases


def test_the_reports_that_were_not_sent_are_sent_one_by_one() -> None:
    told_of = ziek()
    half = told_of.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
    now = half.hersteldmelding(per=date(2017, 3, 20))
    found = verschil(opname(persoon(told_of)), opname(persoon(now)), koppeling())
    assert [(item.geval or told_of).volgnummer for item in found.verzendingen] == [2, 3]
    assert redenen(found) == [["gedeeltelijke hersteldmelding"], ["hersteldmelding"]]
    assert found.stand().personen[0].gevallen == (now,)


def test_a_stand_from_replayed_messages_has_less_in_it_and_does_as_well() -> None:
    """What the coupling does not send is not in the reports that come back."""
    of = koppeling()
    first = ziek(verwacht_herstel=date(2017, 3, 31))
    receiver = told(Administratie(of), verschil(opname(), opname(persoon(first)), of).verzendingen)
    half = first.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
    now = half.hersteldmelding(per=date(2017, 3, 20))
    found = verschil(Momentopname.van(receiver.werknemers), opname(persoon(now)), of)
    assert redenen(found) == [["gedeeltelijke hersteldmelding"], ["hersteldmelding"]]


def test_what_was_made_and_withdrawn_in_between_is_not_told() -> None:
    assert redenen(verschil(opname(persoon()), opname(persoon(ziek().intrekking())), koppeling())) == []


def toestand(**changes: Any) -> Verzuimgeval:
    """A case of which the system only knows how it stands."""
    first = {"soort": SoortMelding.ZIEKMELDING, "volgnummer": 1, "verzuimgeval_id": "V-1", "verzuimpercentage": Decimal(100)}
    days = {"eerste_verzuimdag": date(2017, 3, 6), "ingangsdatum": date(2017, 3, 6)}
    return Verzuimgeval.hervat(**{**first, **days, **changes})


HERSTELD = {
    "einde_verzuim": True,
    "verzuimpercentage": Decimal(0),
    "ingangsdatum": date(2017, 3, 20),
    "datum_hersteld": date(2017, 3, 20),
}
HALF = {"ingangsdatum": date(2017, 3, 13), "verzuimpercentage": Decimal(50)}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({}, HERSTELD, ["hersteldmelding"]),
        ({}, HALF, ["gedeeltelijke hersteldmelding"]),
        (HALF, {"ingangsdatum": date(2017, 3, 20)}, ["gedeeltelijke hersteldmelding"]),
        ({}, {"verzuimpercentage": Decimal(50)}, ["correctie"]),
        (HALF, {}, ["correctie"]),
        ({}, {"ingangsdatum": date(2017, 3, 13)}, ["correctie"]),
        ({}, {"eerste_verzuimdag": date(2017, 3, 3), "ingangsdatum": date(2017, 3, 3)}, ["correctie"]),
        (HERSTELD, {}, ["correctie"]),
        (HERSTELD, HALF, ["correctie"]),
        (HALF, {**HERSTELD, "ingangsdatum": date(2017, 3, 9), "datum_hersteld": date(2017, 3, 9)}, ["correctie"]),
        ({}, {**HERSTELD, "eerste_verzuimdag": date(2017, 3, 3)}, ["hersteldmelding", "correctie"]),
        ({}, {"verzuimgeval_id": "V-9", "verzuimgeval_id_oud": "V-1"}, ["correctie"]),
        ({}, {"vangnet": True}, ["correctie"]),
        ({}, {"verwacht_herstel": date(2017, 4, 1)}, []),
        ({}, {"vrije_tekst": ("Graag bellen",)}, []),
        ({}, {"soort": SoortMelding.INTREKKING}, ["intrekking"]),
    ],
)
def test_the_event_follows_from_how_the_case_stands(before: Any, after: Any, expected: list[str]) -> None:
    of = koppeling()
    old, new = opname(persoon(toestand(**before))), opname(persoon(toestand(**after)))
    found = verschil(old, new, of)
    assert [text for (text,) in redenen(found)] == expected
    assert [(item.geval or ziek()).volgnummer for item in found.verzendingen] == list(range(2, 2 + len(expected)))
    assert content(found.stand(), of) == content(new, of)


def test_a_correctie_says_what_it_corrects() -> None:
    now = toestand(eerste_verzuimdag=date(2017, 3, 3), ingangsdatum=date(2017, 3, 3))
    (item,) = verschil(opname(persoon(ziek())), opname(persoon(now)), koppeling()).verzendingen
    assert item.geval is not None
    melding = item.geval.melding
    assert (melding.eerste_verzuimdag_oud, melding.ingangsdatum_oud) == (date(2017, 3, 6), date(2017, 3, 6))


def test_numbers_go_on_from_what_was_told() -> None:
    """The system of the sender need not keep them: the stand does."""
    of = koppeling()
    stand = opname()
    expected = [("V-1", 1), ("V-1", 2), ("V-1", 3)]
    for number, state in enumerate([{}, HALF, HERSTELD]):
        found = verschil(stand, opname(persoon(toestand(**state))), of)
        stand = found.stand()
        assert numbers(stand) == dict([expected[number]])


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({}, ["ziekmelding"]),
        ({"volgnummer": 7}, ["ziekmelding"]),
        (HALF, ["ziekmelding", "gedeeltelijke hersteldmelding"]),
        (HERSTELD, ["ziekmelding", "hersteldmelding"]),
        ({**HERSTELD, "ingangsdatum": date(2017, 3, 16)}, ["ziekmelding", "hersteldmelding", "correctie"]),
        ({"soort": SoortMelding.CORRECTIE, "verzuimgeval_id_oud": "V-0"}, ["ziekmelding"]),
    ],
)
def test_a_new_case_that_is_known_by_its_state_alone_begins_with_its_ziekmelding(state: Any, expected: list[str]) -> None:
    of = koppeling()
    new = opname(persoon(toestand(**state)))
    found = verschil(opname(persoon()), new, of)
    assert [text for (text,) in redenen(found)] == expected
    assert content(found.stand(), of) == content(new, of)


def test_reports_with_a_gap_are_numbered_anew() -> None:
    first, _, last = (
        ziek()
        .gedeeltelijke_hersteldmelding(per=date(2017, 3, 9), verzuimpercentage=75)
        .hersteldmelding(per=date(2017, 3, 20))
        .meldingen
    )
    gap = Verzuimgeval(meldingen=[first, last])
    assert numbers(verschil(opname(), opname(persoon(gap)), koppeling()).stand()) == {"V-1": 2}
    assert numbers(verschil(opname(persoon(ziek())), opname(persoon(gap)), koppeling()).stand()) == {"V-1": 2}


def test_a_care_address_goes_along_and_is_no_reason_for_a_report() -> None:
    care = Verpleegadres(adres=Adres(postcode="2801AB", woonplaats="Gouda", huisnummer="1"))
    moved = evolve(toestand(), verpleegadres=care)
    assert redenen(verschil(opname(persoon(ziek())), opname(persoon(moved)), koppeling())) == []
    half = evolve(toestand(**HALF), verpleegadres=care)
    (item,) = verschil(opname(persoon(ziek())), opname(persoon(half)), koppeling()).verzendingen
    assert item.geval is not None
    assert item.geval.verpleegadres == care


def test_a_case_whose_key_went_back_is_the_same_case() -> None:
    before, now = ziek().correctie(id="V-9"), toestand()
    assert redenen(verschil(opname(persoon(before)), opname(persoon(now)), koppeling())) == [["correctie"]]


def test_what_no_report_can_say_is_left_out_with_the_reason() -> None:
    withdrawn = verschil(opname(persoon(ziek().intrekking())), opname(persoon(toestand())), koppeling())
    (item,) = withdrawn.weggelaten
    assert (item.redenen, item.verzuimgeval_id, item.werknemer_id) == ((Reden.CORRECTIE,), "V-1", "W-1")
    assert item.waarom == "the case was withdrawn, and a key is never used again"
    assert repr(item) == "<Weggelaten: correctie>"
    (item,) = verschil(opname(persoon()), opname(persoon(toestand(verzuimpercentage=Decimal(0)))), koppeling()).weggelaten
    assert item.redenen == (Reden.ZIEKMELDING,)
    assert "must be above 0" in item.waarom


def test_a_withdrawn_case_stays_withdrawn() -> None:
    state = toestand(soort=SoortMelding.INTREKKING)
    found = verschil(opname(persoon(ziek().intrekking())), opname(persoon(state)), koppeling())
    assert (found.verzendingen, found.weggelaten) == ((), ())


def test_an_open_case_that_is_not_there_any_more_is_withdrawn() -> None:
    found = verschil(opname(persoon(ziek())), opname(persoon()), koppeling())
    assert redenen(found) == [["intrekking"]]
    assert found.stand().personen[0].gevallen[0].status is Verzuimstatus.INGETROKKEN


def test_a_case_that_has_ended_may_be_forgotten_unless_the_snapshot_has_all() -> None:
    ended = ziek().hersteldmelding(per=date(2017, 3, 20))
    before, after = opname(persoon(ended)), opname(persoon())
    found = verschil(before, after, koppeling())
    assert (redenen(found), found.stand().personen[0].gevallen) == ([], (ended,))
    assert redenen(verschil(before, after, koppeling(), alle_gevallen=True)) == [["intrekking"]]


def test_a_case_with_999_reports_cannot_be_withdrawn() -> None:
    full = evolve(ziek(), meldingen=[evolve(ziek().melding, volgnummer=999)])
    (item,) = verschil(opname(persoon(full)), opname(persoon()), koppeling()).weggelaten
    assert "999 reports" in item.waarom


def test_that_a_case_is_on_another_employment_is_told_with_its_next_report() -> None:
    both = [dienstverband(1), dienstverband(2)]
    before = opname(Persoon(werknemer(), zip(both, [[ziek()], []], strict=True)))
    moved = verschil(before, opname(Persoon(werknemer(), zip(both, [[], [ziek()]], strict=True))), koppeling())
    assert redenen(moved) == []
    assert [item.waarom for item in moved.weggelaten] == ["the case is on another employment; the next report on it says so"]
    assert moved.stand() == before
    ended = ziek().hersteldmelding(per=date(2017, 3, 20))
    told_of = verschil(before, opname(Persoon(werknemer(), zip(both, [[], [ended]], strict=True))), koppeling())
    assert [[geval.id for geval in gevallen] for _, gevallen in told_of.stand().personen[0].dienstverbanden] == [[], ["V-1"]]


# Who and what is gone


def test_of_who_is_gone_the_caller_must_say_what_became() -> None:
    two = Persoon(werknemer(2), [(dienstverband(2), []), (dienstverband(3), [])])
    one = Persoon(werknemer(2), [(dienstverband(2), [])])
    with pytest.raises(InvalidValue, match=r"^verdwenen: 1 people, and 1 employments of others, are not in") as told_of:
        verschil(opname(persoon(), two), opname(one), koppeling())
    assert "Jansen" not in str(told_of.value)
    with pytest.raises(InvalidValue, match=r"^verdwenen: 0 people, and 1 employments"):
        verschil(opname(persoon(), two), opname(one), koppeling(), verdwenen={"W-1": EINDE})


def test_who_is_gone_leaves_on_the_last_day_and_nothing_is_told_of_an_open_case() -> None:
    of = koppeling()
    found = verschil(opname(persoon(ziek())), opname(), of, verdwenen=EINDE)
    assert redenen(found) == [["uit dienst"]]
    assert codes(found.verzendingen[0]) == ("04", ["02"])
    ((left, (geval,)),) = found.stand().personen[0].dienstverbanden
    assert (left.einddatum, geval) == (EINDE, ziek())
    assert redenen(verschil(found.stand(), opname(), of)) == []


def test_an_employment_that_is_gone_ends_and_its_cases_stay() -> None:
    before = Persoon(werknemer(), [(dienstverband(1), [ziek()]), (dienstverband(2), [])])
    found = verschil(opname(before), opname(persoon(number=1, of=dienstverband(2))), koppeling(), verdwenen={"W-1": EINDE})
    assert redenen(found) == [["uit dienst"]]
    assert codes(found.verzendingen[0]) == ("04", ["04", "02"])
    assert numbers(found.stand()) == {"V-1": 1}


def test_who_should_never_have_been_told_of_is_taken_back_after_the_cases() -> None:
    ended = ziek(2).hersteldmelding(per=date(2017, 3, 20))
    before = opname(persoon(ziek(), ended, ziek(3).intrekking()))
    found = verschil(before, opname(), koppeling(), verdwenen=Mutatie.INTREKKING)
    assert [(item.geval.id if item.geval else None) for item in found.verzendingen] == ["V-1", "V-2", None]
    assert codes(found.verzendingen[-1]) == ("05", ["05"])
    assert found.stand().personen == ()


def test_an_employment_is_taken_back_after_its_cases() -> None:
    before = opname(Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(2), [ziek()])]))
    found = verschil(before, opname(persoon()), koppeling(), verdwenen=Mutatie.INTREKKING)
    assert redenen(found) == [["intrekking"], ["intrekking"]]
    assert codes(found.verzendingen[1]) == ("04", ["04", "05"])
    assert found.stand() == opname(persoon())


def test_an_employment_with_a_case_that_no_report_moves_is_not_taken_back() -> None:
    before = opname(Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(2), [ziek()])]))
    found = verschil(before, opname(persoon(ziek())), koppeling(), verdwenen=Mutatie.INTREKKING)
    assert redenen(found) == []
    assert found.weggelaten[1].waarom == "a case is on the employment by what was told, and no report has told otherwise"
    assert found.stand() == before


def test_without_codes_on_a_level_nothing_is_taken_back_there() -> None:
    before = opname(Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(2), [])]))
    of = koppeling(niveaus_met_verwerkingscode={"partner"})
    for after in (opname(), opname(persoon())):
        found = verschil(before, after, of, verdwenen=Mutatie.INTREKKING)
        assert redenen(found) == []
        (item,) = found.weggelaten
        assert "no verwerkingscode on this level" in item.waarom
        assert found.stand() == before


def test_who_has_left_by_what_was_told_may_be_forgotten() -> None:
    left = opname(persoon(ziek(), of=dienstverband(einddatum=EINDE)))
    found = verschil(left, opname(), koppeling())
    assert (redenen(found), found.stand()) == ([], left)
    back = verschil(left, opname(persoon(of=dienstverband(2))), koppeling())
    assert redenen(back) == [["nieuw dienstverband"]]


@pytest.mark.parametrize("given", [datetime(2017, 6, 30), "2017-06-30", Mutatie.WIJZIGING])  # noqa: DTZ001 - none is wanted
def test_what_became_of_somebody_is_a_day_or_a_withdrawal(given: Any) -> None:
    with pytest.raises(InvalidValue, match="verdwenen: must be a date"):
        verschil(opname(persoon()), opname(), koppeling(), verdwenen=given)


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(InvalidValue, match="for 1 people the last day lies before the first"):
        verschil(opname(persoon()), opname(), koppeling(), verdwenen=date(2010, 3, 31))


# A half delivery


def crowd(count: int, *, cases: bool = False, employments: int = 1) -> Momentopname:
    people = []
    for number in range(count):
        parts = [dienstverband(number * 10 + place) for place in range(employments)]
        on = [[ziek(number)] if cases and place == 0 else [] for place in range(employments)]
        people.append(Persoon(werknemer(number), zip(parts, on, strict=True)))
    return opname(*people)


def test_a_half_delivery_ends_nobodys_employment() -> None:
    with pytest.raises(IncompleteSnapshot, match=r"^50 of 100 people are not in nieuw any more, and more than 10% is not"):
        verschil(crowd(100), crowd(50), koppeling(), verdwenen=EINDE)


def test_so_much_may_be_gone() -> None:
    assert len(verschil(crowd(100), crowd(90), koppeling(), verdwenen=EINDE).verzendingen) == 10
    assert len(verschil(crowd(4), crowd(1), koppeling(), verdwenen=EINDE).verzendingen) == 3
    with pytest.raises(IncompleteSnapshot, match=r"^4 of 5 people"):
        verschil(crowd(5), crowd(1), koppeling(), verdwenen=EINDE)
    assert len(verschil(crowd(5), crowd(1), koppeling(), verdwenen=EINDE, hoogste_aandeel=0.8).verzendingen) == 4
    with pytest.raises(IncompleteSnapshot, match=r"^1 of 5 people"):
        verschil(crowd(5), crowd(4), koppeling(), verdwenen=EINDE, altijd_toegestaan=0)


def test_half_of_the_cases_is_no_reason_to_withdraw_them_nor_half_of_the_employments_to_end_them() -> None:
    with pytest.raises(IncompleteSnapshot, match=r"^10 of 10 cases of the others are"):
        verschil(crowd(10, cases=True), crowd(10), koppeling())
    with pytest.raises(IncompleteSnapshot, match=r"^10 of 20 employments of the others are"):
        verschil(crowd(10, employments=2), crowd(10), koppeling(), verdwenen=EINDE)


@pytest.mark.parametrize("share", [10, -0.1, float("nan")])
def test_the_share_that_may_be_gone_is_no_percentage(share: float) -> None:
    with pytest.raises(InvalidValue, match=r"^hoogste_aandeel: must be from 0 to 1$"):
        verschil(opname(), opname(), koppeling(), hoogste_aandeel=share)


# Where the Datakluis is off


def test_without_datakluis_only_absence_is_told_and_the_departure_of_who_had_it() -> None:
    of = koppeling(datakluis=False)
    first = verschil(opname(), opname(persoon(ziek()), persoon(number=2)), of)
    assert redenen(first) == [["ziekmelding"]]
    (item,) = first.weggelaten
    assert (item.redenen, item.werknemer_id) == ((Reden.NIEUWE_WERKNEMER,), "W-2")
    assert "the Datakluis of the receiver is off" in item.waarom
    assert [one.werknemer.id for one in first.stand().personen] == ["W-1"]
    recovered = ziek().hersteldmelding(per=date(2017, 3, 20))
    left = persoon(recovered, of=dienstverband(einddatum=EINDE), achternaam="Smit")
    second = verschil(first.stand(), opname(left), of)
    assert redenen(second) == [["hersteldmelding"], ["uit dienst"]]
    assert second.verzendingen[0].werknemer.achternaam == "Smit"
    assert second.verzendingen[1].message().werkgever[0].werknemer[0].dienstverband[0].einddatum is not None  # type: ignore[union-attr]  # no answer is sent here


def test_without_datakluis_nobody_is_taken_back_save_the_cases() -> None:
    of = koppeling(datakluis=False)
    found = verschil(opname(persoon(ziek())), opname(), of, verdwenen=Mutatie.INTREKKING)
    assert redenen(found) == [["intrekking"]]
    assert [item.redenen for item in found.weggelaten] == [(Reden.INTREKKING,)]
    assert len(found.stand().personen) == 1


# What was sent


def test_what_was_not_sent_comes_again() -> None:
    of = koppeling()
    after = opname(persoon(), persoon(number=2))
    found = verschil(opname(), after, of)
    stand = found.stand(found.verzendingen[:1])
    assert [one.werknemer.id for one in stand.personen] == ["W-1"]
    assert [item.werknemer.id for item in verschil(stand, after, of).verzendingen] == ["W-2"]


def test_what_is_known_can_be_kept() -> None:
    stand = verschil(opname(), opname(persoon(toestand(**HALF))), koppeling()).stand()
    assert pickle.loads(pickle.dumps(stand)) == stand  # noqa: S301 - made here


def test_a_message_that_the_receiver_would_refuse_stops_only_itself() -> None:
    strict = koppeling(ernst={"LHN-2": Severity.ERROR})
    found = verschil(
        Momentopname(evolve(BAKKERIJ, loonheffingennummer=None)),
        Momentopname(evolve(BAKKERIJ, loonheffingennummer=None), [persoon()]),
        strict,
    )
    with pytest.raises(InvalidMessage):
        found.verzendingen[0].message()
    assert found.stand([]).personen == ()


# Snapshots


def test_a_snapshot_shows_nobody() -> None:
    made = opname(persoon(ziek()))
    assert (repr(made), repr(made.personen[0])) == ("<Momentopname of 1 people>", "<Persoon: 1 employments, 1 cases>")


def test_keys_that_are_there_twice_are_refused() -> None:
    with pytest.raises(InvalidValue) as told_of:
        opname(persoon(ziek()), persoon(ziek()))
    assert told_of.value.faults == (
        "Momentopname.personen: 1 ids of a Werknemer are there more than once",
        "Momentopname.personen: 1 ids of a Verzuimgeval are there more than once",
    )
    with pytest.raises(InvalidValue, match="two have the same id"):
        Persoon(werknemer(), [(dienstverband(), []), (dienstverband(), [])])


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Persoon(werknemer(), []), "Persoon.dienstverbanden: at least one, has 0"),
        (lambda: Persoon(werknemer(), [dienstverband()]), "Persoon.dienstverbanden: must be pairs"),  # type: ignore[list-item]  # wrong on purpose
        (lambda: Persoon(werknemer(), [(dienstverband(), [None])]), "number 1: must be a Verzuimgeval, is a NoneType"),  # type: ignore[list-item]  # wrong on purpose
        (lambda: Persoon(werknemer(), [(None, [])]), "Persoon.dienstverbanden: must be given"),  # type: ignore[list-item]  # wrong on purpose
        (lambda: Persoon(None, [(dienstverband(), [])]), "Persoon.werknemer: must be given"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: persoon(geboortedatum=date(2010, 4, 1)), "must begin after the geboortedatum"),
        (lambda: Momentopname(BAKKERIJ, 1), "Momentopname.personen: must be several of a Persoon"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: Momentopname(BAKKERIJ, [werknemer()]), "number 1: must be a Persoon, is a Werknemer"),  # type: ignore[list-item]  # wrong on purpose
        (lambda: Momentopname(None, []), "Momentopname.werkgever: must be given"),  # type: ignore[arg-type]  # wrong on purpose
    ],
)
def test_what_is_no_part_of_a_snapshot_is_refused(make: Any, fault: str) -> None:
    with pytest.raises(InvalidValue, match=fault):
        make()


def replayed(*found: Verschil, of: Koppeling) -> Administratie:
    return told(Administratie(of), [item for one in found for item in one.verzendingen])


def test_a_snapshot_of_what_was_told_comes_from_the_messages_that_were_sent() -> None:
    of = koppeling()
    first = verschil(opname(), opname(persoon(ziek()), persoon(number=2), persoon(number=3)), of)
    second = verschil(first.stand(), opname(persoon(ziek()), persoon(number=3)), of, verdwenen=Mutatie.INTREKKING)
    stand = Momentopname.van(replayed(first, second, of=of).werknemers)
    assert content(stand, of) == content(second.stand(), of)
    assert [one.werknemer.id for one in stand.personen] == ["W-1", "W-3"]


def test_a_snapshot_of_what_was_told_has_no_employment_that_was_taken_back() -> None:
    of = koppeling(niveaus_met_verwerkingscode={"dienstverband"})
    both = Persoon(werknemer(), [(dienstverband(1), []), (dienstverband(9), [])])
    first = verschil(opname(), opname(both, persoon(number=2)), of)
    second = verschil(first.stand(), opname(persoon()), of, verdwenen=Mutatie.INTREKKING)
    assert Momentopname.van(replayed(first, second, of=of).werknemers) == opname(persoon())


def test_a_snapshot_of_what_was_told_is_of_one_employer_and_of_people_with_names() -> None:
    of = koppeling()
    with pytest.raises(InvalidValue, match="must be of one employer, are of 0"):
        Momentopname.van([])
    unnamed = verschil(opname(), opname(persoon()), of, zonder_namen=True)
    with pytest.raises(InvalidValue, match="no message gave the name of 1 people"):
        Momentopname.van(replayed(unnamed, of=of).werknemers)
