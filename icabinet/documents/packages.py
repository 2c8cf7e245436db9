"""The gate of papers that are zip packages: how much they may hold, what they are, what they may not carry.

Formats: APPNOTE.TXT 6.3 §4.3 (zip), ECMA-376 Part 2 (Open Packaging), ODF 1.3 Part 2 §3 (OpenDocument).
"""

import zipfile
import zlib
from typing import BinaryIO

from icabinet.documents.refusals import BadPaper

MAX_ENTRIES = 2_000
MAX_DIRECTORY_BYTES = 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_XML_BYTES = 40 * 1024 * 1024
MAX_RATIO = 100
RATIO_FREE_BYTES = 20 * 1024 * 1024

_TAIL_BYTES = 64 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_END_OF_DIRECTORY_BYTES = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"presentationml.presentation.main+xml": "pptx",
    b"presentationml.slideshow.main+xml": "pptx",
}
_MACROS = b"macroEnabled"
_MIME_TYPE = "mimetype"
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED_ENTRY = b"encryption-data"
_SCRIPT_FOLDERS = ("Basic/", "Scripts/")
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError)


def check_zip(file: BinaryIO, size: int) -> None:
    """Raises BadPaper when the zip of `size` bytes is cut off, broken, encrypted or unpacks into too much."""
    _check_directory(file, size)
    try:
        with zipfile.ZipFile(file) as package:
            _check_sizes(package.infolist(), size)
    except _BROKEN as error:
        raise BadPaper("paper.broken") from error


def package_type(file: BinaryIO) -> str:
    """The usual extension of a checked package, such as "docx". Raises BadPaper for others, macros, a password."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if _CONTENT_TYPES in names:
                return _open_xml(package)
            return _open_document(package) if _MIME_TYPE in names else _unknown()
    except _BROKEN as error:
        raise BadPaper("paper.broken") from error


def _unknown() -> str:
    raise BadPaper("paper.unknown-kind")


def _open_xml(package: zipfile.ZipFile) -> str:
    types = _small(package, _CONTENT_TYPES)
    if _MACROS in types or any(part.lower().endswith("vbaproject.bin") for part in package.namelist()):
        raise BadPaper("paper.macro")
    found = [kind for main, kind in _MAIN_PARTS.items() if main in types]
    return found[0] if found else _unknown()


def _open_document(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    kind = _OPEN_DOCUMENT.get(_small(package, _MIME_TYPE).strip())
    if kind is None:
        return _unknown()
    if _MANIFEST in names and _ENCRYPTED_ENTRY in _small(package, _MANIFEST):
        raise BadPaper("paper.encrypted")
    if any(name.startswith(_SCRIPT_FOLDERS) for name in names):
        raise BadPaper("paper.macro")
    return kind


def _small(package: zipfile.ZipFile, part: str) -> bytes:
    if package.getinfo(part).file_size > MAX_DIRECTORY_BYTES:
        raise BadPaper("paper.zip-bomb")
    return package.read(part)


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
