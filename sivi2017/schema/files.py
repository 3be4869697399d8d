"""Where the XSD files are.

An installed library carries them in its own folder; a checkout has them beside it.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["MESSAGES", "schema_file"]

MESSAGES = ("Verzuimmeldingen", "WerknemerGegevens", "Dienstverbanden", "Retourmelding1")
"""The messages of the edition, by the name of their root element."""

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDER = next(folder for folder in (_PACKAGE / "xsd", _PACKAGE.parent / "xsd") if folder.is_dir())


def schema_file(name: str) -> Path:
    """The XSD file of a message.

    >>> schema_file("Dienstverbanden").name
    'Dienstverbanden.xsd'
    """
    return _FOLDER / f"{name}.xsd"
