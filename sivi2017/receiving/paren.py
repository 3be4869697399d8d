"""Who and what in a snapshot is who and what in the one before it, by the keys of the coupling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
from sivi2017.errors import InvalidValue
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.receiving.bekend import key_of
from sivi2017.receiving.gevallen_verschil import case_pairs
from sivi2017.receiving.momentopname import Momentopname, Persoon

__all__ = ["Paar", "paren"]


@frozen(kw_only=True, repr=False, eq=False)
class Paar:
    """An employee as told, and as it is now: at least one of the two."""

    oud: Persoon | None
    nieuw: Persoon | None
    sleutel: str
    """The koppelsleutel now."""
    dienstverbanden: tuple[tuple[str, str, Dienstverband], ...] = ()
    """The employments now, each with its key, and the key by which it was told: the same for one that was not."""
    verdwenen: tuple[tuple[str, Dienstverband], ...] = ()
    """The employments that were told and are not there any more, by their keys; not those of which an end was told."""
    gevallen: tuple[tuple[str, Verzuimgeval | None, Verzuimgeval], ...] = ()
    """The cases now: the key of the employment, the case as told, and the case."""
    verdwenen_gevallen: tuple[tuple[str, Verzuimgeval], ...] = ()
    """The cases that are not there any more, though their employment is, by the key of that as it was told."""
    meegenomen_gevallen: tuple[tuple[str, Verzuimgeval], ...] = ()
    """The cases that went with their employment."""
    plaatsen: Mapping[str, str] = field(factory=dict)
    """By key of a case as told the key of its employment."""

    @property
    def persoon(self) -> Persoon:
        """As it is now, or was last."""
        found = self.nieuw or self.oud
        assert found is not None
        return found

    def dienstverband(self, key: str) -> Dienstverband | None:
        """An employment as it is now, by its key now or as told."""
        return next((now for new, former, now in self.dienstverbanden if key in (new, former)), None)

    def bekend(self, told: Mapping[str, Dienstverband], key: str) -> Dienstverband | None:
        """An employment of those that were told, by its key now or as told."""
        both = next(((new, former) for new, former, _ in self.dienstverbanden if key in (new, former)), (key, key))
        return next((told[name] for name in both if name in told), None)

    def is_moved(self, told: Verzuimgeval, key: str) -> bool:
        """Whether a case was told to be on another employment than the one with this key."""
        former = next(before for new, before, _ in self.dienstverbanden if new == key)
        return self.plaatsen[told.id] not in (key, former)


def paren(oud: Momentopname, nieuw: Momentopname, koppeling: Koppeling, *, alle_gevallen: bool) -> list[Paar]:
    """All people of two snapshots: those of the new one in its order, then those who are not in it any more.

    :param alle_gevallen: whether a case that has ended was taken back when it is not there any more.
    :raises InvalidValue: for two people with one key, and for a case that was somebody else's.
    """
    told, now = _by_key(koppeling, oud, "oud"), _by_key(koppeling, nieuw, "nieuw")
    keys = {key: key if key in told else _former_key(koppeling, persoon) for key, persoon in now.items()}
    _refuse_claims(keys, told)
    _refuse_cases_of_others(keys, told, now)
    pairs = [
        _pair(koppeling, told.get(keys[key] or ""), persoon, key, alle_gevallen=alle_gevallen) for key, persoon in now.items()
    ]
    found = set(keys.values())
    return [*pairs, *(_gone(koppeling, persoon, key) for key, persoon in told.items() if key not in found)]


def _by_key(koppeling: Koppeling, momentopname: Momentopname, name: str) -> dict[str, Persoon]:
    people = {key_of(koppeling, persoon): persoon for persoon in momentopname.personen}
    if len(people) < len(momentopname.personen):
        raise InvalidValue(
            [f"{name}: {len(momentopname.personen) - len(people)} people have the koppelsleutel of somebody else"]
        )
    doubled = sum(len(_employments(koppeling, persoon)) < len(persoon.dienstverbanden) for persoon in people.values())
    if doubled:
        raise InvalidValue([f"{name}: {doubled} people have two employments with one key"])
    return people


def _employments(koppeling: Koppeling, persoon: Persoon) -> dict[str, Dienstverband]:
    return {koppeling.sleutel_dienstverband(dienstverband): dienstverband for dienstverband, _ in persoon.dienstverbanden}


def _former_key(koppeling: Koppeling, persoon: Persoon) -> str | None:
    return koppeling.koppelsleutel_oud(persoon.werknemer, [dienstverband for dienstverband, _ in persoon.dienstverbanden])


def _refuse_claims(keys: Mapping[str, str | None], told: Mapping[str, Persoon]) -> None:
    """Refuse a former key that is somebody else's."""
    claimed = Counter(former for former in keys.values() if former in told)
    doubled = sum(count > 1 for count in claimed.values())
    if doubled:
        raise InvalidValue([f"nieuw: {doubled} koppelsleutels are the key, or the key until now, of more than one"])


