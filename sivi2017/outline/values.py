"""One value of a message as text."""

from __future__ import annotations

from enum import Enum
from typing import Any

from sivi2017.lexical import lexical
from sivi2017.schema.model import Code, Element, Format

__all__ = ["code_text", "is_private", "value_text", "written"]


def is_private(element: Element) -> bool:
    """Whether an element, or a group as a whole, tells something about a person."""
    return element.privacy != "none"


def written(value: Any, form: Format) -> str:
    """The text that stands for a value in the message; a value of another type than the element asks for as it prints."""
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, str) else lexical(value, form.fraction_digits or 0)


def value_text(text: str, form: Format) -> str:
    """The text of an element for a person: with its meaning, if it is a code."""
    code = form.code(text)
    return text if code is None else code_text(code)


def code_text(code: Code) -> str:
    """A code with its meaning, and how sure that is."""
    text = f"{code.value} (betekenis niet bekend)" if code.meaning is None else f"{code.value} = {code.meaning}"
    if code.certainty.startswith("inferred"):
        text += " (afgeleid)"
    return f"{text} (code van na 2017)" if code.later else text
