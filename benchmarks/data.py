"""Messages to measure with: realistic in size and variety, invented, and the same every time.

An employee has some 70 elements: names, half of them a partner, one or two addresses, three ways to be reached, one employment
or two with department, hours and a contact person. Keys, dates, numbers and mail addresses differ from one to the next; places,
functions and departments repeat, as they do in the file of one employer. A message has one employer, with all its employees,
and nothing that the schema or a business rule finds fault with.

A message is on one line, as ``sivi2017.write`` and most programs write it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

__all__ = ["employees", "indented", "message", "with_fault", "write_message", "ziekmelding"]

_NAMESPACE = "http://www.sivi.org/Verzuimmanagement"

_START = """\
<?xml version="1.0" encoding="UTF-8"?>
<{kind} xmlns="{namespace}/{kind}/2017"><BrAlg><BrCd>{code}</BrCd><VnrBrCd>{version}</VnrBrCd><AandatBr>2017-11-01</AandatBr>\
<AantijdBr>06:30:00</AantijdBr><IdInzndr>VERZUIMSIGNAAL</IdInzndr><IdOntvngr>XPERTSUITE</IdOntvngr>\
<Berrefnr>VS-2017-000300</Berrefnr><TestJN>J</TestJN><OntvngstbevJN>N</OntvngstbevJN></BrAlg>\
<Wrkgvr><HndlsnmOrg>Bakkerij Het Verzonnen Brood B.V.</HndlsnmOrg><InschrijvingsnrKvK>00000417</InschrijvingsnrKvK>\
<VestigingsnrHandelsregister>000099990417</VestigingsnrHandelsregister><IdWrkgvrArbdnst>WG-0417</IdWrkgvrArbdnst>\
<AansltnrGeguitwlngArbdnst>AGU-100417</AansltnrGeguitwlngArbdnst><Lhnr>999940004L01</Lhnr>\
<StrAdrNl><SrtAdrsCd>01</SrtAdrsCd><Pc>1234AB</Pc><Wnpl>Deegstad</Wnpl><StraatLang>Rijskade</StraatLang><Huisnr>17</Huisnr>\
<HuisToev>A</HuisToev></StrAdrNl><Cntprsn><Achternaam>Korenaar</Achternaam><Voorl>IM</Voorl><RolCntprsnCd>01</RolCntprsnCd>\
<Com><SrtComCd>04</SrtComCd><NrCom>personeelszaken@example.nl</NrCom></Com></Cntprsn>"""
_END = "</Wrkgvr></{kind}>\n"

_SURNAMES = (
    *("Tarwedam", "Meerendonk", "Roggeveen", "Haverkamp", "Gerstenveld", "Spelthoek", "Boekweit", "Korstjens", "Kruimelaar"),
    *(
        "Molendijk",
        "Deegmans",
        "Ovenstra",
        "Zuurdeeg",
        "Bakkerveld",
        "Broodhuis",
        "Graanstra",
        "Meelman",
        "Vijzelaar",
        "Zeefstra",
    ),
)
_PREFIXES = ("van", "de", "van der", "van den", "ter")
_GIVEN = ("Joris", "Fenna", "Ilse", "Teun", "Maartje", "Sven", "Noor", "Wout", "Lotte", "Bram", "Jip", "Saar", "Daan")
_PLACES = ("Deegstad", "Korstdorp", "Gistwijk", "Meelhaven", "Rijsbergen aan Zee", "Kruimelo", "Ovenburg")
_STREETS = ("Molensteeg", "Laan van de Zeven Granen", "Rijskade", "Spoelgracht", "Havermoutplein", "Desemdreef", "Beschuitlaan")
_FUNCTIONS = (("BAK-02", "Bakker"), ("WIN-01", "Winkelmedewerker"), ("CHF-01", "Chauffeur"), ("ADM-03", "Administratie"))
_UNITS = (("BAK", "Bakkerij"), ("WIN", "Winkel"), ("VRV", "Vervoer"), ("KAN", "Kantoor"), ("LAB", "Proefbakkerij"))
_HOURS = (("36.00", "0.95"), ("38.00", "1.00"), ("24.00", "0.63"), ("32.50", "0.86"), ("8.00", "0.21"))


def message(number: int) -> bytes:
    """A WerknemerGegevens of so many employees."""
    return "".join(_pieces(number)).encode()


def employees(number: int) -> Iterator[str]:
    """The elements of so many employees, one at a time."""
    return (_employee(index) for index in range(number))


def write_message(path: Path, number: int) -> int:
    """Write such a message to a file without having it in memory; how many bytes it has."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_pieces(number))
    return path.stat().st_size


