"""What becomes of every element: the one table by which messages are pseudonymised.

An element is named with the group that it stands in, so that one of the same name elsewhere is decided by itself. What stands
in a group that goes, goes with it. An element that is not in the table is left out, or where the schema asks for it, no message
is made: see ``sivi2017.privacy.plan``.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from sivi2017.privacy.keys import LENGTH
from sivi2017.privacy.settings import Keep

__all__ = ["DECISIONS", "Decision", "Treatment", "by_place", "kinds"]


class Treatment(StrEnum):
    """What can become of an element."""

    KEPT = "kept"
    GONE = "gone"
    PSEUDONYM = "pseudonym"
    """A keyed hash of the value, of the kind that the decision names."""
    STAND_IN = "stand-in"
    """The text that the decision has."""
    NAME = "name"
    """The pseudonym of the key of the employee."""
    BIRTH_DATE = "birth date"
    """A day in the same period."""
    POSTCODE = "postcode"
    """The same digits, and AA."""
    POSTCODE_DIGITS = "postcode digits"
    """The digits of a Dutch postcode, where addresses are wanted; any other is left out."""
    COUNTRY = "country"
    """The code, where it is one of ISO 3166."""
    ADDRESSES = "addresses"
    """The groups that are home addresses and nothing else, where addresses are wanted."""
    DAY = "day"
    """The day, where it is not the date of birth."""


def _places(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@frozen
class Decision:
    """What becomes of some elements, and why."""

    treatment: Treatment
    places: tuple[str, ...] = field(converter=_places)
    """Each as the tag of the group, a stroke and the tag."""
    reason: str
    """One sentence for who must answer for it."""
    detail: str = ""
    """The kind of a pseudonym, or the text of a stand-in."""
    unless: Keep | None = None
    """With which setting it stays as it is."""
    longest: int = LENGTH
    """How many characters a pseudonym has."""


_KEPT, _GONE, _PSEUDONYM, _STAND_IN = Treatment.KEPT, Treatment.GONE, Treatment.PSEUDONYM, Treatment.STAND_IN

_GROUPS = (
    Decision(
        _KEPT,
        "Verzuimmeldingen/BrAlg WerknemerGegevens/BrAlg Dienstverbanden/BrAlg Retourmelding1/BrAlg Retourmelding1/Foutmldng "
        "Verzuimmeldingen/Wrkgvr WerknemerGegevens/Wrkgvr Dienstverbanden/Wrkgvr Wrkgvr/Wrknmr Wrknmr/Dnstvbnd "
        "Dnstvbnd/Arbeidsrelatie Dnstvbnd/Kostenplaats Dnstvbnd/Vrzm",
        "Of a group each element is decided by itself.",
    ),
)

_HEADER = (
    Decision(
        _KEPT,
        "BrAlg/BrCd BrAlg/VnrBrCd BrAlg/AandatBr BrAlg/AantijdBr BrAlg/TestJN BrAlg/OntvngstbevJN BrAlg/SrtRetmldngCd",
        "They are about the message; its moment tells which of two is the later one.",
    ),
    Decision(
        _PSEUDONYM,
        "BrAlg/Berrefnr BrAlg/BerrefnrIngzndnBer",
        "A reference number may be made from a name or a number of the employee; an answer must still find its message.",
        detail="bericht",
    ),
    Decision(
        _PSEUDONYM,
        "BrAlg/IdInzndr BrAlg/IdOntvngr",
        "A system that one employer has names that employer.",
        detail="partij",
        unless="partijen",
    ),
    Decision(
        _GONE,
        "Verzuimmeldingen/AdmKantoor WerknemerGegevens/AdmKantoor Dienstverbanden/AdmKantoor",
        "Who does an employer's payroll helps to find the employer, and no figure needs it.",
    ),
)

_EMPLOYER = (
    Decision(
        _PSEUDONYM,
        "Wrkgvr/IdWrkgvrArbdnst",
        "Whoever knows the employer of a few people has nearly found them.",
        detail="werkgever",
        unless="werkgevers",
    ),
    Decision(
        _PSEUDONYM,
        "Wrkgvr/AansltnrGeguitwlngArbdnst",
        "As the key of the employer; with it an answer names a report.",
        detail="aansluitnummer",
        unless="werkgevers",
    ),
    Decision(
        _PSEUDONYM,
        "Wrkgvr/HndlsnmOrg",
        "As the key of the employer; some receivers know employers by it.",
        detail="handelsnaam",
        unless="werkgevers",
    ),
    Decision(
        _STAND_IN,
        "Wrkgvr/Lhnr",
        "As the key of the employer; partners want it to be there, and this number is nobody's.",
        detail="000000000L01",
        unless="werkgevers",
    ),
    Decision(
        _GONE,
        "Wrkgvr/InschrijvingsnrKvK Wrkgvr/VestigingsnrHandelsregister Wrkgvr/IdWrkgvrUWV Wrkgvr/IndERDWGA Wrkgvr/IndERDZW "
        "Dnstvbnd/CntrnrArbdnst",
        "Public registers have them, or they are in letters about one employer; no figure needs them.",
        unless="werkgevers",
    ),
    Decision(
        _GONE,
        "Wrkgvr/StrAdrNl Wrkgvr/PbadrsNl Wrkgvr/Com Wrkgvr/Cntprsn Dnstvbnd/Cntprsn Vrzm/Cntprsn",
        "Addresses, telephone numbers and names of people who are not even the subject.",
    ),
)

_EMPLOYEE = (
    Decision(
        _PSEUDONYM,
        "Wrknmr/IdWrknmr Wrknmr/IdWrknmrOud",
        "The same person must be the same in every message of both flows, also when the key changes.",
        detail="werknemer",
    ),
    Decision(
        Treatment.NAME,
        "Wrknmr/SignNm",
        "A name must be there. A hash of the name itself would betray the names that many people have by how often it comes.",
    ),
    Decision(_STAND_IN, "Wrknmr/Voorl", "Initials must be there.", detail="X"),
    Decision(_STAND_IN, "Wrknmr/NmvrkrCd", "The name of the partner goes, so nobody is called by it.", detail="01"),
    Decision(
        _GONE,
        "Wrknmr/Voorv Wrknmr/Roepnaam Wrknmr/TitVNm Wrknmr/TitANm Wrknmr/Prtnr Wrknmr/Com",
        "They name the person, or how to reach them.",
    ),
    Decision(
        _GONE,
        "Wrknmr/SofiNr Wrknmr/BnkGiro Wrknmr/NivOpldngCd",
        "They are sensitive and no figure on absence needs them; a burgerservicenummer may not be used for figures.",
    ),
    Decision(
        Treatment.BIRTH_DATE,
        "Wrknmr/Gebdat",
        "With sex, postcode and employer a date of birth names nearly everybody; figures by age need the year.",
    ),
    Decision(
        _GONE,
        "Wrknmr/Overldat",
        "A death is rare and public. When the employment ended is still told, if its last day was sent.",
    ),
    Decision(_KEPT, "Wrknmr/GslchtCd", "Figures are made by sex; in a group of one it identifies."),
    Decision(
        _KEPT,
        "Wrknmr/VrwrkCd Dnstvbnd/VrwrkCd Dnstvbnd/IngdatMut Arbeidsrelatie/VrwrkCd Arbeidsrelatie/IngdatMut",
        "What kind of message it is, and from when it holds: without them the messages cannot be put together.",
    ),
    Decision(
        Treatment.DAY,
        "Wrknmr/IngdatMut",
        "From when the message holds. Some systems write the date of birth for what has always been so.",
    ),
)

_ADDRESS = (
    Decision(
        Treatment.ADDRESSES,
        "Wrknmr/StrAdrNl Wrknmr/StrAdrBl",
        "Where people live counts for figures by region. A verpleegadres says that somebody is in care, and where; of other "
        "kinds we do not know what they are.",
    ),
    Decision(
        _KEPT,
        "StrAdrNl/SrtAdrsCd StrAdrNl/Enddat StrAdrBl/SrtAdrsCd StrAdrBl/Enddat",
        "Of several addresses they tell which one holds.",
    ),
    Decision(
        Treatment.DAY,
        "StrAdrNl/Ingdat StrAdrBl/Ingdat",
        "As the last day. Some systems write the date of birth of who has always lived there.",
    ),
    Decision(
        Treatment.POSTCODE,
        "StrAdrNl/Pc",
        "Six characters are a street; four digits are a town or a quarter. The schema asks for six.",
    ),
    Decision(_STAND_IN, "StrAdrNl/Wnpl StrAdrBl/WnplBtl", "A place must be there.", detail="Onbekend"),
    Decision(_STAND_IN, "StrAdrNl/Huisnr StrAdrBl/HuisnrBtl", "A house number must be there.", detail="1"),
    Decision(Treatment.COUNTRY, "StrAdrBl/LandCd", "In which country somebody lives; rare countries identify."),
    Decision(
        _GONE,
        "StrAdrNl/StraatLang StrAdrNl/HuisToev StrAdrNl/SrtVrplgadrsCd StrAdrNl/NmVrpladrs StrAdrBl/StraatLang "
        "StrAdrBl/LocomsBtl StrAdrBl/PcBtl StrAdrBl/RegBtl StrAdrBl/Landnm StrAdrBl/SrtVrplgadrsCd StrAdrBl/NmVrpladrs",
        "They lead to the door, or are free text.",
    ),
)

_EMPLOYMENT = (
    Decision(
        _PSEUDONYM,
        "Dnstvbnd/IdDnstvbnd Dnstvbnd/IdDnstvbndOud",
        "Cases belong to an employment, also when its key changes.",
        detail="dienstverband",
    ),
    Decision(
        _PSEUDONYM,
        "Arbeidsrelatie/IdArbeidsrelatie Arbeidsrelatie/IdArbeidsrelatieOud",
        "As the key of the employment.",
        detail="arbeidsrelatie",
    ),
    Decision(
        _PSEUDONYM,
        "Dnstvbnd/PersNr Dnstvbnd/PersNrOud Arbeidsrelatie/PersNr Arbeidsrelatie/PersNrOud",
        "Colleagues know it. Some couplings know people by it.",
        detail="personeelsnummer",
    ),
    Decision(
        _PSEUDONYM,
        "Dnstvbnd/OrgeenhCd Dnstvbnd/OndOrgeenhCd",
        "Figures by department still group; the name of a department may be that of its head.",
        detail="afdeling",
        unless="afdelingen",
    ),
    Decision(
        _PSEUDONYM,
        "Dnstvbnd/NmOrgeenh Dnstvbnd/OndOrgeenhCdNm",
        "As the code of the department.",
        detail="afdelingsnaam",
        unless="afdelingen",
    ),
    Decision(
        _PSEUDONYM,
        "Kostenplaats/KostenplaatsCd Kostenplaats/OndKostenplaatsCd",
        "As the code of the department.",
        detail="kostenplaats",
        unless="afdelingen",
    ),
    Decision(
        _PSEUDONYM,
        "Kostenplaats/NmKostenplaats Kostenplaats/OndKostenplaatsNm",
        "As the code of the department.",
        detail="kostenplaatsnaam",
        unless="afdelingen",
    ),
    Decision(
        _PSEUDONYM,
        "Dnstvbnd/Fnctcd",
        "There is one director. Figures by function still group.",
        detail="functie",
        unless="functies",
        longest=15,
    ),
    Decision(_PSEUDONYM, "Dnstvbnd/NmFnct", "As the code of the function.", detail="functienaam", unless="functies"),
    Decision(
        Treatment.POSTCODE_DIGITS,
        "Dnstvbnd/PcStandplts",
        "Where people work counts for figures by region; of a small employer it may tell which one it is.",
    ),
    Decision(_GONE, "Dnstvbnd/OmsStandplts Dnstvbnd/VrdlngCd", "Free text, or a code of the employer's own."),
    Decision(
        _KEPT,
        "Dnstvbnd/Ingdat Dnstvbnd/Enddat Arbeidsrelatie/Ingdat Arbeidsrelatie/Enddat "
        "Kostenplaats/Ingdat Kostenplaats/IngdatMut Kostenplaats/Enddat",
        "Every figure on absence is a share of the days in service. A first day that few have in common identifies.",
    ),
    Decision(
        _KEPT,
        "Dnstvbnd/CntrctUrnWk Dnstvbnd/DltfctNVS Arbeidsrelatie/AantCtrcturenPWk Dnstvbnd/SrtDnstvbndCd Dnstvbnd/CdBepTd",
        "Absence is weighted by hours, and compared by kind of employment.",
    ),
    Decision(
        _GONE,
        "Dnstvbnd/RdEndDnstvbndCd Dnstvbnd/FsIndFZ Dnstvbnd/SrtVarWrktdCd Dnstvbnd/AantLnwchtdgn Dnstvbnd/PrcLndrbtng",
        "Our figures do not need them; one of the reasons why an employment ends may be that somebody died.",
    ),
)

_ABSENCE = (
    Decision(
        _PSEUDONYM,
        "Vrzm/VrzmgvlId Vrzm/VrzmgvlIdOud",
        "The reports of a case must stay together, also when its key changes.",
        detail="verzuimgeval",
    ),
    Decision(
        _KEPT,
        "Vrzm/VrwrkCd Vrzm/VrzmgvlVnrMld Vrzm/IngdatMutVrzm Vrzm/IngdatMutVrzmOud Vrzm/EndVrzmJN Vrzm/DatVrzmWrkgvr "
        "Vrzm/DatEerstVrzmdg Vrzm/DatEerstVrzmdgOud Vrzm/DatHrstld Vrzm/DatHrstldWrkgvr Vrzm/PrcVrzm",
        "They are what the figures are about. Colleagues know the first and last day of an absence too.",
    ),
    Decision(
        _KEPT,
        "Vrzm/OorzkVrzmCd",
        "Figures set apart what is an accident. No code of which we know the meaning names an illness.",
    ),
    Decision(
        _STAND_IN,
        "Vrzm/VngntJN",
        "That an absence falls under the vangnet may tell of pregnancy or a disability; our figures do not ask, and it must "
        "be there.",
        detail="N",
        unless="vangnet",
    ),
    Decision(
        _GONE,
        "Vrzm/RdnEndVrzmCd Vrzm/DatVrwHrstl Vrzm/PrcArbther Vrzm/Actie",
        "What an end, an outlook, a therapy or an action tells of somebody our figures do not need.",
    ),
    Decision(
        _GONE,
        "Vrzm/WAZOCd Vrzm/BijzRdnStartVrzmCd Vrzm/NrUitkBdrver Vrzm/VrTkst",
        "Pregnancy, adoption, a special reason of which we do not know the codes, free text: no figure needs why somebody is "
        "absent.",
    ),
    Decision(_KEPT, "Foutmldng/SrtFoutCd", "What was wrong, as a code."),
    Decision(_GONE, "Foutmldng/Toelchtng", "Free text, which may quote a value."),
)

DECISIONS: tuple[Decision, ...] = (*_GROUPS, *_HEADER, *_EMPLOYER, *_EMPLOYEE, *_ADDRESS, *_EMPLOYMENT, *_ABSENCE)
"""All decisions, in about the order of a message."""


def by_place() -> dict[str, Decision]:
    """The decisions by element."""
    return {place: decision for decision in DECISIONS for place in decision.places}


def kinds() -> dict[str, int]:
    """The kinds of pseudonyms, and how many characters each has."""
    return {decision.detail: decision.longest for decision in DECISIONS if decision.treatment is Treatment.PSEUDONYM}
