"""What an uploaded file really is, told by its content alone, and whether it may be read at all.

The gate reads only sizes, signatures and the directory of a zip, so it is safe outside the child process
that parses papers. Formats: ISO 32000-2 §7.5 (PDF), MS-CFB (old Office files), PNG, JPEG and TIFF signatures;
packages in zip files: see packages.
"""

import enum
import mmap
import re
from pathlib import Path
from typing import BinaryIO

from icabinet.documents.names import clean_name
from icabinet.documents.packages import MAX_UNPACKED_BYTES, check_zip, is_xml, package_type
from icabinet.documents.refusals import MESSAGES, BadPaper

__all__ = ["MAX_BYTES", "MAX_UNPACKED_BYTES", "MESSAGES", "BadPaper", "Kind", "clean_name", "inspect", "is_xml"]

MAX_BYTES = 100 * 1024 * 1024

_HEAD_BYTES = 1024
_TAIL_BYTES = 64 * 1024
_AFTER_END_BYTES = 1024
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FILE_TYPE_BOX = b"ftyp"
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,400}?/L\s+(\d{1,12})")
_LATER_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


class Kind(enum.StrEnum):
    """The kinds of paper a meeting holds, named like the usual extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    PNG = "png"
    JPEG = "jpg"
    TIFF = "tiff"

    @property
    def media_type(self) -> str:
        """As browsers are told when they download the original (IANA media types)."""
        return _MEDIA_TYPES[self]

    @property
    def is_picture(self) -> bool:
        return self in _PICTURES.values()

    @property
    def reads_the_same_again(self) -> bool:
        """Whether another reading shows the same pages: a PDF is shown as it is, a picture always drawn alike."""
        return self is Kind.PDF or self.is_picture


_PICTURES = {
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"\xff\xd8\xff": Kind.JPEG,
    b"II*\x00": Kind.TIFF,
    b"MM\x00*": Kind.TIFF,
}
_OLE_STREAMS = {"WordDocument": Kind.DOC, "Workbook": Kind.XLS, "PowerPoint Document": Kind.PPT}
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: _OPEN_XML + "wordprocessingml.document",
    Kind.XLSX: _OPEN_XML + "spreadsheetml.sheet",
    Kind.PPTX: _OPEN_XML + "presentationml.presentation",
    Kind.ODT: _OPEN_DOCUMENT + "text",
    Kind.ODS: _OPEN_DOCUMENT + "spreadsheet",
    Kind.ODP: _OPEN_DOCUMENT + "presentation",
    Kind.DOC: "application/msword",
    Kind.XLS: "application/vnd.ms-excel",
    Kind.PPT: "application/vnd.ms-powerpoint",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.TIFF: "image/tiff",
}


def inspect(path: Path, name: str) -> Kind:
    """Tell the kind of the file at `path` by content; `name` is used only in the facts of a refusal.

    Raises BadPaper when the file is empty, too large, of another kind, encrypted, cut off or a zip bomb.
    """
    size = path.stat().st_size
    if size == 0:
        raise BadPaper("paper.empty", name=name)
    if size > MAX_BYTES:
        raise BadPaper("paper.too-large", name=name, megabytes=MAX_BYTES // (1024 * 1024))
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        if head.startswith(_ZIP):
            check_zip(file, size)
            return Kind(package_type(file))
        if head.startswith(_OLE):
            return _kind_of_ole(file, name)
        if _PDF in head:
            _check_pdf_is_whole(file, head, size)
            return Kind.PDF
    return _kind_of_picture(head, name)


def _kind_of_picture(head: bytes, name: str) -> Kind:
    for signature, kind in _PICTURES.items():
        if head.startswith(signature):
            return kind
    if head[4:8] == _FILE_TYPE_BOX and head[8:12] in _HEIF_BRANDS:
        raise BadPaper("paper.heic", name=name)
    raise BadPaper("paper.unknown-kind", name=name)


def _kind_of_ole(file: BinaryIO, name: str) -> Kind:
    """An OLE container holds an old Office file, or a new one with a password (MS-CFB, MS-OFFCRYPTO, MS-OVBA)."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _has_stream(content, "EncryptedPackage"):
            raise BadPaper("paper.encrypted", name=name)
        if _has_stream(content, "_VBA_PROJECT"):
            raise BadPaper("paper.macro", name=name)
        for stream, kind in _OLE_STREAMS.items():
            if _has_stream(content, stream):
                return kind
    raise BadPaper("paper.unknown-kind", name=name)


def _has_stream(content: mmap.mmap, name: str) -> bool:
    return content.find(name.encode("utf-16-le")) >= 0


def _check_pdf_is_whole(file: BinaryIO, head: bytes, size: int) -> None:
    """A viewer would repair a cut-off PDF and silently show fewer pages, so a missing end is refused."""
    linearized = _LINEARIZED.search(head)
    if linearized and int(linearized.group(1)) > size:
        raise BadPaper("paper.truncated")
    file.seek(max(0, size - _TAIL_BYTES))
    tail = file.read(_TAIL_BYTES)
    end = tail.rfind(b"%%EOF")
    if end < 0:
        raise BadPaper("paper.truncated")
    rest = tail[end + 5 :]
    if len(rest) > _AFTER_END_BYTES and _LATER_OBJECT.search(rest):
        raise BadPaper("paper.truncated")
