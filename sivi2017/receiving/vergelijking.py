"""What of an employee, an employment and a case is compared."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from attrs import frozen

from sivi2017.binding import plan_by_name
from sivi2017.domain.base import Domain, fields_of
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.flows.convert import requestable
from sivi2017.koppeling.koppeling import Koppeling

__all__ = ["Vergelijking", "differing", "is_correction"]

_HELD_FROM_A_DAY = frozenset(
    {
        "afdeling_code",
        "afdeling",
        "hoofdafdeling_code",
        "hoofdafdeling",
        "functie",
        "functiecode",
        "uren_per_week",
        "deeltijdfactor",
    }
)
"""The combination of which ``geldt_vanaf`` says since when it holds."""


@frozen(kw_only=True)
class Vergelijking:
    """The settings of a comparison."""

    koppeling: Koppeling
    werkgever: Werkgever
    zonder_namen: bool

    @cached_property
    def werknemer_velden(self) -> frozenset[str]:
        """What a message without absence says of an employee, besides the key."""
        return self._sent(Werknemer, self._employee_message) - {"id"}

    @cached_property
    def dienstverband_velden(self) -> frozenset[str]:
        """What a message without absence says of an employment, besides the key."""
        return self._sent(Dienstverband, self._employee_message) - {"id"}

    @cached_property
    def melding_velden(self) -> frozenset[str]:
        """What an absence message says of a case."""
        return self._sent(Verzuimmelding, "Verzuimmeldingen")

    @property
    def _employee_message(self) -> str:
        return "Dienstverbanden" if self.zonder_namen else "WerknemerGegevens"

    def _sent(self, domain_class: type[Domain], message: str) -> frozenset[str]:
        plans = plan_by_name(getattr(binding_modules()[message], domain_class.bindings[0]))
        held_back = requestable().keys() - self.koppeling.gevraagde_gegevens
        return frozenset(
            item.name
            for item in fields_of(domain_class)
            if item.says in plans and item.name not in held_back and not item.name.endswith("_oud")
        )


def differing(known: Domain, now: Domain, names: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in names if getattr(known, name) != getattr(now, name))


def is_correction(known: Dienstverband, now: Dienstverband, names: frozenset[str]) -> bool:
    """Whether what was told was wrong, and did not change: what never changes, or what held from the same day."""
    held = names & _HELD_FROM_A_DAY
    if "ingangsdatum" in names or ("einddatum" in names and known.einddatum is not None):
        return True
    return now.geldt_vanaf <= known.geldt_vanaf if held else "geldt_vanaf" in names
