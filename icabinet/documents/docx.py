"""All text of a Word document by a walk over python-docx's own XML tree.

`Document.paragraphs` leaves out tracked insertions, content controls, text boxes, notes and most of the tables;
the walk keeps them and leaves out what is deleted or hidden (ECMA-376 Part 1 §17).
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx
import msgspec
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from lxml import etree

from icabinet.documents.docx_package import BROKEN_ZIP, check_xml, safe_parser
from icabinet.documents.docx_revisions import REMOVED, W, is_removed_row
from icabinet.documents.refusals import BadPaper

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH = W + "p"
_RUN = W + "r"
_LEFT_OUT = frozenset({*REMOVED, _MC + "Fallback", W + "pPr", W + "rPr", W + "instrText", W + "sectPr"})
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = ("/footnotes", "/endnotes")
_MARGINS = ("/header", "/footer")
_OFF = frozenset({"0", "false", "off"})


class DocxText(msgspec.Struct, frozen=True):
    """Paragraphs in document order: the body (with tables and text boxes), the notes, headers with footers."""

    body: tuple[str, ...]
    notes: tuple[str, ...]
    margins: tuple[str, ...]
    title: str


def read_docx(path: Path) -> DocxText:
    """Read a .docx. Raises BadPaper for a document type definition, endless nesting or a broken package.

    To be called only in the worker.
    """
    check_xml(path)
    try:
        document = docx.Document(str(path))
        return DocxText(
            body=_paragraphs(document.element.body),
            notes=_related(document, _NOTES),
            margins=_related(document, _MARGINS),
            title=document.core_properties.title or "",
        )
    except (OpcError, KeyError, AttributeError, etree.XMLSyntaxError, *BROKEN_ZIP) as error:
        raise BadPaper("paper.broken") from error


def _related(document: Document, kinds: tuple[str, ...]) -> tuple[str, ...]:
    parts = [
        relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.endswith(kinds)
    ]
    return tuple(paragraph for part in parts for paragraph in _paragraphs(_root(part)))


def _root(part: Part) -> etree._Element:
    """python-docx has parsed headers but keeps notes as bytes."""
    element = getattr(part, "element", None)
    return etree.fromstring(part.blob, safe_parser()) if element is None else element


def _paragraphs(root: etree._Element) -> tuple[str, ...]:
    text = unicodedata.normalize("NFC", "".join(_texts(root)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or _is_hidden(child) or is_removed_row(child):
            continue
        if tag == W + "t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == _PARAGRAPH:
            yield "\n"
            yield from _texts(child)
            yield "\n"
        else:
            yield from _texts(child)


def _is_hidden(element: etree._Element) -> bool:
    hidden = element.find(f"{W}rPr/{W}vanish") if element.tag == _RUN else None
    return hidden is not None and hidden.get(W + "val", "1") not in _OFF
