"""Write the shape of every message to ``tests/data/outline/``, one element a line, for the tests to compare with.

    python tools/outline.py

A change of a schema then shows up in a review as the elements that it changed.
"""

from __future__ import annotations

from pathlib import Path

from sivi2017.schema.model import Element, MessageModel, every_message

TARGET = Path(__file__).resolve().parent.parent / "tests" / "data" / "outline"


def outline(model: MessageModel) -> str:
    """A message as text: tag, occurrences, form, codes, grade and when to send."""
    lines = [f"{model.namespace} {model.code}"]
    lines += [_line(path.count("/") - 1, element) for path, element in model.root.walk()]
    return "\n".join(lines) + "\n"


def _line(depth: int, element: Element) -> str:
    occurs = f"{element.minimum}..{'*' if element.maximum is None else element.maximum}"
    return f"{'  ' * depth}{element.tag} {occurs} {_form(element)} {element.grade} {element.emit} {element.privacy}".rstrip()


def _form(element: Element) -> str:
    form = element.format
    if form is None:
        return "group"
    facets = [
        f"length {form.length}" if form.length is not None else "",
        f"max {form.max_length}" if form.max_length is not None else "",
        f"digits {form.total_digits}" if form.total_digits is not None else "",
        f"fraction {form.fraction_digits}" if form.fraction_digits is not None else "",
        f"from {form.min_inclusive}" if form.min_inclusive is not None else "",
        f"pattern {form.pattern}" if form.pattern is not None else "",
        f"codes {' '.join(code.value for code in form.codes)}" if form.codes else "",
    ]
    return f"{form.base} [{', '.join(facet for facet in facets if facet)}]"


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for message in every_message():
        (TARGET / f"{message.name}.txt").write_text(outline(message), encoding="utf-8")
