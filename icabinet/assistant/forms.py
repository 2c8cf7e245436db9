"""How answers look: document numbers, dates, percentages, numbers, names of people and of public bodies."""

import re

from icabinet.assistant.questions import Kind

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper() and chr(code).isalpha())
_NAME_WORD = rf"(?<!\w)[{_UPPER}][\w’']*(?:-[{_UPPER}\d][\w’']*)*"
NAME = re.compile(rf"{_NAME_WORD}(?: +{_NAME_WORD})*")
LINKED_NAMES = re.compile(rf"{NAME.pattern}(?: +(?:của|và|-|–) +{NAME.pattern})*")

_MONEY = r"(?:nghìn|triệu|trăm)?\s?tỷ(?: đồng)?|triệu(?: đồng)?|nghìn(?: đồng)?|ngàn|trăm|đồng"
_UNIT = rf"(?:%|phần trăm|{_MONEY}|USD|người|thành viên|nhiệm vụ|hồ sơ|tài khoản|thẻ|km2|km²|km|mét|m|kg|tấn|năm|tháng"
_UNIT += r"|ngày|giờ|phút|giây|lần|điểm|phương thức|quyển|tổ|dịch vụ|thủ tục|hội nghị|văn bản|đơn vị|trường hợp|°C|độ)"
_ABOUT = r"(?:(?:hơn|trên|gần|khoảng|dưới|ít nhất|tối đa|tối thiểu|từ)\s+)?"
_FIGURE = r"\d+(?:[.,:]\d+)*½?"
NUMBER = re.compile(
    rf"{_ABOUT}{_FIGURE}(?:/{_FIGURE})?%?(?:\s+{_UNIT}(?!\w))*(?:\s*(?:đến|-|–)\s*{_FIGURE}%?(?:\s+{_UNIT}(?!\w))*)?",
    re.IGNORECASE,
)
_SPELT_FIRST = "hai|ba|bốn|sáu|bảy|tám|chín|mười"
_SPELT_NEXT = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|triệu|tỷ"
SPELT_NUMBER = re.compile(rf"(?<!\w)(?:{_SPELT_FIRST})(?!\w)(?:\s+(?:{_SPELT_NEXT})(?!\w))*", re.IGNORECASE)
PERCENT = re.compile(
    rf"{_ABOUT}{_FIGURE}\s*(?:%|phần trăm)(?:\s*(?:đến|-|–)\s*{_FIGURE}\s*(?:%|phần trăm))?", re.IGNORECASE
)
_PERCENT_COLUMN = re.compile(r"\(%\)")  # the unit stands in the table's row, the figure without it
DATE = re.compile(
    r"(?:(?:trước|đến hết|hết|từ|vào|đến|sáng|chiều|tối)\s+)?"
    r"(?:(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:,?\s+năm\s+\d{4})?"
    r"|tháng\s+\d{1,2}(?:/|\s+năm\s+)\d{4}|ngày\s+\d{1,2}[/-]\d{1,2}|tháng\s+\d{1,2}(?!\w)"
    r"|quý\s+(?:[IVX]+|\d)(?:(?:/|\s+năm\s+|\s+)\d{4})?|thế kỷ\s+(?:thứ\s+)?[\dIVXL]+"
    r"|(?:năm\s+)?\d{4}\s*[-–]\s*\d{4}|năm\s+\d{4}|(?<![\w.,/-])(?:1\d|20)\d{2}(?![\w/]|[.,]\d))",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"(?:Luật|Nghị định|Nghị quyết|Chỉ thị|Quyết định|Thông tư|Kế hoạch|Công điện|Công văn|Kết luận|Mệnh lệnh|Thông báo"
    r"|Tờ trình|Báo cáo|Giấy mời|Đề án)\s+(?:liên tịch\s+)?(?:số\s+)?\d+"
    rf"(?:[/-](?:\d+|[{_UPPER}]\w*))*(?:,?\s+ngày\s+\d{{1,2}}(?:[/-]\d{{1,2}}[/-]\d{{4}}|\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}))?"
    rf"|(?<!\w)\d+(?:/\d{{4}})?[/-][{_UPPER}]\w+(?:[-/][{_UPPER}]\w*)*"
)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Lâm|Lương|Mai|Trịnh|"
    "Tô|Hà|Cao|Chu|Đoàn|Tạ|Thái|Trương|Vương|Quách|Kiều|Lưu|Phùng|Tăng|Triệu|Nghiêm|Khuất|Châu|Tống|Ninh|"
    "Thân|Thạch|Từ|Giang|Đàm|Doãn|Nông|Hứa|Bạch|Tôn|Lại|Mạc|Đồng|Viên|Quản|Vi|Lò|Giàng|Thào|Hầu|Y|Điểu"
)
_PLACES = (
    "Hà Nội|Hà Nam|Hà Tĩnh|Hà Giang|Hà Đông|Lâm Đồng|Thái Bình|Thái Nguyên|Hồ Chí Minh|Cao Bằng|"
    "Ninh Bình|Ninh Thuận|Đồng Nai|Đồng Tháp|Châu Âu|Châu Á|Hồ Tây|Thái Lan|Mai Châu|Giang Tô"
)
PERSON = re.compile(
    r"(?:(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tướng|tá) )?"
    rf"(?<!\w)(?!(?:{_PLACES})(?!\w))(?:{_SURNAMES})(?:\s+[{_UPPER}][^\W\d_]*){{1,3}}"
)
SIGNATURE = re.compile(rf"^(?:{PERSON.pattern})$")
_VERBS = (
    "có|là|đã|đang|sẽ|được|phải|chủ|phối|trong|tại|của|báo|cho|thực|triển|chỉ|để|do|khi|theo|với|mà|từ|"
    "đến|về|nhằm|cần|ban|đề|vẫn|cùng|các|nghiên|nêu|hoàn|tiếp|tổ|rà|bảo|tham|xây|hướng"
)
_BODY_STARTS = (
    "Bộ|Sở|Ban|Ủy ban|Cục|Tổng cục|Vụ|Văn phòng|Công an|Thanh tra|Viện|Hội|Tập đoàn|Trung tâm|Thành ủy|"
    "Tòa án|Thuế|Thống kê|Kho bạc|Bộ đội|UBND|HĐND|BHXH|Tổ công tác|Thành đoàn|Đội|Liên đoàn|Mặt trận"
)
BODY = re.compile(
    rf"(?<!\w)(?:(?:{_BODY_STARTS})"
    rf"|(?:phường|xã|quận|huyện|tỉnh|thành phố)(?=\s+(?!(?:{_BODY_STARTS})(?!\w))[{_UPPER}]))"
    rf"(?:,?\s+(?!(?:{_VERBS}|{_BODY_STARTS})(?!\w))(?:và\s+)?[^\W\d_]+){{1,6}}"
)

FORMS: dict[Kind, tuple[re.Pattern[str], ...]] = {
    "document": (DOCUMENT,),
    "date": (DATE,),
    "percent": (PERCENT, _PERCENT_COLUMN),
    "number": (NUMBER, SPELT_NUMBER),
    "person": (PERSON,),
    "signer": (SIGNATURE,),
    "body": (BODY, LINKED_NAMES),
}


def has_answer_form(kind: Kind, text: str) -> bool:
    """Whether the sentence holds anything of the kind asked for."""
    forms = FORMS.get(kind)
    return forms is None or any(form.search(text) for form in forms)
