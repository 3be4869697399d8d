"""``assert_valid`` and ``assert_invalid``."""

from __future__ import annotations

from sivi2017.asserting.given import Given, repeatable
from sivi2017.asserting.settings import settings
from sivi2017.asserting.telling import counted, finding_lines
from sivi2017.checking import validate
from sivi2017.report import Finding, Report, Severity
from sivi2017.rules.profile import RuleProfile

__all__ = ["assert_invalid", "assert_valid", "invalid_text"]

_PROFILE = RuleProfile()


def assert_valid(
    message: Given,
    *,
    fail_on: Severity | str | None = None,
    profile: RuleProfile = _PROFILE,
    tolerant: bool = False,
    reveal: bool | None = None,
) -> Report:
    """Assert that a message is valid: well-formed, as its schema says, and within the business rules.

    :param fail_on: ``"warning"`` to fail on warnings as well; None for what the options of the pytest plugin say.
    :param profile: what the coupling expects, such as ``koppeling.regelprofiel``.
    :param tolerant: take the known departures of partners as warnings, see ``sivi2017.read``.
    :param reveal: whether the failure shows the values of people; None for what the options of the pytest plugin say.
    :returns: the report, with the warnings that do not count.
    :raises AssertionError: with each finding, its line and its path.
    """
    __tracebackhide__ = True
    chosen, given = settings(fail_on, reveal), repeatable(message)
    report = validate(given, profile=profile, tolerant=tolerant)
    failing = tuple(filter(chosen.counts, report.findings))
    if failing:
        raise AssertionError(invalid_text(report, failing, given, reveal=chosen.reveal))
    return report


def invalid_text(report: Report, failing: tuple[Finding, ...], given: Given, *, reveal: bool, called: str = "") -> str:
    """Why a message is not valid.

    :param called: which message it is, where there are more.
    """
    others = [finding for finding in report.findings if finding not in failing]
    beside = f" ({counted(others)} not counted)" if others else ""
    head = f"{called or 'the message'} is not valid: {counted(failing)}{beside}"
    return "\n".join([head, *finding_lines(failing, given, reveal=reveal)])


def assert_invalid(
    message: Given,
    *ids: str,
    fail_on: Severity | str | None = None,
    profile: RuleProfile = _PROFILE,
    tolerant: bool = False,
    reveal: bool | None = None,
) -> tuple[Finding, ...]:
    """Assert that a message is not valid, and why: the opposite of ``assert_valid`` with the same settings.

    :param ids: of the findings that must be there, such as ``DAT-1``; there may be others. Without any, that it is not valid
        will do.
    :returns: the findings with these ids, in the order of the message, for a closer look; all that count where no id was given.
    :raises AssertionError: with what was found instead.
    """
    __tracebackhide__ = True
    chosen, given = settings(fail_on, reveal), repeatable(message)
    report = validate(given, profile=profile, tolerant=tolerant)
    failing = tuple(filter(chosen.counts, report.findings))
    missing = [name for name in dict.fromkeys(ids) if name not in {finding.id for finding in failing}]
    if missing or not failing:
        raise AssertionError(_not_found_text(report, failing, missing, given, reveal=chosen.reveal))
    return tuple(finding for finding in failing if not ids or finding.id in ids)


def _not_found_text(report: Report, failing: tuple[Finding, ...], missing: list[str], given: Given, *, reveal: bool) -> str:
    sought = f", and has no {' and no '.join(missing)}" if missing else ""
    head = (
        f"the message is not valid{sought}; found instead: {counted(failing)}" if failing else f"the message is valid{sought}"
    )
    lines = [head]
    known = {finding.id for finding in report.findings}
    lines += [f"  {name} is there as a warning; fail_on='warning' makes it count" for name in missing if name in known]
    return "\n".join([*lines, *finding_lines(failing, given, reveal=reveal)])
