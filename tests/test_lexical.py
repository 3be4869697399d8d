"""Values that remember how they were written."""

from __future__ import annotations

import copy
import pickle
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from xsdata.models.datatype import XmlDate, XmlTime

from sivi2017.lexical import lexical, parse_date, parse_decimal, parse_int, parse_time

Parser = Callable[[str], Any]

# More digits than Python turns into an int at once.
MANY = sys.get_int_max_str_digits() + 1

# Each with a plain value that it equals.
KEPT: list[tuple[Parser, str, object]] = [
    (parse_int, "007", 7),
    (parse_int, "+7", 7),
    (parse_int, "+007", 7),
    (parse_int, "00", 0),
    (parse_int, "+0", 0),
    (parse_int, "-0", 0),
    (parse_int, "-00", 0),
    (parse_int, "0" * MANY, 0),
    (parse_int, "0" * MANY + "7", 7),
    (parse_decimal, "036.00", Decimal(36)),
    (parse_decimal, "+36.00", Decimal(36)),
    (parse_decimal, "36.", Decimal(36)),
    (parse_decimal, ".50", Decimal("0.5")),
    (parse_decimal, "-00.00", Decimal(0)),
    (parse_decimal, "0" * MANY + ".25", Decimal("0.25")),
    (parse_date, "2017-03-06+00:00", XmlDate(2017, 3, 6, 0)),
    (parse_date, "2017-03-06-00:00", XmlDate(2017, 3, 6, 0)),
    (parse_time, "09:15:00+00:00", XmlTime(9, 15, 0, 0, 0)),
    (parse_time, "09:15:00-00:00", XmlTime(9, 15, 0, 0, 0)),
    (parse_time, "09:15:00.0", XmlTime(9, 15, 0)),
    (parse_time, "09:15:00.5", XmlTime(9, 15, 0, 500_000_000)),
    (parse_time, "09:15:00.50", XmlTime(9, 15, 0, 500_000_000)),
    (parse_time, "09:15:00.123456789123", XmlTime(9, 15, 0, 123_456_789)),
    (parse_time, "09:15:00.0000000001Z", XmlTime(9, 15, 0, 0, 0)),
    (parse_time, "24:00:00.000", XmlTime(24, 0, 0)),
]

PLAIN: list[tuple[Parser, str, Any]] = [
    (parse_int, "0", 0),
    (parse_int, "7", 7),
    (parse_int, "9" * (MANY - 1), 10 ** (MANY - 1) - 1),
    (parse_decimal, "36.00", Decimal("36.00")),
    (parse_decimal, "-0.50", Decimal("-0.50")),
    (parse_date, "2017-03-06", XmlDate(2017, 3, 6)),
    (parse_date, "2016-02-29", XmlDate(2016, 2, 29)),
    (parse_date, "2017-03-06Z", XmlDate(2017, 3, 6, 0)),
    (parse_date, "2017-03-06+01:00", XmlDate(2017, 3, 6, 60)),
    (parse_date, "2017-03-06-14:00", XmlDate(2017, 3, 6, -840)),
    (parse_date, "-0044-03-15", XmlDate(-44, 3, 15)),
    (parse_date, "12017-03-06", XmlDate(12017, 3, 6)),
    (parse_time, "09:15:00", XmlTime(9, 15, 0)),
    (parse_time, "23:59:59Z", XmlTime(23, 59, 59, 0, 0)),
    (parse_time, "09:15:00.123", XmlTime(9, 15, 0, 123_000_000)),
    (parse_time, "09:15:00.123456789-05:30", XmlTime(9, 15, 0, 123_456_789, -330)),
    (parse_time, "24:00:00", XmlTime(24, 0, 0)),
]


def by_text(value: object) -> str | None:
    """A short name for a case."""
    return f"{value[:25]!r}" if isinstance(value, str) else None


kept = pytest.mark.parametrize(("parse", "text", "plain"), KEPT, ids=by_text)


@kept
def test_a_spelling_that_is_not_the_usual_one_is_kept(parse: Parser, text: str, plain: object) -> None:
    assert lexical(parse(text), digits=2) == text
    assert lexical(parse(text)) == text
    assert type(parse(text)) is not type(plain)


@kept
def test_a_kept_spelling_does_not_change_the_value(parse: Parser, text: str, plain: object) -> None:
    """It equals the plain value both ways, has its hash, and is an object of its class."""
    value = parse(text)
    assert value == plain
    assert plain == value
    assert hash(value) == hash(plain)
    assert isinstance(value, type(plain))


@kept
def test_a_kept_spelling_survives_copying_and_pickling(parse: Parser, text: str, plain: object) -> None:
    value = parse(text)
    copies: list[Any] = [copy.copy(value), copy.deepcopy([value])[0]]
    copies += [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]  # noqa: S301 - made here
    for twin in copies:
        assert twin == plain
        assert type(twin) is type(value)
        assert lexical(twin) == text


@pytest.mark.parametrize(("parse", "text", "plain"), PLAIN, ids=by_text)
def test_the_usual_spelling_gives_a_plain_value(parse: Parser, text: str, plain: Any) -> None:
    value = parse(text)
    assert value == plain
    assert type(value) is type(plain)
    assert lexical(value, digits=2) == text


