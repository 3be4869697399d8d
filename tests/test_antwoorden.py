"""The sender's post book: which answer is to which message, what it says, and what was never answered; in any order."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from conftest import MESSAGES, RETOUR, VERZUIM, changed
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty
from xsdata.models.datatype import XmlDate, XmlTime

import sivi2017
from sivi2017 import testing
from sivi2017.bindings import Message, Retourmelding1
from sivi2017.domain.retourcodes import Retourcodes, Uitkomst
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.antwoorden import Antwoord, Fout, Postboek, VerzondenBericht, opmerkingen
from sivi2017.receiving.gevolg import Gevolg, SoortGevolg
from sivi2017.receiving.signaal import Signaal
from sivi2017.report import Finding, Layer, Severity

CODES = Retourcodes(geaccepteerd="01", geaccepteerd_met_opmerkingen="02", geweigerd="03", overige_fouten="99")
LEEG = Postboek(CODES)


def moment(minute: int, hour: int = 9) -> datetime:
    return datetime(2017, 3, 6, hour, minute)  # noqa: DTZ001 - a message has the time of the clock on the wall


def sent(
    reference: str = "BER-0001", minute: int = 15, test: str = "J", asks: str = "J", ontvanger: str = "ARBODIENST"
) -> Message:
    """A message that was sent."""
    return sivi2017.read(
        changed(
            VERZUIM,
            ("BER-0001", reference),
            ("09:15:00", f"09:{minute:02}:00"),
            ("<TestJN>J", f"<TestJN>{test}"),
            ("<OntvngstbevJN>N", f"<OntvngstbevJN>{asks}"),
            (">ARBODIENST<", f">{ontvanger}<"),
        )
    )


def answer(
    to: str = "BER-0001",
    code: str = "01",
    minute: int = 20,
    number: str = "RET-0001",
    test: str = "J",
    inzender: str = "ARBODIENST",
    ontvanger: str = "VERZUIMSYSTEEM",
) -> Retourmelding1:
    """An answer that came."""
    message = sivi2017.read(
        changed(
            RETOUR,
            ("BER-0001", to),
            ("RET-0001", number),
            ("09:15:00", f"09:{minute:02}:00"),
            ("<TestJN>J", f"<TestJN>{test}"),
            ("<SrtRetmldngCd>01", f"<SrtRetmldngCd>{code}"),
            (">ARBODIENST<", f">{inzender}<"),
            (">VERZUIMSYSTEEM<", f">{ontvanger}<"),
        )
    )
    assert isinstance(message, Retourmelding1)
    return message


def ids(book: Postboek) -> list[str]:
    return [signal.id for signal in book.signalen]


def references(sendings: tuple[VerzondenBericht, ...]) -> list[str]:
    return [sending.referentie for sending in sendings]


class TestOpen:
    def test_a_message_is_open_until_its_answer_comes(self) -> None:
        book = LEEG.with_sent(sent())
        assert references(book.open) == ["BER-0001"]
        assert book.with_answer(answer()).open == ()

    def test_what_was_sent_is_told_by_the_header_of_the_message(self) -> None:
        (sending,) = LEEG.with_sent(sent()).open
        assert sending == VerzondenBericht(
            referentie="BER-0001",
            soort="Verzuimmeldingen",
            inzender="VERZUIMSYSTEEM",
            ontvanger="ARBODIENST",
            moment=moment(15),
            test=True,
            vraagt_antwoord=True,
        )

    def test_messages_of_every_flow_are_answered(self) -> None:
        """Each of another kind, and with a reference of its own."""
        book = LEEG
        for number, name in enumerate(["Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden"]):
            text = changed(MESSAGES[name], ("BER-0001", f"BER-{number}"), ("<OntvngstbevJN>N", "<OntvngstbevJN>J"))
            book = book.with_sent(sivi2017.read(text))
        assert [item.soort for item in book.open] == ["Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden"]

    def test_what_asks_for_no_answer_is_never_open(self) -> None:
        """An answer that comes all the same is taken."""
        book = LEEG.with_sent(sent(asks="N"))
        assert book.open == ()
        assert list(book.with_answer(answer()).beantwoord) == ["BER-0001"]
        assert ids(book.with_answer(answer())) == []

    def test_what_is_open_is_in_the_order_in_which_it_was_made(self) -> None:
        book = LEEG.with_sent(sent("BER-A", 30), sent("BER-C", 10), sent("BER-B", 10))
        assert references(book.open) == ["BER-B", "BER-C", "BER-A"]

    def test_never_answered_since_a_moment_is_what_was_made_until_then(self) -> None:
        book = LEEG.with_sent(sent("BER-A", 10), sent("BER-B", 20), sent("BER-C", 30)).with_answer(answer("BER-A"))
        assert references(book.open_since(moment(20))) == ["BER-B"]
        assert references(book.open_since(moment(19))) == []
        assert references(book.open_since(moment(0, hour=23))) == ["BER-B", "BER-C"]

    @pytest.mark.parametrize("wrong", [datetime(2017, 3, 6, tzinfo=UTC), "2017-03-06", None])
    def test_that_moment_is_one_of_the_clock_on_the_wall(self, wrong: Any) -> None:
        """With a zone it could not be compared with those of the messages."""
        with pytest.raises(InvalidValue, match=r"^moment: must be"):
            LEEG.open_since(wrong)


class TestAnswers:
    def test_an_answer_has_its_outcome_and_its_errors(self) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer(code="03"))
        assert book.beantwoord == {
            "BER-0001": Antwoord(
                op="BER-0001",
                referentie="RET-0001",
                inzender="ARBODIENST",
                ontvanger="VERZUIMSYSTEEM",
                moment=moment(20),
                test=True,
                code="03",
                uitkomst=Uitkomst.GEWEIGERD,
                fouten=(Fout("99", "niet te plaatsen"),),
            )
        }

    @pytest.mark.parametrize(
        ("code", "uitkomst"),
        [
            ("01", Uitkomst.GEACCEPTEERD),
            ("02", Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN),
            ("03", Uitkomst.GEWEIGERD),
        ],
    )
    def test_a_code_means_what_the_partners_agreed_on(self, code: str, uitkomst: Uitkomst) -> None:
        assert LEEG.with_sent(sent()).with_answer(answer(code=code)).beantwoord["BER-0001"].uitkomst is uitkomst

    def test_partners_without_a_code_for_remarks_are_understood(self) -> None:
        """An entry in an answer that says that all is well is a remark."""
        book = Postboek(Retourcodes(geaccepteerd="01", geweigerd="03", overige_fouten="99")).with_sent(sent(), sent("BER-0002"))
        bare = answer("BER-0002")
        bare.foutmelding = []
        told = book.with_answer(answer(), bare).beantwoord
        assert [told[key].uitkomst for key in sorted(told)] == [Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN, Uitkomst.GEACCEPTEERD]

    def test_a_code_without_a_meaning_is_told_and_answers_all_the_same(self) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer(code="04"))
        (signal,) = book.signalen
        assert (signal.id, signal.severity, signal.referenties) == ("ANS-CODE", Severity.WARNING, ("BER-0001", "RET-0001"))
        assert signal.message == "an answer has code 04, to which the partners gave no meaning"
        assert (book.open, book.beantwoord["BER-0001"].uitkomst) == ((), None)

    def test_who_does_not_know_the_codes_still_learns_what_was_answered(self) -> None:
        book = Postboek().with_sent(sent()).with_answer(answer(code="04"))
        assert (book.open, book.signalen) == ((), ())
        assert (book.beantwoord["BER-0001"].code, book.beantwoord["BER-0001"].uitkomst) == ("04", None)

    def test_what_a_receiver_builds_its_sender_reads(self) -> None:
        """Both with the same settings."""
        koppeling = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", retourcodes=CODES)
        message = sent()
        found = [Finding("BSN-1", Severity.ERROR, Layer.RULE, "wrong")]
        reply = sivi2017.read(sivi2017.write(koppeling.retourmelding(message, signalen=found)))
        assert isinstance(reply, Retourmelding1)
        held = LEEG.with_sent(message).with_answer(reply).beantwoord["BER-0001"]
        assert (held.uitkomst, held.fouten) == (Uitkomst.GEWEIGERD, (Fout("99", "BSN-1: wrong"),))

    @settings(max_examples=20)
    @given(testing.retourmeldingen(op=sent(), values={"AandatBr": "2017-03-06", "TestJN": "J"}))
    def test_every_answer_that_can_be_written_is_taken(self, reply: Retourmelding1) -> None:
        """With all its errors, of which there may be none."""
        book = LEEG.with_sent(sent()).with_answer(reply)
        held = book.beantwoord["BER-0001"]
        assert book.open == ()
        assert [fout.toelichting for fout in held.fouten] == [item.toelichting for item in reply.foutmelding]


class TestSignals:
    def test_an_answer_to_what_was_not_sent(self) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer("BER-0002"))
        (signal,) = book.signalen
        assert (signal.id, signal.referenties) == ("ANS-UNKNOWN", ("BER-0002", "RET-0001"))
        assert signal.message == "an answer is to a message that is not among those that were sent"
        assert (references(book.open), book.beantwoord) == (["BER-0001"], {})

    @pytest.mark.parametrize("other", [{"inzender": "ANDER"}, {"ontvanger": "ANDER"}])
    def test_an_answer_from_or_to_another_party_does_not_count(self, other: dict[str, Any]) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer(**other))
        assert (ids(book), references(book.open), book.beantwoord) == (["ANS-PARTY"], ["BER-0001"], {})
        assert book.signalen[0].message == "an answer is from or to another party than the message that it names"

    @pytest.mark.parametrize(
        ("test", "expected"),
        [
            ("J", "an answer is a test, unlike the message that it names"),
            ("N", "an answer is no test, unlike the message that it names"),
        ],
    )
    def test_the_answer_of_a_test_system_to_a_real_message_does_not_count(self, test: str, expected: str) -> None:
        """And the other way round."""
        book = LEEG.with_sent(sent(test="N" if test == "J" else "J")).with_answer(answer(test=test))
        (signal,) = book.signalen
        assert (signal.id, signal.message) == ("ANS-TEST", expected)
        assert (references(book.open), book.beantwoord) == (["BER-0001"], {})

    def test_of_two_answers_with_different_outcomes_the_last_holds_and_both_are_named(self) -> None:
        """Whichever comes first."""
        replies = [answer(code="01", minute=20), answer(code="03", minute=25, number="RET-0002")]
        for book in (LEEG.with_sent(sent()).with_answer(*order) for order in permutations(replies)):
            (signal,) = book.signalen
            assert (signal.id, signal.referenties) == ("ANS-OUTCOME", ("BER-0001", "RET-0001", "RET-0002"))
            assert signal.message == "the answers to one message say different things, 01, 03; the last one holds"
            assert book.beantwoord["BER-0001"].uitkomst is Uitkomst.GEWEIGERD

    def test_a_second_answer_that_says_the_same_is_no_matter(self) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer(), answer(minute=25, number="RET-0002"))
        assert (ids(book), book.beantwoord["BER-0001"].referentie) == ([], "RET-0002")

    def test_an_answer_that_does_not_count_is_no_other_outcome(self) -> None:
        book = LEEG.with_sent(sent()).with_answer(answer(), answer(code="03", minute=59, inzender="ANDER", number="RET-0002"))
        assert (ids(book), book.beantwoord["BER-0001"].uitkomst) == (["ANS-PARTY"], Uitkomst.GEACCEPTEERD)

    def test_two_messages_with_one_reference(self) -> None:
        """An answer counts for the one that it fits."""
        book = LEEG.with_sent(sent(), sent(ontvanger="ANDER", minute=16)).with_answer(answer())
        (signal,) = book.signalen
        assert (signal.id, signal.referenties) == ("ANS-REFERENCE", ("BER-0001",))
        assert signal.message == "2 messages that were sent are different and have one reference number"
        assert [item.ontvanger for item in book.open] == ["ANDER"]
        assert book.beantwoord["BER-0001"].inzender == "ARBODIENST"

    def test_a_signal_says_what_it_is_about_beside_its_sentence_and_not_in_it(self) -> None:
        """A reference of a partner may be anything."""
        for signal in LEEG.with_sent(sent()).with_answer(answer("GEHEIM"), answer(inzender="GEHEIM")).signalen:
            assert "GEHEIM" not in f"{signal} {signal!r}"


class TestOpmerkingen:
    """What the replay of a message gives to its answer."""

    KOPPELING = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", test=True, retourcodes=CODES)

    def answer_to(self, *changes: tuple[str, str]) -> Retourmelding1:
        date = ("<IdDnstvbnd>", "<IngdatMut>2010-01-01</IngdatMut><IdDnstvbnd>")  # without it that would be remarkable too
        message = sivi2017.read(changed(VERZUIM, date, *changes))
        _, gevolgen = Administratie(self.KOPPELING).receive(message)
        return self.KOPPELING.retourmelding(message, signalen=opmerkingen(gevolgen))

    def test_what_is_taken_in_without_a_word_is_accepted(self) -> None:
        assert self.answer_to().bericht_algemeen.soort_retourmelding.value == "01"

    def test_what_waits_was_taken_in(self) -> None:
        """To send it again would be of no use, so it is not refused, though what is known may be wrong."""
        message = self.answer_to(("<VrzmgvlVnrMld>1<", "<VrzmgvlVnrMld>2<"), ("<VrwrkCd>01<", "<VrwrkCd>02<"))
        (entry,) = message.foutmelding
        assert message.bericht_algemeen.soort_retourmelding.value == "02"
        assert (entry.toelichting or "").startswith("ADM-WAITING: ")

    def test_what_was_not_taken_in_is_refused(self) -> None:
        """A real message to a test system, here."""
        message = self.answer_to(("<TestJN>J<", "<TestJN>N<"))
        (entry,) = message.foutmelding
        assert message.bericht_algemeen.soort_retourmelding.value == "03"
        assert (entry.toelichting or "").startswith("ADM-TEST: ")

    def test_only_what_became_remarkable_is_told(self) -> None:
        """Other changes are none of the sender's business, nor is what it has put right."""
        signal = Signaal("ADM-WAITING", Severity.ERROR, "a report waits")
        gevolgen = [
            Gevolg(SoortGevolg.NIEUWE_WERKNEMER),
            Gevolg(SoortGevolg.SIGNAAL, signaal=signal),
            Gevolg(SoortGevolg.SIGNAAL),
            Gevolg(SoortGevolg.SIGNAAL_WEG, signaal=signal),
        ]
        assert [(item.id, item.severity) for item in opmerkingen(gevolgen)] == [("ADM-WAITING", Severity.WARNING)]


