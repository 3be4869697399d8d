"""What counts as wrong, and what a failure may show: as a call asks, else as the test run was told."""

from __future__ import annotations

import sys

from attrs import field, frozen

from sivi2017.report import Finding, Severity

__all__ = ["HOW_TO_REVEAL", "Settings", "settings"]

HOW_TO_REVEAL = "Values of people are hidden; reveal=True or the option --sivi2017-reveal shows them."


@frozen
class Settings:
    """The settings of one assertion."""

    fail_on: Severity = field(default=Severity.ERROR, converter=Severity)
    """The least severity that makes a message invalid."""
    reveal: bool = False
    """Whether values of people are shown."""

    def counts(self, finding: Finding) -> bool:
        """Whether a finding makes a message invalid."""
        return finding.severity is Severity.ERROR or self.fail_on is Severity.WARNING


def settings(fail_on: Severity | str | None = None, reveal: bool | None = None) -> Settings:
    """The settings as given; what is None is as the options of the pytest plugin say, where a test run has it.

    :raises ValueError: when ``fail_on`` is no severity.
    """
    # The plugin does not import this library, so that suites that do not use it do not wait for it: it is asked from here.
    plugin = sys.modules.get("_sivi2017_pytest")
    usual = Settings() if plugin is None else Settings(**plugin.settings())
    return Settings(
        usual.fail_on if fail_on is None else fail_on,
        usual.reveal if reveal is None else reveal,
    )
