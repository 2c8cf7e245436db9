"""The names that an office's own template may hold, {{like_this}}, and what stands in their place."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..domain.official import Kind

Shape = Literal["words", "lines", "body"]
"""Inside a line; a paragraph repeated for each line; a paragraph of its own that gives way to paragraphs and tables."""
BODY = "noi_dung"


class Name(msgspec.Struct, frozen=True):
    """`means` for people; `example` for the specimen, with its lines apart by line feeds."""

    name: str
    means: str
    example: str
    shape: Shape = "words"


_COMMON = (
    Name("co_quan_chu_quan", "Cơ quan chủ quản", "Ủy ban nhân dân thành phố"),
    Name("co_quan", "Cơ quan ban hành", "Văn phòng"),
    Name("so_ky_hieu", "Số, ký hiệu", "Số: 07/BB-VP"),
    Name("ten_loai", "Tên loại văn bản", "Biên bản"),
    Name("trich_yeu", "Trích yếu nội dung", "Phiên họp thường kỳ tháng 11 năm 2026"),
    Name(BODY, "Nội dung văn bản (đứng riêng một đoạn, ngoài bảng)", "", "body"),
    Name("nguoi_ky", "Họ và tên người ký", "Nguyễn Văn An"),
    Name("noi_nhan", "Nơi nhận, mỗi dòng một nơi", "Như thành phần tham dự;\nLưu: VT, Hồ sơ.", "lines"),
    Name("tinh_trang_ky_so", "Câu “Văn bản này chưa ký số.”", "Văn bản này chưa ký số."),
)
_MINUTES = (
    Name("thoi_gian_bat_dau", "Thời gian bắt đầu", "08 giờ 00 phút, ngày 23 tháng 11 năm 2026"),
    Name("thoi_gian_ket_thuc", "Thời gian kết thúc", "11 giờ 30 phút, ngày 23 tháng 11 năm 2026"),
    Name("dia_diem", "Địa điểm", "Phòng họp số 2"),
    Name("thanh_phan", "Câu về thành phần tham dự", "Có mặt 12/14 đại biểu; vắng 2; khách mời có mặt: 1."),
    Name("danh_sach_dai_bieu", "Bảng đại biểu (đứng riêng một đoạn, ngoài bảng)", "", "body"),
    Name("danh_sach_khach_moi", "Bảng khách mời (đứng riêng một đoạn, ngoài bảng)", "", "body"),
    Name("chu_tri", "Chủ trì, kèm chức vụ", "Nguyễn Văn An, Chủ tịch"),
    Name("thu_ky", "Thư ký, kèm chức vụ", "Trần Thị Bình, Chuyên viên"),
    Name("ten_thu_ky", "Họ và tên thư ký", "Trần Thị Bình"),
)
_DATED = (
    Name("dia_danh_ngay_thang", "Địa danh và ngày tháng", "Vĩnh Giang, ngày 23 tháng 11 năm 2026"),
    Name("quyen_han_chuc_vu", "Quyền hạn, chức vụ người ký", "KT. Chủ tịch\nPhó Chủ tịch", "lines"),
)
_COUNT = (Name("ten_thu_ky", "Họ và tên thư ký", "Trần Thị Bình"),)


def names_of(kind: Kind) -> tuple[Name, ...]:
    if kind == "minutes":
        return _COMMON + _MINUTES
    return _COMMON + (_COUNT if kind == "count" else _DATED)
