"""What is known of receivers: for each a file of settings in TOML, with the reason for every setting.

``standaard`` has the default of every setting and says why it is that. A profile of a receiver says what is known of it; where
nothing is known the default stays, and the profile says so. No profile has an ``inzender`` or an ``ontvanger``: every coupling
has its own.

>>> profile_names()
('standaard', 'xpert-suite')
"""

from __future__ import annotations

from importlib.resources import files

from attrs import frozen

__all__ = ["GRADEN", "Toelichting", "profile_content", "profile_names"]

GRADEN = {
    "certain": "known of the standard",
    "practice": "known of how this receiver works; its set-ups can differ, so ask",
    "inferred-strong": "worked out, from good evidence",
    "inferred-medium": "worked out, from fair evidence",
    "inferred-weak": "worked out, from thin evidence",
    "choice": "no fact: the careful choice of this library",
    "unknown": "nothing is known; ask the receiver",
}
"""How sure a setting can be, and what each word means."""

_SUFFIX = ".toml"


@frozen
class Toelichting:
    """Why a setting is what it is."""

    reden: str
    """The reason."""
    graad: str
    """How sure that is: one of ``GRADEN``."""


def profile_names() -> tuple[str, ...]:
    """The profiles that there are."""
    names = (item.name for item in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def profile_content(name: str) -> bytes:
    """The file of a profile.

    :raises KeyError: when there is no such profile.
    """
    if name not in profile_names():
        raise KeyError(name)
    return files(__name__).joinpath(f"{name}{_SUFFIX}").read_bytes()
