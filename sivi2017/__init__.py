"""SIVI2017: read, check, write and build the messages of the 2017 edition of the Dutch Verzuimstandaard.

The messages tell an occupational health service about sickness absence and about employees::

    message = sivi2017.read("bericht.xml")  # a message of sivi2017.bindings, or InvalidMessage with a report
    report = sivi2017.validate("bericht.xml")  # every finding, with line, path and a sentence
    data = sivi2017.write(message)  # bytes that say exactly the same
    for part in sivi2017.stream("levering.xml"): ...  # one employee at a time, of a file of any size

    koppeling = sivi2017.Koppeling(inzender="VERZUIMSIGNAAL", ontvanger="XPERTSUITE")
    message = koppeling.verzuimmutatie(werkgever, werknemer, dienstverband, geval)

The 2017 schema files are no longer published. The ones that this library carries were reconstructed; every element and
code in them has a grade that says from what, see ``xsd/README.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sivi2017 import bindings, bulk, codes, poortwachter, privacy, receiving, tables
    from sivi2017.bulk.files import FileReport
    from sivi2017.bulk.pool import validate_files
    from sivi2017.checking import read, validate
    from sivi2017.codelist import CodeList
    from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie, Postbusadres, Verpleegadres
    from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband, Kostenplaats
    from sivi2017.domain.retourcodes import Retourcodes, Uitkomst
    from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
    from sivi2017.domain.verzuimgeval import Verzuimgeval, Verzuimstatus
    from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
    from sivi2017.domain.werkgever import Administratiekantoor, Contactpersoon, Werkgever
    from sivi2017.domain.werknemer import Bankrekening, Partner, Werknemer
    from sivi2017.errors import (
        DepartureWarning,
        InvalidEvent,
        InvalidMessage,
        InvalidValue,
        LeftOutWarning,
        NotPermitted,
        SiviError,
    )
    from sivi2017.flows.contents import Inhoud
    from sivi2017.flows.verzuimmutatie import Verzuimregel
    from sivi2017.koppeling.koppeling import Koppeling
    from sivi2017.reading.limits import Limits
    from sivi2017.report import Finding, Layer, Report, Severity
    from sivi2017.rules import all_rules
    from sivi2017.rules.profile import RuleProfile
    from sivi2017.streaming.stream import Part, stream, validate_stream
    from sivi2017.streaming.writing import write_stream
    from sivi2017.writing.writer import write

__all__ = [
    "Administratiekantoor",
    "Adres",
    "Arbeidsrelatie",
    "Bankrekening",
    "BuitenlandsAdres",
    "CodeList",
    "Communicatie",
    "Contactpersoon",
    "DepartureWarning",
    "Dienstverband",
    "FileReport",
    "Finding",
    "Inhoud",
    "InvalidEvent",
    "InvalidMessage",
    "InvalidValue",
    "Koppeling",
    "Kostenplaats",
    "Layer",
    "LeftOutWarning",
    "Limits",
    "Mutatie",
    "NotPermitted",
    "Part",
    "Partner",
    "Postbusadres",
    "Report",
    "Retourcodes",
    "RuleProfile",
    "Severity",
    "SiviError",
    "SoortMelding",
    "Uitkomst",
    "Verpleegadres",
    "Verwerkingscodes",
    "Verzuimgeval",
    "Verzuimmelding",
    "Verzuimregel",
    "Verzuimstatus",
    "Werkgever",
    "Werknemer",
    "all_rules",
    "bindings",
    "bulk",
    "codes",
    "poortwachter",
    "privacy",
    "read",
    "receiving",
    "stream",
    "tables",
    "validate",
    "validate_files",
    "validate_stream",
    "write",
    "write_stream",
]

__version__ = "0.1.0"

# Importing the package is quick: a name brings its module with it when it is first used.
_HOMES = {
    "bulk.files": ("FileReport",),
    "bulk.pool": ("validate_files",),
    "checking": (
        "read",
        "validate",
    ),
    "codelist": ("CodeList",),
    "domain.adres": (
        "Adres",
        "BuitenlandsAdres",
        "Communicatie",
        "Postbusadres",
        "Verpleegadres",
    ),
    "domain.dienstverband": (
        "Arbeidsrelatie",
        "Dienstverband",
        "Kostenplaats",
    ),
    "domain.verzuimgeval": (
        "Verzuimstatus",
        "Verzuimgeval",
    ),
    "domain.verzuimmelding": (
        "SoortMelding",
        "Verzuimmelding",
    ),
    "domain.werkgever": (
        "Administratiekantoor",
        "Contactpersoon",
        "Werkgever",
    ),
    "domain.werknemer": (
        "Bankrekening",
        "Partner",
        "Werknemer",
    ),
    "errors": (
        "DepartureWarning",
        "InvalidEvent",
        "InvalidMessage",
        "InvalidValue",
        "LeftOutWarning",
        "NotPermitted",
        "SiviError",
    ),
    "flows.contents": ("Inhoud",),
    "flows.verzuimmutatie": ("Verzuimregel",),
    "koppeling.koppeling": ("Koppeling",),
    "domain.retourcodes": (
        "Retourcodes",
        "Uitkomst",
    ),
    "domain.verwerkingscodes": (
        "Mutatie",
        "Verwerkingscodes",
    ),
    "reading.limits": ("Limits",),
    "report": (
        "Finding",
        "Layer",
        "Report",
        "Severity",
    ),
    "rules": ("all_rules",),
    "rules.profile": ("RuleProfile",),
    "streaming.stream": (
        "Part",
        "stream",
        "validate_stream",
    ),
    "streaming.writing": ("write_stream",),
    "writing.writer": ("write",),
}
_MODULES = ("bindings", "bulk", "codes", "poortwachter", "privacy", "receiving", "tables")


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
