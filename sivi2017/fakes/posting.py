"""The coupling that makes messages as if it were another day."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sivi2017.fakes.telling import NEVER
from sivi2017.koppeling.koppeling import Koppeling

__all__ = ["Posting"]


class Posting(threading.local):
    """A coupling whose clock and reference numbers are set. Each thread sets its own."""

    def __init__(self, koppeling: Koppeling, *, bsn: bool) -> None:
        """Take the settings of a coupling.

        :param bsn: whether to ask for the burgerservicenummer too.
        """
        asked = koppeling.gevraagde_gegevens | ({"burgerservicenummer"} if bsn else set())
        self._moment, self._referentie = NEVER, ""
        self._koppeling = koppeling.met(
            gevraagde_gegevens=asked, klok=lambda: self._moment, referentie=lambda _moment: self._referentie
        )

    @contextmanager
    def at(self, moment: datetime, referentie: str) -> Iterator[Koppeling]:
        """The coupling, at a moment, for a message with this reference number."""
        before = self._moment, self._referentie
        self._moment, self._referentie = moment, referentie
        try:
            yield self._koppeling
        finally:
            self._moment, self._referentie = before
