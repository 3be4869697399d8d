"""What the system of an employer knows on a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, cast

from attrs import field, frozen

from sivi2017.domain.base import required
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.werkgever import Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.receiving.stand import Werknemerstand

__all__ = ["Momentopname", "Persoon"]


def _pairs(given: Iterable[tuple[Dienstverband, Iterable[Verzuimgeval]]]) -> tuple[Any, ...]:
    name = "Persoon.dienstverbanden"
    try:
        pairs = [(dienstverband, tuple(gevallen)) for dienstverband, gevallen in given]
    except (TypeError, ValueError):
        raise InvalidValue([f"{name}: must be pairs of a Dienstverband and its cases"]) from None
    if not pairs:
        raise InvalidValue([f"{name}: at least one, has 0"])
    return tuple((required(name, dienstverband, Dienstverband), _several(name, gevallen)) for dienstverband, gevallen in pairs)


def _several(name: str, gevallen: tuple[Verzuimgeval, ...]) -> tuple[Verzuimgeval, ...]:
    return cast("tuple[Verzuimgeval, ...]", required(name, gevallen, Verzuimgeval, several=True)) if gevallen else ()


@frozen(repr=False)
class Persoon:
    """An employee with the employments, and the cases on each."""

    werknemer: Werknemer
    dienstverbanden: tuple[tuple[Dienstverband, tuple[Verzuimgeval, ...]], ...] = field(converter=_pairs)
    """Each employment with its cases. Of a case all reports, or the last one: see ``Verzuimgeval.hervat``."""

    def __attrs_post_init__(self) -> None:
        required("Persoon.werknemer", self.werknemer, Werknemer)
        ids = [dienstverband.id for dienstverband, _ in self.dienstverbanden]
        if len(set(ids)) < len(ids):
            raise InvalidValue(["Persoon.dienstverbanden: two have the same id"])
        if any(item.ingangsdatum <= self.werknemer.geboortedatum for item, _ in self.dienstverbanden):
            raise InvalidValue(["Persoon.dienstverbanden: must begin after the geboortedatum of the Werknemer"])

    @property
    def gevallen(self) -> tuple[Verzuimgeval, ...]:
        """The cases on all employments."""
        return tuple(geval for _, gevallen in self.dienstverbanden for geval in gevallen)

    def __repr__(self) -> str:
        return f"<Persoon: {len(self.dienstverbanden)} employments, {len(self.gevallen)} cases>"


def _people(given: Iterable[Persoon]) -> tuple[Persoon, ...]:
    try:
        people = tuple(given)
    except TypeError:
        raise InvalidValue(["Momentopname.personen: must be several of a Persoon"]) from None
    return cast("tuple[Persoon, ...]", required("Momentopname.personen", people, Persoon, several=True)) if people else ()


@frozen(repr=False)
class Momentopname:
    """The people of an employer, their employments and their cases, as a system knows them on a moment."""

    werkgever: Werkgever
    personen: tuple[Persoon, ...] = field(default=(), converter=_people)
    """Nobody, where nothing has been told yet."""

    def __attrs_post_init__(self) -> None:
        required("Momentopname.werkgever", self.werkgever, Werkgever)
        faults = list(self._faults())
        if faults:
            raise InvalidValue(f"Momentopname.personen: {fault}" for fault in faults)

    def _faults(self) -> Iterator[str]:
        people = Counter(persoon.werknemer.id for persoon in self.personen)
        cases = Counter(geval.id for persoon in self.personen for geval in persoon.gevallen)
        for what, found in (("Werknemer", people), ("Verzuimgeval", cases)):
            doubled = sum(count > 1 for count in found.values())
            if doubled:
                yield f"{doubled} ids of a {what} are there more than once"

    @classmethod
    def van(cls, standen: Iterable[Werknemerstand]) -> Momentopname:
        """What replayed messages say, with ``Administratie.werknemers``: what was told, from the messages that were sent.

        Whoever was taken back is not in it, nor is an employment that was.

        :raises InvalidValue: when they are of several employers or of none, and for people of whom no message gave the name.
        """
        people = [stand for stand in standen if not stand.is_ingetrokken]
        employers = {stand.werkgever.id: stand.werkgever for stand in people}
        if len(employers) != 1:
            raise InvalidValue([f"standen: must be of one employer, are of {len(employers)}"])
        unnamed = sum(stand.werknemer is None for stand in people)
        if unnamed:
            raise InvalidValue([f"standen: no message gave the name of {unnamed} people"])
        (werkgever,) = employers.values()
        return cls(werkgever, [_persoon(stand) for stand in people if any(True for _ in _employments(stand))])

    def __repr__(self) -> str:
        return f"<Momentopname of {len(self.personen)} people>"


def _persoon(stand: Werknemerstand) -> Persoon:
    assert stand.werknemer is not None
    return Persoon(stand.werknemer, _employments(stand))


def _employments(stand: Werknemerstand) -> Iterator[tuple[Dienstverband, list[Verzuimgeval]]]:
    for item in stand.dienstverbanden:
        if not item.is_ingetrokken:
            yield item.dienstverband, [case.geval for case in item.gevallen]
