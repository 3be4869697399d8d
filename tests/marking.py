"""Messages in which every value would be known anywhere, and an ear for everything that is said about them.

``marked`` puts a mark in the place of each value that is no code: a letter that Dutch does not have, or digits that stand
nowhere else. ``said`` takes down all that a call says in any way, and ``leaks`` finds the marks in it, however they are
written.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

from lxml import etree

from sivi2017.report import Report
from sivi2017.schema.model import Element, Format, MessageModel
from sivi2017.schema.paths import local_name

__all__ = ["BROKEN", "DIGITS", "LETTER", "WRONG", "chain", "leaks", "marked", "said", "without_names"]

LETTER, DIGITS = "ŋ", "8787"

_LETTER_AS_WRITTEN = (
    "[ŋŊ]",
    r"\\u014[ab]|\\xc5\\x8b|K\\x01|\\x01K",  # by Python and JSON; as bytes in UTF-8 and in UTF-16
    r"&#33[01];|&#x14[ab];|%C5%8B|U\+014[AB]",  # in XML, in a URL, on our terminal
    "Å(?:\x8b|\u2039|\\\\x8b)",  # as UTF-8 that was taken for another encoding
)
_DIGITS_AS_WRITTEN = ("8787", "1[79]87", "07:08:07", r"[(]7, 8, 7", "87[.,]87")
_LEAK = re.compile("|".join(_LETTER_AS_WRITTEN + _DIGITS_AS_WRITTEN), re.IGNORECASE)
_BY_CHANCE = re.compile(r"0x[0-9a-f]+|column [0-9]+|seconds=[0-9.e-]+|\b(?=[0-9-]*[a-f])[0-9a-f-]{16,}")
"""Addresses, columns, durations and names of tasks, in which the digits of a mark can be."""


def leaks(text: str) -> list[str]:
    """The marks in a text."""
    return _LEAK.findall(_BY_CHANCE.sub("", text))


def without_names(text: str) -> str:
    """A text without the marks that are names of elements: a path shows those, also of elements that stand for nothing."""
    return re.sub(rf"/(?:{LETTER}|\\+u014b|&#331;)", "/", text)


# ---- Marks in messages --------------------------------------------------------------------------------------------------

_DAYS = ("1987-08-07", "1987-07-08", "1787-08-07", "8787-07-08")
_RIGHT = {
    "SofiNr": "878700006",
    "Iban": "NL91ABNA0878700000",
    "Pc": "8787XZ",
    "Lhnr": "878787878L87",
    "NrCom": f"{LETTER}@{LETTER}.nl",
}
"""Values that no rule minds."""


def marked(data: bytes, model: MessageModel, start: int = 0, *, private_only: bool = False) -> bytes:
    """A message, right or wrong, with a mark in the place of every value that is no code.

    :param start: chooses among the marks that there are for a value.
    :param private_only: mark what is personal, and put plain values where a person may see them.
    """
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    known = dict(model.root.walk())
    for number, node in enumerate(root.iter(etree.Element), start=start):
        element = known.get("".join(f"/{local_name(step)}" for step in [*reversed([*node.iterancestors()]), node]))
        for name in node.attrib:
            node.set(name, LETTER + DIGITS)
        if (node.text or "").strip():
            is_hidden = not private_only or element is None or _is_private(node, known)
            node.text = _mark(element, node.text or "", number, is_hidden)
        if (node.tail or "").strip():
            node.tail = LETTER + DIGITS
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _is_private(node: etree._Element, known: dict[str, Element]) -> bool:
    steps = [local_name(step) for step in [*reversed([*node.iterancestors()]), node]]
    paths = ["/" + "/".join(steps[:end]) for end in range(1, len(steps) + 1)]
    return any(path in known and known[path].privacy != "none" for path in paths)


def _mark(element: Element | None, text: str, number: int, is_hidden: bool) -> str:
    """A mark for an element; where nothing is known of it, or its value has not the right form, one as the text was."""
    form = None if element is None else element.format
    if form is None or element is None:
        return LETTER + DIGITS
    if form.codes or form.pattern == "[0-9]{5}":
        return text
    if not is_hidden:
        return re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "1", text))
    if number % 2 and element.tag in _RIGHT:
        return _RIGHT[element.tag]
    if form.base == "string":
        return _mark_of_text(form, text, number)
    right, mark = {
        "date": (r"\d{4}-\d\d-(?!30)\d\d", _DAYS[number % len(_DAYS)]),
        "time": (r"\d\d:\d\d:\d\d", "07:08:07"),
        "decimal": (r"\d+[.]\d\d$", "87.87"),
        "nonNegativeInteger": (rf"\s*\d{{1,{form.total_digits}}}\s*$", (DIGITS * 20)[: form.total_digits]),
    }[form.base]
    return mark if re.match(right, text) else _as_it_was(text)


def _mark_of_text(form: Format, text: str, number: int) -> str:
    longest = form.length or form.max_length or 1
    if len(text) > longest or (form.length and len(text) != longest):
        return LETTER * len(text)
    size = longest if form.length or number % 3 == 0 else min(longest, 6)
    return LETTER * size if form.pattern or number % 3 else (LETTER + DIGITS + LETTER * size)[:size]


def _as_it_was(text: str) -> str:
    """A mark of the form of a text: letters for letters, digits for digits."""
    digits = iter(DIGITS * len(text))
    return re.sub(r"[^\W\d_]", LETTER, re.sub(r"\d", lambda _: next(digits), text))


# ---- What can be wrong with a message -----------------------------------------------------------------------------------

WRONG = [
    f"{LETTER}{DIGITS}",
    LETTER * 600,
    DIGITS * 200,
    "07-08-1987",
    "1987-08-07T07:08:07",
    "87,87",
    f"-{DIGITS}",
    f"{LETTER}<{LETTER}/>",
    f"&{LETTER};",
    f"{LETTER}\x01{DIGITS}",
    f"{LETTER}]]>{DIGITS}",
    f"<![CDATA[{LETTER}",
    f"<!-- {LETTER} -- {DIGITS} -->",
    f"{LETTER} & {DIGITS} < {LETTER}",
]
"""What may stand in a file where a value should."""

BROKEN: dict[str, Callable[[str], bytes]] = {
    "cut off": lambda text: text.encode()[: len(text) // 2],
    "cut off in a value": lambda text: text.encode()[: max(text.encode().find(LETTER.encode()), 60) + 3],
    "tags that do not match": lambda text: text.replace("</BrAlg>", f"</{LETTER}>", 1).encode(),
    "a second root": lambda text: f"{text}<{LETTER}>{DIGITS}</{LETTER}>".encode(),
    "text after the end": lambda text: f"{text}{LETTER}{DIGITS}".encode(),
    "text before the start": lambda text: f"{LETTER}{DIGITS}{text}".encode(),
    "a DOCTYPE": lambda text: f'<!DOCTYPE {LETTER} [<!ENTITY {LETTER} "{DIGITS}">]>{text}'.encode(),
    "an encoding": lambda text: f'<?xml version="1.0" encoding="ISO-8859-1"?>{text}'.encode("utf-16"),
    "an unknown encoding": lambda text: f'<?xml version="1.0" encoding="E{DIGITS}"?>{text}'.encode(),
    "bytes of another encoding": lambda text: text.replace(LETTER, "\xff").encode("latin-1", "replace"),
    "attributes": lambda text: text.replace("<BrAlg>", f'<BrAlg a="{LETTER}" a="{DIGITS}">').encode(),
    "an attribute": lambda text: text.replace("<BrAlg>", f'<BrAlg a="{LETTER}{DIGITS}">').encode(),
    "a namespace": lambda text: text.replace("<BrAlg>", f'<BrAlg xmlns="urn:{LETTER}{DIGITS}">').encode(),
    "a namespace of the root": lambda text: re.sub('xmlns="[^"]*"', f'xmlns="urn:{LETTER}"', text).encode(),
    "a prefix": lambda text: text.replace("<BrAlg>", f"<{LETTER}:BrAlg>").encode(),
    "a comment": lambda text: text.replace("<BrAlg>", f"<BrAlg><!-- {LETTER} -- -->").encode(),
    "an instruction": lambda text: text.replace("<BrAlg>", f"<BrAlg><?{LETTER} {DIGITS}").encode(),
    "text between elements": lambda text: text.replace("<BrAlg>", f"<BrAlg>{LETTER}{DIGITS}").encode(),
    "everything twice": lambda text: re.sub("<(BrAlg)>(.*?)</BrAlg>", r"<\1>\2</\1><\1>\2</\1>", text).encode(),
    "another root": lambda text: re.sub(r"^<\w+|\w+>$", lambda root: re.sub(r"\w+", "Message", root[0]), text).encode(),
    "elements that are not known": lambda text: text.replace("<BrAlg>", f"<BrAlg><Nieuw>{LETTER}{DIGITS}</Nieuw>").encode(),
    "nothing in its order": lambda text: "".join(reversed(re.findall(r"<[^>]*>[^<]*", text))).encode(),
}
"""What can be wrong with a file, from its text without a declaration."""

# ---- What is said -------------------------------------------------------------------------------------------------------


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and all that led to it, shown by Python or not."""
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)
        for inner in getattr(error, "exceptions", ()):
            yield from chain(inner)


