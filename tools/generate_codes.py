"""Generate ``sivi2017/codes.py`` from ``xsd/``: every code list once, whatever message it stands in.

    python tools/generate_codes.py [FILE]

The bindings have the code lists too, once for every message and just as long as that message allows. A caller who fills in
values has one list of each kind; the builder sees to it that a message gets only the codes that it allows.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generate_bindings import member_name

from sivi2017.schema.model import Code, every_message

TARGET = Path(__file__).resolve().parent.parent / "sivi2017" / "codes.py"

# Lists that differ from place to place, under one name; and lists that are no choice of a caller.
JOINED = {
    "SoortAdresWerkgever": "SoortAdres",
    "SoortAdresWerknemer": "SoortAdres",
    "SoortCommunicatieWerkgever": "SoortCommunicatie",
    "SoortCommunicatieWerknemer": "SoortCommunicatie",
}
LEFT_OUT = {"Berichtcode", "JaNee", "LogischeEenheid", "CodeContractOnbepaaldeBepaaldeTijd"}

HEAD = '''"""The code lists, generated from ``xsd/``: never edited by hand.

A code whose meaning is not known is called after its value. How sure a meaning is, is said with it: see ``CodeList``.
"""

from __future__ import annotations

from sivi2017.codelist import CodeList

'''


def code_lists() -> dict[str, dict[str, Code]]:
    """By name the codes of each list, by value."""
    lists: dict[str, dict[str, Code]] = {}
    for model in every_message():
        for _, element in model.root.walk():
            if element.format is not None and element.format.codes and element.format.name not in LEFT_OUT:
                name = JOINED.get(element.format.name, element.format.name)
                lists.setdefault(name, {}).update({code.value: code for code in element.format.codes})
    return lists


def module() -> str:
    """The text of the module."""
    lists = code_lists()
    parts = [HEAD, "__all__ = [\n", *(f'    "{name}",\n' for name in sorted(lists)), "]\n"]
    for name in sorted(lists):
        parts.append(f"\n\nclass {name}(CodeList):\n")
        parts += [_member(code) for _, code in sorted(lists[name].items(), key=lambda item: (len(item[0]), item[0]))]
    return "".join(parts)


def _member(code: Code) -> str:
    meaning = None if code.meaning is None else f'"{code.meaning}"'
    return f'    {member_name(code)} = "{code.value}", {meaning}, "{code.certainty}"{", True" if code.later else ""}\n'


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET).write_text(module(), encoding="utf-8")
