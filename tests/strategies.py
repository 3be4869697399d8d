"""Random messages for the tests, made from nothing but the model of the schema: a new element needs no work here.

Three things can be drawn: a valid message (``messages``), a way to write it down (``spellings``, for ``spell``), and a message
with one fault or a few (``broken``, ``broken_apart``). Optional parts come by choosing a few of them all, so every part has
the same chance, a message stays small, and a failing one shrinks to what is required and what makes it fail.
"""

from __future__ import annotations

import codecs
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

# Each of these has lost or changed a text somewhere, once.
_DIFFICULT = "\t\n\r \x7f\x85\u00a0&<>]\"'\u0301\u200f𐐷"
_BLANK = st.sampled_from(["", "", "", " ", "\n    ", "\t", "\r\n"])
_ZONES = st.sampled_from(["", "", "Z", "+00:00", "-00:00", "+01:00", "-05:30", "+14:00", "-14:00"])


@cache
def spelled_values(form: Format) -> st.SearchStrategy[str]:
    """Every way to write a value of a format that XML Schema allows."""
    if form.codes:
        return st.sampled_from([code.value for code in form.codes])
    if form.base == "string" and form.pattern in (None, r"\D*"):
        return _texts(form)
    makers = {"date": _dates, "time": _times, "nonNegativeInteger": _numbers}
    bare = makers[form.base](form) if form.base in makers else _matching(form)
    blank = _BLANK if form.collapses else st.just("")
    return st.builds("".join, st.tuples(blank, bare, blank))


def _matching(form: Format) -> st.SearchStrategy[str]:
    assert form.pattern is not None
    return st.from_regex(form.pattern, fullmatch=True)


def _texts(form: Format) -> st.SearchStrategy[str]:
    """Any characters that XML has, few or as many as fit."""
    # What counts as a digit differs with the edition of Unicode; unassigned characters may become one.
    digits = ["Nd", "Cn"] if form.pattern else []
    characters = st.characters(
        codec="utf-8",
        exclude_categories=["Cs", "Cc", *digits],  # type: ignore[list-item]  # str where the stub has a Literal
        exclude_characters="\ufffe\uffff",
    ) | st.sampled_from(_DIFFICULT)
    if form.length is not None:
        return st.text(characters, min_size=form.length, max_size=form.length)
    assert form.max_length is not None
    longest = form.max_length
    seeds = st.text(characters, min_size=1, max_size=3)
    return st.text(characters, max_size=min(longest, 8)) | seeds.map(lambda seed: (seed * longest)[:longest])


def _numbers(form: Format) -> st.SearchStrategy[str]:
    assert form.total_digits is not None
    numbers = st.integers(0, 10**form.total_digits - 1) | st.sampled_from([0, 10**form.total_digits - 1])
    signs, zeros = st.sampled_from(["", "", "+", "-"]), st.sampled_from(["", "", "0", "00000000000000"])
    return st.builds(
        lambda sign, zero, number: f"{'' if number and sign == '-' else sign}{zero}{number}", signs, zeros, numbers
    )


def _dates(_form: Format) -> st.SearchStrategy[str]:
    days = st.dates().map(str)
    years = st.sampled_from(["-0001", "-2017", "-12017", "12017", "2147483647"])
    far = st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28))
    leap_days = st.sampled_from(["2016-02-29", "2000-02-29", "12016-02-29", "-0004-02-29"])
    return st.builds("".join, st.tuples(days | far | leap_days, _ZONES))


