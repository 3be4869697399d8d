"""Write the JSON Schema of the documents for ``sivi2017 build``, made from the classes of the domain.

    python tools/generate_json_schema.py

Run it after every change to the domain; ``tests/test_building.py`` compares.
"""

from __future__ import annotations

from pathlib import Path

from sivi2017.building.schema import json_schema

TARGET = Path(__file__).resolve().parent.parent / "sivi2017" / "building" / "berichten.schema.json"

if __name__ == "__main__":
    TARGET.write_text(json_schema(), encoding="utf-8")
