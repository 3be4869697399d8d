"""How large a message may be before it is refused unread."""

from __future__ import annotations

from attrs import Attribute, field, frozen, validators

__all__ = ["MOST_ATTRIBUTES", "Limits"]

MOST_ATTRIBUTES = 1000
"""How many attributes one tag may have; a right one has three at most."""


def _whole(_limits: object, attribute: Attribute[int], value: object) -> None:
    if type(value) is not int:
        raise TypeError(f"{attribute.name} must be a whole number")


@frozen
class Limits:
    """Bounds that keep a hostile or mistaken file from using up the machine.

    Beside these, a text of more than 10 million characters, more than 256 levels of elements, and more than 1000 attributes in
    one tag are always refused.

    >>> Limits(max_bytes=1_000_000).max_bytes
    1000000
    """

    max_bytes: int = field(default=64 * 1024 * 1024, validator=[_whole, validators.ge(1)])
    """How many bytes a source may have: by default 64 MiB, some 40,000 employees."""
    max_tags: int = field(default=8_000_000, validator=[_whole, validators.ge(1)])
    """How many tags a message may have: by default as many as 64 MiB of an ordinary message, and fewer than 64 MiB of the
    shortest ones."""
    max_depth: int = field(default=32, validator=[_whole, validators.ge(16), validators.le(256)])
    """How many levels of elements a message may have before it is refused without further findings; a right one has at
    most nine. From 16 to 256."""
    max_findings: int = field(default=10_000, validator=[_whole, validators.ge(1)])
    """How many findings of the schema are listed, and how many of the rules; one more of each says that there are others."""
