"""What is wrong with the settings of a coupling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sivi2017.codes import SoortCommunicatie
from sivi2017.domain.base import DomainField, fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.retourcodes import Retourcodes
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.werkgever import Administratiekantoor
from sivi2017.flows.convert import requestable
from sivi2017.report import Severity
from sivi2017.rules import all_rules
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import message_model

if TYPE_CHECKING:
    from sivi2017.koppeling.koppeling import Koppeling

__all__ = ["LEVELS", "setting_faults", "shortenable"]

LEVELS = frozenset({"arbeidsrelatie", "dienstverband", "partner", "werknemer"})


@cache
def shortenable() -> frozenset[str]:
    """The fields that may be shortened: texts with a greatest length that are no key and no number."""
    return frozenset(
        f"{domain_class.__name__}.{item.name}"
        for domain_class in DOMAIN_CLASSES
        for item in fields_of(domain_class)
        for element in item.elements[:1]
        if item.type is str and not item.several and element.format and element.format.max_length and not _is_key(item.name)
    )


def _is_key(name: str) -> bool:
    return re.search(r"(^|_)(id|code)($|_)|nummer|postcode|functiecode|iban|bic", name) is not None


def setting_faults(koppeling: Koppeling) -> Iterator[str]:
    """Each fault as ``setting: sentence``."""
    header = message_model("Verzuimmeldingen").root["BrAlg"]
    for name, tag in (("inzender", "IdInzndr"), ("ontvanger", "IdOntvngr")):
        yield from _faults(name, getattr(koppeling, name), str, elements=(header[tag],))
    for name in ("test", "ontvangstbevestiging"):
        yield from _faults(name, getattr(koppeling, name), bool)
    yield from _faults("administratiekantoor", koppeling.administratiekantoor, Administratiekantoor, optional=True)
    yield from _names("versienummers", koppeling.versienummers, MESSAGES)
    for name, number in koppeling.versienummers.items():
        yield from _faults(f"versienummers: {name}", number, str, elements=(header["VnrBrCd"],))
    for name, codes in koppeling.verwerkingscodes.items():
        yield from _faults(f"verwerkingscodes: {name}", codes, Verwerkingscodes)
    yield from _retourcode_faults(koppeling.retourcodes)
    for name in ("klok", "referentie"):
        if not callable(getattr(koppeling, name)):
            yield f"{name}: must be a function"
    yield from _names("verwerkingscodes", koppeling.verwerkingscodes, MESSAGES)
    yield from _names("niveaus_met_verwerkingscode", koppeling.niveaus_met_verwerkingscode, LEVELS)
    yield from _names("werknemer_bij_verzuim", [koppeling.werknemer_bij_verzuim], list(Mutatie))
    yield from _names("gevraagde_gegevens", koppeling.gevraagde_gegevens, requestable())
    yield from _names("verkorten", koppeling.verkorten, shortenable())
    yield from _names("koppelsleutel_werknemer", [koppeling.koppelsleutel_werknemer], ("id", "personeelsnummer"))
    yield from _names("koppelsleutel_dienstverband", [koppeling.koppelsleutel_dienstverband], ("id", "personeelsnummer"))
    yield from _names("lege_waarde", [koppeling.lege_waarde], ("weigeren", "weglaten"))
    yield from _names(
        "soorten_communicatie", koppeling.soorten_communicatie.values(), [code.value for code in SoortCommunicatie]
    )
    yield from _names("ernst", koppeling.ernst, [rule.id for rule in all_rules()])
    yield from _severity_faults(koppeling.ernst)
    yield from _datakluis_faults(koppeling.datakluis)


def _faults(setting: str, value: object, expected: type[Any], **form: Any) -> Iterator[str]:
    return (f"{setting}: {fault}" for fault in DomainField(setting, None, expected, **form).faults(value))


def _retourcode_faults(codes: object) -> Iterator[str]:
    yield from _faults("retourcodes", codes, Retourcodes, optional=True)
    if isinstance(codes, Retourcodes):
        # Signals have ids of their own kinds; an id of a kind that rules have must be that of a rule.
        rules = [rule.id for rule in all_rules()]
        kinds = {rule_id.partition("-")[0] for rule_id in rules}
        named = [key for key in codes.soorten_fout if key.partition("-")[0] in kinds]
        yield from _names("retourcodes: soorten_fout", named, rules)


def _datakluis_faults(value: object) -> Iterator[str]:
    if not isinstance(value, bool | frozenset):
        yield "datakluis: must be True, False, or several ids of employers"


def _names(setting: str, given: Iterable[Any], known: Iterable[str]) -> Iterator[str]:
    wrong = [str(name) for name in given if name not in set(known)]
    if wrong:
        yield f"{setting}: {', '.join(sorted(wrong))} {'is' if len(wrong) == 1 else 'are'} none of {', '.join(sorted(known))}"


def _severity_faults(severities: Mapping[str, Severity | None]) -> Iterator[str]:
    for name, severity in severities.items():
        if severity is not None and not isinstance(severity, Severity):
            yield f"ernst: {name}: must be a Severity, or None for a rule that is off"
