"""Refusals about opinions by writing. The form is that of `problems.WORDS`."""

from __future__ import annotations

CIRCULATIONS: dict[str, tuple[int, str, str]] = {
    "circulation.draft": (
        409,
        "Phiếu lấy ý kiến này chưa gửi đi. Xin gửi trước.",
        "This circulation has not been sent yet. Please send it first.",
    ),
    "circulation.open": (
        409,
        "Phiếu lấy ý kiến này đã gửi đi và đang nhận ý kiến. Nếu cần sửa, xin rút lại rồi lập phiếu mới.",
        "This circulation is out and takes answers. To change it, please withdraw it and make a new one.",
    ),
    "circulation.closed": (
        409,
        "Việc lấy ý kiến đã kết thúc, không nhận thêm ý kiến. Nếu cần, xin liên hệ thư ký.",
        "This circulation is closed and takes no more answers. Please ask the secretary if needed.",
    ),
    "circulation.published": (
        409,
        "Kết quả lấy ý kiến đã công bố, không thay đổi được nữa. Nếu cần, xin lấy ý kiến lại.",
        "The result is published and stays as it is. If needed, please circulate the question again.",
    ),
    "circulation.withdrawn": (
        409,
        "Phiếu lấy ý kiến này đã được rút lại. Xin xem lý do và chờ phiếu mới.",
        "This circulation was withdrawn. Please see the reason and wait for a new one.",
    ),
    "circulation.nobody": (
        400,
        "Chưa chọn người được lấy ý kiến. Xin chọn ít nhất một người.",
        "Nobody is asked yet. Please choose at least one person.",
    ),
    "circulation.desk-asked": (
        409,
        "Người lập phiếu và người theo dõi không thể đồng thời được lấy ý kiến. Xin bỏ ra khỏi danh sách"
        " hoặc chọn người theo dõi khác.",
        "Who made it, or follows it, cannot be asked too. Please take the person off the list.",
    ),
    "circulation.rule": (
        400,
        "Cách quyết định này chỉ dùng khi họp. Xin chọn cách quyết định khác.",
        "This rule works in meetings only. Please choose another.",
    ),
    "circulation.no-leader": (
        409,
        "Khi ngang nhau thì theo ý kiến người đứng đầu, nhưng chưa chọn người này trong danh sách. Xin chọn.",
        "The leader decides a tie, but is not chosen among those asked. Please choose.",
    ),
    "circulation.deadline-past": (
        400,
        "Hạn trả lời đã qua. Xin chọn thời điểm sau lúc này.",
        "The deadline has passed. Please choose a later moment.",
    ),
    "circulation.deadline-earlier": (
        400,
        "Hạn mới phải sau hạn hiện tại. Xin chọn lại.",
        "The new deadline must be later than the present one. Please choose again.",
    ),
    "circulation.reason": (400, "Xin ghi lý do.", "Please give the reason."),
    "circulation.other-empty": (
        400,
        "Xin ghi nội dung ý kiến khác, hoặc đính kèm tệp.",
        "Please write the other opinion, or attach a file.",
    ),
    "circulation.over": (
        409,
        "Đã hết hạn trả lời nên ý kiến chưa được ghi nhận. Xin liên hệ thư ký nếu cần gia hạn.",
        "The deadline is over; the answer was not recorded. Please ask the secretary for more time.",
    ),
    "circulation.file-not-ready": (
        409,
        "Tệp {name} chưa đọc xong hoặc không đọc được. Xin chờ, hoặc chọn tệp khác.",
        "The file {name} is not ready or cannot be read. Please wait, or choose another.",
    ),
    "circulation.stale": (
        409,
        "Người khác vừa sửa bản nháp này. Xin xem phần đã đổi rồi lưu hoặc gửi lại.",
        "Somebody else has just edited this draft. Please look at what changed, then save or send again.",
    ),
    "circulation.changed": (
        409,
        "Ý kiến vừa thay đổi. Xin xem lại rồi xác nhận.",
        "The answer has just changed. Please look at it again, then confirm.",
    ),
    "circulation.nobody-to-nudge": (
        409,
        "Những người này đã trả lời, hoặc vừa được nhắc. Xin chờ {minutes} phút rồi nhắc lại.",
        "They have answered, or were nudged just now. Please wait {minutes} minutes.",
    ),
    "circulation.not-counted": (
        409,
        "Chưa kiểm ý kiến nên chưa lập được bản tổng hợp. Xin lập sau khi kết thúc.",
        "The answers are not counted yet. Please make the summary afterwards.",
    ),
    "circulation.not-over": (
        409,
        "Chưa hết hạn và còn {missing} người chưa trả lời. Xin chờ đến hạn, hoặc rút lại nếu không cần nữa.",
        "The deadline has not come and {missing} people have not answered. Please wait, or withdraw it.",
    ),
}