def indented(data: bytes) -> bytes:
    """The same message with an element a line."""
    root = etree.fromstring(data)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def with_fault(data: bytes) -> bytes:
    """The same message with one value too long, in its last employee."""
    before, tag, after = data.rpartition(b"<Voorl>")
    return before + tag + b"A" * 7 + after


def ziekmelding() -> bytes:
    """A Verzuimmeldingen as one is sent when somebody falls ill: one employee, one employment, one absence."""
    start = _START.format(kind="Verzuimmeldingen", namespace=_NAMESPACE, code="00100", version="00007")
    start = start.replace("</Lhnr>", "</Lhnr><IndERDWGA>N</IndERDWGA><IndERDZW>N</IndERDZW>")
    absence = (
        "<Vrzm><VrwrkCd>01</VrwrkCd><IngdatMutVrzm>2017-11-01</IngdatMutVrzm><VrzmgvlId>VG-2017-0042</VrzmgvlId>"
        "<VrzmgvlVnrMld>1</VrzmgvlVnrMld><EndVrzmJN>N</EndVrzmJN><DatVrzmWrkgvr>2017-11-01</DatVrzmWrkgvr>"
        "<DatEerstVrzmdg>2017-11-01</DatEerstVrzmdg><PrcVrzm>100.00</PrcVrzm><OorzkVrzmCd>99</OorzkVrzmCd><VngntJN>N</VngntJN></Vrzm>"
    )
    employee = _employee(3).replace("<Cntprsn>", f"{absence}<Cntprsn>")
    return f"{start}{employee}{_END.format(kind='Verzuimmeldingen')}".encode()


def _pieces(number: int) -> Iterator[str]:
    yield _START.format(kind="WerknemerGegevens", namespace=_NAMESPACE, code="00600", version="00001")
    yield from employees(number)
    yield _END.format(kind="WerknemerGegevens")


def _employee(index: int) -> str:
    """One employee; which parts there are and what they say follows from the index."""
    surname = _SURNAMES[index % 19]
    given = _GIVEN[index % 13]
    prefix = f"<Voorv>{_PREFIXES[index % 5]}</Voorv>" if index % 3 == 0 else ""
    partner = index % 2 == 1
    return (
        f"<Wrknmr><VrwrkCd>02</VrwrkCd><IngdatMut>{_date(2017, index, 1)}</IngdatMut>"
        f"<Gebdat>{_date(1955 + index % 41, index // 41, index)}</Gebdat><SignNm>{surname}</SignNm><Voorl>{given[0]}.</Voorl>"
        f"{prefix}<Roepnaam>{given}</Roepnaam><NmvrkrCd>{'04' if partner else '01'}</NmvrkrCd>"
        f"<GslchtCd>{'VM'[index % 2]}</GslchtCd><IdWrknmr>W-{index:07}</IdWrknmr>"
        f"{_partner(index) if partner else ''}{_addresses(index)}"
        f"{_reached('01', f'06-{index:08}')}{_reached('02', f'088-{index:07}')}"
        f"{_reached('04', f'{given.lower()}.{surname.lower()}.{index}@example.nl')}"
        f"{''.join(_employment(index, number) for number in range(1, 2 + (index % 10 == 9)))}</Wrknmr>"
    )


def _partner(index: int) -> str:
    return f"<Prtnr><VrwrkCd>02</VrwrkCd><SignNm>{_SURNAMES[(index + 7) % 19]}</SignNm></Prtnr>"


