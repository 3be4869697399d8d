"""Invented companies: the same from the same seed, valid in every message, and much like life."""

from __future__ import annotations

import io
import subprocess
import sys
from calendar import monthrange
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from stdnum.nl import bsn

import sivi2017
from sivi2017 import Koppeling, Mutatie, SoortMelding, Verzuimgeval, Verzuimstatus
from sivi2017.fakes import Company, Event, Figures, Frequencies, History, SoortWijziging, companies
from sivi2017.fakes.dice import Dice
from sivi2017.fakes.employers import employer
from sivi2017.fakes.events import merged
from sivi2017.fakes.frequencies import ABSENCE_PERCENTAGE, MISTAKES, REPORTS_PER_EMPLOYEE, SHARE_WITHOUT_ABSENCE
from sivi2017.fakes.life import Change

_MISTAKES: dict[str, Any] = dict.fromkeys(MISTAKES, 0.15)
BUSY = Frequencies(
    reports=((0.2, 0), (0.3, 2), (0.5, 6)),
    durations=((0.4, 1, 3), (0.3, 4, 20), (0.3, 20, 200)),
    begins_partly=0.3,
    recovers_partly=0.9,
    accident=0.3,
    reported_after=((0.4, 0, 0), (0.3, 1, 1), (0.3, 2, 5)),
    **_MISTAKES,
    arrives=0.3,
    leaves=0.3,
    changes_department=0.5,
    changes_hours=0.5,
    moves_house=0.5,
    changes_name=0.5,
    wrong_address=0.5,
    second_employment=0.4,
    lives_abroad=0.3,
    uses_name_of_partner=0.6,
)
"""In such a company all happens that can, and often."""


@cache
def busy() -> Company:
    """A company in which much happens."""
    return Company(employees=60, seed=3, frequencies=BUSY)


@cache
def histories() -> tuple[History, ...]:
    """What happens in it."""
    return tuple(busy().histories())


def events() -> list[Event]:
    """All of it, employee by employee."""
    return [event for history in histories() for event in history.events]


@cache
def messages() -> list[sivi2017.bindings.Message]:
    """The messages of it."""
    return [event.message() for event in events()]


def written(events: list[Event]) -> list[bytes]:
    """The messages of events."""
    return [sivi2017.write(event.message()) for event in events]


@cache
def usual() -> tuple[History, ...]:
    """What happens in a company as companies are."""
    return tuple(Company(employees=1200, seed=7).histories())


@cache
def figures() -> Figures:
    """Its figures."""
    return Figures.of(usual(), 2017)


class TestSeed:
    def test_the_same_arguments_give_the_same_bytes(self) -> None:
        """Down to the reference numbers and the time of making."""
        one, other = (written(list(Company(employees=8, seed=5).events())) for _ in range(2))
        assert one == other

    def test_another_seed_gives_other_people(self) -> None:
        names = {Company(employees=1, seed=seed).history(1).werknemer.geboortedatum for seed in range(20)}
        assert len(names) > 15

    def test_an_employee_does_not_depend_on_how_many_others_there_are(self) -> None:
        """A larger test can be made of a smaller one."""
        few, many = (Company(employees=number, seed=5).history(3) for number in (3, 3_000_000))
        assert written(list(few.events)) == written(list(many.events))

    def test_dice_fall_the_same_in_every_python(self) -> None:
        """Only ``random()`` keeps what it gives from one Python to the next; what is drawn here is made of that."""
        dice = Dice(2017, 1)
        assert [dice.whole(1, 6) for _ in range(12)] == [6, 4, 4, 5, 5, 2, 4, 1, 2, 2, 4, 5]
        assert (dice.one("abcdef"), dice.chance(0.5), dice.row(((0.9, "often"), (0.1, "seldom")))[1]) == ("b", True, "often")

    def test_shares_that_make_a_little_less_than_one_still_give_a_row(self) -> None:
        """As a sum of floats may."""
        assert Dice(0, 0).row([(0.0, "never"), (0.0, "at last")]) == (0.0, "at last")

    def test_threads_get_what_one_gets(self) -> None:
        """Each message has its own moment and number, whoever builds another one meanwhile."""
        some = events()[:80]
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(lambda event: event.message(), some)) == messages()[:80]


