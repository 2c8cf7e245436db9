"""Every refusal in words: code → status, Vietnamese, English. A sentence says what happened and what to do next."""

from __future__ import annotations

import msgspec

from ..documents import kinds, refusals
from .sentences_circulations import CIRCULATIONS
from .sentences_ink import INK
from .sentences_letters import LETTERS
from .sentences_official import OFFICIAL
from .sentences_room import ROOM
from .sentences_seats import SEATS
from .sentences_signing import SIGNING
from .sentences_tasks import TASKS
from .sentences_versions import VERSIONS

Facts = dict[str, str | int]


class Problem(Exception):
    """An answer that is not a success, raised anywhere in the web layer."""

    def __init__(self, code: str, status: int | None = None, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = facts
        self.status = status if status is not None else WORDS.get(code, _UNKNOWN)[0]

    @classmethod
    def with_facts(cls, code: str, facts: Facts, status: int | None = None) -> Problem:
        problem = cls(code, status)
        problem.facts = facts
        return problem


_UNKNOWN = (
    500,
    "Hệ thống gặp sự cố, việc vừa làm chưa được ghi. Xin thử lại.",
    "Something failed; nothing was saved. Please try again.",
)

WORDS: dict[str, tuple[int, str, str]] = {
    "internal": _UNKNOWN,
    "sign-in.needed": (401, "Phiên đăng nhập đã hết. Xin đăng nhập lại.", "Your session has ended. Please sign in again."),
    "sign-in.wrong": (401, "Tên đăng nhập hoặc mật khẩu không đúng. Còn {left} lần thử.", "Wrong name or password. {left} tries left."),
    "sign-in.wait": (429, "Đã sai quá nhiều lần. Xin thử lại sau {seconds} giây.", "Too many tries. Please wait {seconds} seconds."),
    "csrf": (403, "Trang đã cũ. Xin tải lại trang rồi thử lại.", "This page is out of date. Please reload and try again."),
    "not-allowed": (403, "Đại biểu không có quyền làm việc này. Xin báo thư ký cuộc họp nếu cần.", "You are not allowed to do this. Please ask the secretary if you need to."),
    "not-found": (404, "Nội dung này không còn hoặc không dành cho đại biểu. Xin quay lại danh sách cuộc họp.", "This is gone, or not for you. Please go back to your meetings."),
    "bad-request": (400, "Yêu cầu không hợp lệ nên chưa được ghi. Xin tải lại trang.", "The request was not understood. Please reload the page."),
    "exists": (409, "Nội dung này đã được ghi trước đó. Xin xem lại danh sách, không cần làm lại.", "This was recorded before; there is no need to do it again."),
    "key-needed": (400, "Yêu cầu thiếu mã chống gửi trùng. Xin tải lại trang.", "The request lacks its key. Please reload the page."),
    "key-reused": (409, "Lần gửi trước đã được ghi, nội dung mới thì chưa. Xin đóng phần đang viết, xem lại rồi sửa.", "What was sent before was saved, the change was not. Please close the form, look again and edit."),
    "user.login-taken": (409, "Tên đăng nhập “{login}” đã có người dùng. Xin chọn tên khác.", "The name “{login}” is taken. Please choose another."),
    "user.not-found": (409, "Không có người dùng này hoặc tài khoản đã khoá. Xin chọn người khác, hoặc nhờ quản trị hệ thống mở lại tài khoản.", "No such active person. Please choose another, or ask the administrator."),
    "user.not-oneself": (409, "Không thể tự khoá, tự đổi quyền hoặc tự xoá mình. Xin nhờ người quản trị hoặc thư ký khác.", "You cannot do this to yourself. Please ask a colleague."),
    "password.short": (400, "Mật khẩu cần ít nhất {least} ký tự. Xin đặt mật khẩu dài hơn.", "The password needs at least {least} characters. Please choose a longer one."),
    "password.wrong": (403, "Mật khẩu hiện tại không đúng. Xin nhập lại.", "The present password is wrong. Please type it again."),
    "member.cannot-vote": (409, "Chỉ chủ trì và đại biểu có quyền biểu quyết. Xin chọn vai trò khác hoặc bỏ quyền biểu quyết.", "Only the chair and delegates may vote. Please choose another role, or no vote."),
    "member.chair-taken": (409, "Cuộc họp đã có người chủ trì. Xin bớt người đó trước, hoặc chọn vai trò khác.", "The meeting has a chair already. Please remove that person first, or choose another role."),
    "member.meeting-began": (409, "Cuộc họp đã bắt đầu, không bớt thành phần được nữa. Xin ghi là vắng mặt ở phần điểm danh.", "The meeting has begun; nobody can be removed. Please mark the person absent."),
    "meeting.cannot-start": (409, "Cuộc họp đã bắt đầu hoặc đã kết thúc. Xin xem tình trạng trên màn hình, không cần làm lại.", "The meeting has begun already; there is nothing to do."),
    "meeting.cannot-pause": (409, "Cuộc họp không ở trạng thái đang họp nên không tạm dừng được. Xin bắt đầu hoặc tiếp tục cuộc họp trước.", "The meeting is not running. Please start or resume it first."),
    "meeting.cannot-resume": (409, "Cuộc họp không tạm dừng nên không cần tiếp tục. Xin xem tình trạng trên màn hình.", "The meeting is not paused; there is nothing to do."),
    "meeting.cannot-end": (409, "Cuộc họp chưa bắt đầu hoặc đã kết thúc. Xin xem tình trạng trên màn hình.", "The meeting has not begun, or has ended; there is nothing to do."),
    "meeting.not-running": (409, "Việc này chỉ làm được khi cuộc họp đang diễn ra. Xin chờ chủ trì bắt đầu hoặc tiếp tục cuộc họp.", "This can be done only while the meeting is running. Please wait for the chair."),
    "meeting.ended": (409, "Cuộc họp đã kết thúc, nội dung đã khoá. Xin ghi việc cần sửa vào biên bản.", "The meeting has ended. Please note what must change in the minutes."),
    "meeting.vote-open": (409, "Còn biểu quyết đang mở. Xin đóng biểu quyết trước khi kết thúc cuộc họp.", "A vote is open. Please close it first."),
    "item.in-use": (409, "Nội dung đã có tài liệu, biểu quyết hoặc đã họp tới nên không xoá được. Xin xoá tài liệu và biểu quyết trước, hoặc chỉ sửa tên.", "The item is in use. Please remove its papers and votes first, or only rename it."),
    "item.twice": (409, "Chương trình đã có nội dung này. Xin dùng nội dung đã có.", "The agenda has this item already. Please use that one."),
    "agenda.vote-open": (409, "Nội dung này còn biểu quyết đang mở. Xin đóng biểu quyết trước khi chuyển.", "A vote is open. Please close it first."),
    "attendance.needed": (409, "Xin điểm danh trước khi đăng ký phát biểu.", "Please check in first."),
    "paper.processing": (409, "Tài liệu “{title}” đang được xử lý. Xin chờ rồi phát hành lại.", "“{title}” is still being prepared. Please wait, then publish again."),
    "paper.failed": (409, "Tài liệu “{title}” không đọc được nên chưa phát hành. Xin tải tệp khác.", "“{title}” cannot be read. Please upload another file."),
    "paper.not-published": (409, "Tài liệu này chưa phát hành hoặc đã thu hồi. Xin hỏi thư ký cuộc họp.", "This paper is not published. Please ask the secretary."),
    "paper.not-draft": (409, "Tài liệu đã phát hành nên không xoá được. Xin thu hồi tài liệu.", "The paper was published and cannot be removed. Please recall it."),
    "paper.recall-reason": (400, "Xin ghi lý do thu hồi để đại biểu biết.", "Please say why the paper is recalled."),
    "paper.reader-unknown": (409, "Có người hoặc đơn vị được chọn không còn trong thành phần họp. Xin chọn lại người được xem.", "Somebody chosen has no part in this meeting. Please choose the readers again."),
    "paper.on-screen": (409, "Tài liệu đang chiếu trên màn hình lớn. Xin chuyển màn hình sang nội dung khác rồi đặt mật.", "The paper is on a big screen. Please show something else there first."),
    "paper.view-only": (403, "Tài liệu mật chỉ xem trên máy, không tải tệp về được. Xin mở để xem, hoặc hỏi thư ký.", "A secret paper can only be viewed here. Please open it, or ask the secretary."),
    "paper.no-copy": (503, "Chưa tạo được bản xem riêng của tài liệu mật. Xin thử lại, nếu vẫn không được xin báo thư ký.", "Your own copy of the secret paper could not be made. Please try again, or tell the secretary."),
    "paper.group-in-use": (409, "Nhóm còn tài liệu nên không xoá được. Xin chuyển hoặc xoá tài liệu trong nhóm trước.", "The group still holds papers. Please move or remove them first."),
    "screen.paper-secret": (409, "Tài liệu mật không chiếu lên màn hình lớn được. Xin chọn tài liệu khác.", "A secret paper is not shown on a big screen. Please choose another."),
    "paper.not-approved": (409, "Tài liệu “{title}” chưa được duyệt nên chưa phát hành. Xin duyệt tài liệu trong mục yêu cầu nộp trước.", "“{title}” is not approved yet. Please approve it first."),
    "request.deadline-past": (400, "Hạn nộp đã qua. Xin chọn ngày giờ sau thời điểm này.", "The deadline is in the past. Please choose a later one."),
    "request.approved": (409, "Tài liệu theo yêu cầu này đã được duyệt. Xin liên hệ thư ký nếu cần thay.", "This paper is approved already. Please ask the secretary if it must change."),
    "request.nothing-submitted": (409, "Chưa có tài liệu nào chờ duyệt cho yêu cầu này. Xin chờ đơn vị nộp.", "Nothing waits for approval here. Please wait for a submission."),
    "request.no-reason": (400, "Xin ghi lý do trả lại để đơn vị sửa.", "Please say why it is sent back."),
    "document.too-many": (409, "Đã có {most} tài liệu riêng. Xin xoá bớt tài liệu không cần nữa rồi gửi lại.", "You keep {most} documents already. Please remove some first."),
    "document.full": (409, "Đã dùng {used}/{most} MB, không đủ chỗ cho tệp này. Xin xoá bớt tài liệu rồi gửi lại.", "{used} of {most} MB are used; there is no room for this file. Please remove some first."),
    "document.kept": (409, "Tài liệu này đã có trong Tài liệu của tôi. Xin mở từ đó.", "This paper is among your documents already. Please open it there."),
    "document.paper-shared": (409, "Tài liệu của cuộc họp chỉ mở được theo quyền của cuộc họp, không chia sẻ từ đây. Xin hỏi thư ký cuộc họp.", "A paper of a meeting is not shared from here. Please ask its secretary."),
    "document.not-a-note": (409, "Đây là tệp, không sửa nội dung tại đây được. Xin mở danh sách rồi chọn lại.", "This is a file; its content is not edited here. Please choose again from the list."),
    "folder.too-many": (409, "Đã có {most} thư mục. Xin xoá bớt thư mục không cần nữa.", "You have {most} folders already. Please remove some first."),
    "upload.too-large": (413, "Tệp lớn hơn {limit} MB nên không nhận. Xin nén ảnh hoặc chia tệp.", "The file is larger than {limit} MB. Please compress its pictures or split it."),
    "upload.broken": (400, "Tệp chưa gửi hết vì mất kết nối. Xin gửi lại.", "The upload was cut off. Please send it again."),
    "note.no-such-page": (409, "Tài liệu chỉ có {pages} trang nên ghi chú chưa được ghi. Xin mở lại tài liệu rồi đánh dấu lại.", "The paper has only {pages} pages. Please open it again and mark the passage again."),
    "comment.empty": (400, "Ý kiến chưa có nội dung. Xin viết rồi gửi.", "The comment is empty. Please write something."),
    "comment.not-yours": (403, "Chỉ người viết mới xoá được ý kiến của mình. Xin nhờ người viết xoá.", "Only its writer can remove a comment. Please ask the writer."),
    "speakers.closed": (409, "Chủ trì chưa mở hoặc đã đóng đăng ký phát biểu. Xin chờ chủ trì mở.", "The speaker queue is closed; please wait until the chair opens it."),
    "speakers.paused": (409, "Phần phát biểu đang tạm dừng. Xin chờ chủ trì tiếp tục.", "The speeches are paused; please wait until the chair resumes them."),
    "speakers.not-by-hand": (409, "Thứ tự đang theo quy tắc đã công bố. Xin chọn “Chủ trì sắp xếp” trước khi đổi chỗ.", "The order follows the declared rule; choose the chair's order first."),
    "questions.closed": (409, "Chủ trì chưa mở hoặc đã đóng phần chất vấn. Xin chờ chủ trì mở.", "Question time is closed; please wait until the chair opens it."),
    "questions.paused": (409, "Phần chất vấn đang tạm dừng. Xin chờ chủ trì tiếp tục.", "Question time is paused; please wait until the chair resumes it."),
    "question.empty": (400, "Câu hỏi chất vấn chưa có nội dung. Xin ghi câu hỏi rồi gửi lại.", "The question is empty; please write it and send again."),
    "question.to-whom": (409, "Xin chọn một người khác trong cuộc họp để chất vấn.", "Please choose somebody else of the meeting to question."),
    "question.not-put": (409, "Câu hỏi này chưa được nêu. Xin mời người chất vấn trước.", "The question has not been put yet; call its questioner first."),
    "speech.already-waiting": (409, "Đại biểu đã có trong danh sách chờ. Xin rút đăng ký cũ nếu muốn đổi.", "You are waiting already; withdraw that request to change it."),
    "speech.reply-to-nothing": (409, "Chỉ tranh luận được với ý kiến của người khác đã được trình bày. Xin chờ ý kiến đó được nêu.", "Only another person's speech that has been heard can be debated. Please wait for it."),
    "speech.not-paused": (409, "Lượt phát biểu này không tạm dừng. Xin xem tình trạng trên màn hình.", "This speech is not paused; there is nothing to do."),
    "speech.not-yours": (403, "Đây không phải đăng ký phát biểu của đại biểu. Xin chọn đăng ký của mình.", "This is not your request. Please choose your own."),
    "speech.not-waiting": (409, "Đăng ký này đã được mời, đã xong hoặc đã rút. Xin đăng ký lại nếu cần.", "This request is no longer waiting. Please ask again if you need to."),
    "speech.not-speaking": (409, "Đại biểu này hiện không phát biểu. Xin xem lại danh sách phát biểu.", "This speaker does not have the floor. Please look at the queue again."),
    "vote.rule": (400, "Quy tắc biểu quyết không hợp lệ: tỷ lệ phải từ trên 0 đến toàn thể. Xin sửa lại tỷ lệ.", "The rule is not possible. Please correct the share."),
    "vote.not-prepared": (409, "Biểu quyết này đã mở trước đó. Xin xem tình trạng trên màn hình.", "This vote has been opened already; there is nothing to do."),
    "vote.not-open": (409, "Biểu quyết không mở, phiếu chưa được ghi. Xin xem kết quả.", "The vote is not open; your ballot was not recorded. Please look at the result."),
    "vote.not-running": (409, "Biểu quyết này chưa mở hoặc đã đóng nên không đóng, không gia hạn được. Xin xem tình trạng trên màn hình.", "This vote is not open, so it can be neither closed nor extended. Please look at its state on the screen."),
    "vote.not-closed": (409, "Chỉ công bố được kết quả sau khi đóng biểu quyết. Xin đóng biểu quyết trước.", "The vote is not closed. Please close it first."),
    "vote.another-open": (409, "Đang có một biểu quyết khác mở. Xin đóng biểu quyết đó trước.", "Another vote is open."),
    "vote.no-quorum": (409, "Chưa đủ túc số: có mặt {present}/{entitled}, cần ít nhất {needed} đại biểu. Xin chờ thêm đại biểu điểm danh.", "No quorum: {present} of {entitled} present, {needed} needed. Please wait for more to check in."),
    "vote.options": (400, "Cần từ {fewest} đến {most} phương án khác nhau (biểu quyết thường thì không có phương án). Xin kiểm tra lại danh sách.", "Between {fewest} and {most} different options are needed."),
    "vote.picks": (400, "Số được chọn không hợp với {options} phương án. Xin nhập lại số tối thiểu, số tối đa và số trúng cử.", "The numbers to choose do not fit {options} options."),
    "vote.secret": (400, "Bỏ phiếu kín không dùng được cùng kết quả hiện ngay, số phiếu khác nhau hoặc lá phiếu quyết định của chủ trì. Xin bỏ các lựa chọn đó.", "A secret vote can have no live results, no weights and no casting vote."),
    "vote.voters": (400, "Danh sách người biểu quyết có người trùng hoặc không có quyền biểu quyết trong cuộc họp. Xin kiểm tra lại.", "Somebody on the list is there twice, or has no vote in this meeting."),
    "vote.deadline": (409, "Đã hết thời gian biểu quyết, phiếu chưa được ghi. Xin chờ chủ trì gia hạn hoặc đóng.", "The time to vote is over; your ballot was not recorded."),
    "vote.no-deadline": (409, "Biểu quyết này không hẹn giờ nên không cần gia hạn. Xin đóng biểu quyết khi đã đủ phiếu.", "This vote has no deadline to extend. Please close it when all have voted."),
    "vote.not-opened": (409, "Biểu quyết chưa mở. Xin sửa hoặc xoá thay vì huỷ.", "The vote was never opened; edit or remove it instead."),
    "vote.void": (409, "Biểu quyết này đã được huỷ trước đó. Xin xem tình trạng trên màn hình.", "This vote is void already; there is nothing to do."),
    "ballot.form": (400, "Phiếu không đúng với câu hỏi đang biểu quyết nên chưa được ghi. Xin tải lại trang rồi chọn lại.", "The ballot does not fit this vote; it was not recorded."),
    "ballot.picks": (400, "Xin chọn từ {least} đến {most} người, hoặc không chọn ai (phiếu trắng). Phiếu chưa được ghi.", "Please choose {least} to {most}, or nobody (a blank ballot). Nothing was recorded."),
    "ballot.secret": (409, "Đây là bỏ phiếu kín, phiếu chưa được ghi. Xin tải lại trang rồi bỏ phiếu lại.", "This is a secret vote; your ballot was not recorded. Please reload."),
    "ballot.not-entitled": (403, "Đại biểu không có tên trong danh sách biểu quyết khi mở (cần điểm danh trước). Xin báo chủ trì.", "You were not on the roll when the vote opened. Please tell the chair."),
    "minutes.no-block": (409, "Đoạn này không còn trong biên bản. Xin tải lại biên bản rồi sửa.", "This paragraph is no longer in the minutes. Load the minutes again, then edit."),
    "minutes.not-edited": (409, "Đoạn này chưa sửa nên không có gì để khôi phục. Xin tải lại biên bản nếu thấy khác.", "This paragraph was not edited. Please load the minutes again if it looks different."),
    "ballot.not-secret": (409, "Đây là biểu quyết công khai, phiếu chưa được ghi. Xin tải lại trang rồi bỏ phiếu lại.", "This vote is open; your ballot was not recorded. Please reload the page."),
    "ballot.receipt-known": (400, "Phiếu chưa được ghi vì mã phiếu không được giữ riêng. Xin tải lại trang rồi bỏ phiếu lại.", "Not recorded: the receipt was not kept apart. Please reload the page and vote again."),
    "vote.key-lost": (409, "Không mở được hòm phiếu kín vì mất khoá hoặc dữ liệu đã bị thay đổi. Xin huỷ và biểu quyết lại.", "The secret ballots cannot be opened: the key is lost or the data were changed. Please repeat the vote."),
    "tally.sum": (400, "Các số không khớp với tổng {ballots} phiếu. Xin kiểm lại.", "The numbers do not fit a total of {ballots}. Please check."),
    "tally.form": (400, "Kết quả kiểm không đúng loại biểu quyết. Xin tải lại trang rồi nhập lại.", "The count does not fit this kind of vote. Please reload the page."),
    "tally.hands-secret": (409, "Biểu quyết kín không giơ tay. Xin phát phiếu giấy rồi nhập kết quả kiểm phiếu giấy.", "A secret vote has no show of hands. Please hand out paper ballots and enter their count."),
    "tally.weighted": (409, "Biểu quyết có trọng số chỉ bỏ phiếu trên máy. Xin dùng máy tính bảng.", "A weighted vote is cast on tablets only."),
    "tally.too-many": (409, "Phiếu giấy, giơ tay ({by_hand}) và phiếu trên máy ({cast}) nhiều hơn số người được biểu quyết ({roll}). Xin kiểm lại hoặc xoá kết quả kiểm đã nhập.", "Counted by hand ({by_hand}) and on tablets ({cast}): more than the {roll} on the roll. Please check or remove a count."),
    "tally.own": (409, "Người nhập không tự xác nhận được. Xin mời người khác ở bàn chủ toạ hoặc thư ký xác nhận.", "Somebody else at the desk must confirm this count."),
    "tally.confirmed": (409, "Kết quả kiểm này đã được xác nhận trước đó. Xin xem danh sách, không cần làm lại.", "This count is confirmed already; please look at the list, there is nothing to do."),
    "tally.unconfirmed": (409, "Còn {count} kết quả kiểm phiếu chưa được người thứ hai xác nhận. Xin xác nhận hoặc xoá trước khi đóng biểu quyết.", "{count} counts wait for a second person. Please confirm or remove them first."),
    "tally.vote-not-open": (409, "Kết quả kiểm chỉ nhập, xác nhận hoặc xoá được khi biểu quyết đang mở. Nếu cần sửa, xin đề nghị chủ trì biểu quyết lại.", "Counts can be changed only while the vote is open. If one must change, please ask the chair to repeat the vote."),
    "interest.no-vote": (409, "Người này không có quyền biểu quyết nên không cần khai báo. Xin chọn người có quyền biểu quyết.", "This person has no vote, so there is nothing to declare. Please choose somebody who has one."),
    "interest.no-reason": (400, "Xin ghi lý do không tham gia biểu quyết.", "Please give the reason."),
    "interest.vote-open": (409, "Biểu quyết về nội dung này đang mở nên chưa đổi được. Xin thực hiện sau khi đóng biểu quyết.", "A vote on this item is open. Please wait until it is closed."),
    "presenter.no-person": (400, "Màn hình lớn không trình chiếu được. Xin chọn một người dự họp.", "A big screen cannot present; please choose a person."),
    "reading.no-bits": (400, "Không ghi được các trang đã xem. Xin mở lại tài liệu.", "The pages read could not be recorded. Please open the paper again."),
    "position.item-begun": (409, "Nội dung này đã bàn tới, không đổi ý kiến trước được nữa. Xin đăng ký phát biểu.", "This item has been reached; please ask to speak."),
    "position.no-text": (400, "Xin viết nội dung góp ý rồi gửi.", "Please write the remark."),
    "block.not-in-it": (409, "Nội dung này không còn trong biểu quyết chung. Xin xem lại danh sách.", "This item is no longer in the common vote. Please look at the list again."),
    "block.pulled": (409, "Có nội dung đã được đại biểu rút ra để bàn riêng nên không đưa lại vào biểu quyết chung. Xin soạn biểu quyết riêng cho nội dung đó.", "An item was taken out to be discussed by itself and is not put back. Please prepare a vote of its own for it."),
    "block.opened": (409, "Biểu quyết chung đã mở, không rút nội dung ra được nữa. Xin bỏ phiếu hoặc đăng ký phát biểu.", "The common vote has been opened. Please vote, or ask to speak."),
    "screen.no-text": (400, "Thông báo chưa có nội dung. Xin viết rồi chiếu.", "The message is empty."),
    "screen.no-such-page": (409, "Tài liệu chỉ có {pages} trang. Xin chọn trang khác.", "The paper has only {pages} pages."),
    "screen.name-taken": (409, "Đã có màn hình mang tên này. Xin đặt tên khác để phân biệt.", "Another screen has this name. Please choose one that tells them apart."),
    "screen.too-many": (409, "Mỗi cuộc họp có nhiều nhất {most} màn hình. Xin bớt một màn hình trước.", "A meeting has at most {most} screens."),
    "prefetch.busy": (503, "Máy chủ đang gửi tài liệu cho nhiều máy. Xin chờ, máy tính bảng sẽ tự tải tiếp.", "The server is sending papers to many tablets. Please wait; this one will go on by itself."),
    "assistant.away": (503, "Trợ lý đang khởi động lại. Xin hỏi lại sau ít giây.", "The assistant is restarting. Please ask again in a moment."),
    "wording.gone": (410, "Câu trả lời này không còn để diễn đạt. Xin hỏi lại.", "This answer can no longer be put into words. Please ask again."),
    "assistant.busy": (503, "Trợ lý đang bận. Xin hỏi lại sau ít giây.", "The assistant is busy. Please ask again in a moment."),
}  # fmt: skip
WORDS |= CIRCULATIONS | INK | LETTERS | OFFICIAL | ROOM | SEATS | SIGNING | TASKS | VERSIONS


class Body(msgspec.Struct, frozen=True):
    error: str
    message: str
    facts: Facts


def in_words(code: str, facts: Facts, english: bool = False) -> str:
    """The sentence for people. Papers' faults have their words in icabinet.documents.refusals."""
    if code in kinds.MESSAGES and code not in WORDS:
        return (refusals.ENGLISH if english else kinds.MESSAGES)[code].format_map(_Blank(facts))
    _status, vietnamese, in_english = WORDS.get(code, _UNKNOWN)
    return (in_english if english else vietnamese).format_map(_Blank(facts))


class _Blank(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return "…"
