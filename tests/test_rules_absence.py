"""Reports of absence, and the cases that they make together: VRZ-1 to VRZ-8."""

from __future__ import annotations

import re

import pytest
from test_rules_support import ASKED, VERZUIM_MESSAGE, found, insert, replace

import sivi2017
from sivi2017.rules import RuleProfile, rule_findings

FIRST_DAY = "<DatEerstVrzmdg>2017-03-06</DatEerstVrzmdg>"
ENDED = ("<EndVrzmJN>N", "<EndVrzmJN>J")
NOTHING_LEFT = ("<PrcVrzm>100.00", "<PrcVrzm>0.00")
RECOVERED = (FIRST_DAY, f"{FIRST_DAY}<DatHrstld>2017-03-20</DatHrstld>")
SWAPPED = RuleProfile(verwerkingscodes={"correctie": "05", "intrekking": "03"})
"""The other reading of the codes."""


def processing(code: str) -> tuple[str, str]:
    return "<VrwrkCd>01", f"<VrwrkCd>{code}"


@pytest.mark.parametrize(
    ("percentage", "wrong"),
    [("0.00", False), ("100.00", False), ("0100.00", False), (" 50.00 ", False), ("100.01", True), ("9999.99", True)],
)
def test_a_percentage_is_at_most_a_hundred(percentage: str, wrong: bool) -> None:
    """That of the absence, and that of arbeidstherapie."""
    absence = replace(VERZUIM_MESSAGE, ("<PrcVrzm>100.00", f"<PrcVrzm>{percentage}"))
    assert found("VRZ-1", absence) == (["Vrzm[1]/PrcVrzm"] if wrong else [])
    therapy = insert(VERZUIM_MESSAGE, "</VngntJN>", f"<PrcArbther>{percentage}</PrcArbther>")
    assert found("VRZ-1", therapy) == (["Vrzm[1]/PrcArbther"] if wrong else [])


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ((ENDED, RECOVERED, NOTHING_LEFT), []),
        ((ENDED, RECOVERED), ["Vrzm[1]/PrcVrzm"]),
        ((ENDED, NOTHING_LEFT), ["Dnstvbnd[1]/Vrzm[1]"]),
        ((ENDED,), ["Dnstvbnd[1]/Vrzm[1]", "Vrzm[1]/PrcVrzm"]),
        ((), []),
    ],
)
@pytest.mark.parametrize("code", ["02", "05"])
def test_a_case_that_has_ended_has_a_day_of_recovery_and_no_percentage(
    changes: tuple[tuple[str, str], ...], places: list[str], code: str
) -> None:
    """What is missing is told at the report; a withdrawal repeats the case, so the same holds for it."""
    assert found("VRZ-2", replace(VERZUIM_MESSAGE, processing(code), *changes)) == places


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ((), []),
        ((("100.00", "0.01"),), []),
        ((RECOVERED,), ["Vrzm[1]/DatHrstld"]),
        ((NOTHING_LEFT,), ["Vrzm[1]/PrcVrzm"]),
        ((RECOVERED, NOTHING_LEFT), ["Vrzm[1]/DatHrstld", "Vrzm[1]/PrcVrzm"]),
        ((ENDED, RECOVERED, NOTHING_LEFT), []),
    ],
)
@pytest.mark.parametrize("code", ["02", "05"])
def test_a_case_that_goes_on_has_a_percentage_and_no_day_of_recovery(
    changes: tuple[tuple[str, str], ...], places: list[str], code: str
) -> None:
    """Also when it is withdrawn."""
    assert found("VRZ-3", replace(VERZUIM_MESSAGE, processing(code), *changes)) == places


def test_only_a_case_that_has_ended_has_a_reason_for_its_end() -> None:
    text = insert(VERZUIM_MESSAGE, "</VngntJN>", "<RdnEndVrzmCd>01</RdnEndVrzmCd>")
    assert found("VRZ-4", text) == ["Vrzm[1]/RdnEndVrzmCd"]
    assert found("VRZ-4", replace(text, ENDED)) == []
    assert found("VRZ-4", VERZUIM_MESSAGE) == []


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ((), []),
        ((("<IngdatMutVrzm>2017-03-06", "<IngdatMutVrzm>2017-03-06Z"), ("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>001")), []),
        ((("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>2"),), ["Vrzm[1]/VrzmgvlVnrMld"]),
        ((("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>0"),), ["Vrzm[1]/VrzmgvlVnrMld"]),
        ((("<IngdatMutVrzm>2017-03-06", "<IngdatMutVrzm>2017-03-07"),), ["Vrzm[1]/IngdatMutVrzm"]),
    ],
)
def test_a_new_case_begins_at_the_beginning(changes: tuple[tuple[str, str], ...], places: list[str]) -> None:
    """With report 1, on the first day, however these are written."""
    assert found("VRZ-5", replace(VERZUIM_MESSAGE, *changes)) == places


