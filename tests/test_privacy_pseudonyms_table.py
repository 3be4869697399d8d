"""Every element of every message has a decision, the decisions are what a privacy officer is told, and a gap does no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from conftest import full_message

import sivi2017
from sivi2017.privacy import Pseudonymiser, UndecidedElement, table
from sivi2017.privacy.keys import LENGTH
from sivi2017.privacy.table import DECISIONS, Decision, Treatment, by_place, kinds
from sivi2017.schema.model import Element, every_message

PAGE = Path(__file__).parent.parent / "docs" / "pseudonyms.md"
KEY = bytes(range(32))
PLACES = [place for decision in DECISIONS for place in decision.places]


def elements() -> Iterator[tuple[str, Element]]:
    """Every element that does not stand in a group that goes, with its place."""

    def below(group: Element) -> Iterator[tuple[str, Element]]:
        for child in group.children:
            place = f"{group.tag}/{child.tag}"
            yield place, child
            decision = by_place().get(place)
            if decision is not None and decision.treatment is not Treatment.GONE:
                yield from below(child)

    for model in every_message():
        yield from below(model.root)


ELEMENTS = list(elements())


def of(*treatments: Treatment) -> list[tuple[str, Element, Decision]]:
    """The elements with one of these treatments."""
    found = [(place, element, by_place()[place]) for place, element in ELEMENTS]
    return [item for item in found if item[2].treatment in treatments]


class TestTable:
    def test_every_element_has_a_decision_and_no_other(self) -> None:
        """A new element in the schema makes this fail; until it is decided about it is left out."""
        assert {place for place, _ in ELEMENTS} == {*PLACES}

    def test_no_element_has_two_decisions(self) -> None:
        assert len(PLACES) == len({*PLACES})

    def test_nothing_stays_that_the_schema_calls_personal(self) -> None:
        """What is identifying or sensitive goes or is made into something else, whatever the settings."""
        personal = [(place, element) for place, element in ELEMENTS if element.privacy != "none"]
        assert len(personal) > 40
        assert [place for place, _ in personal if by_place()[place].treatment is Treatment.KEPT] == []
        assert [place for place, _ in personal if by_place()[place].unless is not None] == []

    def test_no_text_stays_but_codes(self) -> None:
        """What stays is a code of a list, a version number, a day, a time or a number: nobody can write a name in it."""
        for place, element, _ in of(Treatment.KEPT):
            form = element.format
            if form is not None and form.base == "string":
                assert form.codes or form.pattern == "[0-9]{5}", place

    def test_what_goes_need_not_be_there(self) -> None:
        assert [place for place, element, _ in of(Treatment.GONE, Treatment.ADDRESSES, Treatment.DAY) if element.minimum] == []

    def test_a_pseudonym_fits(self) -> None:
        """In a text of any characters, with as much room as it takes; of a key all 128 bits."""
        for place, element, decision in of(Treatment.PSEUDONYM):
            form = element.format
            assert form is not None, place
            assert (form.base, form.codes, form.pattern, form.length) == ("string", (), None, None), place
            assert decision.longest == min(LENGTH, form.max_length or LENGTH), place
        assert {kind: length for kind, length in kinds().items() if length < LENGTH} == {"functie": 15}

    def test_a_kind_of_pseudonym_is_that_of_one_decision(self) -> None:
        """Two things that are written alike must not get the same pseudonym unless they are the same."""
        details = [decision.detail for decision in DECISIONS if decision.treatment is Treatment.PSEUDONYM]
        assert len(details) == len({*details})

    def test_an_old_key_is_decided_like_the_key(self) -> None:
        """So that a change of key leads from one to the other."""
        old = [place for place in PLACES if place.endswith("Oud")]
        assert len(old) == 8
        assert [place for place in old if by_place()[place] is not by_place()[place.removesuffix("Oud")]] == []

    def test_every_decision_has_its_reason(self) -> None:
        assert [decision.places for decision in DECISIONS if not re.fullmatch(r"[A-Z].*[.]", decision.reason)] == []


class TestGap:
    """What happens with an element that the table does not name, as one would be that a new schema brings."""

    @pytest.fixture
    def without(self, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
        place: str = request.param
        left = [
            attrs.evolve(decision, places=" ".join(other for other in decision.places if other != place))
            for decision in DECISIONS
        ]
        monkeypatch.setattr(table, "DECISIONS", left)
        return place.rpartition("/")[2]

    @pytest.mark.parametrize("without", ["Wrknmr/IdWrknmrOud", "Wrknmr/StrAdrNl", "Dnstvbnd/Ingdat"], indirect=True)
    def test_it_goes_where_it_may_and_else_nothing_is_made(self, without: str) -> None:
        text = re.sub("(<Pc>)[^<]*", r"\g<1>1234XY", full_message("WerknemerGegevens"))
        message = sivi2017.read(text.encode())
        pseudonymiser = Pseudonymiser(KEY)
        if without == "Ingdat":
            told = "nobody has decided what becomes of Dnstvbnd/Ingdat (Ingangsdatum), which must be there"
            with pytest.raises(UndecidedElement, match=re.escape(told)):
                pseudonymiser.message(message)
        else:
            assert f"<{without}>".encode() not in sivi2017.write(pseudonymiser.message(message))


# ---- What the page says -------------------------------------------------------------------------------------------------

_BECOMES = {
    Treatment.KEPT: "kept",
    Treatment.GONE: "goes",
    Treatment.PSEUDONYM: "a pseudonym",
    Treatment.STAND_IN: "`{}`",
    Treatment.NAME: "the pseudonym of the employee",
    Treatment.BIRTH_DATE: "1 July of the year",
    Treatment.POSTCODE: "four digits and `AA`",
    Treatment.POSTCODE_DIGITS: "four digits, or none; a foreign one goes",
    Treatment.COUNTRY: "kept; what is no country becomes `XX`",
    Treatment.ADDRESSES: "of a home kept with what is told below, or none; any other goes",
    Treatment.DAY: "kept, unless it is the date of birth",
}


def rows() -> Iterator[list[str]]:
    """What the table of the page must have: the elements, what becomes of them, and why."""
    known = dict(ELEMENTS)
    for decision in DECISIONS[1:]:  # the first is on groups
        becomes = _BECOMES[decision.treatment].format(decision.detail)
        if decision.unless is not None:
            becomes += f"; kept with `{decision.unless}`"
        labels: dict[str, list[str]] = {}
        for place in decision.places:
            labels.setdefault(known[place].label, []).append(f"`{place}`")
        yield [", ".join(" ".join([label, *places]) for label, places in labels.items()), becomes, decision.reason]


def test_the_page_has_every_decision_and_no_other() -> None:
    """In the order of the table, with the Dutch names of the elements; what is told here is what is done."""
    found = re.findall(r"^\| (.+) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = [row.split(" | ") for row in found if "`" in row and "/" in row]
    assert told == list(rows())


def test_the_first_decision_is_on_groups_alone() -> None:
    """So the page need not have it."""
    known = dict(ELEMENTS)
    assert {known[place].format for place in DECISIONS[0].places} == {None}
