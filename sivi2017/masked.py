"""The base of the generated classes: a ``repr`` that shows nothing of a person.

>>> from sivi2017.bindings.verzuimmeldingen import Partner
>>> Partner(significant_deel_van_de_achternaam="Jansen")
<Partner: significant_deel_van_de_achternaam>
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

__all__ = ["Masked"]


class _Pretty:
    """What a notebook and a property test show: no more than ``repr``; by themselves they would go through the fields.

    They ask a class for it as well, and that has none.
    """

    def __get__(self, shown: object, _owner: type[Any]) -> Callable[[Any, bool], None] | None:
        return None if shown is None else lambda printer, _cycle: printer.text(repr(shown))


class Masked:
    """Shows which fields have a value, and how many parts a list has, but no value."""

    __slots__ = ()
    _repr_pretty_ = _Pretty()

    def __repr__(self) -> str:
        named: Any = self
        parts = []
        for item in fields(named):
            value = getattr(named, item.name)
            if isinstance(value, list):
                parts += [f"{item.name}[{len(value)}]"] if value else []
            elif value is not None:
                parts.append(item.name)
        return f"<{type(self).__name__}: {', '.join(parts)}>"
