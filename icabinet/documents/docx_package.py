"""The zip around an Office document: refuse hostile XML before a parser builds a tree, copy it fit for converters.

ECMA-376 Part 2 §8.1.4 forbids a document type definition in every part, so no honest file has one.
"""

import re
import xml.parsers.expat
import zipfile
import zlib
from pathlib import Path
from typing import IO

from lxml import etree

from icabinet.documents.docx_old_fonts import Fonts, fonts_of, in_unicode
from icabinet.documents.docx_revisions import STORIES, accept_revisions
from icabinet.documents.kinds import is_xml
from icabinet.documents.old_fonts import encoding_of_font
from icabinet.documents.refusals import BadPaper

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError, RuntimeError)
"""What zipfile raises on a damaged package."""
MAX_DEPTH = 200
MAX_ELEMENTS = 2_000_000
_CHUNK = 64 * 1024
_HYPERLINK = "/hyperlink"
_STYLES = "word/styles.xml"
_FONT_NAME = re.compile(rb'w:(?:ascii|hAnsi)="([^"]*)"')


def check_xml(path: Path) -> None:
    """Stream through every XML part. Raises BadPaper on a DTD, on too deep or too many elements, on broken XML."""
    try:
        with zipfile.ZipFile(path) as package:
            budget = _Budget()
            for entry in package.infolist():
                if is_xml(entry.filename):
                    with package.open(entry) as part:
                        budget.spend_on(part)
    except BROKEN_ZIP as error:
        raise BadPaper("paper.broken") from error


class _Budget:
    """Elements left for a package and the depth within the part being read."""

    def __init__(self) -> None:
        self._left = MAX_ELEMENTS
        self._depth = 0

    def spend_on(self, part: IO[bytes]) -> None:
        """Parse one part without keeping anything."""
        self._depth = 0
        parser = xml.parsers.expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._enter
        parser.EndElementHandler = self._leave
        try:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except xml.parsers.expat.ExpatError as error:
            raise BadPaper("paper.broken") from error

    def _refuse(self, name: str, system: str | None, public: str | None, has_internal: bool) -> None:
        raise BadPaper("paper.external-entities")

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._left -= 1
        if self._depth > MAX_DEPTH or self._left < 0:
            raise BadPaper("paper.too-complex")

    def _leave(self, name: str) -> None:
        self._depth -= 1


def copy_for_conversion(source: Path, target: Path) -> None:
    """Copy a package without relationships to the outside, with tracked changes accepted and old fonts in Unicode.

    A converter would fetch linked templates, images and objects. Hyperlinks stay: nobody follows them without a
    tap. Raises BadPaper when broken.
    """
    try:
        with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            names = package.namelist()
            fonts = fonts_of(package.read(_STYLES), safe_parser()) if _STYLES in names else None
            for entry in package.infolist():
                if not entry.is_dir():
                    copy.writestr(entry.filename, _fit(entry.filename, package.read(entry), fonts))
    except (*BROKEN_ZIP, etree.XMLSyntaxError) as error:
        raise BadPaper("paper.broken") from error


def _fit(part: str, content: bytes, fonts: Fonts | None) -> bytes:
    if part.lower().endswith(".rels"):
        return _inside_only(content)
    accepted = accept_revisions(part, content, safe_parser())
    return _modern(accepted, fonts) if fonts and STORIES.fullmatch(part) else accepted


def _modern(story: bytes, fonts: Fonts) -> bytes:
    if not any(encoding_of_font(font) for font in (*fonts.styles.values(), *_named_fonts(story))):
        return story
    root = etree.fromstring(story, safe_parser())
    found = in_unicode(root, fonts)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)) if found else story


def _named_fonts(story: bytes) -> set[str]:
    return {name.decode("utf-8", "replace") for name in _FONT_NAME.findall(story)}


def _inside_only(relations: bytes) -> bytes:
    root = etree.fromstring(relations, safe_parser())
    for relation in list(root):
        is_link = relation.get("Type", "").endswith(_HYPERLINK)
        if relation.get("TargetMode") == "External" and not is_link:
            root.remove(relation)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def safe_parser() -> etree.XMLParser:
    """A parser that loads nothing from outside and expands no entity."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
