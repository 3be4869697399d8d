"""What is said of the text of one element."""

from __future__ import annotations

import pytest

from sivi2017.lexical import collapsed
from sivi2017.schema.model import Code, Element, Format, every_message, message_model
from sivi2017.schema.values import Fault, shape, value_fault

VERZUIMMELDINGEN = message_model("Verzuimmeldingen").root
WERKNEMER = VERZUIMMELDINGEN["Wrkgvr"]["Wrknmr"]
DIENSTVERBAND = WERKNEMER["Dnstvbnd"]
VERZUIM = DIENSTVERBAND["Vrzm"]
KOP = VERZUIMMELDINGEN["BrAlg"]


def fault(element: Element, text: str) -> Fault | None:
    """What is wrong with the text of an element."""
    assert element.format is not None
    return value_fault(text, element.format)


@pytest.mark.parametrize(
    ("element", "text"),
    [
        (WERKNEMER["SignNm"], ""),
        (WERKNEMER["SignNm"], "x" * 200),
        (WERKNEMER["SignNm"], "\U0001f600" * 200),
        (WERKNEMER["Voorl"], "ABC"),
        (WERKNEMER["SofiNr"], "012345678"),
        (WERKNEMER["SofiNr"], " \n012345678\t"),
        (WERKNEMER["SofiNr"], "0000000000012345678"),
        (WERKNEMER["Gebdat"], "1980-02-29"),
        (WERKNEMER["GslchtCd"], "V"),
        (KOP["AantijdBr"], "09:15:00"),
        (KOP["AantijdBr"], " 09:15:00 "),
        (KOP["VnrBrCd"], "00007"),
        (VERZUIM["PrcVrzm"], "0.00"),
        (VERZUIM["PrcVrzm"], "9999.99"),
        (VERZUIM["PrcVrzm"], " 036.00 "),
        (VERZUIM["VrzmgvlVnrMld"], "007"),
        (VERZUIM["VrzmgvlVnrMld"], "-0"),
        (DIENSTVERBAND["FsIndFZ"], "17"),
    ],
)
def test_a_text_of_the_right_form_has_no_fault(element: Element, text: str) -> None:
    assert fault(element, text) is None


@pytest.mark.parametrize(
    ("element", "text", "fault_id", "sentence"),
    [
        (
            WERKNEMER["Gebdat"],
            "1980-02-30",
            "XSD-VALUE",
            "must be a day that exists, written as yyyy-mm-dd; has the form 9999-99-99",
        ),
        (
            WERKNEMER["Gebdat"],
            "29-02-1980",
            "XSD-VALUE",
            "must be a day that exists, written as yyyy-mm-dd; has the form 99-99-9999",
        ),
        (WERKNEMER["Gebdat"], " ", "XSD-VALUE", "must be a day that exists, written as yyyy-mm-dd; is empty"),
        (KOP["AantijdBr"], "9:15", "XSD-VALUE", "must be a time of the day, written as hh:mm:ss; has the form 9:99"),
        (
            VERZUIM["PrcVrzm"],
            "36,00",
            "XSD-VALUE",
            "must be a number with a point and two digits after it, such as 36.00; has the form 99,99",
        ),
        (VERZUIM["VrzmgvlVnrMld"], "-1", "XSD-VALUE", "must be a whole number in digits only; has the form -9"),
        (VERZUIM["VrzmgvlVnrMld"], "een", "XSD-VALUE", "must be a whole number in digits only; has the form xxx"),
        (VERZUIM["VrzmgvlVnrMld"], "1000", "XSD-LENGTH", "at most 3 digits, has 4"),
        (WERKNEMER["SofiNr"], "01234567890", "XSD-LENGTH", "at most 9 digits, has 10"),
        (WERKNEMER["Voorl"], "ABCDEFGHI", "XSD-LENGTH", "at most 6 characters, has 9"),
        (KOP["VnrBrCd"], "7", "XSD-LENGTH", "exactly 5 characters, has 1"),
        (KOP["VnrBrCd"], "0000a", "XSD-PATTERN", "must be five digits; has the form 9999x"),
        (WERKNEMER["Voorl"], "A1B2", "XSD-PATTERN", "must have no digits, has 2"),
        (WERKNEMER["Voorl"], "A٣", "XSD-PATTERN", "must have no digits, has 1"),
        (
            VERZUIM["PrcVrzm"],
            "36",
            "XSD-PATTERN",
            "must be at most four digits, a point and two digits, such as 36.00; has the form 99",
        ),
        (
            VERZUIM["PrcVrzm"],
            "-36.00",
            "XSD-PATTERN",
            "must be at most four digits, a point and two digits, such as 36.00; has the form -99.99",
        ),
        (
            DIENSTVERBAND["DltfctNVS"],
            "1000.00",
            "XSD-PATTERN",
            "must be at most three digits, a point and two digits, such as 36.00; has the form 9999.99",
        ),
        (WERKNEMER["GslchtCd"], "X", "XSD-CODE", "must be one of M, O, V; has X"),
        (WERKNEMER["GslchtCd"], "", "XSD-CODE", "must be one of M, O, V; is empty"),
        (WERKNEMER["GslchtCd"], "M ", "XSD-CODE", "must be one of M, O, V; has the form x "),
        (WERKNEMER["GslchtCd"], "vrouwelijk", "XSD-CODE", "must be one of M, O, V; has the form xxxxxxxxxx"),
        (KOP["BrCd"], "00600", "XSD-CODE", "must be 00100; has 00600"),
    ],
)
def test_the_first_fault_of_a_text_is_told_in_a_sentence(element: Element, text: str, fault_id: str, sentence: str) -> None:
    assert fault(element, text) == Fault(fault_id, sentence)


