"""Generate ``sivi2017/codec/`` from the generated classes: for each of them a function that reads it and one that writes it.

    python tools/generate_codec.py [FOLDER]

Run it after ``tools/generate_bindings.py``; ``tests/test_codec.py`` runs it too and compares byte for byte. All that it needs
is in the metadata of the classes, as ``sivi2017.binding`` gives it, so a new schema needs no work here.

What it makes is long and simple on purpose: a field after the other, without a loop over a plan. That is where the time goes
otherwise, and it is what a person sees in a traceback or a debugger.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from sivi2017 import bindings
from sivi2017.binding import FieldPlan, class_plan
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model

TARGET = Path(__file__).resolve().parent.parent / "sivi2017" / "codec"

PACKAGE = '''"""Between trees, bindings and texts: generated from the classes of ``bindings``, never edited by hand.

``read_…`` takes an element that the schema allows. ``write_…`` gives the text of a part without its own tags, in pieces
where the part may hold very many others. It puts every text that is in it, as it is, into a list of values for the caller to
look at, and raises ``Unusual`` for a part that has to be written another way.
"""
'''

HELPERS = {
    "reading": ("END", "identifier", "members", "new", "read_date", "read_decimal", "read_int", "read_time"),
    "writing": ("Unusual", "date_text", "decimal_text", "identifier_text", "int_text", "time_text"),
}

READERS = {"XmlDate": "read_date", "XmlTime": "read_time", "Decimal": "read_decimal", "int": "read_int"}
DIGITS = 2
WRITERS = {"XmlDate": "date_text", "XmlTime": "time_text", "Decimal": "decimal_text", "int": "int_text"}


def snake(name: str) -> str:
    """The name of a class as part of the name of a function."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def tag_name(item: FieldPlan) -> str:
    """The constant that holds the qualified tag of a field."""
    return f"TAG_{item.tag}"


def classes_of(message: type[Any]) -> list[type[Any]]:
    """The classes of a message, each after those that it holds."""
    found: list[type[Any]] = []

    def gather(part_class: type[Any]) -> None:
        for item in class_plan(part_class).values():
            if item.is_group:
                gather(item.type)
        if part_class not in found:
            found.append(part_class)

    gather(message)
    return found


def read_value(item: FieldPlan) -> str:
    """The expression for the value of a child."""
    if item.is_group:
        return f"read_{snake(item.type.__name__)}(child)"
    if issubclass(item.type, Enum):
        return f"{snake(item.type.__name__).upper()}[child.text]"
    if item.type is str:
        return "identifier(child.text)" if item.collapses else 'child.text or ""'
    return f"{READERS[item.type.__name__]}(child.text)"


def reader(part_class: type[Any]) -> Iterator[str]:
    """The function that makes an object of an element."""
    name = part_class.__name__
    items = list(class_plan(part_class).values())
    yield f"def read_{snake(name)}(node: Element) -> {name}:"
    yield f"    part = new({name})"
    yield "    children = iter(node[:] + END)"
    yield from (f"    {line}" for line in to_next(items[:1]))
    for item, following in zip(items, [items[index : index + 1] for index in range(1, len(items) + 1)], strict=True):
        if item.is_list:
            yield f"    part.{item.name} = values_{item.name} = []"
            yield f"    while tag == {tag_name(item)}:"
            yield f"        values_{item.name}.append({read_value(item)})"
            yield from (f"        {line}" for line in to_next([item]))
        elif item.is_required:
            yield f"    part.{item.name} = {read_value(item)}"
            yield from (f"    {line}" for line in to_next(following))
        else:
            yield f"    if tag == {tag_name(item)}:"
            yield f"        part.{item.name} = {read_value(item)}"
            yield from (f"        {line}" for line in to_next(following))
            yield "    else:"
            yield f"        part.{item.name} = None"
    yield "    return part"


def to_next(following: list[FieldPlan]) -> Iterator[str]:
    """The lines that go on to the next child; its tag costs as much as its text, and is asked only where it matters."""
    if following:
        yield "child = next(children)"
        if following[0].is_list or not following[0].is_required:
            yield "tag = child.tag"


def group_text(item: FieldPlan, value: str) -> str:
    """The expression for the element of a group."""
    inner = f"write_{snake(item.type.__name__)}({value}, values)"
    # Written as libxml2 does where there is nothing in it.
    return f'f"<{item.tag}>{{text}}</{item.tag}>" if (text := {inner}) else "<{item.tag}/>"'


