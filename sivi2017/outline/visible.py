"""Text from elsewhere, made harmless for a terminal."""

from __future__ import annotations

__all__ = ["visible"]


def visible(text: str) -> str:
    r"""The text on one line, with each character that is not to be seen as its code point.

    What a terminal would obey is among those, and what turns the direction of writing.

    >>> visible("caf\xe9"), visible("\x1b[2J"), visible("a\nb")
    ('café', '<U+001B>[2J', 'a<U+000A>b')
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text)
