"""The receiving side: from messages, late, doubled or out of order, to employees and cases that are right.

::

    administratie, gevolgen = Administratie(koppeling).receive(sivi2017.read(source))
    with Opslag("administratie.sqlite", koppeling) as opslag:  # the same in a file
        gevolgen = opslag.receive(sivi2017.read(source))
"""

from __future__ import annotations

from sivi2017.receiving.administratie import Administratie
from sivi2017.receiving.antwoorden import Antwoord, Fout, Postboek, VerzondenBericht, opmerkingen
from sivi2017.receiving.dubbelen import VermoedelijkDubbel
from sivi2017.receiving.gevolg import Gevolg, SoortGevolg
from sivi2017.receiving.momentopname import Momentopname, Persoon
from sivi2017.receiving.oproepen import Oproepbaarheid, RedenNiet
from sivi2017.receiving.opslag import Opslag
from sivi2017.receiving.signaal import Signaal
from sivi2017.receiving.stand import Bericht, Dienstverbandstand, Gevalstand, Werknemerstand, Werknemerversie
from sivi2017.receiving.verloop import Periode, verloop
from sivi2017.receiving.verschil import IncompleteSnapshot, Verschil, verschil
from sivi2017.receiving.verzending import Reden, Verzending, Weggelaten

__all__ = [
    "Administratie",
    "Antwoord",
    "Bericht",
    "Dienstverbandstand",
    "Fout",
    "Gevalstand",
    "Gevolg",
    "IncompleteSnapshot",
    "Momentopname",
    "Oproepbaarheid",
    "Opslag",
    "Periode",
    "Persoon",
    "Postboek",
    "Reden",
    "RedenNiet",
    "Signaal",
    "SoortGevolg",
    "VermoedelijkDubbel",
    "Verschil",
    "Verzending",
    "VerzondenBericht",
    "Weggelaten",
    "Werknemerstand",
    "Werknemerversie",
    "opmerkingen",
    "verloop",
    "verschil",
]
