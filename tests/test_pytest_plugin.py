"""The pytest plugin, as the test suites of others use it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

import _sivi2017_pytest
from sivi2017 import Finding, Koppeling, Report, asserting, write
from sivi2017.bindings import Verzuimmeldingen, WerknemerGegevens

pytest_plugins = ["pytester"]

STRANGER = Path(__file__).parent / "projects" / "stranger"

FIXTURES = {
    "assert_invalid",
    "assert_same",
    "assert_valid",
    "sivi2017_dienstverband",
    "sivi2017_geval",
    "sivi2017_koppeling",
    "sivi2017_outbox",
    "sivi2017_regelprofiel",
    "sivi2017_snapshot",
    "sivi2017_verzuimmutatie",
    "sivi2017_werkgever",
    "sivi2017_werknemer",
    "sivi2017_werknemermutatie",
}


ASKED_OF_ALL_RUNS = Koppeling, asserting
"""What runs within this process need is imported once, here: a run forgets what it imported itself."""


@pytest.fixture
def pytester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Runs within this one leave out a plugin that takes a second to import what it needs for its summary."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")
    return pytester


def told(result: pytest.RunResult, start: str) -> list[str]:
    """The lines of a run that follow one with a text, up to the first that is empty or a rule."""
    lines = [line.removeprefix("E").strip() for line in result.outlines]
    first = next(index for index, line in enumerate(lines) if start in line)
    return [*takewhile(lambda line: line and not line.startswith("==="), lines[first + 1 :])]


class TestLoading:
    def test_loading_imports_nothing_but_itself(self) -> None:
        """Neither the library nor what it stands on: a suite that does not use the plugin does not wait for it."""
        program = "import sys, pytest; old = set(sys.modules); import _sivi2017_pytest; print(*set(sys.modules) - old)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["_sivi2017_pytest"]

    def test_a_suite_that_does_not_use_it_does_not_import_the_library(self, pytester: pytest.Pytester) -> None:
        """Not for its fixtures, not when values are compared that are no messages, and not at the end."""
        pytester.makepyfile(
            """
            import sys

            class Part:
                pass

            def test_equal():
                assert Part() == Part()

            def test_modules():
                assert "_sivi2017_pytest" in sys.modules
                assert [name for name in sys.modules if name.partition(".")[0] == "sivi2017"] == []
            """
        )
        pytester.runpytest_subprocess().assert_outcomes(passed=1, failed=1)

    def test_every_fixture_is_explained(self, pytester: pytest.Pytester) -> None:
        """Pytest --fixtures lists them, and nothing else that this plugin has."""
        listed = pytester.runpytest("--fixtures").stdout.str()
        section = listed.split("fixtures defined from _sivi2017_pytest")[1].split("fixtures defined from")[0]
        names = {line.split()[0] for line in section.splitlines() if " -- " in line and not line.startswith(" ")}
        assert names == FIXTURES
        assert "no docstring available" not in section

    def test_the_runs_that_ended_are_forgotten(self, pytester: pytest.Pytester) -> None:
        before = list(_sivi2017_pytest._running)
        pytester.runpytest("--sivi2017-reveal")
        assert _sivi2017_pytest._running == before


WARNED = """
    import pytest
    from sivi2017.asserting import assert_valid
    from sivi2017 import write

    @pytest.fixture
    def warned(sivi2017_verzuimmutatie):
        sivi2017_verzuimmutatie.werkgever[0].werknemer[0].burgerservicenummer = "012345672"
        return sivi2017_verzuimmutatie

    def test_function(warned):
        assert_valid(warned)

    def test_fixture(warned, assert_valid):
        assert_valid(warned)

    def test_outbox(warned, sivi2017_outbox):
        sivi2017_outbox.send(write(warned))
