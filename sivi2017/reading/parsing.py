"""From bytes to a tree: well-formed XML within bounds, without a DOCTYPE, or one finding that says why not.

Two parsers look at a source. Expat reads what stands before the root element and stops there: it meets a DOCTYPE before
anything that it declares can do harm, and without loading what it points to. Then lxml reads the whole.
"""

from __future__ import annotations

from xml.parsers import expat

from attrs import define
from lxml import etree

from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Bounded, Source, TooLarge, opened
from sivi2017.report import Finding, Layer, Severity

__all__ = ["NotXml", "parse", "too_deep"]

_CHUNK = 32 * 1024


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
        start = _Start(Bounded(file, limits.max_bytes))
        try:
            start.look()
            return etree.parse(start, _parser()).getroot()
        except TooLarge:
            raise NotXml("XML-SIZE", f"more than {limits.max_bytes} bytes: larger than the limits of the reader") from None
        except etree.XMLSyntaxError as error:
            raise _not_well_formed(error) from None


def too_deep(root: etree._Element, limits: Limits) -> bool:
    """Whether there are more levels of elements than the limits allow."""
    return bool(root.getroottree().xpath(f"boolean({'/*' * (limits.max_depth + 1)})"))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


class _RootReached(Exception):
    """Expat has met the root element: there is no DOCTYPE."""


@define
class _Start:
    """A file that is looked at before it is parsed: what was read to look at it is given once more."""

    file: Bounded
    looked_at: bytes = b""

    def look(self) -> None:
        """Read up to the root element.

        :raises NotXml: when that part is no XML, or has a DOCTYPE.
        """
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = _root_reached
        pieces = []
        try:
            while piece := self.file.read(_CHUNK):
                pieces.append(piece)
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except _RootReached:
            self.looked_at = b"".join(pieces)
        except expat.ExpatError as error:
            raise _no_start(error, bool(pieces)) from None
        except (LookupError, ValueError):  # from Python's codecs: a name that is not known, or of several bytes a character
            raise NotXml("XML-ENCODING", _ENCODINGS) from None

    def read(self, size: int = _CHUNK, /) -> bytes:
        piece, self.looked_at = self.looked_at[:size], self.looked_at[size:]
        return piece or self.file.read(size)


def _refuse_doctype(*_declaration: object) -> None:
    raise NotXml("XML-DOCTYPE", "has a DOCTYPE; a message has none, and what it declares or points to is never read")


def _root_reached(*_element: object) -> None:
    raise _RootReached


_ENCODINGS = "is in an encoding that is not read, or not in the one that it declares; UTF-8 is the usual one"
_EXPAT_ENCODING = {
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}
_EXPAT_EMPTY = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]


def _no_start(error: expat.ExpatError, has_content: bool) -> NotXml:
    if not has_content:
        return NotXml("XML-EMPTY", "is empty")
    if error.code in _EXPAT_ENCODING:
        return NotXml("XML-ENCODING", _ENCODINGS)
    text = "ends before its first element" if error.code == _EXPAT_EMPTY else "is not XML: no element where the first should be"
    return NotXml("XML-SYNTAX", text, error.lineno, error.offset + 1)


# What libxml2's error codes mean, without its own sentences: they quote names and text of the file.
_SYNTAX: dict[int, str] = {
    etree.ErrorTypes.ERR_DOCUMENT_END: "something follows after the end of the message",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "an element is closed that is not the last one opened",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "the file ends before the element that was opened is closed",
    etree.ErrorTypes.ERR_INVALID_CHAR: "a character that XML does not allow",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "an entity that XML does not know; only lt, gt, amp, apos and quot are",
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: "a prefix without a namespace",
    etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED: "an attribute that stands twice",
}


def _not_well_formed(error: etree.XMLSyntaxError) -> NotXml:
    line, column = error.position
    if error.code in (etree.ErrorTypes.ERR_INVALID_ENCODING, etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING):
        return NotXml("XML-ENCODING", "has bytes that the encoding does not know", line, column)
    if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return NotXml("XML-LIMIT", "more than 256 levels, or a text of more than 10 million characters", line, column)
    return NotXml("XML-SYNTAX", _SYNTAX.get(error.code, f"not well-formed XML (libxml2 error {error.code})"), line, column)
