"""What an uploaded file really is, told by its content alone, and whether it may be read at all.

The gate reads only sizes, signatures and the directory of a zip, so it is safe outside the child process
that parses papers. Formats: ISO 32000-2 §7.5 (PDF), APPNOTE.TXT 6.3 §4.3 (zip), ECMA-376 Part 2 (OPC).
"""

import enum
import mmap
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

from icabinet.documents.names import clean_name
from icabinet.documents.refusals import MESSAGES, BadPaper

__all__ = ["MAX_BYTES", "MESSAGES", "BadPaper", "Kind", "clean_name", "inspect", "is_xml"]

MAX_BYTES = 100 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_DIRECTORY_BYTES = 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_XML_BYTES = 40 * 1024 * 1024
MAX_RATIO = 100
RATIO_FREE_BYTES = 20 * 1024 * 1024

_HEAD_BYTES = 1024
_TAIL_BYTES = 64 * 1024
_AFTER_END_BYTES = 1024
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_DIRECTORY = b"PK\x05\x06"
_END_OF_DIRECTORY_BYTES = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_CONTENT_TYPES = "[Content_Types].xml"
_WORD_MAIN = b"wordprocessingml.document.main+xml"
_WORD_MACRO = b"ms-word.document.macroEnabled"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_WORD = "WordDocument".encode("utf-16-le")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,400}?/L\s+(\d{1,12})")
_LATER_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


class Kind(enum.StrEnum):
    """The two kinds of paper a meeting holds."""

    PDF = "pdf"
    DOCX = "docx"


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
            _check_zip(file, size)
            return Kind.DOCX
        if head.startswith(_OLE):
            raise BadPaper(_ole_code(file), name=name)
        if _PDF in head:
            _check_pdf_is_whole(file, head, size)
            return Kind.PDF
    raise BadPaper("paper.not-pdf-or-docx", name=name)


def _ole_code(file: BinaryIO) -> str:
    """Word keeps a .docx with a password, and every old .doc, in an OLE container (MS-CFB, MS-OFFCRYPTO)."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find(_OLE_ENCRYPTED) >= 0:
            return "paper.encrypted"
        if content.find(_OLE_WORD) >= 0:
            return "paper.old-word"
    return "paper.not-pdf-or-docx"


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


def _check_zip(file: BinaryIO, size: int) -> None:
    _check_directory(file, size)
    try:
        with zipfile.ZipFile(file) as package:
            _check_sizes(package.infolist(), size)
            _check_types(package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise BadPaper("paper.broken") from error


def _check_directory(file: BinaryIO, size: int) -> None:
    """Bound the directory before zipfile loads it: 100 MiB of empty entries would take gigabytes."""
    file.seek(max(0, size - _TAIL_BYTES - _END_OF_DIRECTORY_BYTES - _ZIP64_LOCATOR_BYTES))
    tail = file.read()
    at = _end_of_directory(tail)
    if at < 0 or len(tail) < at + _END_OF_DIRECTORY_BYTES:
        raise BadPaper("paper.truncated")
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    directory_bytes = int.from_bytes(tail[at + 12 : at + 16], "little")
    is_zip64 = tail[max(0, at - _ZIP64_LOCATOR_BYTES) : at].startswith(_ZIP64_LOCATOR)
    if is_zip64 or entries > MAX_ENTRIES or directory_bytes > MAX_DIRECTORY_BYTES:
        raise BadPaper("paper.zip-bomb")


def _end_of_directory(tail: bytes) -> int:
    """Same choice of record as zipfile, so that the record bounded here is the one used there."""
    last = tail[-_END_OF_DIRECTORY_BYTES:]
    if last.startswith(_END_OF_DIRECTORY) and last.endswith(b"\0\0"):
        return len(tail) - _END_OF_DIRECTORY_BYTES
    return tail.rfind(_END_OF_DIRECTORY)


def _check_sizes(entries: list[zipfile.ZipInfo], size: int) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise BadPaper("paper.encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    too_dense = unpacked > RATIO_FREE_BYTES and unpacked > MAX_RATIO * size
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED_BYTES or too_dense:
        raise BadPaper("paper.zip-bomb")
    if any(is_xml(entry.filename) and entry.file_size > MAX_XML_BYTES for entry in entries):
        raise BadPaper("paper.zip-bomb")


def is_xml(part: str) -> bool:
    """Whether a part of an Office package is XML by its name."""
    return part.lower().endswith((".xml", ".rels"))


def _check_types(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if _CONTENT_TYPES not in names:
        raise BadPaper("paper.not-pdf-or-docx")
    if package.getinfo(_CONTENT_TYPES).file_size > MAX_DIRECTORY_BYTES:
        raise BadPaper("paper.zip-bomb")
    types = package.read(_CONTENT_TYPES)
    if _WORD_MACRO in types or any(part.lower().endswith("vbaproject.bin") for part in names):
        raise BadPaper("paper.macro")
    if _WORD_MAIN not in types:
        raise BadPaper("paper.not-pdf-or-docx")