def write_value(item: FieldPlan, value: str) -> Iterator[str]:
    """The lines that turn a value, in a variable, into the text of its element."""
    element = f'f"<{item.tag}>{{{value}}}</{item.tag}>"'
    if item.is_group:
        yield f"{value} = {group_text(item, value)}"
    elif issubclass(item.type, Enum):
        yield f"if {value}.__class__ is not {item.type.__name__}:"
        yield "    raise Unusual"
        yield f'{value} = f"<{item.tag}>{{{value}._value_}}</{item.tag}>"'
    elif item.type is Decimal and item.fraction_digits != DIGITS:
        raise ValueError(f"{item.name}: decimal_text writes {DIGITS} digits")
    elif item.type is str and not item.collapses:
        yield f"values.append({value})"
        yield f"{value} = {element}"
    else:
        text = "identifier_text" if item.type is str else WRITERS[item.type.__name__]
        yield f'{value} = f"<{item.tag}>{{{text}({value})}}</{item.tag}>"'


def writer(part_class: type[Any], long: list[type[Any]]) -> Iterator[str]:
    """The function that makes text of an object.

    :param long: the classes that may hold very many others. Their text is given in pieces: putting it together again for each
        of them would copy all of a message several times.
    """
    name = part_class.__name__
    items = list(class_plan(part_class).values())
    yield f"def write_{snake(name)}(part: {name}, values: list[str]) -> {'list[str]' if part_class in long else 'str'}:"
    yield f"    if part.__class__ is not {name}:"
    yield "        raise Unusual"
    for item in items:
        variable = f"{item.name}_"
        yield f"    {variable}: Any = part.{item.name}"
        if item.is_list:
            yield f"    if {variable}.__class__ is not list:"
            yield "        raise Unusual"
            yield f"    {variable} = {list_text(item, variable, part_class, long)}"
            continue
        yield f"    if {variable} is None:"
        yield f'        {variable} = ""'
        yield "    else:"
        yield from (f"        {line}" for line in write_value(item, variable))
    texts = items[:-1] if part_class in long else items
    yield f"    {'text' if part_class in long else 'return'} = (".replace("return =", "return")
    yield from (f'        f"{{{item.name}_}}"' for item in texts)
    yield "    )"
    if part_class in long:
        yield f"    return [text, *{items[-1].name}_]"


def list_text(item: FieldPlan, variable: str, part_class: type[Any], long: list[type[Any]]) -> str:
    """The expression for all elements of a list: one text, or for the last list of a long class its pieces."""
    if part_class not in long or item is not list(class_plan(part_class).values())[-1]:
        return f'"".join([{group_text(item, "value")} for value in {variable}])'
    if item.type not in long:
        return f"[{group_text(item, 'value')} for value in {variable}]"
    pieces = f'"<{item.tag}>", *write_{snake(item.type.__name__)}(value, values), "</{item.tag}>"'
    return f"[piece for value in {variable} for piece in ({pieces})]"


def long_classes(message: type[Any]) -> list[type[Any]]:
    """The class of a message and, where it has employees, of an employer: these come last in them, and may be very many."""
    found = [message]
    while (last := list(class_plan(found[-1]).values())[-1]).is_list and list(class_plan(last.type).values())[-1].is_list:
        found.append(last.type)
    return found[:2]


def module(name: str) -> str:
    """The module of a message."""
    parts, long = classes_of(getattr(bindings, name)), long_classes(getattr(bindings, name))
    items = [item for part in parts for item in class_plan(part).values()]
    enums = sorted({item.type for item in items if issubclass(item.type, Enum)}, key=lambda enum: enum.__name__)
    body = [line for part in parts for line in ("", "", *reader(part), "", "", *writer(part, long))]
    used = set(re.findall(r"\w+", "\n".join(body))) | {"members"}
    classes = sorted(item.__name__ for item in [*parts, *enums])
    lines = [
        f'"""Between the tree, the objects and the text of {name}: generated by ``tools/generate_codec.py``."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "from lxml.etree import _Element as Element",
        "",
        f"from sivi2017.bindings.{name.lower()} import (",
        *(f"    {item}," for item in classes),
        ")",
    ]
    for home, helpers in HELPERS.items():
        lines += [f"from sivi2017.codec_values.{home} import {', '.join(item for item in helpers if item in used)}"]
    lines += ["", f'NAMESPACE = "{message_model(name).namespace}"', ""]
    lines += sorted({f'{tag_name(item)} = f"{{{{{{NAMESPACE}}}}}}{item.tag}"' for item in items if tag_name(item) in used})
    lines += [""] + [f"{snake(item.__name__).upper()} = members({item.__name__})" for item in enums]
    root = snake(name)
    body += ["", "", f"read_message = read_{root}", f"write_message = write_{root}"]
    return "\n".join(lines + body) + "\n"


def generate(target: Path) -> None:
    """Write the modules into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for name in MESSAGES:
        (target / f"{name.lower()}.py").write_text(module(name), encoding="utf-8")
    (target / "__init__.py").write_text(PACKAGE, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]).resolve() if sys.argv[1:] else TARGET)
