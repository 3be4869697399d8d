"""Messages about people whom nobody need know: pseudonyms under a secret key, and as little else as figures need.

::

    Pseudonymiser.new_key("pseudoniemen.key")  # once; keep it apart from the messages
    pseudonymiser = Pseudonymiser.from_file("pseudoniemen.key")
    message = pseudonymiser.message(sivi2017.read("bericht.xml"))
    pseudonymiser.file("levering.xml", "levering-zonder-namen.xml")  # of any size

The result is still personal data: whoever has the key, or knows enough of somebody, can tell who it is.
"""

from __future__ import annotations

from sivi2017.privacy.plan import UndecidedElement
from sivi2017.privacy.pseudonymiser import Pseudonymiser

__all__ = ["Pseudonymiser", "UndecidedElement"]