def test_what_is_new_is_a_setting_of_the_coupling() -> None:
    """A change may have any number."""
    text = replace(VERZUIM_MESSAGE, processing("02"), ("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>2"))
    assert found("VRZ-5", text) == []
    new = RuleProfile(verwerkingscodes={"nieuw": "02"})
    assert found("VRZ-5", text, new) == ["Vrzm[1]/VrzmgvlVnrMld"]
    assert found("VRZ-5", replace(text, ("<VrwrkCd>02", "<VrwrkCd>01")), new) == []


def test_a_code_of_a_coupling_may_come_from_anywhere() -> None:
    """From a file of settings, say: what counts is what it says, not which object of Python it is."""
    names = {"nieuw": 1, "correctie": 3, "ongewijzigd": 4, "intrekking": 5}
    elsewhere = RuleProfile(verwerkingscodes={name: f"{code:02}" for name, code in names.items()}, requested={"SofiNr"})
    assert found("VRZ-5", replace(VERZUIM_MESSAGE, ("<VrzmgvlVnrMld>1", "<VrzmgvlVnrMld>2")), elsewhere) != []
    corrected = insert(VERZUIM_MESSAGE, "</VrzmgvlId>", "<VrzmgvlIdOud>VG-0</VrzmgvlIdOud>")
    assert found("VRZ-6", replace(corrected, processing("03")), elsewhere) == []
    assert numbered(of_one_employment(report("A", 3), report("A", 3, code="04")), elsewhere) == []
    withdrawn = report("A", 1, "03-06 "), report("A", 2, "03-06 ", code="05"), report("B", 1, "03-13 ")
    assert overlapping(*withdrawn, profile=elsewhere) == []
    too_early = ("<Ingdat>2010-01-01", "<Ingdat>2017-03-07")
    assert found("DAT-4", replace(VERZUIM_MESSAGE, too_early, processing("05")), elsewhere) == []


OLD = {
    "IngdatMutVrzmOud": ("</IngdatMutVrzm>", "2017-03-05", "2017-03-07", "2017-03-06+01:00"),
    "VrzmgvlIdOud": ("</VrzmgvlId>", "VG-0", "VG-2", "VG-1"),
    "DatEerstVrzmdgOud": ("</DatEerstVrzmdg>", "2017-03-05", "2017-03-07", "2017-03-06Z"),
}


@pytest.mark.parametrize("tag", OLD)
def test_an_old_value_stands_in_a_correction_and_differs(tag: str) -> None:
    """The same day in another zone is no other value. Elsewhere, also in a withdrawal, it has no place."""
    after, old, later, same = OLD[tag]
    text = insert(VERZUIM_MESSAGE, after, f"<{tag}>{old}</{tag}>")
    assert found("VRZ-6", replace(text, processing("03"))) == []
    assert found("VRZ-6", replace(text, processing("03"), (f"<{tag}>{old}", f"<{tag}>{later}"))) == []
    assert found("VRZ-6", replace(text, processing("03"), (f"<{tag}>{old}", f"<{tag}>{same}"))) == [f"Vrzm[1]/{tag}"]
    for code in ("01", "02", "04", "05"):
        assert found("VRZ-6", replace(text, processing(code))) == [f"Vrzm[1]/{tag}"]


def test_what_is_a_correction_is_a_setting_of_the_coupling() -> None:
    text = insert(VERZUIM_MESSAGE, "</VrzmgvlId>", "<VrzmgvlIdOud>VG-0</VrzmgvlIdOud>")
    assert found("VRZ-6", replace(text, processing("05")), SWAPPED) == []
    assert found("VRZ-6", replace(text, processing("03")), SWAPPED) == ["Vrzm[1]/VrzmgvlIdOud"]


