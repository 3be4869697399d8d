"""What a test may say of a message, and what it is told when that does not hold."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import MESSAGES, RETOUR, VERZUIM, WERKNEMER, changed, full_message, on_one_line, sample

import sivi2017
from sivi2017.asserting import (
    NEW_IN_EVERY_MESSAGE,
    Outbox,
    assert_invalid,
    assert_same,
    assert_snapshot,
    assert_valid,
    differences,
    snapshot_text,
)
from sivi2017.asserting.differences import _compared
from sivi2017.asserting.given import text_at, tree_of
from sivi2017.asserting.pairing import pairs
from sivi2017.asserting.same import unequal_lines
from sivi2017.asserting.settings import settings
from sivi2017.schema.model import message_model

RIGHT = changed(VERZUIM, ("      <SofiNr>012345672</SofiNr>\n", ""))
"""A message without any finding."""
WARNED = VERZUIM.encode()
"""A message with one warning, PRV-2: it has a number that no coupling asked for."""
WRONG = changed(RIGHT.decode(), ("<Voorl>ABC<", "<Voorl>A.B.C.D.<"), ("<PrcVrzm>100.00<", "<PrcVrzm>100<"))
"""A message with two errors."""
PATH = "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[1]"


def failure(call: Any, *args: Any, **options: Any) -> str:
    """What an assertion tells that fails."""
    with pytest.raises(AssertionError) as caught:
        call(*args, **options)
    return str(caught.value)


def another(tag: str, form: str) -> str:
    """Another valid text for an element than the usual sample, where it can have another."""
    text = sample(tag, form)
    if codes := re.search(r"codes ([\w ]+)", form):
        return codes[1].split()[-1]
    if form.startswith(("date", "nonNegativeInteger")):
        return text.replace("7", "8")
    return text.replace("09:15", "10:30").replace("36.00", "12.50").replace("x", "y").replace("00000", "00001")


def message(data: bytes = RIGHT) -> Any:
    """The message as an object."""
    return sivi2017.read(data)


class TestWhatMayBeGiven:
    def test_bytes_paths_files_and_objects(self, tmp_path: Path) -> None:
        """One message in all its forms is valid, and the same as itself."""
        path = tmp_path / "message.xml"
        path.write_bytes(RIGHT)
        forms = [RIGHT, bytearray(RIGHT), memoryview(RIGHT), path, str(path), message()]
        assert [assert_valid(form).kind for form in forms] == ["Verzuimmeldingen"] * 6
        for form in forms:
            assert_same(form, BytesIO(RIGHT))
            assert_same(BytesIO(RIGHT), form)

    def test_a_file_is_read_once(self) -> None:
        """And its values are there when they are to be shown."""
        assert "has: A.B.C.D." in failure(assert_valid, BytesIO(WRONG), reveal=True)

    @pytest.mark.parametrize("call", [assert_valid, assert_invalid, Outbox().send, snapshot_text])
    def test_what_is_no_source_is_a_type_error(self, call: Any) -> None:
        """A mistake in the test is no verdict on the message; text is not taken for a path."""
        for given in (None, 42, VERZUIM, StringIO(VERZUIM)):
            with pytest.raises(TypeError) as caught:
                call(given)
            assert "Voorbeeld" not in str(caught.value)

    def test_a_path_to_nowhere_is_an_os_error(self, tmp_path: Path) -> None:
        for call in (assert_valid, assert_invalid, Outbox().send):
            with pytest.raises(FileNotFoundError):
                call(tmp_path / "absent.xml")


class TestAssertValid:
    def test_it_gives_the_report(self) -> None:
        """With the warnings that do not count."""
        assert [finding.id for finding in assert_valid(WARNED).findings] == ["PRV-2"]

    def test_findings_have_their_line_and_path(self) -> None:
        lines = failure(assert_valid, WRONG).splitlines()
        assert lines[0] == "the message is not valid: 2 errors"
        line = WRONG.decode().splitlines().index("      <Voorl>A.B.C.D.</Voorl>") + 1
        assert lines[1:3] == [
            f"  line {line}: error XSD-LENGTH at {PATH}/Voorl",
            "    Wrknmr[1]/Voorl (Voorletters): at most 6 characters, has 8",
        ]
        assert lines[-1] == "Values of people are hidden; reveal=True or the option --sivi2017-reveal shows them."

    def test_an_object_has_no_lines(self) -> None:
        wrong = message()
        wrong.werkgever[0].werknemer[0].voorletters = "A.B.C.D."
        assert failure(assert_valid, wrong).splitlines()[1] == f"  error XSD-LENGTH at {PATH}/Voorl"
        assert "    has: A.B.C.D." in failure(assert_valid, wrong, reveal=True).splitlines()

    def test_values_are_shown_when_asked_for(self) -> None:
        """Each below its finding, and without what a terminal would obey."""
        assert "A.B.C.D." not in failure(assert_valid, WRONG)
        lines = failure(assert_valid, WRONG.replace(b"A.B.C.D.", b"A.B.C.&#x9b;"), reveal=True).splitlines()
        assert lines[3] == "    has: A.B.C.<U+009B>"
        assert lines[-1] == "    has: 100"

    def test_an_empty_value_is_seen(self) -> None:
        assert "    has: (empty)" in failure(assert_valid, RIGHT.replace(b">100.00<", b"><"), reveal=True)

    def test_warnings_count_when_asked(self) -> None:
        text = failure(assert_valid, WARNED, fail_on="warning")
        assert text.startswith("the message is not valid: 1 warning\n")
        assert f"warning PRV-2 at {PATH}/SofiNr" in text

    def test_warnings_beside_errors_are_counted_apart(self) -> None:
        wrong = WARNED.replace(b"<DatEerstVrzmdg>2017-03-06<", b"<DatEerstVrzmdg>2017-03-08<")
        assert "(2 warnings not counted)" in failure(assert_valid, wrong).splitlines()[0]
        assert "PRV-2" not in failure(assert_valid, wrong)

    def test_a_severity_that_is_none_is_refused(self) -> None:
        with pytest.raises(ValueError, match="fatal"):
            assert_valid(RIGHT, fail_on="fatal")

    def test_the_profile_of_a_coupling_is_asked(self) -> None:
        profile = sivi2017.RuleProfile(requested={"SofiNr"})
        assert assert_valid(WARNED, profile=profile, fail_on="warning").findings == ()

    def test_departures_are_warnings_with_tolerant(self) -> None:
        data = changed(RETOUR, ("<Foutmldng>", "<Extra/><Foutmldng>"))
        assert "XSD-UNKNOWN" in failure(assert_valid, data)
        assert_valid(data, tolerant=True)
        assert failure(assert_same, RETOUR.encode(), data).startswith("the right message is not valid: 1 error")
        assert_same(RETOUR.encode(), data, tolerant=True)

    def test_many_findings_are_told_as_a_number(self) -> None:
        data = changed(RETOUR, ("  <Foutmldng>", "  <Foutmldng><SrtFoutCd>77</SrtFoutCd></Foutmldng>\n" * 25 + "  <Foutmldng>"))
        lines = failure(assert_valid, data).splitlines()
        assert len([line for line in lines if "XSD-CODE" in line]) == 20
        assert "  and 5 more, in the report of sivi2017.validate" in lines

    def test_what_is_no_xml(self) -> None:
        """It has no elements, so there is no path and nothing to show or to hide."""
        for reveal in (False, True):
            assert failure(assert_valid, b"<a>", reveal=reveal).splitlines()[1:] == [
                "  line 1: error XML-SYNTAX",
                "    the file ends before the element that was opened is closed (line 1, column 4)",
            ]


class TestAssertInvalid:
    def test_it_gives_the_findings(self) -> None:
        """Those with the ids, in the order of the message."""
        assert [finding.id for finding in assert_invalid(WRONG)] == ["XSD-LENGTH", "XSD-PATTERN"]
        (finding,) = assert_invalid(WRONG, "XSD-PATTERN")
        assert finding.path == f"{PATH}/Dnstvbnd[1]/Vrzm[1]/PrcVrzm"
        assert len(assert_invalid(WRONG, "XSD-PATTERN", "XSD-LENGTH")) == 2

    def test_what_was_found_instead(self) -> None:
        lines = failure(assert_invalid, WRONG, "DAT-1", "XSD-LENGTH", "BSN-1").splitlines()
        assert lines[0] == "the message is not valid, and has no DAT-1 and no BSN-1; found instead: 2 errors"
        assert f"error XSD-LENGTH at {PATH}/Voorl" in lines[1]
        assert "has: A.B.C.D." in failure(assert_invalid, WRONG, "DAT-1", reveal=True)

    def test_a_valid_message(self) -> None:
        assert failure(assert_invalid, RIGHT) == "the message is valid"
        assert failure(assert_invalid, RIGHT, "DAT-1") == "the message is valid, and has no DAT-1"

    def test_a_warning_counts_only_when_asked(self) -> None:
        """A message is either valid or invalid, never both; that the finding is there is told."""
        assert failure(assert_invalid, WARNED, "PRV-2").splitlines() == [
            "the message is valid, and has no PRV-2",
            "  PRV-2 is there as a warning; fail_on='warning' makes it count",
        ]
        assert [finding.id for finding in assert_invalid(WARNED, "PRV-2", fail_on="warning")] == ["PRV-2"]


class TestSettings:
    def test_without_the_plugin(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In another test runner warnings do not count and nothing is revealed."""
        monkeypatch.delitem(sys.modules, "_sivi2017_pytest", raising=False)
        assert settings() == settings("error", reveal=False)

    def test_a_plugin_of_no_test_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import _sivi2017_pytest

        monkeypatch.setattr(_sivi2017_pytest, "_running", [])
        assert settings() == settings("error", reveal=False)