class TestMessages:
    def test_every_message_is_right_and_has_no_warning(self) -> None:
        """Under the settings by which it was made."""
        profile = busy().koppeling.regelprofiel
        found = [str(finding) for message in messages() for finding in sivi2017.validate(message, profile=profile).findings]
        assert found == []

    def test_so_are_the_messages_of_employments_only(self) -> None:
        company = Company(employees=12, seed=3, kind="dienstverband", frequencies=BUSY)
        messages = [event.message() for history in company.histories() for event in history.events]
        assert {type(message) for message in messages} == {sivi2017.bindings.Dienstverbanden}
        assert [message for message in messages if sivi2017.validate(message).findings] == []

    def test_all_that_can_happen_happens(self) -> None:
        """Every event of a case, and every change of an employee."""
        assert {event.soort for event in events()} == {*SoortMelding, *SoortWijziging}

    @pytest.mark.parametrize(
        ("kind", "names"),
        [
            ("both", {"Verzuimmeldingen", "WerknemerGegevens"}),
            ("verzuim", {"Verzuimmeldingen"}),
            ("werknemer", {"WerknemerGegevens"}),
            ("dienstverband", {"Dienstverbanden"}),
        ],
    )
    def test_a_kind_has_its_messages_and_no_others(self, kind: Any, names: set[str]) -> None:
        company = Company(employees=5, seed=3, kind=kind, frequencies=BUSY)
        assert {type(event.message()).__name__ for event in company.events()} == names

    def test_a_message_is_made_at_the_moment_of_its_event(self) -> None:
        """Its reference number is its own."""
        headers: list[Any] = [message.bericht_algemeen for message in messages()]
        assert len({header.berichtreferentienummer for header in headers}) == len(headers)
        event, header = events()[-1], headers[-1]
        assert (header.aanmaakdatum_bericht.to_date(), header.aanmaaktijd_bericht.to_time()) == (
            event.moment.date(),
            event.moment.time(),
        )

    def test_what_is_told_of_an_employee_has_a_code_for_what_happened(self) -> None:
        """New is who begins, a mistake is corrected, and all else is a change."""
        found = {(event.soort, event.mutatie) for event in events() if event.geval is None}
        assert {soort for soort, mutatie in found if mutatie is Mutatie.NIEUW} == {"eerste vulling", "indiensttreding"}
        assert {soort for soort, mutatie in found if mutatie is Mutatie.CORRECTIE} == {"adrescorrectie"}
        assert {mutatie for _, mutatie in found} == {Mutatie.NIEUW, Mutatie.CORRECTIE, Mutatie.WIJZIGING}


class TestOrder:
    def test_events_come_in_the_order_of_telling(self) -> None:
        """All of them, whoever they are about; sorted by the names for their files they stand in the same order."""
        names = [event.name for event in busy().events()]
        assert names == sorted(event.name for event in events())

    def test_of_an_employee_no_two_things_are_told_at_once(self) -> None:
        """And all in the year."""
        for history in histories():
            moments = [event.moment for event in history.events]
            assert moments == sorted(set(moments))
            assert {moment.year for moment in moments} == {2017}

    def test_what_would_be_told_at_once_is_told_a_second_later(self) -> None:
        """An absence and a change that fall together."""
        history = busy().history(1)
        moment = datetime(2017, 3, 6, 9)  # noqa: DTZ001 - the messages have no zone
        change = Change(moment, SoortWijziging.VERHUIZING, history.werknemer, history.dienstverbanden)
        geval = Verzuimgeval.ziekmelding(id="VG-01", eerste_verzuimdag=date(2017, 3, 6))
        told = [event.moment - moment for event in merged(busy(), 1, [change], [(moment, geval)])]
        assert told == [timedelta(0), timedelta(seconds=1)]

    def test_the_receiver_knows_everybody_before_the_first_absence(self) -> None:
        """The year begins with a filling, and who comes later is told of before the first day."""
        for history in histories():
            first = history.events[0]
            assert first.soort in {"eerste vulling", "indiensttreding"}
            assert first.soort == "eerste vulling" or first.moment.date() <= first.dienstverband.ingangsdatum

    def test_nothing_is_told_in_a_weekend_but_what_could_not_wait(self) -> None:
        """What follows shortly after something told on Friday evening may."""
        share = sum(event.moment.weekday() > 4 for event in events() if event.soort != "eerste vulling") / len(events())
        assert share < 0.02