# Deliveries of which an answer may be to nothing, from another party, a test or not, and contradict another.
_REFERENCES = st.sampled_from(["BER-A", "BER-B", "BER-C"])
_SENT = st.builds(
    sent,
    _REFERENCES,
    minute=st.sampled_from([10, 11]),
    test=st.sampled_from("JN"),
    asks=st.sampled_from("JN"),
    ontvanger=st.sampled_from(["ARBODIENST", "ANDER"]),
)
_ANSWERS = st.builds(
    answer,
    _REFERENCES,
    code=st.sampled_from(["01", "02", "03", "04"]),
    minute=st.sampled_from([20, 21]),
    number=st.sampled_from(["RET-A", "RET-B"]),
    test=st.sampled_from("JN"),
    inzender=st.sampled_from(["ARBODIENST", "ANDER"]),
)


def told(book: Postboek) -> tuple[Any, ...]:
    return book.open, dict(book.beantwoord), book.signalen, repr(book)


class TestOrder:
    @given(st.lists(_SENT | _ANSWERS, max_size=6), st.data())
    def test_the_same_messages_in_any_order_and_any_number_make_the_same_book(
        self, items: list[Any], data: st.DataObject
    ) -> None:
        """One by one, doubled, with answers before what they answer: as all at once."""
        replies = [item for item in items if isinstance(item, Retourmelding1)]
        expected = LEEG.with_sent(*(item for item in items if item not in replies)).with_answer(*replies)
        doubled = items + data.draw(st.lists(st.sampled_from(items), max_size=3) if items else st.just([]))
        book = LEEG
        for item in data.draw(st.permutations(doubled)):
            book = book.with_answer(item) if isinstance(item, Retourmelding1) else book.with_sent(item)
            told(book)  # looking changes nothing
        assert book == expected
        assert hash(book) == hash(expected)
        assert told(book) == told(expected)

    @given(st.lists(_SENT | _ANSWERS, max_size=6))
    def test_every_message_that_asks_is_open_or_answered(self, items: list[Any]) -> None:
        """And every answer counts, or is told of."""
        book = LEEG
        for item in items:
            book = book.with_answer(item) if isinstance(item, Retourmelding1) else book.with_sent(item)
        asked = {sending.referentie for sending in book.verzonden if sending.vraagt_antwoord}
        assert asked <= {*references(book.open)} | book.beantwoord.keys()
        told_of = {signal.referenties[1] for signal in book.signalen if signal.id in {"ANS-UNKNOWN", "ANS-PARTY", "ANS-TEST"}}
        not_counted = {reply.referentie for reply in book.antwoorden if reply.op not in book.beantwoord}
        assert not_counted <= told_of

    def test_a_signal_goes_when_the_message_comes_late(self) -> None:
        """The answer may be there before the sender writes down what it sent."""
        early = LEEG.with_answer(answer())
        assert ids(early) == ["ANS-UNKNOWN"]
        assert told(early.with_sent(sent())) == told(LEEG.with_sent(sent()).with_answer(answer()))
        assert ids(early.with_sent(sent())) == []

    def test_a_book_never_changes(self) -> None:
        book = LEEG.with_sent(sent())
        before = told(book)
        given: Any = book.beantwoord
        with pytest.raises(TypeError):
            given["BER-0001"] = None
        book.with_answer(answer())
        book.with_sent(sent("BER-0002"))
        assert told(book) == before

    def test_a_book_can_be_put_away_and_taken_out(self) -> None:
        """With or without what was asked of it before."""
        book = LEEG.with_sent(sent(), sent("BER-0002")).with_answer(answer(code="03"))
        before = told(book)
        kept = pickle.loads(pickle.dumps(book))  # noqa: S301 - made here
        assert (kept, told(kept)) == (book, before)
        assert Postboek(kept.retourcodes, kept.verzonden, kept.antwoorden) == book


