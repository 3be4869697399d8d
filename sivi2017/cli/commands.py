"""What can be typed: the commands, their options and their help.

The work is imported when a command is run, so that ``--help`` and the completion of a shell are quick.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import IO, Any, TypeVar

import click
from click.core import ParameterSource

import sivi2017

__all__ = ["PipeClosed", "commands"]

Function = TypeVar("Function", bound=Callable[..., Any])

_MIB = 1024 * 1024
_DAY = click.DateTime(["%Y-%m-%d"])


class PipeClosed(click.ClickException):
    """Who reads our output, such as ``head``, has seen enough: an end like that of any program, and no message."""

    exit_code = 141

    def __init__(self) -> None:
        super().__init__("")

    def show(self, file: IO[Any] | None = None) -> None:
        """Say nothing: there may be nobody to read it."""


class _Commands(click.Group):
    """Commands of which a closed pipe is no finding; click itself would exit with 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosed from None


def _reading_options(function: Function) -> Function:
    """The options of every command that reads a message."""
    tolerant = click.option(
        "--tolerant",
        is_flag=True,
        help="Take what partners are known to do differently from the standard as warnings: another edition's namespace or"
        " none, unknown elements, another order, a leading zero before a code.",
    )
    return tolerant(function)


def _size_option(default: int | None, text: str) -> Callable[[Function], Function]:
    """The option for how large a file may be."""
    return click.option(
        "--max-size", type=click.IntRange(min=1), default=default, show_default=default is not None, metavar="MIB", help=text
    )


def _coupling_option(name: str, text: str, *, required: bool = False) -> Callable[[Function], Function]:
    """The option for a file with the settings of a coupling."""
    return click.option(name, "koppeling", metavar="FILE", required=required, help=text)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  sivi2017 demo                           write example messages and check them
  sivi2017 validate bericht.xml           check one message
  sivi2017 show bericht.xml               what it says, without personal data
  sivi2017 build verzuimmutatie --koppeling koppeling.toml --data bericht.json
  sivi2017 generate --employees 100 jaar/ invented messages to test with
  sivi2017 rules                          what is checked beyond the schema
  sivi2017 validate --help                more on one command
""",
)
@click.version_option(sivi2017.__version__, prog_name="sivi2017")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Check, show and build XML messages of SIVI2017, the 2017 edition of the Dutch Verzuimstandaard."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


@commands.command(
    epilog="""\b
Exit status:
  0  nothing at or above --fail-on
  1  a finding at or above --fail-on
  2  a file or folder that cannot be read (the others are checked all the same), or a wrong argument
  130  interrupted with Ctrl-C; the report has the files that were told before

\b
Examples:
  sivi2017 validate bericht.xml
  sivi2017 validate inbox/ --fail-on warning
  sivi2017 validate archive/ --jobs 4 --format json > report.json
  sivi2017 validate inbox/ --format junit > report.xml
  cat bericht.xml | sivi2017 validate --format json -
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit"]),
    default="text",
    show_default=True,
    help="How the report is written on standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="The least severity for which the exit status is 1.",
)
@_reading_options
@_size_option(
    None,
    "Refuse a file that is larger than this many MiB. Without it a file of any size is checked, in memory that does not grow.",
)
@_coupling_option(
    "--profile", "The settings of the coupling, in TOML: what the business rules expect, and how severe they are."
)
@click.option("--rules/--no-rules", default=True, help="Ask the business rules too, or XML and the schema only.")
@click.option(
    "--max-findings",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    metavar="NUMBER",
    help="List at most this many findings of the schema, and of the rules, for each file.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="NUMBER",
    help="Check with this many processes; 0 means as many as there are processors.",
)
@click.pass_context
def validate(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str,
    fail_on: str,
    tolerant: bool,
    koppeling: str | None,
    rules: bool,
    max_size: int | None,
    max_findings: int,
    jobs: int,
) -> None:
    """Tell everything that is wrong with messages.

    A DIR means all *.xml files in it and below it; - means standard input. No finding shows a personal value.
    """
    from sivi2017.cli.validating import validate_files  # noqa: PLC0415 - see the top of this module

    options = {
        "tolerant": tolerant,
        "rules": rules,
        "limits": sivi2017.Limits(max_findings=max_findings),
        "max_size": None if max_size is None else max_size * _MIB,
    }
    ctx.exit(validate_files(files, form=form, fail_on=fail_on, jobs=jobs, koppeling=koppeling, options=options))


@commands.command(
    epilog="""\b
Exit status:
  0  shown, no errors
  1  errors in the message; they are listed after it
  2  the file cannot be read, or a wrong argument

\b
Examples:
  sivi2017 show bericht.xml
  sivi2017 show --reveal bericht.xml | less
"""
)
@click.argument("file", metavar="FILE")
@click.option("--reveal", is_flag=True, help="Show personal data too; without it a mask stands in its place.")
@_reading_options
@_size_option(64, "Refuse a file that is larger than this many MiB.")
@click.pass_context
def show(ctx: click.Context, file: str, reveal: bool, tolerant: bool, max_size: int) -> None:
    """Show what a message says, in the Dutch terms of the standard.

    A message with findings is shown as far as it can be read. - means standard input. Personal data is masked.
    """
    from sivi2017.cli.showing import show_file  # noqa: PLC0415 - see the top of this module

    limits = sivi2017.Limits(max_bytes=max_size * _MIB)
    ctx.exit(show_file(file, reveal=reveal, tolerant=tolerant, limits=limits))


