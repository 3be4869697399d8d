"""Making a message right: what the rules find in one that was drawn is changed, until they find nothing more.

The rules themselves say what is wrong, so this keeps to the profile of a coupling. A rule that is not named here is kept by
leaving out the optional element that it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from xsdata.models.datatype import XmlDate

from sivi2017 import bindings
from sivi2017.binding import FieldPlan, class_plan
from sivi2017.domain.verwerkingscodes import Verwerkingscodes
from sivi2017.domain.verzuimmelding import SoortMelding
from sivi2017.flows.verzuimmutatie import EVENT_CODES
from sivi2017.report import Finding, Severity
from sivi2017.rules import RuleProfile, rule_findings
from sivi2017.rules.datums import day
from sivi2017.schema.model import Element, message_model
from sivi2017.testing.fixed import Fixed, parts_below
from sivi2017.testing.right_values import right_texts

__all__ = ["Mender"]

_ROUNDS = 30
_RECOVERED, _ILL = "J", "N"
_RECOVERY_CODE = Verwerkingscodes().code(EVENT_CODES[SoortMelding.HERSTELDMELDING])


@frozen(eq=False)
class Spot:
    """A value in a message, and what holds it."""

    holder: Any
    """The object of the bindings whose field it is in."""
    plan: FieldPlan
    element: Element
    value: Any
    above: Spot | None
    """The spot of the holder; None for the root, which stands in nothing."""

    def up(self, tag: str) -> Spot:
        """The nearest spot of an element that this one stands in, or itself."""
        if self.element.tag == tag:
            return self
        assert self.above is not None
        return self.above.up(tag)


def spot_at(message: bindings.Message, path: str) -> Spot:
    """The spot at the path of a finding."""
    holder: Any = message
    element, spot = message_model(type(message).__name__).root, None
    for step in path.split("/")[2:]:
        tag, _, number = step.rstrip("]").partition("[")
        plan, element = class_plan(type(holder))[tag], element[tag]
        found = getattr(holder, plan.name)
        spot = Spot(holder, plan, element, found[int(number) - 1] if plan.is_list else found, spot)
        holder = spot.value
    assert spot is not None, "no rule speaks of the root"
    return spot


@frozen(eq=False)
class Mender:
    """Changes a message, save what is fixed in it."""

    draw: st.DrawFn
    message: Any
    profile: RuleProfile
    fixed: Fixed
    with_warnings: bool = False
    """Whether warnings are to go as well."""

    def mend(self) -> list[Finding]:
        """Change the message until no rule finds an error; what remains comes of what is fixed."""
        self._settle()
        if self.with_warnings:
            self._tell_as_in_life()
            self._settle()
        return [finding for finding in self._findings() if finding.severity is Severity.ERROR]

    def _settle(self) -> None:
        """Change what is wrong until nothing changes any more."""
        any(not self._changes() for _ in range(_ROUNDS))

    def _changes(self) -> bool:
        """Change something for each finding; whether that could be done for one."""
        spots = [(finding, spot_at(self.message, finding.path or "")) for finding in self._findings()]
        changed = [_FIXES.get(finding.id, Mender.leave_out)(self, spot) for finding, spot in spots]
        return any(changed)

    def _findings(self) -> list[Finding]:
        findings = rule_findings(self.message, self.profile)
        return [finding for finding in findings if self.with_warnings or finding.severity is Severity.ERROR]

    def _tell_as_in_life(self) -> None:
        """Let an absence be reported when it is there, and a change hold from the day of recovery that it tells of."""
        for verzuim in _reports(self.message):
            if verzuim.datum_verzuimmelding_werkgever is not None:
                self.put(verzuim, "DatVrzmWrkgvr", verzuim.datum_eerste_verzuimdag)
            if verzuim.datum_hersteld is not None:  # so it is not the ziekmelding
                self.put_code(verzuim, "VrwrkCd", _RECOVERY_CODE)
                self.put(verzuim, "VrzmgvlVnrMld", max(verzuim.verzuimgeval_volgnummer_melding, 2))
                self.put(verzuim, "IngdatMutVrzm", verzuim.datum_hersteld)

    # ---- One change; each tells whether it could be made ----

    def put(self, holder: Any, tag: str, value: Any) -> bool:
        """Give a field another value; what is required stays, also where the date that it was to get went meanwhile."""
        plan = class_plan(type(holder))[tag]
        is_lost = value is None and plan.is_required
        if is_lost or self.fixed.has(holder, plan.name) or getattr(holder, plan.name) == value:
            return False
        setattr(holder, plan.name, value)
        return True

    def put_code(self, holder: Any, tag: str, code: str) -> bool:
        """Give a field the value of a code."""
        return self.put(holder, tag, class_plan(type(holder))[tag].parse(code))

    def leave_out(self, spot: Spot) -> bool:
        """Take an element away, or the nearest one around it that may go."""
        name = spot.plan.name
        listed = getattr(spot.holder, name) if spot.plan.is_list else []
        may_go = len(listed) > spot.element.minimum if spot.plan.is_list else not spot.plan.is_required
        if may_go and not self.fixed.has(spot.holder, name) and not self.fixed.is_within(spot.value):
            rest = [item for item in listed if item is not spot.value]
            setattr(spot.holder, name, rest if spot.plan.is_list else None)
            return True
        return spot.above is not None and self.leave_out(spot.above)

    def redraw(self, spot: Spot) -> bool:
        """Give an element a value that no rule minds by itself, or leave it out."""
        text = self.draw(right_texts(spot.element))
        return self.put(spot.holder, spot.element.tag, spot.plan.parse(text)) or self.leave_out(spot)

    def not_before(self, holder: Any, tag: str, other: str) -> bool:
        """Make one date of a group no earlier than another: it moves, or the other where it may not."""
        plans = class_plan(type(holder))
        late, early = (getattr(holder, plans[name].name) for name in (tag, other))
        return self.put(holder, tag, early) or self.put(holder, other, late)


def _years_away(date: XmlDate, years: int) -> XmlDate:
    """The first day of a year that lies so many years away; there is no year 0."""
    year = date.year + years
    return XmlDate(year or (1 if years > 0 else -1), 1, 1)


def _reports(message: Any) -> list[Any]:
    return [part for part in parts_below(message) if type(part).__name__ == "Verzuim"]


def _unused(keys: set[str]) -> str:
    """The first number that is no key yet."""
    return next(str(number) for number in range(1, len(keys) + 2) if str(number) not in keys)


# ---- Rule by rule -------------------------------------------------------------------------------------------------------


def _not_before(tag: str, other: str) -> Callable[[Mender, Spot], bool]:
    return lambda mender, spot: mender.not_before(spot.holder, tag, other)


def _first_day_within_employment(mender: Mender, spot: Spot) -> bool:
    assert spot.above is not None
    verzuim, dienstverband = spot.holder, spot.above.holder
    first = verzuim.datum_eerste_verzuimdag
    if day(first) < day(dienstverband.ingangsdatum):
        if mender.put(dienstverband, "Ingdat", first):
            return True
        return mender.put(verzuim, "DatEerstVrzmdg", dienstverband.ingangsdatum)
    return mender.put(dienstverband, "Enddat", None) or mender.put(verzuim, "DatEerstVrzmdg", dienstverband.einddatum)


def _life_in_order(mender: Mender, spot: Spot) -> bool:
    werknemer = spot.up("Wrknmr").value
    if spot.element.tag == "Overldat":
        return mender.not_before(werknemer, "Overldat", "Gebdat")
    born = mender.put(werknemer, "Gebdat", _years_away(spot.value, -20))
    return born or mender.put(spot.holder, "Ingdat", _years_away(werknemer.geboortedatum, 20))


def _not_far_ahead(mender: Mender, spot: Spot) -> bool:
    header = mender.message.bericht_algemeen
    if mender.put(header, "AandatBr", spot.value):
        return True
    return mender.put(spot.holder, spot.element.tag, header.aanmaakdatum_bericht)


def _of_2017(mender: Mender, spot: Spot) -> bool:
    codes = [code.value for code in spot.element.format.codes if not code.later] if spot.element.format else []
    if spot.element.grade != "D" and codes and mender.put_code(spot.holder, spot.element.tag, codes[0]):
        return True
    return mender.leave_out(spot)


def _partner_named(mender: Mender, spot: Spot) -> bool:
    return mender.put_code(spot.value, "NmvrkrCd", "01")


def _own_key(mender: Mender, spot: Spot) -> bool:
    assert spot.above is not None
    siblings = getattr(spot.above.holder, spot.above.plan.name)
    return mender.put(spot.holder, spot.element.tag, _unused({getattr(item, spot.plan.name) for item in siblings}))


def _expected_version(mender: Mender, spot: Spot) -> bool:
    return mender.put(spot.holder, "VnrBrCd", mender.profile.versions[type(mender.message).__name__])


def _fit_environment(mender: Mender, spot: Spot) -> bool:
    return mender.put_code(spot.holder, "TestJN", "J" if mender.profile.test else "N")


def _with_loonheffingennummer(mender: Mender, spot: Spot) -> bool:
    number = mender.draw(right_texts(spot.element["Lhnr"]))
    return mender.put(spot.value, "Lhnr", number)


def _ended(mender: Mender, spot: Spot) -> bool:
    verzuim = spot.up("Vrzm").value
    if verzuim.datum_hersteld is None:
        done = mender.put(verzuim, "DatHrstld", verzuim.ingangsdatum_mutatie_verzuim)
    else:
        done = mender.put_code(verzuim, "PrcVrzm", "0.00")
    return done or mender.put_code(verzuim, "EndVrzmJN", _ILL)


def _open(mender: Mender, spot: Spot) -> bool:
    verzuim = spot.up("Vrzm").value
    if verzuim.datum_hersteld is not None:
        done = mender.put(verzuim, "DatHrstld", None)
    else:
        done = mender.put_code(verzuim, "PrcVrzm", "100.00")
    return done or mender.put_code(verzuim, "EndVrzmJN", _RECOVERED)


def _reason_of_an_end(mender: Mender, spot: Spot) -> bool:
    return mender.put(spot.holder, "RdnEndVrzmCd", None) or mender.put_code(spot.holder, "EndVrzmJN", _RECOVERED)


def _at_the_beginning(mender: Mender, spot: Spot) -> bool:
    verzuim = spot.holder
    if spot.element.tag == "VrzmgvlVnrMld":
        done = mender.put(verzuim, "VrzmgvlVnrMld", 1)
    else:
        done = mender.not_before(verzuim, "IngdatMutVrzm", "DatEerstVrzmdg")
    codes: Any = type(verzuim.verwerking)
    return done or mender.put(verzuim, "VrwrkCd", next(code for code in codes if code is not verzuim.verwerking))


def _next_report(mender: Mender, spot: Spot) -> bool:
    """A number after all others of the case, or where there is none, another case."""
    verzuim, all_reports = spot.holder, _reports(mender.message)
    keys = {verzuim.verzuimgeval_identificatie, verzuim.verzuimgeval_identificatie_oud} - {None}
    is_new = verzuim.verwerking.value == mender.profile.verwerkingscodes["nieuw"]
    if verzuim.verzuimgeval_identificatie_oud is not None and mender.put(verzuim, "VrzmgvlIdOud", None):
        return True
    numbers = [item.verzuimgeval_volgnummer_melding for item in all_reports if item.verzuimgeval_identificatie in keys]
    if not is_new and max(numbers) < 999 and mender.put(verzuim, "VrzmgvlVnrMld", max(numbers) + 1):
        return True
    used = {key for item in all_reports for key in (item.verzuimgeval_identificatie, item.verzuimgeval_identificatie_oud)}
    return mender.put(verzuim, "VrzmgvlId", _unused(used - {None}))


_FIXES: dict[str, Callable[[Mender, Spot], bool]] = {
    **dict.fromkeys(
        ("BSN-1", "BSN-2", "LHN-1", "KVK-1", "VST-1", "PC-1", "LAND-1", "IBAN-1", "LEEG-1", "LEEG-2", "TXT-1", "VRZ-1"),
        Mender.redraw,
    ),
    "LHN-2": _with_loonheffingennummer,
    "DAT-1": _not_before("DatHrstld", "DatEerstVrzmdg"),
    "DAT-2": _not_before("IngdatMutVrzm", "DatEerstVrzmdg"),
    "DAT-3": _not_before("Enddat", "Ingdat"),
    "DAT-4": _first_day_within_employment,
    "DAT-5": _life_in_order,
    "DAT-6": _not_far_ahead,
    "VRZ-2": _ended,
    "VRZ-3": _open,
    "VRZ-4": _reason_of_an_end,
    "VRZ-5": _at_the_beginning,
    "VRZ-7": _next_report,
    "NAAM-1": _partner_named,
    "SLT-1": _own_key,
    "SLT-2": _own_key,
    "EDI-1": _of_2017,
    "KOP-1": _expected_version,
    "KOP-2": _fit_environment,
}
"""By rule what is changed; where nothing is said, the element is left out."""
