"""From a message to its values."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, time
from decimal import Decimal

from benchmarks.hand_written.values import (
    NAMESPACE,
    Adres,
    Arbeidsrelatie,
    Bericht,
    BuitenlandsAdres,
    Communicatie,
    Contactpersoon,
    Dienstverband,
    Kop,
    Partner,
    Werkgever,
    Werknemer,
)

__all__ = ["read"]

_TAG = f"{{{NAMESPACE}}}"


def read(data: bytes) -> Bericht:
    """The values of a message."""
    root = ET.fromstring(data)  # noqa: S314 - the message is our own
    head = root.find(f"{_TAG}BrAlg")
    if head is None:
        raise KeyError("BrAlg")
    return Bericht(_kop(head), [_werkgever(node) for node in root.findall(f"{_TAG}Wrkgvr")])


def _values(node: ET.Element) -> dict[str, str]:
    """The texts of the elements in a group, by name; of a group in it nothing to use."""
    start = len(_TAG)
    return {child.tag[start:]: child.text or "" for child in node}


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _kop(node: ET.Element) -> Kop:
    values = _values(node)
    return Kop(
        code=values["BrCd"],
        versie=values["VnrBrCd"],
        datum=date.fromisoformat(values["AandatBr"]),
        tijd=time.fromisoformat(values["AantijdBr"]),
        inzender=values["IdInzndr"],
        ontvanger=values["IdOntvngr"],
        referentie=values["Berrefnr"],
        test=values["TestJN"] == "J",
        bevestiging=values["OntvngstbevJN"] == "J",
    )


def _werkgever(node: ET.Element) -> Werkgever:
    values = _values(node)
    return Werkgever(
        naam=values["HndlsnmOrg"],
        kvk_nummer=values.get("InschrijvingsnrKvK"),
        vestigingsnummer=values.get("VestigingsnrHandelsregister"),
        id=values["IdWrkgvrArbdnst"],
        aansluitnummer=values["AansltnrGeguitwlngArbdnst"],
        loonheffingennummer=values.get("Lhnr"),
        adressen=[_adres(child) for child in node.findall(f"{_TAG}StrAdrNl")],
        contactpersonen=[_contactpersoon(child) for child in node.findall(f"{_TAG}Cntprsn")],
        werknemers=[_werknemer(child) for child in node.findall(f"{_TAG}Wrknmr")],
    )


def _werknemer(node: ET.Element) -> Werknemer:
    values = _values(node)
    partner = node.find(f"{_TAG}Prtnr")
    return Werknemer(
        verwerking=values.get("VrwrkCd"),
        geldt_vanaf=_date(values.get("IngdatMut")),
        geboortedatum=date.fromisoformat(values["Gebdat"]),
        achternaam=values["SignNm"],
        voorletters=values["Voorl"],
        voorvoegsels=values.get("Voorv"),
        roepnaam=values.get("Roepnaam"),
        naamvoorkeur=values["NmvrkrCd"],
        geslacht=values["GslchtCd"],
        id=values["IdWrknmr"],
        partner=None if partner is None else _partner(partner),
        adressen=[_adres(child) for child in node.findall(f"{_TAG}StrAdrNl")],
        buitenlandse_adressen=[_buitenlands_adres(child) for child in node.findall(f"{_TAG}StrAdrBl")],
        communicatie=_communicatie(node),
        dienstverbanden=[_dienstverband(child) for child in node.findall(f"{_TAG}Dnstvbnd")],
    )


def _partner(node: ET.Element) -> Partner:
    values = _values(node)
    return Partner(values.get("VrwrkCd"), values["SignNm"])


def _adres(node: ET.Element) -> Adres:
    values = _values(node)
    return Adres(
        soort=values["SrtAdrsCd"],
        ingangsdatum=_date(values.get("Ingdat")),
        postcode=values["Pc"],
        plaats=values["Wnpl"],
        straat=values.get("StraatLang"),
        huisnummer=values["Huisnr"],
        toevoeging=values.get("HuisToev"),
    )


def _buitenlands_adres(node: ET.Element) -> BuitenlandsAdres:
    values = _values(node)
    return BuitenlandsAdres(
        soort=values["SrtAdrsCd"],
        postcode=values.get("PcBtl"),
        plaats=values["WnplBtl"],
        landcode=values["LandCd"],
        land=values.get("Landnm"),
        straat=values.get("StraatLang"),
        huisnummer=values["HuisnrBtl"],
    )


def _communicatie(node: ET.Element) -> list[Communicatie]:
    found = []
    for child in node.findall(f"{_TAG}Com"):
        values = _values(child)
        found.append(Communicatie(values["SrtComCd"], values["NrCom"]))
    return found


def _contactpersoon(node: ET.Element) -> Contactpersoon:
    values = _values(node)
    return Contactpersoon(
        achternaam=values["Achternaam"],
        voorletters=values.get("Voorl"),
        geslacht=values.get("GslchtCd"),
        rol=values["RolCntprsnCd"],
        communicatie=_communicatie(node),
    )


def _dienstverband(node: ET.Element) -> Dienstverband:
    values = _values(node)
    days = values.get("AantLnwchtdgn")
    arbeidsrelatie = node.find(f"{_TAG}Arbeidsrelatie")
    return Dienstverband(
        verwerking=values.get("VrwrkCd"),
        geldt_vanaf=_date(values.get("IngdatMut")),
        id=values["IdDnstvbnd"],
        ingangsdatum=date.fromisoformat(values["Ingdat"]),
        einddatum=_date(values.get("Enddat")),
        reden_einde=values.get("RdEndDnstvbndCd"),
        personeelsnummer=values.get("PersNr"),
        contractnummer=values.get("CntrnrArbdnst"),
        soort=values.get("SrtDnstvbndCd"),
        functiecode=values.get("Fnctcd"),
        functie=values.get("NmFnct"),
        afdeling=values.get("NmOrgeenh"),
        afdelingscode=values["OrgeenhCd"],
        onderdeelcode=values.get("OndOrgeenhCd"),
        onderdeel=values.get("OndOrgeenhCdNm"),
        standplaats=values.get("PcStandplts"),
        verdeling=values.get("VrdlngCd"),
        bepaalde_tijd=values.get("CdBepTd"),
        uren=_decimal(values.get("CntrctUrnWk")),
        deeltijdfactor=_decimal(values.get("DltfctNVS")),
        loonwachtdagen=int(days) if days else None,
        loondoorbetaling=_decimal(values.get("PrcLndrbtng")),
        arbeidsrelatie=None if arbeidsrelatie is None else _arbeidsrelatie(arbeidsrelatie),
        contactpersonen=[_contactpersoon(child) for child in node.findall(f"{_TAG}Cntprsn")],
    )


def _arbeidsrelatie(node: ET.Element) -> Arbeidsrelatie:
    values = _values(node)
    return Arbeidsrelatie(
        verwerking=values.get("VrwrkCd"),
        id=values["IdArbeidsrelatie"],
        personeelsnummer=values.get("PersNr"),
        ingangsdatum=date.fromisoformat(values["Ingdat"]),
        uren=Decimal(values["AantCtrcturenPWk"]),
    )