def _refuse_cases_of_others(keys: Mapping[str, str | None], told: Mapping[str, Persoon], now: Mapping[str, Persoon]) -> None:
    owners = {geval.id: key for key, persoon in told.items() for geval in persoon.gevallen}
    strange = sum(owners.get(geval.id, former) != former for key, former in keys.items() for geval in now[key].gevallen)
    if strange:
        raise InvalidValue([f"nieuw: {strange} cases have the key of a case of somebody else"])


def _pair(koppeling: Koppeling, oud: Persoon | None, nieuw: Persoon, key: str, *, alle_gevallen: bool) -> Paar:
    told = {} if oud is None else _employments(koppeling, oud)
    employments = list(_employment_pairs(koppeling, nieuw, told))
    keys = {dienstverband.id: new for new, _, dienstverband in employments}
    places = {} if oud is None else _places(koppeling, oud)
    pairs, left = case_pairs(() if oud is None else oud.gevallen, nieuw.gevallen)
    on = {geval.id: keys[dienstverband.id] for dienstverband, gevallen in nieuw.dienstverbanden for geval in gevallen}
    former = {before for _, before, _ in employments}
    taken_back = {Verzuimstatus.OPEN, Verzuimstatus.HERSTELD} if alle_gevallen else {Verzuimstatus.OPEN}
    gone = {name: item for name, item in told.items() if name not in former and item.einddatum is None}
    return Paar(
        oud=oud,
        nieuw=nieuw,
        sleutel=key,
        dienstverbanden=tuple(employments),
        verdwenen=tuple(gone.items()),
        gevallen=tuple(sorted(((on[geval.id], before, geval) for before, geval in pairs), key=_place_in_order)),
        verdwenen_gevallen=tuple(
            (places[geval.id], geval) for geval in left if places[geval.id] in former and geval.status in taken_back
        ),
        meegenomen_gevallen=tuple(_not_withdrawn((places[geval.id], geval) for geval in left if places[geval.id] in gone)),
        plaatsen=places,
    )


def _gone(koppeling: Koppeling, oud: Persoon, key: str) -> Paar:
    places = _places(koppeling, oud)
    return Paar(
        oud=oud,
        nieuw=None,
        sleutel=key,
        verdwenen=tuple(item for item in _employments(koppeling, oud).items() if item[1].einddatum is None),
        meegenomen_gevallen=tuple(_not_withdrawn((places[geval.id], geval) for geval in oud.gevallen)),
        plaatsen=places,
    )


def _employment_pairs(
    koppeling: Koppeling, nieuw: Persoon, told: Mapping[str, Dienstverband]
) -> Iterator[tuple[str, str, Dienstverband]]:
    now = _employments(koppeling, nieuw)
    left = told.keys() - now.keys()
    for key, dienstverband in now.items():
        former = koppeling.sleutel_dienstverband_oud(dienstverband)
        if key not in told and former in left:
            assert former is not None
            left = left - {former}
            yield key, former, dienstverband
        else:
            yield key, key, dienstverband


def _places(koppeling: Koppeling, persoon: Persoon) -> dict[str, str]:
    return {
        geval.id: koppeling.sleutel_dienstverband(dienstverband)
        for dienstverband, gevallen in persoon.dienstverbanden
        for geval in gevallen
    }


def _not_withdrawn(cases: Iterable[tuple[str, Verzuimgeval]]) -> Iterator[tuple[str, Verzuimgeval]]:
    return ((key, geval) for key, geval in cases if geval.status is not Verzuimstatus.INGETROKKEN)


def _place_in_order(item: tuple[str, Verzuimgeval | None, Verzuimgeval]) -> tuple[bool, bool, str, str]:
    """What was told before what was not, and what ends before what lasts: no receiver expects two cases to be open at once."""
    _, told, now = item
    return told is None, now.status is Verzuimstatus.OPEN, now.eerste_verzuimdag.isoformat(), now.id
