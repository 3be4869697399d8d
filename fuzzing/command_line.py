"""The command line, asked within this process about what stands on standard input or in a file."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from click.testing import CliRunner, Result

from fuzzing.problems import Disagreement
from sivi2017 import Limits, Report
from sivi2017.cli.commands import commands

__all__ = ["ask_command_line"]


def ask_command_line(command: str, data: bytes, whole: Report, tolerated: Report, limits: Limits) -> str:
    """Run a command on an input.

    :param whole: what the library says of it.
    :param tolerated: what it says as a tolerant reader.
    :returns: the name of the answer.
    :raises Disagreement: when the command does not say the same, or does not end as it promises.
    """
    tolerant, is_file = crc32(data) % 2 == 0, crc32(data) % 3 == 0
    expected = tolerated if tolerant else whole
    arguments = [command, *(["--tolerant"] if tolerant and command != "rules" else [])]
    if command == "rules":
        # A message in the place of settings is a wrong argument, which is told in a sentence.
        result = _run([*arguments, "--profile"], data, is_file=True)
        if result.exit_code != 2 or "Traceback" in result.output:
            raise Disagreement(f"the command rules ends with {result.exit_code}") from result.exception
        return "command line: rules"
    if command == "validate":
        form = ("text", "json", "junit")[crc32(data) % 5 % 3]
        arguments += ["--format", form, "--max-findings", str(limits.max_findings)]
    result = _run(arguments, data, is_file=is_file)
    if result.exit_code != int(not expected.ok):
        raise Disagreement(f"the command {command} ends with {result.exit_code}") from result.exception
    if command == "validate" and form == "json":
        (told,) = json.loads(result.stdout)["files"]
        if [finding["id"] for finding in told["findings"]] != [finding.id for finding in expected.findings]:
            raise Disagreement("the findings of the command and of the library")
    return f"command line: {command}"


def _run(arguments: list[str], data: bytes, *, is_file: bool) -> Result:
    if not is_file:
        return CliRunner().invoke(commands, [*arguments, "-"], input=data)
    with TemporaryDirectory(prefix="sivi2017-fuzzing-") as folder:
        file = Path(folder, "bericht.xml")
        file.write_bytes(data)
        return CliRunner().invoke(commands, [*arguments, str(file)])