class TestCases:
    def test_a_case_is_told_report_by_report(self) -> None:
        """With none missing: a receiver has every report that came before."""
        for history in histories():
            for key in {geval.id for geval in history.gevallen}:
                told = [event.geval for event in history.events if event.geval is not None and event.geval.id == key]
                assert [geval.volgnummer for geval in told] == list(range(1, len(told) + 1))
                assert told[-1] in history.gevallen

    def test_cases_of_an_employee_do_not_overlap(self) -> None:
        """Who is ill cannot fall ill."""
        for history in histories():
            cases = [geval for geval in history.gevallen if geval.status is not Verzuimstatus.INGETROKKEN]
            for case, following in pairwise(cases):
                assert case.datum_hersteld is not None
                assert case.datum_hersteld < following.eerste_verzuimdag

    def test_a_case_soon_after_another_is_linked_to_it(self) -> None:
        assert any(geval.samengesteld_met for history in histories() for geval in history.gevallen)

    def test_nobody_is_absent_before_coming_or_after_leaving(self) -> None:
        """What is reported of somebody who has left holds from a day before that."""
        for history in histories():
            main = history.dienstverbanden[0]
            for event in history.events:
                if event.geval is not None:
                    assert main.ingangsdatum <= event.geval.eerste_verzuimdag
                    assert event.geval.melding.ingangsdatum <= (main.einddatum or date.max)

    def test_every_mistake_is_made_and_put_right(self) -> None:
        """A first day, a percentage and a day of recovery are corrected; a case is opened again, and one withdrawn."""
        corrections = [event.geval.melding for event in events() if event.geval and event.soort == SoortMelding.CORRECTIE]
        assert any(melding.eerste_verzuimdag_oud for melding in corrections)
        assert any(melding.datum_hersteld and melding.ingangsdatum_oud for melding in corrections)
        assert any(melding.volgnummer == 2 and melding.verzuimpercentage == 50 for melding in corrections)
        assert any(melding.volgnummer > 2 and not melding.einde_verzuim for melding in corrections)

    def test_no_partial_recovery_repeats_the_percentage_before(self) -> None:
        """It would tell nothing."""
        told = 0
        for event in (event for event in events() if event.soort == SoortMelding.GEDEELTELIJKE_HERSTELDMELDING):
            assert event.geval is not None
            *_, before, last = event.geval.meldingen
            assert last.verzuimpercentage != before.verzuimpercentage
            told += 1
        assert told > 40

    def test_a_recovery_that_only_went_the_other_way_has_no_parts(self) -> None:
        """Who misses all hours cannot miss more."""
        worse = Frequencies(
            reports=((1, 1),), durations=((1, 60, 60),), begins_partly=0, recovers_partly=1, worse_again=1, wrong_percentage=0
        )
        made = [event.soort for history in Company(employees=20, frequencies=worse).histories() for event in history.events]
        assert SoortMelding.HERSTELDMELDING in made
        assert SoortMelding.GEDEELTELIJKE_HERSTELDMELDING not in made

    def test_the_employment_is_the_one_known_at_that_moment(self) -> None:
        """After another department was told, an absence is told in that department."""
        for history in histories():
            known = history.events[0].dienstverbanden
            for event in history.events:
                known = event.dienstverbanden if event.geval is None else known
                assert event.dienstverbanden == known
                assert event.dienstverband in known

    def test_of_two_employments_each_has_cases(self) -> None:
        ids = {event.dienstverband.id[-1] for event in events() if event.geval and len(event.dienstverbanden) > 1}
        assert ids == {"1", "2"}


