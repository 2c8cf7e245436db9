"""Who must do what by when: duties in directives, conclusions, plans and resolutions, by a grammar, without a model.

A sentence names the agency itself ("Giao Sở Y tế chủ trì, phối hợp với …"), or stands below a heading that does
("4. Sở Y tế", "2. Đối với Chủ tịch Uỷ ban nhân dân các xã"), and goes on with a verb of duty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from icabinet.assistant.citations import citations
from icabinet.assistant.deadlines import Deadline, deadline, written_on
from icabinet.assistant.passages import Outline, Sentence, page_passages

_PLACES = r"(?:xã|phường|thành phố|tỉnh|huyện|quận|thị xã|đặc khu|cấp xã|cấp tỉnh)"
AGENCY = (
    r"(?:Tổ công tác (?:triển khai|thực hiện) Đề án \d+|[Cc]ơ quan được giao|[Đđ]ơn vị được giao|(?:[ỦU]ỷ|Ủy"
    r"|Uỷ) ban (?:nhân dân|Mặt trận Tổ quốc|MTTQ)|UBND|UBMTTQ|Hội đồng nhân dân|HĐND|Sở|Công an|Bộ|Cục|Chi cục"
    r"|Văn phòng|VP|Trung tâm|Bảo hiểm xã hội|Thanh tra|Ban|Kho bạc|Ngân hàng|Báo(?! cáo)|Đài|Cổng [Tt]hông tin"
    r"|Mặt trận"
    r"|Hội(?! nghị)|Liên đoàn|Liên minh|Đoàn|Tổ(?! chức)|Tòa án|Toà án|Viện|Trường|Bệnh viện|Thuế|Hải quan"
    r"|Quân khu|Công ty"
    r"|Tổng công ty|Tập đoàn|Doanh nghiệp|Chi nhánh|Viễn thông|Điện lực|Cơ quan(?! (?:nào|phối hợp|sử dụng|có))"
    r"|Đơn vị(?! (?:nào|đã|có))"
    r"|Thủ trưởng|Giám đốc|Chủ tịch|Phó Chủ tịch|Trưởng [Bb]an|Chánh|Bí thư|Người đứng đầu|Hiệu trưởng|Tổ trưởng"
    r"|[Cc]ác (?:[Ss]ở|[Bb]ộ|[Bb]an|[Nn]gành|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Pp]hường|[Xx]ã|[Tt]ổ chức|đồng chí)"
    r")"
)
_DUTY = (
    r"(?:chủ trì|chủ động|phối hợp|rà soát|xây dựng|trình|hoàn thành|hoàn thiện|báo cáo|tham mưu|tổ chức"
    r"|triển khai|bảo đảm"
    r"|đảm bảo|đẩy mạnh|đẩy nhanh|tăng cường|chỉ đạo|hướng dẫn|kiểm tra|đôn đốc|công khai|công bố|cập nhật"
    r"|ban hành|bố trí"
    r"|thực hiện|khẩn trương|tiếp tục|tập trung|nghiên cứu|đề xuất|thẩm định|chịu trách nhiệm|có trách nhiệm|lập|gửi"
    r"|giao|cung cấp|mở|đưa|khắc phục|thu hồi|bãi bỏ|ký|chọn|quán triệt|tuyên truyền|vận động|giám sát|theo dõi"
    r"|tổng hợp"
    r"|số hoá|số hóa|đối soát|nâng|nâng cấp|kết nối|liên thông|tích hợp|đồng bộ|chi trả|thí điểm|thiết kế|xác thực"
    r"|tập huấn"
    r"|phấn đấu|trực tiếp|giữ|giải ngân|giải trình|không|phải|cần|sớm|kịp thời|căn cứ|thường xuyên|định kỳ|hằng|hàng"
    r"|làm|cử|đánh giá|đề nghị|phân công|phổ biến|tiếp nhận|xử lý|xem xét|quyết định|duy trì|thành lập|rút ngắn"
    r"|huy động"
    r"|ưu tiên|chuẩn bị|trả lời|lắp đặt|vận hành|cấp(?! (?:xã|tỉnh|huyện|trên|dưới|cơ sở))|thu(?! (?:hút|nhập))"
    r"|là (?:đầu mối|cơ quan|thường trực)|niêm yết|gương mẫu|đăng ký|sửa|bổ sung|bàn giao|nghiệm thu|khai thác"
    r"|cắt giảm|yêu cầu|thông báo|thống kê|bồi dưỡng|đào tạo|phản ánh|mua sắm|trang bị|phát hành|họp)"
)
_LEAD = r"(?:(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công|GIAO|[Cc]hỉ đạo)\s+(?:cho\s+)?)"
_MARK = re.compile(r"^(?:(?:[IVXL]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]|[a-zđ]{1,2}\)|[-–—+•*▪])\s+")
_NAMED = re.compile(
    rf"^(?P<lead>{_LEAD})?(?P<who>{AGENCY}\b[^:;.]{{0,180}}?)\s*(?:[:,]\s*)?(?=\b{_DUTY}\b)(?P<work>.+)$", re.DOTALL
)
_GIVEN = re.compile(
    rf"(?:^|[,;]\s+|\b)(?:giao|Giao|yêu cầu|Yêu cầu|đề nghị"
    rf"|Đề nghị)\s+(?:cho\s+)?(?P<who>{AGENCY}\b[^:;.]{{0,180}}?)"
    rf"\s*(?:[:,]\s*)?(?=\b{_DUTY}\b)(?P<work>.+)$",
    re.DOTALL,
)
_ONLY_WHO = re.compile(
    rf"^(?:{_LEAD}|(?:Đối với|Trách nhiệm của|Nhiệm vụ của|Về phía)\s+(?:các\s+)?)?(?P<who>{AGENCY}\b.*?"
    rf"|[Gg]iám đốc .*?)\s*[:.]?$",
    re.DOTALL,
)
_BEGINS_WITH_DUTY = re.compile(
    rf"^(?:{_DUTY}\b|[Tt]rước (?:ngày|tháng)|[Tt]rong (?:tháng|quý|năm|\d)"
    r"|[Hh][ằà]ng|[Đđ]ến )",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    rf"phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<who>(?:{AGENCY}|cơ quan|các)\b[^:;.]{{0,220}}?)\s*(?:,\s*)?"
    rf"(?=\b{_DUTY}\b|[;.:]|$)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(?<!\w)(?:thì|nếu|mà|đã|có từ|nào)(?!\w)")
_NO_DUTY = re.compile(
    r"^(?:Căn cứ|Theo |Trên cơ sở|Thực hiện (?:Chỉ thị|Nghị quyết|Kế hoạch|Quyết định)|Tuy (?:vậy|nhiên)|Hiện nay"
    r"|Như vậy"
    r"|Nơi nhận|Lưu)|(?<!\w)(?:đã (?:hoàn thành|đạt|có|cấp|thực hiện|ban hành|triển khai|được)|đạt được|còn \d"
    r"|chưa có)",
)
_REPORTS = re.compile(r"^(?:báo cáo|giấy mời|tờ trình|bài |phát biểu|danh sách|phụ lục|lịch)", re.IGNORECASE)
_LONGEST_HEADING_OF_ONE = 30
_SHORTEST_WORK = 3
_AND = re.compile(rf"\s*(?:;|,\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+)\s*(?={AGENCY}|các\b|cơ quan|đơn vị)")


@dataclass(frozen=True)
class Duty:
    """`page[start:end]` is the sentence, `quote` its words; `basis` are the documents it names itself."""

    page: int
    start: int
    end: int
    quote: str
    agency: str
    work: str
    together: tuple[str, ...]
    due: Deadline | None
    due_words: str
    basis: tuple[str, ...]


def gives_duties(title: str) -> bool:
    """Reports and invitations tell what was done; they give nobody anything to do."""
    return not _REPORTS.match(title.strip())


def duties(pages: Sequence[str]) -> list[Duty]:
    """All duties of a paper in order."""
    written = written_on(list(pages))
    outline, above = Outline(), Outline()
    found: list[Duty] = []
    leading = ""
    for number, page in enumerate(pages, 1):
        for passage in page_passages(number, page, outline):
            for sentence in passage.sentences:
                if sentence.heading:
                    above.enter(sentence.text)
                    leading = ""
                    continue
                leading = _leads(sentence) or ("" if not _MARK.match(sentence.text) else leading)
                duty = _duty(number, sentence, leading or _agency_above(above.headings), written)
                if duty:
                    found.append(duty)
    return found


def _leads(sentence: Sentence) -> str:
    """ "4. Sở Y tế:" as a line of its own that is no heading to the eye."""
    text = _MARK.sub("", sentence.text)
    if not text.endswith(":") or len(text.split()) > _LONGEST_HEADING_OF_ONE:
        return ""
    match = _ONLY_WHO.match(text)
    return tidy_name(match["who"]) if match else ""


def _agency_above(headings: Sequence[str]) -> str:
    """The innermost heading that is an agency's name and little else."""
    for heading in reversed(headings):
        match = _ONLY_WHO.match(re.sub(r"^Điều \d+\.\s*", "", _MARK.sub("", heading)))
        if match and 1 < len(match["who"].split()) <= _LONGEST_HEADING_OF_ONE:
            return tidy_name(match["who"])
    return ""


