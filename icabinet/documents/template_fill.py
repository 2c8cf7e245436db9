"""The documents of a meeting in the office's own templates."""

from __future__ import annotations

from ..domain.official import Kind
from . import minutes_docx, printed, template_apart
from .minutes_docx import Minutes, add_attendance, add_corrections, number_line, person, write_blocks
from .official import UNSIGNED, Official, add_parts, build
from .template import Filling, fill
from .template_names import BODY

Content = Official | Minutes


def to_docx(kind: Kind, content: Content, template: bytes | None) -> bytes:
    """In the built-in layout without a template; equal contents and templates give equal bytes.

    A template is opened in a process of its own. Raises NotFilled where that fails.
    """
    if template is not None:
        return template_apart.fill(template, kind, content)
    return build(content) if isinstance(content, Official) else minutes_docx.build(content)


def to_pdf(kind: Kind, content: Content, template: bytes | None, docx: bytes | None = None) -> bytes:
    """`docx` is what `to_docx` made, where that is known already. Raises NotPrinted, of a template NotFilled.

    With a template the PDF comes out of the same process of its own: a picture in it may be made to burst whoever
    opens it.
    """
    if template is not None:
        return template_apart.fill(template, kind, content, pdf=True)
    return printed.to_pdf(to_docx(kind, content, None) if docx is None else docx)


def fill_official(template: bytes, kind: Kind, official: Official) -> bytes:
    right = official.right
    texts = {
        "co_quan_chu_quan": official.parent_agency,
        "co_quan": official.agency,
        "so_ky_hieu": official.number_line,
        "dia_danh_ngay_thang": official.place_and_date,
        "ten_loai": official.kind_word,
        "trich_yeu": official.title,
        "quyen_han_chuc_vu": "\n".join(right.authority) if right else "",
        "nguoi_ky": right.name if right else "",
        "ten_thu_ky": official.left.name if official.left else "",
        "noi_nhan": "\n".join(official.recipients),
        "tinh_trang_ky_so": "" if official.signed else UNSIGNED,
    }
    bodies = {BODY: lambda document: add_parts(document, official.parts)}
    return fill(template, kind, Filling(texts, bodies, lambda document: add_parts(document, official.after)))


def fill_minutes(template: bytes, minutes: Minutes) -> bytes:
    texts = {
        "co_quan_chu_quan": minutes.parent_agency,
        "co_quan": minutes.agency,
        "so_ky_hieu": number_line(minutes.number, minutes.symbol),
        "ten_loai": "Biên bản",
        "trich_yeu": minutes.title,
        "nguoi_ky": minutes.chair,
        "ten_thu_ky": minutes.secretary,
        "noi_nhan": "\n".join(minutes.recipients),
        "tinh_trang_ky_so": "" if minutes.signed else UNSIGNED,
        "thoi_gian_bat_dau": minutes.started.rstrip("."),
        "thoi_gian_ket_thuc": minutes.ended.rstrip("."),
        "dia_diem": minutes.place.rstrip("."),
        "thanh_phan": minutes.attendance_summary,
        "chu_tri": person(minutes.chair, minutes.chair_title).rstrip("."),
        "thu_ky": person(minutes.secretary, minutes.secretary_title).rstrip("."),
    }
    bodies = {
        BODY: lambda document: write_blocks(document, minutes.blocks),
        "danh_sach_dai_bieu": lambda document: add_attendance(document, minutes.attendees),
        "danh_sach_khach_moi": lambda document: add_attendance(document, minutes.guests),
    }
    return fill(template, "minutes", Filling(texts, bodies, lambda document: add_corrections(document, minutes)))
