"""Refusals about versions of papers and notes on them. The form is that of `problems.WORDS`."""

from __future__ import annotations

VERSIONS: dict[str, tuple[int, str, str]] = {
    "version.waiting": (
        409,
        "Tài liệu này đang có một phiên bản chờ phát hành. Xin phát hành hoặc bỏ phiên bản đó trước.",
        "A version of this paper is waiting. Please use it or remove it first.",
    ),
    "version.used": (
        409,
        "Phiên bản này đã được dùng hoặc đã cũ. Xin xem lại danh sách, không cần làm lại.",
        "This version is in use or out of date. Please look at the list again.",
    ),
    "version.same-file": (
        409,
        "Tệp này giống hệt phiên bản đang dùng. Xin chọn tệp đã sửa.",
        "This file is the version in use. Please choose the changed file.",
    ),
    "version.too-many": (
        409,
        "Tài liệu đã có {most} phiên bản. Xin thêm tệp này thành tài liệu mới.",
        "The paper has {most} versions. Please add this file as a new paper.",
    ),
    "note.no-proposal": (
        409,
        "Chỗ đề xuất cho ghi chú này đã thay đổi. Xin xem lại danh sách ghi chú rồi chọn.",
        "The proposed place of this note has changed. Please look at your notes again.",
    ),
    "compare.too-long": (
        409,
        "Tài liệu dài hơn {words} chữ nên không so sánh được. Xin tách tài liệu, hoặc mở hai bản để đọc.",
        "The paper has more than {words} words and cannot be compared. Please open both versions.",
    ),
    "compare.no-text": (
        409,
        "Một trong hai bản là ảnh quét không có chữ nên không so sánh được. Xin mở hai bản để đọc.",
        "One of the versions is a scan without text. Please open both versions.",
    ),
    "compare.secret": (
        403,
        "Tài liệu mật chỉ xem từng bản trên máy, không so sánh được. Xin mở từng bản để đọc.",
        "Secret papers can only be viewed, not compared. Please open each version.",
    ),
    "compare.failed": (
        503,
        "Chưa so sánh được hai bản. Xin thử lại sau ít phút, hoặc mở hai bản để đọc.",
        "The versions could not be compared. Please try again, or open both.",
    ),
}
