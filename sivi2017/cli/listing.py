"""``sivi2017 rules``: the business rules, for a person or a program."""

from __future__ import annotations

import json

import click

from sivi2017.cli.settings import settings
from sivi2017.rules import all_rules
from sivi2017.rules.profile import RuleProfile

__all__ = ["list_rules"]


def list_rules(form: str, koppeling: str | None) -> int:
    """Write the rules to standard output.

    :param koppeling: a file with settings of a coupling, which may give a rule another severity.
    :raises click.ClickException: when that file cannot be read, or has wrong settings.
    """
    profile = RuleProfile() if koppeling is None else settings(koppeling).regelprofiel
    listed = [
        {
            "id": rule.id,
            "severity": profile.severity(rule.id, rule.severity) or "off",
            "statement": rule.statement,
            "reason": rule.reason,
        }
        for rule in all_rules()
    ]
    if form == "json":
        click.echo(json.dumps({"rules": listed}, indent=2))
    else:
        for rule in listed:
            click.echo(f"{rule['id']:7} {rule['severity']:8} {rule['statement']}\n{'':17}{rule['reason']}")
    return 0
