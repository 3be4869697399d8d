from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from sivi2017.masked import Masked
from xsdata.models.datatype import XmlDate, XmlTime

__NAMESPACE__ = "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017"


class Berichtcode(Enum):
    """
    Attributes:
        RETOURMELDING: Retourmelding (certain)
    """

    RETOURMELDING = "99999"


class JaNee(Enum):
    """
    Attributes:
        JA: ja (certain)
        NEE: nee (certain)
    """

    JA = "J"
    NEE = "N"


class SoortFoutCode(Enum):
    """
    Attributes:
        CODE_01: betekenis niet bekend (unknown)
        CODE_02: betekenis niet bekend (unknown)
        CODE_03: betekenis niet bekend (unknown)
        CODE_04: betekenis niet bekend (unknown)
        CODE_05: betekenis niet bekend (unknown)
        CODE_06: betekenis niet bekend (unknown)
        CODE_99: betekenis niet bekend (unknown)
    """

    CODE_01 = "01"
    CODE_02 = "02"
    CODE_03 = "03"
    CODE_04 = "04"
    CODE_05 = "05"
    CODE_06 = "06"
    CODE_99 = "99"


class SoortRetourmelding(Enum):
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
        berichtreferentienummer_ingezonden_bericht: BerrefnrIngzndnBer: Berichtreferentienummer ingezonden
            bericht. Evidence B.
        test: TestJN: Test J/N. Evidence B.
        ontvangstbevestiging_gewenst: OntvngstbevJN: Ontvangstbevestiging gewenst J/N. Evidence B.
        soort_retourmelding: SrtRetmldngCd: Soort retourmelding, code. Evidence B.
    """

    berichtcode: Berichtcode = field(
        metadata={
            "name": "BrCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    versienummer: str = field(
        metadata={
            "name": "VnrBrCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "length": 5,
            "pattern": r"[0-9]{5}",
        }
    )
    aanmaakdatum_bericht: XmlDate = field(
        metadata={
            "name": "AandatBr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    aanmaaktijd_bericht: XmlTime = field(
        metadata={
            "name": "AantijdBr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    identificatie_inzender: str = field(
        metadata={
            "name": "IdInzndr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "max_length": 40,
        }
    )
    identificatie_ontvanger: str = field(
        metadata={
            "name": "IdOntvngr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "max_length": 40,
        }
    )
    berichtreferentienummer: str = field(
        metadata={
            "name": "Berrefnr",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "max_length": 512,
        }
    )
    berichtreferentienummer_ingezonden_bericht: str = field(
        metadata={
            "name": "BerrefnrIngzndnBer",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "max_length": 512,
        }
    )
    test: JaNee = field(
        metadata={
            "name": "TestJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    ontvangstbevestiging_gewenst: JaNee = field(
        metadata={
            "name": "OntvngstbevJN",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    soort_retourmelding: SoortRetourmelding = field(
        metadata={
            "name": "SrtRetmldngCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Foutmelding(Masked):
    """
    Attributes:
        soort_fout: SrtFoutCd: Soort fout, code. Evidence B.
        toelichting: Toelchtng: Toelichting. Evidence B.
    """

    soort_fout: SoortFoutCode = field(
        metadata={
            "name": "SrtFoutCd",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
        }
    )
    toelichting: None | str = field(
        default=None,
        metadata={
            "name": "Toelchtng",
            "type": "Element",
            "namespace": "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017",
            "max_length": 512,
        },
    )


@dataclass(repr=False, slots=True, kw_only=True)
class Retourmelding1(Masked):
    """
    Retourmelding.

    Attributes:
        bericht_algemeen: BrAlg: Bericht algemeen. Evidence B.
        foutmelding: Foutmldng: Foutmelding. Evidence B.
    """

    class Meta:
        namespace = "http://www.sivi.org/Verzuimmanagement/Retourmelding1/2017"

    bericht_algemeen: BerichtAlgemeen = field(
        metadata={
            "name": "BrAlg",
            "type": "Element",
        }
    )
    foutmelding: list[Foutmelding] = field(
        default_factory=list,
        metadata={
            "name": "Foutmldng",
            "type": "Element",
        },
    )