class TestAssertSame:
    def test_what_is_said_is_compared_and_not_how_it_is_written(self) -> None:
        """White space, prefixes, encodings, numbers and times that are written in another way make no difference."""
        other = (
            on_one_line(RIGHT.decode())
            .replace("UTF-8", "ISO-8859-1")
            .replace(">036.00<", ">36.00<")
            .replace("<VrzmgvlVnrMld>1<", "<VrzmgvlVnrMld>01<")
        )
        other = other.replace("<", "<v:").replace("<v:/", "</v:").replace("<v:?", "<?").replace("xmlns=", "xmlns:v=")
        other = other.replace(">09:15:00<", ">09:15:00.0<")
        assert "<v:Voorl>" in other
        assert_same(RIGHT, other.encode("latin-1"))

    def test_every_difference_has_its_path_name_and_both_values(self) -> None:
        other = RIGHT.replace(b">100.00<", b">50.00<").replace(b"<VrwrkCd>01<", b"<VrwrkCd>02<")
        other = other.replace(b"        <FsIndFZ>1</FsIndFZ>\n", b"").replace(b"OE-1", b"")
        place = f"{PATH}/Dnstvbnd[1]"
        assert failure(assert_same, RIGHT, other).splitlines() == [
            "the messages differ in 4 elements",
            f"  {place}/FsIndFZ (Code fase indeling F&Z)",
            "    left:  1 = fase 1 met uitzendbeding",
            "    right: absent",
            f"  {place}/OrgeenhCd (Organisatie-eenheid, code)",
            "    left:  OE-1",
            "    right: (empty)",
            f"  {place}/Vrzm[1]/VrwrkCd (Verwerking, code)",
            "    left:  01 = nieuw (melden) (afgeleid)",
            "    right: 02 = wijziging (mutatie) (afgeleid)",
            f"  {place}/Vrzm[1]/PrcVrzm (Percentage verzuim)",
            "    left:  100.00",
            "    right: 50.00",
        ]

    def test_values_of_people_are_told_by_their_form(self) -> None:
        """Until they are to be shown."""
        other = RIGHT.replace(b">ABC<", b">A.B.<").replace(b"1980-02-29", b"1981-03-01")
        hidden = failure(assert_same, RIGHT, other)
        assert "    left:  hidden; has the form xxx\n    right: hidden; has the form x.x." in hidden
        assert "    left:  hidden; has the form 9999-99-99\n    right: hidden; has the form 9999-99-99" in hidden
        assert "--sivi2017-reveal" in hidden.splitlines()[-1]
        shown = failure(assert_same, RIGHT, other, reveal=True)
        assert "    left:  1980-02-29\n    right: 1981-03-01" in shown
        assert "--sivi2017-reveal" not in shown

    def test_a_part_that_is_absent_is_one_difference(self) -> None:
        other = changed(
            RETOUR,
            ("  <Foutmldng>\n    <SrtFoutCd>99</SrtFoutCd>\n    <Toelchtng>niet te plaatsen</Toelchtng>\n  </Foutmldng>\n", ""),
        )
        (difference,) = differences(RETOUR.encode(), other)
        assert (difference.path, difference.left, difference.right) == (
            "/Retourmelding1/Foutmldng[1]",
            "there, with 2 elements",
            None,
        )
        (turned,) = differences(other, RETOUR.encode())
        assert (turned.path, turned.left, turned.right) == ("/Retourmelding1/Foutmldng[1]", None, "there, with 2 elements")

    def test_elements_that_do_not_matter(self) -> None:
        """By their tags, with all that is in them."""
        other = RIGHT.replace(b"BER-0001", b"BER-0002").replace(b"2017-03-06</AandatBr>", b"2017-03-07</AandatBr>")
        assert len(differences(RIGHT, other)) == 2
        assert_same(RIGHT, other, ignore=NEW_IN_EVERY_MESSAGE)
        assert_same(RIGHT, other, ignore="BrAlg")
        with pytest.raises(ValueError, match="ignore: no message has an element Bernr, Voorletters"):
            assert_same(RIGHT, other, ignore=["Voorletters", "Berrefnr", "Bernr"])

    def test_messages_of_another_kind(self) -> None:
        (difference,) = differences(RIGHT, WERKNEMER.encode())
        assert (difference.path, difference.left, difference.right) == ("/", "Verzuimmeldingen", "WerknemerGegevens")
        assert "    right: WerknemerGegevens" in failure(assert_same, RIGHT, WERKNEMER.encode())

    def test_a_message_that_is_not_valid_is_told_as_such(self) -> None:
        """With its findings, and which of the two it is."""
        assert failure(assert_same, RIGHT, WRONG).splitlines()[0] == "the right message is not valid: 2 errors"
        text = failure(assert_same, WRONG, RIGHT, reveal=True)
        assert text.startswith("the left message is not valid: 2 errors")
        assert "has: A.B.C.D." in text
        with pytest.raises(sivi2017.InvalidMessage):
            differences(RIGHT, WRONG)

    def test_an_object_of_values_of_other_types_says_what_is_written_of_it(self) -> None:
        """A percentage as a whole number is written with its two digits."""
        other = message()
        other.werkgever[0].werknemer[0].dienstverband[0].verzuim[0].percentage_verzuim = Decimal(100)
        assert_same(RIGHT, other)

    def test_many_differences_are_told_as_a_number(self) -> None:
        other = full_message("Verzuimmeldingen").replace(">xxxxxx<", ">yyyyyy<").encode()
        found = differences(full_message("Verzuimmeldingen").encode(), other)
        assert len(found) > 20
        text = failure(assert_same, full_message("Verzuimmeldingen").encode(), other)
        assert text.count("    left:  ") == 20
        assert f"  and {len(found) - 20} more, in sivi2017.asserting.differences" in text

    @pytest.mark.parametrize("name", MESSAGES)
    def test_every_element_of_every_message_is_compared(self, name: str) -> None:
        """Two messages that differ wherever they can have a difference at each of these elements, and at no other."""
        changeable: list[str] = []

        def other(tag: str, form: str) -> str:
            text = another(tag, form)
            changeable.extend([tag] * (text != sample(tag, form)))
            return text

        left, right = full_message(name).encode(), full_message(name, other).encode()
        assert len(changeable) > 10
        assert sorted(difference.element.tag for difference in differences(left, right)) == sorted(changeable)

    def test_a_difference_shows_no_value(self) -> None:
        (difference,) = differences(RIGHT, RIGHT.replace(b">ABC<", b">XYZ<"))
        assert repr(difference) == f"<Difference at {PATH}/Voorl (Voorletters)>"
        assert (difference.left, difference.right, difference.private) == ("ABC", "XYZ", True)

    def test_what_is_in_a_private_group_is_private(self) -> None:
        """Such as a free text, which is private as a whole."""
        data = full_message("Verzuimmeldingen")
        group = data[data.index("<VrTkst>") : data.index("</VrTkst>")]
        (difference,) = differences(data.encode(), data.replace(group, group.replace(">x", ">y")).encode())
        assert (difference.left, difference.right, difference.private) == ("xxxxxx", "yxxxxx", True)
        (absent,) = differences(data.encode(), data.replace(f"{group}</VrTkst>", "").encode())
        assert (absent.left, absent.right, absent.private) == ("there, with 1 element", None, True)

    def test_what_is_in_a_private_group_is_private_by_itself(self) -> None:
        """Also where the schema forgets to say so of the elements in it."""
        left, right = message().bericht_algemeen, message(RIGHT.replace(b"BER-0001", b"BER-0002")).bericht_algemeen
        group = message_model("Verzuimmeldingen").root["BrAlg"]
        found = [_compared(left, right, group, "/x", private, frozenset()) for private in (False, True)]
        assert [[difference.private for difference in each] for each in found] == [[False], [True]]


