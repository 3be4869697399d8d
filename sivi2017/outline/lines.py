r"""A whole message as indented lines.

>>> from sivi2017.bindings.verzuimmeldingen import Partner
>>> from sivi2017.schema.model import message_model
>>> partner = message_model("Verzuimmeldingen").root["Wrkgvr"]["Wrknmr"]["Prtnr"]
>>> outline = Outline(reveal=False)
>>> print(*outline.group(Partner(significant_deel_van_de_achternaam="Jansen"), partner), sep="\n")
Significant deel van de achternaam  (verborgen)
>>> outline.legend(revealed_with="reveal=True")
'Legenda: (verborgen) persoonsgegeven, zichtbaar met reveal=True'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field

from sivi2017.binding import class_plan
from sivi2017.bindings.verzuimmeldingen import Verzuim
from sivi2017.outline.values import is_private, value_text, written
from sivi2017.outline.visible import visible
from sivi2017.schema.model import Element

__all__ = ["Outline"]

_MASK = "(verborgen)"
_LEGEND = {
    "D": "[D] mogelijk nieuwer dan 2017",
    "I": "[I] afgeleid uit andere edities",
    _MASK: f"{_MASK} persoonsgegeven, zichtbaar met {{}}",
}


@define
class Outline:
    """The elements of a message as indented lines, and the marks that stand in them."""

    reveal: bool
    """Whether personal data are shown."""
    title: Callable[[str], str] = str
    """What makes a title stand out."""
    left_out: frozenset[str] = frozenset()
    """The tags of elements of which the value does not matter."""
    used: set[str] = field(factory=set)

    def group(self, part: Any, element: Element, depth: int = 0) -> Iterator[str]:
        """The lines of one group: its values first, as in every message, and then the groups in it."""
        rows, groups = {}, []
        plan = class_plan(type(part))
        for child in element.children:
            name = plan[child.tag].name
            value = getattr(part, name)
            if child.format is None:
                values = value if isinstance(value, list) else [value]
                groups.append((child, [item for item in values if item is not None]))
            elif value is not None:
                rows[name] = self._label(child), self._value(value, child)
        if isinstance(part, Verzuim) and rows:
            rows = {"": ("Samengevat", _gist({name: text for name, (_, text) in rows.items()})), **rows}
        width = max((len(label) for label, _ in rows.values()), default=0)
        yield from (f"{'  ' * depth}{label:<{width}}  {text}" for label, text in rows.values())
        for child, parts in groups:
            yield from self._groups(parts, child, depth)

    def legend(self, revealed_with: str) -> str | None:
        """What the marks mean that were used, in one line; None where there were none.

        :param revealed_with: how the reader gets to see personal data.
        """
        told = [text.format(revealed_with) for mark, text in _LEGEND.items() if mark in self.used]
        return f"Legenda: {'; '.join(told)}" if told else None

    def _groups(self, parts: list[Any], element: Element, depth: int) -> Iterator[str]:
        for number, part in enumerate(parts, start=1):
            title = self._label(element)
            if element.maximum != 1:
                title += f" {number} van {len(parts)}"
            if depth == 0 or any(child.format is None for child in element.children):
                yield ""
            if self._hidden(element):
                yield f"{'  ' * depth}{self.title(title)}  {self._mark(_MASK)}"
            else:
                yield f"{'  ' * depth}{self.title(title)}"
                yield from self.group(part, element, depth + 1)

    def _label(self, element: Element) -> str:
        return f"{element.label} [{self._mark(element.grade)}]" if element.grade in _LEGEND else element.label

    def _value(self, value: Any, element: Element) -> str:
        if element.tag in self.left_out:
            return "(telt niet mee)"
        if self._hidden(element):
            return self._mark(_MASK)
        assert element.format is not None
        return visible(value_text(written(value, element.format), element.format)) or "(leeg)"

    def _hidden(self, element: Element) -> bool:
        return not self.reveal and is_private(element)

    def _mark(self, mark: str) -> str:
        self.used.add(mark)
        return mark


_PHRASES = {
    "verwerking": "; {}",
    "verzuimgeval_volgnummer_melding": "; melding {}",
    "ingangsdatum_mutatie_verzuim": "; per {}",
    "ingangsdatum_mutatie_verzuim_oud": " (eerder {})",
    "datum_eerste_verzuimdag": "; eerste verzuimdag {}",
    "datum_eerste_verzuimdag_oud": " (eerder {})",
    "percentage_verzuim": "; {}% verzuim",
    "einde_verzuim": "; einde verzuim: {}",
    "datum_hersteld": "; hersteld {}",
}


def _gist(shown: dict[str, str]) -> str:
    """What an absence report says happened, from its values as they are shown; of a code just the meaning."""
    present = ((phrase, shown[name]) for name, phrase in _PHRASES.items() if name in shown)
    return "".join(phrase.format(text.partition(" = ")[2] or text) for phrase, text in present).removeprefix("; ")
