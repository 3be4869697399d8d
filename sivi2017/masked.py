"""The base of the generated classes: a ``repr`` that shows nothing of a person.

>>> from sivi2017.bindings.verzuimmeldingen import Partner
>>> Partner(significant_deel_van_de_achternaam="Jansen")
<Partner: significant_deel_van_de_achternaam>
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

__all__ = ["Masked"]


class Masked:
    """Shows which fields have a value, and how many parts a list has, but no value."""

    __slots__ = ()

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

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """What a notebook and a property test show: no more than ``repr``; by themselves they would go through the fields."""
        printer.text(repr(self))
