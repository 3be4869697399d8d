"""How the documentation is built: ``sphinx-build -n -W --keep-going -b html docs docs/_build/html``; it needs no network."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from sphinx.ext.napoleon import Config, GoogleDocstring

from sivi2017 import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "sivi2017"
author = "the sivi2017 developers"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
exclude_patterns = ["_build"]
# For the names of standard types: their documentation is on the network, and the build is not.
nitpick_ignore_regex = [
    ("py:class", r"(os|xsdata|enum|dataclasses|typing|decimal|hypothesis)\..*|IO|StrEnum|Enum|XmlDate|XmlTime|Decimal"),
    ("py:class", r"(fractions|pathlib|collections|pa)\..*"),
    ("py:class", r"sivi2017\.testing\.messages\.PartClass"),  # a type variable
    ("py:class", r"str|int|bytes|bytearray|memoryview|bool|None"),
    ("py:exc", r"OSError|TypeError|ValueError|Exception|UserWarning|KeyError"),
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The examples in docstrings know the names of their own module.
doctest_global_setup = "from sivi2017 import *"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
add_module_names = False
python_maximum_signature_line_length = 60

html_theme = "furo"
html_title = f"sivi2017 {__version__}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False


def _without_signature(_app: Sphinx, what: str, name: str, *_rest: Any) -> tuple[str, None] | None:
    """A class of the bindings has too many fields for a signature; the list of its fields has their types."""
    return ("", None) if what == "class" and name.startswith("sivi2017.bindings.") else None


def _fields(_app: Sphinx, what: str, name: str, item: Any, _options: Any, lines: list[str]) -> None:
    """Make a list of the "Attributes" of a generated class, with the type of each field or the value of each code."""
    if what != "class" or not name.startswith("sivi2017.bindings."):
        return
    lines[:] = GoogleDocstring(lines, Config(napoleon_use_ivar=True)).lines()
    if is_dataclass(item):
        lines += [f":vartype {field.name}: {_type(field)}" for field in fields(item)]
    elif issubclass(item, Enum):
        lines += [f":vartype {member.name}: ``{member.value}``" for member in item]


def _type(field: Any) -> str:
    """The type of a field as a person would write it: the usual one first."""
    return f"{rest} | None" if (rest := field.type.removeprefix("None | ")) != field.type else field.type


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("autodoc-process-signature", _without_signature)
    app.connect("autodoc-process-docstring", _fields)
