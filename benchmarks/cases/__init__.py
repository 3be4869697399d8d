"""What is measured, a module a subject; each gives sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.cases import files, first_call, importing, memory, reading, small, streaming, validating, writing
from benchmarks.options import Options
from benchmarks.results import Section

__all__ = ["CASES"]

CASES: dict[str, Callable[[Options], Iterator[Section]]] = {
    "read": reading.sections,
    "write": writing.sections,
    "validate": validating.sections,
    "small": small.sections,
    "stream": streaming.sections,
    "files": files.sections,
    "import": importing.sections,
    "first": first_call.sections,
    "memory": memory.sections,
}
"""The subjects by name, in the order of the table."""
