"""xsdata's own parser and serializer, used as well as they can be: one context for all calls, and the class told.

xsdata has two ways underneath, its own and lxml's; the one is taken that is quicker here, on a small message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from time import perf_counter
from typing import TypeVar

from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.writers import LxmlEventWriter, XmlEventWriter

from benchmarks.data import message
from sivi2017.bindings import WerknemerGegevens

__all__ = ["parse", "parser_name", "serialize", "serializer_name"]

_Way = TypeVar("_Way")

_CONTEXT = XmlContext()
_SAMPLE = 40


def parse(data: bytes) -> WerknemerGegevens:
    """A message by xsdata's parser."""
    return _parser().from_bytes(data, WerknemerGegevens)


def serialize(objects: WerknemerGegevens) -> bytes:
    """A message by xsdata's serializer."""
    namespace = type(objects).Meta.namespace
    return _serializer().render(objects, ns_map={None: namespace}).encode()


def parser_name() -> str:
    """What the parser has underneath."""
    return _parser().handler.__name__


def serializer_name() -> str:
    """What the serializer has underneath."""
    return _serializer().writer.__name__


@cache
def _parser() -> XmlParser:
    data = message(_SAMPLE)
    parsers = [XmlParser(context=_CONTEXT, handler=handler) for handler in (XmlEventHandler, LxmlEventHandler)]
    return _quickest(parsers, lambda parser: parser.from_bytes(data, WerknemerGegevens))


@cache
def _serializer() -> XmlSerializer:
    objects = parse(message(_SAMPLE))
    serializers = [XmlSerializer(context=_CONTEXT, writer=writer) for writer in (XmlEventWriter, LxmlEventWriter)]
    return _quickest(serializers, lambda serializer: serializer.render(objects))


def _quickest(ways: Iterable[_Way], work: Callable[[_Way], object]) -> _Way:
    return min(ways, key=lambda way: min(_seconds(work, way) for _ in range(5)))


def _seconds(work: Callable[[_Way], object], way: _Way) -> float:
    start = perf_counter()
    work(way)
    return perf_counter() - start
