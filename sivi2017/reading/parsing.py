"""From bytes to a tree: well-formed XML within bounds, without a DOCTYPE, or one finding that says why not.

Two parsers look at a source. Expat reads what stands before the root element and stops there: it meets a DOCTYPE before
anything that it declares can do harm, and without loading what it points to. Then lxml reads the whole.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.parsers import expat

from attrs import define
from lxml import etree

from sivi2017.reading.limits import MOST_ATTRIBUTES, Limits
from sivi2017.reading.source import Bounded, Source, TooLarge, opened
from sivi2017.report import Finding, Layer, Severity

__all__ = ["PARSER_OPTIONS", "Beginning", "NotXml", "not_well_formed", "parse", "raise_first", "too_deep", "too_large"]

_CHUNK = 32 * 1024
_LONGEST_START = 1024 * 1024
_LONGEST_DECLARATION = 1024
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_KNOWN_ENCODINGS = re.compile(rb"(?i)utf-?8|utf-?16(?:le|be)?|iso-8859-\d+|latin-?1|windows-125\d|cp125\d|us-ascii|ascii")


class NotXml(Exception):
    """The source is no XML that may be read."""

    def __init__(self, finding_id: str, text: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(finding_id)
        if line is not None and column is not None:
            text = f"{text} (line {line}, column {column})"
        self.finding = Finding(finding_id, Severity.ERROR, Layer.XML, text, line)


def parse(source: Source, limits: Limits) -> etree._Element:
    """The root element of a source.

    :raises NotXml: when it is not well-formed, is too large, has a DOCTYPE or has an encoding that is not read.
    :raises OSError: when a path cannot be opened, or a file cannot be read.
    """
    with opened(source) as file:
        start, parser = Beginning(Bounded(file, limits)), _parser()
        try:
            start.look()
            if isinstance(source, bytes):  # all there already: lxml reads it faster in one piece
                start.skip()
                root = etree.fromstring(source, parser)
            else:
                root = etree.parse(start, parser).getroot()
            raise_first(parser.error_log)
        except TooLarge as error:
            raise too_large(error) from None
        except etree.XMLSyntaxError as error:
            raise not_well_formed(error) from None
        return root


def raise_first(log: etree._ListErrorLog) -> None:
    """Raise what lxml does not always raise by itself.

    In one piece it says nothing of an error after which there was a warning; in many, nothing of an entity that is not
    declared, and begins anew.

    :param log: that of the parser.
    :raises XMLSyntaxError: when there was an error.
    """
    for entry in log:
        if entry.level >= etree.ErrorLevels.ERROR:
            raise etree.XMLSyntaxError(entry.message, entry.type, entry.line, entry.column)


def too_deep(node: etree._Element, limits: Limits, level: int = 1) -> bool:
    """Whether there are more levels of elements than the limits allow.

    :param level: the level of the element itself; 1 is that of the root.
    """
    return len(node) > 0 and bool(_has_level(limits.max_depth + 1 - level)(node))


@cache
def _has_level(level: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/'.join('*' * level)})")


def too_large(error: TooLarge) -> NotXml:
    """The finding on a source that is beyond the limits."""
    return NotXml("XML-SIZE", f"{error}: larger than the limits of the reader")


PARSER_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
"""What every parser of lxml here is told."""


def _parser() -> etree.XMLParser:
    parser: etree.XMLParser = etree.XMLParser(**PARSER_OPTIONS)
    return parser


class _RootReached(Exception):
    """Expat has met the root element: there is no DOCTYPE."""


@define(repr=False)
class Beginning:
    """A file that is looked at before it is parsed: what was read to look at it is given once more."""

    file: Bounded
    looked_at: bytes = b""

    def look(self) -> None:
        """Read up to the root element.

        :raises NotXml: when that part is no XML, has a DOCTYPE, or is longer than any message needs.
        """
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(parser.CurrentLineNumber)
        parser.StartElementHandler = lambda _name, given: _root_reached(given, parser.CurrentLineNumber)
        while piece := self._piece(_LONGEST_DECLARATION if not self.looked_at else _LONGEST_START // 8):
            if not self.looked_at:
                _refuse_encoding(piece)
            self.looked_at += piece
            if _reaches_root(parser, piece, last=False):
                return
            if len(self.looked_at) > _LONGEST_START:
                raise NotXml("XML-LIMIT", f"more than {_LONGEST_START} bytes before the end of the first tag")
        if not self.looked_at:
            raise NotXml("XML-EMPTY", "is empty")
        _reaches_root(parser, b"", last=True)

    def _piece(self, least: int) -> bytes:
        """The next piece, of a length that does not depend on how little a stream gives at a time."""
        parts: list[bytes] = []
        length = 0
        while length < least and (part := self.file.read(_CHUNK)):
            parts.append(part)
            length += len(part)
        return b"".join(parts)

    def skip(self) -> None:
        """Count what was not looked at, for the limits.

        :raises TooLarge: when there is more than they allow.
        """
        while self.file.read(_LONGEST_START):
            pass

    def read(self, size: int = _CHUNK, /) -> bytes:
        piece, self.looked_at = self.looked_at[:size], self.looked_at[size:]
        return piece or self.file.read(size)


def _reaches_root(parser: expat.XMLParserType, piece: bytes, *, last: bool) -> bool:
    """Let expat go on, and tell whether it has met the root element.

    :raises NotXml: when it meets a fault or a DOCTYPE.
    """
    try:
        parser.Parse(piece, last)
    except _RootReached:
        return True
    except expat.ExpatError as error:
        raise _no_start(error) from None
    except (LookupError, ValueError):  # from Python's codecs, which know fewer or more than expat can use
        raise NotXml("XML-ENCODING", _ENCODINGS) from None
    return False


def _refuse_encoding(start: bytes) -> None:
    """Refuse a declared encoding that no partner uses: Python has codecs for expat to try that are no encodings of text."""
    declared = _DECLARED.match(start)
    if declared and not _KNOWN_ENCODINGS.fullmatch(declared[1]):
        raise NotXml("XML-ENCODING", _ENCODINGS, 1)


def _refuse_doctype(line: int) -> None:
    raise NotXml("XML-DOCTYPE", "has a DOCTYPE; a message has none, and what it declares or points to is never read", line)


def _root_reached(attributes: dict[str, str], line: int) -> None:
    """Stop at the root element; its namespaces are among the attributes here."""
    if len(attributes) > MOST_ATTRIBUTES:
        raise NotXml("XML-LIMIT", f"more than {MOST_ATTRIBUTES} attributes in one tag", line)
    raise _RootReached


_ENCODINGS = "is in an encoding that is not read, or not in the one that it declares; UTF-8 is the usual one"
_EXPAT_ENCODING = {
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}
_STARTS = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "ends before its first element",
    expat.errors.codes[expat.errors.XML_ERROR_MISPLACED_XML_PI]: "something stands before the XML declaration",
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "an attribute that stands twice",
}


def _no_start(error: expat.ExpatError) -> NotXml:
    if error.code in _EXPAT_ENCODING:
        return NotXml("XML-ENCODING", _ENCODINGS)
    text = _STARTS.get(error.code, "is not XML up to the end of the first tag")
    return NotXml("XML-SYNTAX", text, error.lineno, error.offset + 1)


_BARE = "a bare & or <, which in text is written &amp; or &lt;"

# What libxml2's error codes mean, without its own sentences: they quote names and text of the file.
_SYNTAX: dict[int, str] = {
    etree.ErrorTypes.ERR_RESERVED_XML_NAME: "an XML declaration that is not at the start: two messages in one file, perhaps",
    etree.ErrorTypes.ERR_DOCUMENT_END: "something follows after the end of the message",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "an element is closed that is not the last one opened",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "the file ends before the element that was opened is closed",
    etree.ErrorTypes.ERR_INVALID_CHAR: "a character that XML does not allow",
    etree.ErrorTypes.ERR_NAME_REQUIRED: _BARE,
    etree.ErrorTypes.ERR_ENTITYREF_SEMICOL_MISSING: _BARE,
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "an entity that XML does not know; only lt, gt, amp, apos and quot are",
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: "a prefix without a namespace",
    etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED: "an attribute that stands twice",
}


def not_well_formed(error: etree.XMLSyntaxError) -> NotXml:
    """The finding on a source that is no XML, in our words."""
    line, column = error.position
    if error.code in (etree.ErrorTypes.ERR_INVALID_ENCODING, etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING):
        return NotXml("XML-ENCODING", "has bytes that the encoding does not know", line, column)
    if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        is_deep = "depth" in str(error.msg)
        text = "more than 256 levels of elements" if is_deep else "a text of more than 10 million characters"
        return NotXml("XML-LIMIT", text, line, column)
    if error.code == etree.ErrorTypes.ERR_NAME_TOO_LONG:
        # Where the parser stands then, at its beginning or its end, depends on how the source was read.
        return NotXml("XML-LIMIT", "a name of more than 50 000 characters", line)
    return NotXml("XML-SYNTAX", _SYNTAX.get(error.code, f"not well-formed XML (libxml2 error {error.code})"), line, column)
