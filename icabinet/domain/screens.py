"""The big screens of a room: each has a name and shows one scene."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .errors import Refused

Scene = Literal["automatic", "agenda", "speaker", "vote", "paper", "message", "code", "seats", "clock"]
"""What a screen shows. `automatic` follows the meeting; `paper` without a paper follows the page the chair presents;
`code` is the QR code that checks in, or where no code is needed, the one that leads to the meeting;
`seats` is the seat plan by attendance and, once an open vote is published, by vote."""

PagePart = Literal["whole", "top", "middle", "bottom"]
"""An upright page that fills the screen's width shows a third at a time, in letters that are read from the last row."""

MOST = 20
"""Screens in one meeting."""


def check_message(scene: Scene, text: str) -> None:
    """Refused("screen.no-text") for a message without words."""
    if scene == "message" and not text.strip():
        raise Refused("screen.no-text")


def check_page(page: int, pages: int) -> None:
    """Refused("screen.no-such-page") beyond the paper's last page."""
    if page > pages:
        raise Refused("screen.no-such-page", pages=pages)


def check_name(name: str, others: Iterable[str]) -> None:
    """Refused("screen.name-taken") when another screen of the meeting is called so, in whatever letters."""
    if name.strip().casefold() in {other.strip().casefold() for other in others}:
        raise Refused("screen.name-taken")


def check_room_for(count: int) -> None:
    """Refused("screen.too-many") when the meeting has as many screens as it may."""
    if count >= MOST:
        raise Refused("screen.too-many", most=MOST)