class TestFigures:
    def test_the_absence_percentage_is_near_the_published_one(self) -> None:
        assert figures().absence_percentage == pytest.approx(ABSENCE_PERCENTAGE, abs=0.5)

    def test_so_is_how_often_people_fall_ill(self) -> None:
        assert figures().reports_per_employee == pytest.approx(REPORTS_PER_EMPLOYEE, abs=0.08)

    def test_so_is_the_share_who_never_do(self) -> None:
        assert figures().share_without_absence == pytest.approx(SHARE_WITHOUT_ABSENCE, abs=0.03)

    def test_most_are_back_within_a_week_and_some_not_within_three_months(self) -> None:
        cases = [geval for history in usual() for geval in history.gevallen]
        days = [(geval.datum_hersteld - geval.eerste_verzuimdag).days for geval in cases if geval.datum_hersteld]
        assert 0.65 < sum(number <= 7 for number in days) / len(days) < 0.85
        assert max(days) > 91

    def test_more_fall_ill_in_winter_than_in_summer(self) -> None:
        months = Counter(geval.eerste_verzuimdag.month for history in usual() for geval in history.gevallen)
        assert months[1] + months[2] > 1.3 * (months[7] + months[8])

    def test_any_day_of_a_month_may_be_the_first_and_of_a_weekend_it_is_the_monday(self) -> None:
        """The ends of months too; so there are about three times as many on Monday as on another day."""
        days = [history.gevallen[0].meldingen[0].gemeld_op for history in usual() if history.gevallen]
        found = Counter(day.day for day in days if day)
        assert set(found) == set(range(1, 32))
        assert any(day.day == monthrange(2017, 2)[1] for day in days if day and day.month == 2)
        weekdays = Counter(day.weekday() for day in days if day)
        others = sum(weekdays[weekday] for weekday in range(1, 5)) / 4
        assert weekdays[0] / others == pytest.approx(3, abs=0.8)
        assert weekdays[5] + weekdays[6] < 0.02 * len(days)

    def test_a_day_of_half_the_hours_is_half_a_day(self) -> None:
        """As the last word was on each day, and until the day of leaving."""
        history = Company(employees=1).history(1)
        main = evolve(history.dienstverbanden[0], ingangsdatum=date(2010, 1, 1), geldt_vanaf=date(2010, 1, 1))
        ill = Verzuimgeval.ziekmelding(id="VG-01", eerste_verzuimdag=date(2017, 3, 7))
        ill = ill.correctie(eerste_verzuimdag=date(2017, 3, 6))
        partly = ill.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50)
        back = partly.hersteldmelding(per=date(2017, 3, 23))

        def missed(geval: Verzuimgeval, last: date | None = None) -> float:
            employment = evolve(main, einddatum=last)
            told = evolve(history, dienstverbanden=(employment,), gevallen=(geval,))
            return Figures.of([told], 2017).missed

        assert missed(back) == 7 + 5
        assert missed(back.correctie(datum_hersteld=date(2017, 3, 21))) == 7 + 4
        assert missed(back.intrekking()) == 0
        assert missed(ill.correctie(verzuimpercentage=20), date(2017, 3, 15)) == pytest.approx(10 * 0.2)
        assert missed(back, date(2017, 3, 8)) == 3

    def test_days_before_coming_do_not_count(self) -> None:
        history = Company(employees=1).history(1)
        late = evolve(history.dienstverbanden[0], ingangsdatum=date(2017, 12, 1), geldt_vanaf=date(2017, 12, 1), einddatum=None)
        assert Figures.of([evolve(history, dienstverbanden=(late,), gevallen=())], 2017).days == 31

    def test_of_nobody_there_are_no_figures(self) -> None:
        none = Figures.of([], 2017)
        assert (none.absence_percentage, none.reports_per_employee, none.share_without_absence) == (0, 0, 0)


