"""SIVI2017: read, check, write and build the messages of the 2017 edition of the Dutch Verzuimstandaard.

The messages tell an occupational health service about sickness absence and about employees::

    message = sivi2017.read("bericht.xml")  # a message of sivi2017.bindings, or InvalidMessage with a report
    report = sivi2017.validate("bericht.xml")  # every finding, with line, path and a sentence
    data = sivi2017.write(message)  # bytes that say exactly the same

The 2017 schema files are no longer published. The ones that this library carries were reconstructed; every element and
code in them has a grade that says from what, see ``xsd/README.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sivi2017 import bindings
    from sivi2017.errors import DepartureWarning, InvalidMessage, SiviError
    from sivi2017.reading.limits import Limits
    from sivi2017.reading.reader import read, validate
    from sivi2017.report import Finding, Layer, Report, Severity
    from sivi2017.writing.writer import write

__all__ = [
    "DepartureWarning",
    "Finding",
    "InvalidMessage",
    "Layer",
    "Limits",
    "Report",
    "Severity",
    "SiviError",
    "bindings",
    "read",
    "validate",
    "write",
]

__version__ = "0.1.0"

# Importing the package is quick: a name brings its module with it when it is first used.
_HOMES = {
    "DepartureWarning": "errors",
    "Finding": "report",
    "InvalidMessage": "errors",
    "Layer": "report",
    "Limits": "reading.limits",
    "Report": "report",
    "Severity": "report",
    "SiviError": "errors",
    "read": "reading.reader",
    "validate": "reading.reader",
    "write": "writing.writer",
}


def __getattr__(name: str) -> object:
    if name == "bindings":
        return import_module("sivi2017.bindings")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
