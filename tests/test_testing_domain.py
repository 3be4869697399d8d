"""The strategies for objects of the domain, for cases and for numbers give what can be sent, and what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import pytest
from attrs import evolve
from hypothesis import find, given, seed, settings
from hypothesis import strategies as st
from stdnum import iban
from stdnum.nl import bsn, postcode

import sivi2017
from sivi2017 import testing
from sivi2017.codes import Geslachtsaanduiding, Naamvoorkeur, RedenEindeDienstverband
from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.numbers import iban_fault
from sivi2017.testing.levels import Level

pytestmark = pytest.mark.once

LEVELS = get_args(Level)
some = settings(max_examples=40, deadline=None, database=None)
KOPPELING = sivi2017.Koppeling(inzender="HR-VOORBEELD", ontvanger="ARBO-VOORBEELD", datakluis=True)


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_drawn_can_be_sent(level: Level) -> None:
    """Employer, employee, employments and every event of a case, in both flows; of what looks like life without a finding."""

    @some
    @given(st.data())
    def check(data: st.DataObject) -> None:
        werkgever = data.draw(testing.werkgevers(level=level))
        werknemer = data.draw(testing.werknemers(level=level))
        dienstverbanden = data.draw(testing.dienstverbanden_van(werknemer, level=level))
        history = data.draw(testing.histories(level=level, dienstverband=dienstverbanden[0]))
        messages: list[Any] = [
            KOPPELING.verzuimmutatie(werkgever, werknemer, dienstverbanden[0], geval, findings=[]) for geval in history
        ]
        messages.append(KOPPELING.werknemermutatie(werkgever, werknemer, dienstverbanden, findings=[]))
        for message in messages:
            report = sivi2017.validate(message)
            assert report.ok
            assert level != "realistic" or report.findings == ()

    check()


@pytest.mark.parametrize("level", LEVELS)
def test_every_field_is_drawn_now_and_then(level: Level) -> None:
    """The fields of employers, employees and employments, optional ones and lists."""
    seen: set[tuple[str, str]] = set()

    @settings(some, max_examples=100)
    @given(
        testing.werkgevers(level=level), testing.werknemers(level=level), testing.administratiekantoren(level=level), st.data()
    )
    def collect(werkgever: Domain, werknemer: sivi2017.Werknemer, kantoor: Domain, data: st.DataObject) -> None:
        dienstverband = data.draw(testing.dienstverbanden_van(werknemer, level=level))[-1]
        for item in (werkgever, werknemer, kantoor, dienstverband):
            given_fields = [name.name for name in fields_of(type(item)) if getattr(item, name.name) not in (None, ())]
            seen.update((type(item).__name__, name) for name in given_fields)

    collect()
    classes = (sivi2017.Werkgever, sivi2017.Werknemer, sivi2017.Dienstverband, sivi2017.Administratiekantoor)
    assert {(item.__name__, name.name) for item in classes for name in fields_of(item)} - seen == set()


@some
@given(testing.werkgevers(naam="Bakkerij Voorbeeld", kvk_nummer=testing.kvk_nummers(), adressen=()))
def test_fields_are_given_as_values_or_strategies(werkgever: sivi2017.Werkgever) -> None:
    assert (werkgever.naam, werkgever.adressen) == ("Bakkerij Voorbeeld", ())
    assert len(werkgever.kvk_nummer or "") == 8


@some
@given(testing.werknemers(naamvoorkeur=Naamvoorkeur.NAAM_PARTNER, overlijdensdatum=date(1990, 1, 1)))
def test_the_rest_of_an_employee_fits_what_is_given(werknemer: sivi2017.Werknemer) -> None:
    assert werknemer.partner is not None
    assert werknemer.geboortedatum <= date(1990, 1, 1)


@some
@given(testing.werknemers(geboortedatum=date(1990, 1, 1), geslacht=Geslachtsaanduiding.MAN))
def test_a_date_that_is_given_stays(werknemer: sivi2017.Werknemer) -> None:
    assert werknemer.geboortedatum == date(1990, 1, 1)
    assert werknemer.overlijdensdatum is None or werknemer.overlijdensdatum >= date(1990, 1, 1)


EMPLOYEE = sivi2017.Werknemer(
    id="WN-1", achternaam="Voorbeeld", voorletters="A", geboortedatum=date(2001, 2, 3), geslacht=Geslachtsaanduiding.MAN
)


@some
@given(testing.dienstverbanden_van(EMPLOYEE, max_size=2, reden_einde=RedenEindeDienstverband.of("01")))
def test_employments_of_an_employee_begin_after_birth_and_have_their_own_keys(several: list[sivi2017.Dienstverband]) -> None:
    assert 1 <= len(several) <= 2
    assert len({one.id for one in several}) == len(several)
    assert all(one.ingangsdatum > EMPLOYEE.geboortedatum and one.einddatum is not None for one in several)


@some
@given(testing.dienstverbanden_van(EMPLOYEE, ingangsdatum=date(2020, 1, 1), geldt_vanaf=date(2020, 1, 1)))
def test_dates_of_an_employment_can_be_given(several: list[sivi2017.Dienstverband]) -> None:
    assert {one.ingangsdatum for one in several} == {date(2020, 1, 1)}


@pytest.mark.parametrize("make", [testing.werkgevers, testing.werknemers, testing.administratiekantoren])
def test_a_field_that_is_none_is_refused(make: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match=r"a \w+ has no leeftijd, salaris"):
        make(salaris=1, leeftijd=2)


def test_an_object_shrinks_to_what_is_required() -> None:
    quick = settings(database=None, deadline=None)
    kantoor = find(testing.administratiekantoren(), lambda item: item.vestigingsnummer is not None, settings=quick)
    assert kantoor == sivi2017.Administratiekantoor(naam="x", vestigingsnummer="0")


# ---- Cases --------------------------------------------------------------------------------------------------------------


@some
@given(testing.histories())
def test_a_history_begins_with_a_ziekmelding_and_goes_on_event_by_event(history: tuple[sivi2017.Verzuimgeval, ...]) -> None:
    assert history[0].melding.soort is sivi2017.SoortMelding.ZIEKMELDING
    assert [geval.volgnummer for geval in history] == list(range(1, len(history) + 1))
    for before, after in pairwise(history):
        assert after.meldingen[:-1] == before.meldingen
        assert before.status is not sivi2017.Verzuimstatus.INGETROKKEN


def test_every_event_and_every_way_to_correct_is_reached() -> None:
    """Also the correction that opens a case again, and the one that changes the day of recovery."""
    events: set[str] = set()

    @seed(2017)
    @settings(some, max_examples=500)
    @given(testing.verzuimgevallen(max_events=8))
    def collect(geval: sivi2017.Verzuimgeval) -> None:
        for before, after in pairwise(geval.meldingen):
            if after.soort is sivi2017.SoortMelding.CORRECTIE:
                for name in ("eerste_verzuimdag", "verzuimgeval_id", "verzuimpercentage", "einde_verzuim"):
                    events.update([name] if getattr(before, name) != getattr(after, name) else [])
                if after.datum_hersteld is not None and before.datum_hersteld != after.datum_hersteld:
                    events.add("datum_hersteld")
        events.update(str(melding.soort) for melding in geval.meldingen)

    collect()
    corrected = {"eerste_verzuimdag", "verzuimgeval_id", "verzuimpercentage", "einde_verzuim", "datum_hersteld"}
    assert events == corrected | {str(soort) for soort in sivi2017.SoortMelding}


@some
@given(testing.histories(id="VG-1", max_events=1, level="realistic"))
def test_a_key_and_a_number_of_events_are_given(history: tuple[sivi2017.Verzuimgeval, ...]) -> None:
    (geval,) = history
    assert geval.id == "VG-1"
    assert geval.verzuimpercentage in {Decimal(number) for number in (25, 50, 75, 100)}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("first", "last"), [(date(2016, 1, 1), date(2016, 1, 31)), (date(2016, 1, 1), None), (date(9500, 1, 1), None)]
)
def test_a_case_begins_within_the_employment(first: date, last: date | None, level: Level) -> None:
    """Where the employment is not of the year that looks like life, on its first day."""
    dienstverband = sivi2017.Dienstverband(id="D", ingangsdatum=first, geldt_vanaf=first, afdeling_code="A", einddatum=last)

    @settings(some, max_examples=20)
    @given(testing.verzuimgevallen(level=level, dienstverband=dienstverband, max_events=1))
    def check(geval: sivi2017.Verzuimgeval) -> None:
        assert first <= geval.eerste_verzuimdag <= (last or date.max)

    check()


@pytest.mark.parametrize("level", LEVELS)
def test_a_case_keeps_within_the_calendar(level: Level) -> None:
    last = date.max
    dienstverband = sivi2017.Dienstverband(id="D", ingangsdatum=last, geldt_vanaf=last, afdeling_code="A")

    @settings(some, max_examples=60)
    @given(testing.histories(level=level, dienstverband=dienstverband))
    def check(history: tuple[sivi2017.Verzuimgeval, ...]) -> None:
        assert history[0].eerste_verzuimdag == last

    check()


def test_a_case_has_an_event_and_an_employment_a_day_to_begin() -> None:
    with pytest.raises(ValueError, match="max_events must be 1 or more"):
        testing.histories(max_events=0)
    with pytest.raises(ValueError, match="this one is the last day of the calendar"):
        testing.dienstverbanden_van(evolve(EMPLOYEE, geboortedatum=date.max))


@some
@given(testing.histories(level="realistic"))
def test_a_realistic_case_is_reported_within_days(history: tuple[sivi2017.Verzuimgeval, ...]) -> None:
    first = history[0].melding
    assert first.gemeld_op is None or 0 <= (first.gemeld_op - history[0].eerste_verzuimdag).days <= 3


# ---- Numbers ------------------------------------------------------------------------------------------------------------


@some
@given(testing.burgerservicenummers())
def test_a_burgerservicenummer_passes_the_elfproef(number: str) -> None:
    assert bsn.is_valid(number)
    assert len(number) == 9
    assert number != "000000000"


@some
@given(testing.loonheffingennummers(), testing.kvk_nummers(), testing.vestigingsnummers())
def test_numbers_of_an_employer_have_their_form(lhnr: str, kvk: str, vestiging: str) -> None:
    assert (len(lhnr), lhnr[9]) == (12, "L")
    assert bsn.is_valid(lhnr[:9])
    assert (len(kvk), len(vestiging)) == (8, 12)
    assert (kvk + vestiging).isdecimal()


@some
@given(testing.postcodes(), testing.ibans(), testing.land_codes())
def test_postcodes_accounts_and_countries_are_right(pc: str, account: str, country: str) -> None:
    assert postcode.is_valid(pc)
    assert iban.is_valid(account)
    assert iban_fault(account) is None
    assert len(country) == 2
