"""A message as readable text that a test keeps, to see later that nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from sivi2017.asserting.differences import NEW_IN_EVERY_MESSAGE, ignored
from sivi2017.asserting.given import Given
from sivi2017.asserting.same import readable
from sivi2017.outline.lines import Outline
from sivi2017.schema.model import message_model
from sivi2017.writing.writer import message_name

__all__ = ["assert_snapshot", "snapshot_text"]


def snapshot_text(
    message: Given, *, reveal: bool = False, ignore: Iterable[str] = NEW_IN_EVERY_MESSAGE, tolerant: bool = False
) -> str:
    """A message as ``sivi2017 show`` shows it, to be kept in a file.

    :param reveal: show the values of people. Without it they are not in the text, so that a change of one is not seen.
    :param ignore: tags of elements of which the value is not in the text.
    :raises AssertionError: when the schema does not allow the message.
    :raises ValueError: when no message has an element with a tag in ``ignore``.
    """
    __tracebackhide__ = True
    outline = Outline(reveal, left_out=ignored(ignore))
    said = readable(message, "", tolerant, reveal)
    name = message_name(said)
    lines = [name, *outline.group(said, message_model(name).root)]
    legend = outline.legend(revealed_with="reveal=True")
    lines += ["", legend] if legend else []
    return "".join(f"{line}\n" for line in lines)


def assert_snapshot(text: str, file: Path, *, update: bool = False) -> None:
    """Assert that a text is the one that a file keeps.

    :param update: write the file where it is not.
    :raises AssertionError: with the lines that differ, or when there is no file.
    """
    __tracebackhide__ = True
    kept = file.read_text(encoding="utf-8") if file.is_file() else None
    if text == kept:
        return
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return
    if kept is None:
        raise AssertionError(
            f"there is no snapshot {file.name} yet: run with --sivi2017-update-snapshots, and read what it wrote"
        )
    changes = unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", lineterm="")
    head = f"the message is not as in {file.name}; if it should be so now, run with --sivi2017-update-snapshots"
    raise AssertionError("\n".join([head, *changes]))
