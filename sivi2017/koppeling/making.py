"""Objects of the domain from values that may be empty or too long, as a coupling says what to do with those."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import attrs

from sivi2017.domain.base import Domain, fields_of
from sivi2017.report import Finding, Layer, Severity

__all__ = ["make"]

DomainClass = TypeVar("DomainClass", bound=Domain)


def make(
    domain_class: type[DomainClass], values: Mapping[str, Any], *, shorten: frozenset[str], drop_empty: bool
) -> tuple[DomainClass, list[Finding]]:
    """The object, and a finding for everything that was shortened or left out.

    :raises InvalidValue: naming the fields that are wrong all the same.
    """
    findings: list[Finding] = []
    items = {f"{domain_class.__name__}.{item.name}": item for item in fields_of(domain_class)}
    limits = {item.name: _limit(item.elements) for name, item in items.items() if name in shorten}
    attributes = attrs.fields(cast("Any", domain_class))
    given: dict[str, Any] = {item.name: None for item in attributes if item.default is attrs.NOTHING}
    for name, value in values.items():
        field = f"{domain_class.__name__}.{name}"
        if drop_empty and isinstance(value, str) and not value.strip():
            findings.append(_finding("BLD-EMPTY", f"{field}: empty, and left out"))
        elif name in limits and isinstance(value, str) and len(value) > limits[name]:
            given[name] = value[: limits[name]].rstrip()
            findings.append(_finding("BLD-SHORTENED", f"{field}: shortened from {len(value)} to {limits[name]} characters"))
        else:
            given[name] = value
    return domain_class(**given), findings


def _limit(elements: tuple[Any, ...]) -> int:
    return int(min(element.format.max_length for element in elements))


def _finding(finding_id: str, text: str) -> Finding:
    return Finding(finding_id, Severity.WARNING, Layer.RULE, text)
