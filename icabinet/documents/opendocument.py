"""OpenDocument files (.odt, .ods, .odp) for LibreOffice: their text for the check, and a copy without outside links.

Format: ODF 1.3 Part 3. To be called only in the worker.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from icabinet.documents.docx_package import BROKEN_ZIP, check_xml, safe_parser
from icabinet.documents.refusals import BadPaper

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_HYPERLINK = _TEXT + "a"
_LEFT_OUT = (_TEXT + "tracked-changes", "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}notes")
_CONTENT = "content.xml"
_LINKED = (_CONTENT, "styles.xml")
_INSIDE = ("Pictures/", "./Object", "Object", "./ObjectReplacements", "ObjectReplacements", "media/", "#")
_BROKEN = (*BROKEN_ZIP, KeyError, etree.XMLSyntaxError)


def read_opendocument(path: Path) -> tuple[str, ...]:
    """The paragraphs people see. Raises BadPaper for hostile XML or a broken package."""
    check_xml(path)
    try:
        with zipfile.ZipFile(path) as package:
            root = etree.fromstring(package.read(_CONTENT), safe_parser())
    except _BROKEN as error:
        raise BadPaper("paper.broken") from error
    for element in list(root.iter(*_LEFT_OUT)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    texts = (" ".join("".join(_texts(paragraph)).split()) for paragraph in root.iter(*_PARAGRAPHS))
    return tuple(unicodedata.normalize("NFC", text) for text in texts if text)


def _texts(element: etree._Element) -> Iterator[str]:
    """The element's own text: a paragraph within it (a text box, a note) is one of its own."""
    yield element.text or ""
    for child in element:
        if child.tag not in _PARAGRAPHS:
            is_blank = child.tag in (_TEXT + "s", _TEXT + "tab", _TEXT + "line-break")
            yield " " if is_blank else "".join(_texts(child))
        yield child.tail or ""


def copy_without_links(source: Path, target: Path) -> None:
    """LibreOffice would fetch linked pictures, sections and sheets. Hyperlinks stay: nobody follows them without a tap.

    Raises BadPaper when broken.
    """
    try:
        with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for entry in package.infolist():
                if not entry.is_dir():
                    content = package.read(entry)
                    copy.writestr(entry.filename, _inside_only(content) if entry.filename in _LINKED else content)
    except _BROKEN as error:
        raise BadPaper("paper.broken") from error


def _inside_only(content: bytes) -> bytes:
    root = etree.fromstring(content, safe_parser())
    for element in root.iter():
        link = element.get(_LINK) if isinstance(element.tag, str) else None
        if link and element.tag != _HYPERLINK and not link.startswith(_INSIDE):
            element.set(_LINK, "")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
