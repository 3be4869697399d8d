"""From values to a message."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from benchmarks.hand_written.values import (
    NAMESPACE,
    Adres,
    Bericht,
    BuitenlandsAdres,
    Communicatie,
    Contactpersoon,
    Dienstverband,
    Kop,
    Werkgever,
    Werknemer,
)

__all__ = ["write"]


def write(bericht: Bericht) -> bytes:
    """The message with these values."""
    root = Element("WerknemerGegevens", {"xmlns": NAMESPACE})
    _add_kop(SubElement(root, "BrAlg"), bericht.kop)
    for werkgever in bericht.werkgevers:
        _add_werkgever(SubElement(root, "Wrkgvr"), werkgever)
    data: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data


def _add(node: Element, **texts: str | None) -> None:
    """Elements with these texts, in this order; none where there is no text."""
    for tag, text in texts.items():
        if text is not None:
            SubElement(node, tag).text = text


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _add_kop(node: Element, kop: Kop) -> None:
    _add(
        node,
        BrCd=kop.code,
        VnrBrCd=kop.versie,
        AandatBr=kop.datum.isoformat(),
        AantijdBr=kop.tijd.isoformat(),
        IdInzndr=kop.inzender,
        IdOntvngr=kop.ontvanger,
        Berrefnr=kop.referentie,
        TestJN="J" if kop.test else "N",
        OntvngstbevJN="J" if kop.bevestiging else "N",
    )


def _add_werkgever(node: Element, werkgever: Werkgever) -> None:
    _add(
        node,
        HndlsnmOrg=werkgever.naam,
        InschrijvingsnrKvK=werkgever.kvk_nummer,
        VestigingsnrHandelsregister=werkgever.vestigingsnummer,
        IdWrkgvrArbdnst=werkgever.id,
        AansltnrGeguitwlngArbdnst=werkgever.aansluitnummer,
        Lhnr=werkgever.loonheffingennummer,
    )
    for adres in werkgever.adressen:
        _add_adres(node, adres)
    for contactpersoon in werkgever.contactpersonen:
        _add_contactpersoon(node, contactpersoon)
    for werknemer in werkgever.werknemers:
        _add_werknemer(SubElement(node, "Wrknmr"), werknemer)


def _add_werknemer(node: Element, werknemer: Werknemer) -> None:
    _add(
        node,
        VrwrkCd=werknemer.verwerking,
        IngdatMut=_iso(werknemer.geldt_vanaf),
        Gebdat=werknemer.geboortedatum.isoformat(),
        SignNm=werknemer.achternaam,
        Voorl=werknemer.voorletters,
        Voorv=werknemer.voorvoegsels,
        Roepnaam=werknemer.roepnaam,
        NmvrkrCd=werknemer.naamvoorkeur,
        GslchtCd=werknemer.geslacht,
        IdWrknmr=werknemer.id,
    )
    if werknemer.partner:
        partner = werknemer.partner
        _add(SubElement(node, "Prtnr"), VrwrkCd=partner.verwerking, SignNm=partner.achternaam)
    for adres in werknemer.adressen:
        _add_adres(node, adres)
    for buitenlands in werknemer.buitenlandse_adressen:
        _add_buitenlands_adres(node, buitenlands)
    _add_communicatie(node, werknemer.communicatie)
    for dienstverband in werknemer.dienstverbanden:
        _add_dienstverband(SubElement(node, "Dnstvbnd"), dienstverband)


def _add_adres(node: Element, adres: Adres) -> None:
    _add(
        SubElement(node, "StrAdrNl"),
        SrtAdrsCd=adres.soort,
        Ingdat=_iso(adres.ingangsdatum),
        Pc=adres.postcode,
        Wnpl=adres.plaats,
        StraatLang=adres.straat,
        Huisnr=adres.huisnummer,
        HuisToev=adres.toevoeging,
    )


def _add_buitenlands_adres(node: Element, adres: BuitenlandsAdres) -> None:
    _add(
        SubElement(node, "StrAdrBl"),
        SrtAdrsCd=adres.soort,
        PcBtl=adres.postcode,
        WnplBtl=adres.plaats,
        LandCd=adres.landcode,
        Landnm=adres.land,
        StraatLang=adres.straat,
        HuisnrBtl=adres.huisnummer,
    )


def _add_communicatie(node: Element, communicatie: list[Communicatie]) -> None:
    for one in communicatie:
        _add(SubElement(node, "Com"), SrtComCd=one.soort, NrCom=one.adres)


def _add_contactpersoon(node: Element, contactpersoon: Contactpersoon) -> None:
    child = SubElement(node, "Cntprsn")
    _add(
        child,
        Achternaam=contactpersoon.achternaam,
        Voorl=contactpersoon.voorletters,
        GslchtCd=contactpersoon.geslacht,
        RolCntprsnCd=contactpersoon.rol,
    )
    _add_communicatie(child, contactpersoon.communicatie)


def _add_dienstverband(node: Element, dienstverband: Dienstverband) -> None:
    days = dienstverband.loonwachtdagen
    _add(
        node,
        VrwrkCd=dienstverband.verwerking,
        IngdatMut=_iso(dienstverband.geldt_vanaf),
        IdDnstvbnd=dienstverband.id,
        Ingdat=dienstverband.ingangsdatum.isoformat(),
        Enddat=_iso(dienstverband.einddatum),
        RdEndDnstvbndCd=dienstverband.reden_einde,
        PersNr=dienstverband.personeelsnummer,
        CntrnrArbdnst=dienstverband.contractnummer,
        SrtDnstvbndCd=dienstverband.soort,
        Fnctcd=dienstverband.functiecode,
        NmFnct=dienstverband.functie,
        NmOrgeenh=dienstverband.afdeling,
        OrgeenhCd=dienstverband.afdelingscode,
        OndOrgeenhCd=dienstverband.onderdeelcode,
        OndOrgeenhCdNm=dienstverband.onderdeel,
        PcStandplts=dienstverband.standplaats,
        VrdlngCd=dienstverband.verdeling,
        CdBepTd=dienstverband.bepaalde_tijd,
        CntrctUrnWk=_number(dienstverband.uren),
        DltfctNVS=_number(dienstverband.deeltijdfactor),
        AantLnwchtdgn=None if days is None else str(days),
        PrcLndrbtng=_number(dienstverband.loondoorbetaling),
    )
    if dienstverband.arbeidsrelatie:
        relatie = dienstverband.arbeidsrelatie
        _add(
            SubElement(node, "Arbeidsrelatie"),
            VrwrkCd=relatie.verwerking,
            IdArbeidsrelatie=relatie.id,
            PersNr=relatie.personeelsnummer,
            Ingdat=relatie.ingangsdatum.isoformat(),
            AantCtrcturenPWk=_number(relatie.uren),
        )
    for contactpersoon in dienstverband.contactpersonen:
        _add_contactpersoon(node, contactpersoon)
