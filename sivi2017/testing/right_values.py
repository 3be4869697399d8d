"""Texts of an element that no rule minds by themselves."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from sivi2017.schema.model import Element
from sivi2017.testing.numbers import (
    burgerservicenummers,
    ibans,
    kvk_nummers,
    land_codes,
    loonheffingennummers,
    postcodes,
    vestigingsnummers,
)
from sivi2017.testing.values import plain_texts, texts, visible_texts

__all__ = ["level_texts", "right_texts"]


def _percentages() -> st.SearchStrategy[str]:
    return st.integers(0, 100_00).map(lambda number: f"{number // 100}.{number % 100:02}")


_WITH_AN_ERROR: dict[str, st.SearchStrategy[str]] = {
    "SofiNr": burgerservicenummers(),
    "Pc": postcodes(),
    "Iban": ibans(),
    "PrcVrzm": _percentages(),
    "PrcArbther": _percentages(),
}
_WITH_A_WARNING: dict[str, st.SearchStrategy[str]] = {
    "Lhnr": loonheffingennummers(),
    "InschrijvingsnrKvK": kvk_nummers(),
    "VestigingsnrHandelsregister": vestigingsnummers(),
    "LandCd": land_codes(),
}
_KEYS = {"IdInzndr", "IdOntvngr", "Berrefnr", "IdWrkgvrArbdnst", "IdWrknmr", "IdDnstvbnd", "VrzmgvlId", "SignNm", "OrgeenhCd"}


@cache
def right_texts(element: Element) -> st.SearchStrategy[str]:
    """Texts that no rule minds by themselves, in which everything shows."""
    assert element.format is not None
    named = {**_WITH_AN_ERROR, **_WITH_A_WARNING}.get(element.tag)
    return plain_texts(element.format) if named is None else named


@cache
def level_texts(element: Element) -> st.SearchStrategy[str]:
    """The widest texts in which the usual rules find no error."""
    assert element.format is not None
    if element.tag in _WITH_AN_ERROR:
        return _WITH_AN_ERROR[element.tag]
    if element.tag in _KEYS:
        return visible_texts(element.format)
    return _WITH_A_WARNING.get(element.tag, st.nothing()) | texts(element.format)
