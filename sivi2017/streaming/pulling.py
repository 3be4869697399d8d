"""From a source to the employees and employers in it, each when its end tag has been read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from attrs import define
from lxml import etree

from sivi2017.reading.limits import Limits
from sivi2017.reading.parsing import PARSER_OPTIONS, Beginning, not_well_formed, raise_first, too_large
from sivi2017.reading.source import Bounded, Source, TooLarge, opened
from sivi2017.schema.model import every_message

__all__ = ["Pulled"]

_CHUNK = 32 * 1024
_GOES_ON = {
    etree.ErrorTypes.WAR_NS_URI,
    etree.ErrorTypes.NS_ERR_XML_NAMESPACE,
    etree.ErrorTypes.NS_ERR_QNAME,
    etree.ErrorTypes.NS_ERR_ATTRIBUTE_REDEFINED,
    etree.ErrorTypes.NS_ERR_EMPTY,
    etree.ErrorTypes.NS_ERR_COLON,
}
"""Errors after which the parser goes on, so that what it gave may have come after the fault."""


@define(eq=False, repr=False)
class Pulled:
    """A source that is read as far as its parts are asked for."""

    source: Source
    limits: Limits
    held: Bounded | None = None
    """What is held of the source; whoever lets go of a part says so here."""
    root: etree._Element | None = None
    """The root element, once all is read."""

    def parts(self) -> Iterator[etree._Element]:
        """The elements that may be an employee or an employer, by their name, wherever they stand.

        The tree may already hold some of what comes after.

        :raises NotXml: when the source is not well-formed, is too large, has a DOCTYPE or an encoding that is not read; after
            all parts that came before the fault.
        :raises OSError: when a path cannot be opened, or a file not read.
        """
        with opened(self.source) as file:
            self.held = Bounded(file, self.limits)
            start = Beginning(self.held)
            parser = etree.XMLPullParser(events=("end",), tag=_tags(), **PARSER_OPTIONS)
            try:
                start.look()
                while piece := start.read(_CHUNK):
                    parser.feed(piece)
                    raise_first(parser.feed_error_log)
                    yield from _ended(parser)
                self.root = parser.close()
            except TooLarge as error:
                raise too_large(error) from None
            except etree.XMLSyntaxError as error:
                if error.code == etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE:
                    yield from takewhile(_is_before_the_fault, _ended(parser))
                elif error.code not in _GOES_ON:
                    yield from _ended(parser)
                raise not_well_formed(error) from None
            yield from _ended(parser)


def _ended(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for _, element in parser.read_events():
        yield element


_HAS_FAULT = etree.XPath(
    "boolean((preceding::* | ancestor::* | descendant-or-self::*)"
    "[contains(name(), ':') and namespace-uri() = '' or @*[contains(name(), ':') and namespace-uri() = '']])"
)


def _is_before_the_fault(element: etree._Element) -> bool:
    """Whether no prefix without a namespace stands in an element or before it; the parser goes on after one."""
    return not _HAS_FAULT(element)


def _tags() -> tuple[str, ...]:
    """What employers and employees are called in any message; in any namespace, for a tolerant reader."""
    every = [parts for parts in (model.repeated for model in every_message()) if parts is not None]
    return tuple({f"{{*}}{element.tag}" for parts in every for element in (parts.employer, parts.employee)})
