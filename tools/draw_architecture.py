"""Draw the floors of docs/architecture.md, as the text beside the picture tells them, into docs/architecture.svg.

    python tools/draw_architecture.py

Run it after every change of that text; ``tests/test_docs.py`` compares.
"""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
TARGET = DOCS / "architecture.svg"

_SUBJECTS = {
    8: "for people: the command, tests",
    7: "what comes of it",
    6: "many at a time",
    5: "one coupling; any size; tests",
    4: "messages as a whole",
    3: "one task each",
    2: "generated code that reads and writes",
    1: "what the schemas say",
    0: "values and results",
}
_GENERATED = {"bindings", "codes", "codec"}
_WIDTH, _FLOOR, _GAP = 496, 78, 8

_STYLE = """\
    text { font-family: sans-serif; fill: #222; }
    .floor { font-size: 12px; fill: #555; }
    .name { font-size: 12.5px; text-anchor: middle; }
    .arrow { font-size: 11px; fill: #555; }
    .room { fill: #e4edf7; stroke: #5b7fa6; }
    .generated { fill: #e8f3e4; stroke: #6c9a5b; }
    .source { fill: #f7efdc; stroke: #b3924a; }
    .uses, .made { fill: none; stroke: #777; stroke-width: 1.5; }"""


def floors() -> list[tuple[int, list[str]]]:
    """The floors from the top, each with its rooms, from the text for who cannot see the picture."""
    (text,) = re.findall(r"!\[(.+)\]\(architecture\.svg\)", (DOCS / "architecture.md").read_text(encoding="utf-8"))
    return [(int(number), rooms.split(", ")) for number, rooms in re.findall(r"([0-9]): (.+?)\.", text)]


def picture() -> str:
    """The picture as SVG."""
    lines, top = list[str](), 25
    for number, rooms in floors():
        lines += _floor(number, rooms, top)
        top += _FLOOR
    lines += [
        f'  <text class="floor" x="12" y="{top}">the source of it all</text>',
        *_room("xsd/", "source", 12, top, _WIDTH, crowded=False),
    ]
    height = top + 57
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 {height}" width="520" height="{height}" role="img">',
            "  <title>The floors of sivi2017</title>",
            f"  <style>\n{_STYLE}\n  </style>",
            f'  <rect width="520" height="{height}" rx="8" fill="#fff"/>',
            *lines,
            "</svg>\n",
        ]
    )


def _floor(number: int, rooms: list[str], top: int) -> list[str]:
    width = (_WIDTH - _GAP * (len(rooms) - 1)) / len(rooms)
    lines = [f'  <text class="floor" x="12" y="{top}">floor {number}: {_SUBJECTS[number]}</text>']
    for place, room in enumerate(rooms):
        kind = "generated" if room in _GENERATED else "room"
        lines += _room(room, kind, 12 + place * (width + _GAP), top, width, crowded=len(rooms) > 5)
    if number:
        return [*lines, *_arrow("uses", f"M260 {top + 45} V{top + 61} m-4 -4 l4 4 l4 -4", "uses", top)]
    made = f"M260 {top + 61} V{top + 45} m-4 4 l4 -4 l4 4"
    return [*lines, *_arrow("made", made, "generates bindings, codes and codec", top)]


def _room(name: str, kind: str, left: float, top: int, width: float, *, crowded: bool) -> list[str]:
    small = ' style="font-size: 10.5px"' if crowded and len(name) > 11 else ""
    return [
        f'  <rect class="{kind}" x="{left:g}" y="{top + 7}" width="{width:g}" height="34" rx="5"/>',
        f'  <text class="name"{small} x="{left + width / 2:g}" y="{top + 29}">{name}</text>',
    ]


def _arrow(kind: str, path: str, text: str, top: int) -> list[str]:
    return [f'  <path class="{kind}" d="{path}"/>', f'  <text class="arrow" x="270" y="{top + 58}">{text}</text>']


if __name__ == "__main__":
    TARGET.write_text(picture(), encoding="utf-8")
