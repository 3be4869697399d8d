"""``sivi2017 show``: a message for a person, and nothing of a person for who may not see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MESSAGES, RETOUR, changed, full_message, sample
from conftest import VERZUIM as WITH_SOFINR

from sivi2017.cli.commands import commands

# Without the one value that gives a warning wherever no coupling has asked for it.
VERZUIM = changed(WITH_SOFINR, ("      <SofiNr>012345672</SofiNr>\n", "")).decode()


def show(content: str | bytes, *options: str) -> Result:
    """Run the command on a message."""
    return CliRunner().invoke(commands, ["show", *options, "-"], input=content)


def row(shown: Result, label: str) -> str:
    """What stands behind a label that is shown just once."""
    (text,) = re.findall(rf"^ *{re.escape(label)}  +(.*)$", shown.stdout, re.MULTILINE)
    return str(text)


class TestWhatIsShown:
    def test_the_parts_of_a_message_by_their_dutch_names(self) -> None:
        """Titles say which part follows, and how many there are where there may be several."""
        shown = show(VERZUIM).stdout
        titles = [line for line in shown.splitlines() if re.match(r" *[A-Z][a-z]+( algemeen| \d+ van \d+)$", line)]
        assert titles == [
            "Bericht algemeen",
            "Werkgever 1 van 1",
            "  Werknemer 1 van 1",
            "    Dienstverband 1 van 1",
            "      Verzuim 1 van 1",
        ]
        assert shown.startswith("Verzuimmeldingen (-)\n")

    def test_values_stand_as_they_were_written(self) -> None:
        """Leading zeros and zones are not lost for the eye either."""
        shown = show(
            changed(
                VERZUIM,
                ("<VrzmgvlVnrMld>1<", "<VrzmgvlVnrMld>001<"),
                ("<AantijdBr>09:15:00<", "<AantijdBr>09:15:00.50+01:00<"),
            )
        )
        assert row(shown, "Verzuimgeval volgnummer melding") == "001"
        assert row(shown, "Aanmaaktijd bericht") == "09:15:00.50+01:00"
        assert row(shown, "Contracturen per week") == "036.00"
        assert row(shown, "Aanmaakdatum bericht") == "2017-03-06"

    def test_an_empty_value_is_seen(self) -> None:
        """An element without text differs from no element."""
        shown = show(changed(VERZUIM, ("<OrgeenhCd>OE-1<", "<OrgeenhCd><")))
        assert row(shown, "Organisatie-eenheid, code") == "(leeg)"

    @pytest.mark.parametrize("name", MESSAGES)
    def test_every_element_of_every_message_has_a_line(self, name: str) -> None:
        """Nothing that a message can say is passed over."""
        message = full_message(name, times=2)
        shown = show(message, "--reveal").stdout.partition("\nBevindingen")[0]
        lines = [line for line in shown.splitlines()[1:] if line.strip() and not line.startswith(("Legenda", "Geen"))]
        gists = [line for line in lines if line.lstrip().startswith("Samengevat ")]
        assert len(lines) - len(gists) == message.count("</") - 1  # all but the root


class TestCodes:
    def test_a_meaning_that_is_certain(self) -> None:
        assert row(show(VERZUIM), "Geslachtsaanduiding, code") == "V = vrouw"

    def test_a_meaning_that_is_inferred(self) -> None:
        assert row(show(VERZUIM), "Verwerking, code") == "01 = nieuw (melden) (afgeleid)"

    def test_a_meaning_that_is_not_known(self) -> None:
        assert row(show(RETOUR), "Soort retourmelding, code") == "01 (betekenis niet bekend)"

    def test_a_code_that_came_after_2017(self) -> None:
        shown = show(changed(VERZUIM, ("<GslchtCd>V<", "<GslchtCd>O<")))
        assert row(shown, "Geslachtsaanduiding, code") == "O = onbekend (code van na 2017)"


class TestWhatHappened:
    """The first line of an absence report says what it is about."""

    def test_a_ziekmelding(self) -> None:
        assert row(show(VERZUIM), "Samengevat") == (
            "nieuw (melden) (afgeleid); melding 1; per 2017-03-06; eerste verzuimdag 2017-03-06; 100.00% verzuim;"
            " einde verzuim: nee"
        )

    def test_a_hersteldmelding_with_corrected_days(self) -> None:
        """What it was before stands behind what it is now."""
        shown = show(
            changed(
                VERZUIM,
                ("<VrwrkCd>01<", "<VrwrkCd>03<"),
                ("<VrzmgvlId>", "<IngdatMutVrzmOud>2017-03-07</IngdatMutVrzmOud><VrzmgvlId>"),
                ("<EndVrzmJN>N<", "<EndVrzmJN>J<"),
                (
                    "<PrcVrzm>100.00<",
                    "<DatEerstVrzmdgOud>2017-03-05</DatEerstVrzmdgOud><DatHrstld>2017-03-20</DatHrstld><PrcVrzm>0.00<",
                ),
            )
        )
        assert row(shown, "Samengevat") == (
            "correctie (afgeleid); melding 1; per 2017-03-06 (eerder 2017-03-07);"
            " eerste verzuimdag 2017-03-06 (eerder 2017-03-05); 0.00% verzuim; einde verzuim: ja; hersteld 2017-03-20"
        )

    def test_a_report_of_which_nothing_can_be_read(self) -> None:
        """Without values there is nothing to tell: the findings do."""
        start, _, rest = VERZUIM.partition("<Vrzm>")
        shown = show(f"{start}<Vrzm></Vrzm>{rest.partition('</Vrzm>')[2]}")
        assert "      Verzuim 1 van 1\n" in shown.stdout
        assert "Samengevat" not in shown.stdout


class TestEvidence:
    def test_elements_that_2017_may_not_have_had_are_marked(self) -> None:
        """The mark stands with the name of an element or a group, and the legend explains it in one line."""
        shown = show(full_message("Verzuimmeldingen")).stdout
        assert re.search(r"^ +Datum verwacht herstel \[D\]  +2017-03-06$", shown, re.MULTILINE)
        assert re.search(r"^ +Kostenplaats \[D\] 1 van 1$", shown, re.MULTILINE)
        assert re.search(r"^ +Versienummer bericht, code \[I\]  +0+$", shown, re.MULTILINE)
        (legend,) = [line for line in shown.splitlines() if line.startswith("Legenda: ")]
        assert "[D] mogelijk nieuwer dan 2017; [I] afgeleid" in legend

    def test_the_legend_has_no_more_than_was_used(self) -> None:
        assert "\nLegenda: [I] afgeleid uit andere edities\n" in show(VERZUIM, "--reveal").stdout


def private_value(number: int) -> Callable[[str, str], str]:
    """A function that gives elements of a person's privacy one of two values, and all others the same one."""

    def value(tag: str, form: str) -> str:
        if not form.endswith(("identifying", "sensitive")):
            return sample(tag, form)
        if codes := re.search(r"codes ([\w ]+)", form):
            return codes[1].split()[-number]
        if form.startswith("date"):
            return ("1951-12-31", "1999-07-17")[number]
        if form.startswith("nonNegativeInteger"):
            return ("8", "98765")[number]
        if exact := re.search(r"length (\d+)", form):
            return "QZ"[number] * int(exact[1])
        longest = re.search(r"max (\d+)", form)
        assert longest is not None
        return ("Q", "Z" * int(longest[1]))[number]

    return value


