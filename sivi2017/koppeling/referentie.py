"""Reference numbers for messages."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

__all__ = ["nieuwe_referentie"]


def nieuwe_referentie(moment: datetime) -> str:
    """A number that no other message has, and that sorts by when it was made.

    >>> nieuwe_referentie(datetime(2017, 3, 6, 9, 15))[:21]
    '20170306T091500000000'
    """
    return f"{moment:%Y%m%dT%H%M%S%f}-{uuid4().hex}"
