"""The name by which an employee wants to be called (naamvoorkeur).

>>> from sivi2017.bindings.verzuimmeldingen import Naamvoorkeur
>>> [voorkeur.value for voorkeur in Naamvoorkeur if voorkeur.value not in WITH_PARTNER]
['01']
>>> Naamvoorkeur("01").name
'EIGEN_NAAM'
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["RULES", "WITH_PARTNER"]

WITH_PARTNER = frozenset({"02", "03", "04"})
"""The naamvoorkeuren in which the partner's name has a part."""


def _has_name(element: Element) -> bool:
    return "NmvrkrCd" in element.by_tag


@rule(
    "NAAM-1",
    Severity.WARNING,
    "With NmvrkrCd 02, 03 or 04 there is a Prtnr.",
    "The employee wants to be called by a name that is not in the message.",
    on=_has_name,
)
def name_of_partner_is_there(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value.naamvoorkeur.value in WITH_PARTNER and place.value.partner is None:
        yield place, "NmvrkrCd asks for the partner's name, and Prtnr (Partner) is missing"


RULES = (name_of_partner_is_there,)
