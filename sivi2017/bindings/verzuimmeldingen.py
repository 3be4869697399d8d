from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from sivi2017.masked import Masked
from xsdata.models.datatype import XmlDate, XmlTime

__NAMESPACE__ = "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017"


@dataclass(repr=False, slots=True, kw_only=True)
class Administratiekantoor(Masked):
    """
    Administratiekantoor dat voor de werkgever aanlevert.

    Attributes:
        handelsnaam_organisatie: HndlsnmOrg: Handelsnaam organisatie. Evidence B.
        inschrijvingsnummer_kamer_van_koophandel: InschrijvingsnrKvK: Inschrijvingsnummer Kamer van Koophandel.
            Evidence B.
        vestigingsnummer: VestigingsnrHandelsregister: Vestigingsnummer. Evidence B.
    """

    handelsnaam_organisatie: str = field(
        metadata={
            "name": "HndlsnmOrg",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 100,
        }
    )
    inschrijvingsnummer_kamer_van_koophandel: None | str = field(
        default=None,
        metadata={
            "name": "InschrijvingsnrKvK",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 8,
        },
    )
    vestigingsnummer: None | str = field(
        default=None,
        metadata={
            "name": "VestigingsnrHandelsregister",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 12,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Bankrekening(Masked):
    """
    Attributes:
        iban: Iban: Iban. Evidence D (may be newer than 2017).
        bic: Bic: Bic. Evidence D (may be newer than 2017).
    """

    iban: None | str = field(
        default=None,
        metadata={
            "name": "Iban",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 34,
        },
    )
    bic: None | str = field(
        default=None,
        metadata={
            "name": "Bic",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 11,
        },
    )


class Berichtcode(Enum):
    """
    Attributes:
        VERZUIMMELDINGEN: Verzuimmeldingen (certain)
    """

    VERZUIMMELDINGEN = "00100"


class BijzondereRedenStartVerzuim(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"


class CodeContractOnbepaaldeBepaaldeTijd(Enum):
    """
    Attributes:
        BEPAALDE_TIJD: bepaalde tijd (inferred-strong)
        ONBEPAALDE_TIJD: onbepaalde tijd (inferred-strong)
    """

    BEPAALDE_TIJD = "B"
    ONBEPAALDE_TIJD = "O"


class FaseIndelingFZ(Enum):
    """
    Attributes:
        ONBEKEND_OF_NIET_VAN_TOEPASSING: onbekend of niet van toepassing (certain)
        FASE_1_MET_UITZENDBEDING: fase 1 met uitzendbeding (certain)
        FASE_2_MET_UITZENDBEDING: fase 2 met uitzendbeding (certain)
        FASE_3: fase 3 (certain)
        FASE_4: fase 4 (certain)
        WETTELIJK_REGIME: wettelijk regime (certain)
        KETENSYSTEEM: ketensysteem (certain)
        FASE_A_MET_UITZENDBEDING: fase A met uitzendbeding (certain)
        FASE_B: fase B (certain)
        FASE_C: fase C (certain)
        FASE_A_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING: fase A zonder uitzendbeding, met
            uitsluiting loondoorbetaling (certain)
        FASE_A_ZONDER_UITZENDBEDING: fase A zonder uitzendbeding (certain)
        FASE_1_ZONDER_UITZENDBEDING: fase 1 zonder uitzendbeding (certain)
        FASE_2_ZONDER_UITZENDBEDING: fase 2 zonder uitzendbeding (certain)
        FASE_1_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING: fase 1 zonder uitzendbeding, met
            uitsluiting loondoorbetaling (certain)
        FASE_2_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING: fase 2 zonder uitzendbeding, met
            uitsluiting loondoorbetaling (certain)
    """

    ONBEKEND_OF_NIET_VAN_TOEPASSING = "0"
    FASE_1_MET_UITZENDBEDING = "1"
    FASE_2_MET_UITZENDBEDING = "2"
    FASE_3 = "3"
    FASE_4 = "4"
    WETTELIJK_REGIME = "5"
    KETENSYSTEEM = "6"
    FASE_A_MET_UITZENDBEDING = "17"
    FASE_B = "18"
    FASE_C = "19"
    FASE_A_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "38"
    FASE_A_ZONDER_UITZENDBEDING = "40"
    FASE_1_ZONDER_UITZENDBEDING = "41"
    FASE_2_ZONDER_UITZENDBEDING = "42"
    FASE_1_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "43"
    FASE_2_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "44"


class Geslachtsaanduiding(Enum):
    """
    Attributes:
        MAN: man (certain)
        ONBEKEND: onbekend (certain), came after 2017
        VROUW: vrouw (certain)
    """

    MAN = "M"
    ONBEKEND = "O"
    VROUW = "V"


class JaNee(Enum):
    """
    Attributes:
        JA: ja (certain)
        NEE: nee (certain)
    """

    JA = "J"
    NEE = "N"


@dataclass(repr=False, slots=True, kw_only=True)
class Kostenplaats(Masked):
    """
    Attributes:
        ingangsdatum: Ingdat: Ingangsdatum. Evidence D (may be newer than 2017).
        ingangsdatum_mutatie: IngdatMut: Ingangsdatum mutatie. Evidence D (may be newer than 2017).
        einddatum: Enddat: Einddatum. Evidence D (may be newer than 2017).
        naam_kostenplaats: NmKostenplaats: Naam kostenplaats. Evidence D (may be newer than 2017).
        kostenplaats_code: KostenplaatsCd: Kostenplaats, code. Evidence D (may be newer than 2017).
        onderdeel_van_kostenplaats_code: OndKostenplaatsCd: Onderdeel van kostenplaats, code. Evidence D (may be
            newer than 2017).
        onderdeel_van_kostenplaats_naam: OndKostenplaatsNm: Onderdeel van kostenplaats, naam. Evidence D (may be
            newer than 2017).
    """

    ingangsdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    ingangsdatum_mutatie: None | XmlDate = field(
        default=None,
        metadata={
            "name": "IngdatMut",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    naam_kostenplaats: str = field(
        metadata={
            "name": "NmKostenplaats",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        }
    )
    kostenplaats_code: str = field(
        metadata={
            "name": "KostenplaatsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        }
    )
    onderdeel_van_kostenplaats_code: None | str = field(
        default=None,
        metadata={
            "name": "OndKostenplaatsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    onderdeel_van_kostenplaats_naam: None | str = field(
        default=None,
        metadata={
            "name": "OndKostenplaatsNm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )


class LogischeEenheid(Enum):
    """
    Attributes:
        VANGNET_VAN_TOEPASSING: vangnet van toepassing (certain)
        GEEN_VANGNET: geen vangnet (certain)
        ONBEKEND: onbekend (inferred-strong)
    """

    VANGNET_VAN_TOEPASSING = "J"
    GEEN_VANGNET = "N"
    ONBEKEND = "O"


class Naamvoorkeur(Enum):
    """
    Attributes:
        EIGEN_NAAM: eigen naam (inferred-medium)
        NAAM_PARTNER: naam partner (inferred-medium)
        NAAM_PARTNER_GEVOLGD_DOOR_EIGEN_NAAM: naam partner gevolgd door eigen naam (inferred-medium)
        EIGEN_NAAM_GEVOLGD_DOOR_NAAM_PARTNER: eigen naam gevolgd door naam partner (inferred-medium)
    """

    EIGEN_NAAM = "01"
    NAAM_PARTNER = "02"
    NAAM_PARTNER_GEVOLGD_DOOR_EIGEN_NAAM = "03"
    EIGEN_NAAM_GEVOLGD_DOOR_NAAM_PARTNER = "04"


class NiveauOpleiding(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_06: betekenis niet bekend (unknown)
        CODE_07: betekenis niet bekend (unknown)
        CODE_99: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"
    CODE_06 = "06"
    CODE_07 = "07"
    CODE_99 = "99"


class OorzaakVerzuim(Enum):
    """
    Attributes:
        ARBEIDSONGEVAL: arbeidsongeval (inferred-medium)
        ONGEVAL_MET_MOGELIJK_REGRES: ongeval met mogelijk regres (inferred-medium)
        OVERIG_OF_NIET_BEKEND: overig of niet bekend (inferred-strong)
    """

    ARBEIDSONGEVAL = "10"
    ONGEVAL_MET_MOGELIJK_REGRES = "11"
    OVERIG_OF_NIET_BEKEND = "99"


@dataclass(repr=False, slots=True, kw_only=True)
class PostbusadresNederland(Masked):
    """
    Postbusadres in Nederland.

    Attributes:
        ingangsdatum: Ingdat: Ingangsdatum. Evidence D (may be newer than 2017).
        einddatum: Enddat: Einddatum. Evidence D (may be newer than 2017).
        postcode: Pc: Postcode. Evidence D (may be newer than 2017).
        woonplaatsnaam: Wnpl: Woonplaatsnaam. Evidence D (may be newer than 2017).
        postbusnummer: Pbnr: Postbusnummer. Evidence D (may be newer than 2017).
    """

    ingangsdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    postcode: str = field(
        metadata={
            "name": "Pc",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "length": 6,
        }
    )
    woonplaatsnaam: str = field(
        metadata={
            "name": "Wnpl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 24,
        }
    )
    postbusnummer: str = field(
        metadata={
            "name": "Pbnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 5,
        }
    )


class RedenEindeDienstverband(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_06: betekenis niet bekend (unknown)
        CODE_08: betekenis niet bekend (unknown)
        CODE_09: betekenis niet bekend (unknown)
        CODE_10: betekenis niet bekend (unknown)
        CODE_99: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_03 = "03"
    CODE_05 = "05"
    CODE_06 = "06"
    CODE_08 = "08"
    CODE_09 = "09"
    CODE_10 = "10"
    CODE_99 = "99"


class RedenEindeVerzuim(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_07: betekenis niet bekend (unknown)
        CODE_08: betekenis niet bekend (unknown)
        CODE_09: betekenis niet bekend (unknown)
        CODE_10: betekenis niet bekend (unknown)
        CODE_11: betekenis niet bekend (unknown)
        CODE_12: betekenis niet bekend (unknown)
        CODE_13: betekenis niet bekend (unknown)
        CODE_99: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"
    CODE_07 = "07"
    CODE_08 = "08"
    CODE_09 = "09"
    CODE_10 = "10"
    CODE_11 = "11"
    CODE_12 = "12"
    CODE_13 = "13"
    CODE_99 = "99"


class RolContactpersoon(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"


class SoortActie(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_06: betekenis niet bekend (unknown)
        CODE_07: betekenis niet bekend (unknown)
        CODE_08: betekenis niet bekend (unknown)
        CODE_09: betekenis niet bekend (unknown)
        CODE_10: betekenis niet bekend (unknown)
        CODE_11: betekenis niet bekend (unknown)
        CODE_12: betekenis niet bekend (unknown)
        CODE_13: betekenis niet bekend (unknown)
        CODE_14: betekenis niet bekend (unknown)
        CODE_15: betekenis niet bekend (unknown)
        CODE_16: betekenis niet bekend (unknown)
        CODE_17: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"
    CODE_06 = "06"
    CODE_07 = "07"
    CODE_08 = "08"
    CODE_09 = "09"
    CODE_10 = "10"
    CODE_11 = "11"
    CODE_12 = "12"
    CODE_13 = "13"
    CODE_14 = "14"
    CODE_15 = "15"
    CODE_16 = "16"
    CODE_17 = "17"


class SoortAdresWerkgever(Enum):
    """
    Attributes:
        WOONADRES_OF_HOOFDADRES: woonadres of hoofdadres (inferred-medium)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
    """

    WOONADRES_OF_HOOFDADRES = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_05 = "05"


class SoortAdresWerknemer(Enum):
    """
    Attributes:
        WOONADRES_OF_HOOFDADRES: woonadres of hoofdadres (inferred-medium)
        VERPLEEGADRES: verpleegadres (inferred-strong)
    """

    WOONADRES_OF_HOOFDADRES = "01"
    VERPLEEGADRES = "06"


class SoortCommunicatieWerkgever(Enum):
    """
    Attributes:
        TELEFOON: telefoon (inferred-strong)
        CODE_02: betekenis niet bekend (unknown)
        E_MAIL: e-mail (inferred-weak)
        TELEFOON_ZAKELIJK: telefoon zakelijk (inferred-medium), came after 2017
        MOBIEL_ZAKELIJK: mobiel zakelijk (inferred-medium), came after 2017
        E_MAIL_ZAKELIJK: e-mail zakelijk (inferred-medium), came after 2017
    """

    TELEFOON = "01"
    CODE_02 = "02"
    E_MAIL = "04"
    TELEFOON_ZAKELIJK = "06"
    MOBIEL_ZAKELIJK = "08"
    E_MAIL_ZAKELIJK = "10"


class SoortCommunicatieWerknemer(Enum):
    """
    Attributes:
        TELEFOON: telefoon (inferred-strong)
        CODE_02: betekenis niet bekend (unknown)
        E_MAIL: e-mail (inferred-weak)
        CODE_05: betekenis niet bekend (unknown)
        TELEFOON_ZAKELIJK: telefoon zakelijk (inferred-medium), came after 2017
        MOBIEL_PRIVE: mobiel prive (inferred-medium), came after 2017
        MOBIEL_ZAKELIJK: mobiel zakelijk (inferred-medium), came after 2017
        E_MAIL_PRIVE: e-mail prive (inferred-medium), came after 2017
        E_MAIL_ZAKELIJK: e-mail zakelijk (inferred-medium), came after 2017
    """

    TELEFOON = "01"
    CODE_02 = "02"
    E_MAIL = "04"
    CODE_05 = "05"
    TELEFOON_ZAKELIJK = "06"
    MOBIEL_PRIVE = "07"
    MOBIEL_ZAKELIJK = "08"
    E_MAIL_PRIVE = "09"
    E_MAIL_ZAKELIJK = "10"


class SoortDienstverband(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_06: betekenis niet bekend (unknown)
        CODE_07: betekenis niet bekend (unknown)
        CODE_08: betekenis niet bekend (unknown)
        CODE_09: betekenis niet bekend (unknown)
        CODE_10: betekenis niet bekend (unknown)
        CODE_11: betekenis niet bekend (unknown)
        CODE_12: betekenis niet bekend (unknown)
        CODE_13: betekenis niet bekend (unknown)
        CODE_14: betekenis niet bekend (unknown)
        CODE_15: betekenis niet bekend (unknown)
        CODE_16: betekenis niet bekend (unknown)
        CODE_17: betekenis niet bekend (unknown)
        CODE_18: betekenis niet bekend (unknown)
        CODE_19: betekenis niet bekend (unknown)
        CODE_20: betekenis niet bekend (unknown), came after 2017
        CODE_21: betekenis niet bekend (unknown), came after 2017
        CODE_22: betekenis niet bekend (unknown), came after 2017
        CODE_23: betekenis niet bekend (unknown), came after 2017
        CODE_24: betekenis niet bekend (unknown), came after 2017
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"
    CODE_06 = "06"
    CODE_07 = "07"
    CODE_08 = "08"
    CODE_09 = "09"
    CODE_10 = "10"
    CODE_11 = "11"
    CODE_12 = "12"
    CODE_13 = "13"
    CODE_14 = "14"
    CODE_15 = "15"
    CODE_16 = "16"
    CODE_17 = "17"
    CODE_18 = "18"
    CODE_19 = "19"
    CODE_20 = "20"
    CODE_21 = "21"
    CODE_22 = "22"
    CODE_23 = "23"
    CODE_24 = "24"


class SoortVariabeleWerktijden(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"


class SoortVerpleegadres(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_99: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_99 = "99"


class Verwerkingscode(Enum):
    """
    Attributes:
        NIEUW: nieuw (melden) (inferred-strong)
        WIJZIGING: wijziging (mutatie) (inferred-strong)
        CORRECTIE: correctie (inferred-medium)
        ONGEWIJZIGD: ongewijzigd (synchroniseren) (inferred-medium)
        VERWIJDEREN: verwijderen (intrekking) (inferred-medium)
    """

    NIEUW = "01"
    WIJZIGING = "02"
    CORRECTIE = "03"
    ONGEWIJZIGD = "04"
    VERWIJDEREN = "05"


@dataclass(repr=False, slots=True, kw_only=True)
class VrijeTekstregel(Masked):
    """
    Attributes:
        vrije_tekst: VrijeTekst: Vrije tekst. Evidence B.
    """

    vrije_tekst: str = field(
        metadata={
            "name": "VrijeTekst",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 512,
        }
    )


class WazoCode(Enum):
    """
    Attributes:
        ZWANGERSCHAP_OF_BEVALLING: zwangerschap of bevalling (inferred-weak)
        ADOPTIE: adoptie (inferred-weak)
        PLEEGZORG: pleegzorg (inferred-weak)
    """

    ZWANGERSCHAP_OF_BEVALLING = "01"
    ADOPTIE = "02"
    PLEEGZORG = "03"


@dataclass(repr=False, slots=True, kw_only=True)
class Actie(Masked):
    """
    Attributes:
        actie: ActieCd: Actie, code. Evidence B.
    """

    actie: SoortActie = field(
        metadata={
            "name": "ActieCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Arbeidsrelatie(Masked):
    """
    Attributes:
        verwerking: VrwrkCd: Verwerking, code. Evidence C (gone in later editions).
        identificatie_arbeidsrelatie: IdArbeidsrelatie: Identificatie arbeidsrelatie. Evidence B.
        identificatie_arbeidsrelatie_oud: IdArbeidsrelatieOud: Identificatie arbeidsrelatie oud. Evidence B.
        personeelsnummer: PersNr: Personeelsnummer. Evidence B.
        personeelsnummer_oud: PersNrOud: Personeelsnummer oud. Evidence B.
        ingangsdatum: Ingdat: Ingangsdatum. Evidence B.
        ingangsdatum_mutatie: IngdatMut: Ingangsdatum mutatie. Evidence B.
        einddatum: Enddat: Einddatum. Evidence B.
        aantal_contracturen_per_week: AantCtrcturenPWk: Aantal contracturen per week. Evidence B.
    """

    verwerking: None | Verwerkingscode = field(
        default=None,
        metadata={
            "name": "VrwrkCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    identificatie_arbeidsrelatie: str = field(
        metadata={
            "name": "IdArbeidsrelatie",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    identificatie_arbeidsrelatie_oud: None | str = field(
        default=None,
        metadata={
            "name": "IdArbeidsrelatieOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    personeelsnummer: None | str = field(
        default=None,
        metadata={
            "name": "PersNr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    personeelsnummer_oud: None | str = field(
        default=None,
        metadata={
            "name": "PersNrOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    ingangsdatum: XmlDate = field(
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    ingangsdatum_mutatie: None | XmlDate = field(
        default=None,
        metadata={
            "name": "IngdatMut",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    aantal_contracturen_per_week: Decimal = field(
        metadata={
            "name": "AantCtrcturenPWk",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 5,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,3}[.][0-9]{2}",
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class BerichtAlgemeen(Masked):
    """
    Attributes:
        berichtcode: BrCd: Bericht, code. Evidence B.
        versienummer: VnrBrCd: Versienummer bericht, code. Evidence I (inferred).
        aanmaakdatum_bericht: AandatBr: Aanmaakdatum bericht. Evidence B.
        aanmaaktijd_bericht: AantijdBr: Aanmaaktijd bericht. Evidence B.
        identificatie_inzender: IdInzndr: Identificatie inzender. Evidence B.
        identificatie_ontvanger: IdOntvngr: Identificatie ontvanger. Evidence B.
        berichtreferentienummer: Berrefnr: Berichtreferentienummer. Evidence B.
        test: TestJN: Test J/N. Evidence B.
        ontvangstbevestiging_gewenst: OntvngstbevJN: Ontvangstbevestiging gewenst J/N. Evidence B.
    """

    berichtcode: Berichtcode = field(
        metadata={
            "name": "BrCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    versienummer: str = field(
        metadata={
            "name": "VnrBrCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "length": 5,
            "pattern": r"[0-9]{5}",
        }
    )
    aanmaakdatum_bericht: XmlDate = field(
        metadata={
            "name": "AandatBr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    aanmaaktijd_bericht: XmlTime = field(
        metadata={
            "name": "AantijdBr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    identificatie_inzender: str = field(
        metadata={
            "name": "IdInzndr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    identificatie_ontvanger: str = field(
        metadata={
            "name": "IdOntvngr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    berichtreferentienummer: str = field(
        metadata={
            "name": "Berrefnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 512,
        }
    )
    test: JaNee = field(
        metadata={
            "name": "TestJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    ontvangstbevestiging_gewenst: JaNee = field(
        metadata={
            "name": "OntvngstbevJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class CommunicatieWerkgever(Masked):
    """
    Telefoonnummer of ander adres van een werkgever of contactpersoon.

    Attributes:
        soort_communicatie: SrtComCd: Soort communicatie, code. Evidence B.
        nummer_of_adres: NrCom: Nummer/adres communicatie. Evidence B.
    """

    soort_communicatie: SoortCommunicatieWerkgever = field(
        metadata={
            "name": "SrtComCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    nummer_of_adres: str = field(
        metadata={
            "name": "NrCom",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 512,
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class CommunicatieWerknemer(Masked):
    """
    Telefoonnummer of ander adres van een werknemer.

    Attributes:
        soort_communicatie: SrtComCd: Soort communicatie, code. Evidence B.
        nummer_of_adres: NrCom: Nummer/adres communicatie. Evidence B.
    """

    soort_communicatie: SoortCommunicatieWerknemer = field(
        metadata={
            "name": "SrtComCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    nummer_of_adres: str = field(
        metadata={
            "name": "NrCom",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 512,
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Partner(Masked):
    """
    Partner van de werknemer.

    Attributes:
        verwerking: VrwrkCd: Verwerking, code. Evidence C (gone in later editions).
        significant_deel_van_de_achternaam: SignNm: Significant deel van de achternaam. Evidence B.
        voorvoegsels: Voorv: Voorvoegsels. Evidence B.
    """

    verwerking: None | Verwerkingscode = field(
        default=None,
        metadata={
            "name": "VrwrkCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    significant_deel_van_de_achternaam: str = field(
        metadata={
            "name": "SignNm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 200,
        }
    )
    voorvoegsels: None | str = field(
        default=None,
        metadata={
            "name": "Voorv",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 10,
            "pattern": r"\D*",
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class StraatadresBuitenland(Masked):
    """
    Woonadres of verpleegadres in het buitenland.

    Attributes:
        soort_adres: SrtAdrsCd: Soort adres, code. Evidence B.
        soort_verpleegadres: SrtVrplgadrsCd: Soort verpleegadres, code. Evidence B.
        naam_verpleegadres: NmVrpladrs: Naam verpleegadres. Evidence B.
        ingangsdatum: Ingdat: Ingangsdatum. Evidence B.
        einddatum: Enddat: Einddatum. Evidence B.
        locatieomschrijving_buitenland: LocomsBtl: Locatieomschrijving buitenland. Evidence B.
        postcode_buitenland: PcBtl: Postcode buitenland. Evidence B.
        woonplaatsnaam_buitenland: WnplBtl: Woonplaatsnaam buitenland. Evidence B.
        regionaam_buitenland: RegBtl: Regionaam buitenland. Evidence B.
        land_code: LandCd: Land, code. Evidence B.
        landnaam: Landnm: Landnaam. Evidence B.
        straatnaam: StraatLang: Straatnaam. Evidence B.
        huisnummer_buitenland: HuisnrBtl: Huisnummer buitenland. Evidence B.
    """

    soort_adres: SoortAdresWerknemer = field(
        metadata={
            "name": "SrtAdrsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    soort_verpleegadres: None | SoortVerpleegadres = field(
        default=None,
        metadata={
            "name": "SrtVrplgadrsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    naam_verpleegadres: None | str = field(
        default=None,
        metadata={
            "name": "NmVrpladrs",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    ingangsdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    locatieomschrijving_buitenland: None | str = field(
        default=None,
        metadata={
            "name": "LocomsBtl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    postcode_buitenland: None | str = field(
        default=None,
        metadata={
            "name": "PcBtl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 9,
        },
    )
    woonplaatsnaam_buitenland: str = field(
        metadata={
            "name": "WnplBtl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 24,
        }
    )
    regionaam_buitenland: None | str = field(
        default=None,
        metadata={
            "name": "RegBtl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 24,
        },
    )
    land_code: str = field(
        metadata={
            "name": "LandCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "length": 2,
            "pattern": r"\D*",
        }
    )
    landnaam: None | str = field(
        default=None,
        metadata={
            "name": "Landnm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    straatnaam: None | str = field(
        default=None,
        metadata={
            "name": "StraatLang",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 80,
        },
    )
    huisnummer_buitenland: str = field(
        metadata={
            "name": "HuisnrBtl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 9,
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class StraatadresNederland(Masked):
    """
    Woonadres of verpleegadres in Nederland.

    Attributes:
        soort_adres: SrtAdrsCd: Soort adres, code. Evidence B.
        soort_verpleegadres: SrtVrplgadrsCd: Soort verpleegadres, code. Evidence B.
        naam_verpleegadres: NmVrpladrs: Naam verpleegadres. Evidence B.
        ingangsdatum: Ingdat: Ingangsdatum. Evidence B.
        einddatum: Enddat: Einddatum. Evidence B.
        postcode: Pc: Postcode. Evidence B.
        woonplaatsnaam: Wnpl: Woonplaatsnaam. Evidence B.
        straatnaam: StraatLang: Straatnaam. Evidence B.
        huisnummer: Huisnr: Huisnummer. Evidence B.
        huisnummertoevoeging: HuisToev: Huisnummertoevoeging. Evidence B.
    """

    soort_adres: SoortAdresWerknemer = field(
        metadata={
            "name": "SrtAdrsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    soort_verpleegadres: None | SoortVerpleegadres = field(
        default=None,
        metadata={
            "name": "SrtVrplgadrsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    naam_verpleegadres: None | str = field(
        default=None,
        metadata={
            "name": "NmVrpladrs",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    ingangsdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    postcode: str = field(
        metadata={
            "name": "Pc",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "length": 6,
        }
    )
    woonplaatsnaam: str = field(
        metadata={
            "name": "Wnpl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 24,
        }
    )
    straatnaam: None | str = field(
        default=None,
        metadata={
            "name": "StraatLang",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 80,
        },
    )
    huisnummer: str = field(
        metadata={
            "name": "Huisnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 5,
        }
    )
    huisnummertoevoeging: None | str = field(
        default=None,
        metadata={
            "name": "HuisToev",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 4,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class StraatadresWerkgever(Masked):
    """
    Straatadres van een werkgever, in Nederland.

    Attributes:
        soort_adres: SrtAdrsCd: Soort adres, code. Evidence B.
        ingangsdatum: Ingdat: Ingangsdatum. Evidence B.
        einddatum: Enddat: Einddatum. Evidence B.
        postcode: Pc: Postcode. Evidence B.
        woonplaatsnaam: Wnpl: Woonplaatsnaam. Evidence B.
        straatnaam: StraatLang: Straatnaam. Evidence B.
        huisnummer: Huisnr: Huisnummer. Evidence B.
        huisnummertoevoeging: HuisToev: Huisnummertoevoeging. Evidence B.
    """

    soort_adres: SoortAdresWerkgever = field(
        metadata={
            "name": "SrtAdrsCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    ingangsdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    postcode: str = field(
        metadata={
            "name": "Pc",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "length": 6,
        }
    )
    woonplaatsnaam: str = field(
        metadata={
            "name": "Wnpl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 24,
        }
    )
    straatnaam: None | str = field(
        default=None,
        metadata={
            "name": "StraatLang",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 80,
        },
    )
    huisnummer: str = field(
        metadata={
            "name": "Huisnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 5,
        }
    )
    huisnummertoevoeging: None | str = field(
        default=None,
        metadata={
            "name": "HuisToev",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 4,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Contactpersoon(Masked):
    """
    Persoon bij de werkgever met wie contact mogelijk is.

    Attributes:
        identificatie_werknemer: IdWrknmr: Identificatie Werknemer. Evidence B.
        personeelsnummer: Persnr: Personeelsnummer. Evidence B.
        achternaam: Achternaam: Achternaam/Achternamen. Evidence B.
        voorletters: Voorl: Voorletters. Evidence B.
        roepnaam: Roepnaam: Roepnaam. Evidence B.
        geslachtsaanduiding: GslchtCd: Geslachtsaanduiding, code. Evidence B.
        rol_contactpersoon: RolCntprsnCd: Rol contactpersoon, code. Evidence B.
        communicatie: Com: Communicatie. Evidence B.
    """

    identificatie_werknemer: None | str = field(
        default=None,
        metadata={
            "name": "IdWrknmr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    personeelsnummer: None | str = field(
        default=None,
        metadata={
            "name": "Persnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    achternaam: str = field(
        metadata={
            "name": "Achternaam",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 200,
        }
    )
    voorletters: None | str = field(
        default=None,
        metadata={
            "name": "Voorl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 6,
            "pattern": r"\D*",
        },
    )
    roepnaam: None | str = field(
        default=None,
        metadata={
            "name": "Roepnaam",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
            "pattern": r"\D*",
        },
    )
    geslachtsaanduiding: None | Geslachtsaanduiding = field(
        default=None,
        metadata={
            "name": "GslchtCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    rol_contactpersoon: RolContactpersoon = field(
        metadata={
            "name": "RolCntprsnCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    communicatie: list[CommunicatieWerkgever] = field(
        default_factory=list,
        metadata={
            "name": "Com",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_occurs": 1,
            "max_occurs": 9,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Verzuim(Masked):
    """
    Een melding over een verzuimgeval.

    Attributes:
        verwerking: VrwrkCd: Verwerking, code. Evidence B.
        ingangsdatum_mutatie_verzuim: IngdatMutVrzm: Ingangsdatum mutatie verzuim. Evidence B.
        ingangsdatum_mutatie_verzuim_oud: IngdatMutVrzmOud: Ingangsdatum mutatie verzuim oud. Evidence B.
        verzuimgeval_identificatie: VrzmgvlId: Verzuimgeval identificatie. Evidence B.
        verzuimgeval_identificatie_oud: VrzmgvlIdOud: Verzuimgeval identificatie oud. Evidence B.
        verzuimgeval_volgnummer_melding: VrzmgvlVnrMld: Verzuimgeval volgnummer melding. Evidence B.
        einde_verzuim: EndVrzmJN: Einde verzuim J/N. Evidence B.
        datum_verzuimmelding_werkgever: DatVrzmWrkgvr: Datum verzuimmelding werkgever. Evidence B.
        datum_eerste_verzuimdag: DatEerstVrzmdg: Datum eerste verzuimdag. Evidence B.
        datum_eerste_verzuimdag_oud: DatEerstVrzmdgOud: Datum eerste verzuimdag oud. Evidence B.
        datum_hersteld: DatHrstld: Datum hersteld. Evidence B.
        datum_hersteld_werkgever: DatHrstldWrkgvr: Datum hersteld werkgever. Evidence B.
        datum_verwacht_herstel: DatVrwHrstl: Datum verwacht herstel. Evidence D (may be newer than 2017).
        percentage_verzuim: PrcVrzm: Percentage verzuim. Evidence B.
        bijzondere_reden_start_verzuim: BijzRdnStartVrzmCd: Bijzondere reden start verzuim, code. Evidence B.
        oorzaak_verzuim: OorzkVrzmCd: Oorzaak verzuim, code. Evidence B.
        vangnetgeval: VngntJN: Vangnetgeval J/N. Evidence B.
        reden_einde_verzuim: RdnEndVrzmCd: Reden einde verzuim, code. Evidence B.
        wazo: WAZOCd: WAZO, code. Evidence B.
        nummer_uitkerende_bedrijfsvereniging: NrUitkBdrver: Nummer uitkerende bedrijfsvereniging. Evidence C
            (gone in later editions).
        percentage_arbeidstherapie: PrcArbther: Percentage arbeidstherapie. Evidence B.
        contactpersoon: Cntprsn: Contactpersoon. Evidence B.
        actie: Actie: Actie. Evidence B.
        vrije_tekst: VrTkst: Vrije tekst. Evidence B.
    """

    verwerking: Verwerkingscode = field(
        metadata={
            "name": "VrwrkCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    ingangsdatum_mutatie_verzuim: XmlDate = field(
        metadata={
            "name": "IngdatMutVrzm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    ingangsdatum_mutatie_verzuim_oud: None | XmlDate = field(
        default=None,
        metadata={
            "name": "IngdatMutVrzmOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    verzuimgeval_identificatie: str = field(
        metadata={
            "name": "VrzmgvlId",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    verzuimgeval_identificatie_oud: None | str = field(
        default=None,
        metadata={
            "name": "VrzmgvlIdOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    verzuimgeval_volgnummer_melding: int = field(
        metadata={
            "name": "VrzmgvlVnrMld",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 3,
        }
    )
    einde_verzuim: JaNee = field(
        metadata={
            "name": "EndVrzmJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    datum_verzuimmelding_werkgever: None | XmlDate = field(
        default=None,
        metadata={
            "name": "DatVrzmWrkgvr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    datum_eerste_verzuimdag: XmlDate = field(
        metadata={
            "name": "DatEerstVrzmdg",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    datum_eerste_verzuimdag_oud: None | XmlDate = field(
        default=None,
        metadata={
            "name": "DatEerstVrzmdgOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    datum_hersteld: None | XmlDate = field(
        default=None,
        metadata={
            "name": "DatHrstld",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    datum_hersteld_werkgever: None | XmlDate = field(
        default=None,
        metadata={
            "name": "DatHrstldWrkgvr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    datum_verwacht_herstel: None | XmlDate = field(
        default=None,
        metadata={
            "name": "DatVrwHrstl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    percentage_verzuim: Decimal = field(
        metadata={
            "name": "PrcVrzm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 6,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,4}[.][0-9]{2}",
        }
    )
    bijzondere_reden_start_verzuim: None | BijzondereRedenStartVerzuim = field(
        default=None,
        metadata={
            "name": "BijzRdnStartVrzmCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    oorzaak_verzuim: OorzaakVerzuim = field(
        metadata={
            "name": "OorzkVrzmCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    vangnetgeval: LogischeEenheid = field(
        metadata={
            "name": "VngntJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    reden_einde_verzuim: None | RedenEindeVerzuim = field(
        default=None,
        metadata={
            "name": "RdnEndVrzmCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    wazo: None | WazoCode = field(
        default=None,
        metadata={
            "name": "WAZOCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    nummer_uitkerende_bedrijfsvereniging: None | int = field(
        default=None,
        metadata={
            "name": "NrUitkBdrver",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 3,
        },
    )
    percentage_arbeidstherapie: None | Decimal = field(
        default=None,
        metadata={
            "name": "PrcArbther",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 6,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,4}[.][0-9]{2}",
        },
    )
    contactpersoon: list[Contactpersoon] = field(
        default_factory=list,
        metadata={
            "name": "Cntprsn",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    actie: list[Actie] = field(
        default_factory=list,
        metadata={
            "name": "Actie",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 99,
        },
    )
    vrije_tekst: list[VrijeTekstregel] = field(
        default_factory=list,
        metadata={
            "name": "VrTkst",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 99,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Dienstverband(Masked):
    """
    Attributes:
        verwerking: VrwrkCd: Verwerking, code. Evidence C (gone in later editions).
        ingangsdatum_mutatie: IngdatMut: Ingangsdatum mutatie. Evidence B.
        identificatie_dienstverband: IdDnstvbnd: Identificatie dienstverband. Evidence B.
        identificatie_dienstverband_oud: IdDnstvbndOud: Identificatie dienstverband oud. Evidence B.
        ingangsdatum: Ingdat: Ingangsdatum. Evidence B.
        einddatum: Enddat: Einddatum. Evidence B.
        reden_einde_dienstverband: RdEndDnstvbndCd: Reden einde dienstverband, code. Evidence B.
        personeelsnummer: PersNr: Personeelsnummer. Evidence B.
        personeelsnummer_oud: PersNrOud: Personeelsnummer oud. Evidence B.
        contractnummer_bij_arbo_dienst: CntrnrArbdnst: Contractnummer bij Arbo-dienst. Evidence B.
        soort_dienstverband: SrtDnstvbndCd: Soort dienstverband, code. Evidence B.
        functiecode: Fnctcd: Functiecode. Evidence B.
        naam_functie: NmFnct: Naam functie. Evidence B.
        fase_indeling_flexibiliteit_en_zekerheid: FsIndFZ: Code fase indeling F&Z. Evidence A.
        naam_organisatie_eenheid: NmOrgeenh: Naam organisatie-eenheid. Evidence B.
        organisatie_eenheid_code: OrgeenhCd: Organisatie-eenheid, code. Evidence B.
        onderdeel_van_organisatie_eenheid_code: OndOrgeenhCd: Onderdeel van organisatie-eenheid, code. Evidence
            B.
        onderdeel_van_organisatie_eenheid_naam: OndOrgeenhCdNm: Onderdeel van organisatie-eenheid, naam. Evidence
            B.
        postcode_standplaats: PcStandplts: Postcode standplaats. Evidence B.
        omschrijving_standplaats: OmsStandplts: Omschrijving standplaats. Evidence D (may be newer than 2017).
        verdeling_code: VrdlngCd: Verdeling, code. Evidence B.
        bepaalde_of_onbepaalde_tijd: CdBepTd: Code contract onbepaalde / bepaalde tijd. Evidence B.
        contracturen_per_week: CntrctUrnWk: Contracturen per week. Evidence C (gone in later editions).
        deeltijdfactor_nvs: DltfctNVS: Deeltijdfactor NVS. Evidence A.
        soort_variabele_werktijden: SrtVarWrktdCd: Soort variabele werktijden, code. Evidence B.
        aantal_loonwachtdagen: AantLnwchtdgn: Aantal loonwachtdagen. Evidence B.
        percentage_loondoorbetaling: PrcLndrbtng: Percentage loondoorbetaling. Evidence B.
        arbeidsrelatie: Arbeidsrelatie: Arbeidsrelatie. Evidence B.
        kostenplaats: Kostenplaats: Kostenplaats. Evidence D (may be newer than 2017).
        verzuim: Vrzm: Verzuim. Evidence B.
        contactpersoon: Cntprsn: Contactpersoon. Evidence B.
    """

    verwerking: None | Verwerkingscode = field(
        default=None,
        metadata={
            "name": "VrwrkCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    ingangsdatum_mutatie: None | XmlDate = field(
        default=None,
        metadata={
            "name": "IngdatMut",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    identificatie_dienstverband: str = field(
        metadata={
            "name": "IdDnstvbnd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    identificatie_dienstverband_oud: None | str = field(
        default=None,
        metadata={
            "name": "IdDnstvbndOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    ingangsdatum: XmlDate = field(
        metadata={
            "name": "Ingdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    einddatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Enddat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    reden_einde_dienstverband: None | RedenEindeDienstverband = field(
        default=None,
        metadata={
            "name": "RdEndDnstvbndCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    personeelsnummer: None | str = field(
        default=None,
        metadata={
            "name": "PersNr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    personeelsnummer_oud: None | str = field(
        default=None,
        metadata={
            "name": "PersNrOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    contractnummer_bij_arbo_dienst: None | str = field(
        default=None,
        metadata={
            "name": "CntrnrArbdnst",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    soort_dienstverband: None | SoortDienstverband = field(
        default=None,
        metadata={
            "name": "SrtDnstvbndCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    functiecode: None | str = field(
        default=None,
        metadata={
            "name": "Fnctcd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 15,
        },
    )
    naam_functie: None | str = field(
        default=None,
        metadata={
            "name": "NmFnct",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    fase_indeling_flexibiliteit_en_zekerheid: None | FaseIndelingFZ = field(
        default=None,
        metadata={
            "name": "FsIndFZ",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    naam_organisatie_eenheid: None | str = field(
        default=None,
        metadata={
            "name": "NmOrgeenh",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    organisatie_eenheid_code: str = field(
        metadata={
            "name": "OrgeenhCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        }
    )
    onderdeel_van_organisatie_eenheid_code: None | str = field(
        default=None,
        metadata={
            "name": "OndOrgeenhCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    onderdeel_van_organisatie_eenheid_naam: None | str = field(
        default=None,
        metadata={
            "name": "OndOrgeenhCdNm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    postcode_standplaats: None | str = field(
        default=None,
        metadata={
            "name": "PcStandplts",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 9,
        },
    )
    omschrijving_standplaats: None | str = field(
        default=None,
        metadata={
            "name": "OmsStandplts",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        },
    )
    verdeling_code: None | str = field(
        default=None,
        metadata={
            "name": "VrdlngCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    bepaalde_of_onbepaalde_tijd: None | CodeContractOnbepaaldeBepaaldeTijd = field(
        default=None,
        metadata={
            "name": "CdBepTd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    contracturen_per_week: None | Decimal = field(
        default=None,
        metadata={
            "name": "CntrctUrnWk",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 6,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,4}[.][0-9]{2}",
        },
    )
    deeltijdfactor_nvs: None | Decimal = field(
        default=None,
        metadata={
            "name": "DltfctNVS",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 5,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,3}[.][0-9]{2}",
        },
    )
    soort_variabele_werktijden: None | SoortVariabeleWerktijden = field(
        default=None,
        metadata={
            "name": "SrtVarWrktdCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    aantal_loonwachtdagen: None | int = field(
        default=None,
        metadata={
            "name": "AantLnwchtdgn",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 3,
        },
    )
    percentage_loondoorbetaling: None | Decimal = field(
        default=None,
        metadata={
            "name": "PrcLndrbtng",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_inclusive": Decimal("0"),
            "total_digits": 6,
            "fraction_digits": 2,
            "pattern": r"[0-9]{1,4}[.][0-9]{2}",
        },
    )
    arbeidsrelatie: None | Arbeidsrelatie = field(
        default=None,
        metadata={
            "name": "Arbeidsrelatie",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    kostenplaats: list[Kostenplaats] = field(
        default_factory=list,
        metadata={
            "name": "Kostenplaats",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    verzuim: list[Verzuim] = field(
        default_factory=list,
        metadata={
            "name": "Vrzm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_occurs": 1,
            "max_occurs": 99,
        },
    )
    contactpersoon: list[Contactpersoon] = field(
        default_factory=list,
        metadata={
            "name": "Cntprsn",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Werknemer(Masked):
    """
    Attributes:
        verwerking: VrwrkCd: Verwerking, code. Evidence C (gone in later editions).
        ingangsdatum_mutatie: IngdatMut: Ingangsdatum mutatie. Evidence B.
        burgerservicenummer: SofiNr: Burgerservicenummer. Evidence B.
        geboortedatum: Gebdat: Geboortedatum. Evidence B.
        overlijdensdatum: Overldat: Overlijdensdatum. Evidence B.
        significant_deel_van_de_achternaam: SignNm: Significant deel van de achternaam. Evidence B.
        voorletters: Voorl: Voorletters. Evidence B.
        voorvoegsels: Voorv: Voorvoegsels. Evidence B.
        roepnaam: Roepnaam: Roepnaam. Evidence B.
        titulatuur_voor_de_naam: TitVNm: Titulatuur voor de naam. Evidence B.
        titulatuur_achter_de_naam: TitANm: Titulatuur achter de naam. Evidence B.
        naamvoorkeur: NmvrkrCd: Naamvoorkeur, code. Evidence B.
        geslachtsaanduiding: GslchtCd: Geslachtsaanduiding, code. Evidence B.
        niveau_opleiding: NivOpldngCd: Niveau opleiding, code. Evidence D (may be newer than 2017).
        identificatie_werknemer: IdWrknmr: Identificatie Werknemer. Evidence B.
        identificatie_werknemer_oud: IdWrknmrOud: Identificatie werknemer oud. Evidence B.
        bankrekening: BnkGiro: Bankrekening. Evidence D (may be newer than 2017).
        partner: Prtnr: Partner. Evidence B.
        straatadres_nederland: StrAdrNl: Straatadres Nederland. Evidence B.
        straatadres_buitenland: StrAdrBl: Straatadres buitenland. Evidence B.
        communicatie: Com: Communicatie. Evidence B.
        dienstverband: Dnstvbnd: Dienstverband. Evidence B.
    """

    verwerking: None | Verwerkingscode = field(
        default=None,
        metadata={
            "name": "VrwrkCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    ingangsdatum_mutatie: None | XmlDate = field(
        default=None,
        metadata={
            "name": "IngdatMut",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    burgerservicenummer: None | str = field(
        default=None,
        metadata={
            "name": "SofiNr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 9,
        },
    )
    geboortedatum: XmlDate = field(
        metadata={
            "name": "Gebdat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    overlijdensdatum: None | XmlDate = field(
        default=None,
        metadata={
            "name": "Overldat",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    significant_deel_van_de_achternaam: str = field(
        metadata={
            "name": "SignNm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 200,
        }
    )
    voorletters: str = field(
        metadata={
            "name": "Voorl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 6,
            "pattern": r"\D*",
        }
    )
    voorvoegsels: None | str = field(
        default=None,
        metadata={
            "name": "Voorv",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 10,
            "pattern": r"\D*",
        },
    )
    roepnaam: None | str = field(
        default=None,
        metadata={
            "name": "Roepnaam",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
            "pattern": r"\D*",
        },
    )
    titulatuur_voor_de_naam: None | str = field(
        default=None,
        metadata={
            "name": "TitVNm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    titulatuur_achter_de_naam: None | str = field(
        default=None,
        metadata={
            "name": "TitANm",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 35,
        },
    )
    naamvoorkeur: Naamvoorkeur = field(
        metadata={
            "name": "NmvrkrCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    geslachtsaanduiding: Geslachtsaanduiding = field(
        metadata={
            "name": "GslchtCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        }
    )
    niveau_opleiding: None | NiveauOpleiding = field(
        default=None,
        metadata={
            "name": "NivOpldngCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    identificatie_werknemer: str = field(
        metadata={
            "name": "IdWrknmr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    identificatie_werknemer_oud: None | str = field(
        default=None,
        metadata={
            "name": "IdWrknmrOud",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    bankrekening: None | Bankrekening = field(
        default=None,
        metadata={
            "name": "BnkGiro",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    partner: None | Partner = field(
        default=None,
        metadata={
            "name": "Prtnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    straatadres_nederland: list[StraatadresNederland] = field(
        default_factory=list,
        metadata={
            "name": "StrAdrNl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    straatadres_buitenland: list[StraatadresBuitenland] = field(
        default_factory=list,
        metadata={
            "name": "StrAdrBl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    communicatie: list[CommunicatieWerknemer] = field(
        default_factory=list,
        metadata={
            "name": "Com",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    dienstverband: list[Dienstverband] = field(
        default_factory=list,
        metadata={
            "name": "Dnstvbnd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_occurs": 1,
            "max_occurs": 99,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Werkgever(Masked):
    """
    Attributes:
        handelsnaam_organisatie: HndlsnmOrg: Handelsnaam organisatie. Evidence B.
        inschrijvingsnummer_kamer_van_koophandel: InschrijvingsnrKvK: Inschrijvingsnummer Kamer van Koophandel.
            Evidence B.
        vestigingsnummer: VestigingsnrHandelsregister: Vestigingsnummer. Evidence B.
        identificatie_werkgever_bij_arbodienst: IdWrkgvrArbdnst: Identificatie werkgever bij arbodienst. Evidence
            B.
        aansluitnummer_gegevensuitwisseling_arbodienst: AansltnrGeguitwlngArbdnst: Aansluitnummer
            gegevensuitwisseling arbodienst. Evidence B.
        identificatie_werkgever_bij_uwv: IdWrkgvrUWV: Identificatie werkgever bij UWV. Evidence B.
        loonheffingennummer: Lhnr: Loonheffingennummer. Evidence B.
        indicatie_eigenrisicodrager_voor_de_wga: IndERDWGA: Indicatie eigenrisicodrager voor de WGA. Evidence B.
        indicatie_eigenrisicodrager_voor_de_zw: IndERDZW: Indicatie eigenrisicodrager voor de ZW. Evidence B.
        straatadres_nederland: StrAdrNl: Straatadres Nederland. Evidence B.
        postbusadres_nederland: PbadrsNl: Postbusadres Nederland. Evidence D (may be newer than 2017).
        communicatie: Com: Communicatie. Evidence B.
        contactpersoon: Cntprsn: Contactpersoon. Evidence B.
        werknemer: Wrknmr: Werknemer. Evidence B.
    """

    handelsnaam_organisatie: str = field(
        metadata={
            "name": "HndlsnmOrg",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 100,
        }
    )
    inschrijvingsnummer_kamer_van_koophandel: None | str = field(
        default=None,
        metadata={
            "name": "InschrijvingsnrKvK",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 8,
        },
    )
    vestigingsnummer: None | str = field(
        default=None,
        metadata={
            "name": "VestigingsnrHandelsregister",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "total_digits": 12,
        },
    )
    identificatie_werkgever_bij_arbodienst: str = field(
        metadata={
            "name": "IdWrkgvrArbdnst",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        }
    )
    aansluitnummer_gegevensuitwisseling_arbodienst: str = field(
        metadata={
            "name": "AansltnrGeguitwlngArbdnst",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 70,
        }
    )
    identificatie_werkgever_bij_uwv: None | str = field(
        default=None,
        metadata={
            "name": "IdWrkgvrUWV",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 40,
        },
    )
    loonheffingennummer: None | str = field(
        default=None,
        metadata={
            "name": "Lhnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_length": 12,
        },
    )
    indicatie_eigenrisicodrager_voor_de_wga: None | JaNee = field(
        default=None,
        metadata={
            "name": "IndERDWGA",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    indicatie_eigenrisicodrager_voor_de_zw: None | JaNee = field(
        default=None,
        metadata={
            "name": "IndERDZW",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
        },
    )
    straatadres_nederland: list[StraatadresWerkgever] = field(
        default_factory=list,
        metadata={
            "name": "StrAdrNl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    postbusadres_nederland: list[PostbusadresNederland] = field(
        default_factory=list,
        metadata={
            "name": "PbadrsNl",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    communicatie: list[CommunicatieWerkgever] = field(
        default_factory=list,
        metadata={
            "name": "Com",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    contactpersoon: list[Contactpersoon] = field(
        default_factory=list,
        metadata={
            "name": "Cntprsn",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "max_occurs": 9,
        },
    )
    werknemer: list[Werknemer] = field(
        default_factory=list,
        metadata={
            "name": "Wrknmr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017",
            "min_occurs": 1,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Verzuimmeldingen(Masked):
    """
    Verzuimmeldingen.

    Attributes:
        bericht_algemeen: BrAlg: Bericht algemeen. Evidence B.
        administratiekantoor: AdmKantoor: Administratiekantoor. Evidence B.
        werkgever: Wrkgvr: Werkgever. Evidence B.
    """

    class Meta:
        namespace = "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2017"

    bericht_algemeen: BerichtAlgemeen = field(
        metadata={
            "name": "BrAlg",
            "type": "Element",
        }
    )
    administratiekantoor: None | Administratiekantoor = field(
        default=None,
        metadata={
            "name": "AdmKantoor",
            "type": "Element",
        },
    )
    werkgever: list[Werkgever] = field(
        default_factory=list,
        metadata={
            "name": "Wrkgvr",
            "type": "Element",
            "min_occurs": 1,
        },
    )