def two(first: str, second: str) -> bytes:
    """A message with two employees, by their keys."""
    start, _, rest = RIGHT.decode().partition("    <Wrknmr>\n")
    inner, _, end = rest.partition("    </Wrknmr>\n")
    parts = [f"    <Wrknmr>\n{inner}    </Wrknmr>\n".replace("WN-1", key) for key in (first, second)]
    return f"{start}{''.join(parts)}{end}".encode()


class TestOrder:
    def test_the_order_of_employees_makes_no_difference(self) -> None:
        assert_same(two("WN-1", "WN-2"), two("WN-2", "WN-1"))

    @pytest.mark.parametrize(
        ("tag", "key"), [("Wrkgvr", "WG-1"), ("Dnstvbnd", "DV-1"), ("Vrzm", "VG-1"), ("Vrzm", "VrzmgvlVnrMld>1")]
    )
    def test_nor_does_that_of_other_parts_with_a_key(self, tag: str, key: str) -> None:
        """The second has another key, of which for an absence report the number is a part, and something else of its own."""
        start, _, rest = RIGHT.decode().partition(f"<{tag}>")
        inner, _, end = rest.partition(f"</{tag}>")
        assert inner.count(key) == 1
        first = f"<{tag}>{inner}</{tag}>"
        second = first.replace(key, f"{key[:-1]}2").replace(">100.00<", ">50.00<")
        assert_same(f"{start}{first}{second}{end}".encode(), f"{start}{second}{first}{end}".encode())

    def test_parts_of_which_there_is_no_other(self) -> None:
        """They are taken in their order, also where a key is there more than once."""
        assert pairs(["a", "a", "b"], ["a", "a"], str) == [(0, 0), (1, 1), (2, None)]
        assert pairs([], ["x", "y", "x"], str) == [(None, 0), (None, 1), (None, 2)]

    def test_an_employee_who_is_not_there_makes_no_others_different(self) -> None:
        one = RIGHT.replace(b"WN-1", b"WN-2")
        (difference,) = differences(two("WN-1", "WN-2"), one)
        number = one.partition(b"<Wrknmr>")[2].partition(b"</Wrknmr>")[0].count(b"</") - 2  # without the two groups in it
        assert (difference.path, difference.left, difference.right) == (PATH, f"there, with {number} elements", None)

    def test_a_key_that_differs_is_one_difference(self) -> None:
        """The employee is compared all the same."""
        (difference,) = differences(two("WN-1", "WN-2"), two("WN-3", "WN-1"))
        assert (difference.path, difference.left, difference.right) == (
            "/Verzuimmeldingen/Wrkgvr[1]/Wrknmr[2]/IdWrknmr",
            "WN-2",
            "WN-3",
        )

    def test_a_key_that_is_there_twice(self) -> None:
        """As no rule allows, but a test may have it."""
        assert_same(two("WN-1", "WN-1"), two("WN-1", "WN-1"))
        (difference,) = differences(two("WN-1", "WN-1"), two("WN-1", "WN-2"))
        assert difference.path.endswith("Wrknmr[2]/IdWrknmr")