def report(case: str, number: int = 1, days: str = "03-06 ", code: str = "02", old: str = "") -> str:
    """A report, where ``days`` is the first day and the day of recovery; one that ends in a blank is open."""
    first, _, recovered = days.partition(" ")
    return (
        f"<Vrzm><VrwrkCd>{code}</VrwrkCd><IngdatMutVrzm>2017-{recovered.strip('?') or first}</IngdatMutVrzm>"
        f"<VrzmgvlId>{case}</VrzmgvlId>{f'<VrzmgvlIdOud>{old}</VrzmgvlIdOud>' if old else ''}"
        f"<VrzmgvlVnrMld>{number}</VrzmgvlVnrMld><EndVrzmJN>{'J' if recovered else 'N'}</EndVrzmJN>"
        f"<DatEerstVrzmdg>2017-{first}</DatEerstVrzmdg>"
        f"{f'<DatHrstld>2017-{recovered}</DatHrstld>' if recovered and '?' not in recovered else ''}"
        f"<PrcVrzm>{'0.00' if recovered else '100.00'}</PrcVrzm><OorzkVrzmCd>99</OorzkVrzmCd><VngntJN>N</VngntJN></Vrzm>"
    )


def of_one_employment(*reports: str) -> str:
    """A message with just these reports."""
    return re.sub("<Vrzm>.*</Vrzm>", "".join(reports), VERZUIM_MESSAGE, flags=re.DOTALL)


def part(text: str, tag: str) -> str:
    """An element of a message, with all that it holds."""
    match = re.search(f"<{tag}>.*</{tag}>", text, flags=re.DOTALL)
    assert match is not None
    return match[0]


def numbered(text: str, profile: RuleProfile = ASKED) -> list[str]:
    return found("VRZ-7", text, profile)


def test_the_numbers_of_the_reports_of_a_case_rise() -> None:
    """They need not follow on each other, and those of another case do not count."""
    assert numbered(of_one_employment(report("A", 1), report("B", 1), report("A", 2), report("B", 5), report("A", 7))) == []


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [([1, 1], [2]), ([2, 1], [2]), ([0, 0], [2]), ([1, 3, 2, 3, 4], [3, 4])],
)
def test_a_number_that_does_not_rise_is_found(numbers: list[int], wrong: list[int]) -> None:
    """Each that is not higher than all before it."""
    text = of_one_employment(*(report("A", number) for number in numbers))
    assert numbered(text) == [f"Vrzm[{index}]/VrzmgvlVnrMld" for index in wrong]


def test_a_case_is_the_same_over_all_employees_and_employments_of_an_employer() -> None:
    """An answer names a report by the employer, the case and the number."""
    employment = part(of_one_employment(report("A", 1)), "Dnstvbnd")
    text = replace(VERZUIM_MESSAGE, (part(VERZUIM_MESSAGE, "Dnstvbnd"), employment + employment))
    assert numbered(text) == ["Vrzm[1]/VrzmgvlVnrMld"]
    employee = part(of_one_employment(report("A", 1)), "Wrknmr")
    text = replace(VERZUIM_MESSAGE, (part(VERZUIM_MESSAGE, "Wrknmr"), employee + employee))
    assert numbered(text) == ["Vrzm[1]/VrzmgvlVnrMld"]


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ((), ["Vrzm[1]/VrzmgvlVnrMld"]),
        ((("WG-1", "WG-2"),), []),
        ((("AANSL-1", "AANSL-2"),), []),
    ],
)
def test_another_employer_has_other_cases(changes: tuple[tuple[str, str], ...], places: list[str]) -> None:
    """An employer that stands in the message twice is one employer."""
    employer = part(VERZUIM_MESSAGE, "Wrkgvr")
    assert numbered(replace(VERZUIM_MESSAGE, (employer, employer + replace(employer, *changes)))) == places


def test_a_case_that_gets_another_key_goes_on_counting() -> None:
    """A correction of the key is a report of the case like any other."""
    assert numbered(of_one_employment(report("A", 2), report("B", 3, code="03", old="A"), report("B", 4))) == []
    text = of_one_employment(report("A", 2), report("B", 2, code="03", old="A"), report("B", 1))
    assert numbered(text) == ["Vrzm[2]/VrzmgvlVnrMld", "Vrzm[3]/VrzmgvlVnrMld"]
    assert numbered(of_one_employment(report("B", 1, code="03", old="A"), report("B", 2))) == []


def test_a_report_that_changes_nothing_has_no_turn() -> None:
    """It repeats what was sent, to go with something else; the profile says which code it has."""
    text = of_one_employment(report("A", 3), report("A", 3, code="04"), report("A", 4))
    assert numbered(text) == []
    assert numbered(text, RuleProfile(verwerkingscodes={"ongewijzigd": "05"})) == ["Vrzm[2]/VrzmgvlVnrMld"]


def test_a_withdrawal_has_a_turn_like_any_other_report() -> None:
    assert numbered(of_one_employment(report("A", 3), report("A", 3, code="05"))) == ["Vrzm[2]/VrzmgvlVnrMld"]


