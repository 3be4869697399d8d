"""The pytest plugin of sivi2017: fixtures and options for test suites that make or take messages.

It stands beside the package, and imports it only inside a fixture: a suite that uses none of this does not wait for it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sivi2017 import (
        Dienstverband,
        Koppeling,
        RuleProfile,
        Verzuimgeval,
        Werkgever,
        Werknemer,
    )
    from sivi2017.asserting import Outbox
    from sivi2017.asserting.given import Given
    from sivi2017.bindings import Verzuimmeldingen, WerknemerGegevens
    from sivi2017.report import Finding, Report

__all__: list[str] = []

_SEVERITIES = ("error", "warning")

_running: list[pytest.Config] = []
"""The test runs that are going on, the innermost last: a test of a plugin runs pytest within pytest."""


# Options


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("sivi2017")
    group.addoption(
        "--sivi2017-fail-on",
        choices=_SEVERITIES,
        help="The least severity that makes a SIVI message invalid; default: what the ini file says in sivi2017_fail_on.",
    )
    group.addoption(
        "--sivi2017-reveal", action="store_true", help="Show values of people when an assertion about a message fails."
    )
    group.addoption(
        "--sivi2017-update-snapshots", action="store_true", help="Write the snapshots of messages that have changed."
    )
    parser.addini("sivi2017_fail_on", "The default of --sivi2017-fail-on.", default="error")


def pytest_configure(config: pytest.Config) -> None:
    if config.getini("sivi2017_fail_on") not in _SEVERITIES:
        raise pytest.UsageError(f"sivi2017_fail_on must be one of {', '.join(_SEVERITIES)}")
    _running.append(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    if config in _running:  # it is not, when it could not be configured
        _running.remove(config)


def settings() -> dict[str, Any]:
    """What this test run was told, for ``sivi2017.asserting``, which asks; nothing when there is no test run."""
    if not _running:
        return {}
    config = _running[-1]
    fail_on = config.getoption("sivi2017_fail_on") or config.getini("sivi2017_fail_on")
    return {"fail_on": fail_on, "reveal": config.getoption("sivi2017_reveal")}


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Tell why ``left == right`` does not hold element by element, for two messages."""
    if op != "==" or not all(_is_from_bindings(type(side)) for side in (left, right)):
        return None
    from sivi2017.asserting.same import unequal_lines
    from sivi2017.bindings import Message

    return unequal_lines(left, right) if isinstance(left, Message) and isinstance(right, Message) else None


def _is_from_bindings(side: type[object]) -> bool:
    return any(base.__module__.startswith("sivi2017.bindings") for base in side.__mro__)


# Assertions


@pytest.fixture
def sivi2017_regelprofiel() -> RuleProfile:
    """What the rules expect of messages. Override it where a coupling expects something: ``koppeling.regelprofiel``."""
    from sivi2017 import RuleProfile

    return RuleProfile()


@pytest.fixture
def assert_valid(sivi2017_regelprofiel: RuleProfile) -> Callable[..., Report]:
    """sivi2017.asserting.assert_valid, with the profile of ``sivi2017_regelprofiel``."""
    from sivi2017 import asserting

    return partial(asserting.assert_valid, profile=sivi2017_regelprofiel)


@pytest.fixture
def assert_invalid(sivi2017_regelprofiel: RuleProfile) -> Callable[..., tuple[Finding, ...]]:
    """sivi2017.asserting.assert_invalid, with the profile of ``sivi2017_regelprofiel``."""
    from sivi2017 import asserting

    return partial(asserting.assert_invalid, profile=sivi2017_regelprofiel)


@pytest.fixture
def assert_same() -> Callable[..., None]:
    """sivi2017.asserting.assert_same."""
    from sivi2017 import asserting

    return asserting.assert_same


@pytest.fixture
def sivi2017_outbox(sivi2017_regelprofiel: RuleProfile) -> Iterator[Outbox]:
    """Takes messages with ``send`` in the place of what would send them; all must be valid when the test has ended."""
    from sivi2017.asserting import Outbox

    outbox = Outbox(profile=sivi2017_regelprofiel)
    yield outbox
    if text := outbox.invalid_text():
        pytest.fail(text, pytrace=False)


