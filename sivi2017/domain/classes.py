"""The classes of the domain that become parts of a message."""

from __future__ import annotations

from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie, Postbusadres, Verpleegadres
from sivi2017.domain.base import Domain
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband, Kostenplaats
from sivi2017.domain.verzuimmelding import Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor, Contactpersoon, Werkgever
from sivi2017.domain.werknemer import Bankrekening, Partner, Werknemer

__all__ = ["DOMAIN_CLASSES"]

DOMAIN_CLASSES: tuple[type[Domain], ...] = (
    Administratiekantoor,
    Adres,
    Arbeidsrelatie,
    Bankrekening,
    BuitenlandsAdres,
    Communicatie,
    Contactpersoon,
    Dienstverband,
    Kostenplaats,
    Partner,
    Postbusadres,
    Verpleegadres,
    Verzuimmelding,
    Werkgever,
    Werknemer,
)