@pytest.mark.parametrize("name", MESSAGES)
class TestPrivacy:
    def test_a_mask_tells_nothing(self, name: str) -> None:
        """Messages that differ in personal data only are shown alike, whatever the values and their lengths."""
        first, second = (full_message(name, private_value(number), times=2) for number in (0, 1))
        assert first != second
        shown = [show(message).stdout.partition("\nBevindingen") for message in (first, second)]
        assert shown[0][0] == shown[1][0]

    def test_reveal_shows_all(self, name: str) -> None:
        """Who may see personal data sees every value, and no mask."""
        values: set[str] = set()
        give = private_value(1)

        def value(tag: str, form: str) -> str:
            values.add(give(tag, form))
            return give(tag, form)

        shown = show(full_message(name, value), "--reveal").stdout
        assert [text for text in values if text not in shown] == []
        assert "(verborgen)" not in shown

    def test_the_mask_is_explained(self, name: str) -> None:
        shown = show(full_message(name)).stdout
        assert "(verborgen) persoonsgegeven, zichtbaar met --reveal\n" in shown


def test_a_private_group_is_one_mask() -> None:
    """Of a group that is private as a whole not even the parts are named."""
    shown = show(full_message("Verzuimmeldingen")).stdout.partition("\nBevindingen")[0]
    assert re.search(r"^ +Bankrekening \[D\]  \(verborgen\)$", shown, re.MULTILINE)
    assert re.search(r"^ +Vrije tekst 1 van 1  \(verborgen\)$", shown, re.MULTILINE)
    assert "Iban" not in shown