def test_a_number_of_very_many_digits_is_told_to_be_too_long() -> None:
    assert fault(WERKNEMER["SofiNr"], "1" * 5000) == Fault("XSD-LENGTH", "at most 9 digits, has 5000")


def test_a_number_of_very_many_zeros_is_as_short_as_its_value() -> None:
    assert fault(WERKNEMER["SofiNr"], "0" * 5000 + "1") is None


def test_a_pattern_that_has_no_words_is_shown_as_it_stands() -> None:
    """The schemas of a partner may have patterns that ours have not."""
    form = Format("Kenteken", "string", pattern="[A-Z]{2}-[0-9]{2}")
    assert value_fault("AB-12", form) is None
    assert value_fault("ab-12", form) == Fault("XSD-PATTERN", "must be of the form [A-Z]{2}-[0-9]{2}; has the form xx-99")


def test_codes_are_looked_up_before_lengths() -> None:
    form = Format("Soort", "string", length=2, codes=(Code("01", "een", None, "certain", later=False),))
    assert value_fault("1", form) == Fault("XSD-CODE", "must be 01; has 1")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("Jansen", "has the form xxxxxx"),
        ("12 AB", "has the form 99 xx"),
        ("é٣_€\n", "has the form x9???"),
        ("a.b,c:d/e+f-g", "has the form x.x,x:x/x+x-x"),
        ("x" * 25, "has the form " + "x" * 25),
        ("x" * 26, "has 26 characters"),
    ],
)
def test_a_shape_says_nothing_of_the_text_but_its_form(text: str, words: str) -> None:
    assert shape(text) == words


@pytest.mark.parametrize(
    ("text", "result"),
    [("", ""), (" \t\r\n", ""), ("  a \n b\t", "a b"), ("a\u00a0b", "a\u00a0b"), ("\u2003a\x0b", "\u2003a\x0b")],
)
def test_only_the_white_space_of_xml_collapses(text: str, result: str) -> None:
    assert collapsed(text) == result


@pytest.mark.parametrize("name", [model.name for model in every_message()])
def test_every_pattern_of_the_schemas_has_words(name: str) -> None:
    """A text that fits no pattern gives a sentence without the pattern itself."""
    forms = [element.format for _, element in message_model(name).root.walk() if element.format and element.format.pattern]
    assert forms
    for form in forms:
        told = value_fault("\x01" * (form.length or 1), form)
        assert told is None or (form.pattern or "") not in told.text


def test_there_is_no_model_of_another_message() -> None:
    with pytest.raises(KeyError, match="Polismutaties"):
        message_model("Polismutaties")
