"""Refusals about the room: invitations, substitutes, seats, check-in, service. The form is that of `problems.WORDS`."""

from __future__ import annotations

ROOM: dict[str, tuple[int, str, str]] = {
    "member.substitution": (
        409,
        "Người này đang dự thay hoặc có người dự thay. Xin thu hồi việc dự thay trước.",
        "A substitution is in force for this person. Revoke it first.",
    ),
    "invitation.reason": (
        400,
        "Xin ghi lý do không tham dự.",
        "Please say why you cannot attend.",
    ),
    "invitation.present": (
        409,
        "Đại biểu đã điểm danh nên trả lời giấy mời giữ nguyên. Nếu đại biểu ra về, xin báo thư ký.",
        "This person has checked in, so the answer stands. If he leaves, please have the secretary note it.",
    ),
    "substitute.none": (
        409,
        "Cuộc họp này không nhận người dự thay. Xin liên hệ thư ký.",
        "This meeting admits no substitutes. Please ask the secretary.",
    ),
    "substitute.whom": (
        400,
        "Xin chọn người dự thay.",
        "Please choose the substitute.",
    ),
    "substitute.oneself": (
        409,
        "Không thể tự dự thay chính mình. Xin chọn người khác.",
        "Nobody stands in for himself. Please choose somebody else.",
    ),
    "substitute.role": (
        409,
        "Chỉ đại biểu và khách mời cử được người dự thay. Nếu chủ trì hoặc thư ký vắng, xin cơ quan cử người khác.",
        "Only delegates and guests send a substitute. For a chair or secretary, please ask the office for another one.",
    ),
    "substitute.chain": (
        409,
        "Người dự thay không cử tiếp người khác. Xin báo thư ký.",
        "A substitute sends no other one. Please tell the secretary.",
    ),
    "substitute.already-member": (
        409,
        "{name} đã có tên trong cuộc họp này. Xin chọn người khác.",
        "{name} takes part in this meeting already. Please choose somebody else.",
    ),
    "substitute.in-force": (
        409,
        "Đang có người dự thay. Xin báo thư ký thu hồi việc dự thay trước.",
        "A substitute is in this place. Ask the secretary to revoke the substitution first.",
    ),
    "substitute.not-in-force": (
        409,
        "Việc dự thay này không còn hiệu lực nên không cần thu hồi. Xin xem lại danh sách thành phần.",
        "This substitution is no longer in force. Please look at the list of members again.",
    ),
    "substitute.not-asked": (
        409,
        "Đề nghị dự thay này đã được quyết định hoặc đã rút.",
        "This request was decided or withdrawn already.",
    ),
    "substitute.vote-open": (
        409,
        "Đang có biểu quyết mở. Xin đóng biểu quyết rồi mới đổi người dự thay.",
        "A vote is open; close it before the substitution is changed.",
    ),
    "check-in.code-needed": (
        409,
        "Cuộc họp này điểm danh bằng mã của phòng họp. Xin quét mã đang hiện trên màn hình lớn.",
        "This meeting checks in by the room's code. Please scan the one on the big screen.",
    ),
    "check-in.code-old": (
        409,
        "Mã này không còn hiệu lực. Xin quét mã đang hiện trên màn hình lớn.",
        "This code is no longer valid. Please scan the one on the big screen.",
    ),
    "service.text": (
        400,
        "Xin ghi nội dung cần phục vụ.",
        "Please say what is needed.",
    ),
    "service.asked": (
        409,
        "Yêu cầu này đã gửi, bàn thư ký đang xử lý. Xin chờ trong giây lát.",
        "This was asked for already; the desk knows.",
    ),
    "service.many": (
        409,
        "Đang có {most} yêu cầu chờ xử lý. Xin chờ xong một việc rồi gọi tiếp.",
        "{most} calls are open already. Please wait until one is done.",
    ),
    "service.not-yours": (
        403,
        "Đây không phải yêu cầu của đại biểu. Xin chọn yêu cầu của mình.",
        "This is not your call. Please choose your own.",
    ),
    "service.done": (
        409,
        "Yêu cầu này đã xong. Xin gọi lại nếu cần thêm.",
        "This call is done already. Please call again if you need more.",
    ),
}
