"""Setting text on PDF pages of our own: Liberation Sans, which lies beside this file, measured, wrapped and drawn.

To be called only in the worker. Lengths are points; the origin of a page is its lower left corner (reportlab's).
"""

import functools
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LEADING = 1.22
_FOLDER = Path(__file__).parent / "fonts"
_FACES = {False: "LiberationSans-Regular", True: "LiberationSans-Bold"}


@functools.cache
def face(bold: bool) -> str:
    """The name under which the typeface is known to reportlab; its file is read on first use."""
    name = _FACES[bold]
    pdfmetrics.registerFont(TTFont(name, str(_FOLDER / f"{name}.ttf")))
    return name


def canvas(target: Path, title: str) -> Canvas:
    """A PDF to draw on; the same drawing gives the same bytes, for a paper is known by the hash of its PDF."""
    made = Canvas(str(target), invariant=1, pageCompression=1)
    made.setTitle(title)
    return made


def width(text: str, size: float, bold: bool = False) -> float:
    return float(pdfmetrics.stringWidth(text, face(bold), size))


def wrap(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The lines of `text` within `room`, at least one; a word wider than the room is cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, size, room, bold))
    return lines


def _wrap_paragraph(text: str, size: float, room: float, bold: bool) -> list[str]:
    if width(text, size, bold) <= room:
        return [text]
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold) <= room:
            lines[-1] = longer
            continue
        pieces = _cut(word, size, room, bold)
        lines = lines + pieces if lines[-1] else pieces
    return lines


def _cut(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def write(page: Canvas, x: float, baseline: float, text: str, size: float, bold: bool = False) -> None:
    if text:
        page.setFont(face(bold), size)
        page.drawString(x, baseline, text)
