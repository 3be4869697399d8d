"""What one coupling expects of its messages beyond the schema, for the rules to check against."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from sivi2017.report import Severity
from sivi2017.settings_values import names, severities, texts

__all__ = ["RuleProfile"]

_VERSIONS = {"Verzuimmeldingen": "00007", "WerknemerGegevens": "00001", "Dienstverbanden": "00001", "Retourmelding1": "00001"}
_VERWERKINGSCODES = {"nieuw": "01", "correctie": "03", "ongewijzigd": "04", "intrekking": "05"}


def _verwerkingscodes(given: Mapping[str, str]) -> dict[str, str]:
    """The given codes, and the usual ones for what is not given."""
    unknown = given.keys() - _VERWERKINGSCODES.keys()
    if unknown:
        raise ValueError(f"verwerkingscodes are {', '.join(_VERWERKINGSCODES)}; not {', '.join(sorted(unknown))}")
    return {**_VERWERKINGSCODES, **given}


@frozen
class RuleProfile:
    """The expectations of a coupling; by itself those of the standard, as far as they are known.

    >>> RuleProfile(severities={"LHN-2": None}).severities
    {'LHN-2': None}
    >>> RuleProfile(verwerkingscodes={"correctie": "05", "intrekking": "03"}).verwerkingscodes["nieuw"]
    '01'
    """

    severities: Mapping[str, Severity | None] = field(factory=dict, converter=severities)
    """By rule id what its findings are; None switches the rule off. A rule that is not named keeps its own severity."""
    versions: Mapping[str, str] = field(factory=lambda: dict(_VERSIONS), converter=texts)
    """By message the version number (VnrBrCd) that is expected. The defaults are inferred for 2017 (grade I)."""
    requested: frozenset[str] = field(factory=frozenset, converter=names)
    """The tags of the elements that the coupling has asked for by name: sensitive ones such as ``SofiNr``, and ones that may
    be newer than 2017, such as ``Kostenplaats``."""
    test: bool | None = None
    """Whether this is a test environment; None where that is not known."""
    verwerkingscodes: Mapping[str, str] = field(factory=dict, converter=_verwerkingscodes)
    """What the verwerkingscodes (VrwrkCd) mean that the rules look at: ``nieuw``, ``correctie``, ``ongewijzigd`` and
    ``intrekking``. The meanings of 03, 04 and 05 are not certain: ask the partner."""

    def severity(self, rule_id: str, usual: Severity) -> Severity | None:
        """What a finding of a rule is here; None where the rule does not count.

        :param usual: what it is where the profile does not name the rule.
        """
        return self.severities.get(rule_id, usual)