@commands.command(
    epilog="""\b
Exit status:
  0  all written, and all right
  1  a message is not right
  2  the messages cannot be written
"""
)
@click.argument("folder", metavar="[DIR]", default="sivi2017-demo")
@click.pass_context
def demo(ctx: click.Context, folder: str) -> None:
    """Write example messages to DIR and check them.

    DIR is sivi2017-demo in the current folder where it is not given. No file is overwritten: where one of the names is taken
    nothing is written. The people in the messages are invented.
    """
    from sivi2017.cli.demonstrating import demonstrate  # noqa: PLC0415 - see the top of this module

    ctx.exit(demonstrate(folder))


@commands.command(
    epilog="""\b
Exit status:
  0  all written
  1  something is wrong with a message; none is written
  2  a file cannot be read or written, the settings are wrong, or a wrong argument

\b
Examples:
  sivi2017 build verzuimmutatie --koppeling koppeling.toml --data bericht.json
  sivi2017 build werknemermutatie --koppeling koppeling.toml --data - --out outbox/
  sivi2017 build --schema > berichten.schema.json
"""
)
@click.argument("kind", type=click.Choice(["verzuimmutatie", "werknemermutatie", "dienstverbandmutatie"]), required=False)
@_coupling_option("--koppeling", "The settings of the coupling, in TOML.")
@click.option("--data", metavar="FILE|-", help="What to say, in JSON; - means standard input.")
@click.option(
    "--out", default="-", metavar="DIR|-", help="Write a file for each message to DIR; - writes one to standard output."
)
@click.option("--pretty", is_flag=True, help="One element a line, indented.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the data, and do nothing else.")
@click.pass_context
def build(
    ctx: click.Context, kind: str | None, koppeling: str | None, data: str | None, out: str, pretty: bool, schema: bool
) -> None:
    """Build messages from data in JSON.

    The data names people, employments and events by the names that the domain of the library has; --schema prints what may
    be in it. All messages are written, or none where something is wrong with one.
    """
    from sivi2017.cli.building import build_files, print_schema  # noqa: PLC0415 - see the top of this module

    if schema:
        ctx.exit(print_schema())
    if kind is None or koppeling is None or data is None:
        raise click.UsageError("a kind of message, --koppeling and --data are needed")
    ctx.exit(build_files(kind, koppeling=koppeling, data=data, out=out, pretty=pretty))


@commands.command(
    epilog="""\b
Exit status:
  0  all written
  2  the messages cannot be made or written, the settings are wrong, or a wrong argument

\b
Examples:
  sivi2017 generate --employees 1000 jaar/
  sivi2017 generate --employees 50 --kind verzuim --seed 7 --koppeling koppeling.toml inbox/
  sivi2017 generate --employees 1000000 --kind werknemer levering.xml
  sivi2017 generate --employees 10 --kind werknemer - | sivi2017 validate -
"""
)
@click.argument("target", metavar="DIR|FILE|-")
@click.option("--employees", type=click.IntRange(min=1), default=100, show_default=True, metavar="NUMBER", help="How many.")
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="NUMBER",
    help="The same seed gives the same bytes, in one version of the library.",
)
@click.option(
    "--kind",
    type=click.Choice(["both", "verzuim", "werknemer", "dienstverband"]),
    default="both",
    show_default=True,
    help="What is told: absence, employees, employees by their employments only, or the first two.",
)
@click.option("--year", type=int, default=2017, show_default=True, metavar="YEAR", help="The year that it is about.")
@click.option("--employers", type=click.IntRange(min=1), default=1, show_default=True, metavar="NUMBER", help="How many.")
@click.option("--bsn", is_flag=True, help="Give everybody a burgerservicenummer, which may by chance be somebody's.")
@_coupling_option("--koppeling", "The settings of the coupling, in TOML; without it they are those of a test.")
@click.option("--pretty", is_flag=True, help="One element a line, indented.")
@click.option("--force", is_flag=True, help="Write in a folder that is not empty, and over files that are there.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is told what was written.",
)
@click.pass_context
def generate(
    ctx: click.Context, /, target: str, koppeling: str | None, form: str, force: bool, pretty: bool, **company: object
) -> None:
    """Write invented messages that look like life.

    To a DIR goes all that a company tells in a year, a file for each message; sorted by name they are in the order of telling.
    To a FILE, of which the name ends in .xml, goes one message with all employees as they are at the end of the year, or all
    who were absent; - means standard output. A DIR must be new or empty, and a FILE new.
    """
    from sivi2017.cli.generating import generate_files  # noqa: PLC0415 - see the top of this module

    ctx.exit(generate_files(target, koppeling=koppeling, form=form, force=force, pretty=pretty, company=company))