"""


class TestSeverity:
    """Which findings make a message invalid is an option, for the functions and for the fixtures."""

    def test_errors_when_nothing_is_said(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(WARNED)
        pytester.runpytest().assert_outcomes(passed=3)

    def test_warnings_by_the_option(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(WARNED)
        result = pytester.runpytest("--sivi2017-fail-on=warning")
        result.assert_outcomes(failed=2, passed=1, errors=1)
        result.stdout.fnmatch_lines(["E*AssertionError: the message is not valid: 1 warning", "E*warning PRV-2 at */SofiNr"])

    def test_warnings_by_the_ini_file(self, pytester: pytest.Pytester) -> None:
        """The option goes before it."""
        pytester.makepyfile(WARNED)
        pytester.makeini("[pytest]\nsivi2017_fail_on = warning\n")
        pytester.runpytest().assert_outcomes(failed=2, passed=1, errors=1)
        pytester.runpytest("--sivi2017-fail-on=error").assert_outcomes(passed=3)

    def test_what_is_no_severity_is_refused(self, pytester: pytest.Pytester) -> None:
        """Before any test runs."""
        pytester.makepyfile(WARNED)
        assert pytester.runpytest("--sivi2017-fail-on=fatal").ret == pytest.ExitCode.USAGE_ERROR
        pytester.makeini("[pytest]\nsivi2017_fail_on = fatal\n")
        result = pytester.runpytest()
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stderr.fnmatch_lines(["ERROR: sivi2017_fail_on must be one of error, warning"])

    def test_the_profile_of_a_coupling(self, pytester: pytest.Pytester) -> None:
        """A suite that overrides the fixture has its own rules, in the fixtures."""
        pytester.makepyfile(WARNED)
        pytester.makeconftest(
            """
            import pytest
            from sivi2017 import RuleProfile

            @pytest.fixture
            def sivi2017_regelprofiel():
                return RuleProfile(requested={"SofiNr"})
            """
        )
        result = pytester.runpytest("--sivi2017-fail-on=warning")
        result.assert_outcomes(failed=1, passed=2)
        result.stdout.fnmatch_lines(["FAILED *::test_function *"])


class TestEquality:
    def test_messages_that_are_not_equal_are_explained(self, pytester: pytest.Pytester) -> None:
        """Element by element. Other comparisons are left to pytest."""
        pytester.makepyfile(
            """
            import copy

            def test_messages(sivi2017_verzuimmutatie):
                other = copy.deepcopy(sivi2017_verzuimmutatie)
                other.werkgever[0].werknemer[0].voorletters = "QQQQ"
                assert sivi2017_verzuimmutatie == other

            def test_parts(sivi2017_verzuimmutatie):
                werkgever = sivi2017_verzuimmutatie.werkgever[0]
                assert werkgever == werkgever.werknemer[0]

            def test_unequal(sivi2017_verzuimmutatie):
                assert sivi2017_verzuimmutatie != sivi2017_verzuimmutatie

            def test_message_and_text(sivi2017_verzuimmutatie):
                assert sivi2017_verzuimmutatie == "a text"
            """
        )
        result = pytester.runpytest()
        result.assert_outcomes(failed=4)
        result.stdout.fnmatch_lines(
            [
                "E*the messages differ in 1 element",
                "E*/Verzuimmeldingen/Wrkgvr?1?/Wrknmr?1?/Voorl (Voorletters)",
                "E*left:  hidden; has the form xx",
                "E*right: hidden; has the form xxxx",
            ]
        )
        assert "the messages say the same" not in result.stdout.str()
        assert "QQQQ" not in "\n".join(line for line in result.outlines if line.startswith("E"))
        result = pytester.runpytest("--sivi2017-reveal", "-k", "messages")
        result.stdout.fnmatch_lines(["E*right: QQQQ"])


SNAPSHOT = """
    import pytest
    from sivi2017 import write

    class TestMessage:
        def test_kept(self, sivi2017_verzuimmutatie, sivi2017_snapshot):
            sivi2017_snapshot(sivi2017_verzuimmutatie)
            sivi2017_snapshot(write(sivi2017_verzuimmutatie), "as bytes", reveal=True)

    @pytest.mark.parametrize("text", ["a/b", "a:b"])
    def test_names(text, sivi2017_werknemermutatie, sivi2017_snapshot):
        sivi2017_snapshot(sivi2017_werknemermutatie)
