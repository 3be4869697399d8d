"""The business rules that no schema can say: one small module a subject, each rule a function with its id.

>>> [rule.id for rule in all_rules()][:3]
['BSN-1', 'BSN-2', 'LHN-1']
>>> print(all_rules()[0].statement)
SofiNr passes the elfproef and is not 000000000.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from sivi2017.bindings import Message
from sivi2017.report import Finding
from sivi2017.rules.engine import Rule, run_rules
from sivi2017.rules.profile import RuleProfile

__all__ = ["Rule", "RuleProfile", "all_rules", "rule_findings"]

_SUBJECTS = (
    "burgerservicenummer",
    "loonheffingennummer",
    "handelsregister",
    "postcode",
    "land",
    "iban",
    "leeg",
    "tekst",
    "datums",
    "verzuim",
    "verzuimgevallen",
    "adres",
    "naam",
    "dienstverband",
    "sleutels",
    "editie",
    "vertrouwelijk",
    "koppeling",
)
_STANDARD = RuleProfile()


def all_rules() -> tuple[Rule, ...]:
    """Every rule, subject by subject."""
    return _rules()


@cache
def _rules() -> tuple[Rule, ...]:
    # Imported when they are first asked: who only reads or writes has no use for them.
    return tuple(rule for subject in _SUBJECTS for rule in import_module(f"{__name__}.{subject}").RULES)


def rule_findings(message: Message, profile: RuleProfile = _STANDARD, root_name: str | None = None) -> list[Finding]:
    """What the rules find in a message that its schema allows; the findings have no line.

    :param profile: what the coupling expects, and which rules count.
    :param root_name: what the root is called in the file, where that is not the name of the message.
    """
    return list(run_rules(message, profile, _rules(), root_name))