def test_calculating_with_a_kept_spelling_gives_a_plain_value() -> None:
    assert type(parse_int("007") + 1) is int
    assert type(-parse_int("007")) is int
    assert type(parse_decimal("036.00") * 2) is Decimal
    assert type(round(parse_decimal("036.00"), 1)) is Decimal
    assert parse_date("2017-03-06-00:00").to_date().isoformat() == "2017-03-06"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (lambda: parse_date("2017-03-06+00:00").replace(day=7), "2017-03-07Z"),
        (lambda: parse_date("2017-03-06+00:00")._replace(day=7), "2017-03-07Z"),
        (lambda: parse_time("09:15:00.0").replace(hour=10), "10:15:00"),
    ],
)
def test_a_value_made_from_a_kept_one_is_written_as_usual(value: Callable[[], Any], text: str) -> None:
    assert lexical(value()) == text


@pytest.mark.parametrize("text", ["36", "36.0", "36.000"])
def test_a_decimal_with_other_than_two_digits_keeps_them(text: str) -> None:
    assert lexical(parse_decimal(text), digits=2) == text


@pytest.mark.parametrize(
    "text", ["", " ", "-1", "+-7", "7.0", "7e3", "1_000", "\uff17", "\u0667", " 7", "7\n", "0x7", "--0", "-0x", "+"]
)
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not have the form"):
        parse_int(text)


@pytest.mark.parametrize(
    "text", ["", ".", "36,00", "1E+2", "NaN", "INF", "Infinity", "--1", "3 6", "\uff13\uff16.00", "1_0.00", "36.00\n"]
)
def test_what_is_no_decimal_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not have the form"):
        parse_decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17-03-06",
        "2017-3-6",
        "2017-02-29",
        "1900-02-29",
        "2017-13-01",
        "2017-00-01",
        "2017-01-00",
        "0000-01-01",
        "-0000-01-01",
        "02017-01-01",
        "+2017-01-01",
        "2017/03/06",
        "06-03-2017",
        "20170306",
        "2017-03-06T00:00:00",
        "2017-03-06z",
        "2017-03-06+15:00",
        "2017-03-06+14:01",
        "2017-03-06+01:60",
        "2017-03-06+0100",
        "2017-03-06\n",
        "\uff12017-03-06",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"does not have the form|no year 0|must be in|[Dd]ay|[Mm]onth"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9:15:00",
        "09:15",
        "09.15.00",
        "24:00:01",
        "24:01:00",
        "24:00:00.5",
        "24:00:00.0000000001",
        "25:00:00",
        "09:60:00",
        "09:15:60",
        "09:15:00.",
        "09:15:00,5",
        "-09:15:00",
        "09:15:00+24:00",
        "09:15:00 Z",
        "09:15:00\n",
    ],
)
def test_what_is_no_time_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"does not have the form|[Hh]our|[Mm]inute|[Ss]econd|Day time"):
        parse_time(text)


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_int, "12345678x"),
        (parse_decimal, "12345678,00"),
        (parse_date, "1980-02-30"),
        (parse_date, "30-12-1980"),
        (parse_time, "25:12:34"),
    ],
)
def test_a_refusal_does_not_quote_the_text(parse: Parser, text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the text is looked at below
        parse(text)
    assert text not in str(caught.value)
    assert not {"12345678", "1980"} & set(str(caught.value).split())


def test_more_digits_than_python_makes_an_int_of_are_refused() -> None:
    """No schema allows so many; that they are refused at all keeps a hostile file from costing time."""
    with pytest.raises(ValueError, match="digits"):
        parse_int("9" * MANY)


def test_a_decimal_may_have_more_digits_than_python_makes_an_int_of() -> None:
    text = "9" * MANY + ".00"
    assert lexical(parse_decimal(text)) == text


def test_many_zeros_before_something_else_are_refused_at_once() -> None:
    """Half a megabyte would take ten minutes."""
    started = time.process_time()
    with pytest.raises(ValueError, match="does not have the form"):
        parse_int("0" * 200_000 + "x")
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(36), "36.00"),
        (Decimal("36.5"), "36.50"),
        (Decimal("36.000"), "36.00"),
        (Decimal("36.125"), "36.125"),
        (Decimal("1E+2"), "100.00"),
        (Decimal("1E-2"), "0.01"),
        (Decimal("-0"), "-0.00"),
        (Decimal("0E-10"), "0.00"),
    ],
)
def test_a_decimal_gets_two_digits_where_that_does_not_change_it(value: Decimal, text: str) -> None:
    assert lexical(value, digits=2) == text


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+31", "1E+999999", "1E-999999"])
def test_a_decimal_that_no_message_can_hold_is_not_written_out(text: str) -> None:
    """The schema refuses the text; written out in full, the largest would fill the memory."""
    assert lexical(Decimal(text), digits=2) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("36.50"), "36.5"),
        (Decimal("36.00"), "36"),
        (7, "7"),
        (XmlDate(2017, 3, 6), "2017-03-06"),
        (XmlDate(2017, 3, 6, -60), "2017-03-06-01:00"),
        (XmlTime(9, 15, 0), "09:15:00"),
    ],
)
def test_without_a_number_of_digits_a_value_has_its_shortest_text(value: Any, text: str) -> None:
    assert lexical(value) == text
