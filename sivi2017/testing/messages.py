"""Strategies for whole messages, and for any part of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

from attrs import evolve
from hypothesis import note, reject
from hypothesis import strategies as st

from sivi2017 import bindings
from sivi2017.binding import class_plan
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Administratiekantoor, Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.rules import RuleProfile, all_rules
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model
from sivi2017.testing.filling import Filler, texts_of
from sivi2017.testing.fixed import Given, parts_below
from sivi2017.testing.levels import Level, checked_level
from sivi2017.testing.mending import Mender
from sivi2017.testing.shapes import places, shapes
from sivi2017.writing.writer import to_xml, write

__all__ = ["dienstverbanden", "messages", "messages_with", "parts", "retourmeldingen", "verzuimmeldingen", "werknemergegevens"]

PartClass = TypeVar("PartClass")
DomainClass = TypeVar("DomainClass")
Some: TypeAlias = DomainClass | st.SearchStrategy[DomainClass]
"""An object, or a strategy that gives one."""
Values: TypeAlias = Mapping[str, Any]

_PROFILE = RuleProfile()


class _Shown:
    """A message as Hypothesis shows it with a failing test."""

    def __init__(self, message: Any) -> None:
        self.message = message

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(write(self.message, pretty=True).decode())


def messages(
    *, level: Level = "rules", profile: RuleProfile = _PROFILE, values: Values | None = None
) -> st.SearchStrategy[bindings.Message]:
    """Messages of every kind. A failing test shows the message as XML.

    :param level: how near to life: ``schema``, ``rules`` or ``realistic``.
    :param profile: what the coupling expects, for the rules; with it a warning can be an error.
    :param values: values of elements, by tag or by the end of the path, such as ``Wrkgvr/HndlsnmOrg``. None leaves an element
        out; a strategy is drawn from; for a group there may be an object of the domain or of the bindings. What a value stands
        in is there once.
    :raises ValueError: for a tag that no message has, and in a test for values with which no message is valid or, but at the
        level ``schema``, keeps to the rules.
    :raises TypeError: for an object that cannot stand where it is given.
    """
    return st.one_of([_messages(name, level, profile, values or {}, MESSAGES) for name in MESSAGES])


def verzuimmeldingen(
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    werkgever: Some[Werkgever] | None = None,
    werknemer: Some[Werknemer] | None = None,
    dienstverband: Some[Dienstverband] | None = None,
    verzuimgeval: Some[Verzuimgeval] | None = None,
    administratiekantoor: Some[Administratiekantoor] | None = None,
    values: Values | None = None,
) -> st.SearchStrategy[bindings.Verzuimmeldingen]:
    """Messages on absence (00100); see ``messages``.

    :param werkgever: the employer, as an object of the domain; so are the other parts. At the level ``realistic`` only what
        the profile says is requested is taken of it, as a coupling would: the BSN, say, is left out.
    :param verzuimgeval: the case: what its last report says. With a care address a ValueError is raised in the test.
    """
    parts_given = _by_tag(werkgever, werknemer, dienstverband, administratiekantoor, verzuimgeval)
    return _messages("Verzuimmeldingen", level, profile, _merged(values, parts_given))


def werknemergegevens(
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    werkgever: Some[Werkgever] | None = None,
    werknemer: Some[Werknemer] | None = None,
    dienstverband: Some[Dienstverband] | None = None,
    administratiekantoor: Some[Administratiekantoor] | None = None,
    values: Values | None = None,
) -> st.SearchStrategy[bindings.WerknemerGegevens]:
    """Messages on employees with names and addresses (00200); see ``messages`` and ``verzuimmeldingen``."""
    parts_given = _by_tag(werkgever, werknemer, dienstverband, administratiekantoor)
    return _messages("WerknemerGegevens", level, profile, _merged(values, parts_given))


def dienstverbanden(
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    werkgever: Some[Werkgever] | None = None,
    werknemer: Some[Werknemer] | None = None,
    dienstverband: Some[Dienstverband] | None = None,
    administratiekantoor: Some[Administratiekantoor] | None = None,
    values: Values | None = None,
) -> st.SearchStrategy[bindings.Dienstverbanden]:
    """Messages on employments without names; see ``messages`` and ``verzuimmeldingen``."""
    parts_given = _by_tag(werkgever, werknemer, dienstverband, administratiekantoor)
    return _messages("Dienstverbanden", level, profile, _merged(values, parts_given))


def retourmeldingen(
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    op: bindings.Message | None = None,
    values: Values | None = None,
) -> st.SearchStrategy[bindings.Retourmelding1]:
    """Answers to a message; see ``messages``.

    :param op: the message that is answered: from its receiver to its sender.
    """
    answered: dict[str, Any] = {}
    if op is not None:
        header = op.bericht_algemeen
        answered = {
            "BerrefnrIngzndnBer": header.berichtreferentienummer,
            "IdInzndr": header.identificatie_ontvanger,
            "IdOntvngr": header.identificatie_inzender,
        }
    return _messages("Retourmelding1", level, profile, _merged(values, answered))


def parts(
    part_class: type[PartClass],
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    values: Values | None = None,
) -> st.SearchStrategy[PartClass]:
    """Objects of a class of the bindings that stands in a message; see ``messages``.

    Each comes out of a whole message, in which the rules find no error.

    :param part_class: such as ``bindings.verzuimmeldingen.Partner``.
    :raises ValueError: for a class that is no part of a message.
    :raises TypeError: for what is no class.
    """
    if not isinstance(part_class, type):
        raise TypeError(f"part_class must be a class of sivi2017.bindings, is a {type(part_class).__name__}")
    for name in MESSAGES:
        for path, element in places(message_model(name).root):
            if element.format is None and part_class is getattr(binding_modules()[name], element.type_name, None):
                message = messages_with(name, frozenset({path}), level=level, profile=profile, values=values)
                return message.map(lambda whole: _first(part_class, whole))
    raise ValueError(f"{part_class.__name__} is no class of sivi2017.bindings that stands in a message")


def _first(part_class: type[PartClass], message: Any) -> PartClass:
    return next(part for part in parts_below(message) if type(part) is part_class)


def _by_tag(
    werkgever: Some[Werkgever] | None,
    werknemer: Some[Werknemer] | None,
    dienstverband: Some[Dienstverband] | None,
    administratiekantoor: Some[Administratiekantoor] | None,
    verzuimgeval: Some[Verzuimgeval] | None = None,
) -> dict[str, Any]:
    """What is given of the domain, by the tags of where it stands.

    :raises TypeError: for an object of another class than belongs there.
    """
    return {
        "Wrkgvr": _is_a(Werkgever, werkgever),
        "Wrknmr": _is_a(Werknemer, werknemer),
        "Dnstvbnd": _is_a(Dienstverband, dienstverband),
        "Vrzm": _is_a(Verzuimgeval, verzuimgeval),
        "AdmKantoor": _is_a(Administratiekantoor, administratiekantoor),
    }


def _is_a(domain_class: type[DomainClass], given: Some[DomainClass] | None) -> Some[DomainClass] | None:
    if given is None or isinstance(given, domain_class | st.SearchStrategy):
        return given
    name = domain_class.__name__
    raise TypeError(f"{name.lower()} must be a {name} or a strategy for such, is a {type(given).__name__}")


def _merged(values: Values | None, given: Values) -> Values:
    return {**{tag: value for tag, value in given.items() if value is not None}, **(values or {})}


def _messages(
    name: str, level: Level, profile: RuleProfile, values: Values, known: tuple[str, ...] | None = None
) -> st.SearchStrategy[Any]:
    """Messages of one kind.

    :param known: the messages one of which has the tags of the values; by itself this one.
    """
    _prepare(name, checked_level(level))
    return _built(name, level, _checked_profile(profile), _given(name, values, known))


@cache
def _prepare(name: str, level: Level) -> None:
    """Make what all messages share, so that the first is drawn as fast as the others: Hypothesis refuses slow ones."""
    all_rules()
    for _, element in message_model(name).root.walk():
        if element.format is None:
            class_plan(getattr(binding_modules()[name], element.type_name, None) or getattr(bindings, name))
        else:
            texts_of(element, level).validate()


def _given(name: str, values: Values, known: tuple[str, ...] | None = None) -> Given:
    names = known or (name,)
    given = Given(values)
    unknown = given.unknown(message_model(each).root for each in names)
    if unknown:
        raise ValueError(f"no element {', '.join(unknown)} in {' or '.join(names)}")
    return given


@st.composite
def _built(
    draw: st.DrawFn,
    name: str,
    level: Level,
    profile: RuleProfile,
    given: Given,
    needed: frozenset[str] = frozenset(),
    may_fail: bool = False,
) -> Any:
    root = message_model(name).root
    shape = draw(shapes(may_be_huge=level == "schema"))
    requested = profile.requested if level == "realistic" else None
    filler = Filler(draw, level, shape, given, given.once(root), needed, requested)
    message = filler.part(getattr(bindings, name), root, f"/{name}")
    if given.values:
        _refuse_invalid(message)
    if level != "schema":
        findings = Mender(draw, message, profile, filler.fixed, with_warnings=level == "realistic").mend()
        if findings and (may_fail or given.is_drawn):
            reject()
        if findings:
            told = ", ".join(f"{finding.id} at {finding.path}" for finding in findings)
            raise ValueError(f"no message with what is given keeps to the rules: {told}; level='schema' takes it")
    note(_Shown(message))
    return message


def _refuse_invalid(message: bindings.Message) -> None:
    """Refuse what was given where the schema does.

    :raises ValueError: with the findings.
    """
    findings = to_xml(message).findings()
    if findings:
        told = "; ".join(f"{finding.id}: {finding.message}" for finding in findings)
        raise ValueError(f"no message with what is given is valid: {told}")


def _checked_profile(profile: RuleProfile) -> RuleProfile:
    if isinstance(profile, RuleProfile):
        return profile
    raise TypeError(f"profile must be a RuleProfile, is a {type(profile).__name__}")


def messages_with(
    name: str,
    paths: frozenset[str],
    *,
    level: Level = "rules",
    profile: RuleProfile = _PROFILE,
    values: Values | None = None,
    may_fail: bool = False,
) -> st.SearchStrategy[Any]:
    """Messages of one kind in which certain elements are there for sure.

    :param paths: their paths by tags.
    :param may_fail: whether it is no error when the rules do not allow that.
    """
    steps = [path.split("/") for path in paths]
    needed = frozenset("/".join(step[:end]) for step in steps for end in range(3, len(step) + 1))
    asked = evolve(_checked_profile(profile), requested=profile.requested | {tag for step in steps for tag in step})
    _prepare(name, checked_level(level))
    return _built(name, level, asked, _given(name, values or {}), needed, may_fail)
