"""The events of an absence case: which may follow which, what each reports, and that a refused one changes nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import attrs
import pytest
from domain_strategies import example, gegevens
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import sivi2017
from sivi2017.codes import OorzaakVerzuim, RedenEindeVerzuim, SoortActie
from sivi2017.domain.adres import Adres, Verpleegadres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidEvent, InvalidValue, SiviError
from sivi2017.flows.convert import requestable
from sivi2017.koppeling.koppeling import Koppeling

MAART = date(2017, 3, 6)


def dag(aantal: int) -> date:
    """The day so many days after the first day of absence."""
    return MAART + timedelta(days=aantal)


def ziek(**gegevens: Any) -> Verzuimgeval:
    """Somebody is ill from 6 March."""
    return Verzuimgeval.ziekmelding(**{"id": "VG-1", "eerste_verzuimdag": MAART, **gegevens})


ZIEK = ziek()
DEELS = ZIEK.gedeeltelijke_hersteldmelding(per=dag(7), verzuimpercentage=50)
HERSTELD = DEELS.hersteldmelding(per=dag(14))
INGETROKKEN = HERSTELD.intrekking()
GEVALLEN = {"open": ZIEK, "partly recovered": DEELS, "hersteld": HERSTELD, "ingetrokken": INGETROKKEN}


# What each event reports


def test_a_ziekmelding_is_the_first_report_and_of_full_absence() -> None:
    expected = example(Verzuimmelding)
    assert ZIEK.meldingen == (expected,)
    assert (expected.soort, expected.volgnummer, expected.verzuimpercentage) == (SoortMelding.ZIEKMELDING, 1, Decimal(100))
    assert expected.ingangsdatum == expected.eerste_verzuimdag == MAART


def test_a_ziekmelding_can_be_of_a_part() -> None:
    assert ziek(verzuimpercentage=Decimal("12.5")).verzuimpercentage == Decimal("12.50")


def test_a_case_tells_how_it_stands_by_its_last_report() -> None:
    assert (DEELS.id, DEELS.volgnummer, DEELS.eerste_verzuimdag) == ("VG-1", 2, MAART)
    assert (DEELS.verzuimpercentage, DEELS.datum_hersteld, DEELS.status) == (Decimal(50), None, Verzuimstatus.OPEN)
    assert (HERSTELD.verzuimpercentage, HERSTELD.datum_hersteld, HERSTELD.status) == (
        Decimal(0),
        dag(14),
        Verzuimstatus.HERSTELD,
    )
    assert INGETROKKEN.status is Verzuimstatus.INGETROKKEN
    assert INGETROKKEN.melding is INGETROKKEN.meldingen[-1]


def test_a_partial_recovery_reports_what_is_left_and_from_when() -> None:
    soort = SoortMelding.GEDEELTELIJKE_HERSTELDMELDING
    expected = attrs.evolve(ZIEK.melding, soort=soort, volgnummer=2, ingangsdatum=dag(7), verzuimpercentage=50)
    assert DEELS.meldingen == (ZIEK.melding, expected)


def test_somebody_can_be_worse_again() -> None:
    erger = DEELS.gedeeltelijke_hersteldmelding(per=dag(9), verzuimpercentage=100)
    assert (erger.status, erger.verzuimpercentage, erger.volgnummer) == (Verzuimstatus.OPEN, Decimal(100), 3)


def test_a_recovery_reports_its_day_and_no_absence() -> None:
    expected = attrs.evolve(
        DEELS.melding,
        soort=SoortMelding.HERSTELDMELDING,
        volgnummer=3,
        ingangsdatum=dag(14),
        datum_hersteld=dag(14),
        einde_verzuim=True,
        verzuimpercentage=0,
    )
    assert HERSTELD.melding == expected


def test_a_recovery_can_be_on_the_first_day() -> None:
    assert ZIEK.hersteldmelding(per=MAART).datum_hersteld == MAART


def test_a_withdrawal_repeats_the_case_as_it_was_last_sent() -> None:
    expected = attrs.evolve(HERSTELD.melding, soort=SoortMelding.INTREKKING, volgnummer=4)
    assert INGETROKKEN.melding == expected


def test_other_data_are_reported_and_kept_until_they_change() -> None:
    geval = ziek(oorzaak=OorzaakVerzuim.ARBEIDSONGEVAL, gemeld_op=MAART, vangnet=False)
    geval = geval.gedeeltelijke_hersteldmelding(per=dag(7), verzuimpercentage=50, percentage_arbeidstherapie=25)
    geval = geval.hersteldmelding(per=dag(14), reden_einde=RedenEindeVerzuim.CODE_01, percentage_arbeidstherapie=None)
    last = geval.melding
    assert (last.oorzaak, last.gemeld_op, last.vangnet) == (OorzaakVerzuim.ARBEIDSONGEVAL, MAART, False)
    assert (last.reden_einde, last.percentage_arbeidstherapie) == (RedenEindeVerzuim.CODE_01, None)


def test_an_event_leaves_the_case_that_it_was_called_on() -> None:
    before = attrs.evolve(ZIEK)
    ZIEK.hersteldmelding(per=dag(1))
    assert before == ZIEK
    assert ZIEK.status is Verzuimstatus.OPEN


# Corrections


@pytest.mark.parametrize(
    ("geval", "correctie", "changed"),
    [
        pytest.param(
            ZIEK,
            {"eerste_verzuimdag": dag(-1)},
            {
                "eerste_verzuimdag": dag(-1),
                "ingangsdatum": dag(-1),
                "eerste_verzuimdag_oud": MAART,
                "ingangsdatum_oud": MAART,
            },
            id="the first day, just after the ziekmelding",
        ),
        pytest.param(
            DEELS,
            {"eerste_verzuimdag": dag(1)},
            {"eerste_verzuimdag": dag(1), "eerste_verzuimdag_oud": MAART},
            id="the first day, after a later report",
        ),
        pytest.param(
            HERSTELD,
            {"eerste_verzuimdag": dag(1)},
            {"eerste_verzuimdag": dag(1), "eerste_verzuimdag_oud": MAART},
            id="the first day, after the recovery",
        ),
        pytest.param(
            ZIEK.hersteldmelding(per=MAART),
            {"eerste_verzuimdag": dag(-1)},
            {"eerste_verzuimdag": dag(-1), "eerste_verzuimdag_oud": MAART},
            id="the first day, which was that of recovery; that stays",
        ),
        pytest.param(
            ZIEK,
            {"eerste_verzuimdag": dag(-2), "ingangsdatum": dag(-1)},
            {
                "eerste_verzuimdag": dag(-2),
                "ingangsdatum": dag(-1),
                "eerste_verzuimdag_oud": MAART,
                "ingangsdatum_oud": MAART,
            },
            id="the first day and the change date, each by itself",
        ),
        pytest.param(DEELS, {"verzuimpercentage": 40}, {"verzuimpercentage": 40}, id="the percentage"),
        pytest.param(
            DEELS,
            {"ingangsdatum": dag(6)},
            {"ingangsdatum": dag(6), "ingangsdatum_oud": dag(7)},
            id="the change date, also to an earlier one",
        ),
        pytest.param(
            ZIEK, {"id": "VG-2"}, {"verzuimgeval_id": "VG-2", "verzuimgeval_id_oud": "VG-1"}, id="the key of the case"
        ),
        pytest.param(
            HERSTELD,
            {"datum_hersteld": dag(15)},
            {"datum_hersteld": dag(15), "ingangsdatum": dag(15), "ingangsdatum_oud": dag(14)},
            id="the day of recovery, and the change date with it",
        ),
        pytest.param(
            HERSTELD,
            {"ingangsdatum": dag(15)},
            {"datum_hersteld": dag(15), "ingangsdatum": dag(15), "ingangsdatum_oud": dag(14)},
            id="the change date of a recovery, and its day with it",
        ),
        pytest.param(
            HERSTELD,
            {"ingangsdatum": dag(15), "datum_hersteld": dag(16)},
            {"datum_hersteld": dag(16), "ingangsdatum": dag(15), "ingangsdatum_oud": dag(14)},
            id="the change date and the day of recovery, each by itself",
        ),
        pytest.param(
            DEELS.hersteldmelding(per=dag(14), reden_einde=RedenEindeVerzuim.CODE_01),
            {"einde_verzuim": False, "verzuimpercentage": 50},
            {"einde_verzuim": False, "datum_hersteld": None, "reden_einde": None, "verzuimpercentage": 50},
            id="a recovery that was none",
        ),
        pytest.param(
            DEELS,
            {"einde_verzuim": True, "datum_hersteld": dag(7), "verzuimpercentage": 0},
            {"einde_verzuim": True, "datum_hersteld": dag(7), "verzuimpercentage": 0},
            id="a partial recovery that was a full one",
        ),
        pytest.param(
            ziek(gemeld_op=MAART), {"gemeld_op": None}, {"gemeld_op": None}, id="what should not have been said at all"
        ),
        pytest.param(
            ZIEK,
            {"oorzaak": OorzaakVerzuim.ARBEIDSONGEVAL, "verzuimpercentage": 100},
            {"oorzaak": OorzaakVerzuim.ARBEIDSONGEVAL},
            id="the cause, beside what was right",
        ),
    ],
)
def test_a_correction_gives_the_right_value_and_the_old_one(
    geval: Verzuimgeval, correctie: dict[str, Any], changed: dict[str, Any]
) -> None:
    expected: dict[str, Any] = {"soort": SoortMelding.CORRECTIE, "volgnummer": geval.volgnummer + 1, **changed}
    assert geval.correctie(**correctie).melding == attrs.evolve(geval.melding, **expected)


def test_old_values_stand_in_one_report_only() -> None:
    geval = ZIEK.correctie(eerste_verzuimdag=dag(-1), id="VG-2").correctie(verzuimpercentage=50)
    last = geval.melding
    assert (last.eerste_verzuimdag_oud, last.ingangsdatum_oud, last.verzuimgeval_id_oud) == (None, None, None)
    assert (geval.id, geval.eerste_verzuimdag, geval.volgnummer) == ("VG-2", dag(-1), 3)


def test_a_corrected_case_goes_on() -> None:
    undone = HERSTELD.correctie(einde_verzuim=False, verzuimpercentage=50)
    assert undone.status is Verzuimstatus.OPEN
    assert undone.hersteldmelding(per=dag(20)).datum_hersteld == dag(20)


@pytest.mark.parametrize("correctie", [{}, {"eerste_verzuimdag": MAART}, {"verzuimpercentage": 100, "id": "VG-1"}])
def test_a_correction_of_nothing_is_refused(correctie: dict[str, Any]) -> None:
    with pytest.raises(InvalidEvent, match=r"^correctie: nothing is corrected$"):
        ZIEK.correctie(**correctie)


@pytest.mark.parametrize(
    ("geval", "correctie"),
    [
        (ZIEK, {"verzuimpercentage": 0}),
        (HERSTELD, {"verzuimpercentage": 50}),
        (HERSTELD, {"einde_verzuim": False}),
        (ZIEK, {"einde_verzuim": True, "datum_hersteld": dag(1)}),
    ],
)
def test_a_correction_whose_percentage_contradicts_the_end_is_refused(geval: Verzuimgeval, correctie: dict[str, Any]) -> None:
    expected = r"^correctie: the percentage is above 0 as long as the absence lasts, and 0 when it has ended; "
    with pytest.raises(InvalidEvent, match=expected):
        geval.correctie(**correctie)


@pytest.mark.parametrize(
    ("geval", "correctie", "expected"),
    [
        (DEELS, {"eerste_verzuimdag": dag(8)}, "ingangsdatum: must not be before eerste_verzuimdag"),
        (ZIEK, {"ingangsdatum": dag(-1)}, "ingangsdatum: must not be before eerste_verzuimdag"),
        (ZIEK, {"datum_hersteld": dag(3)}, "einde_verzuim: must be True where datum_hersteld or reden_einde is given"),
        (
            HERSTELD,
            {"datum_hersteld": dag(-1), "ingangsdatum": dag(14)},
            "datum_hersteld: must not be before eerste_verzuimdag",
        ),
        (ZIEK, {"einde_verzuim": None}, "einde_verzuim: must be given"),
        (ZIEK, {"id": ""}, "id: must not be empty or blank"),
        (
            ZIEK,
            {"verzuimpercentage": 100.0},
            'verzuimpercentage: must be a Decimal, is a float: write it as Decimal("36.50"), since a float is not exact',
        ),
        (
            ZIEK,
            {"verzuimpercentage": Decimal("sNaN")},
            "verzuimpercentage: must be a number with a point and two digits after it, such as 36.00; has the form xxxx",
        ),
        (ZIEK, {"eerste_verzuimdag": datetime(2017, 3, 6)}, "eerste_verzuimdag: must be a date, is a datetime: take its .date()"),  # noqa: DTZ001, E501 - any datetime is wrong
    ],
)  # fmt: skip
def test_a_correction_to_what_cannot_be_is_refused(geval: Verzuimgeval, correctie: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        geval.correctie(**correctie)
    assert f"correctie.{expected}" in caught.value.faults


# What may not follow


@pytest.mark.parametrize(
    ("name", "follows"),
    [("hersteld", "only a correctie or an intrekking can follow"), ("ingetrokken", "nothing can follow")],
)
def test_on_a_closed_case_nothing_changes_any_more(name: str, follows: str) -> None:
    with pytest.raises(InvalidEvent) as caught:
        GEVALLEN[name].hersteldmelding(per=dag(20))
    assert str(caught.value) == f"hersteldmelding: the case is {name}; {follows}"
    with pytest.raises(InvalidEvent) as caught:
        GEVALLEN[name].gedeeltelijke_hersteldmelding(per=dag(20), verzuimpercentage=50)
    assert str(caught.value) == f"gedeeltelijke hersteldmelding: the case is {name}; {follows}"


def test_nothing_follows_a_withdrawal() -> None:
    with pytest.raises(InvalidEvent, match=r"^correctie: the case is ingetrokken; nothing can follow$"):
        INGETROKKEN.correctie(verzuimpercentage=50)
    with pytest.raises(InvalidEvent, match=r"^intrekking: the case is ingetrokken; nothing can follow$"):
        INGETROKKEN.intrekking()


@pytest.mark.parametrize(
    ("geval", "per", "where"),
    [(DEELS, dag(-1), "the first day of absence"), (DEELS, MAART, "the last report"), (DEELS, dag(6), "the last report")],
)
def test_a_date_that_goes_back_is_refused(geval: Verzuimgeval, per: date, where: str) -> None:
    reason = f"per lies before {where}; what was reported earlier is changed by a correctie"
    with pytest.raises(InvalidEvent) as caught:
        geval.hersteldmelding(per=per)
    assert str(caught.value) == f"hersteldmelding: {reason}"
    with pytest.raises(InvalidEvent) as caught:
        geval.gedeeltelijke_hersteldmelding(per=per, verzuimpercentage=10)
    assert str(caught.value) == f"gedeeltelijke hersteldmelding: {reason}"


class OtherDate(date):
    """A date of a class of its own, such as tests use that stop the clock."""


def test_a_date_of_another_class_may_not_go_back_either() -> None:
    with pytest.raises(InvalidEvent, match="per lies before the last report"):
        DEELS.hersteldmelding(per=OtherDate(2017, 3, 7))
    assert DEELS.hersteldmelding(per=OtherDate(2017, 3, 20)).datum_hersteld == dag(14)


@pytest.mark.parametrize("percentage", [-1, Decimal("100.01"), 101, Decimal("NaN")])
def test_a_percentage_outside_0_to_100_is_refused(percentage: Decimal) -> None:
    events: list[tuple[Any, dict[str, date]]] = [
        (ziek, {}),
        (ZIEK.gedeeltelijke_hersteldmelding, {"per": dag(7)}),
        (ZIEK.correctie, {}),
    ]
    for event, given in events:
        with pytest.raises(
            InvalidValue, match=r"^(ziekmelding|gedeeltelijke_hersteldmelding|correctie)\.verzuimpercentage: must be"
        ):
            event(**given, verzuimpercentage=percentage)


def test_without_absence_there_is_no_ziekmelding_and_no_partial_recovery() -> None:
    with pytest.raises(InvalidEvent, match=r"^ziekmelding: the verzuimpercentage must be above 0; at 0 it is a herst"):
        ziek(verzuimpercentage=0)
    with pytest.raises(InvalidEvent, match=r"^gedeeltelijke hersteldmelding: the verzuimpercentage must be above 0; at"):
        ZIEK.gedeeltelijke_hersteldmelding(per=dag(7), verzuimpercentage=Decimal("0.00"))


@pytest.mark.parametrize(
    "event",
    [
        lambda geval: geval.gedeeltelijke_hersteldmelding(per=dag(7), verzuimpercentage=50),
        lambda geval: geval.hersteldmelding(per=dag(7)),
        lambda geval: geval.correctie(verzuimpercentage=50),
        lambda geval: geval.intrekking(),
    ],
)
def test_a_report_beyond_999_is_refused(event: Any) -> None:
    almost = Verzuimgeval(meldingen=[example(Verzuimmelding, volgnummer=998)])
    last = event(almost)
    assert last.volgnummer == 999
    with pytest.raises(InvalidEvent, match=r"the case has 999 reports, and the message has no number for more$"):
        event(attrs.evolve(almost, meldingen=[example(Verzuimmelding, volgnummer=999)]))


@pytest.mark.parametrize("value", [datetime(2017, 3, 20), "2017-03-20", None, 20170320])  # noqa: DTZ001 - any datetime is wrong
def test_only_a_date_is_a_day_of_recovery(value: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^hersteldmelding\.per: must be [^\n]+$"):
        ZIEK.hersteldmelding(per=value)


@pytest.mark.parametrize(
    "own",
    ["soort", "verzuimgeval_id", "volgnummer", "ingangsdatum", "einde_verzuim", "datum_hersteld", "ingangsdatum_oud"],
)
def test_what_an_event_fills_cannot_be_given_besides(own: str) -> None:
    with pytest.raises(TypeError, match=f"^ziekmelding: fills {own} by itself$"):
        ziek(**{own: None})
    with pytest.raises(TypeError, match=f"^gedeeltelijke hersteldmelding: fills {own} by itself$"):
        ZIEK.gedeeltelijke_hersteldmelding(per=dag(7), verzuimpercentage=50, **{own: None})
    with pytest.raises(TypeError, match=f"^hersteldmelding: fills {own} by itself$"):
        ZIEK.hersteldmelding(per=dag(7), **{own: None})


def test_a_recovery_is_of_all_absence() -> None:
    with pytest.raises(TypeError, match=r"^hersteldmelding: fills verzuimpercentage by itself$"):
        ZIEK.hersteldmelding(per=dag(7), verzuimpercentage=50)


@pytest.mark.parametrize("own", ["soort", "volgnummer", "verzuimgeval_id", "verzuimgeval_id_oud", "eerste_verzuimdag_oud"])
def test_a_correction_cannot_change_what_counts_the_reports(own: str) -> None:
    with pytest.raises(TypeError, match=f"^correctie: fills {own} by itself$"):
        ZIEK.correctie(**{own: None})


@pytest.mark.parametrize("event", [ziek, ZIEK.correctie, partial(ZIEK.hersteldmelding, per=MAART)])
def test_a_field_that_no_report_has_is_named(event: Any) -> None:
    with pytest.raises(TypeError, match=r"a Verzuimmelding has no oorzak$"):
        event(oorzak=OorzaakVerzuim.ARBEIDSONGEVAL)


# Cases that are kept elsewhere


def test_a_case_goes_on_from_its_last_report() -> None:
    last = attrs.asdict(DEELS.melding, recurse=False)
    resumed = Verzuimgeval.hervat(**last)
    assert resumed.meldingen == (DEELS.melding,)
    assert resumed.hersteldmelding(per=dag(14)).melding == HERSTELD.melding


def test_a_case_goes_on_with_what_a_program_needs_to_keep() -> None:
    resumed = Verzuimgeval.hervat(
        soort=SoortMelding.CORRECTIE,
        verzuimgeval_id="VG-1",
        volgnummer=7,
        ingangsdatum=dag(7),
        eerste_verzuimdag=MAART,
        verzuimpercentage=50,
        samengesteld_met="VG-0",
        verpleegadres=example(Verpleegadres),
    )
    assert (resumed.status, resumed.intrekking().volgnummer) == (Verzuimstatus.OPEN, 8)
    assert (resumed.samengesteld_met, resumed.verpleegadres) == ("VG-0", example(Verpleegadres))


def test_a_withdrawn_case_that_is_resumed_stays_withdrawn() -> None:
    resumed = Verzuimgeval.hervat(**attrs.asdict(INGETROKKEN.melding, recurse=False))
    with pytest.raises(InvalidEvent, match="ingetrokken"):
        resumed.hersteldmelding(per=dag(20))


@pytest.mark.parametrize(
    ("meldingen", "expected"),
    [
        ((), "meldingen: at least one report makes a case"),
        ((DEELS.melding, ZIEK.melding), "meldingen: the volgnummers must rise"),
        ((ZIEK.melding, ZIEK.melding), "meldingen: the volgnummers must rise"),
        (ZIEK.melding, "meldingen: must be several of Verzuimmelding, is a Verzuimmelding"),
    ],
)
def test_a_case_is_made_of_reports_whose_numbers_rise(meldingen: Any, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Verzuimgeval(meldingen=meldingen)
    assert caught.value.faults == (f"Verzuimgeval.{expected}",)


def test_a_care_address_is_one() -> None:
    with pytest.raises(InvalidValue, match=r"^Verzuimgeval\.verpleegadres: must be a Verpleegadres, is an Adres$"):
        ziek(verpleegadres=example(Adres))


# Spells that follow each other


@pytest.mark.parametrize(("days", "linked"), [(-1, False), (0, True), (27, True), (28, False)])
def test_a_spell_within_28_days_is_linked_to_the_one_before(days: int, linked: bool) -> None:
    nieuw = ziek(id="VG-2", eerste_verzuimdag=dag(14 + days), eerdere_gevallen=[HERSTELD])
    assert nieuw.samengesteld_met == ("VG-1" if linked else None)


def test_of_several_spells_the_last_one_is_linked() -> None:
    later = ziek(id="VG-2", eerste_verzuimdag=dag(20)).hersteldmelding(per=dag(22))
    for order in ([HERSTELD, later], [later, HERSTELD]):
        assert ziek(id="VG-3", eerste_verzuimdag=dag(30), eerdere_gevallen=order).samengesteld_met == "VG-2"


@pytest.mark.parametrize("name", ["open", "partly recovered", "ingetrokken"])
def test_only_a_recovered_case_is_linked(name: str) -> None:
    nieuw = ziek(id="VG-2", eerste_verzuimdag=dag(20), eerdere_gevallen=[GEVALLEN[name]])
    assert nieuw.samengesteld_met is None


def test_a_link_stays_through_the_case() -> None:
    nieuw = ziek(id="VG-2", eerste_verzuimdag=dag(20), eerdere_gevallen=iter([HERSTELD]))
    assert nieuw.hersteldmelding(per=dag(25)).intrekking().samengesteld_met == "VG-1"


# Any order of events


KOPPELING = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", gevraagde_gegevens=list(requestable()))
PERCENTAGES = st.integers(1, 10_000).map(lambda number: Decimal(number).scaleb(-2))
DAGEN = st.integers(0, 40)
NIEUWE_SLEUTELS = st.integers(1, 10**6).map("VG-{}".format)


class Verloop(RuleBasedStateMachine):
    """An employer who reports, and an arbodienst that knows nothing but the messages."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[int] = []
        self.known: dict[str, Verzuimgeval] = {}

    @initialize(eerste=st.dates(date(2000, 1, 1), date(2050, 1, 1)), percentage=PERCENTAGES, andere=gegevens())
    def begin(self, eerste: date, percentage: Decimal, andere: dict[str, Any]) -> None:
        self.geval = Verzuimgeval.ziekmelding(id="VG-0", eerste_verzuimdag=eerste, verzuimpercentage=percentage, **andere)
        # What the case must be, kept apart from what the library makes of it.
        self.key, self.first, self.since, self.percentage = "VG-0", eerste, eerste, percentage
        self.status, self.number = Verzuimstatus.OPEN, 1
        self.arrive()

    def is_open(self) -> bool:
        return self.status is Verzuimstatus.OPEN

    def is_recovered(self) -> bool:
        return self.status is Verzuimstatus.HERSTELD

    def is_there(self) -> bool:
        return self.status is not Verzuimstatus.INGETROKKEN

    def arrive(self) -> None:
        """Send the last report, and do with it what a receiver does."""
        message = KOPPELING.verzuimmutatie(
            example(Werkgever), example(Werknemer, geboortedatum=date(1900, 1, 1)), example(Dienstverband), self.geval
        )
        ((received,),) = [inhoud.gevallen for inhoud in KOPPELING.inhoud(sivi2017.read(sivi2017.write(message)))]
        self.sent.append(received.volgnummer)
        self.known.pop(received.melding.verzuimgeval_id_oud or "", None)
        self.known[received.id] = received

    def then(self, geval: Verzuimgeval) -> None:
        before = self.geval
        self.geval = geval
        assert geval.meldingen[:-1] == before.meldingen
        self.number += 1
        self.arrive()

    @precondition(is_open)
    @rule(later=DAGEN, percentage=PERCENTAGES, andere=gegevens())
    def changes(self, later: int, percentage: Decimal, andere: dict[str, Any]) -> None:
        self.since += timedelta(days=later)
        self.percentage = percentage
        self.then(self.geval.gedeeltelijke_hersteldmelding(per=self.since, verzuimpercentage=percentage, **andere))

    @precondition(is_open)
    @rule(later=DAGEN, reden=st.none() | st.sampled_from(RedenEindeVerzuim))
    def recovers(self, later: int, reden: RedenEindeVerzuim | None) -> None:
        self.since += timedelta(days=later)
        self.percentage, self.status = Decimal(0), Verzuimstatus.HERSTELD
        self.then(self.geval.hersteldmelding(per=self.since, reden_einde=reden))

    @precondition(is_there)
    @rule(earlier=st.integers(1, 20))
    def first_day_was_earlier(self, earlier: int) -> None:
        first = self.first - timedelta(days=earlier)
        if self.since == self.first and self.is_open():
            self.since = first
        self.first = first
        self.then(self.geval.correctie(eerste_verzuimdag=first))

    @precondition(is_open)
    @rule(percentage=PERCENTAGES)
    def percentage_was_another(self, percentage: Decimal) -> None:
        if percentage == self.percentage:
            with pytest.raises(InvalidEvent, match="nothing is corrected"):
                self.geval.correctie(verzuimpercentage=percentage)
        else:
            self.percentage = percentage
            self.then(self.geval.correctie(verzuimpercentage=percentage))

    @precondition(is_there)
    @rule(key=NIEUWE_SLEUTELS)
    def key_was_another(self, key: str) -> None:
        if key != self.key:
            self.key = key
            self.then(self.geval.correctie(id=key))

    @precondition(is_recovered)
    @rule(later=st.integers(1, 20))
    def recovery_was_later(self, later: int) -> None:
        self.since += timedelta(days=later)
        self.then(self.geval.correctie(datum_hersteld=self.since))

    @precondition(is_recovered)
    @rule(percentage=PERCENTAGES)
    def recovery_was_none(self, percentage: Decimal) -> None:
        self.percentage, self.status = percentage, Verzuimstatus.OPEN
        self.then(self.geval.correctie(einde_verzuim=False, verzuimpercentage=percentage))

    @precondition(lambda self: self.is_there() and self.number > 4)
    @rule()
    def withdraws(self) -> None:
        self.status = Verzuimstatus.INGETROKKEN
        self.then(self.geval.intrekking())

    @rule()
    def restarts(self) -> None:
        """The program kept only the last report."""
        self.geval = Verzuimgeval.hervat(**attrs.asdict(self.geval.melding, recurse=False))

    def refuses(self, event: str, **given: Any) -> None:
        before = attrs.evolve(self.geval)
        with pytest.raises((InvalidEvent, InvalidValue)) as caught:
            getattr(self.geval, event)(**given)
        assert isinstance(caught.value, SiviError)
        assert self.geval == before

    @rule(earlier=st.integers(1, 400))
    def goes_back(self, earlier: int) -> None:
        per = self.since - timedelta(days=earlier)
        self.refuses("hersteldmelding", per=per)
        self.refuses("gedeeltelijke_hersteldmelding", per=per, verzuimpercentage=50)

    @rule(percentage=st.sampled_from([0, -1, 101, Decimal("100.01"), Decimal("50.001"), 50.0, True, "50", None]))
    def has_no_percentage(self, percentage: Any) -> None:
        self.refuses("gedeeltelijke_hersteldmelding", per=self.since, verzuimpercentage=percentage)

    @precondition(lambda self: not self.is_open())
    @rule(later=DAGEN)
    def goes_on_when_closed(self, later: int) -> None:
        per = self.since + timedelta(days=later)
        self.refuses("hersteldmelding", per=per)
        self.refuses("gedeeltelijke_hersteldmelding", per=per, verzuimpercentage=50)

    @precondition(lambda self: not self.is_there())
    @rule(key=NIEUWE_SLEUTELS)
    def goes_on_when_withdrawn(self, key: str) -> None:
        self.refuses("correctie", id=key)
        self.refuses("intrekking")

    @rule(later=st.integers(1, 20))
    def corrects_to_what_cannot_be(self, later: int) -> None:
        self.refuses("correctie", eerste_verzuimdag=self.since + timedelta(days=later), ingangsdatum=self.since)
        self.refuses("correctie")

    @invariant()
    def numbers_rise_by_one(self) -> None:
        assert self.sent == list(range(1, len(self.sent) + 1))

    @invariant()
    def the_receiver_knows_the_case_as_it_is(self) -> None:
        assert list(self.known) == [self.key]
        for geval in (self.geval, self.known[self.key]):
            assert (geval.id, geval.status, geval.volgnummer) == (self.key, self.status, self.number)
            assert (geval.eerste_verzuimdag, geval.verzuimpercentage) == (self.first, self.percentage)
            assert geval.melding.ingangsdatum == self.since
        assert self.known[self.key].melding == self.geval.melding


TestVerloop = Verloop.TestCase
TestVerloop.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_what_was_asked_and_said_once_is_not_asked_and_said_again() -> None:
    ziek = Verzuimgeval.ziekmelding(
        id="VG-1", eerste_verzuimdag=date(2017, 3, 6), acties=[SoortActie.CODE_01], vrije_tekst=["Belt terug."]
    )
    assert (ziek.melding.acties, ziek.melding.vrije_tekst) == ((SoortActie.CODE_01,), ("Belt terug.",))
    beter = ziek.hersteldmelding(per=date(2017, 3, 20))
    assert (beter.melding.acties, beter.melding.vrije_tekst) == ((), ())
    opnieuw = ziek.gedeeltelijke_hersteldmelding(per=date(2017, 3, 13), verzuimpercentage=50, acties=[SoortActie.CODE_02])
    assert opnieuw.melding.acties == (SoortActie.CODE_02,)
