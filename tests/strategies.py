"""Random messages as trees, for tests of how files are read; ``sivi2017.testing`` has those as objects.

They are made from nothing but the model of the schema: a new element needs no work here.

Three things can be drawn: a valid message (``messages``), a way to write it down (``spellings``, for ``spell``), and a message
with one fault or a few (``broken``, ``broken_apart``). Optional parts come by choosing a few of them all, so every part has
the same chance, a message stays small, and a failing one shrinks to what is required and what makes it fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import settings
from hypothesis import strategies as st
from lxml import etree

from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import Element, Format, MessageModel, every_message, message_model
from sivi2017.testing import spelling as spelling_of_a_tree
from sivi2017.testing.spelling import Spelling, spellings
from sivi2017.testing.values import texts

__all__ = ["Spelling", "spellings"]  # beside what is defined here

Node: TypeAlias = etree._Element
Values: TypeAlias = Callable[[Format], st.SearchStrategy[str]]

thorough = settings(max_examples=300, deadline=None)
"""For tests of any message: enough examples to meet most elements. A slow machine is no fault of the library."""

BLANKS = " \t\r\n"
"""What XML takes for white space."""


@frozen(repr=False)
class Message:
    """A message as a tree, with every value spelt as a file would have it."""

    model: MessageModel
    root: Node

    def __repr__(self) -> str:
        return etree.tostring(self.root, encoding="unicode")

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """What Hypothesis shows of a failing example."""
        printer.text(repr(self))


def local(node: Node) -> str:
    """The name of an element without its namespace."""
    return etree.QName(node).localname


def _chain(node: Node) -> list[Node]:
    """The elements from the root to this one."""
    return [*reversed([*node.iterancestors()]), node]


def tag_path(node: Node) -> str:
    """Where an element stands, by names alone."""
    return "".join(f"/{local(step)}" for step in _chain(node))


# ---- Values -------------------------------------------------------------------------------------------------------------

_BLANK = st.sampled_from(["", "", "", " ", "\n    ", "\t", "\r\n"])


@cache
def spelled_values(form: Format) -> st.SearchStrategy[str]:
    """Every way to write a value of a format that XML Schema allows."""
    blank = _BLANK if form.collapses else st.just("")
    return st.builds("".join, st.tuples(blank, texts(form), blank))


_MOMENTS = {"date": "2017-12-31", "time": "23:59:59"}
_CYRILLIC = "жщюяғӝ𐐷ẞ"
_DISTINCT = str.maketrans("0123456789", "6786786786")


@cache
def usual_values(form: Format) -> st.SearchStrategy[str]:
    """Values in their shortest spelling, and such as no sentence of the library has by chance: Cyrillic, or 6, 7 and 8."""
    if form.codes:
        return spelled_values(form)
    if form.base == "date":
        return st.builds("19{}-{:02}-{:02}".format, st.integers(50, 89), st.integers(1, 12), st.integers(1, 28))
    if form.base == "time":
        return st.builds("{:02}:{:02}:{:02}".format, st.integers(6, 8), st.integers(10, 59), st.integers(10, 59))
    if form.base == "nonNegativeInteger":
        return st.text("678", min_size=1, max_size=form.total_digits)
    if form.pattern in (None, r"\D*"):
        longest = form.length or form.max_length or 0
        return st.text(_CYRILLIC, min_size=form.length or min(longest, 3), max_size=min(longest, 12))
    return texts(form).map(lambda text: text.translate(_DISTINCT))


def longest_value(element: Element) -> str:
    """One value for an element, as long as it may be."""
    form = element.format
    assert form is not None
    if form.codes:
        return form.codes[-1].value
    if form.base in _MOMENTS:
        return _MOMENTS[form.base]
    if form.base == "decimal":
        return "9" * ((form.total_digits or 0) - 2) + ".99"
    return ("x" if form.pattern in (None, r"\D*") and form.base == "string" else "9") * (
        form.length or form.max_length or form.total_digits or 0
    )


# ---- Messages -----------------------------------------------------------------------------------------------------------


def build(
    model: MessageModel,
    value: Callable[[Element], str],
    including: Iterable[str] = (),
    counts: Mapping[str, int] | None = None,
) -> Message:
    """A message with what is required and the parts that are asked for.

    :param value: what stands in an element.
    :param including: paths of tags, such as ``/Verzuimmeldingen/AdmKantoor``; what they stand in comes with them.
    :param counts: how often an element stands there, by its path of tags.
    """
    counts = counts or {}
    parts = [path.split("/") for path in (*including, *counts)]
    wanted = {"/".join(steps[:end]) for steps in parts for end in range(2, len(steps) + 1)}
    root = etree.Element(f"{{{model.namespace}}}{model.root.tag}", nsmap={None: model.namespace})

    def fill(node: Node, element: Element, path: str) -> None:
        if element.format is not None:
            node.text = value(element)
        for child in element.children:
            place = f"{path}/{child.tag}"
            count = counts.get(place, 1 if child.minimum or place in wanted else 0)
            for number in range(count):
                if number < 3:
                    fill(etree.SubElement(node, f"{{{model.namespace}}}{child.tag}"), child, place)
                else:
                    node.append(deepcopy(node[-1]))

    fill(root, model.root, f"/{model.root.tag}")
    return Message(model, root)


def places(model: MessageModel) -> Iterator[tuple[str, Element, Element | None]]:
    """Every element of a message with its path of tags and what it stands in; the root first, which stands in nothing."""

    def below(parent: Element, path: str) -> Iterator[tuple[str, Element, Element | None]]:
        for child in parent.children:
            place = f"{path}/{child.tag}"
            yield place, child, parent
            yield from below(child, place)

    yield f"/{model.root.tag}", model.root, None
    yield from below(model.root, f"/{model.root.tag}")


@cache
def optional_paths(model: MessageModel) -> tuple[str, ...]:
    """The paths of the elements that may be left out."""
    return tuple(path for path, element, _ in places(model) if not element.minimum)


@cache
def _repeatable(model: MessageModel) -> dict[str, list[int]]:
    """How often an element may be drawn, by its path: two or three times, and as often as it may where it is small."""
    return {
        path: [2, min(element.maximum or 3, 3), element.maximum or 3 if _is_small(element) else 2]
        for path, element, _ in places(model)
        if element.maximum != 1
    }


def _is_small(element: Element) -> bool:
    return len(list(element.walk())) < 4


@st.composite
def messages(
    draw: st.DrawFn, values: Values = spelled_values, name: str | None = None, including: Iterable[str] = ()
) -> Message:
    """Valid messages of every kind, or of one, with a few of the optional parts and some of them more than once."""
    model = message_model(name or draw(st.sampled_from(MESSAGES)))
    chosen = draw(st.sets(st.sampled_from(optional_paths(model)), max_size=12))
    repeatable = _repeatable(model)
    repeated = draw(st.sets(st.sampled_from(sorted(repeatable)), max_size=1))
    counts = {path: draw(st.sampled_from(repeatable[path])) for path in repeated}

    def value(element: Element) -> str:
        assert element.format is not None
        return draw(values(element.format))

    return build(model, value, [*including, *sorted(chosen)], counts)


# ---- Ways to write a message --------------------------------------------------------------------------------------------


def spell(message: Message, spelling: Spelling) -> bytes:
    """A message as a file."""
    return spelling_of_a_tree.spell(message.root, message.model, spelling)


# ---- Messages with a fault ----------------------------------------------------------------------------------------------


@frozen
class Fault:
    """One thing that was made wrong."""

    kind: str
    id: str
    """What the finding should be called."""
    paths: frozenset[str]
    """Where it should be; more than one where two elements changed places and either may be the one that moved."""


@frozen
class Broken:
    """A message that was valid but for its faults."""

    message: Message
    faults: tuple[Fault, ...]


@frozen
class _Kind:
    id: str
    fits: Callable[[Element, Element | None], bool]
    """Whether the fault can be made at an element, which stands in another one or in none."""
    make: Callable[[st.DrawFn, Node, Element], list[Node]]
    """Make the fault, and give the elements that it may be reported at."""


def path_of(node: Node, model: MessageModel) -> str:
    """The path of an element, with a number where the schema allows more than one, or where there are more."""
    root, *_ = _chain(node)
    steps, element = [local(root)], model.root if local(root) == model.name else None
    for parent, child in pairwise(_chain(node)):
        name = local(child)
        twins = [sibling for sibling in parent if local(sibling) == name]
        element = element.by_tag.get(name) if element is not None else None
        numbered = len(twins) > 1 or (element is not None and element.maximum != 1)
        steps.append(f"{name}[{twins.index(child) + 1}]" if numbered else name)
    return "/" + "/".join(steps)


def _remove(_draw: st.DrawFn, node: Node, _element: Element) -> list[Node]:
    parent = _parent(node)
    for twin in parent.findall(str(node.tag)):
        parent.remove(twin)
    return [parent]


def _repeat(draw: st.DrawFn, node: Node, element: Element) -> list[Node]:
    assert element.maximum is not None
    parent, tag = _parent(node), str(node.tag)
    for _ in range(element.maximum - len(parent.findall(tag)) + draw(st.integers(1, 2))):
        node.addnext(deepcopy(node))
    return [parent.findall(tag)[element.maximum]]


def _move(draw: st.DrawFn, node: Node, _element: Element) -> list[Node]:
    parent = _parent(node)
    here, others = parent.index(node), [child for child in parent if child is not node]

    def passed(index: int) -> list[Node]:
        return [other for other in others[min(here, index) : max(here, index)] if other.tag != node.tag]

    index = draw(st.sampled_from([index for index in range(len(others) + 1) if passed(index)]))
    parent.remove(node)
    parent.insert(index, node)
    return [node] if len(passed(index)) > 1 else [node, *passed(index)]


def _insert_unknown(draw: st.DrawFn, node: Node, element: Element) -> list[Node]:
    elsewhere = {part.tag for model in every_message() for _, part in model.root.walk()} - element.by_tag.keys()
    tag = draw(st.sampled_from(["Onbekend", *sorted(elsewhere)]))
    unknown = etree.Element(f"{{{etree.QName(node).namespace}}}{tag}")
    unknown.text = draw(st.sampled_from([None, _CYRILLIC]))
    node.insert(draw(st.integers(0, len(node))), unknown)
    return [unknown]


def _set_attribute(draw: st.DrawFn, node: Node, _element: Element) -> list[Node]:
    node.set(draw(st.sampled_from(["soort", "{http://www.w3.org/XML/1998/namespace}lang", "{urn:vreemd}soort"])), _CYRILLIC)
    return [node]


def _add_text(draw: st.DrawFn, node: Node, _element: Element) -> list[Node]:
    index, text = draw(st.integers(0, len(node))), draw(st.sampled_from([_CYRILLIC, f"\n {_CYRILLIC} \n", "0"]))
    if index:
        node[index - 1].tail = text
    else:
        node.text = text
    return [node]


def _change_namespace(draw: st.DrawFn, node: Node, _element: Element) -> list[Node]:
    namespace = draw(st.sampled_from(["", "{urn:vreemd}"]))
    for part in node.iter(etree.Element):
        part.tag = f"{namespace}{local(part)}"
    return [node]


def _rename(draw: st.DrawFn, node: Node, element: Element) -> list[Node]:
    node.tag = f"{{{etree.QName(node).namespace}}}{draw(st.sampled_from(['Message', 'Wrkgvr', element.tag.lower()]))}"
    return [node]


def _parent(node: Node) -> Node:
    parent = node.getparent()
    assert parent is not None
    return parent


def _value(finding_id: str, fits: Callable[[Format], bool], wrong: Callable[[str, Format], Iterable[str]]) -> _Kind:
    """The kind of fault that is a wrong value in the place of a right one."""

    def make(draw: st.DrawFn, node: Node, element: Element) -> list[Node]:
        assert element.format is not None
        node.text = draw(st.sampled_from(list(wrong(node.text or "", element.format))))
        return [node]

    return _Kind(finding_id, lambda element, _: element.format is not None and fits(element.format), make)


def _too_long(text: str, form: Format) -> list[str]:
    assert form.max_length is not None
    return [(text + _CYRILLIC * form.max_length)[: form.max_length + more] for more in (1, 2, 100)]


def _other_length(text: str, form: Format) -> list[str]:
    assert form.length is not None
    return [(text * 2)[:size] for size in range(2 * form.length + 1) if size != form.length]


def _unknown_code(text: str, form: Format) -> list[str]:
    near = ["", f"{text} ", f" {text}", f"0{text}", text[:-1], text.lower(), "ZZ", _CYRILLIC, "½"]
    return [code for code in near if form.code(code) is None]


def _date(text: str, _form: Format) -> list[str]:
    year, month, day = text.split("-")
    days = [f"{year}-02-30", f"{year}-13-{day}", f"{year}-00-{day}", f"{year}-{month}-32", "1957-02-29", "0000-01-01"]
    forms = [f"{day}-{month}-{year}", f"{year}{month}{day}", f"{text}T00:00:00", f"{text}+15:00", f"+{text}", ""]
    return days + forms


def _time(text: str, _form: Format) -> list[str]:
    hour, minute, second = text.split(":")
    times = [f"24:{minute}:{second}", f"25:{minute}:{second}", f"{hour}:60:{second}", f"{hour}:{minute}:60"]
    return [*times, f"{hour}:{minute}", text[1:], f"{text}.", f"{text},5", f"{text} uur", f"-{text}", ""]


def _is(*bases: str) -> Callable[[Format], bool]:
    return lambda form: form.base in bases


KINDS: dict[str, _Kind] = {
    "a required element is missing": _Kind("XSD-MISSING", lambda element, parent: bool(parent and element.minimum), _remove),
    "an element too many": _Kind(
        "XSD-REPEATED",
        lambda element, parent: bool(parent and element.maximum and (element.maximum < 10 or _is_small(element))),
        _repeat,
    ),
    "an element in the wrong place": _Kind("XSD-ORDER", lambda _, parent: bool(parent and len(parent.children) > 1), _move),
    "an unknown element": _Kind("XSD-UNKNOWN", lambda element, _: element.format is None, _insert_unknown),
    "an element in a value": _Kind("XSD-UNKNOWN", lambda element, _: element.format is not None, _insert_unknown),
    "an attribute": _Kind("XSD-ATTRIBUTE", lambda _element, _parent: True, _set_attribute),
    "text in a group": _Kind("XSD-TEXT", lambda element, _: element.format is None, _add_text),
    "a part in another namespace": _Kind("XSD-NAMESPACE", lambda _, parent: bool(parent), _change_namespace),
    "a message in another namespace": _Kind("XSD-NAMESPACE", lambda _, parent: not parent, _change_namespace),
    "another root": _Kind("XSD-ROOT", lambda _, parent: not parent, _rename),
    "a text too long": _value("XSD-LENGTH", lambda form: bool(form.max_length and not form.codes), _too_long),
    "a text of another length": _value("XSD-LENGTH", lambda form: bool(form.length and not form.codes), _other_length),
    "digits where none may be": _value(
        "XSD-PATTERN",
        lambda form: form.pattern == r"\D*" and not form.codes,
        lambda text, _: [f"{digit}{text[1:]}" for digit in "059٣"],
    ),
    "an unknown code": _value("XSD-CODE", lambda form: bool(form.codes), _unknown_code),
    "a day that does not exist": _value("XSD-VALUE", _is("date"), _date),
    "a time that does not exist": _value("XSD-VALUE", _is("time"), _time),
    "no number": _value(
        "XSD-VALUE",
        _is("nonNegativeInteger", "decimal"),
        lambda text, _: [f"{text}x", f"{_CYRILLIC}{text}", f"{text} {text}", f"{text}e0", f"--{text}", "INF", ""],
    ),
    "no whole number": _value(
        "XSD-VALUE", _is("nonNegativeInteger"), lambda text, _: [f"-{text}", f"{text}.0", f"{text}.", f"0x{text}"]
    ),
    "too many digits": _value(
        "XSD-LENGTH",
        lambda form: form.base == "nonNegativeInteger",
        lambda text, form: [text.ljust(size, "6") for size in range((form.total_digits or 0) + 1, 20)],
    ),
    "a decimal comma": _value("XSD-VALUE", _is("decimal"), lambda text, _: [text.replace(".", ",")]),
    "not two decimals": _value("XSD-PATTERN", _is("decimal"), lambda text, _: [text[:-1], text[:-2], text[:-3], f"{text}0"]),
    "a decimal too large": _value("XSD-PATTERN", _is("decimal"), lambda text, _: [f"6666{text}", f"0000{text}"]),
    "a decimal with a sign": _value("XSD-PATTERN", _is("decimal"), lambda text, _: [f"-{text}", f"+{text}", text[-3:]]),
}
"""The kinds of fault, by what is wrong."""

_ON_THE_WHOLE = {"a message in another namespace", "another root"}
_CHANGES_NUMBERS = {"a required element is missing", "an element too many"}
_CHANGES_NAMES = {"an element in the wrong place", "a part in another namespace"}


def elements(message: Message) -> dict[Node, tuple[str, Element, Element | None]]:
    """What the schema says of each element of a valid message, as ``places`` gives it."""
    known = {path: (path, element, parent) for path, element, parent in places(message.model)}
    return {node: known[tag_path(node)] for node in message.root.iter()}


@cache
def _candidates(kind: str) -> list[tuple[str, str, list[str]]]:
    """Where a fault can be made: the message, the path, and the path of something that stands beside it."""
    return [
        (model.name, path, [f"{path.rpartition('/')[0]}/{child.tag}" for child in siblings if child is not element][:1])
        for model in every_message()
        for path, element, parent in places(model)
        for siblings in [parent.children if parent else ()]
        if KINDS[kind].fits(element, parent)
    ]


@st.composite
def broken(draw: st.DrawFn, kind: str) -> Broken:
    """Messages with one fault of a kind, anywhere where it can be."""
    name, place, beside = draw(st.sampled_from(_candidates(kind)))
    message = draw(messages(usual_values, name, [place, *beside]))
    nodes = [(node, element) for node, (path, element, _) in elements(message).items() if path == place]
    node, element = draw(st.sampled_from(nodes))
    reported = KINDS[kind].make(draw, node, element)
    return _told(message, {kind: reported})


@st.composite
def broken_apart(draw: st.DrawFn, count: int) -> Broken:
    """Messages with faults of different kinds in different places, none of which changes what another one is."""
    message = draw(messages(usual_values))
    known, reported = elements(message), dict[str, list[Node]]()
    kinds = sorted(_CHANGES_NUMBERS)
    for _ in range(count):
        left = [(node, *known[node][1:]) for node in message.root.iter() if node in known]
        # A group that goes takes too much with it.
        left = left if reported else [item for item in left if item[1].format]
        able = {
            kind: [(node, element) for node, element, parent in left if KINDS[kind].fits(element, parent)] for kind in kinds
        }
        kind = draw(st.sampled_from([kind for kind in kinds if able[kind]]))
        node, element = draw(st.sampled_from(able[kind]))
        reported[kind] = KINDS[kind].make(draw, node, element)
        del known[node]
        kinds = [kind for kind in KINDS if kind not in {*reported, *_CHANGES_NUMBERS, *_CHANGES_NAMES, *_ON_THE_WHOLE}]
    return _told(message, reported)


def _told(message: Message, reported: dict[str, list[Node]]) -> Broken:
    faults = [
        Fault(kind, KINDS[kind].id, frozenset(path_of(node, message.model) for node in nodes))
        for kind, nodes in reported.items()
    ]
    return Broken(message, tuple(faults))
