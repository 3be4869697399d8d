"""From the reports about one employee to the cases, and what is remarkable about them.

A report counts when all before it have come. Which message came first does not matter; the number of a report does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Protocol

from attrs import evolve, frozen

from sivi2017.domain.adres import Verpleegadres
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.receiving.sleutels import Sleutels
from sivi2017.receiving.stand import Bericht, Gevalstand
from sivi2017.report import Severity

__all__ = ["Verslag", "gevallen"]


@frozen(repr=False)
class Verslag:
    """A report about a case, in a message."""

    bericht: Bericht
    dienstverband_id: str
    melding: Verzuimmelding
    verpleegadres: Verpleegadres | None


class _Tell(Protocol):
    def __call__(self, finding_id: str, severity: Severity, text: str, **where: object) -> None: ...


@frozen(repr=False)
class Wachtend:
    """A case of which no report counts yet."""

    wachtend: tuple[Verzuimmelding, ...]


def gevallen(reports: Iterable[Verslag], tell: _Tell, *, begin_halverwege: bool) -> Iterator[Gevalstand | Wachtend]:
    """The cases, by key.

    :param reports: by the moment at which their messages were made.
    :param tell: takes what is remarkable.
    :param begin_halverwege: whether a case may begin with another number than 1.
    """
    reports = list(reports)
    keys = Sleutels()
    for report in sorted(reports, key=lambda item: item.melding.volgnummer):
        keys.add(report.melding.verzuimgeval_id, report.melding.verzuimgeval_id_oud)
    for group in keys.groups:
        of_case = [report for report in reports if keys.group_of(report.melding.verzuimgeval_id) == group]
        yield _Case(of_case, keys.now_of(group), keys.former_of(group), tell, begin_halverwege).stand()


@frozen(repr=False)
class _Case:
    """The reports about one case."""

    reports: list[Verslag]
    key: str
    former: tuple[str, ...]
    tell: _Tell
    begin_halverwege: bool

    def stand(self) -> Gevalstand | Wachtend:
        by_number = self._by_number()
        begin = min(by_number) if self.begin_halverwege else 1
        counting = list[Verslag]()
        while begin + len(counting) in by_number:
            counting.append(by_number[begin + len(counting)])
        waiting = [by_number[number] for number in sorted(by_number) if number >= begin + len(counting) or number < begin]
        if waiting:
            self._tell_of_waiting(waiting, begin + len(counting))
        self._tell_of_numbers(by_number)
        held_back = tuple(item.melding for item in waiting)
        if not counting:
            return Wachtend(held_back)
        counting = self._until_withdrawn(counting)
        self._tell_of_kinds(counting)
        return Gevalstand(
            geval=Verzuimgeval(meldingen=tuple(item.melding for item in counting), verpleegadres=counting[-1].verpleegadres),
            dienstverband_id=self.reports[-1].dienstverband_id,
            wachtend=held_back,
            oude_sleutels=self.former,
            berichten=tuple(dict.fromkeys(item.bericht for item in self.reports)),
        )

    def _by_number(self) -> dict[int, Verslag]:
        """Of each number the report that was made last; of the same report told twice the first, with the last care address."""
        by_number: dict[int, Verslag] = {}
        for item in self.reports:
            number = item.melding.volgnummer
            known = by_number.get(number)
            if known is None:
                by_number[number] = item
            elif known.melding == item.melding:
                by_number[number] = evolve(known, verpleegadres=item.verpleegadres)
            else:
                text = f"two reports that say different things have number {number}; the one that was made last counts"
                self._told("ADM-TWO-REPORTS", Severity.ERROR, text, known, item)
                by_number[number] = item
        return by_number

    def _until_withdrawn(self, counting: list[Verslag]) -> list[Verslag]:
        for index, item in enumerate(counting):
            if item.melding.soort is SoortMelding.INTREKKING and counting[index + 1 :]:
                text = f"{len(counting) - index - 1} reports follow on the withdrawal; they do not count"
                self._told("ADM-AFTER-WITHDRAWAL", Severity.ERROR, text, *counting[index + 1 :])
                return counting[: index + 1]
        return counting

    def _tell_of_waiting(self, waiting: list[Verslag], missing: int) -> None:
        numbers = ", ".join(str(item.melding.volgnummer) for item in waiting)
        text = f"report {numbers} of a case waits for number {missing}, which has not come"
        self._told("ADM-WAITING", Severity.ERROR, text, *waiting)

    def _tell_of_numbers(self, by_number: Mapping[int, Verslag]) -> None:
        numbers = sorted(by_number)
        for number, following in pairwise(numbers):
            if by_number[following].bericht.moment < by_number[number].bericht.moment:
                text = f"report {number} was made after report {following}"
                self._told("ADM-NUMBER-BACK", Severity.WARNING, text, by_number[number], by_number[following])

    def _tell_of_kinds(self, counting: list[Verslag]) -> None:
        """Whether each report can follow on the one before it."""
        before: Verzuimmelding | None = None
        for item in counting:
            melding = item.melding
            if before is None:
                if melding.volgnummer == 1 and melding.soort is not SoortMelding.ZIEKMELDING:
                    text = f"the first report of a case is a {melding.soort}; the case is not known"
                    self._told("ADM-UNKNOWN-CASE", Severity.ERROR, text, item)
            elif melding.soort is SoortMelding.ZIEKMELDING:
                text = f"report {melding.volgnummer} is a ziekmelding, and the case exists already"
                self._told("ADM-CASE-AGAIN", Severity.ERROR, text, item)
            elif before.einde_verzuim and melding.soort not in (SoortMelding.CORRECTIE, SoortMelding.INTREKKING):
                text = f"report {melding.volgnummer} is a {melding.soort}, and the case had ended"
                self._told("ADM-AFTER-END", Severity.ERROR, text, item)
            before = melding

    def _told(self, finding_id: str, severity: Severity, text: str, *about: Verslag) -> None:
        self.tell(
            finding_id,
            severity,
            text,
            dienstverband_id=about[0].dienstverband_id,
            verzuimgeval_id=self.key,
            volgnummer=about[0].melding.volgnummer,
            referenties=tuple(dict.fromkeys(item.bericht.referentie for item in about)),
        )
