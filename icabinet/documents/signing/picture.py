"""What the visible signature shows: who signed, and when by which clock. In blue, as Phụ lục I of Nghị định 30 asks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ..typeset import LEADING, wrap, write
from .facts import Holder
from .place import HEIGHT, WIDTH

_SIZES = (8.0, 7.0, 6.0, 5.0)
_BLUE = (0.0, 0.19, 0.62)


def draw(target: Path, holder: Holder, at: datetime) -> None:
    """One page of the field's size, its text as large as fits."""
    said = [f"Ký bởi: {holder.subject}"]
    if holder.organisation and holder.organisation != holder.subject:
        said.append(f"Cơ quan: {holder.organisation}")
    said.append(f"Thời gian ký: {at:%d/%m/%Y %H:%M:%S} {_zone(at)}")
    page = Canvas(str(target), pagesize=(WIDTH, HEIGHT), invariant=1)
    page.setFillColorRGB(*_BLUE)
    size, lines = _fitted(said)
    top = HEIGHT - (HEIGHT - len(lines) * size * LEADING) / 2
    for number, line in enumerate(lines, 1):
        write(page, 2, top - number * size * LEADING + size * 0.25, line, size)
    page.save()


def _fitted(said: list[str]) -> tuple[float, list[str]]:
    for size in _SIZES:
        lines = [line for text in said for line in wrap(text, size, WIDTH - 4)]
        if len(lines) * size * LEADING <= HEIGHT:
            return size, lines
    return _SIZES[-1], lines[: int(HEIGHT / (_SIZES[-1] * LEADING))]


def _zone(at: datetime) -> str:
    offset = f"{at:%z}"
    return f"{offset[:3]}:{offset[3:5]}"