class TestPeople:
    def test_no_key_is_there_twice(self) -> None:
        """Of employees and of employments."""
        assert len({history.werknemer.id for history in histories()}) == len(histories())
        keys = [item.id for history in histories() for item in history.dienstverbanden]
        assert len(set(keys)) == len(keys)

    def test_nobody_works_before_the_age_of_eighteen(self) -> None:
        for history in histories():
            for dienstverband in history.dienstverbanden:
                assert dienstverband.ingangsdatum - history.werknemer.geboortedatum > timedelta(days=18 * 365)

    def test_some_live_elsewhere_and_most_here(self) -> None:
        elsewhere = sum(bool(history.werknemer.buitenlandse_adressen) for history in usual())
        assert 0 < elsewhere < 100

    def test_without_asking_nobody_has_a_burgerservicenummer(self) -> None:
        assert all(history.werknemer.burgerservicenummer is None for history in histories())

    def test_with_asking_each_has_another_one_and_it_is_sent(self) -> None:
        """It passes the elfproef, and nothing else about the people is different."""
        company = Company(employees=60, seed=3, frequencies=BUSY, bsn=True)
        made = tuple(company.histories())
        numbers = {history.werknemer.burgerservicenummer or "" for history in made}
        assert len(numbers) == len(made)
        assert all(bsn.is_valid(number) for number in numbers)
        assert [evolve(history.werknemer, burgerservicenummer=None) for history in made] == [
            history.werknemer for history in histories()
        ]
        assert b"<SofiNr>" in sivi2017.write(made[0].events[0].message())

    def test_no_telephone_number_can_be_of_a_subscriber(self) -> None:
        """None has a zero after the area; of very many employees some have the same one."""
        last = Company(employees=9_000_000).history(8_123_456).werknemer
        people = [*(history.werknemer for history in histories()), last]
        assert {werknemer.communicatie[0].nummer_of_adres[:4] for werknemer in people} == {"0100"}
        assert last.communicatie[0].nummer_of_adres == "0100123456"

    def test_employers_have_names_and_numbers_of_their_own(self) -> None:
        """As many as wanted."""
        made = [employer(1, number) for number in range(30)]
        for name in ("naam", "id", "aansluitnummer", "loonheffingennummer", "kvk_nummer"):
            assert len({getattr(werkgever, name) for werkgever in made}) == 30

    def test_employees_are_spread_over_the_employers(self) -> None:
        company = Company(employees=6, employers=3)
        ids = [history.events[0].werkgever.id for history in company.histories()]
        assert ids == ["WG-0001", "WG-0002", "WG-0003"] * 2


class TestKoppeling:
    def test_its_settings_are_used(self) -> None:
        """All but the clock and the reference numbers; of the kinds of contact data those that it has."""
        koppeling = Koppeling(inzender="HR", ontvanger="ARBO", datakluis=True, soorten_communicatie={"telefoon": "02"})
        message: Any = next(Company(employees=1, koppeling=koppeling).events()).message()
        header, werknemer = message.bericht_algemeen, message.werkgever[0].werknemer[0]
        assert (header.identificatie_inzender, header.test.value, header.aanmaakdatum_bericht.year) == ("HR", "N", 2017)
        assert [item.soort_communicatie.value for item in werknemer.communicatie] == ["02"]

    def test_with_the_datakluis_off_no_employee_is_told_of(self) -> None:
        """As with any other coupling. Absence is told."""
        company = Company(employees=3, frequencies=BUSY, koppeling=Koppeling(inzender="HR", ontvanger="ARBO"))
        with pytest.raises(sivi2017.NotPermitted):
            next(company.events()).message()
        absences = [event for event in company.events() if event.geval]
        assert len(written(absences)) > 3

    def test_where_a_number_of_the_employee_is_the_key_there_is_one_employment(self) -> None:
        """Two would have the same key."""
        koppeling = Koppeling(inzender="HR", ontvanger="ARBO", koppelsleutel_dienstverband="personeelsnummer")
        company = Company(employees=20, frequencies=BUSY, koppeling=koppeling)
        assert {len(history.dienstverbanden) for history in company.histories()} == {1}