def _duty(page: int, sentence: Sentence, above: str, written: date | None) -> Duty | None:
    text = _MARK.sub("", sentence.text)
    if _NO_DUTY.search(text):
        return None
    named = _NAMED.match(text) or _GIVEN.search(text)
    if named:
        who, work = tidy_name(named["who"]), named["work"]
    elif above and _BEGINS_WITH_DUTY.match(text):
        who, work = above, text
    else:
        return None
    if len(work.split()) < _SHORTEST_WORK or _CONDITION.search(who):
        return None
    together = _TOGETHER.search(work)
    others = tuple(split_agencies(together["who"])) if together else ()
    basis = tuple(dict.fromkeys(one.label for one in citations(work)))
    quote = sentence.text
    due = deadline(work, written)
    words = work[due.start : due.end].strip() if due else ""
    return Duty(page, sentence.start, sentence.end, quote, who, _work(work), others, due, words, basis)


def _work(text: str) -> str:
    """The work as a line of its own: a capital letter in front, no full stop behind."""
    bare = text.strip().rstrip(".;:/ ").strip()
    return bare[:1].upper() + bare[1:]


def split_agencies(names: str) -> list[str]:
    """ "Sở Tư pháp; Sở Nội vụ và Công an thành phố" are three."""
    return [tidy_name(one) for one in _AND.split(names)]


def tidy_name(name: str) -> str:
    bare = re.sub(r"\s+", " ", name).strip(" ,:.")
    return re.sub(r"^(?:của|cho)\s+", "", bare)
