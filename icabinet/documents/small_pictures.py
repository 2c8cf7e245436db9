"""Small pictures of a paper's pages: what a tablet shows until it has drawn the page itself.

To be called only in the worker, which reads untrusted files.
"""

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdfium2

WIDTH = 160
"""Pixels. Headings can be told apart, sentences not yet read: some 3 kB a page of text."""
_TALLEST = 640
"""Pixels of height; of a page longer than four times its width the picture is narrower."""
_QUALITY = 25
_SHARE = 0.7
"""Of the time allowed; pages left over then have no picture, and the paper is read without."""
_NICE = 10
"""Nobody waits for these pictures; votes come first."""


def encode_pictures(pictures: list[bytes]) -> bytes:
    """One WebP file a page, empty where there is none, as MessagePack."""
    return msgspec.msgpack.encode(pictures)


def decode_pictures(data: bytes) -> list[bytes]:
    """Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=list[bytes])


def draw_pictures(pdf: Path, seconds: float) -> list[bytes]:
    """One for every page, as far as `seconds` of wall clock reach. Raises pypdfium2.PdfiumError."""
    os.nice(_NICE)
    until = time.monotonic() + seconds * _SHARE
    document = pypdfium2.PdfDocument(pdf)
    try:
        return list(_pictures(document, until))
    finally:
        document.close()


def _pictures(document: pypdfium2.PdfDocument, until: float) -> Iterator[bytes]:
    for index in range(len(document)):
        yield _picture(document, index) if time.monotonic() < until else b""


def _picture(document: pypdfium2.PdfDocument, index: int) -> bytes:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return b""
    try:
        width, height = page.get_size()
        bitmap = page.render(scale=min(WIDTH / width, _TALLEST / height), may_draw_forms=False)
        file = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(file, "WEBP", quality=_QUALITY, method=1)
        bitmap.close()
    finally:
        page.close()
    return file.getvalue()
