"""The leaves of a paper: one small file from which a tablet lays the paper out, shows every page at once as a small
picture, and searches it, before and beside the PDF itself.

Four bytes (big-endian) with the length of the head; the head, JSON packed with gzip: `{"pages": [Leaf, …]}`; then the
pictures (WebP), one behind the other.
"""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import msgspec

from ..documents.reading import Page, Reading
from ..documents.refusals import BadPaper
from ..documents.remarks import OLD_FONTS, numbers, pages_of
from ..documents.sandbox import picture_paper
from ..documents.small_pictures import decode_pictures
from ..store.blobs import Blobs
from .readings import load_reading, present_reading

TOOL = "leaves-1"
"""Raised whenever the shape of the file changes; older ones are then made again."""
_LEAVES_FILE = "leaves.bin"
_PICTURES_FILE = "pictures.msgpack"


class Leaf(msgspec.Struct, frozen=True, omit_defaults=True):
    """Size in points, the text, and the bytes of the picture (0: there is none).

    `words`, of a page whose PDF shows people something else than it tells programs (letters recognised in a picture,
    fonts from before Unicode): start, end, x0, y0, x1, y1 of every word one after the other, as in `reading.Word`.
    """

    width: float
    height: float
    text: str
    picture: int
    words: list[int] = []


def present_leaves(blobs: Blobs, sha256: str) -> Path:
    """Where the leaves of the PDF for reading with this hash lie; made when they are missing or older than its text.

    Blocks for up to a minute. Raises BadPaper when the paper cannot be read.
    """
    written = present_reading(blobs, sha256).stat().st_mtime
    place = blobs.derived(sha256, TOOL) / _LEAVES_FILE
    if not place.exists() or place.stat().st_mtime < written:
        _put(blobs, place, leaves(load_reading(blobs, sha256), _pictures(blobs, sha256)))
    return place


def leaves(reading: Reading, pictures: list[bytes]) -> bytes:
    """The file, from a paper's text and as many pictures as there are."""
    converted = numbers(pages_of(OLD_FONTS, reading.warnings))
    given = pictures[: len(reading.pages)] + [b""] * (len(reading.pages) - len(pictures))
    pages = [_leaf(page, len(picture), converted) for page, picture in zip(reading.pages, given, strict=True)]
    head = gzip.compress(msgspec.json.encode({"pages": pages}), 6, mtime=0)
    return b"".join([len(head).to_bytes(4), head, *given])


def _leaf(page: Page, picture: int, converted: set[int]) -> Leaf:
    own = page.source == "text" and page.number not in converted
    words = [] if own else [part for word in page.words for part in msgspec.structs.astuple(word)]
    return Leaf(page.width, page.height, page.text, picture, words)


def _pictures(blobs: Blobs, sha256: str) -> list[bytes]:
    """Drawn once; a paper of which none can be drawn is read without."""
    place = blobs.derived(sha256, TOOL) / _PICTURES_FILE
    if not place.exists():
        try:
            picture_paper(blobs.path(sha256), place)
        except BadPaper:
            return []
    return decode_pictures(place.read_bytes())


def _put(blobs: Blobs, place: Path, content: bytes) -> None:
    """Put in place whole, so that nobody reads half of it."""
    made = blobs.temporary()
    made.write_bytes(content)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, place)
