"""Texts that look like life: those that belong together, those of one element, and for any other element by its format.

An element that is not named here has a value by its format, so a new one needs no work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from hypothesis import strategies as st

from sivi2017.fakes import names
from sivi2017.schema.model import Element, Format
from sivi2017.schema.values import value_fault
from sivi2017.testing.numbers import (
    burgerservicenummers,
    ibans,
    kvk_nummers,
    loonheffingennummers,
    postcodes,
    vestigingsnummers,
)
from sivi2017.testing.values import days, texts

__all__ = ["fits", "realistic_texts", "together"]

Texts = st.SearchStrategy[str]
Group = Mapping[str, str]


def _days(first: str, last: str) -> Texts:
    return days(date.fromisoformat(first), date.fromisoformat(last)).map(str)


def _numbered(form: str, most: int = 9999) -> Texts:
    return st.integers(1, most).map(form.format)


def _one_of(values: Iterable[str]) -> Texts:
    return st.sampled_from(list(values))


# ---- What belongs together ----------------------------------------------------------------------------------------------


def _persons() -> st.SearchStrategy[Group]:
    def person(roepnaam: str, more: str, name: tuple[str, str | None]) -> Group:
        surname, prefix = name
        parts = {"Roepnaam": roepnaam, "Voorl": f"{roepnaam[0]}{more}", "SignNm": surname, "Voorv": prefix or "van"}
        return {**parts, "Achternaam": f"{prefix} {surname}" if prefix else surname}

    initials = st.text("ABCEFHJKLMNPRSTW", max_size=3)
    return st.builds(person, _one_of(names.ROEPNAMEN), initials, st.sampled_from(names.NAMEN))


def _addresses() -> st.SearchStrategy[Group]:
    def address(place: tuple[str, str], postcode: str) -> Group:
        return {"Wnpl": place[0], "Pc": place[1] + postcode[2:]}

    return st.builds(address, st.sampled_from(names.PLAATSEN), postcodes())


def _rows(tags: str, rows: Iterable[tuple[str, ...]]) -> st.SearchStrategy[Group]:
    """Rows of values for tags."""
    return st.sampled_from([dict(zip(tags.split(), row, strict=True)) for row in rows])


def _contacts() -> st.SearchStrategy[Group]:
    telephone = _numbered("0100{:06}", 999_999).map(lambda number: {"SrtComCd": "01", "NrCom": number})
    email = _one_of(names.ROEPNAMEN[:6]).map(lambda name: {"SrtComCd": "04", "NrCom": f"{name.lower()}@example.com"})
    return telephone | email


_TOGETHER: dict[str, st.SearchStrategy[Group]] = {
    "Roepnaam Voorl SignNm Voorv Achternaam": _persons(),
    "Wnpl Pc": _addresses(),
    "LandCd Landnm WnplBtl PcBtl": _rows("LandCd Landnm WnplBtl PcBtl", names.BUITENLAND),
    "OrgeenhCd NmOrgeenh": _rows("OrgeenhCd NmOrgeenh", names.AFDELINGEN),
    "OndOrgeenhCd OndOrgeenhCdNm": _rows("OndOrgeenhCd OndOrgeenhCdNm", names.AFDELINGEN),
    "KostenplaatsCd NmKostenplaats": _rows("KostenplaatsCd NmKostenplaats", names.AFDELINGEN),
    "Fnctcd NmFnct": _rows("Fnctcd NmFnct", names.FUNCTIES),
    "SrtComCd NrCom": _contacts(),
}
"""Texts that fit each other, by the tags that they are for."""


@cache
def together(tags: frozenset[str]) -> st.SearchStrategy[Group]:
    """Texts that fit each other, by tag, for those of these elements, and others, of which something is known.

    Whether a text may stand in its element, ``fits`` tells.
    """
    groups = [values for names, values in _TOGETHER.items() if tags & set(names.split())]
    return st.tuples(*groups).map(lambda drawn: {tag: text for part in drawn for tag, text in part.items()})


def fits(text: str, form: Format) -> bool:
    """Whether a text may stand in an element."""
    return value_fault(text, form) is None


# ---- One element --------------------------------------------------------------------------------------------------------

_HOURS = _one_of(f"{hours}.00" for hours in (36, 12, 16, 20, 24, 28, 32, 38, 40))
_BY_TAG: dict[str, Texts] = {
    "AandatBr": _days("2017-10-01", "2017-12-31"),
    "AantLnwchtdgn": _one_of("012"),
    "AantCtrcturenPWk": _HOURS,
    "AansltnrGeguitwlngArbdnst": _numbered("AANSL-{:04}"),
    "Berrefnr": _numbered("2017-{:06}", 999_999),
    "BerrefnrIngzndnBer": _numbered("2017-{:06}", 999_999),
    "Bic": st.just("VBLDNL2A"),
    "CntrctUrnWk": _HOURS,
    "CntrnrArbdnst": _numbered("C-{:04}"),
    "DatEerstVrzmdg": _days("2017-01-02", "2017-06-30"),
    "DatEerstVrzmdgOud": _days("2017-01-02", "2017-06-30"),
    "DatHrstld": _days("2017-09-01", "2017-09-30"),
    "DatHrstldWrkgvr": _days("2017-09-01", "2017-09-30"),
    "DatVrwHrstl": _days("2017-09-01", "2018-03-31"),
    "DatVrzmWrkgvr": _days("2017-01-02", "2017-06-30"),
    "DltfctNVS": _one_of(["1.00", "0.50", "0.60", "0.80", "0.90"]),
    "Enddat": _days("2018-01-01", "2018-12-31"),
    "Gebdat": _days("1953-01-01", "1998-12-31"),
    "HndlsnmOrg": _one_of(names.BEDRIJVEN),
    "Huisnr": _numbered("{}", 199),
    "HuisnrBtl": _numbered("{}", 199),
    "HuisToev": _one_of(["A", "B", "bis", "hs"]),
    "Iban": ibans(),
    "IdArbeidsrelatie": _numbered("A-{:04}"),
    "IdArbeidsrelatieOud": _numbered("A-OUD-{:04}"),
    "IdDnstvbnd": _numbered("D-{:04}"),
    "IdDnstvbndOud": _numbered("D-OUD-{:04}"),
    "IdInzndr": _one_of(["Personeelszaken Voorbeeld", "Salarisadministratie Voorbeeld"]),
    "IdOntvngr": _one_of(["Arbodienst Voorbeeld", "Verzuimdienst Voorbeeld"]),
    "IdWrkgvrArbdnst": _numbered("WG-{:04}"),
    "IdWrkgvrUWV": _numbered("UWV-{:04}"),
    "IdWrknmr": _numbered("W-{:06}", 999_999),
    "IdWrknmrOud": _numbered("W-OUD-{:06}", 999_999),
    "InschrijvingsnrKvK": kvk_nummers(),
    "Ingdat": _days("2005-01-01", "2016-12-31"),
    "IngdatMut": _days("2017-01-01", "2017-09-30"),
    "IngdatMutVrzm": _days("2017-07-01", "2017-08-31"),
    "IngdatMutVrzmOud": _days("2017-07-01", "2017-08-31"),
    "Lhnr": loonheffingennummers(),
    "LocomsBtl": _one_of(["Gebouw B", "Bus 3", "2. Etage"]),
    "NmVrpladrs": _one_of(["Zorghotel De Duinen", "Bij familie"]),
    "OmsStandplts": _one_of(place for place, _ in names.PLAATSEN),
    "Overldat": _days("2017-10-01", "2017-12-31"),
    "PcStandplts": postcodes(),
    "PersNr": _numbered("{:06}", 999_999),
    "PersNrOud": _numbered("{:06}", 999_999),
    "Persnr": _numbered("{:06}", 999_999),
    "PrcArbther": _one_of(["20.00", "40.00"]),
    "PrcLndrbtng": _one_of(["100.00", "70.00"]),
    "PrcVrzm": _one_of(["100.00", "75.00", "50.00", "33.33", "25.00"]),
    "RegBtl": _one_of(["Vlaanderen", "Niedersachsen"]),
    "SofiNr": burgerservicenummers(),
    "StraatLang": _one_of(names.STRATEN),
    "TitANm": _one_of(names.TITELS_ACHTER),
    "TitVNm": _one_of(names.TITELS_VOOR),
    "Toelchtng": _one_of(["De werknemer is niet bekend.", "De afdeling bestaat niet."]),
    "VestigingsnrHandelsregister": vestigingsnummers(),
    "VrzmgvlId": _numbered("VG-2017-{:04}"),
    "VrzmgvlIdOud": _numbered("VG-2016-{:04}"),
    "VrzmgvlVnrMld": _numbered("{}", 5),
}


@cache
def realistic_texts(element: Element) -> Texts:
    """Texts of one element that look like life."""
    assert element.format is not None
    by_format = _by_format(element.format)
    named = _BY_TAG.get(element.tag)
    return by_format if named is None else _named(named, by_format, element.format)


@st.composite
def _named(draw: st.DrawFn, named: Texts, by_format: Texts, form: Format) -> str:
    text = draw(named)
    return text if fits(text, form) else draw(by_format)


_WORDS = ("Voorbeeld", "Noord", "Team Oost", "Vestiging Haven", "Ploeg B", "Dagdienst")


def _by_format(form: Format) -> Texts:
    """Usual texts of a format: codes of 2017, days in that year, small numbers, a few words."""
    if form.codes:
        return _one_of([code.value for code in form.codes if not code.later] or [code.value for code in form.codes])
    makers: dict[str, Callable[[], Texts]] = {
        "date": lambda: _days("2017-01-01", "2017-09-30"),
        "time": lambda: st.builds("{:02}:{:02}:{:02}".format, st.integers(8, 17), st.integers(0, 59), st.integers(0, 59)),
        "nonNegativeInteger": lambda: st.integers(0, 9).map(str),
        "decimal": lambda: st.integers(0, 9).map("{}.00".format),
    }
    if form.base in makers:
        return makers[form.base]()
    words = [word[: form.length or form.max_length] for word in _WORDS if fits(word[: form.length or form.max_length], form)]
    return _one_of(words) if words else texts(form)
