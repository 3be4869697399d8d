"""``Koppeling``: the settings of one coupling, and the messages that it builds."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from importlib import import_module
from typing import Any, TypeVar, cast

from attrs import evolve, field, frozen

from sivi2017 import bindings
from sivi2017.codes import SoortCommunicatie
from sivi2017.domain.adres import Communicatie
from sivi2017.domain.base import Domain, required
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.retourcodes import Retourcodes
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Administratiekantoor, Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidMessage, InvalidValue, LeftOutWarning
from sivi2017.flows.contents import Inhoud, contents
from sivi2017.flows.convert import Conversion, requestable
from sivi2017.flows.retourmelding import Opmerking, retourmelding
from sivi2017.flows.settings import CouplingSettings
from sivi2017.flows.verzuimmutatie import Verzuimregel, verzuimmeldingen
from sivi2017.flows.werknemermutatie import employee_message, refuse_without_datakluis
from sivi2017.koppeling.making import make
from sivi2017.koppeling.referentie import nieuwe_referentie
from sivi2017.koppeling.settings import LEVELS, setting_faults
from sivi2017.reading.source import Source
from sivi2017.report import Finding, Report, Severity
from sivi2017.rules import rule_findings
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.files import MESSAGES
from sivi2017.settings_values import names, severities, texts
from sivi2017.writing.writer import to_xml

__all__ = ["Koppeling"]

# Left out because the coupling or the kind of message is so: nothing to warn of at every message.
_BY_AGREEMENT = ("BLD-NOT-REQUESTED", "BLD-OTHER-MESSAGE")

DomainClass = TypeVar("DomainClass", bound=Domain)

_IS_KEY = "since it is the koppelsleutel of the employee"


def _codes() -> dict[str, Verwerkingscodes]:
    return {name: Verwerkingscodes() for name in MESSAGES}


def _all_versions(given: Mapping[str, str]) -> dict[str, str]:
    return {**RuleProfile().versions, **given}


def _mutatie(given: str) -> Mutatie:
    """The member with a value; what is none is left for the check to refuse."""
    return Mutatie(given) if given in list(Mutatie) else cast("Mutatie", given)


def _ids(given: bool | Iterable[str]) -> bool | frozenset[str]:
    """Several ids as a set; what cannot be gone through is left for the check to refuse."""
    several = isinstance(given, Iterable) and not isinstance(given, str)
    return frozenset(cast("Iterable[str]", given)) if several else cast("bool", given)


def _all_codes(given: Mapping[str, Verwerkingscodes]) -> dict[str, Verwerkingscodes]:
    return {**_codes(), **given}


@frozen(kw_only=True, eq=False, repr=False)
class Koppeling:
    """The settings of one coupling between a sender and a receiver.

    Each has a default that fits the standard as far as it is known; what is inferred about 2017, or differs between partners,
    is a setting.

    >>> koppeling = Koppeling(inzender="VERZUIMSIGNAAL", ontvanger="XPERTSUITE", test=True)
    >>> koppeling.versienummers["Verzuimmeldingen"]
    '00007'
    """

    inzender: str
    """Who sends, at most 40 characters."""
    ontvanger: str
    """Who receives, at most 40 characters."""
    test: bool = False
    """Whether the messages are a test."""
    ontvangstbevestiging: bool = False
    """Whether the receiver is asked for a receipt."""
    administratiekantoor: Administratiekantoor | None = None
    """The office that delivers for the employers."""
    versienummers: Mapping[str, str] = field(factory=dict, converter=_all_versions)
    """By message its version number of five digits. The defaults are inferred for 2017 (grade I)."""
    verwerkingscodes: Mapping[str, Verwerkingscodes] = field(factory=dict, converter=_all_codes)
    """By message its verwerkingscodes. The meanings of 03, 04 and 05 are inferred."""
    retourcodes: Retourcodes | None = None
    """By which codes an answer says what was done with a message. Nothing is known of their meanings in 2017, so without this
    there are no answers."""
    niveaus_met_verwerkingscode: frozenset[str] = field(default=LEVELS, converter=names)
    """On which levels besides the absence a verwerkingscode is sent (grade C: gone in 2022): werknemer, partner, dienstverband,
    arbeidsrelatie."""
    werknemer_bij_verzuim: Mutatie = field(default=Mutatie.ONGEWIJZIGD, converter=_mutatie)
    """What an absence message says of the employee and the employment that it carries along."""
    gevraagde_gegevens: frozenset[str] = field(factory=frozenset, converter=names)
    """What is sent only because this receiver asks for it: sensitive data and elements that may be newer than 2017. By the name
    of the field in the domain, such as ``burgerservicenummer`` or ``kostenplaatsen``."""
    koppelsleutel_werknemer: str = "id"
    """From which field the key of an employee comes, in both flows: ``id``, or the ``personeelsnummer`` of the employment."""
    koppelsleutel_dienstverband: str = "id"
    """From which field the key of an employment comes, in both flows: ``id`` or ``personeelsnummer``."""
    datakluis: bool | frozenset[str] = field(default=False, converter=_ids)
    """Whether the receiver's Datakluis is on: for all employers, for none, or for those with these ids."""
    soorten_communicatie: Mapping[str, str] = field(factory=lambda: {"telefoon": "01", "email": "04"}, converter=texts)
    """What ``communicatie()`` takes, and the code that each gets. The defaults are inferred."""
    lege_waarde: str = "weigeren"
    """What ``maak()`` does with an empty text: ``weigeren``, or ``weglaten``."""
    verkorten: frozenset[str] = field(factory=frozenset, converter=names)
    """Which fields ``maak()`` may shorten to what the schema allows, such as ``Werknemer.voorletters``, with a finding."""
    ernst: Mapping[str, Severity | None] = field(factory=dict, converter=severities)
    """By rule id how severe its findings are here; None switches the rule off."""
    klok: Callable[[], datetime] = datetime.now
    """Gives the moment at which a message is made."""
    referentie: Callable[[datetime], str] = nieuwe_referentie
    """Gives a message its reference number, which no other message of this sender may have."""

    def __attrs_post_init__(self) -> None:
        faults = list(setting_faults(self))
        if faults:
            raise InvalidValue(f"Koppeling.{text}" for text in faults)

    def __repr__(self) -> str:
        return f"<Koppeling {self.inzender} -> {self.ontvanger}{' (test)' if self.test else ''}>"

    # Where it comes from

    @classmethod
    def load(cls, source: Source, **settings: Any) -> Koppeling:
        """A coupling from a file of settings in TOML, see ``sivi2017.koppeling.loading``.

        :param source: a path, the bytes themselves, or a file open for reading bytes.
        :param settings: settings that go before those of the file.
        :raises InvalidValue: with all settings that are wrong.
        :raises OSError: when the file cannot be read.
        """
        return cast("Koppeling", import_module("sivi2017.koppeling.loading").load_koppeling(source, **settings))

    @classmethod
    def profile(cls, name: str, **settings: Any) -> Koppeling:
        """A coupling from a profile that ships with the library, such as ``xpert-suite``.

        :param settings: what the profile leaves open, such as ``inzender``, and what is otherwise here.
        :raises InvalidValue: when there is no such profile, and with all settings that are wrong.
        """
        return cast("Koppeling", import_module("sivi2017.koppeling.loading").koppeling_from_profile(name, **settings))

    # Messages

    def verzuimmutatie(
        self,
        werkgever: Werkgever,
        werknemer: Werknemer,
        dienstverband: Dienstverband,
        geval: Verzuimgeval,
        *,
        findings: list[Finding] | None = None,
    ) -> bindings.Verzuimmeldingen:
        """Flow 1: the last report of a case, with employer, employee and current employment.

        :param findings: takes what was left out, and the warnings of the rules; without it, what was left out since the message
            has no place for it is a ``LeftOutWarning``.
        :raises InvalidValue: when parts contradict each other, naming the fields.
        :raises InvalidMessage: when the receiver would refuse the message, with the report.
        """
        dienstverbanden = [(required("dienstverband", dienstverband, Dienstverband), [required("geval", geval, Verzuimgeval)])]
        return self._absence(werkgever, [Verzuimregel(werknemer, dienstverbanden)], findings)

    def verzuimmeldingen(
        self, werkgever: Werkgever, regels: Iterable[Verzuimregel], *, findings: list[Finding] | None = None
    ) -> bindings.Verzuimmeldingen:
        """Flow 1 for several employees, employments and cases in one message; see ``verzuimmutatie``."""
        return self._absence(werkgever, required("regels", regels, Verzuimregel, several=True), findings)

    def werknemermutatie(
        self,
        werkgever: Werkgever,
        werknemer: Werknemer,
        dienstverbanden: Iterable[Dienstverband],
        *,
        mutatie: Mutatie = Mutatie.WIJZIGING,
        mutaties: Mapping[str, Mutatie] | None = None,
        verzuim_gehad: bool = False,
        findings: list[Finding] | None = None,
    ) -> bindings.WerknemerGegevens:
        """Flow 2: an employee, with name, address, contact data and employments.

        A departure is an ``einddatum`` on the employment, a death an ``overlijdensdatum``, a change of key an ``id_oud``.

        :param mutatie: what happened: nieuw, wijziging, correctie, ongewijzigd or intrekking (removed).
        :param mutaties: by id of a ``Dienstverband`` what happened to it, where that is something else: a new employment of an
            employee who is known already, say.
        :param verzuim_gehad: whether the receiver knows the employee from an absence. Only asked where its Datakluis is off.
        :param findings: takes what was left out, and the warnings of the rules; see ``verzuimmutatie``.
        :raises NotPermitted: when the receiver may not be told of this employee.
        :raises InvalidValue: when parts contradict each other, naming the fields.
        :raises InvalidMessage: when the receiver would refuse the message, with the report.
        """
        name = "WerknemerGegevens"
        message = self._employee(name, werkgever, werknemer, dienstverbanden, mutatie, mutaties, verzuim_gehad, findings)
        return cast("bindings.WerknemerGegevens", message)

    def dienstverbandmutatie(
        self,
        werkgever: Werkgever,
        werknemer: Werknemer,
        dienstverbanden: Iterable[Dienstverband],
        *,
        mutatie: Mutatie = Mutatie.WIJZIGING,
        mutaties: Mapping[str, Mutatie] | None = None,
        verzuim_gehad: bool = False,
        findings: list[Finding] | None = None,
    ) -> bindings.Dienstverbanden:
        """Flow 2 for a receiver that takes employments without names and addresses; see ``werknemermutatie``."""
        name = "Dienstverbanden"
        message = self._employee(name, werkgever, werknemer, dienstverbanden, mutatie, mutaties, verzuim_gehad, findings)
        return cast("bindings.Dienstverbanden", message)

    def retourmelding(
        self,
        op: bindings.Message,
        *,
        report: Report | None = None,
        signalen: Iterable[Opmerking] | None = None,
        hoogstens: int = 100,
        findings: list[Finding] | None = None,
    ) -> bindings.Retourmelding1:
        """The answer of a receiver: refused where anything found is an error, taken with remarks where all are warnings.

        It goes from the ontvanger of the message to its inzender. They must be the two of this coupling, either way round:
        one file of settings does for both sides. Whether it is a test the message says, or the coupling where that cannot be
        read; it asks for no answer itself.

        :param op: the message that was received; of one that was refused, the ``message`` of its report.
        :param report: what ``sivi2017.validate`` found in it.
        :param signalen: what was found otherwise, such as the signals of a replay: objects with an ``id``, a ``severity`` and a
            ``message`` without personal data. An empty list says that nothing was found.
        :param hoogstens: the most times that Foutmldng stands in it; the last then says how many findings are not listed.
        :param findings: takes the warnings of the rules about the answer itself.
        :raises InvalidValue: without the setting ``retourcodes``; when the message is not one of this coupling, or cannot be
            answered; when the report is about another message.
        :raises InvalidMessage: when the answer would be refused, with the report.
        """
        message = retourmelding(self._settings, op, report, signalen, hoogstens)
        return cast("bindings.Retourmelding1", self._checked(message, [], findings))

    def inhoud(self, message: bindings.Message) -> tuple[Inhoud, ...]:
        """What a message of either flow says, employment by employment, as objects of the domain.

        :raises InvalidValue: when the domain cannot say what the message says, such as a date with a zone.
        """
        return tuple(contents(required("message", message, bindings.Message), self._settings))

    # What goes into them

    def maak(self, domain_class: type[DomainClass], *, findings: list[Finding] | None = None, **values: Any) -> DomainClass:
        """An object of the domain from values that need the care that this coupling takes of empty and of long texts.

        :param findings: takes what was shortened or left out; without it that is a ``LeftOutWarning``.
        :raises InvalidValue: naming the fields that are wrong.
        """
        made, told = make(domain_class, values, shorten=self.verkorten, drop_empty=self.lege_waarde == "weglaten")
        _tell(told, findings, stacklevel=3)
        return made

    def communicatie(self, **nummers: str) -> tuple[Communicatie, ...]:
        """Contact data by what they are: ``koppeling.communicatie(telefoon="0612345678", email="a@example.nl")``.

        :raises InvalidValue: for a kind that ``soorten_communicatie`` does not have.
        """
        unknown = nummers.keys() - self.soorten_communicatie.keys()
        if unknown:
            raise InvalidValue([f"Koppeling.soorten_communicatie: has no {', '.join(sorted(unknown))}"])
        return tuple(
            Communicatie(soort=SoortCommunicatie.of(self.soorten_communicatie[name]), nummer_of_adres=nummer)
            for name, nummer in nummers.items()
        )

    # What the settings mean

    @property
    def regelprofiel(self) -> RuleProfile:
        """What the rules expect of the messages of this coupling."""
        codes = self.verwerkingscodes["Verzuimmeldingen"]
        return RuleProfile(
            severities=dict(self.ernst),
            versions=dict(self.versienummers),
            requested={requestable()[name] for name in self.gevraagde_gegevens},
            test=self.test,
            verwerkingscodes={name: codes.code(name) for name in ("nieuw", "correctie", "ongewijzigd", "intrekking")},
        )

    def koppelsleutel(self, werknemer: Werknemer, dienstverbanden: Iterable[Dienstverband]) -> str:
        """The key of an employee, by the setting ``koppelsleutel_werknemer``.

        :raises InvalidValue: when it is not there, or not one.
        """
        key = self._werknemer_key("", werknemer, dienstverbanden)
        if key is None:
            raise InvalidValue([f"Dienstverband.personeelsnummer: must be given, {_IS_KEY}"])
        return key

    def koppelsleutel_oud(self, werknemer: Werknemer, dienstverbanden: Iterable[Dienstverband]) -> str | None:
        """The key of an employee until now, where it changes; see ``koppelsleutel``."""
        return self._werknemer_key("_oud", werknemer, dienstverbanden)

    def sleutel_dienstverband(self, dienstverband: Dienstverband) -> str:
        """The key of an employment, by the setting ``koppelsleutel_dienstverband``.

        :raises InvalidValue: when it is not there.
        """
        key = getattr(dienstverband, self.koppelsleutel_dienstverband)
        if key is None:
            raise InvalidValue(["Dienstverband.personeelsnummer: must be given, since it is the key of the employment"])
        return cast("str", key)

    def sleutel_dienstverband_oud(self, dienstverband: Dienstverband) -> str | None:
        """The key of an employment until now, where it changes; see ``sleutel_dienstverband``."""
        return cast("str | None", getattr(dienstverband, f"{self.koppelsleutel_dienstverband}_oud"))

    def datakluis_aan(self, werkgever: Werkgever) -> bool:
        """Whether the receiver's Datakluis is on for an employer."""
        return self.datakluis if isinstance(self.datakluis, bool) else werkgever.id in self.datakluis

    def met(self, **settings: Any) -> Koppeling:
        """This coupling with other settings.

        :raises InvalidValue: naming the settings that are wrong.
        """
        return evolve(self, **settings)

    # How they are built

    def _werknemer_key(self, suffix: str, werknemer: Werknemer, dienstverbanden: Iterable[Dienstverband]) -> str | None:
        name = f"{self.koppelsleutel_werknemer}{suffix}"
        keys = (
            {getattr(werknemer, name)} if self.koppelsleutel_werknemer == "id" else {getattr(d, name) for d in dienstverbanden}
        )
        if len(keys) > 1:
            raise InvalidValue([f"Dienstverband.{name}: every employment must have the same, {_IS_KEY}"])
        return cast("str | None", keys.pop() if keys else None)

    def _absence(
        self, werkgever: Werkgever, regels: Iterable[Verzuimregel], findings: list[Finding] | None
    ) -> bindings.Verzuimmeldingen:
        conversion = self._conversion("Verzuimmeldingen", self.werknemer_bij_verzuim)
        message = verzuimmeldingen(self._settings, conversion, required("werkgever", werkgever, Werkgever), regels)
        return cast("bindings.Verzuimmeldingen", self._checked(message, conversion.findings, findings))

    def _employee(
        self,
        name: str,
        werkgever: Werkgever,
        werknemer: Werknemer,
        dienstverbanden: Iterable[Dienstverband],
        mutatie: Mutatie,
        mutaties: Mapping[str, Mutatie] | None,
        verzuim_gehad: bool,
        findings: list[Finding] | None,
    ) -> bindings.Message:
        required("werkgever", werkgever, Werkgever)
        required("werknemer", werknemer, Werknemer)
        for each in (mutatie, *(mutaties or {}).values()):
            _required_mutatie(each)
        self._refuse_unsaid(mutatie, mutaties or {})
        employments = required("dienstverbanden", dienstverbanden, Dienstverband, several=True)
        refuse_without_datakluis(self._settings, werkgever, werknemer, employments, verzuim_gehad)
        conversion = self._conversion(name, mutatie)
        message = employee_message(name, self._settings, conversion, werkgever, werknemer, employments, mutaties or {})
        return self._checked(message, conversion.findings, findings)

    def _refuse_unsaid(self, mutatie: Mutatie, mutaties: Mapping[str, Mutatie]) -> None:
        """Refuse to take back what the coupling has no verwerkingscode for: the receiver would see a mere change."""
        for levels, taken_back in (
            (("werknemer", "dienstverband"), mutatie is Mutatie.INTREKKING),
            (("dienstverband",), Mutatie.INTREKKING in mutaties.values()),
        ):
            if taken_back and self.niveaus_met_verwerkingscode.isdisjoint(levels):
                missing = " or ".join(levels)
                raise InvalidValue([f"mutatie: intrekking cannot be said; niveaus_met_verwerkingscode has no {missing}"])

    @property
    def _settings(self) -> CouplingSettings:
        # pyright takes a field with a converter for something else than its value.
        return cast("CouplingSettings", self)

    def _conversion(self, name: str, mutatie: Mutatie) -> Conversion:
        code = self.verwerkingscodes[name].code(mutatie)
        return Conversion(
            requested=self.gevraagde_gegevens,
            codes={level.capitalize(): code if level in self.niveaus_met_verwerkingscode else None for level in LEVELS},
        )

    def _checked(self, message: bindings.Message, told: list[Finding], findings: list[Finding] | None) -> bindings.Message:
        """The message, when the schema and the rules allow it."""
        written = to_xml(message)
        found = written.findings() or rule_findings(message, self.regelprofiel)
        if any(finding.severity is Severity.ERROR for finding in found):
            raise InvalidMessage(Report(found, message, written.model.name))
        _tell(told, findings, stacklevel=5)
        if findings is not None:
            findings += found
        return message


def _required_mutatie(value: object) -> None:
    if value not in list(Mutatie):
        raise InvalidValue([f"mutatie: must be one of {', '.join(Mutatie)}"])


def _tell(told: list[Finding], findings: list[Finding] | None, stacklevel: int) -> None:
    """Give findings to a caller who wants them; else warn of what was lost, though not of what was never asked for.

    :param stacklevel: how far up the caller is to whom the warning is shown.
    """
    if findings is not None:
        findings += told
        return
    lost = [finding.message for finding in told if finding.id not in _BY_AGREEMENT]
    if lost:
        warnings.warn("; ".join(lost), LeftOutWarning, stacklevel=stacklevel)
