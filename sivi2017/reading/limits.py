"""How large a message may be before it is refused unread."""

from __future__ import annotations

from attrs import field, frozen, validators

__all__ = ["Limits"]


@frozen
class Limits:
    """Bounds that keep a hostile or mistaken file from using up the machine.

    Beside these, the parser itself refuses a text of more than 10 million characters and more than 256 levels of elements.

    >>> Limits(max_bytes=1_000_000).max_bytes
    1000000
    """

    max_bytes: int = field(default=64 * 1024 * 1024, validator=validators.ge(1))
    """How many bytes a source may have: by default 64 MiB, some 40,000 employees."""
    max_depth: int = field(default=32, validator=[validators.ge(16), validators.le(256)])
    """How many levels of elements a message may have before it is refused without further findings; a right one has at
    most nine. From 16 to 256."""
    max_findings: int = field(default=10_000, validator=validators.ge(1))
    """How many findings of the schema are listed; one more says that there are others."""