class TestHostileValues:
    @pytest.mark.parametrize("options", [[], ["--reveal"]])
    def test_nothing_in_a_value_reaches_the_terminal_as_a_command(self, options: list[str]) -> None:
        """XML may carry control characters, and characters that turn the direction of writing."""
        shown = show(
            changed(
                VERZUIM,
                ("<OrgeenhCd>OE-1<", "<OrgeenhCd>&#x9b;31m&#x202e;&#10;Werkgever 9&#x7f;<"),
                ("<SignNm>Voorbeeld<", "<SignNm>&#x9b;2J&#x85;<"),
            ),
            *options,
        )
        assert row(shown, "Organisatie-eenheid, code") == "<U+009B>31m<U+202E><U+000A>Werkgever 9<U+007F>"
        assert shown.stdout.replace("\n", "").isprintable()

    def test_nor_in_the_name_of_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a\x1bb.xml"
        path.write_text(RETOUR, encoding="utf-8")
        assert "a<U+001B>b.xml)\n" in CliRunner().invoke(commands, ["show", str(path)]).stdout


class TestFindings:
    def test_a_right_message(self) -> None:
        shown = show(VERZUIM)
        assert shown.stdout.endswith("\nGeen bevindingen.\n")
        assert shown.exit_code == 0

    def test_a_wrong_message_is_shown_as_far_as_it_can_be_read_and_then_what_is_wrong(self) -> None:
        """A value that does not fit is not shown; the finding on it says what it should be."""
        shown = show(changed(VERZUIM, ("<VngntJN>N<", "<VngntJN>X<")))
        assert shown.exit_code == 1
        assert "Vangnetgeval" not in shown.stdout.partition("Bevindingen (1)\n")[0]
        assert row(shown, "Percentage verzuim") == "100.00"
        (finding,) = shown.stdout.partition("Bevindingen (1)\n")[2].splitlines()
        assert re.match(r"-:\d+: error XSD-CODE Vrzm\[1\]/VngntJN \(Vangnetgeval J/N\): must be one of J, N, O", finding)

    def test_departures_are_warnings_with_tolerant(self) -> None:
        """A message of a partner that departs from the standard is read, and the departure told."""
        message = changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>"))
        assert show(message).exit_code == 1
        shown = show(message, "--tolerant")
        assert "warning TOL-UNKNOWN" in shown.stdout
        assert shown.exit_code == 0

    def test_what_is_no_message(self) -> None:
        """There is nothing to show but why."""
        shown = show(b"not a message")
        assert (shown.stdout.splitlines()[0], shown.exit_code) == ("Bevindingen (1)", 1)
        assert "-:1: error XML-SYNTAX" in shown.stdout

    def test_a_message_that_is_too_large(self) -> None:
        shown = show(b"<a>" + b" " * 1024 * 1024 + b"</a>", "--max-size", "1")
        assert "error XML-SIZE" in shown.stdout

    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        """Exit status 2, also for a folder: show is for one message."""
        for path in (tmp_path / "absent.xml", tmp_path):
            shown = CliRunner().invoke(commands, ["show", str(path)])
            assert f"{path}: error FILE-UNREADABLE cannot be read: " in shown.stdout
            assert shown.exit_code == 2