class TestEquality:
    """What pytest shows for ``left == right``."""

    def test_the_differences(self) -> None:
        lines = unequal_lines(message(), message(RIGHT.replace(b">100.00<", b">50.00<")))
        assert lines[0] == "the messages differ in 1 element"

    def test_objects_that_say_the_same(self) -> None:
        assert unequal_lines(message(two("WN-1", "WN-2")), message(two("WN-2", "WN-1"))) == [
            "the messages say the same, but in another order or with values of other types"
        ]

    def test_an_object_that_cannot_be_written(self) -> None:
        wrong = message()
        wrong.werkgever[0].werknemer[0].voorletters = "A.B.C.D."
        lines = unequal_lines(message(), wrong)
        assert lines[:2] == ["the messages are not equal, and one is not valid:", "1 error in the message:"]
        assert "A.B.C.D." not in "".join(lines)


LETTER = "ŋ"
"""A letter that Dutch does not have."""


def private(tag: str, form: str) -> str:
    """A text for an element: where it tells something about a person, one that would be recognised anywhere."""
    text = another(tag, form)
    return text.replace("y", LETTER) if form.endswith(("identifying", "sensitive")) else sample(tag, form)


@pytest.mark.parametrize("name", ["Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden"])
class TestPrivacy:
    """Nothing of a person is told, unless it is asked for."""

    def test_differences_and_snapshots(self, name: str) -> None:
        left, right = full_message(name).encode(), full_message(name, private).encode()
        assert LETTER not in failure(assert_same, left, right)
        assert LETTER in failure(assert_same, left, right, reveal=True)
        assert LETTER not in "".join(unequal_lines(message(left), message(right)))
        assert LETTER not in snapshot_text(right)
        assert LETTER in snapshot_text(right, reveal=True)
        assert LETTER not in repr(differences(left, right))

    def test_findings(self, name: str) -> None:
        """With every text of a person too long by far."""
        wrong = full_message(name, lambda tag, form: private(tag, form).replace(LETTER, LETTER * 600)).encode()
        outbox = Outbox()
        outbox.send(wrong)
        texts = [failure(assert_valid, wrong), failure(assert_invalid, wrong, "X-1"), failure(outbox.assert_valid)]
        texts += [failure(assert_same, wrong, wrong), failure(snapshot_text, wrong), repr(outbox)]
        assert LETTER not in "".join(texts)
        assert LETTER in failure(assert_valid, wrong, reveal=True)


