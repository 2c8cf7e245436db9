"""How far each paper is in being read: told to the secretary as a signal, at most twice a second, and kept nowhere."""

from __future__ import annotations

import asyncio

from ..documents.errand import Step
from ..domain.policy import audience
from .hub import Hub

PAUSE = 0.5
"""Seconds between two words about the papers of one meeting."""


class Progress:
    """Hears from the threads in which papers are read; everything else happens in the event loop."""

    def __init__(self, hub: Hub, loop: asyncio.AbstractEventLoop) -> None:
        self._hub = hub
        self._loop = loop
        self._steps: dict[str, dict[str, Step]] = {}
        self._waiting: set[str] = set()

    def tell(self, stream: str, version: str, step: Step | None) -> None:
        """From any thread; None when nothing more is being done on the version."""
        self._loop.call_soon_threadsafe(self._heard, stream, version, step)

    def _heard(self, stream: str, version: str, step: Step | None) -> None:
        steps = self._steps.setdefault(stream, {})
        if step is None:
            steps.pop(version, None)
        else:
            steps[version] = step
        if stream not in self._waiting:
            self._waiting.add(stream)
            self._loop.call_later(PAUSE, self._say, stream)

    def _say(self, stream: str) -> None:
        """All papers in one word: the last word wins, and who comes later hears it too."""
        self._waiting.discard(stream)
        steps = self._steps.get(stream, {})
        told = {version: {"stage": step.stage, "done": step.done, "of": step.of} for version, step in steps.items()}
        self._hub.signal(stream, "reading", "", {"versions": told}, audience("paper (draft)"))
        if not steps:
            self._steps.pop(stream, None)