@commands.command(
    epilog="""\b
Exit status:
  0  all written
  1  a message is not right, and was not written; the others are
  2  a file cannot be read or written, the key or the settings are wrong, or a wrong argument

\b
Examples:
  sivi2017 pseudonymise --new-key pseudoniemen.key
  sivi2017 pseudonymise --key-file pseudoniemen.key --out uit/ inbox/
  sivi2017 pseudonymise --key-env SIVI2017_KEY --keep afdelingen levering.xml > zonder-namen.xml
"""
)
@click.argument("files", nargs=-1, metavar="FILE|DIR...")
@click.option("--key-file", metavar="FILE", help="The file that has the secret key, in hexadecimal digits.")
@click.option("--key-env", metavar="NAME", help="The variable of the environment that has the secret key.")
@click.option("--new-key", metavar="FILE", help="Write a new key to a new file, and do nothing else.")
@click.option(
    "--out", default="-", metavar="DIR|FILE|-", help="Where to write; - means standard output, which takes one message."
)
@click.option(
    "--birth-date",
    type=click.Choice(["month", "year", "five-years"]),
    default="year",
    show_default=True,
    help="What stays known of a date of birth.",
)
@click.option(
    "--keep",
    type=click.Choice(["werkgevers", "afdelingen", "functies", "partijen", "vangnet"]),
    multiple=True,
    help="What stays as it is. Can be given several times.",
)
@click.option("--addresses/--no-addresses", default=True, help="Four digits of the postcodes of homes and work, or none.")
@_reading_options
@_coupling_option("--profile", "The settings of the coupling, in TOML, for the business rules.")
@click.pass_context
def pseudonymise(
    ctx: click.Context, /, files: tuple[str, ...], new_key: str | None, key_file: str | None, key_env: str | None, **chosen: Any
) -> None:
    """Write messages about people whom nobody need know.

    Names, numbers and addresses go, and keys become pseudonyms: the same ones under the same key. To a DIR goes a file for each
    message, under a name that says nothing of its old one. No file is overwritten. The result is still personal data.
    """
    from sivi2017.cli.pseudonymising import make_key, pseudonymise_files  # noqa: PLC0415 - see the top of this module

    if new_key is not None:
        given = [name for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE]
        if files or given != ["new_key"]:
            raise click.UsageError("--new-key writes a key and does nothing else; give it alone")
        ctx.exit(make_key(new_key))
    if (key_file is None) == (key_env is None) or not files:
        raise click.UsageError("files are needed, and either --key-file or --key-env")
    ctx.exit(pseudonymise_files(files, key_file=key_file, key_env=key_env, **chosen))


@commands.command(
    epilog="""\b
Exit status:
  0  all files are in the figures
  1  a message is not right, and the figures are those of the others; or a report is missing, or two contradict each other
  2  a file cannot be read, and the figures are those of the others; or they cannot be made, or a wrong argument

\b
Examples:
  sivi2017 figures archive/
  sivi2017 figures archive/ --by department --plot verzuim.png
  sivi2017 figures archive/ --from 2017-01-01 --to 2017-06-30 --by age --format csv > verzuim.csv
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("--from", "van", type=_DAY, metavar="DATE", help="The first day; by default 1 January of the year of the last.")
@click.option("--to", "tot", type=_DAY, metavar="DATE", help="The last day, which counts; by default that of the last message.")
@click.option("--by", type=click.Choice(["department", "age", "length"]), help="By what the figures are told apart.")
@click.option(
    "--smallest",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="NUMBER",
    help="Withhold groups of fewer people, and what they could be calculated from.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How the figures are written on standard output.",
)
@click.option("--plot", "picture", metavar="FILE", help="Draw them month by month too, to a file that ends in .png or .svg.")
@_coupling_option("--koppeling", "The settings of the coupling, in TOML, for what its verwerkingscodes mean.")
@_reading_options
@_size_option(64, "Leave out a file that is larger than this many MiB.")
@click.pass_context
def figures(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    van: datetime | None,
    tot: datetime | None,
    tolerant: bool,
    max_size: int,
    **how: Any,
) -> None:
    """Tell how much absence there was: percentage, reports, length and who had none.

    The messages can stand in any order, and be there twice. They must tell of all employees, and not of those only who were
    absent. What would be about a few people is withheld.
    """
    from sivi2017.cli.figuring import figure_files  # noqa: PLC0415 - see the top of this module

    options = {"tolerant": tolerant, "limits": sivi2017.Limits(max_bytes=max_size * _MIB)}
    ctx.exit(figure_files(files, van=van and van.date(), tot=tot and tot.date(), options=options, **how))


@commands.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_coupling_option("--profile", "The settings of a coupling, in TOML, which may give a rule another severity.")
@click.pass_context
def rules(ctx: click.Context, form: str, koppeling: str | None) -> None:
    """List the business rules: what is checked beyond the schema, how severe it is, and why."""
    from sivi2017.cli.listing import list_rules  # noqa: PLC0415 - see the top of this module

    ctx.exit(list_rules(form, koppeling))