"""


class TestSnapshots:
    def test_a_snapshot_is_written_only_when_asked(self, pytester: pytest.Pytester) -> None:
        """So that a run of a build server never agrees with itself."""
        test = pytester.makepyfile(SNAPSHOT)
        folder = test.parent / f"{test.stem}_snapshots"
        result = pytester.runpytest()
        result.assert_outcomes(failed=3)
        result.stdout.fnmatch_lines(
            ["E*there is no snapshot TestMessage.test_kept.snapshot yet: run with --sivi2017-update-snapshots*"]
        )
        assert not folder.exists()
        pytester.runpytest("--sivi2017-update-snapshots").assert_outcomes(passed=3)
        pytester.runpytest().assert_outcomes(passed=3)
        pytester.runpytest("--sivi2017-reveal").assert_outcomes(passed=3)

    def test_each_has_a_file_of_its_own(self, pytester: pytest.Pytester) -> None:
        """With a name that every system takes, and that pytest does not take for a test."""
        test = pytester.makepyfile(SNAPSHOT)
        pytester.runpytest("--sivi2017-update-snapshots")
        names = sorted(file.name for file in (test.parent / f"{test.stem}_snapshots").iterdir())
        assert [re.sub("-[0-9a-f]{8}", "-number", name) for name in names] == [
            "TestMessage.test_kept.as_bytes-number.snapshot",
            "TestMessage.test_kept.snapshot",
            "test_names_a_b_-number.snapshot",
            "test_names_a_b_-number.snapshot",
        ]
        assert pytester.runpytest("--collect-only", "-q").outlines[-1].startswith("3 tests collected")

    def test_a_change_is_shown_by_the_lines_that_differ(self, pytester: pytest.Pytester) -> None:
        """And is taken over when asked."""
        pytester.makepyfile(SNAPSHOT)
        pytester.runpytest("--sivi2017-update-snapshots")
        pytester.makeconftest(
            """
            from datetime import date
            import pytest
            from sivi2017 import Verzuimgeval

            @pytest.fixture
            def sivi2017_geval():
                return Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6), verzuimpercentage=50)
            """
        )
        result = pytester.runpytest("-k", "kept")
        result.assert_outcomes(failed=1)
        result.stdout.fnmatch_lines(
            [
                "E*the message is not as in TestMessage.test_kept.snapshot*",
                "E*-*Percentage verzuim*100.00",
                "E*+*Percentage verzuim*50.00",
            ]
        )
        pytester.runpytest("-k", "kept", "--sivi2017-update-snapshots").assert_outcomes(passed=1, deselected=2)
        pytester.runpytest("-k", "kept").assert_outcomes(passed=1, deselected=2)

    def test_two_of_one_test_need_names(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(
            """
            def test_twice(sivi2017_verzuimmutatie, sivi2017_snapshot):
                sivi2017_snapshot(sivi2017_verzuimmutatie)
                sivi2017_snapshot(sivi2017_verzuimmutatie)
            """
        )
        result = pytester.runpytest("--sivi2017-update-snapshots")
        result.stdout.fnmatch_lines(["E*ValueError: a second snapshot of one test needs a name of its own"])


class TestExamples:
    def test_the_messages_are_without_findings(
        self,
        assert_valid: Callable[..., Report],
        sivi2017_verzuimmutatie: Verzuimmeldingen,
        sivi2017_werknemermutatie: WerknemerGegevens,
    ) -> None:
        """Not even a warning."""
        assert assert_valid(sivi2017_verzuimmutatie).findings == ()
        assert assert_valid(sivi2017_werknemermutatie).findings == ()

    def test_the_assertions_are_fixtures_too(
        self,
        assert_invalid: Callable[..., tuple[Finding, ...]],
        assert_same: Callable[..., None],
        sivi2017_verzuimmutatie: Verzuimmeldingen,
    ) -> None:
        """They hold and fail as the functions do."""
        assert_same(sivi2017_verzuimmutatie, write(sivi2017_verzuimmutatie))
        with pytest.raises(AssertionError, match="the message is valid"):
            assert_invalid(sivi2017_verzuimmutatie)

    def test_the_messages_are_the_same_in_every_run(self, pytester: pytest.Pytester) -> None:
        """The clock of the coupling stands still, and its reference numbers count from one."""
        pytester.makepyfile(
            """
            from sivi2017 import write

            def test_moment(sivi2017_verzuimmutatie, sivi2017_werknemermutatie):
                header = sivi2017_werknemermutatie.bericht_algemeen
                assert str(header.aanmaaktijd_bericht) == "09:15:00"
                messages = sivi2017_verzuimmutatie, sivi2017_werknemermutatie
                numbers = {message.bericht_algemeen.berichtreferentienummer for message in messages}
                assert numbers == {"TEST-0001", "TEST-0002"}

            def test_again(sivi2017_werknemermutatie):
                assert sivi2017_werknemermutatie.bericht_algemeen.berichtreferentienummer == "TEST-0001"
            """
        )
        pytester.runpytest().assert_outcomes(passed=2)


@pytest.fixture
def stranger(pytester: pytest.Pytester) -> pytest.Pytester:
    """The project of a stranger, in a folder of its own."""
    shutil.copytree(STRANGER, pytester.path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return pytester


class TestStranger:
    """A project that was made by reading the documentation, run in a Python of its own."""

    def test_its_right_tests_pass(self, stranger: pytest.Pytester) -> None:
        stranger.runpytest_subprocess("test_right.py").assert_outcomes(passed=6)

    def test_its_wrong_tests_tell_what_a_person_needs(self, stranger: pytest.Pytester) -> None:
        """Findings with line and path, what was found instead, and differences; nowhere a value of a person, or XML."""
        result = stranger.runpytest_subprocess("test_wrong.py", "-vv")
        result.assert_outcomes(failed=5, passed=1, errors=1)
        percentage = "must be at most four digits, a point and two digits, such as 36.00"
        findings = [
            "line 23: error XSD-LENGTH at /Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/Voorl",
            "Wrknmr[1]/Voorl (Voorletters): at most 6 characters, has 8",
            "line 54: error XSD-PATTERN at /Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/Dnstvbnd[1]/Vrzm[1]/PrcVrzm",
            f"Vrzm[1]/PrcVrzm (Percentage verzuim): {percentage}; has the form 999",
        ]
        hidden = "Values of people are hidden; reveal=True or the option --sivi2017-reveal shows them."
        differences = [
            "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/SignNm (Significant deel van de achternaam)",
            "left:  hidden; has the form xxxxxxxxx",
            "right: hidden; has the form xxxxxxx",
            "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/Com[1] (Communicatie)",
            "left:  there, with 2 elements",
            "right: absent",
            "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]/Dnstvbnd[1]/Vrzm[1]/PrcVrzm (Percentage verzuim)",
            "left:  100.00",
            "right: 50.00",
            hidden,
        ]
        assert told(result, "AssertionError: the message is not valid: 2") == [*findings, hidden]
        assert told(result, "AssertionError: the message is not valid, and has no DAT-1; found instead: 2 errors") == [
            *findings,
            hidden,
        ]
        assert told(result, "AssertionError: the messages differ in 3 elements") == differences
        assert told(result, "assert the messages differ in 3 elements") == differences
        assert told(result, "message 2 of the 2 that were sent is not valid: 2 errors") == [*findings, hidden]
        shown = [line for line in result.outlines if not line.startswith((" ", ">"))]  # the tests themselves are shown too
        assert [line for line in shown if "A.B.C.D." in line or "Vermaat" in line or "<Voorl" in line] == []

    def test_values_are_shown_when_asked(self, stranger: pytest.Pytester) -> None:
        result = stranger.runpytest_subprocess("test_wrong.py", "-vv", "--sivi2017-reveal")
        assert "has: A.B.C.D." in told(result, "AssertionError: the message is not valid: 2")
        assert "right: Vermaat" in told(result, "AssertionError: the messages differ in 3 elements")
        assert "--sivi2017-reveal" not in result.stdout.str()


def test_the_functions_and_the_fixtures_have_the_same_names() -> None:
    assert FIXTURES & set(asserting.__all__) == {"assert_invalid", "assert_same", "assert_valid"}
