"""Reading a .docx as Word would: parts, order of children, sizes after style inheritance."""

import io
import zipfile
from itertools import pairwise

import docx
import pypdf
import rdocx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376-1: CT_TblPr, CT_TrPr (in the order Word writes it), CT_PPr, CT_RPr, CT_SectPr.
SCHEMA_ORDER = {
    "tblPr": "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader jc",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr "
    "sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs u lang",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def reopen(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def pdf(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(rdocx.Document.from_bytes(data).to_pdf()))


def pdf_texts(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf(data).pages]


def misplaced(data: bytes) -> list[str]:
    """Every child that stands where Word's schema does not allow it."""
    found = []
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml"):
        for node in etree.fromstring(parts(data)[name]).iter():
            order = SCHEMA_ORDER.get(etree.QName(node).localname, "").split()
            if order:
                found += _misplaced_children(name, node, order)
    return found


def _misplaced_children(part: str, node: etree._Element, order: list[str]) -> list[str]:
    tags = [etree.QName(child).localname for child in node]
    unknown = [f"{part}: {tag} unknown here" for tag in tags if tag not in order]
    places = [order.index(tag) for tag in tags if tag in order and tag != "headerReference"]
    return unknown + [f"{part}: {tags}" for before, after in pairwise(places) if before >= after]


def size_in_points(paragraph: Paragraph, default: float = 14) -> float:
    run_size = paragraph.runs[0].font.size
    style_size = paragraph.style.font.size if paragraph.style is not None else None
    size = run_size or style_size
    return float(size.pt) if size else default


def is_bold(paragraph: Paragraph) -> bool:
    own = paragraph.runs[0].bold
    return bool(own if own is not None else paragraph.style and paragraph.style.font.bold)


def cell_texts(cell: _Cell) -> list[str]:
    return [paragraph.text for paragraph in cell.paragraphs if paragraph.text]


def rule_length(paragraph: Paragraph, available: float) -> float:
    """Length in points of the line drawn above an empty bordered paragraph."""
    assert paragraph._p.find(f"{W}pPr/{W}pBdr/{W}top") is not None
    form = paragraph.paragraph_format
    assert form.left_indent == form.right_indent
    return available - 2 * float(form.left_indent.pt if form.left_indent is not None else 0)


def ruled_paragraphs(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return [each for each in paragraphs if each._p.find(f"{W}pPr/{W}pBdr") is not None]


def fonts_named(data: bytes) -> set[str]:
    names: set[str] = set()
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml"):
        for node in etree.fromstring(parts(data)[name]).iter(qn("w:rFonts")):
            names |= {str(value) for value in node.attrib.values()}
    return names
