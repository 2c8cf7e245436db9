"""A blank Word file of our own, and a way to save it so that the same content always gives the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from importlib.resources import files
from importlib.resources.abc import Traversable

import docx
from docx.document import Document

_FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"
_WRITTEN_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


def new_document(*, title: str, author: str, written: date | None, final: bool = True) -> Document:
    """A blank A4 document with the page, fonts and styles of Nghị định 30/2020/NĐ-CP, Phụ lục I.

    `written` is the date the document itself bears; the clock is never asked.
    """
    document = docx.Document(io.BytesIO(_packed(_blank_parts())))
    properties = document.core_properties
    properties.title = title
    properties.author = author
    properties.content_status = "Final" if final else "Draft"
    if written is not None:
        moment = datetime.combine(written, time())
        properties.created = moment
        properties.modified = moment
    return document


def to_bytes(document: Document) -> bytes:
    """The document as a .docx file; equal documents give equal bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    return _packed(parts)


def written_date(words: str) -> date | None:
    """The first "ngày … tháng … năm …" in `words`, or None where there is none or it is no real day."""
    found = _WRITTEN_DATE.search(words)
    if found is None:
        return None
    day, month, year = (int(number) for number in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _FIRST_ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _blank_parts() -> dict[str, bytes]:
    return dict(_read_tree(files("icabinet.documents") / "data" / "blank", ""))


def _read_tree(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _read_tree(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()
