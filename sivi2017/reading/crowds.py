"""Tags with far more attributes or namespaces than any message needs.

What looks at them looks at all others for each one: a tag of a megabyte would take minutes.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from sivi2017.reading.limits import MOST_ATTRIBUTES
from sivi2017.reading.parsing import NotXml
from sivi2017.schema.model import every_message

__all__ = ["refuse_attributes", "refuse_crowds", "refuse_namespaces"]

_has_many = etree.XPath(f"count(descendant-or-self::*/@*) > {MOST_ATTRIBUTES}")
_first_with_a_crowd = etree.XPath(f"descendant-or-self::*[@*[{MOST_ATTRIBUTES + 1}]][1]")


def refuse_crowds(root: etree._Element) -> None:
    """Refuse a message with a tag that has too many of them.

    :raises NotXml: when there is one.
    """
    refuse_attributes(root)
    for employer in root.iterchildren(*_employer_tags()):
        refuse_namespaces(employer)


def refuse_attributes(node: etree._Element) -> None:
    """Refuse an element that has too many attributes, or that holds one.

    :raises NotXml: when there is one.
    """
    if _has_many(node):  # all elements together: that is quicker to see, and hardly ever so
        for crowded in _first_with_a_crowd(node):
            raise NotXml("XML-LIMIT", f"more than {MOST_ATTRIBUTES} attributes in one tag", crowded.sourceline)


def refuse_namespaces(employer: etree._Element) -> None:
    """Refuse an employer with too many namespaces: each employee that is looked at by itself gets them all.

    Those of the root are seen before it is parsed, and those of other tags cost little.

    :raises NotXml: when it has.
    """
    if len(employer.nsmap) > MOST_ATTRIBUTES:
        raise NotXml("XML-LIMIT", f"more than {MOST_ATTRIBUTES} namespaces at an employer", employer.sourceline)


@cache
def _employer_tags() -> tuple[str, ...]:
    """What employers are called in any message; in any namespace, for a tolerant reader."""
    every = [model.repeated for model in every_message() if model.repeated is not None]
    return tuple({f"{{*}}{parts.employer.tag}" for parts in every})
