"""Dataclasses of the messages, generated from ``xsd/``: never edited by hand, one module a message."""

from sivi2017.bindings.dienstverbanden import Dienstverbanden
from sivi2017.bindings.retourmelding1 import Retourmelding1
from sivi2017.bindings.verzuimmeldingen import Verzuimmeldingen
from sivi2017.bindings.werknemergegevens import WerknemerGegevens

Message = Verzuimmeldingen | WerknemerGegevens | Dienstverbanden | Retourmelding1
"""Any message."""

__all__ = [
    "Dienstverbanden",
    "Message",
    "Retourmelding1",
    "Verzuimmeldingen",
    "WerknemerGegevens",
]
