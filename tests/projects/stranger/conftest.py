"""What this company agreed with its occupational health service."""

from __future__ import annotations

import pytest

from sivi2017 import Koppeling, RuleProfile, Werkgever


@pytest.fixture
def sivi2017_werkgever() -> Werkgever:
    """Our own company in the place of the example."""
    return Werkgever(naam="Timmerwerk Zaagsel", id="4711", aansluitnummer="ZAAG-1", loonheffingennummer="999940016L01")


@pytest.fixture
def sivi2017_regelprofiel(sivi2017_koppeling: Koppeling) -> RuleProfile:
    """The rules as our coupling has them."""
    return sivi2017_koppeling.regelprofiel