def said(call: Callable[[], Any]) -> str:
    """Everything that is said in any way when something is called: returned, raised, warned, logged or printed."""
    with ExitStack() as stack:
        files = stack.enter_context(_files_of_the_process())
        streams = StringIO(), StringIO()
        stack.enter_context(redirect_stdout(streams[0]))
        stack.enter_context(redirect_stderr(streams[1]))
        records = stack.enter_context(_every_log())
        caught = stack.enter_context(warnings.catch_warnings(record=True))
        warnings.simplefilter("always")
        try:
            outcome = call()
        except Exception as error:  # noqa: BLE001 - whatever it is, its words are looked at
            outcome = error
        texts = [*_told(outcome), *records]
        texts += [f"{item.message} {item.message!r} {warnings.formatwarning(*_parts(item))}" for item in caught]
        texts += [stream.getvalue() for stream in streams]
    return "\n".join([*texts, *files])


def _parts(item: warnings.WarningMessage) -> tuple[Warning | str, type[Warning], str, int, str | None]:
    return item.message, item.category, item.filename, item.lineno, item.line


def _told(outcome: Any) -> Iterator[str]:
    """What an outcome says of itself; bytes are a message that was written, and no talk about one."""
    if isinstance(outcome, bytes):
        return
    if isinstance(outcome, list | tuple):
        for item in outcome:
            yield from _told(item)
    # A listing of objects is made of their own words, and a text has two forms: as it is, and as a debugger shows it.
    yield f"{outcome} {outcome!r}"
    report = outcome if isinstance(outcome, Report) else getattr(outcome, "report", None)
    if isinstance(report, Report):
        yield f"{report!r} {report.message!r} {report.message}"
        yield from (f"{finding} {finding!r}" for finding in report.findings)
    if isinstance(outcome, BaseException):
        for error in chain(outcome):
            yield f"{error} {error!r} {error.args} {vars(error)} {getattr(error, '__notes__', '')}"
        yield from traceback.format_exception(outcome)