def _addresses(index: int) -> str:
    if index % 20 == 11:
        return (
            f"<StrAdrBl><SrtAdrsCd>01</SrtAdrsCd><PcBtl>{1000 + index % 9000}</PcBtl><WnplBtl>Verzonnegem</WnplBtl>"
            f"<LandCd>BE</LandCd><Landnm>België</Landnm><StraatLang>Korenbloemstraat</StraatLang>"
            f"<HuisnrBtl>{1 + index % 300}</HuisnrBtl></StrAdrBl>"
        )
    return "".join(_address(index + shift, code) for shift, code in enumerate(("01", "02") if index % 4 == 2 else ("01",)))


def _address(index: int, code: str) -> str:
    suffix = "<HuisToev>bis</HuisToev>" if index % 4 == 0 else ""
    return (
        f"<StrAdrNl><SrtAdrsCd>{code}</SrtAdrsCd><Ingdat>{_date(1998 + index % 19, index // 19, index)}</Ingdat>"
        f"<Pc>{1000 + index % 8999}{'ABCDEFGH'[index % 8]}{'KLMNP'[index % 5]}</Pc><Wnpl>{_PLACES[index % 7]}</Wnpl>"
        f"<StraatLang>{_STREETS[index // 7 % 7]}</StraatLang><Huisnr>{1 + index % 397}</Huisnr>{suffix}</StrAdrNl>"
    )


def _employment(index: int, number: int) -> str:
    function, function_name = _FUNCTIONS[(index + number) % 4]
    unit, unit_name = _UNITS[(index // 4 + number) % 5]
    hours, fraction = _HOURS[(index // 3 + number) % 5]
    start = _date(1996 + (index // 2 + number) % 20, index // 40, index)
    end = f"<Enddat>{_date(2017, 11, index)}</Enddat><RdEndDnstvbndCd>01</RdEndDnstvbndCd>" if index % 12 == 5 else ""
    return (
        f"<Dnstvbnd><VrwrkCd>02</VrwrkCd><IngdatMut>{_date(2017, index, 1)}</IngdatMut>"
        f"<IdDnstvbnd>DV-{index:07}-{number}</IdDnstvbnd><Ingdat>{start}</Ingdat>{end}<PersNr>{index:07}</PersNr>"
        f"<CntrnrArbdnst>C-0417</CntrnrArbdnst><SrtDnstvbndCd>01</SrtDnstvbndCd><Fnctcd>{function}</Fnctcd>"
        f"<NmFnct>{function_name}</NmFnct><NmOrgeenh>{unit_name}</NmOrgeenh><OrgeenhCd>{unit}</OrgeenhCd>"
        f"<OndOrgeenhCd>HET</OndOrgeenhCd><OndOrgeenhCdNm>Het Verzonnen Brood</OndOrgeenhCdNm><PcStandplts>1234AB</PcStandplts>"
        f"<VrdlngCd>{unit}-{index % 50:02}</VrdlngCd><CdBepTd>{'OB'[index % 6 == 0]}</CdBepTd>"
        f"<CntrctUrnWk>{hours}</CntrctUrnWk><DltfctNVS>{fraction}</DltfctNVS>"
        f"<AantLnwchtdgn>{index % 3}</AantLnwchtdgn><PrcLndrbtng>100.00</PrcLndrbtng>"
        f"<Arbeidsrelatie><VrwrkCd>02</VrwrkCd><IdArbeidsrelatie>AR-{index:07}-{number}</IdArbeidsrelatie>"
        f"<PersNr>{index:07}</PersNr><Ingdat>{start}</Ingdat><AantCtrcturenPWk>{hours}</AantCtrcturenPWk></Arbeidsrelatie>"
        f"<Cntprsn><Achternaam>{_SURNAMES[index // 10 % 19]}</Achternaam><Voorl>N</Voorl><GslchtCd>V</GslchtCd>"
        f"<RolCntprsnCd>02</RolCntprsnCd>{_reached('01', f'088-{index // 10:07}')}"
        f"{_reached('04', f'leiding.{index // 10}@example.nl')}</Cntprsn></Dnstvbnd>"
    )


def _reached(code: str, address: str) -> str:
    return f"<Com><SrtComCd>{code}</SrtComCd><NrCom>{address}</NrCom></Com>"


def _date(year: int, month: int, day: int) -> str:
    return f"{year}-{1 + month % 12:02}-{1 + day % 28:02}"
