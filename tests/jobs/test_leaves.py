"""The leaves of a paper: sizes, small pictures, text, and places of words where the PDF itself tells others."""

import gzip
import io
import os
from pathlib import Path

import msgspec
from PIL import Image

from icabinet.bench.papers import text_pdf
from icabinet.documents.kinds import Kind
from icabinet.documents.reading import Page, Reading, Word
from icabinet.documents.remarks import OLD_FONTS, numbers, ranges, remark
from icabinet.jobs.leaves import Leaf, leaves, present_leaves
from icabinet.jobs.readings import load_reading, make_reading
from icabinet.store.blobs import Blobs


class Head(msgspec.Struct):
    pages: list[Leaf]


def opened(content: bytes) -> tuple[list[Leaf], bytes]:
    length = int.from_bytes(content[:4])
    return msgspec.json.decode(gzip.decompress(content[4 : 4 + length]), type=Head).pages, content[4 + length :]


def page(number: int, text: str, source: str = "text") -> Page:
    return Page(number, 595.0, 842.0, text, (Word(0, len(text), 10, 20, 300, 40),), source)  # type: ignore[arg-type]


def test_every_page_has_its_size_its_words_and_a_small_picture(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha256, _ = make_reading(blobs, blobs.put(text_pdf(3)).sha256, Kind.PDF)
    pages, pictures = opened(present_leaves(blobs, sha256).read_bytes())
    reading = load_reading(blobs, sha256)
    assert [(leaf.width, leaf.height, leaf.text) for leaf in pages] == [
        (p.width, p.height, p.text) for p in reading.pages
    ]
    assert [leaf.words for leaf in pages] == [[], [], []]
    assert sum(leaf.picture for leaf in pages) == len(pictures) < 30_000
    first = Image.open(io.BytesIO(pictures[: pages[0].picture]))
    assert (first.format, first.size) == ("WEBP", (160, 227))
    assert len(set(first.convert("L").tobytes())) > 10, "something is drawn on it"


def test_places_of_words_come_with_pages_that_tell_programs_something_else() -> None:
    read = Reading(
        (page(1, "Điều"), page(2, "Khoản", "recognised"), page(3, "Luật"), page(4, "", "picture")),
        "",
        "",
        remark(OLD_FONTS, [3]),
    )
    pages, pictures = opened(leaves(read, [b"one"]))
    assert [leaf.words for leaf in pages[:3]] == [[], [0, 5, 10, 20, 300, 40], [0, 4, 10, 20, 300, 40]]
    assert ([leaf.picture for leaf in pages], pictures) == ([3, 0, 0, 0], b"one")


def test_they_are_made_again_when_the_text_is_newer_and_without_pictures_when_none_can_be_drawn(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha256, _ = make_reading(blobs, blobs.put(text_pdf(1)).sha256, Kind.PDF)
    place = present_leaves(blobs, sha256)
    place.write_bytes(b"old")
    assert present_leaves(blobs, sha256).read_bytes() == b"old"
    os.utime(place, (0, 0))
    for left in place.parent.glob("pictures*"):
        left.unlink()
    blobs.path(sha256).write_bytes(b"broken meanwhile")
    pages, pictures = opened(present_leaves(blobs, sha256).read_bytes())
    assert (len(pages), pages[0].picture, pictures) == (1, 0, b"")


def test_numbers_of_pages_are_read_as_they_are_written() -> None:
    assert numbers("") == set()
    for pages in ([1], [3, 4, 5, 9], [2, 3, 7, 8]):
        assert numbers(ranges(pages)) == set(pages)
