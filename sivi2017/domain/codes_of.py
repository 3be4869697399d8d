"""Which codes of a shared list one place in the messages takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sivi2017.domain.forms import elements_of

__all__ = ["kind_faults", "kinds_of"]

_KIND_FIELDS = ("soort_adres", "soort_communicatie")


def kinds_of(class_name: str) -> set[str]:
    """The codes that any message takes for the kind of an address or of a number, in a class of the bindings."""
    found = elements_of((class_name,))
    elements = (element for name in _KIND_FIELDS for element in found.get(name, ()))
    return {code.value for element in elements if element.format for code in element.format.codes}


def kind_faults(part: Any, name: str, class_name: str) -> Iterator[str]:
    """A fault for each address or number of a field whose kind has no place there."""
    allowed = kinds_of(class_name)
    for number, value in enumerate(getattr(part, name), start=1):
        if value.soort.value not in allowed:
            yield f"{name}: number {number}: soort must be one of {', '.join(sorted(allowed))} here, is {value.soort.value}"