class TestWhatIsRefused:
    def test_the_codes_of_a_book_are_retourcodes(self) -> None:
        """Not the coupling that has them, which is easily given."""
        wrong: Any = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", retourcodes=CODES)
        with pytest.raises(InvalidValue, match=r"^Postboek\.retourcodes: must be a Retourcodes, is a Koppeling$"):
            Postboek(wrong)

    def test_an_answer_is_not_sent_as_a_message_nor_a_message_taken_as_an_answer(self) -> None:
        wrong: Any = sent()
        with pytest.raises(InvalidValue, match=r"^message: is an answer itself, and an answer is not answered$"):
            LEEG.with_sent(answer())
        with pytest.raises(InvalidValue, match=r"^retourmelding: must be a Retourmelding1, is a Verzuimmeldingen$"):
            LEEG.with_answer(wrong)
        with pytest.raises(InvalidValue, match=r"^message: must be a Verzuimmeldingen or "):
            LEEG.with_sent(VERZUIM)  # type: ignore[arg-type]  # wrong on purpose

    def test_what_could_not_be_read_in_full_is_refused_with_all_that_is_missing(self) -> None:
        report = sivi2017.validate(changed(VERZUIM, ("<TestJN>J", "<TestJN>X"), ("<OntvngstbevJN>N", "<OntvngstbevJN>X")))
        assert report.message is not None
        with pytest.raises(InvalidValue) as caught:
            LEEG.with_sent(report.message)
        assert caught.value.faults == (
            "message: has no test that can be read",
            "message: has no ontvangstbevestiging_gewenst that can be read",
        )

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("<SrtRetmldngCd>01", "<SrtRetmldngCd>77", "has no soort_retourmelding that can be read"),
            ("<SrtFoutCd>99", "<SrtFoutCd>77", "has a foutmelding without a soort_fout that can be read"),
        ],
    )
    def test_an_answer_that_could_not_be_read_in_full_is_refused(self, old: str, new: str, expected: str) -> None:
        reply: Any = sivi2017.validate(changed(RETOUR, (old, new))).message
        with pytest.raises(InvalidValue) as caught:
            LEEG.with_answer(reply)
        assert caught.value.faults == (f"retourmelding: {expected}",)

    @pytest.mark.parametrize("year", [-1, 10_000, 99_999])
    def test_a_year_that_no_calendar_here_has_is_refused(self, year: int) -> None:
        message = sent()
        message.bericht_algemeen.aanmaakdatum_bericht = XmlDate(year, 1, 1)
        with pytest.raises(InvalidValue, match=r"^message: its date of making must be in the years 1 to 9999$"):
            LEEG.with_sent(message)

    def test_the_last_hour_of_the_calendar_is_refused(self) -> None:
        message = sent()
        message.bericht_algemeen.aanmaakdatum_bericht = XmlDate(9999, 12, 31)
        message.bericht_algemeen.aanmaaktijd_bericht = XmlTime(24, 0, 0)
        with pytest.raises(InvalidValue, match="years 1 to 9999"):
            LEEG.with_sent(message)

    @pytest.mark.parametrize(
        ("text", "after_nine"),
        [
            ("24:00:00", timedelta(hours=15)),
            ("09:00:00.25", timedelta(milliseconds=250)),
            ("09:00:00+01:00", timedelta(0)),
        ],
    )
    def test_a_moment_is_what_the_clock_on_the_wall_said(self, text: str, after_nine: timedelta) -> None:
        """Midnight may be written as the end of a day, and a zone says nothing."""
        message = sivi2017.read(changed(VERZUIM, ("09:15:00", text), ("<OntvngstbevJN>N", "<OntvngstbevJN>J")))
        (sending,) = LEEG.with_sent(message).open
        assert sending.moment == moment(0) + after_nine


