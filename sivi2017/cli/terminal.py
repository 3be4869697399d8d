"""Text from elsewhere, made harmless for a terminal."""

from __future__ import annotations

from sivi2017.outline.visible import visible

__all__ = ["visible"]
