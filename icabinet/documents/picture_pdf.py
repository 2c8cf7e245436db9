"""A picture, or a scan of several pages in one TIFF file, as a PDF: one page a picture, as large as A4 allows.

To be called only in the worker: a decoder may take all memory on a hostile file.
"""

import io
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence
from pypdf import PdfWriter

from icabinet.documents.refusals import BadPaper

MAX_PICTURES = 300
MAX_PIXELS = 80_000_000
KEPT_PIXELS = 25_000_000
"""About A4 at 500 dots an inch; a larger picture is made smaller for reading, the original stays as it is."""
_SHORT, _LONG = 595.28, 841.89
_QUALITY = 88
_UNDATED = time.gmtime(0)


def pictures_to_pdf(source: Path, target: Path) -> None:
    """Raises BadPaper when the file is broken, cut off, or holds too large or too many pictures."""
    Image.MAX_IMAGE_PIXELS = None  # the limit is MAX_PIXELS, checked before anything is decoded
    writer = PdfWriter()
    try:
        with Image.open(source, formats=("PNG", "JPEG", "TIFF")) as file:
            for number, frame in enumerate(_frames(file), start=1):
                if number > MAX_PICTURES:
                    raise BadPaper("paper.too-many-pages", pages=number, limit=MAX_PICTURES)
                writer.append(_page(_plain(frame)))
    except (MemoryError, BadPaper):
        raise
    except Exception as error:  # a decoder given a broken file may raise anything
        raise BadPaper("paper.truncated" if "truncated" in str(error) else "paper.broken") from error
    for page in writer.pages:
        page.compress_content_streams()
    with target.open("wb") as out:
        writer.write(out)


def _frames(file: Image.Image) -> Iterator[Image.Image]:
    """Small previews beside a picture (MPO, thumbnails) are not pages: only a TIFF has several."""
    frames = ImageSequence.Iterator(file) if file.format == "TIFF" else iter([file])
    for frame in frames:
        if frame.width * frame.height > MAX_PIXELS:
            raise BadPaper("paper.too-complex", pixels=frame.width * frame.height)
        yield frame


def _plain(frame: Image.Image) -> Image.Image:
    """Upright, on white, in a mode that PDF knows, not larger than what is kept."""
    shown = _on_white(ImageOps.exif_transpose(frame))
    pixels = shown.width * shown.height
    if pixels <= KEPT_PIXELS:
        return shown
    scale = (KEPT_PIXELS / pixels) ** 0.5
    smaller = max(1, int(shown.width * scale)), max(1, int(shown.height * scale))
    return (shown.convert("L") if shown.mode == "1" else shown).resize(smaller, Image.Resampling.BOX)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("1", "L", "RGB"):
        return picture.copy()
    if picture.mode.startswith("I") or picture.mode == "F":
        return _sixteen_bits(picture)
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return picture.convert("RGB")


def _sixteen_bits(picture: Image.Image) -> Image.Image:
    """Grey in 16 bits as grey in 8 bits; Pillow's own conversion would cut off everything above 255."""
    return picture.convert("F").point(lambda value: value * (1 / 256) + 0).convert("L")


def _page(picture: Image.Image) -> io.BytesIO:
    wide = picture.width > picture.height
    room = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    page = io.BytesIO()
    grade = {} if picture.mode == "1" else {"quality": _QUALITY}  # fax compression has no quality
    picture.save(page, "PDF", resolution=72 / scale, creationDate=_UNDATED, modDate=_UNDATED, **grade)
    page.seek(0)
    return page