_MOMENT = {"created", "msecs", "relativeCreated", "thread", "process"}
"""What a record says of when and where it was made."""


@contextmanager
def _every_log() -> Iterator[list[str]]:
    """What any logger is told at any level, as a handler would write it and with everything that a record has."""
    texts: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            more = {name: value for name, value in vars(record).items() if name not in _MOMENT}
            texts.append(f"{self.format(record)} {record.getMessage()} {record.args} {more}")

    ear, root = Ear(level=1), logging.getLogger()
    known = [logger for logger in root.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    before = [(logger, logger.level, logger.propagate, logger.disabled) for logger in (root, *known)]
    for logger, *_ in before:
        logger.setLevel(1)
        logger.propagate, logger.disabled = True, False
    root.addHandler(ear)
    try:
        yield texts
    finally:
        root.removeHandler(ear)
        for logger, level, propagate, disabled in before:
            logger.setLevel(level)
            logger.propagate, logger.disabled = propagate, disabled


@contextmanager
def _files_of_the_process() -> Iterator[list[str]]:
    """What goes to standard output and standard error past Python: of a library in C, and of other processes."""
    texts: list[str] = []
    sys.stdout.flush()
    sys.stderr.flush()
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in (1, 2)]
        kept = [os.dup(number) for number in (1, 2)]
        for number, file in enumerate(files, start=1):
            os.dup2(file.fileno(), number)
        try:
            yield texts
        finally:
            for number, copy in enumerate(kept, start=1):
                os.dup2(copy, number)
                os.close(copy)
            for file in files:
                file.seek(0)
                texts.append(file.read().decode(errors="backslashreplace"))
