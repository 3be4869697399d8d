"""An address of an employee, and where the employee is nursed.

The kind of address is 01 for the home, and 06 for a verpleegadres: a hospital, or with relatives. Only a verpleegadres has a
kind and a name of its own.

>>> from sivi2017.bindings.verzuimmeldingen import SoortAdresWerknemer, StraatadresNederland
>>> from sivi2017.schema.model import message_model
>>> adres = StraatadresNederland(
...     soort_adres=SoortAdresWerknemer.WOONADRES_OF_HOOFDADRES,
...     naam_verpleegadres="Ziekenhuis Voorbeeld",
...     postcode="1234AB",
...     woonplaatsnaam="Voorbeeldstad",
...     huisnummer="1",
... )
>>> place = Place(adres, message_model("Verzuimmeldingen").root["Wrkgvr"]["Wrknmr"]["StrAdrNl"], "StrAdrNl[1]")
>>> for where, text in verpleegadres_is_of_its_kind.check(place, RuleProfile()):
...     print(where.path, text)
/StrAdrNl[1]/NmVrpladrs stands only with SrtAdrsCd 06
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["RULES"]

_VERPLEEGADRES = "06"
_FIELDS = ("SrtVrplgadrsCd", "NmVrpladrs")


def _may_be_verpleegadres(element: Element) -> bool:
    return all(tag in element.by_tag for tag in _FIELDS)


@rule(
    "ADR-1",
    Severity.ERROR,
    "SrtVrplgadrsCd and NmVrpladrs stand only with SrtAdrsCd 06.",
    "With them a home address says that it is a verpleegadres too; somebody may be sent to the wrong house.",
    on=_may_be_verpleegadres,
)
def verpleegadres_is_of_its_kind(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value.soort_adres.value != _VERPLEEGADRES:
        for tag in _FIELDS:
            field = place.at(tag)
            if field.value is not None:
                yield field, f"stands only with SrtAdrsCd {_VERPLEEGADRES}"


RULES = (verpleegadres_is_of_its_kind,)
