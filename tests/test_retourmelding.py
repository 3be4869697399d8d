"""What a receiver answers: the outcome, the reasons, and to whom; and that no code is guessed."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from attrs import frozen
from conftest import MESSAGES, VERZUIM, changed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sivi2017
from sivi2017 import bindings, testing
from sivi2017.domain.retourcodes import Retourcodes, Uitkomst
from sivi2017.errors import InvalidMessage, InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.signaal import Signaal
from sivi2017.report import Finding, Layer, Report, Severity

CODES = Retourcodes(
    geaccepteerd="01",
    geaccepteerd_met_opmerkingen="02",
    geweigerd="03",
    overige_fouten="99",
    soorten_fout={"xsd": "01", "rule": "02", "signaal": "04", "BSN-1": "03"},
)
MOMENT = datetime(2017, 3, 6, 9, 20, 1)  # noqa: DTZ001 - a message has the time of the clock on the wall
KOPPELING = Koppeling(
    inzender="VERZUIMSYSTEEM",
    ontvanger="ARBODIENST",
    test=True,
    gevraagde_gegevens=["burgerservicenummer"],
    retourcodes=CODES,
    versienummers={"Retourmelding1": "00002"},
    klok=lambda: MOMENT,
    referentie=lambda _: "RET-0001",
)
OP = sivi2017.read(VERZUIM.encode())
REPORT = sivi2017.validate(VERZUIM.encode(), profile=KOPPELING.regelprofiel)


@frozen
class Opmerking:
    """What a receiver of its own making finds: no class of the library."""

    id: str = "ARBO-1"
    severity: Severity = Severity.ERROR
    message: str = "the employer is not known here"


def warning(finding_id: str = "LHN-2", text: str = "remarkable", layer: Layer = Layer.RULE) -> Finding:
    return Finding(finding_id, Severity.WARNING, layer, text)


def error(finding_id: str = "BSN-2", text: str = "wrong", layer: Layer = Layer.RULE) -> Finding:
    return Finding(finding_id, Severity.ERROR, layer, text)


def answer(*found: Any, koppeling: Koppeling = KOPPELING, **other: Any) -> bindings.Retourmelding1:
    return koppeling.retourmelding(OP, signalen=found, **other)


def entries(message: bindings.Retourmelding1) -> list[tuple[str, str | None]]:
    return [(item.soort_fout.value, item.toelichting) for item in message.foutmelding]


def outcome(message: bindings.Retourmelding1) -> str:
    return message.bericht_algemeen.soort_retourmelding.value


def faults(*arguments: Any, koppeling: Koppeling = KOPPELING, **other: Any) -> tuple[str, ...]:
    """What is wrong with what was asked for."""
    with pytest.raises(InvalidValue) as caught:
        koppeling.retourmelding(*arguments, **other)
    return caught.value.faults


class TestOutcome:
    def test_a_message_without_findings_is_taken(self) -> None:
        """The whole answer, as it is written."""
        data = sivi2017.write(KOPPELING.retourmelding(OP, report=REPORT), pretty=True).decode()
        assert re.findall(r"<(\w+)>(.+)</\1>", data) == [
            ("BrCd", "99999"),
            ("VnrBrCd", "00002"),
            ("AandatBr", "2017-03-06"),
            ("AantijdBr", "09:20:01"),
            ("IdInzndr", "ARBODIENST"),
            ("IdOntvngr", "VERZUIMSYSTEEM"),
            ("Berrefnr", "RET-0001"),
            ("BerrefnrIngzndnBer", "BER-0001"),
            ("TestJN", "J"),
            ("OntvngstbevJN", "N"),
            ("SrtRetmldngCd", "01"),
        ]

    def test_a_message_with_warnings_is_taken_with_remarks(self) -> None:
        message = answer(warning(text="one"), warning(text="two"))
        assert (outcome(message), entries(message)) == ("02", [("02", "LHN-2: one"), ("02", "LHN-2: two")])

    def test_a_message_with_an_error_is_refused_and_every_entry_is_a_reason(self) -> None:
        """What was only remarkable is not among the reasons."""
        message = answer(warning(), error(text="one"), error("XSD-LENGTH", "two", Layer.XSD))
        assert (outcome(message), entries(message)) == ("03", [("02", "BSN-2: one"), ("01", "XSD-LENGTH: two")])

    def test_partners_without_a_code_for_remarks_tell_them_all_the_same(self) -> None:
        codes = Retourcodes(geaccepteerd="04", geweigerd="02", overige_fouten="99")
        message = answer(warning(), koppeling=KOPPELING.met(retourcodes=codes))
        assert (outcome(message), entries(message)) == ("04", [("99", "LHN-2: remarkable")])

    def test_the_kind_of_an_error_is_that_of_its_id_else_of_its_layer_else_the_rest(self) -> None:
        message = answer(error("BSN-1"), error("BSN-2"), error("XML-SYNTAX", layer=Layer.XML), Opmerking())
        assert [kind for kind, _ in entries(message)] == ["03", "02", "99", "04"]

    def test_a_report_of_a_real_fault_is_told_as_it_is(self) -> None:
        report = sivi2017.validate(changed(VERZUIM, ("<Voorl>", "<Voorl>DEFG")))
        assert report.message is not None
        message = KOPPELING.retourmelding(report.message, report=report)
        (finding,) = report.errors
        assert (outcome(message), entries(message)) == ("03", [("01", f"XSD-LENGTH: {finding.message}")])

    def test_findings_of_a_report_come_before_signals(self) -> None:
        """Findings, signals of a replay and objects of ones own fit alike."""
        report = Report([error()], OP, "Verzuimmeldingen")
        signals = (Signaal("ADM-WAITING", Severity.ERROR, "a report waits", referenties=("BER-0001",)), Opmerking())
        message = KOPPELING.retourmelding(OP, report=report, signalen=iter(signals))
        assert entries(message) == [
            ("02", "BSN-2: wrong"),
            ("04", "ADM-WAITING: a report waits"),
            ("04", "ARBO-1: the employer is not known here"),
        ]

    def test_an_answer_says_nothing_that_was_not_looked_at(self) -> None:
        """Neither a report nor signals is no sign that all is well; an empty list is."""
        expected = "retourmelding: a report or signalen must be given; an empty list says that nothing was found"
        assert faults(OP) == (expected,)
        assert outcome(KOPPELING.retourmelding(OP, signalen=[])) == "01"


class TestSettings:
    def test_without_codes_there_is_no_answer(self) -> None:
        (fault,) = faults(OP, report=REPORT, koppeling=KOPPELING.met(retourcodes=None))
        assert fault == (
            "Koppeling.retourcodes: must be given, as agreed with the partner: an answer is made of SrtRetmldngCd and "
            "SrtFoutCd, and what those mean is not known for 2017"
        )

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"geaccepteerd": None}, ".geaccepteerd: must be one of 01, 02, 03, 04"),
            ({"geweigerd": "05"}, ".geweigerd: must be one of 01, 02, 03, 04"),
            ({"geweigerd": 3}, ".geweigerd: must be one of 01, 02, 03, 04"),
            (
                {"geaccepteerd_met_opmerkingen": "1"},
                ".geaccepteerd_met_opmerkingen: must be one of 01, 02, 03, 04, or left out",
            ),
            ({"overige_fouten": "07"}, ".overige_fouten: must be one of 01, 02, 03, 04, 05, 06, 99"),
            ({"geweigerd": "01"}, ": two outcomes have the same code"),
            ({"geaccepteerd_met_opmerkingen": "03"}, ": two outcomes have the same code"),
            ({"soorten_fout": {"xsd": "07"}}, ".soorten_fout.xsd: must be one of 01, 02, 03, 04, 05, 06, 99"),
            (
                {"soorten_fout": {"xml": "01", "Jansen": "01"}},
                ".soorten_fout: key 2 is neither the id of a finding nor one of xml, xsd, rule, signaal",
            ),
            (
                {"soorten_fout": {1: "01"}},
                ".soorten_fout: key 1 is neither the id of a finding nor one of xml, xsd, rule, signaal",
            ),
        ],
    )
    def test_a_wrong_code_is_told_with_its_name_and_a_wrong_key_with_its_place(self, given: Any, expected: str) -> None:
        with pytest.raises(InvalidValue) as caught:
            Retourcodes(**{"geaccepteerd": "01", "geweigerd": "03", "overige_fouten": "99", **given})
        assert caught.value.faults == (f"Retourcodes{expected}",)

    def test_all_faults_of_the_codes_are_told_together(self) -> None:
        wrong: Any = {"geaccepteerd": "1", "geweigerd": "2", "overige_fouten": "3"}
        with pytest.raises(InvalidValue) as caught:
            Retourcodes(**wrong)
        assert len(caught.value.faults) == 3

    def test_an_id_of_a_kind_that_rules_have_must_be_that_of_a_rule(self) -> None:
        """A mistake in it would go unseen; signals may have ids of any other kind."""
        codes = Retourcodes(
            geaccepteerd="01", geweigerd="02", overige_fouten="99", soorten_fout={"BSN-9": "01", "ARBO-7": "02", "PC-1": "03"}
        )
        with pytest.raises(InvalidValue, match=r"^Koppeling\.retourcodes: soorten_fout: BSN-9 is none of ADR-1, "):
            KOPPELING.met(retourcodes=codes)

    def test_the_codes_of_a_coupling_are_retourcodes(self) -> None:
        wrong: Any = {"geaccepteerd": "01"}
        with pytest.raises(InvalidValue, match=r"^Koppeling\.retourcodes: must be a Retourcodes, is a dict$"):
            KOPPELING.met(retourcodes=wrong)

    @pytest.mark.parametrize("remarks", ["02", None])
    @pytest.mark.parametrize("uitkomst", list(Uitkomst))
    def test_what_a_code_is_given_for_is_what_it_means(self, uitkomst: Uitkomst, remarks: str | None) -> None:
        """Whether or not the partners have a code for remarks."""
        codes = Retourcodes(geaccepteerd="01", geaccepteerd_met_opmerkingen=remarks, geweigerd="03", overige_fouten="99")
        has_remarks = uitkomst is not Uitkomst.GEACCEPTEERD
        assert codes.meaning(codes.code(uitkomst), has_remarks=has_remarks) is uitkomst

    def test_a_code_that_the_partners_did_not_use_has_no_meaning(self) -> None:
        assert CODES.meaning("04", has_remarks=False) is None

    def test_codes_are_values(self) -> None:
        """They can be compared, be the key of a mapping, and are not changed by what they were made of."""
        kinds = {"xsd": "01"}
        codes = [Retourcodes(geaccepteerd="01", geweigerd="02", overige_fouten="99", soorten_fout=kinds) for _ in range(2)]
        kinds["xsd"] = "02"
        assert len({*codes}) == 1
        assert codes[0].soort_fout("XSD-CODE", "xsd") == "01"


class TestWhatIsAnswered:
    def test_the_coupling_may_be_that_of_the_sender_or_turned_round(self) -> None:
        """One file of settings does for both; the message says which way it went."""
        turned = KOPPELING.met(inzender="ARBODIENST", ontvanger="VERZUIMSYSTEEM")
        assert turned.retourmelding(OP, report=REPORT) == KOPPELING.retourmelding(OP, report=REPORT)

    @pytest.mark.parametrize("other", [{"inzender": "ANDER"}, {"ontvanger": "ANDER"}, {"ontvanger": "VERZUIMSYSTEEM"}])
    def test_a_message_of_other_parties_is_not_answered(self, other: dict[str, str]) -> None:
        koppeling = KOPPELING.met(**other)
        (fault,) = faults(OP, report=REPORT, koppeling=koppeling)
        between = f"{koppeling.inzender} and {koppeling.ontvanger}"
        assert fault == f"op: IdInzndr and IdOntvngr are not those of this coupling, which is between {between}"

    @pytest.mark.parametrize("test", ["J", "N"])
    def test_whether_it_is_a_test_is_what_the_message_says(self, test: str) -> None:
        """The rules warn where the coupling says otherwise."""
        op = sivi2017.read(changed(VERZUIM, ("<TestJN>J", f"<TestJN>{test}")))
        findings: list[Finding] = []
        message = KOPPELING.retourmelding(op, signalen=[], findings=findings)
        assert message.bericht_algemeen.test.value == test
        assert [finding.id for finding in findings] == ([] if test == "J" else ["KOP-2"])

    @pytest.mark.parametrize("test", [True, False])
    def test_where_that_cannot_be_read_the_coupling_says_it(self, test: bool) -> None:
        report = sivi2017.validate(changed(VERZUIM, ("<TestJN>J", "<TestJN>X")))
        assert report.message is not None
        message = KOPPELING.met(test=test).retourmelding(report.message, report=report)
        assert message.bericht_algemeen.test.value == ("J" if test else "N")

    def test_an_answer_is_not_answered(self) -> None:
        assert faults(answer(), signalen=[]) == ("op: is an answer itself, and an answer is not answered",)

    def test_what_could_not_be_read_at_all_cannot_be_answered(self) -> None:
        """Its report has no message."""
        report = sivi2017.validate(b"<")
        assert faults(report.message, report=report) == (
            "op: must be the message that is answered; of one that could not be read nobody knows the sender and the Berrefnr",
        )

    def test_what_is_no_message_is_refused(self) -> None:
        (fault,) = faults(VERZUIM.encode(), signalen=[])
        assert fault.startswith("op: must be a Verzuimmeldingen or WerknemerGegevens or ")

    @pytest.mark.parametrize(
        ("tag", "name"),
        [
            ("IdInzndr", "identificatie_inzender"),
            ("IdOntvngr", "identificatie_ontvanger"),
            ("Berrefnr", "berichtreferentienummer"),
        ],
    )
    @pytest.mark.parametrize("value", [None, "", " \n", 1])
    def test_without_sender_receiver_or_reference_there_is_nobody_to_answer(self, tag: str, name: str, value: object) -> None:
        op = sivi2017.read(VERZUIM.encode())
        setattr(op.bericht_algemeen, name, value)
        assert faults(op, signalen=[]) == (f"op: has no {tag} that can be read, so it cannot be answered",)

    def test_without_a_header_there_is_nobody_to_answer(self) -> None:
        report = sivi2017.validate(re.sub(r"(?s)<BrAlg>.*</BrAlg>", "", VERZUIM).encode())
        assert len(faults(report.message, report=report)) == 3

    def test_a_reference_that_is_too_long_is_refused_with_a_report(self) -> None:
        report = sivi2017.validate(changed(VERZUIM, ("BER-0001", "B" * 513)))
        assert report.message is not None
        with pytest.raises(InvalidMessage, match="BerrefnrIngzndnBer"):
            KOPPELING.retourmelding(report.message, report=report)

    @pytest.mark.parametrize(
        "report",
        [
            Report([], OP, "WerknemerGegevens"),
            Report([], None, "WerknemerGegevens"),
            sivi2017.validate(changed(VERZUIM, ("BER-0001", "BER-0002"))),
            sivi2017.validate(MESSAGES["WerknemerGegevens"].encode()),
        ],
        ids=["kind", "kind without message", "header", "both"],
    )
    def test_a_report_about_another_message_is_refused(self, report: Report) -> None:
        assert faults(OP, report=report) == ("report: is about another message than op",)

    @pytest.mark.parametrize("kind", ["Verzuimmeldingen", None])
    def test_a_report_without_the_message_is_enough(self, kind: str | None) -> None:
        """One that was made an employee at a time has none."""
        assert outcome(KOPPELING.retourmelding(OP, report=Report([error()], None, kind))) == "03"

    def test_a_report_is_a_report(self) -> None:
        assert faults(OP, report=[error()]) == ("report: must be a Report, is a list",)

    @pytest.mark.parametrize(
        ("signalen", "expected"),
        [
            ("ARBO-1", "signalen: must be several"),
            (Opmerking(), "signalen: must be several"),
            ([Opmerking(), "ARBO-1"], "signalen: number 2: id must be a str"),
            ([Opmerking(severity="error")], "signalen: number 1: severity must be a Severity"),  # type: ignore[arg-type]  # on purpose
            ([Opmerking(message=1)], "signalen: number 1: message must be a str"),  # type: ignore[arg-type]  # on purpose
        ],
    )
    def test_signals_have_an_id_a_severity_and_a_message(self, signalen: Any, expected: str) -> None:
        assert faults(OP, signalen=signalen) == (expected,)

    def test_a_sentence_that_no_message_can_carry_is_refused_with_a_report(self) -> None:
        with pytest.raises(InvalidMessage, match="XML-CHARACTER"):
            answer(Opmerking(message="a\x00b"))


class TestLongAnswers:
    @pytest.mark.parametrize("length", [513, 1_200, 9_000])
    def test_a_sentence_that_is_too_long_is_told_in_parts(self, length: int) -> None:
        """Nothing is cut: the parts together are the sentence."""
        words = ("een woord van de zin " * length)[: length - len("ARBO-1: ")].rstrip() + "."
        parts = entries(answer(Opmerking(message=words)))
        assert {kind for kind, _ in parts} == {"04"}
        texts = [text or "" for _, text in parts]
        assert all(len(text) <= 512 for text in texts)
        assert [text.partition(") ")[0] for text in texts] == [f"({n} of {len(texts)}" for n in range(1, len(texts) + 1)]
        assert " ".join(text.partition(") ")[2] for text in texts) == f"ARBO-1: {words}"

    def test_a_word_that_is_too_long_is_told_in_parts(self) -> None:
        texts = [text or "" for _, text in entries(answer(Opmerking(message="x" * 2_000)))]
        assert "".join(text.partition(") ")[2] for text in texts) == f"ARBO-1: {'x' * 2_000}"

    def test_a_sentence_that_just_fits_is_whole(self) -> None:
        assert entries(answer(Opmerking(message="x" * 504))) == [("04", f"ARBO-1: {'x' * 504}")]

    @pytest.mark.parametrize(
        ("number", "listed", "last"),
        [
            (5, 5, None),
            (6, 4, "2 findings not listed here: an answer has at most 5 entries"),
            (60, 4, "56 findings not listed here: an answer has at most 5 entries"),
        ],
    )
    def test_of_many_the_last_entry_says_how_many_more(self, number: int, listed: int, last: str | None) -> None:
        found = entries(answer(*(error(text=f"number {n}") for n in range(number)), hoogstens=5))
        expected: list[tuple[str, str | None]] = [("02", f"BSN-2: number {n}") for n in range(listed)]
        assert found == (expected if last is None else [*expected, ("99", last)])

    def test_parts_count_as_entries_and_stay_together(self) -> None:
        found = entries(answer(error(text="short"), error(text="x" * 1_400), hoogstens=3))
        assert found == [("02", "BSN-2: short"), ("99", "1 finding not listed here: an answer has at most 3 entries")]

    def test_a_hundred_is_the_most_unless_another_number_is_given(self) -> None:
        found = [error()] * 150
        assert (len(answer(*found).foutmelding), len(answer(*found, hoogstens=200).foutmelding)) == (100, 150)

    @pytest.mark.parametrize("hoogstens", [1, 0, -1, True, "3", 2.5, None])
    def test_there_is_room_for_one_and_for_how_many_more(self, hoogstens: Any) -> None:
        assert faults(OP, signalen=[], hoogstens=hoogstens) == ("hoogstens: must be a whole number of 2 or more",)


FOUND = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["BSN-1", "XSD-LENGTH", "ARBO-1"]),
        st.sampled_from(Severity),
        st.sampled_from(Layer),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=700),
    ),
    max_size=6,
)


class TestEveryAnswer:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(
        testing.messages(values={"IdInzndr": "VERZUIMSYSTEEM", "IdOntvngr": "ARBODIENST"}).filter(
            lambda message: not isinstance(message, bindings.Retourmelding1)
        ),
        FOUND,
        st.integers(2, 8),
    )
    def test_keeps_to_the_schema_and_the_rules_and_comes_back_as_it_went(
        self, op: bindings.Message, found: list[Finding], hoogstens: int
    ) -> None:
        """Whatever is answered and whatever was found."""
        message = KOPPELING.retourmelding(op, signalen=found, hoogstens=hoogstens)
        data = sivi2017.write(message)
        assert sivi2017.validate(data).ok
        assert sivi2017.read(data) == message
        assert len(message.foutmelding) <= hoogstens
        refused = any(finding.severity is Severity.ERROR for finding in found)
        assert outcome(message) == ("03" if refused else "02" if found else "01")

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(testing.broken(id="XSD-LENGTH") | testing.broken(id="BSN-1") | testing.broken(id="XSD-CODE"))
    def test_a_broken_message_is_refused_or_cannot_be_answered(self, made: testing.Broken) -> None:
        """Where its header is right it is refused, with each finding in words."""
        report = sivi2017.validate(made.data)
        header: Any = getattr(report.message, "bericht_algemeen", None)
        try:
            inzender, ontvanger = header.identificatie_inzender, header.identificatie_ontvanger
            koppeling = KOPPELING.met(inzender=inzender, ontvanger=ontvanger)
            message = koppeling.retourmelding(report.message, report=report)  # type: ignore[arg-type]  # None is refused
        except (InvalidValue, InvalidMessage):
            return
        assert outcome(message) == "03"
        assert [text for _, text in entries(message)] == [f"{item.id}: {item.message}" for item in report.errors]

    def test_nothing_of_a_person_goes_back(self) -> None:
        """The finding tells of a value by its length."""
        data = changed(VERZUIM, ("<SignNm>", "<SignNm>ZZGEHEIM" + "Z" * 999))
        report = sivi2017.validate(data)
        assert report.message is not None
        written = sivi2017.write(KOPPELING.retourmelding(report.message, report=report))
        assert not report.ok
        assert b"ZZGEHEIM" not in written
