"""The office's own language model, if the settings name one, and the answers that it may still be asked to word."""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from ..assistant.wording import LanguageModel
from ..settings import Settings

KEPT = 512
"""Answers that may still be worded; the oldest are forgotten first."""
AT_ONCE = 2


@dataclass(frozen=True)
class Given:
    """What one person was answered: his quotations by their number on his screen, with the text's key and version."""

    user: str
    stream: str
    question: str
    quotations: dict[int, tuple[str, str, str]]


class Wordings:
    """Kept in memory alone: after a restart a person asks again."""

    def __init__(self, settings: Settings) -> None:
        self.model = model_of(settings)
        self.seconds = settings.wording_seconds
        self.places = asyncio.Semaphore(AT_ONCE)
        self._given: OrderedDict[str, Given] = OrderedDict()

    def offer(self, given: Given) -> str:
        """A name under which the answer can be worded; none without a model or without a quotation for it."""
        if self.model is None or not given.quotations:
            return ""
        name = secrets.token_urlsafe(16)
        self._given[name] = given
        if len(self._given) > KEPT:
            self._given.popitem(last=False)
        return name

    def find(self, name: str, user: str, stream: str) -> Given | None:
        given = self._given.get(name)
        return given if given and (given.user, given.stream) == (user, stream) else None


def model_of(settings: Settings) -> LanguageModel | None:
    if not settings.wording_address or not settings.wording_model:
        return None
    key = settings.wording_key
    if settings.wording_key_file:
        key = Path(settings.wording_key_file).read_text(encoding="utf-8").strip()
    return LanguageModel(settings.wording_address, settings.wording_model, key, settings.wording_outside)