class TestPrivacy:
    def test_no_repr_shows_what_a_receiver_wrote(self) -> None:
        """It may name a person; nor do a notebook and a property test."""
        message = answer(code="03")
        message.foutmelding[0].toelichting = "Mevrouw ZZGEHEIM is hier niet bekend"
        book = LEEG.with_sent(sent()).with_answer(message)
        held = book.beantwoord["BER-0001"]
        assert held.fouten[0].toelichting == "Mevrouw ZZGEHEIM is hier niet bekend"
        for shown in (book, held, held.fouten, held.fouten[0], book.verzonden, book.signalen):
            assert "GEHEIM" not in f"{shown!r} {shown} {pretty(shown)}"

    def test_a_repr_says_how_it_stands(self) -> None:
        book = LEEG.with_sent(sent(), sent("BER-0002")).with_answer(answer(code="03"), answer("BER-0003", code="04"))
        assert repr(book) == "<Postboek: 2 sent, 1 open, 1 signal>"
        assert repr(book.open) == "(<VerzondenBericht Verzuimmeldingen of 2017-03-06 09:15:00>,)"
        assert repr(book.beantwoord["BER-0001"]) == "<Antwoord geweigerd, 1 fouten>"
        assert "<Antwoord code 04, 1 fouten>" in repr(book.antwoorden)