@pytest.fixture
def sivi2017_snapshot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Compares a message, as readable text, with a file beside the test: ``sivi2017_snapshot(message, name="")``.

    It takes what ``sivi2017.asserting.snapshot_text`` takes. ``--sivi2017-update-snapshots`` writes the files.
    """
    from sivi2017.asserting import assert_snapshot, snapshot_text

    folder = request.path.parent / f"{request.path.stem}_snapshots"
    update = bool(request.config.getoption("sivi2017_update_snapshots"))
    taken: set[str] = set()

    def compare(message: Given, name: str = "", **options: Any) -> None:
        __tracebackhide__ = True
        test = ".".join(request.node.nodeid.split("::")[1:])
        file = _file_name(f"{test}.{name}" if name else test)
        if file in taken:
            raise ValueError("a second snapshot of one test needs a name of its own")
        taken.add(file)
        assert_snapshot(snapshot_text(message, **options), folder / file, update=update)

    return compare


def _file_name(test: str) -> str:
    """A name that every system takes; what that changes is told apart by a number."""
    plain = re.sub(r"[^\w.-]", "_", test, flags=re.ASCII)[:100]
    return f"{plain}.snapshot" if plain == test else f"{plain}-{zlib.crc32(test.encode()):08x}.snapshot"


# An example to build on: each fixture uses those before it, so that a suite can override one and keep the rest


@pytest.fixture
def sivi2017_koppeling() -> Koppeling:
    """A coupling whose clock stands still and whose reference numbers count, so that messages are always the same."""
    from datetime import datetime

    from sivi2017 import Koppeling

    numbers = count(1)
    return Koppeling(
        inzender="VERZUIMSYSTEEM",
        ontvanger="ARBODIENST",
        test=True,
        datakluis=True,
        klok=lambda: datetime(2017, 3, 6, 9, 15),  # noqa: DTZ001 - a message has the time without a zone
        referentie=lambda _: f"TEST-{next(numbers):04}",
    )


@pytest.fixture
def sivi2017_werkgever() -> Werkgever:
    """An invented employer."""
    from sivi2017 import Werkgever

    return Werkgever(
        naam="Bakkerij Voorbeeld",
        id="WG-1",
        aansluitnummer="AANSL-1",
        loonheffingennummer="999940004L01",
        kvk_nummer="00000417",
    )


@pytest.fixture
def sivi2017_werknemer(sivi2017_koppeling: Koppeling) -> Werknemer:
    """An invented employee of that employer, with an address and a telephone number."""
    from datetime import date

    from sivi2017 import Adres, Werknemer, codes

    return Werknemer(
        id="WN-1",
        achternaam="Voorbeeld",
        voorletters="AB",
        geboortedatum=date(1980, 2, 29),
        geslacht=codes.Geslachtsaanduiding.VROUW,
        adressen=[Adres(straat="Voorbeeldstraat", huisnummer="12", postcode="1234AB", woonplaats="Korstdorp")],
        communicatie=sivi2017_koppeling.communicatie(telefoon="0600000000"),
    )


@pytest.fixture
def sivi2017_dienstverband() -> Dienstverband:
    """The employment of that employee."""
    from datetime import date

    from sivi2017 import Dienstverband

    return Dienstverband(
        id="DV-1",
        ingangsdatum=date(2010, 4, 1),
        geldt_vanaf=date(2017, 1, 1),
        afdeling_code="BAK",
        afdeling="Bakkerij",
        functie="Bakker",
        uren_per_week=36,
    )


@pytest.fixture
def sivi2017_geval() -> Verzuimgeval:
    """An absence case of that employee: a ziekmelding."""
    from datetime import date

    from sivi2017 import Verzuimgeval

    return Verzuimgeval.ziekmelding(id="VG-1", eerste_verzuimdag=date(2017, 3, 6))


@pytest.fixture
def sivi2017_verzuimmutatie(
    sivi2017_koppeling: Koppeling,
    sivi2017_werkgever: Werkgever,
    sivi2017_werknemer: Werknemer,
    sivi2017_dienstverband: Dienstverband,
    sivi2017_geval: Verzuimgeval,
) -> Verzuimmeldingen:
    """The message of flow 1 about that case."""
    return sivi2017_koppeling.verzuimmutatie(sivi2017_werkgever, sivi2017_werknemer, sivi2017_dienstverband, sivi2017_geval)


@pytest.fixture
def sivi2017_werknemermutatie(
    sivi2017_koppeling: Koppeling,
    sivi2017_werkgever: Werkgever,
    sivi2017_werknemer: Werknemer,
    sivi2017_dienstverband: Dienstverband,
) -> WerknemerGegevens:
    """The message of flow 2 about that employee."""
    return sivi2017_koppeling.werknemermutatie(sivi2017_werkgever, sivi2017_werknemer, [sivi2017_dienstverband])
