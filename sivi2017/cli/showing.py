"""``sivi2017 show``: a message for a person, with personal data behind a mask."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import Any

import click
from attrs import define, field

from sivi2017.binding import class_plan
from sivi2017.bindings.verzuimmeldingen import Verzuim
from sivi2017.bulk.files import FileReport
from sivi2017.cli.formats import finding_line
from sivi2017.cli.sources import check, single
from sivi2017.cli.terminal import visible
from sivi2017.lexical import lexical
from sivi2017.reading.limits import Limits
from sivi2017.schema.model import Code, Element, message_model

__all__ = ["show_file"]

_MASK = "(verborgen)"
_LEGEND = {
    "D": "[D] mogelijk nieuwer dan 2017",
    "I": "[I] afgeleid uit andere edities",
    _MASK: f"{_MASK} persoonsgegeven, zichtbaar met --reveal",
}


def show_file(argument: str, *, reveal: bool, tolerant: bool, limits: Limits) -> int:
    """Show a message and what is wrong with it; the exit status tells whether it could be read and has no errors."""
    checked = check(single(argument), tolerant=tolerant, limits=limits)
    lines = _all_lines(checked, reveal)
    while block := list(islice(lines, 500)):  # a write of each line by itself takes longer than making it
        click.echo("\n".join(block))
    if not checked.readable:
        return 2
    return 0 if checked.report.ok else 1


def _all_lines(checked: FileReport, reveal: bool) -> Iterator[str]:
    report, outline = checked.report, _Outline(reveal)
    if report.message is not None and report.kind is not None:
        yield _title(f"{report.kind} ({visible(checked.name)})")
        yield from outline.group(report.message, message_model(report.kind).root)
        yield ""
    if outline.used:
        yield f"Legenda: {'; '.join(text for mark, text in _LEGEND.items() if mark in outline.used)}"
    if report.findings:
        yield _title(f"Bevindingen ({len(report.findings)})")
        yield from (finding_line(checked.name, finding) for finding in report.findings)
    else:
        yield "Geen bevindingen."


@define
class _Outline:
    """The elements of a message as indented lines, and the marks that stand in them."""

    reveal: bool
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

    def _groups(self, parts: list[Any], element: Element, depth: int) -> Iterator[str]:
        for number, part in enumerate(parts, start=1):
            title = self._label(element)
            if element.maximum != 1:
                title += f" {number} van {len(parts)}"
            if depth == 0 or any(child.format is None for child in element.children):
                yield ""
            if self._hidden(element):
                yield f"{'  ' * depth}{_title(title)}  {self._mark(_MASK)}"
            else:
                yield f"{'  ' * depth}{_title(title)}"
                yield from self.group(part, element, depth + 1)

    def _label(self, element: Element) -> str:
        return f"{element.label} [{self._mark(element.grade)}]" if element.grade in _LEGEND else element.label

    def _value(self, value: Any, element: Element) -> str:
        if self._hidden(element):
            return self._mark(_MASK)
        assert element.format is not None
        if isinstance(value, Enum):
            code = element.format.code(value.value)
            assert code is not None
            return _code_text(code)
        text = value if isinstance(value, str) else lexical(value, element.format.fraction_digits or 0)
        return visible(text) or "(leeg)"

    def _hidden(self, element: Element) -> bool:
        return not self.reveal and element.privacy != "none"

    def _mark(self, mark: str) -> str:
        self.used.add(mark)
        return mark


def _code_text(code: Code) -> str:
    text = f"{code.value} (betekenis niet bekend)" if code.meaning is None else f"{code.value} = {code.meaning}"
    if code.certainty.startswith("inferred"):
        text += " (afgeleid)"
    return f"{text} (code van na 2017)" if code.later else text


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


def _title(text: str) -> str:
    return click.style(text, bold=True)
