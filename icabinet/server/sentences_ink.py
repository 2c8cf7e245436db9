"""Refusals about strokes drawn by hand, and about sharing marks. The form is that of `problems.WORDS`."""

from __future__ import annotations

INK: dict[str, tuple[int, str, str]] = {
    "ink.nothing-there": (
        409,
        "Trang này chưa có nét vẽ của đại biểu nên không có gì để chia sẻ. Xin vẽ rồi chia sẻ lại.",
        "You have no strokes on this page. Please draw, then share again.",
    ),
    "paper.no-own-copy": (
        503,
        "Chưa tạo được bản tài liệu có ghi chú. Xin thử lại, nếu vẫn không được xin báo thư ký.",
        "The paper with your marks could not be made. Please try again, or tell the secretary.",
    ),
    "mark.secret-paper": (
        409,
        "Tài liệu mật: ghi chú chỉ chia sẻ được với tất cả người được xem tài liệu. Xin chọn lại.",
        "On a secret paper a mark is shared with all its readers or with nobody. Please choose again.",
    ),
    "ink.no-such-page": (
        409,
        "Tài liệu chỉ có {pages} trang nên nét vẽ chưa được ghi. Xin mở lại tài liệu rồi vẽ lại.",
        "The paper has only {pages} pages. Please open it again and draw again.",
    ),
    "ink.too-long": (
        409,
        "Một nét vẽ dài quá {most} kB nên chưa được ghi. Xin nhấc bút và vẽ thành nhiều nét ngắn hơn.",
        "One stroke is longer than {most} kB. Please lift the pen and draw shorter strokes.",
    ),
    "ink.too-many": (
        409,
        "Đại biểu đã có {most} nét vẽ trong cuộc họp này nên nét mới chưa được ghi. Xin tẩy bớt rồi vẽ lại.",
        "You have {most} strokes in this meeting already. Please erase some, then draw again.",
    ),
    "ink.unreadable": (
        400,
        "Nét vẽ bị lỗi khi gửi nên chưa được ghi. Xin tải lại trang rồi vẽ lại.",
        "The stroke could not be read. Please reload the page and draw again.",
    ),
}
