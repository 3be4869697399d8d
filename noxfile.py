"""Every check of this project: ``nox`` runs those of every change, ``nox -s tests-3.12`` one of them.

What takes too long for every change, ``mutation`` and ``injected_bugs``, runs when it is asked for.
"""

from __future__ import annotations

from pathlib import Path
from shutil import which

import nox

nox.options.sessions = ["tests", "coverage", "lint", "types", "docs", "package", "benchmarks"]
nox.options.error_on_missing_interpreters = False
nox.needs_version = ">=2025.5.1"

PYTHONS = ["3.11", "3.12", "3.13"]
PROJECT = nox.project.load_toml("pyproject.toml")


def groups(*names: str) -> tuple[str, ...]:
    """The packages of dependency groups."""
    return nox.project.dependency_groups(PROJECT, *names)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests; on the first Python that is there with every line and branch counted, which takes twice as long.

    On the others without what says the same on every Python and takes long.
    """
    session.install("--editable", ".[cli,dask,tables,testing]", *groups("tests"))
    counted = session.python == next((version for version in PYTHONS if which(f"python{version}")), None)
    run = ("coverage", "run", "-m", "pytest") if counted else ("pytest", "-m", "not once")
    session.run(*run, "-n", "auto", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """What the tests reached; less than everything is an error."""
    session.install("coverage[toml]")
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session
def lint(session: nox.Session) -> None:
    """Form and habits."""
    session.install(*groups("lint"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """The types: mypy on everything, pyright on what users see."""
    session.install("--editable", ".[cli,dask,tables,testing]", *groups("types", "tests", "docs", "benchmarks"))
    session.run("mypy")
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """The site, with every warning an error."""
    session.install("--editable", ".[cli,dask,tables,testing]", *groups("docs"))
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def package(session: nox.Session) -> None:
    """The wheel, installed by itself, validates without the checkout."""
    out = Path(session.create_tmp())
    session.install("build")
    session.run("python", "-m", "build", "--outdir", str(out))
    wheel = max(out.glob("*.whl"), key=lambda file: file.stat().st_mtime)
    session.install(f"sivi2017[cli] @ {wheel.resolve().as_uri()}")
    session.cd(out)
    session.run("sivi2017", "demo", "voorbeelden")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Every benchmark runs, on messages so small that the figures mean nothing: no time is asked of it."""
    out = Path(session.create_tmp()).resolve()
    session.install("--editable", ".", *groups("benchmarks"))
    session.run(
        "python", "-m", "benchmarks", "--small", "--json", str(out / "figures.json"), "--plot", str(out / "figures.svg")
    )


@nox.session
def mutation(session: nox.Session) -> None:
    """Small changes in reading, writing, rules and flows, each of which a test should notice; takes an hour or more."""
    session.install("--editable", ".[cli,dask,tables,testing]", *groups("tests", "mutation"))
    session.run("python", "tools/mutation.py", *session.posargs)


@nox.session
def injected_bugs(session: nox.Session) -> None:
    """Some bugs as somebody might make them, each of which a test must notice; takes minutes."""
    session.install("--editable", ".[cli,dask,tables,testing]", *groups("tests"))
    session.run("python", "tools/injected_bugs.py", *session.posargs)
