"""What two partners agreed on: the version of a message, and whether they are testing.

The schema takes any five digits for a version, as that of 2017 is inferred, and J and N for test. The profile of the coupling
says what is expected.

>>> from sivi2017.bindings.retourmelding1 import JaNee
>>> from sivi2017.schema.model import message_model
>>> place = Place(JaNee.JA, message_model("Retourmelding1").root["BrAlg"]["TestJN"], "TestJN")
>>> [text for _, text in fits_the_environment.check(place, RuleProfile(test=False))]
['should be N: this is no test environment']
>>> [text for _, text in fits_the_environment.check(place, RuleProfile())]  # nobody said what environment this is
[]
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES"]


@rule(
    "KOP-1",
    Severity.WARNING,
    "VnrBrCd is the version that the profile expects of the message.",
    "A partner on another edition reads elements and codes in another way, and this number is where it shows.",
    on=("VnrBrCd",),
)
def has_the_expected_version(place: Place, profile: RuleProfile) -> Iterator[Found]:
    expected = profile.versions.get(place.message.element.tag)
    if expected is not None and place.value != expected:
        yield place, f"should be {expected}, is {place.value}"


@rule(
    "KOP-2",
    Severity.WARNING,
    "TestJN is J in a test environment and N in another, where the profile names it.",
    "A test message in production makes cases that do not exist; a real one in a test environment is lost.",
    on=("TestJN",),
)
def fits_the_environment(place: Place, profile: RuleProfile) -> Iterator[Found]:
    if profile.test is not None and place.value.value != ("J" if profile.test else "N"):
        yield place, "should be J: this is a test environment" if profile.test else "should be N: this is no test environment"


RULES = (has_the_expected_version, fits_the_environment)
