"""The kinds of fault that can be made in a valid message: where each can be, how it is made, and what it is called.

Nothing here names a message, and only the faults against a rule name elements: a new element of the schema gets its faults.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen
from lxml import etree

from sivi2017.lexical import collapsed, parse_date
from sivi2017.schema.model import Element, Format, MessageModel
from sivi2017.schema.paths import local_name, step

__all__ = ["KINDS", "Kind", "Place", "path_by_tags", "path_of"]

Node: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it


@frozen(eq=False)
class Place:
    """An element of a message, and what the schema says of it."""

    node: Node
    element: Element
    parent: Element | None

    @property
    def above(self) -> Node:
        """What the element stands in."""
        above = self.node.getparent()
        assert above is not None
        return above

    def sibling(self, tag: str) -> Node | None:
        """The first element of a name beside this one, or this one."""
        return self.above.find(f"{{{etree.QName(self.node).namespace}}}{tag}")


def _needs_nothing(_element: Element, _parent: Element | None) -> tuple[str, ...]:
    return ()


def _always(_place: Place) -> bool:
    return True


@frozen(eq=False)
class Kind:
    """A kind of fault."""

    what: str
    id: str
    """What the finding is called."""
    fits: Callable[[Element, Element | None], bool]
    """Whether the fault can be made at an element of the schema, in the group that it stands in."""
    make: Callable[[Place], Node]
    """Make the fault, and give the element at which it is reported."""
    needs: Callable[[Element, Element | None], tuple[str, ...]] = _needs_nothing
    """The tags of what must stand beside it."""
    is_able: Callable[[Place], bool] = _always
    """Whether it can be made at an element of a message that fits."""
    is_rule: bool = False


def path_by_tags(node: Node) -> str:
    """The path of an element by names alone."""
    return "".join(f"/{local_name(each)}" for each in [*reversed([*node.iterancestors()]), node])


def path_of(node: Node, model: MessageModel) -> str:
    """The path of an element, with a number where the schema allows more than one, or where there are more."""
    chain = [*reversed([*node.iterancestors()]), node]
    steps, element = [local_name(chain[0])], model.root if local_name(chain[0]) == model.name else None
    for above, below in pairwise(chain):
        name = local_name(below)
        twins = [twin for twin in above if local_name(twin) == name]
        element = element.by_tag.get(name) if element is not None else None
        steps.append(step(name, element, twins.index(below) + 1, len(twins)))
    return "/" + "/".join(steps)


# ---- Structure ----------------------------------------------------------------------------------------------------------


def _remove(place: Place) -> Node:
    above = place.above
    for twin in above.findall(str(place.node.tag)):
        above.remove(twin)
    return above


def _repeat(place: Place) -> Node:
    above, tag, most = place.above, str(place.node.tag), place.element.maximum
    assert most is not None
    for _ in range(most + 1 - len(above.findall(tag))):
        place.node.addnext(deepcopy(place.node))
    return above.findall(tag)[most]


def _followers(element: Element, parent: Element | None) -> tuple[str, ...]:
    """The next two elements: of two that changed places either could be the one that moved."""
    tags = list(parent.by_tag) if parent else []
    return tuple(tags[tags.index(element.tag) + 1 :][:2]) if parent else ()


def _has_followers(place: Place) -> bool:
    return len([twin for twin in place.node.itersiblings() if twin.tag != place.node.tag]) > 1


def _move(place: Place) -> Node:
    above = place.above
    above.remove(place.node)
    above.append(place.node)
    return place.node


def _insert_unknown(place: Place) -> Node:
    unknown = etree.SubElement(place.node, f"{{{etree.QName(place.node).namespace}}}Onbekend")
    unknown.text = "x"
    return unknown


def _set_attribute(place: Place) -> Node:
    place.node.set("soort", "x")
    return place.node


def _add_text(place: Place) -> Node:
    place.node.text = "x"
    return place.node


def _change_namespace(place: Place) -> Node:
    for part in place.node.iter(etree.Element):
        part.tag = f"{{urn:vreemd}}{local_name(part)}"
    return place.node


def _rename(place: Place) -> Node:
    place.node.tag = f"{{{etree.QName(place.node).namespace}}}Bericht"
    return place.node


def _can_be_too_many(element: Element, _parent: Element | None) -> bool:
    most = element.maximum
    return _parent is not None and most is not None and (most < 10 or len(list(element.walk())) < 4)


# ---- Values -------------------------------------------------------------------------------------------------------------


def _value(what: str, finding_id: str, fits: Callable[[Format], bool], wrong: Callable[[Format], str]) -> Kind:
    """A wrong value in the place of a right one."""

    def make(place: Place) -> Node:
        assert place.element.format is not None
        place.node.text = wrong(place.element.format)
        return place.node

    return Kind(what, finding_id, lambda element, _: element.format is not None and fits(element.format), make)


def _is(*bases: str) -> Callable[[Format], bool]:
    return lambda form: form.base in bases


def _is_text(form: Format) -> bool:
    return form.base == "string" and not form.codes


# ---- Rules --------------------------------------------------------------------------------------------------------------


def _rule(rule_id: str, what: str, tags: str, wrong: str | Callable[[Place], str], needs: str = "") -> Kind:
    """A value that the schema allows and a rule does not.

    :param tags: the elements at which it can be made.
    :param needs: an element that must stand beside it.
    """

    def fits(element: Element, parent: Element | None) -> bool:
        return element.tag in tags.split() and parent is not None and (not needs or needs in parent.by_tag)

    def make(place: Place) -> Node:
        place.node.text = wrong(place) if callable(wrong) else wrong
        return place.node

    return Kind(
        what,
        rule_id,
        fits,
        make,
        needs=lambda _element, _parent: (needs,) if needs else (),
        is_able=lambda place: not needs or place.sibling(needs) is not None,
        is_rule=True,
    )


def _year_before(tag: str) -> Callable[[Place], str]:
    """The first day of the year before the date beside it; there is no year 0."""

    def day(place: Place) -> str:
        beside = place.sibling(tag)
        assert beside is not None
        year = parse_date(collapsed(beside.text or "")).year - 1 or -1
        return f"{'-' if year < 0 else ''}{abs(year):04}-01-01"

    return day


KINDS: tuple[Kind, ...] = (
    Kind("a required element is missing", "XSD-MISSING", lambda element, parent: bool(parent and element.minimum), _remove),
    Kind("an element too many", "XSD-REPEATED", _can_be_too_many, _repeat),
    Kind(
        "an element in the wrong place",
        "XSD-ORDER",
        lambda element, parent: len(_followers(element, parent)) == 2,
        _move,
        needs=_followers,
        is_able=_has_followers,
    ),
    Kind("an unknown element", "XSD-UNKNOWN", lambda element, _: element.format is None, _insert_unknown),
    Kind("an element in a value", "XSD-UNKNOWN", lambda element, _: element.format is not None, _insert_unknown),
    Kind("an attribute", "XSD-ATTRIBUTE", lambda _element, _parent: True, _set_attribute),
    Kind("text in a group", "XSD-TEXT", lambda element, _: element.format is None, _add_text),
    Kind("another namespace", "XSD-NAMESPACE", lambda _element, _parent: True, _change_namespace),
    Kind("another root", "XSD-ROOT", lambda _, parent: parent is None, _rename),
    _value(
        "a text too long",
        "XSD-LENGTH",
        lambda form: _is_text(form) and form.max_length is not None,
        lambda form: "x" * ((form.max_length or 0) + 1),
    ),
    _value(
        "a text of another length",
        "XSD-LENGTH",
        lambda form: _is_text(form) and form.length is not None,
        lambda form: "x" * ((form.length or 0) + 1),
    ),
    _value(
        "digits where none may be",
        "XSD-PATTERN",
        lambda form: _is_text(form) and form.pattern == r"\D*",
        lambda form: "0" * (form.length or 1),
    ),
    _value("an unknown code", "XSD-CODE", lambda form: bool(form.codes), lambda _: "?"),
    _value("a day that does not exist", "XSD-VALUE", _is("date"), lambda _: "2017-02-30"),
    _value("a day in Dutch order", "XSD-VALUE", _is("date"), lambda _: "31-12-2017"),
    _value("a time that does not exist", "XSD-VALUE", _is("time"), lambda _: "25:00:00"),
    _value("a time without seconds", "XSD-VALUE", _is("time"), lambda _: "09:30"),
    _value("no number", "XSD-VALUE", _is("nonNegativeInteger", "decimal"), lambda _: "x"),
    _value("no value", "XSD-VALUE", _is("nonNegativeInteger", "decimal", "date", "time"), lambda _: ""),
    _value("a negative number", "XSD-VALUE", _is("nonNegativeInteger"), lambda _: "-1"),
    _value("too many digits", "XSD-LENGTH", _is("nonNegativeInteger"), lambda form: "1" * ((form.total_digits or 0) + 1)),
    _value("a decimal comma", "XSD-VALUE", _is("decimal"), lambda _: "1,00"),
    _value("not two decimals", "XSD-PATTERN", _is("decimal"), lambda _: "1.0"),
    _rule("BSN-1", "a burgerservicenummer that fails the elfproef", "SofiNr", "123456789"),
    _rule("PC-1", "a postcode that cannot be", "Pc", "0000AA"),
    _rule("IBAN-1", "an IBAN with wrong check digits", "Iban", "NL00VBLD0000000000"),
    _rule("LEEG-1", "a blank key", "IdInzndr IdOntvngr Berrefnr SignNm OrgeenhCd VrzmgvlId", " "),
    _rule("VRZ-1", "a percentage above 100", "PrcVrzm PrcArbther", "100.01"),
    _rule("DAT-1", "recovery before the first day", "DatHrstld", _year_before("DatEerstVrzmdg"), "DatEerstVrzmdg"),
    _rule("DAT-2", "a change before the first day", "IngdatMutVrzm", _year_before("DatEerstVrzmdg"), "DatEerstVrzmdg"),
    _rule("DAT-3", "an end before the start", "Enddat", _year_before("Ingdat"), "Ingdat"),
    _rule("DAT-5", "a death before the birth", "Overldat", _year_before("Gebdat"), "Gebdat"),
)
"""Every kind."""
