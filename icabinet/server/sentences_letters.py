"""Refusals about letters, reminders and groups of people. The form is that of `problems.WORDS`."""

from __future__ import annotations

LETTERS: dict[str, tuple[int, str, str]] = {
    "letter.sent": (
        409,
        "Thư cho {name} đã gửi rồi. Xin tải lại trang để xem thư còn lại.",
        "The letter to {name} has been sent.",
    ),
    "letter.taken-back": (
        409,
        "Thư cho {name} không cần gửi nữa vì việc này đã huỷ hoặc đã xong. Xin tải lại trang để xem thư còn lại.",
        "The letter to {name} is of no use any more: what it was about is called off or done. Please reload the page.",
    ),
    "letter.no-address": (
        409,
        "Chưa có địa chỉ thư điện tử của {name}. Xin nhờ quản trị nhập địa chỉ rồi gửi lại.",
        "There is no e-mail address of {name}. Please have an administrator enter it, then send again.",
    ),
    "reminder.too-many": (
        400,
        "Mỗi cuộc họp có nhiều nhất {most} lần nhắc. Xin bớt một lần.",
        "A meeting has at most {most} reminders. Please take one out.",
    ),
    "reminder.twice": (
        400,
        "Có hai lần nhắc giống nhau. Xin bớt một lần.",
        "Two reminders are the same. Please take one out.",
    ),
}
LETTERS |= {
    "name-list.kind": (
        400,
        "Chỉ đọc được danh sách trong tệp Word (.docx) hoặc Excel (.xlsx). Xin lưu lại ở một trong hai loại này.",
        "Only lists in Word (.docx) or Excel (.xlsx) files can be read. Please save it as one of these.",
    ),
    "name-list.too-much": (
        400,
        "Tệp danh sách quá lớn hoặc quá phức tạp. Xin chỉ giữ lại bảng họ tên, lưu thành tệp mới rồi chọn lại.",
        "The list is too large or too complex. Please keep the table of names alone, save it as a new file and choose "
        "it again.",
    ),
    "people-group.name-taken": (
        409,
        "Đã có nhóm tên “{name}”. Xin đặt tên khác.",
        "There is a group called “{name}” already. Please choose another name.",
    ),
    "people-group.too-many": (
        409,
        "Văn phòng có nhiều nhất {most} nhóm. Xin xoá nhóm không còn dùng.",
        "The office keeps at most {most} groups. Please remove one that is not used any more.",
    ),
    "invitations.sent": (
        409,
        "Mọi người đã có giấy mời đúng với cuộc họp hiện nay. Nếu cần báo thay đổi, xin sửa cuộc họp trước.",
        "Everybody has the invitation as it stands; nothing was sent.",
    ),
    "meeting.ends-before": (
        400,
        "Giờ kết thúc phải sau giờ bắt đầu. Xin chọn lại.",
        "The end must come after the beginning. Please choose again.",
    ),
    "meeting.cannot-call-off": (
        409,
        "Chỉ huỷ được cuộc họp chưa bắt đầu. Cuộc họp đang diễn ra thì xin kết thúc.",
        "Only a meeting that has not begun can be called off. One that has begun is ended.",
    ),
}
