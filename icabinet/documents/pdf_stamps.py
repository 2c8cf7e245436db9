"""Text that a PDF shows only through the appearance of an annotation, by pypdf.

Signed government papers carry their number and date in the appearance streams of signature fields (ISO 32000-2
§12.7.5.5 and §12.5.5): every viewer shows them, no text extraction of the page content finds them.
"""

from collections.abc import Iterator

import msgspec
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from icabinet.documents.pdf_words import Line, Piece, PointBox
from icabinet.documents.reading import Box

_SHOWN_SUBTYPES = frozenset({"/Widget", "/FreeText", "/Stamp"})
_HIDDEN_FLAGS = 0x02 | 0x20
_ORIENTATIONS = (0, 90, 180, 270)
_SPACE_WIDTH = 200.0
_NEAR = 900
_MAX_ANNOTATIONS = 500


class Stamp(msgspec.Struct, frozen=True):
    """The lines of text of one annotation and its rectangle (left, bottom, right, top) in user space."""

    lines: tuple[str, ...]
    area: PointBox


def read_stamps(reader: PdfReader, page_index: int) -> list[Stamp]:
    """The stamps of a page (from 0). Raises whatever pypdf raises on a malformed page."""
    page = reader.pages[page_index]
    annotations = page.get("/Annots")
    resolved = annotations.get_object() if annotations is not None else None
    if not isinstance(resolved, ArrayObject):
        return []
    return list(_stamps(page, resolved[:_MAX_ANNOTATIONS]))


def _stamps(page: PageObject, annotations: list[DictionaryObject | IndirectObject]) -> Iterator[Stamp]:
    for entry in annotations:
        annotation = entry.get_object()
        if not isinstance(annotation, DictionaryObject) or not _is_shown(annotation):
            continue
        form = _appearance(annotation)
        area = _area(annotation)
        if form is None or area is None:
            continue
        text = page.extract_xform_text(form, _ORIENTATIONS, _SPACE_WIDTH)  # type: ignore[arg-type]
        lines = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
        if lines:
            yield Stamp(lines, area)


def _is_shown(annotation: DictionaryObject) -> bool:
    flags = annotation.get("/F", 0)
    is_hidden = bool(int(flags) & _HIDDEN_FLAGS) if isinstance(flags, int) else False
    return annotation.get("/Subtype") in _SHOWN_SUBTYPES and not is_hidden


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    """The normal appearance; a check box has one a state and is no text."""
    appearances = annotation.get("/AP")
    if appearances is None:
        return None
    normal = appearances.get_object().get("/N")
    form = normal.get_object() if normal is not None else None
    return form if isinstance(form, StreamObject) else None


def _area(annotation: DictionaryObject) -> PointBox | None:
    corners = annotation.get("/Rect")
    numbers = [float(number) for number in corners.get_object()] if corners is not None else []
    if len(numbers) != 4:
        return None
    left, bottom, right, top = numbers
    area = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    return area if area[2] > area[0] and area[3] > area[1] else None


def place(stamp: Stamp, box: Box, lines: list[Line]) -> None:
    """Put a stamp shown in `box` among the `lines` of its page: into the line it completes ("Số: 362 /KH-…"), else
    as lines of its own after all others.
    """
    host = _host(box, lines) if len(stamp.lines) == 1 else None
    if host is None:
        rows = [_row(box, number, len(stamp.lines)) for number in range(len(stamp.lines))]
        lines.extend(_spread(text, row) for text, row in zip(stamp.lines, rows, strict=True))
        return
    at = next((index for index, piece in enumerate(host) if piece.box[0] >= _middle(box)), len(host))
    host[at:at] = _spread(stamp.lines[0], box)


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _host(box: Box, lines: list[Line]) -> Line | None:
    """The line on the stamp's height whose nearest word is nearest to it, unless all are far."""
    height = (box[1] + box[3]) / 2
    candidates = [
        (min(_distance(piece.box, box) for piece in line), index)
        for index, line in enumerate(lines)
        if any(piece.box[1] <= height <= piece.box[3] for piece in line)
    ]
    distance, index = min(candidates, default=(_NEAR, -1))
    return lines[index] if distance < _NEAR else None


def _distance(one: Box, other: Box) -> int:
    return max(one[0] - other[2], other[0] - one[2], 0)


def _row(box: Box, number: int, count: int) -> Box:
    height = (box[3] - box[1]) / count
    return box[0], box[1] + round(number * height), box[2], box[1] + round((number + 1) * height)


def _spread(text: str, box: Box) -> Line:
    """The words of a stamp's line, each with its share of the line's width."""
    letter = (box[2] - box[0]) / len(text)
    pieces: Line = []
    start = 0
    for word in text.split(" "):
        left = box[0] + round(start * letter)
        right = max(left + 1, box[0] + round((start + len(word)) * letter))
        pieces.append(Piece(word, (left, box[1], right, box[3])))
        start += len(word) + 1
    return pieces
