"""Tracked changes taken as accepted (ECMA-376 Part 1 §17.13.5), so that nobody reads or quotes deleted words.

LibreOffice would print deletions struck through, and a text reader cannot tell them from the rest.
"""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REMOVED = (W + "del", W + "moveFrom")
_KEPT = (W + "ins", W + "moveTo")
_ROW = W + "tr"
_TRACES = re.compile(rb"<\w*:?(?:del|moveFrom|ins|moveTo)\b")
STORIES = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")


def is_removed_row(element: etree._Element) -> bool:
    """Whether this is a table row that a tracked change deletes."""
    return element.tag == _ROW and element.find(f"{W}trPr/{W}del") is not None


def accept_revisions(part: str, content: bytes, parser: etree.XMLParser) -> bytes:
    """The XML of a story (body, notes, headers) with deletions gone and insertions plain; other parts unchanged.

    Raises etree.XMLSyntaxError.
    """
    if not STORIES.fullmatch(part) or not _TRACES.search(content):
        return content
    root = etree.fromstring(content, parser)
    for row in [row for row in root.iter(_ROW) if is_removed_row(row)]:
        row.getparent().remove(row)
    for element in list(root.iter(*REMOVED)):
        element.getparent().remove(element)
    for element in list(root.iter(*_KEPT)):
        _unwrap(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _unwrap(element: etree._Element) -> None:
    """Put the children in the element's place; as a mark in properties it has none and just goes."""
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)
