"""The end of an employment: ``Enddat`` is its last day, ``RdEndDnstvbndCd`` why it ended.

>>> from sivi2017.bindings.dienstverbanden import Dienstverband, RedenEindeDienstverband
>>> from sivi2017.schema.model import message_model
>>> from xsdata.models.datatype import XmlDate
>>> dienstverband = Dienstverband(
...     identificatie_dienstverband="DV-1",
...     ingangsdatum=XmlDate(2010, 1, 1),
...     reden_einde_dienstverband=RedenEindeDienstverband.CODE_99,
...     organisatie_eenheid_code="OE-1",
... )
>>> element = message_model("Dienstverbanden").root["Wrkgvr"]["Wrknmr"]["Dnstvbnd"]
>>> for where, text in reason_has_an_end.check(Place(dienstverband, element, "Dnstvbnd[1]"), RuleProfile()):
...     print(where.path, text)
/Dnstvbnd[1]/RdEndDnstvbndCd stands only with Enddat
"""

from __future__ import annotations

from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile

__all__ = ["RULES"]


@rule(
    "DNST-1",
    Severity.WARNING,
    "RdEndDnstvbndCd stands only with Enddat.",
    "The reason says that the employment ended, and nothing says when: to a receiver the employee still works there.",
    on=("Dnstvbnd",),
)
def reason_has_an_end(place: Place, _: RuleProfile) -> Iterator[Found]:
    if place.value.reden_einde_dienstverband is not None and place.value.einddatum is None:
        yield place.at("RdEndDnstvbndCd"), "stands only with Enddat"


RULES = (reason_has_an_end,)
