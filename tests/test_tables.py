"""The figures on absence: each by its definition, and what is done with what is not known."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from weakref import ref

import pytest
from attrs import evolve
from domain_strategies import example
from tables_people import FOUR, JUNE, bericht, day, employee, employment, sick, version

from sivi2017.codes import WazoCode
from sivi2017.domain.werknemer import Werknemer
from sivi2017.receiving.stand import Werknemerstand
from sivi2017.tables import Counts, Figures, GroupBy, figures, months
from sivi2017.tables.counts import rounded


def total(*standen: Any, period: tuple[date, date] = JUNE, **more: Any) -> Any:
    """What is counted of all, as ``Counts``."""
    return figures(standen, *period, **more).total


def told(by: GroupBy | None = None) -> dict[str, tuple[Any, ...]]:
    """The rows of the worked example."""
    rows = figures(FOUR, *JUNE, by=by).rows(smallest=1)
    return {
        row.groep: (row.verzuimpercentage, row.meldingsfrequentie, row.gemiddelde_verzuimduur, row.nulverzuim) for row in rows
    }


def numbers(*texts: str | None) -> tuple[Decimal | None, ...]:
    """Figures as they are written."""
    return tuple(None if text is None else Decimal(text) for text in texts)


class TestWorkedExample:
    """The numbers that the documentation works out by hand."""

    def test_of_all(self) -> None:
        counts = total(*FOUR)
        assert (counts.dagen, counts.verzuimdagen) == (87, Fraction("16.9"))
        assert counts.persoonsjaren == Fraction(105, 365)
        assert (counts.meldingen, counts.beeindigd, counts.duur) == (2, 2, 30)
        assert told() == {"all": numbers("19.43", "6.95", "15.0", "25.0")}

    def test_by_department(self) -> None:
        assert told("department") == {
            "BAK": numbers("32.22", "6.08", "15.0", "0.0"),
            "WIN": numbers("5.71", "8.11", None, "50.0"),
            "all": numbers("19.43", "6.95", "15.0", "25.0"),
        }

    def test_by_age(self) -> None:
        """Who is born on the last day of 1959 is 58 in 2017, on whatever day; of one no date of birth is known."""
        assert told("age") == {
            "35-44": numbers("11.67", "6.08", "7.0", "50.0"),
            "55-64": numbers("50.00", "0.00", "23.0", "0.0"),
            "unknown": numbers("20.00", "24.33", None, "0.0"),
            "all": numbers("19.43", "6.95", "15.0", "25.0"),
        }

    def test_by_length(self) -> None:
        """The percentages of the classes are parts of that of all."""
        assert told("length") == {
            "kort": numbers("10.80", "6.95", "7.0", None),
            "middellang": numbers("8.62", "0.00", "23.0", None),
            "lang": numbers("0.00", "0.00", None, None),
            "extra lang": numbers("0.00", "0.00", None, None),
            "all": numbers("19.43", "6.95", "15.0", "25.0"),
        }


class TestDays:
    def test_hours_that_change_weigh_from_the_day_on_which_they_do(self) -> None:
        """Ten days of 40 hours, and twenty of 20; the same for the absence, which is five days of each."""
        changing = employment(
            version(), version(geldt_vanaf=day(6, 11), uren_per_week=20), gevallen=[sick(day(6, 6), day(6, 16))]
        )
        counts = total(employee(changing))
        assert (counts.dagen, counts.verzuimdagen) == (20, Fraction("7.5"))

    def test_the_first_version_holds_from_the_first_day(self) -> None:
        """Also where it was told as of a later one."""
        counts = total(employee(employment(version(day(6, 1), geldt_vanaf=day(6, 20), uren_per_week=20))))
        assert counts.dagen == 15

    def test_only_days_in_service_count(self) -> None:
        """Not what was missed before the first day or after the last: the case begins and ends with the employment."""
        short = employment(version(day(6, 10), einddatum=day(6, 12)), gevallen=[sick(day(6, 1))])
        counts = total(employee(short))
        assert (counts.dagen, counts.verzuimdagen, counts.verzuimpercentage) == (3, 3, 100)
        assert (counts.meldingen, counts.beeindigd, counts.duur) == (1, 1, 3)

    def test_who_was_not_in_service_does_not_count(self) -> None:
        """Nor who was withdrawn, or has nothing but a withdrawn employment."""
        gone = employment(version(einddatum=day(5, 31)))
        standen = [
            employee(gone),
            employee(employment(is_ingetrokken=True)),
            employee(is_ingetrokken=True),
        ]
        assert total(*standen) == Counts()

    def test_a_day_that_two_cases_say_something_of_is_missed_once(self) -> None:
        """The highest percentage counts, until its case ends."""
        cases = [
            sick(day(6, 1), day(6, 11), percentage=30, key="VG-1"),
            sick(day(6, 3), day(6, 6), key="VG-2"),
            sick(day(6, 5), day(6, 8), percentage=60, key="VG-3"),
        ]
        counts = total(employee(employment(gevallen=cases)))
        assert counts.verzuimdagen == 2 * Fraction("0.3") + 3 + 2 * Fraction("0.6") + 3 * Fraction("0.3")

    def test_two_employments_weigh_both_but_are_one_employee(self) -> None:
        """A year of somebody is no more than a year."""
        two = employee(
            employment(version(uren_per_week=24), gevallen=[sick(day(6, 1), day(6, 11))]),
            employment(version(day(6, 21), id="D-2", uren_per_week=16)),
        )
        counts = total(two)
        assert (counts.werknemers, counts.persoonsjaren) == (1, Fraction(30, 365))
        assert counts.dagen == 30 * Fraction("0.6") + 10 * Fraction("0.4")
        assert counts.verzuimdagen == 6

    def test_a_leap_year_is_one_year(self) -> None:
        years = total(employee(), period=(day(1, 1, 2015), day(12, 31, 2016))).persoonsjaren
        assert years == 2

    def test_absence_lasts_until_the_last_day_that_there_is(self) -> None:
        assert total(employee(employment(gevallen=[sick(day(6, 1))])), period=(date.max, date.max)).verzuimpercentage == 100


class TestCases:
    def test_a_case_that_is_open_when_the_employment_ends_ends_with_it(self) -> None:
        counts = total(employee(employment(version(einddatum=day(6, 10)), gevallen=[sick(day(6, 1))])))
        assert (counts.beeindigd, counts.duur) == (1, 10)

    def test_a_case_of_no_day_counts_nowhere(self) -> None:
        """Recovered on the first day of absence: the day of recovery is not one of absence."""
        counts = total(employee(employment(gevallen=[sick(day(6, 6), day(6, 6))])))
        assert (counts.meldingen, counts.beeindigd, counts.verzuimers) == (0, 0, 0)

    def test_leave_under_the_wazo_is_no_absence(self) -> None:
        leave = sick(day(6, 6)).correctie(wazo=WazoCode.ZWANGERSCHAP_OF_BEVALLING)
        assert total(employee(employment(gevallen=[leave]))).verzuimers == 0

    def test_a_withdrawn_case_counts_nowhere(self) -> None:
        counts = total(employee(employment(gevallen=[sick(day(6, 6)).intrekking()])))
        assert (counts.meldingen, counts.verzuimdagen) == (0, 0)

    @pytest.mark.parametrize(
        ("first", "recovered", "reports", "ended"),
        [
            (day(5, 31), day(6, 1), 0, 0),
            (day(5, 31), day(6, 2), 0, 1),
            (day(6, 1), day(7, 1), 1, 1),
            (day(6, 30), day(7, 2), 1, 0),
            (day(7, 1), day(7, 2), 0, 0),
        ],
    )
    def test_first_and_last_day_decide_in_which_period(self, first: date, recovered: date, reports: int, ended: int) -> None:
        """The last day of absence is the one before that of recovery."""
        counts = total(employee(employment(gevallen=[sick(first, recovered)])))
        assert (counts.meldingen, counts.beeindigd) == (reports, ended)

    def test_the_length_of_a_case_has_the_days_before_the_period(self) -> None:
        counts = total(employee(employment(gevallen=[sick(day(1, 1), day(6, 2), (day(5, 1), 10))])))
        assert counts.duur == 152

    def test_the_class_is_that_of_the_last_day_of_the_period(self) -> None:
        """What came after it counts in a later period."""
        long = employee(employment(gevallen=[sick(day(6, 24), day(12, 1))]))
        found = figures([long], *JUNE, by="length").groups
        assert [group[1] for group, counts in found.items() if counts.verzuimers] == ["kort"]
        found = figures([long], day(6, 1), day(7, 1), by="length").groups
        assert [group[1] for group, counts in found.items() if counts.meldingen] == ["middellang"]

    def test_a_report_belongs_to_the_department_of_its_first_day_and_its_end_to_that_of_the_last(self) -> None:
        moved = employment(
            version(), version(geldt_vanaf=day(6, 11), afdeling_code="WIN"), gevallen=[sick(day(6, 6), day(6, 21))]
        )
        groups = figures([employee(moved)], *JUNE, by="department").groups
        counted: dict[str, Any] = {
            group[1]: (counts.meldingen, counts.beeindigd, counts.verzuimdagen) for group, counts in groups.items()
        }
        assert counted == {"BAK": (1, 0, 5), "WIN": (0, 1, 10)}
        recovered = evolve(moved, gevallen=employment(gevallen=[sick(day(6, 6), day(6, 11))]).gevallen)
        groups = figures([employee(recovered)], *JUNE, by="department").groups
        assert {group[1]: counts.beeindigd for group, counts in groups.items()} == {"BAK": 1, "WIN": 0}


class TestWhatIsNotKnown:
    def test_without_hours_it_weighs_as_full_time_and_is_counted(self) -> None:
        """Once for each employment, however many versions have none, and whatever its key was."""
        unknown = employment(version(uren_per_week=None), version(id="D-9", geldt_vanaf=day(6, 11), uren_per_week=None))
        counts = total(employee(unknown), employee(sleutel="W-2"))
        assert (counts.dagen, counts.zonder_uren, counts.nul_uren) == (60, 1, 0)

    def test_what_full_time_is_can_be_said(self) -> None:
        """Beside one of 18 hours, one without hours weighs as 36."""
        standen = [employee(employment(version(uren_per_week=18), gevallen=[sick(day(6, 1))])), FOUR[2]]
        assert total(*standen, full_time_hours=36).verzuimpercentage == Fraction(100, 3)

    def test_what_full_time_is_does_not_matter_where_all_hours_are_known(self) -> None:
        known = FOUR[:2]
        assert total(*known, full_time_hours=36).verzuimpercentage == total(*known).verzuimpercentage

    def test_no_hours_weigh_nothing_and_are_counted(self) -> None:
        """The employee is one all the same."""
        counts = total(employee(employment(version(uren_per_week=0), gevallen=[sick(day(6, 1))])))
        assert (counts.dagen, counts.verzuimdagen, counts.nul_uren, counts.zonder_uren) == (0, 0, 1, 0)
        assert (counts.werknemers, counts.verzuimers, counts.meldingen) == (1, 1, 1)
        assert counts.verzuimpercentage is None

    @pytest.mark.parametrize(
        ("kinds", "expected"),
        [
            ([], 0),
            (["Verzuimmeldingen"], 1),
            (["Verzuimmeldingen", "Verzuimmeldingen"], 1),
            (["Verzuimmeldingen", "WerknemerGegevens"], 0),
            (["Dienstverbanden"], 0),
        ],
    )
    def test_who_is_known_from_absence_only_is_counted(self, kinds: list[str], expected: int) -> None:
        """Where there are such, colleagues who were never absent are missing."""
        assert total(employee(berichten=tuple(map(bericht, kinds)))).alleen_verzuim == expected

    def test_of_nobody_there_are_no_figures(self) -> None:
        (row,) = figures([], *JUNE).rows()
        assert (row.werknemers, row.withheld) == (0, None)
        assert (row.verzuimpercentage, row.meldingsfrequentie, row.gemiddelde_verzuimduur, row.nulverzuim) == (None,) * 4


class TestGroups:
    def test_a_department_has_the_name_that_was_told_of_it_last(self) -> None:
        """From whichever employee that comes, and in whatever order."""
        standen = [
            employee(employment(version(afdeling="Bakkerij"), version(geldt_vanaf=day(6, 2), afdeling="Patisserie"))),
            employee(employment(version(day(6, 1), afdeling="Brood")), sleutel="W-2"),
            employee(employment(version(day(6, 3), afdeling=None)), sleutel="W-3"),
        ]
        for order in (standen, standen[::-1]):
            assert figures(order, *JUNE, by="department").rows(1)[0].naam == "Patisserie"
            parts = [figures([stand], *JUNE, by="department") for stand in order]
            assert (parts[0] + parts[1] + parts[2]).rows(1)[0].naam == "Patisserie"

    def test_a_department_without_a_name_has_none(self) -> None:
        row, _ = figures([employee(employment(version(afdeling=None)))], *JUNE, by="department").rows(1)
        assert (row.werkgever_id, row.groep, row.naam) == ("WG-1", "BAK", "")

    def test_departments_of_two_employers_are_two(self) -> None:
        """Though they have one code."""
        standen = [employee(), employee(werkgever="WG-2")]
        rows = figures(standen, *JUNE, by="department").rows(1)
        assert [(row.werkgever_id, row.groep, row.werknemers) for row in rows] == [
            ("WG-1", "BAK", 1),
            ("WG-2", "BAK", 1),
            ("", "all", 2),
        ]

    @pytest.mark.parametrize(
        ("year", "band"),
        [(1993, "under 25"), (1992, "25-34"), (1953, "55-64"), (1952, "65 and over")],
    )
    def test_the_year_of_birth_decides_the_age(self, year: int, band: str) -> None:
        """By the age that is reached in the year of the last day of the period."""
        stand = employee(werknemer=example(Werknemer, geboortedatum=date(year, 12, 31)))
        rows = figures([stand], day(12, 1, 2016), day(1, 1), by="age").rows(1)
        assert rows[0].groep == band


class TestAdding:
    def test_parts_add_up_to_the_whole(self) -> None:
        for by in ("department", "age", "length", None):
            whole = figures(FOUR, *JUNE, by=by)
            assert figures(FOUR[:1], *JUNE, by=by) + figures(FOUR[1:], *JUNE, by=by) == whole

    def test_they_travel_between_processes(self) -> None:
        found = figures(FOUR, *JUNE, by="department")
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - made here

    @pytest.mark.parametrize(
        ("other", "what"),
        [
            ({"van": day(5, 31)}, "van"),
            ({"tot": day(7, 1)}, "tot"),
            ({"by": "age"}, "by"),
            ({"full_time_hours": Decimal(36)}, "full_time_hours"),
        ],
    )
    def test_other_questions_do_not_add_up(self, other: dict[str, Any], what: str) -> None:
        one: dict[str, Any] = {"van": JUNE[0], "tot": JUNE[1]}
        with pytest.raises(ValueError, match=f"^figures with another {what} cannot be added$"):
            Figures(**one) + Figures(**{**one, **other})

    def test_the_employees_need_not_be_in_memory_together(self) -> None:
        """When the third is asked for, nothing holds the first any more."""
        alive: list[ref[Werknemerstand]] = []

        def people() -> Iterator[Werknemerstand]:
            for number in range(4):
                stand = employee(sleutel=f"W-{number}")
                alive.append(ref(stand))
                yield stand
                del stand
                assert [each() for each in alive[:-1]] == [None] * number

        assert figures(people(), *JUNE, by="department").total.werknemers == 4


class TestMonths:
    def test_each_month_is_as_by_itself(self) -> None:
        """The first and the last may be parts of one."""
        series = months(FOUR, day(5, 30), day(7, 2), by="department")
        periods = [(day(5, 30), day(5, 31)), JUNE, (day(7, 1), day(7, 2))]
        assert series == tuple(figures(FOUR, *period, by="department") for period in periods)

    def test_a_month_can_be_the_last_of_all(self) -> None:
        assert [month.tot for month in months([], date(9999, 11, 1), date.max)] == [date(9999, 11, 30), date.max]

    def test_a_period_within_a_month_is_one(self) -> None:
        assert [(month.van, month.tot) for month in months([], day(6, 3), day(6, 4))] == [(day(6, 3), day(6, 4))]


class TestQuestions:
    @pytest.mark.parametrize(
        ("more", "reason"),
        [
            ({"van": day(7, 1)}, "the last day of the period lies before the first"),
            ({"by": "afdeling"}, "by must be one of department, age, length, or None"),
            ({"full_time_hours": 0}, "full_time_hours must be above 0"),
            ({"full_time_hours": Decimal("Infinity")}, "full_time_hours must be above 0"),
        ],
    )
    @pytest.mark.parametrize("function", [figures, months])
    def test_what_cannot_be_asked(self, function: Any, more: dict[str, Any], reason: str) -> None:
        with pytest.raises(ValueError, match=f"^{reason}$"):
            function([], **{"van": JUNE[0], "tot": JUNE[1], **more})


def test_a_repr_has_no_value_of_a_message() -> None:
    """The name of a department is that of its head in some places."""
    found = figures([employee(employment(version(afdeling="Team Jansen")))], *JUNE, by="department")
    assert repr(found) == "<Figures of 2017-06-01 to 2017-06-30, 1 groups by department>"
    assert repr(figures([], *JUNE)) == "<Figures of 2017-06-01 to 2017-06-30>"
    assert repr(found.rows(1)) == "(<Row: 1 people>, <Row: 1 people>)"
    assert repr(found.rows(2)[0]) == "<Row: too few people>"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Fraction(5, 1000), "0.01"), (Fraction(4999, 10**6), "0.00"), (Fraction(10**20), "1" + "0" * 20 + ".00")],
)
def test_a_half_is_rounded_up_and_nothing_before_that(value: Fraction, expected: str) -> None:
    assert str(rounded(value, 2)) == expected


def test_the_figures_need_nothing_but_the_library() -> None:
    """What draws and what makes tables is imported when it is used."""
    program = "import sys, sivi2017.tables; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"pyarrow", "matplotlib", "numpy", "click"} & set(done.stdout.split()) == set()
