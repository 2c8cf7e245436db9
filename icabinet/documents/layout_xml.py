"""The few WordprocessingML elements python-docx has no call for, always in the order the schema asks for.

Word refuses what other programs forgive: children of `w:tblPr`, `w:trPr` and `w:pPr` have a fixed order
(ECMA-376-1, CT_TblPr, CT_TrPr, CT_PPr).
"""

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

TABLE_PROPERTY_ORDER = (
    "tblStyle",
    "tblpPr",
    "tblOverlap",
    "bidiVisual",
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
)
_AFTER_PARAGRAPH_BORDER = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
_TWIPS_PER_MM = 1440 / 25.4


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """A `w:` element with `w:` attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def line(side: str, *, eighths: int = 6) -> BaseOxmlElement:
    """A single solid black line for one side of a paragraph, cell or table, in eighths of a point."""
    return element(side, val="single", sz=str(eighths), space="0", color="000000")


def border_paragraph(paragraph: Paragraph, sides: Sequence[str]) -> None:
    """Draw solid lines on the given sides (`top`, `left`, `bottom`, `right`) of a paragraph."""
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            borders.append(line(side))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_PARAGRAPH_BORDER)


def fix_columns(table: Table, widths_mm: Sequence[float]) -> None:
    """Give the table fixed column widths, the same in the grid and in every cell."""
    table.autofit = False
    properties = table._tbl.tblPr
    for grid_column, width in zip(table._tbl.tblGrid.gridCol_lst, widths_mm, strict=True):
        grid_column.w = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    properties.append(element("tblW", w=str(round(sum(widths_mm) * _TWIPS_PER_MM)), type="dxa"))
    _sort_table_properties(table)


def draw_grid(table: Table, *, padding_mm: float) -> None:
    """Draw every line of the table and pad its cells on the left and right."""
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(line(side, eighths=4))
    padding = str(round(padding_mm * _TWIPS_PER_MM))
    margins = element("tblCellMar")
    margins.append(element("left", w=padding, type="dxa"))
    margins.append(element("right", w=padding, type="dxa"))
    table._tbl.tblPr.append(borders)
    table._tbl.tblPr.append(margins)
    _sort_table_properties(table)


def _sort_table_properties(table: Table) -> None:
    properties = table._tbl.tblPr
    ordered = sorted(properties, key=lambda child: TABLE_PROPERTY_ORDER.index(child.tag.partition("}")[2]))
    for child in ordered:
        properties.append(child)


def keep_row_whole(row: _Row) -> None:
    """Never break this row over two pages."""
    row._tr.get_or_add_trPr().insert(0, element("cantSplit"))


def repeat_row(row: _Row) -> None:
    """Repeat this row at the top of every page the table runs over."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def restart_page_numbers(section: Section) -> None:
    """Count the pages of this section from 1 (an appendix has page numbers of its own)."""
    properties = section._sectPr
    for inherited in properties.findall(qn("w:pgNumType")):
        properties.remove(inherited)
    properties.insert_element_before(element("pgNumType", start="1"), "w:cols", "w:titlePg", "w:docGrid")
