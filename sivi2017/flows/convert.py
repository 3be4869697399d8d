"""Between an object of the domain and an object of the bindings.

Nothing here names a single field: each domain field says which field of the bindings it fills, and the class of the bindings of
the message at hand says what it takes. What a message has no element or no kind for is left out, and so is what the coupling
does not ask for; of each a finding tells, save of the names and addresses that Dienstverbanden is meant to leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from attrs import define, field
from xsdata.models.datatype import XmlDate

from sivi2017.binding import FieldPlan, class_plan, plan_by_name
from sivi2017.codelist import CodeList
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.report import Finding, Layer, Severity

__all__ = ["Conversion", "from_binding", "kinds_of_address", "refuse_date", "requestable"]

DomainClass = TypeVar("DomainClass", bound=Domain)

# The codes that say yes and no, by the enum of the bindings.
_YES_NO = {
    "JaNee": ("J", "N"),
    "LogischeEenheid": ("J", "N"),
    "CodeContractOnbepaaldeBepaaldeTijd": ("B", "O"),
}
_NOT_KNOWN = "O"


@cache
def requestable() -> dict[str, str]:
    """The fields of the domain that a message carries only where the coupling asks for them, each with its tag."""
    return {
        item.name: item.elements[0].tag
        for domain_class in (Werkgever, Werknemer, Dienstverband, Verzuimmelding)
        for item in fields_of(domain_class)
        if item.elements and item.elements[0].emit == "request"
    }


@define
class Conversion:
    """Builds the parts of one message."""

    requested: frozenset[str]
    """The fields to send although a message carries them only on request, by their names in the domain."""
    codes: Mapping[str, str | None]
    """By class of the bindings the verwerkingscode of its parts; None where that level has none."""
    findings: list[Finding] = field(factory=list)
    """What was left out, and why."""

    def part(self, value: Domain, target: type[Any], **more: Any) -> Any:
        """The object of the bindings for an object of the domain.

        :param more: fields of the bindings that do not come from the object itself, or not as they are there.
        """
        plans = plan_by_name(target)
        given: dict[str, Any] = {}
        for item in fields_of(type(value)):
            plan = plans.get(item.says or "")
            if plan is None:
                self._tell_no_place(value, item)
            elif plan.name not in more and self._sends(value, item):
                given[plan.name] = self._value(value, item, plan)
        if "verwerking" in plans and "verwerking" not in more:
            code = self.codes.get(target.__name__)
            given["verwerking"] = None if code is None else plans["verwerking"].type(code)
        return target(**given, **more)

    def leave_out(self, finding_id: str, text: str) -> None:
        """Tell that something is not in the message."""
        self.findings.append(Finding(finding_id, Severity.WARNING, Layer.RULE, text))

    def _tell_no_place(self, value: Domain, item: DomainField) -> None:
        """Tell of a value for which only another kind of message has an element.

        Not of an employee: that Dienstverbanden leaves out names and addresses is what it is for.
        """
        if item.says is not None and not isinstance(value, Werknemer) and getattr(value, item.name) not in (None, ()):
            text = f"{type(value).__name__}.{item.name}: not sent; this kind of message has no element for it"
            self.leave_out("BLD-OTHER-MESSAGE", text)

    def _sends(self, value: Domain, item: DomainField) -> bool:
        top = isinstance(value, Werkgever | Werknemer | Dienstverband | Verzuimmelding)
        if not top or item.name not in requestable() or item.name in self.requested:
            return True
        if getattr(value, item.name) not in (None, ()):
            self.leave_out(
                "BLD-NOT-REQUESTED", f"{type(value).__name__}.{item.name}: not sent; the coupling does not ask for it"
            )
        return False

    def _value(self, part: Domain, item: DomainField, plan: FieldPlan) -> Any:
        value = getattr(part, item.name)
        if plan.is_list:
            return [self._one(each, plan) for each in self._carried(part, item, plan)]
        return self._one(value, plan)

    def _carried(self, part: Domain, item: DomainField, plan: FieldPlan) -> Iterator[Any]:
        """The values of a list that this message can carry: of addresses not all kinds."""
        kinds = kinds_of_address(cast("Any", plan.type))
        for number, value in enumerate(getattr(part, item.name), start=1):
            if kinds and value.soort.value not in kinds:
                place = f"{type(part).__name__}.{item.name}: number {number}"
                self.leave_out("BLD-NO-PLACE", f"{place} not sent; this message has no kind {value.soort.value}")
            else:
                yield value

    def _one(self, value: Any, plan: FieldPlan) -> Any:
        if isinstance(value, Domain):
            return self.part(value, plan.type)
        if plan.is_group and value is not None:  # a group around one value
            (inner,) = class_plan(plan.type).values()
            return plan.type(**{inner.name: self._one(value, inner)})
        return _plain_to_binding(value, plan.type)


@cache
def kinds_of_address(target: Any) -> frozenset[str]:
    """The kinds of address that a class of the bindings takes; empty where it has none."""
    kinds: list[Any] = [plan.type for plan in class_plan(target).values() if plan.name == "soort_adres"]
    return frozenset(member.value for kind in kinds for member in kind)


def _plain_to_binding(value: Any, target: type[Any]) -> Any:
    """A value of the domain as one of the bindings."""
    if target.__name__ == "LogischeEenheid" and value is None:
        return target(_NOT_KNOWN)
    if isinstance(value, bool):
        return target(_YES_NO[target.__name__][0 if value else 1])
    if isinstance(value, CodeList):
        return target(value.value)
    if isinstance(value, date):
        return XmlDate.from_date(value)
    return value


def from_binding(part: Any, domain_class: type[DomainClass], **more: Any) -> DomainClass:
    """The object of the domain for an object of the bindings.

    :param more: fields of the domain that do not come from the object itself.
    :raises InvalidValue: when the domain cannot say what the message says.
    """
    plans = plan_by_name(type(part))
    given = {}
    for item in fields_of(domain_class):
        if item.says in plans and item.name not in more:
            value = getattr(part, item.says)
            refuse_date(value, f"{domain_class.__name__}.{item.name}")
            if isinstance(value, list):
                given[item.name] = tuple(_from_one(each, item) for each in value)
            else:
                given[item.name] = _from_one(value, item)
    return domain_class(**given, **more)


def refuse_date(value: Any, name: str) -> None:
    """Refuse a date that the domain cannot say.

    :param name: what it is called in the error.
    :raises InvalidValue: when it has a zone, or is of no year from 1 to 9999.
    """
    if isinstance(value, XmlDate) and (value.offset is not None or not 1 <= value.year <= 9999):
        raise InvalidValue([f"{name}: the domain has dates from the year 1 to 9999, without a zone"])


def _from_one(value: Any, item: DomainField) -> Any:
    """One value of the bindings as one of the domain."""
    if isinstance(value, Enum):
        return _yes_or_no(value) if item.type is bool else item.type(value.value)
    if isinstance(value, XmlDate):
        return value.to_date()
    if value is None or isinstance(value, str | int | Decimal):
        return value
    if issubclass(item.type, Domain):
        return from_binding(value, item.type)
    (inner,) = class_plan(type(value)).values()  # a group around one value
    return _from_one(getattr(value, inner.name), item)


def _yes_or_no(value: Enum) -> bool | None:
    """What a code says: yes, no, or of a safety net that it is not known."""
    answers = dict(zip(_YES_NO[type(value).__name__], (True, False), strict=True))
    return answers.get(value.value)
