"""From bindings to bytes the short way, for a message in which all is as usual.

The generated code of ``sivi2017.codec`` writes the tags and gathers the texts. The texts together show whether one of them is
of another type, or has a character that XML writes in another way or not at all. Then there are no bytes, and the longer way
of ``sivi2017.writing.tree`` is taken, which writes what is unusual and tells what is wrong. Where both ways give bytes, they
are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sivi2017.binding import codec_of

__all__ = ["usual_bytes", "usual_text"]

Text = TypeVar("Text", str, list[str])

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"

# New lines and tabs stand as they are; a carriage return would be read as a new line.
_UNUSUAL = bytes(set(range(0x20)) - {0x09, 0x0A}) + b"&<>"
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


def usual_bytes(message: Any, name: str) -> bytes | None:
    """The bytes of a message; None where they can only be had the longer way.

    :param name: the name of the message.
    """
    codec = codec_of(name)
    pieces = _usual(codec.write_message, message)
    if pieces is None:
        return None
    start = f'{_DECLARATION}<{name} xmlns="{codec.NAMESPACE}"'
    whole = [start, ">", *pieces, f"</{name}>"] if any(pieces) else [start, "/>"]
    return "".join(whole).encode()


def usual_text(write: Callable[[Any, list[str]], str], part: Any) -> str | None:
    """The text of a part without its own tags; None where it can only be had the longer way.

    :param write: the function of the codec that writes it.
    """
    return _usual(write, part)


def _usual(write: Callable[[Any, list[str]], Text], part: Any) -> Text | None:
    values: list[str] = []
    try:
        text = write(part, values)
        content = "".join(values).encode()
    except Exception:  # noqa: BLE001 - besides Unusual whatever the text of a value of another type may raise
        return None
    return text if set(map(type, values)) <= {str} and _can_stand(content) else None


def _can_stand(content: bytes) -> bool:
    """Whether all characters are written as they are."""
    if len(content.translate(None, _UNUSUAL)) != len(content):
        return False
    return content.isascii() or not any(item in content for item in _NO_CHARACTERS)