def _times(_form: Format) -> st.SearchStrategy[str]:
    seconds = st.builds("{:02}:{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
    # libxml2 and Xerces round a fraction of more digits up to a minute of sixty seconds.
    fractions = st.just("") | st.text("0123456789", min_size=1, max_size=12).map(".".__add__)
    midnight = st.sampled_from(["24:00:00", "24:00:00.0", "24:00:00.000000"])
    return st.builds("".join, st.tuples(st.builds("".join, st.tuples(seconds, fractions)) | midnight, _ZONES))


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
    return _matching(form).map(lambda text: text.translate(_DISTINCT))


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

_ENCODINGS = {
    "UTF-8": ("UTF-8", b"", "utf-8"),
    "UTF-8 with a BOM": ("UTF-8", codecs.BOM_UTF8, "utf-8"),
    "UTF-16, low byte first": ("UTF-16", codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16, high byte first": ("UTF-16", codecs.BOM_UTF16_BE, "utf-16-be"),
    "ISO-8859-1": ("ISO-8859-1", b"", "iso-8859-1"),
}
_MARKS = ("comment", "instruction", "reference", "hexadecimal reference", "CDATA", "prefix of its own")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_XML = "http://www.w3.org/XML/1998/namespace"
_HINTS = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{} bericht.xsd"'


@frozen
class Spelling:
    """How a message is written; all of it means the same."""

    encoding: str = "UTF-8"
    declaration: bool = True
    prefix: str = ""
    indent: str | None = "  "
    """What a level of elements is indented by; None for all on one line."""
    newline: str = "\n"
    short: bool = False
    """Whether an empty element is written as one tag."""
    hints: bool = False
    """Whether the root says where the schema is."""
    marks: tuple[tuple[str, int, int], ...] = ()
    """Comments and the like: what, at which element, and where in it; numbers beyond the last start again."""


def spellings() -> st.SearchStrategy[Spelling]:
    """Ways to write a message; latin-1 writes what it lacks as references."""
    marks = st.lists(st.tuples(st.sampled_from(_MARKS), st.integers(0, 99), st.integers(0, 20)), max_size=12)
    return st.builds(
        Spelling,
        encoding=st.sampled_from(list(_ENCODINGS)),
        declaration=st.booleans(),
        prefix=st.sampled_from(["", "", "v", "ns0"]),
        indent=st.sampled_from(["  ", "\t", "", None]),
        newline=st.sampled_from(["\n", "\r\n"]),
        short=st.booleans(),
        hints=st.booleans(),
        marks=marks.map(tuple),
    )


def spell(message: Message, spelling: Spelling) -> bytes:
    """A message as a file."""
    name, mark, codec = _ENCODINGS[spelling.encoding]
    declaration = f'<?xml version="1.0" encoding="{name}"?>\n' if spelling.declaration or codec == "iso-8859-1" else ""
    nodes = list(message.root.iter(etree.Element))
    marked: dict[Node, list[tuple[str, int]]] = {node: [] for node in nodes}
    for kind, index, position in spelling.marks:
        marked[nodes[index % len(nodes)]].append((kind, position))
    body = _Speller(message, spelling, marked).element(message.root, 0, "")
    text = f"{declaration}{body}\n".replace("\n", spelling.newline)
    return mark + text.encode(codec, "xmlcharrefreplace")


@frozen
class _Speller:
    message: Message
    spelling: Spelling
    marked: dict[Node, list[tuple[str, int]]]

    def element(self, node: Node, depth: int, default: str) -> str:
        """An element as text.

        :param default: the namespace of names without a prefix.
        """
        name, attributes, default = self._name(node, default)
        attributes += [_attribute(str(key), str(value)) for key, value in node.attrib.items()]
        start = " ".join([name, *attributes])
        content = self._content(node, depth, default)
        return f"<{start}/>" if self.spelling.short and not content else f"<{start}>{content}</{name}>"

    def _name(self, node: Node, default: str) -> tuple[str, list[str], str]:
        """The name with its prefix, what must be declared for it, and the default namespace from here."""
        namespace, prefix, declared = etree.QName(node).namespace or "", self.spelling.prefix, list[str]()
        if node is self.message.root:
            declared += [f'xmlns:{prefix}="{self.message.model.namespace}"'] if prefix else []
            declared += [_HINTS.format(self.message.model.namespace)] if self.spelling.hints else []
        if namespace and any(kind == "prefix of its own" for kind, _ in self.marked[node]):
            return f"eigen:{local(node)}", [*declared, f'xmlns:eigen="{namespace}"'], default
        if prefix and namespace == self.message.model.namespace:
            return f"{prefix}:{local(node)}", declared, default
        declared += [f'xmlns="{namespace}"'] if namespace != default else []
        return local(node), declared, namespace

    def _content(self, node: Node, depth: int, default: str) -> str:
        pieces = [self._character(character) for character in node.text or ""]
        for kind, position in self.marked[node]:
            if kind.endswith("reference") and node.text:
                code = ord(node.text[position % len(node.text)])
                pieces[position % len(node.text)] = f"&#x{code:X};" if kind.startswith("hex") else f"&#{code};"
        if any(kind == "CDATA" for kind, _ in self.marked[node]) and self._fits_cdata(node.text or ""):
            pieces = [f"<![CDATA[{node.text}]]>"]
        is_group = len(node) > 0 and not (node.text or "").strip(BLANKS)
        line = "" if self.spelling.indent is None or not is_group else "\n" + self.spelling.indent * (depth + 1)
        for child in node:
            pieces += [line, self.element(child, depth + 1, default), *map(self._character, child.tail or "")]
        for kind, position in self.marked[node]:
            inserted = {"comment": "<!-- <Gebdat>1980-01-01</Gebdat> & zo -->", "instruction": '<?verzuim stap="1"?>'}.get(kind)
            if inserted:
                pieces.insert(position % (len(pieces) + 1), inserted)
        return "".join(pieces) + line.removesuffix(self.spelling.indent or "")

    def _fits_cdata(self, text: str) -> bool:
        """Whether nothing in a text needs a reference, which means nothing within CDATA."""
        is_encodable = text.isascii() or self.spelling.encoding != "ISO-8859-1"
        return bool(text) and is_encodable and "\r" not in text and "]]>" not in text

    @staticmethod
    def _character(character: str) -> str:
        return _SPECIAL.get(character, character)


def _attribute(name: str, value: str) -> str:
    namespace, tag = etree.QName(name).namespace, etree.QName(name).localname
    if namespace is None:
        return f'{tag}="{value}"'
    return f'xml:{tag}="{value}"' if namespace == _XML else f'vreemd:{tag}="{value}" xmlns:vreemd="{namespace}"'


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
    node.set(draw(st.sampled_from(["soort", f"{{{_XML}}}lang", "{urn:vreemd}soort"])), _CYRILLIC)
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
