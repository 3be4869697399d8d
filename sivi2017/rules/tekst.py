r"""Text for people: names, places and free text, without what nobody sees.

A blank at the end, a tab in the middle or a zero-width space makes two names differ that look alike. This module looks at
elements whose format is one of those in ``_TEXT``, except where their Dutch name says that they are a code. Identifiers,
telephone numbers, foreign postcodes and the like are not text in this sense.

Wrong are a blank at the start or the end; white space other than a blank, such as a tab, a new line or a no-break space; the
control characters U+0000 to U+001F and U+007F to U+009F; the separators U+2028 and U+2029; and invisible format characters,
such as a zero-width space.

>>> text_fault("Jansen") is None
True
>>> text_fault("Jansen "), text_fault("van\u00a0Dijk")
('has a blank at the end', 'has the invisible character U+00A0 at position 4')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sivi2017.report import Severity
from sivi2017.rules.engine import Found, Place, rule
from sivi2017.rules.profile import RuleProfile
from sivi2017.schema.model import Element

__all__ = ["RULES", "is_text", "text_fault"]

# By name, not by what they allow: the format of a name and that of a key are both a string of so many characters.
_TEXT = {
    "Achternaam",
    "HandelsnaamOrganisatie",
    "HuisnummerToevoeging",
    "Landnaam",
    "Locatieomschrijving",
    "NaamKostenplaats",
    "NaamOrganisatie",
    "OrganisatieEenheid",
    "Plaatsnaam",
    "RegionaamBuitenland",
    "Roepnaam",
    "SignificantDeelVanDeAchternaam",
    "StraatnaamLang",
    "Tekst35",
    "Tekst70",
    "Toelichting",
    "Voorletters",
    "Voorvoegsels",
    "VrijeTekst",
}
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def is_text(element: Element) -> bool:
    """Whether an element holds a name, a place or free text."""
    return element.format is not None and element.format.name in _TEXT and not element.label.endswith(", code")


def text_fault(value: str) -> str | None:
    """The first thing in a text that nobody sees, or None."""
    if not value.isprintable():
        for position, character in enumerate(value, start=1):
            if character != " " and unicodedata.category(character) in _INVISIBLE:
                return f"has the invisible character U+{ord(character):04X} at position {position}"
    if value.startswith(" "):
        return "has a blank at the start"
    if value.endswith(" "):
        return "has a blank at the end"
    return None


@rule(
    "TXT-1",
    Severity.WARNING,
    "Names, places and free text have no blank at the start or the end, no control or other invisible characters, and no white "
    "space but blanks.",
    "Two names that look alike and are not the same become two persons or two departments.",
    on=is_text,
)
def shows_what_it_has(place: Place, _: RuleProfile) -> Iterator[Found]:
    fault = text_fault(place.value)
    if fault is not None:
        yield place, fault


RULES = (shows_what_it_has,)