class TestOneMessage:
    @pytest.mark.parametrize("kind", ["werknemer", "dienstverband"])
    def test_everybody_is_in_it_as_at_the_end_of_the_year(self, kind: Any) -> None:
        company = Company(employees=60, seed=3, frequencies=BUSY, kind=kind)
        file = io.BytesIO()
        assert company.write(file) == 60
        report = sivi2017.validate(file.getvalue())
        assert report.findings == ()
        message: Any = report.message
        told = [contents.dienstverband for contents in company.koppeling.inhoud(message)]
        assert told == [dienstverband for history in histories() for dienstverband in history.dienstverbanden]

    def test_all_who_were_absent_are_in_it_with_the_last_word_on_each_case(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """They are built some at a time."""
        monkeypatch.setattr(companies, "_TOGETHER", 7)
        company = Company(employees=25, seed=3, frequencies=BUSY, kind="verzuim")
        number = company.write(file := io.BytesIO(), pretty=True)
        report = sivi2017.validate(file.getvalue())
        assert report.findings == ()
        message: Any = report.message
        cases = [
            geval.melding
            for history in company.histories()
            for geval in history.gevallen
            if geval.status is not Verzuimstatus.INGETROKKEN
        ]
        told = [geval.melding for contents in company.koppeling.inhoud(message) for geval in contents.gevallen]
        assert sorted(melding.verzuimgeval_id for melding in told) == [melding.verzuimgeval_id for melding in cases]
        assert sum(melding.verzuimpercentage for melding in told) == sum(melding.verzuimpercentage for melding in cases)
        assert number == len(message.werkgever[0].werknemer) > 14

    @pytest.mark.parametrize("more", [{"kind": "both"}, {"kind": "werknemer", "employers": 2}])
    def test_it_has_one_kind_of_content_and_one_employer(self, more: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="one message has one kind of content and one employer"):
            Company(employees=1, **more).write(io.BytesIO())

    def test_of_no_absence_there_is_no_message(self) -> None:
        healthy = Frequencies(reports=((1, 0),))
        with pytest.raises(ValueError, match="nobody was absent"):
            Company(employees=3, kind="verzuim", frequencies=healthy).write(file := io.BytesIO())
        assert file.getvalue() == b""


class TestArguments:
    @pytest.mark.parametrize(
        ("given", "fault"),
        [
            ({"employees": 0}, "employees: must be from 1 to 9000000"),
            ({"employees": 1, "employers": 0}, "employers: must be from 1 to 9000"),
            ({"employees": 1, "seed": -1}, "seed: must be from 0"),
            ({"employees": 1, "year": 3000}, "year: must be from 1950 to 2100"),
            ({"employees": 1, "kind": "retour"}, "kind: must be one of both, verzuim, werknemer, dienstverband"),
            ({"employees": "5"}, "employees: must be an int, is a str"),
            ({"employees": 5.5}, "employees: must be an int, is a float"),
            ({"employees": True}, "employees: must be an int, is a bool"),
            ({"employees": 1, "employers": None}, "employers: must be given"),
            ({"employees": 1, "seed": 1.5}, "seed: must be an int, is a float"),
            ({"employees": 1, "year": 2017.0}, "year: must be an int, is a float"),
            ({"employees": 1, "bsn": "no"}, "bsn: must be a bool, is a str"),
            ({"employees": 1, "koppeling": "x.toml"}, "koppeling: must be a Koppeling, is a str"),
            ({"employees": 1, "frequencies": None}, "frequencies: must be given"),
        ],
    )
    def test_what_a_company_cannot_be(self, given: dict[str, Any], fault: str) -> None:
        with pytest.raises(sivi2017.InvalidValue, match=f"^Company.{fault}") as caught:
            Company(**given)
        assert "x.toml" not in str(caught.value)

    @pytest.mark.parametrize(
        ("given", "fault"),
        [
            ({"leaves": 1.5}, "leaves: must be a number from 0 to 1"),
            ({"leaves": "0.1"}, "leaves: must be a number from 0 to 1"),
            ({"leaves": True}, "leaves: must be a number from 0 to 1"),
            ({"leaves": float("nan")}, "leaves: must be a number from 0 to 1"),
            ({"months": (1,)}, "months: must be a tuple of twelve weights of 0 or more, not all 0"),
            ({"months": (0,) * 12}, "months: must be a tuple of twelve weights"),
            ({"months": ["1"] * 12}, "months: must be a tuple of twelve weights"),
            ({"reports": [(1.0, 2)]}, "reports: must be a tuple of tuples, each of a share and a whole number"),
            ({"reports": ()}, "reports: must be a tuple of tuples"),
            ({"reports": ((1.0, 2.5),)}, "reports: must be a tuple of tuples"),
            ({"reports": ((1.0, 2, 3),)}, "reports: must be a tuple of tuples"),
            ({"reports": ((float("nan"), 2),)}, "reports: must be a tuple of tuples"),
            ({"durations": ((1.0, 2),)}, "durations: must be a tuple of tuples, each of a share and two whole numbers"),
            ({"reports": ((0.5, 0), (0.4, 1))}, "reports: the shares must be 0 or more, and 1 together"),
            ({"durations": ((1.0, 0, 3),)}, "durations: the numbers after the share must not be too low"),
            ({"reported_after": ((1.0, 3, 1),)}, "reported_after: .* nor the last below the first"),
            (dict.fromkeys(MISTAKES, 0.5), "withdrawn: must be 1 together at most"),
        ],
    )
    def test_what_frequencies_cannot_be(self, given: dict[str, Any], fault: str) -> None:
        with pytest.raises(sivi2017.InvalidValue, match=f"Frequencies.*{fault}"):
            Frequencies(**given)

    @pytest.mark.parametrize("number", [0, 61])
    def test_there_is_no_employee_beyond_the_last(self, number: int) -> None:
        with pytest.raises(IndexError, match="from 1 to 60"):
            busy().history(number)

    @pytest.mark.parametrize("year", [1950, 2024, 2100])
    def test_another_year_has_another_calendar(self, year: int) -> None:
        """With messages that are as right; the edition stays that of 2017."""
        company = Company(employees=5, seed=3, year=year, frequencies=BUSY)
        made = [event for history in company.histories() for event in history.events]
        assert {event.moment.year for event in made} == {year}
        assert [event for event in made if sivi2017.validate(event.message()).findings] == []


class TestQuiet:
    def test_nothing_is_made_before_it_is_asked_for(self) -> None:
        """The first of very many is there at once."""
        assert next(Company(employees=9_000_000).histories()).number == 1

    def test_no_repr_shows_anybody(self) -> None:
        """A failing test of a user prints them."""
        history = histories()[0]
        assert repr(busy()) == "<Company of 60 employees in 2017, seed 3>"
        assert repr(history) == f"<History of {len(history.events)} events>"
        assert repr(history.events[0]) == f"<Event {history.events[0].soort} of {history.events[0].moment:%Y-%m-%d %H:%M}>"

    def test_no_extra_is_needed(self) -> None:
        """Neither what tests need nor what the command line needs."""
        program = "import sys, sivi2017.fakes; print(*sys.modules)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert {"hypothesis", "pytest", "click", "rich"} & set(done.stdout.split()) == set()
