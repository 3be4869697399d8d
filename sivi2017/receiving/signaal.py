"""What is remarkable about what was received, and is no fault of a single message."""

from __future__ import annotations

from attrs import frozen

from sivi2017.report import Severity

__all__ = ["Signaal"]


@frozen(repr=False)
class Signaal:
    """Something that a person must look at: messages that contradict each other, or of which one is missing.

    The text has no personal data. The keys are for whoever looks it up, and stand in no ``repr``.
    """

    id: str
    """What kind of signal it is; stable from version to version, so that a program can act on it."""
    severity: Severity
    """An error where what is known may be wrong; a warning where it is right but remarkable."""
    message: str
    """One sentence for a person."""
    werkgever_id: str = ""
    werknemer_id: str = ""
    """The key of the employee as it is now."""
    dienstverband_id: str | None = None
    verzuimgeval_id: str | None = None
    volgnummer: int | None = None
    """The number of the report that it is about."""
    referenties: tuple[str, ...] = ()
    """The reference numbers of the messages that it is about."""

    def __str__(self) -> str:
        return f"{self.id}: {self.message}"

    def __repr__(self) -> str:
        return f"<Signaal {self.id}, {self.severity}>"