class TestTextAt:
    ROOT = tree_of(b"<a><b>one</b><b/><c><d>two</d></c></a>")

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("/a/b[1]", "one"),
            ("/a/b", "one"),
            ("/a/b[2]", ""),
            ("/a/b[3]", None),
            ("/a/c", None),
            ("/a/c/d", "two"),
            ("/a/x", None),
        ],
    )
    def test_the_text_of_an_element(self, path: str, text: str | None) -> None:
        assert self.ROOT is not None
        assert text_at(self.ROOT, path) == text


class TestSnapshot:
    def test_it_is_the_message_for_a_person(self) -> None:
        lines = snapshot_text(RIGHT).splitlines()
        assert lines[0] == "Verzuimmeldingen"
        assert "        Percentage verzuim               100.00" in lines
        assert "    Voorletters                         (verborgen)" in lines
        assert lines[-1].endswith("(verborgen) persoonsgegeven, zichtbaar met reveal=True")

    def test_values_of_people_when_asked(self) -> None:
        assert "    Voorletters                         ABC\n" in snapshot_text(RIGHT, reveal=True)

    def test_what_is_new_in_every_message_is_left_out(self) -> None:
        """Or what the caller says."""
        assert snapshot_text(RIGHT) == snapshot_text(RIGHT.replace(b"BER-0001", b"BER-0002"))
        assert "Berichtreferentienummer           (telt niet mee)\n" in snapshot_text(RIGHT)
        assert "Berichtreferentienummer           BER-0001\n" in snapshot_text(RIGHT, ignore=())
        with pytest.raises(ValueError, match="no message has an element Nummer"):
            snapshot_text(RIGHT, ignore=["Nummer"])

    def test_a_wrong_message_has_none(self) -> None:
        assert failure(snapshot_text, WRONG).startswith("the message is not valid: 2 errors")

    def test_it_is_kept_and_compared(self, tmp_path: Path) -> None:
        file = tmp_path / "kept" / "one.snapshot"
        assert "there is no snapshot one.snapshot yet" in failure(assert_snapshot, "a\nb\n", file)
        assert not file.exists()
        assert_snapshot("a\nb\n", file, update=True)
        assert_snapshot("a\nb\n", file)
        text = failure(assert_snapshot, "a\nc\n", file)
        assert text.splitlines()[0].startswith("the message is not as in one.snapshot")
        assert text.splitlines()[-2:] == ["-b", "+c"]
        assert file.read_bytes() == b"a\nb\n"
        assert_snapshot("a\nc\n", file, update=True)
        assert file.read_bytes() == b"a\nc\n"


