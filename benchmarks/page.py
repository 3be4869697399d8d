"""The figures on the page of the documentation, between two marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.results import Section
from benchmarks.table import Row, as_markdown, markdown_rows, targets

__all__ = ["figures", "put"]

_START = "<!-- figures: made by python -m benchmarks.publish -->\n"
_END = "<!-- end of the figures -->\n"

_ABOUT_SHARES = """\
Each layer by itself, as a part of `sivi2017.read`. The first two are for the greater part the work of libxml2. The last column
tells how many times faster than xsdata's parser reading would be if the binder took no time at all."""


def put(page: Path, machine: Mapping[str, str], sections: Sequence[Section]) -> None:
    """Put the figures on the page, in place of those that were there."""
    text = page.read_text(encoding="utf-8")
    before, start, rest = text.partition(_START)
    _, end, after = rest.partition(_END)
    if not (start and end):
        raise ValueError(f"{page.name} has no place for the figures")
    page.write_text(f"{before}{start}{figures(machine, sections)}{end}{after}", encoding="utf-8")


def _shares(sections: Sequence[Section]) -> list[Row]:
    """For each size what part of the time each layer takes."""
    rows: list[Row] = [("employees", "XML", "schema", "binder", "without binder, against xsdata")]
    reading = [section for section in sections if section.subject == "read"]
    layers = [section for section in sections if section.subject == "validate"]
    for read, validate in zip(reading, layers, strict=True):
        whole, binder = read["sivi2017.read"], read["sivi2017's binder alone"].median
        xsdata = read["xsdata's XmlParser"].median
        xml, schema = (validate[f"sivi2017's layer {layer}"].median for layer in ("xml", "xsd"))
        parts = (f"{part / whole.median:.0%}" for part in (xml, schema, binder))
        rows.append((f"{whole.size:,}", *parts, f"{xsdata / (xml + schema):.3g}"))
    return rows


def figures(machine: Mapping[str, str], sections: Sequence[Section]) -> str:
    """The targets, where the time goes, on what was measured, and every figure."""
    parts = [
        "## The targets",
        markdown_rows(targets(sections)),
        "## Where the time of reading goes",
        _ABOUT_SHARES,
        markdown_rows(_shares(sections)),
        "## The machine",
        markdown_rows([("what", "which"), *machine.items()]),
        "## All figures",
        *map(as_markdown, sections),
    ]
    return "\n" + "\n\n".join(parts) + "\n\n"
