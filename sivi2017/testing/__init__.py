"""For the tests of your own code: Hypothesis strategies for messages, for their parts and for the objects of the domain.

They need the extra ``testing``. What they give is made from the schemas and their bindings, at one of three levels: all that
the schema allows, what also keeps to the rules, and what looks like life.

>>> from hypothesis import given
>>> from sivi2017 import testing, validate
>>> @given(testing.verzuimmeldingen())
... def test_a_message_has_no_errors(message):
...     assert validate(message).ok
>>> test_a_message_has_no_errors()
"""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError("sivi2017.testing needs hypothesis; run: pip install 'sivi2017[testing]'", name="hypothesis")

from sivi2017.testing.domain import administratiekantoren, dienstverbanden_van, werkgevers, werknemers
from sivi2017.testing.faults import Broken, broken, fault_ids
from sivi2017.testing.histories import histories, verzuimgevallen
from sivi2017.testing.levels import Level
from sivi2017.testing.messages import (
    dienstverbanden,
    messages,
    parts,
    retourmeldingen,
    verzuimmeldingen,
    werknemergegevens,
)
from sivi2017.testing.numbers import (
    burgerservicenummers,
    ibans,
    kvk_nummers,
    land_codes,
    loonheffingennummers,
    postcodes,
    vestigingsnummers,
)
from sivi2017.testing.spelling import files

__all__ = [
    "Broken",
    "Level",
    "administratiekantoren",
    "broken",
    "burgerservicenummers",
    "dienstverbanden",
    "dienstverbanden_van",
    "fault_ids",
    "files",
    "histories",
    "ibans",
    "kvk_nummers",
    "land_codes",
    "loonheffingennummers",
    "messages",
    "parts",
    "postcodes",
    "retourmeldingen",
    "verzuimgevallen",
    "verzuimmeldingen",
    "vestigingsnummers",
    "werkgevers",
    "werknemergegevens",
    "werknemers",
]
