"""Refusals about the office's rooms and the seats of a meeting. The form is that of `problems.WORDS`."""

from __future__ import annotations

SEATS: dict[str, tuple[int, str, str]] = {
    "hall.uneven": (
        400,
        "Các hàng của sơ đồ dài ngắn khác nhau. Xin thêm lối đi cho các hàng ngắn rồi lưu lại.",
        "The lines of the plan differ in length. Please fill up the short ones with gaps.",
    ),
    "hall.no-seat": (
        400,
        "Sơ đồ chưa có ghế nào. Xin vẽ ít nhất một ghế rồi lưu lại.",
        "The plan has no seat yet. Please draw at least one.",
    ),
    "hall.name-taken": (
        409,
        "Đã có phòng tên “{name}”. Xin đặt tên khác, hoặc sửa phòng đó.",
        "There is a room named “{name}” already. Please choose another name, or edit that room.",
    ),
    "hall.too-many": (
        409,
        "Danh mục có nhiều nhất {most} phòng. Xin xoá một phòng không dùng nữa.",
        "The list holds at most {most} rooms. Please remove one that is no longer used.",
    ),
    "hall.gone": (
        409,
        "Phòng này không còn trong danh mục. Xin chọn phòng khác.",
        "This room is no longer in the list. Please choose another one.",
    ),
    "seat.no-plan": (
        409,
        "Cuộc họp chưa chọn phòng có sơ đồ. Xin chọn phòng trước.",
        "The meeting has no room with a plan yet. Please choose one first.",
    ),
    "seat.not-member": (
        409,
        "Có người không còn trong thành phần cuộc họp, chưa xếp chỗ cho ai. Xin xem lại danh sách.",
        "Somebody on the list takes no part in the meeting; nobody was seated. Please look at the list again.",
    ),
    "seat.twice": (
        400,
        "Có người được xếp hai chỗ, chưa xếp chỗ cho ai. Xin bớt một chỗ.",
        "Somebody has two seats on the list; nobody was seated. Please take one away.",
    ),
    "seat.unknown": (
        409,
        "Sơ đồ không có ghế {seat}, chưa xếp chỗ cho ai. Xin chọn ghế khác.",
        "The plan has no seat {seat}; nobody was seated. Please choose another one.",
    ),
    "seat.taken": (
        409,
        "Ghế {seat} vừa có người khác. Xin xem lại sơ đồ rồi chọn ghế khác hoặc đổi chỗ.",
        "Seat {seat} has just been taken. Please look at the plan again.",
    ),
}
