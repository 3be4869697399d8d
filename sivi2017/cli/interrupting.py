"""Ctrl-C that ends the checking, and never the writing of what was found."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Interrupts", "interrupts"]


class Interrupts:
    """What is asked with Ctrl-C, and when it is heard."""

    def __init__(self) -> None:
        self._asked = False
        self._held = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Called for Ctrl-C. Who presses it again waits no longer."""
        if self._asked or not self._held:
            raise KeyboardInterrupt
        self._asked = True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Do something as a whole, and hear of Ctrl-C after it."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt


@contextmanager
def interrupts() -> Iterator[Interrupts]:
    """Hear Ctrl-C, if it is ours to hear: a program around us may have its own way with it, or be deaf to it."""
    asked = Interrupts()
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield asked
        return
    signal.signal(signal.SIGINT, asked.ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
