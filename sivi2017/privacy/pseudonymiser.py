"""``Pseudonymiser``: messages about people whom nobody need know."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from sivi2017 import bindings
from sivi2017.checking import validate
from sivi2017.errors import InvalidMessage
from sivi2017.privacy.files import is_same_file, private, write_changed
from sivi2017.privacy.keys import Pseudonyms, key_fault, key_from_environment, key_from_file, new_key
from sivi2017.privacy.plan import GroupPlan, message_plan
from sivi2017.privacy.settings import BirthDate, Keep, Settings
from sivi2017.privacy.table import kinds
from sivi2017.reading.limits import Limits
from sivi2017.reading.source import Source
from sivi2017.report import Report
from sivi2017.rules.profile import RuleProfile
from sivi2017.streaming.stream import validate_stream
from sivi2017.writing.writer import message_name, to_xml

if TYPE_CHECKING:
    from sivi2017.privacy.files import AnyBerichtAlgemeen

__all__ = ["Pseudonymiser"]

_LIMITS = Limits()
_PROFILE = RuleProfile()

AnyMessage = TypeVar("AnyMessage", bound=bindings.Message)


class Pseudonymiser:
    """Puts pseudonyms in the place of what names a person, or leaves it out.

    Under one key the same person gets the same pseudonym in every message, and so do employments and cases; without the key
    nobody can tell whose it is.

    >>> pseudonymiser = Pseudonymiser(bytes(range(32)))
    >>> pseudonymiser
    <Pseudonymiser: birth_date year, keeps nothing, with addresses>
    >>> pseudonymiser.pseudonym("werknemer", "W-000117")
    'GXBJVB7VPY4KW5M2M2JELGJJQY'
    """

    def __init__(
        self,
        key: bytes,
        *,
        birth_date: BirthDate = "year",
        keep: Iterable[Keep] = (),
        addresses: bool = True,
        profile: RuleProfile = _PROFILE,
    ) -> None:
        """Take the key and the settings.

        :param key: at least 32 random bytes. Whoever has them can find out who is who.
        :param birth_date: what stays known of a date of birth: its ``month``, its ``year``, or ``five-years``.
        :param keep: what stays as it is: ``werkgevers`` (keys, names and numbers), ``afdelingen`` (cost centres too),
            ``functies``, ``partijen`` (sender and receiver), ``vangnet`` (whether an absence falls under it).
        :param addresses: whether the postcodes of homes and places of work stay, as four digits, and the countries of homes
            abroad.
        :param profile: what the coupling expects of its messages, for the rules that the result must keep to.
        :raises TypeError: when the key is not bytes.
        :raises ValueError: when the key is too short, a text or not random, or there is no such setting.
        """
        fault = key_fault(key)
        if fault is None:
            self._pseudonyms = Pseudonyms(key)
        del key  # so that it is not in the frame that an error shows
        if fault is not None:
            raise fault
        self._settings = Settings(birth_date, keep, addresses)
        self._profile = profile
        self._plans: dict[str, GroupPlan] = {}

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], **settings: Any) -> Pseudonymiser:
        """Take the key from a file, which has it in hexadecimal digits.

        :param settings: as above.
        :raises OSError: when the file cannot be read.
        :raises ValueError: when it has no such key, or others than its owner may read or change it.
        """
        return cls(key_from_file(path), **settings)

    @classmethod
    def from_environment(cls, name: str, **settings: Any) -> Pseudonymiser:
        """Take the key from a variable of the environment, which has it in hexadecimal digits.

        :param settings: as above.
        :raises ValueError: when there is no such variable, or it has no such key.
        """
        return cls(key_from_environment(name), **settings)

    @staticmethod
    def new_key(path: str | os.PathLike[str]) -> None:
        """Write a new random key to a new file that only its owner may read.

        :raises FileExistsError: when the file is there: a key is never overwritten.
        :raises OSError: when it cannot be written.
        """
        new_key(path)

    def pseudonym(self, kind: str, value: str) -> str:
        """The pseudonym that a value has in messages, to find somebody who must be taken out.

        :param kind: what it is the value of, such as ``werknemer``, ``dienstverband``, ``verzuimgeval`` or ``werkgever``.
        :raises ValueError: when there is no such kind.
        """
        lengths = kinds()
        if kind not in lengths:
            raise ValueError(f"a kind is one of {', '.join(lengths)}")
        return self._pseudonyms(kind, value, lengths[kind])

    def message(self, message: AnyMessage) -> AnyMessage:
        """A new message about nobody in particular; the one that is given stays as it is.

        :param message: one of ``sivi2017.bindings``.
        :raises InvalidMessage: when the message is not valid, or breaks a rule in a way that stays; the report says how.
        :raises UndecidedElement: when the schema asks for an element of which nobody has decided what becomes of it.
        :raises TypeError: when it is no message.
        """
        name = message_name(message)
        findings = to_xml(message).findings()
        if findings:
            raise InvalidMessage(Report(findings, message, name))
        made: AnyMessage = self._changed(message)
        _refuse(validate(made, profile=self._profile))
        return made

    def file(
        self, source: Source, target: str | os.PathLike[str], *, tolerant: bool = False, limits: Limits = _LIMITS
    ) -> AnyBerichtAlgemeen:
        """Pseudonymise a message of any size, in memory that does not grow with it.

        The file is whole and right or not there: it is written beside its place and checked, and then takes its name, also
        that of a file that was there.

        :param source: a path, the bytes of the message, or a file open for reading bytes. A message without employees is read
            from the start a second time.
        :param target: the path to write to.
        :param tolerant: take what partners are known to do differently, as ``sivi2017.read`` does.
        :param limits: how large the largest employee may be, with what stands around all of them.
        :returns: the header of what was written, with the pseudonym of the reference number.
            The file is its owner's alone.
        :raises InvalidMessage: as for ``message``.
        :raises OSError: when the source cannot be read, or the file not written.
        :raises ValueError: when the target is the source, which would be lost.
        """
        path = Path(os.path.realpath(target))  # what a link leads to is what is meant
        if is_same_file(source, path):
            raise ValueError("the target is the source, which would be lost")
        part = path.with_name(f".{token_hex(8)}.part")
        try:
            with open(part, "xb", opener=private) as file:
                header = write_changed(source, file, self._changed, tolerant=tolerant, limits=limits)
                file.flush()
                os.fsync(file.fileno())  # the name must not come to the disk before what it stands for
            _refuse(validate_stream(part, profile=self._profile, limits=limits))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return header

    def _changed(self, message: Any) -> Any:
        name = message_name(message)
        plan = self._plans.get(name)
        if plan is None:
            plan = self._plans[name] = message_plan(name, self._settings, self._pseudonyms)
        return plan(message)

    def __repr__(self) -> str:
        chosen = getattr(self, "_settings", None)
        if chosen is None:  # an error has come in between
            return "<Pseudonymiser: not made>"
        kept = ", ".join(sorted(chosen.keep)) or "nothing"
        return (
            f"<Pseudonymiser: birth_date {chosen.birth_date}, keeps {kept}, {'with' if chosen.addresses else 'no'} addresses>"
        )


def _refuse(report: Report) -> None:
    """Raise for a result that has an error; its lines are those of a file that nobody has."""
    if not report.ok:
        findings = [evolve(finding, line=None) for finding in report.errors]
        raise InvalidMessage(Report(findings, None, report.kind))
