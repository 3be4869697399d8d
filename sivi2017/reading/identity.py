"""Which message a tree is."""

from __future__ import annotations

from lxml import etree

from sivi2017.report import Finding, Layer, Severity
from sivi2017.schema.files import MESSAGES
from sivi2017.schema.model import MessageModel, every_message, message_model
from sivi2017.schema.paths import local_name, short_name

__all__ = ["identify", "unknown_message"]


def identify(root: etree._Element, tolerant: bool) -> MessageModel | None:
    """The message by the name of its root element, or, for a tolerant reader, else by its message code; None for neither."""
    name = local_name(root)
    if name in MESSAGES:
        return message_model(name)
    if tolerant:
        code = root.findtext("{*}BrAlg/{*}BrCd")
        for model in every_message():
            if model.code == code:
                return model
    return None


def unknown_message(root: etree._Element) -> Finding:
    """The finding on a root element that is no message."""
    names = ", ".join(MESSAGES)
    text = f"the root element is none of {names}"
    return Finding("XSD-ROOT", Severity.ERROR, Layer.XSD, text, root.sourceline, f"/{short_name(local_name(root))}")