def overlapping(*reports: str, profile: RuleProfile = ASKED) -> list[str]:
    return found("VRZ-8", of_one_employment(*reports), profile)


def test_cases_one_after_the_other_do_not_overlap() -> None:
    """In any order; the day of recovery of one may be the first day of the next."""
    assert overlapping(report("A", days="03-06 03-13"), report("B", days="03-13 03-20"), report("C", days="03-20 ")) == []
    assert overlapping(report("C", days="03-20 "), report("A", days="03-06 03-13")) == []


def test_two_cases_at_a_time_overlap() -> None:
    """The finding is on the one that begins later."""
    assert overlapping(report("A", days="03-06 03-13"), report("B", days="03-12 03-20")) == ["Dnstvbnd[1]/Vrzm[2]"]
    assert overlapping(report("A", days="03-12 "), report("B", days="03-06 03-13")) == ["Dnstvbnd[1]/Vrzm[1]"]


def test_a_short_case_within_a_long_one_does_not_hide_what_comes_after() -> None:
    """The third falls into the first, though the second has ended."""
    reports = report("A", days="03-01 03-31"), report("B", days="03-06 03-07"), report("C", days="03-20 03-21")
    assert overlapping(*reports) == ["Dnstvbnd[1]/Vrzm[2]", "Dnstvbnd[1]/Vrzm[3]"]


def test_each_case_may_overlap_the_one_before_it() -> None:
    """The third falls into the second, though the first has ended."""
    reports = report("A", days="03-01 03-10"), report("B", days="03-06 03-20"), report("C", days="03-16 03-25")
    assert overlapping(*reports) == ["Dnstvbnd[1]/Vrzm[2]", "Dnstvbnd[1]/Vrzm[3]"]


def test_there_is_one_open_case() -> None:
    assert overlapping(report("A", days="03-06 ")) == []
    assert overlapping(report("A", days="03-06 "), report("B", days="03-13 ")) == ["Dnstvbnd[1]/Vrzm[2]"]


def test_the_sentence_names_the_other_case_by_its_place() -> None:
    """And says whether both are open, or overlap."""

    def sentences(*reports: str) -> list[str]:
        findings = rule_findings(sivi2017.read(of_one_employment(*reports).encode()), ASKED)
        return [finding.message for finding in findings if finding.id == "VRZ-8"]

    place = "Dnstvbnd[1]/Vrzm[2] (Verzuim): the case"
    ended, first, second = report("A", days="03-06 03-13"), report("A", days="03-06 "), report("B", days="03-12 ")
    assert sentences(first, second) == [f"{place} is open, as is that of Vrzm[1]"]
    assert sentences(ended, second) == [f"{place} overlaps that of Vrzm[1]"]
    assert sentences(ended, report("B", days="03-12 03-13")) == [f"{place} overlaps that of Vrzm[1]"]
    assert sentences(first, report("B", days="03-12 03-13")) == [f"{place} overlaps that of Vrzm[1]"]


def test_only_the_last_report_of_a_case_counts() -> None:
    """The case was open when the message began, and had ended before the next."""
    reports = report("A", 1, "03-06 "), report("A", 2, "03-06 03-13"), report("B", 1, "03-20 ")
    assert overlapping(*reports) == []


def test_a_withdrawn_case_is_not_there() -> None:
    """It does not overlap; the profile says which code a withdrawal has."""
    reports = report("A", 1, "03-06 "), report("A", 2, "03-06 ", code="05"), report("B", 1, "03-13 ")
    assert overlapping(*reports) == []
    assert overlapping(*reports, profile=SWAPPED) == ["Dnstvbnd[1]/Vrzm[3]"]


def test_a_case_under_its_old_key_is_not_another_case() -> None:
    assert overlapping(report("A", 1, "03-06 "), report("B", 2, "03-06 ", code="03", old="A")) == []


def test_a_case_that_ended_without_a_day_of_recovery_ends_when_the_report_holds() -> None:
    """VRZ-2 tells that the day is missing."""
    assert overlapping(report("A", days="03-06 03-13?"), report("B", days="03-13 ")) == []
    assert overlapping(report("A", days="03-06 03-13?"), report("B", days="03-12 ")) == ["Dnstvbnd[1]/Vrzm[2]"]


def test_cases_of_different_employments_may_be_at_the_same_time() -> None:
    """Who is ill is ill in both."""
    employments = [part(of_one_employment(report(case)), "Dnstvbnd") for case in "AB"]
    text = replace(VERZUIM_MESSAGE, (part(VERZUIM_MESSAGE, "Dnstvbnd"), "".join(employments)))
    assert found("VRZ-8", text) == []
