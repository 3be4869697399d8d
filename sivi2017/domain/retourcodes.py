"""How an answer ends, and by which codes two partners tell it.

For 2017 it is not known what the codes of an answer mean: SrtRetmldngCd has 01 to 04, SrtFoutCd 01 to 06 and 99, and no list
says more. So no code here has a default: it would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, cast

from attrs import field, frozen

from sivi2017.codes import SoortFoutCode, SoortRetourmelding
from sivi2017.errors import InvalidValue
from sivi2017.report import Layer
from sivi2017.settings_values import texts

__all__ = ["SIGNAAL", "Retourcodes", "Uitkomst"]

SIGNAAL = "signaal"
"""What stands in place of a layer for what no check of a single message found."""

_FINDING_ID = re.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")


class Uitkomst(StrEnum):
    """What a receiver did with a message."""

    GEACCEPTEERD = "geaccepteerd"
    GEACCEPTEERD_MET_OPMERKINGEN = "geaccepteerd met opmerkingen"
    GEWEIGERD = "geweigerd"


@frozen(kw_only=True)
class Retourcodes:
    """The codes of answers, as two partners agreed on them.

    >>> codes = Retourcodes(geaccepteerd="01", geweigerd="02", overige_fouten="99", soorten_fout={"xsd": "01", "BSN-1": "03"})
    >>> codes.code(Uitkomst.GEWEIGERD), codes.soort_fout("BSN-1", "rule"), codes.soort_fout("BSN-2", "rule")
    ('02', '03', '99')
    """

    geaccepteerd: str
    """SrtRetmldngCd of a message that was taken."""
    geweigerd: str
    """SrtRetmldngCd of a message that was not taken."""
    overige_fouten: str
    """SrtFoutCd of what ``soorten_fout`` does not name."""
    geaccepteerd_met_opmerkingen: str | None = None
    """SrtRetmldngCd of a message that was taken with remarks; None where the partners have no code of its own for that. Then
    it has that of ``geaccepteerd``, and the remarks tell them apart."""
    soorten_fout: Mapping[str, str] = field(factory=dict, converter=texts, hash=False)
    """SrtFoutCd by the id of a finding, such as ``BSN-1``, or by layer: ``xml``, ``xsd``, ``rule``, and ``signaal`` for what
    no check of a single message found. The id goes before the layer."""

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise InvalidValue(f"Retourcodes{text}" for text in faults)

    def _faults(self) -> Iterator[str]:
        outcomes = [code.value for code in SoortRetourmelding]
        kinds = [code.value for code in SoortFoutCode]
        for name, given, allowed in (
            ("geaccepteerd", self.geaccepteerd, outcomes),
            ("geweigerd", self.geweigerd, outcomes),
            ("overige_fouten", self.overige_fouten, kinds),
        ):
            if given not in allowed:
                yield f".{name}: must be one of {', '.join(allowed)}"
        if self.geaccepteerd_met_opmerkingen not in (None, *outcomes):
            yield f".geaccepteerd_met_opmerkingen: must be one of {', '.join(outcomes)}, or left out"
        given_codes = (self.geaccepteerd, self.geaccepteerd_met_opmerkingen, self.geweigerd)
        right = [code for code in given_codes if code in outcomes]
        if len(set(right)) < len(right):
            yield ": two outcomes have the same code"
        for number, (key, code) in enumerate(cast("Mapping[Any, Any]", self.soorten_fout).items(), start=1):
            # What stands there in place of an id may be anything, so it is not shown.
            if not isinstance(key, str) or not (key in (*Layer, SIGNAAL) or _FINDING_ID.fullmatch(key)):
                yield f".soorten_fout: key {number} is neither the id of a finding nor one of {', '.join((*Layer, SIGNAAL))}"
            elif code not in kinds:
                yield f".soorten_fout.{key}: must be one of {', '.join(kinds)}"

    def code(self, uitkomst: Uitkomst) -> str:
        """SrtRetmldngCd of an outcome."""
        if uitkomst is Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN and self.geaccepteerd_met_opmerkingen is not None:
            return self.geaccepteerd_met_opmerkingen
        return self.geweigerd if uitkomst is Uitkomst.GEWEIGERD else self.geaccepteerd

    def meaning(self, code: str, *, has_remarks: bool) -> Uitkomst | None:
        """The outcome that SrtRetmldngCd tells; None for a code that the partners gave no meaning.

        :param has_remarks: whether the answer has a Foutmldng.
        """
        if code == self.geaccepteerd and has_remarks and self.geaccepteerd_met_opmerkingen is None:
            return Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN
        return {
            self.geaccepteerd: Uitkomst.GEACCEPTEERD,
            self.geaccepteerd_met_opmerkingen: Uitkomst.GEACCEPTEERD_MET_OPMERKINGEN,
            self.geweigerd: Uitkomst.GEWEIGERD,
        }.get(code)

    def soort_fout(self, finding_id: str, layer: str) -> str:
        """SrtFoutCd of a finding.

        :param layer: the check that made it, or ``signaal``.
        """
        return self.soorten_fout.get(finding_id) or self.soorten_fout.get(layer) or self.overige_fouten
