"""Pseudonymised messages come to the same cases as the messages that they were made of."""

from __future__ import annotations

from sivi2017.fakes import Company
from sivi2017.privacy import Pseudonymiser
from sivi2017.receiving import Administratie, verloop

KEY = bytes(range(32))


def test_a_year_of_a_company_replays_to_the_same_under_other_keys() -> None:
    """Every employee, employment, case and course is there once, under the pseudonym of its key, and nothing is remarkable."""
    messages = [event.message() for event in Company(employees=60, seed=9).events()]
    pseudonymiser = Pseudonymiser(KEY)
    original, _ = Administratie().receive_all(messages)
    pseudonymised, _ = Administratie().receive_all(map(pseudonymiser.message, messages))
    assert len(pseudonymised.werknemers) == len(original.werknemers) == 60
    for stand in original.werknemers:
        employer = pseudonymiser.pseudonym("werkgever", stand.werkgever.id)
        other = pseudonymised.werknemer(employer, pseudonymiser.pseudonym("werknemer", stand.sleutel))
        assert other is not None
        assert [verloop(case.geval) for case in other.gevallen] == [verloop(case.geval) for case in stand.gevallen]
        assert sorted(item.dienstverband.uren_per_week or 0 for item in other.dienstverbanden) == sorted(
            item.dienstverband.uren_per_week or 0 for item in stand.dienstverbanden
        )
    assert [signal.id for signal in pseudonymised.signalen] == [signal.id for signal in original.signalen]
    assert pseudonymised.vermoedelijke_dubbelen() == ()
