"""A first template to begin from, and a specimen of a template with examples in its places."""

from __future__ import annotations

from docx.document import Document

from ..domain.official import NAMES, Kind
from .layout import CHAIR, Signer, add_paragraph
from .layout_tables import Column, add_spacer, add_table
from .official import Official, Part, build
from .template import Filling, fill
from .template_names import BODY, names_of

_MINUTES = (
    "Thời gian bắt đầu: {{thoi_gian_bat_dau}}.",
    "Địa điểm: {{dia_diem}}.",
    "Thành phần tham dự: {{thanh_phan}}",
    "{{danh_sach_dai_bieu}}",
    "Khách mời:",
    "{{danh_sach_khach_moi}}",
    "Chủ trì (chủ tọa): {{chu_tri}}.",
    "Thư ký (người ghi biên bản): {{thu_ky}}.",
    "Nội dung (theo diễn biến cuộc họp):",
    "{{noi_dung}}",
    "Cuộc họp kết thúc vào {{thoi_gian_ket_thuc}}./.",
)


def start(kind: Kind) -> bytes:
    """The built-in layout with the names in their places: the office changes what it wants in Word."""
    dated = kind not in ("minutes", "count")
    lines = _MINUTES if kind == "minutes" else ("{{noi_dung}}",)
    right = Signer(("{{quyen_han_chuc_vu}}",) if dated else (CHAIR,), "{{nguoi_ky}}")
    begun = Official(
        parent_agency="{{co_quan_chu_quan}}",
        agency="{{co_quan}}",
        number_line="{{so_ky_hieu}}",
        place_and_date="{{dia_danh_ngay_thang}}" if dated else "",
        kind_word="{{ten_loai}}",
        title="{{trich_yeu}}",
        parts=tuple(Part("paragraph", line) for line in lines),
        left=None if dated else Signer(("THƯ KÝ",), "{{ten_thu_ky}}"),
        right=right,
        recipients=("{{noi_nhan}}",),
        after=(Part("paragraph", "{{tinh_trang_ky_so}}"),),
        signed=True,
    )
    return build(begun)


def specimen(content: bytes, kind: Kind) -> bytes:
    """The template with an example in every place."""
    texts = {name.name: name.example for name in names_of(kind)} | {"ten_loai": NAMES[kind]}
    bodies = {name.name: _people if name.name != BODY else _body for name in names_of(kind) if name.shape == "body"}
    return fill(content, kind, Filling(texts, bodies))


def _people(document: Document) -> None:
    columns = (Column("TT", 10, "centre"), Column("Họ và tên", 60), Column("Chức vụ, đơn vị", 90))
    add_table(document, columns, [("1", "Nguyễn Văn An", "Chủ tịch"), ("2", "Trần Thị Bình", "Chuyên viên")])
    add_spacer(document)


def _body(document: Document) -> None:
    """Two paragraphs and a table, as documents have them."""
    add_paragraph(document, "Đoạn thứ nhất của nội dung, do phần mềm ghi theo diễn biến cuộc họp.")
    add_paragraph(document, "Đoạn thứ hai, trước một bảng:")
    _people(document)
