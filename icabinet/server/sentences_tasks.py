"""Refusals about tasks. The form is that of `problems.WORDS`."""

from __future__ import annotations

TASKS: dict[str, tuple[int, str, str]] = {
    "task.unclear": (
        400,
        "Nhiệm vụ chưa đủ 5 rõ, còn thiếu: {missing}. Xin bổ sung rồi giao.",
        "The task is not clear yet ({missing}). Please complete it.",
    ),
    "task.twice": (
        400,
        "Có người hoặc đơn vị được ghi hai lần. Xin bỏ bớt trong phần phối hợp.",
        "Somebody is named twice. Please remove one of them.",
    ),
    "task.closed": (
        409,
        "Nhiệm vụ đã kết thúc nên không đổi được nữa. Xin giao nhiệm vụ mới nếu cần.",
        "This task is closed. Please give a new one if needed.",
    ),
    "task.not-yours": (
        403,
        "Việc này chỉ người được giao hoặc người giao nhiệm vụ làm được. Xin báo người giao nhiệm vụ.",
        "Only the owner or whoever gave the task can do this. Please tell them.",
    ),
    "task.not-now": (
        409,
        "Nhiệm vụ đang ở bước khác nên chưa làm được việc này. Xin xem lại tình trạng nhiệm vụ.",
        "The task stands elsewhere. Please look at its state again.",
    ),
    "task.not-later": (
        400,
        "Thời hạn mới phải sau thời hạn đang có và sau hôm nay. Xin chọn ngày khác.",
        "The new deadline must be later than the present one. Please choose another day.",
    ),
    "task.no-reason": (400, "Xin ghi rõ lý do rồi gửi lại.", "Please give the reason."),
    "task.nothing-asked": (
        409,
        "Không còn đề nghị gia hạn nào chờ trả lời. Xin xem lịch sử nhiệm vụ.",
        "No more time is being asked for. Please look at the history.",
    ),
    "task.no-file": (
        409,
        "Tệp kèm theo chưa gửi xong. Xin chờ gửi xong rồi báo cáo.",
        "A file has not arrived yet. Please wait for it.",
    ),
    "task.too-many-files": (
        409,
        "Nhiệm vụ đã có {most} tệp. Xin gộp các tệp lại.",
        "The task has {most} files already. Please join some of them.",
    ),
    "task.paper-not-open": (
        409,
        "Chỉ trích được tài liệu đã phát hành, không mật. Xin ghi việc cần làm bằng lời.",
        "Only published papers that are not secret can be quoted. Please put it in your own words.",
    ),
    "task.no-such-page": (
        409,
        "Tài liệu chỉ có {pages} trang. Xin mở lại tài liệu rồi chọn lại câu trích.",
        "The paper has only {pages} pages. Please choose the sentence again.",
    ),
}