class TestOutbox:
    def test_it_keeps_messages_as_they_were(self, tmp_path: Path) -> None:
        """What is changed after it was sent, was not sent."""
        outbox, sent, path = Outbox(), message(), tmp_path / "message.xml"
        path.write_bytes(RIGHT)
        outbox.send(sent)
        outbox.send(path)
        outbox.send(BytesIO(RIGHT))
        sent.werkgever.clear()
        path.unlink()
        assert len(outbox) == 3
        outbox.assert_valid()
        assert [differences(each, RIGHT) for each in outbox.messages] == [[], [], []]

    def test_all_that_is_wrong_is_told(self) -> None:
        outbox = Outbox()
        for data in (WRONG, RIGHT, b"<a>"):
            outbox.send(data)
        lines = failure(outbox.assert_valid).splitlines()
        assert lines[0] == "message 1 of the 3 that were sent is not valid: 2 errors"
        assert "message 3 of the 3 that were sent is not valid: 1 error" in lines
        assert (repr(outbox), len(outbox.messages)) == ("<Outbox: 3 messages, 2 not valid>", 2)

    def test_it_can_be_emptied(self) -> None:
        outbox = Outbox()
        outbox.send(WRONG)
        assert_invalid(cast("bytes", outbox.sent[0]), "XSD-LENGTH")
        outbox.clear()
        outbox.assert_valid()
        assert (len(outbox), outbox.reports) == (0, [])

    def test_severities_and_the_profile_count(self) -> None:
        strict = Outbox(settings=settings("warning", reveal=True))
        strict.send(WARNED)
        assert "has: 012345672" in failure(strict.assert_valid)
        agreed = Outbox(settings=settings("warning"), profile=sivi2017.RuleProfile(requested={"SofiNr"}))
        agreed.send(WARNED)
        agreed.assert_valid()
