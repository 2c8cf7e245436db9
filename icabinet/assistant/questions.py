"""What a question asks for: a document, a date, a percentage, a number, a person, a public body, or other things."""

import re
from typing import Literal

from icabinet.assistant.text import nfc, syllables

Kind = Literal["document", "date", "percent", "number", "person", "signer", "body", "other"]

_ASKS: list[tuple[Kind, str]] = [
    ("signer", r"(?<!\w)(?:ai|người nào|lãnh đạo nào)\s+(?:là người\s+)?ký(?!\w)|do ai ký|người ký"),
    (
        "document",
        r"(?:chỉ thị|nghị quyết|nghị định|quyết định|thông tư|kế hoạch|công điện|mệnh lệnh|văn bản|luật|đề án"
        r"|tờ trình|báo cáo)\s+(?:nào|số mấy|số bao nhiêu|gì)|số hiệu|số mấy",
    ),
    (
        "date",
        r"bao giờ|khi nào|lúc nào|(?:ngày|tháng|năm|thời gian|thời điểm|thời hạn|thế kỷ|thập kỷ|thập niên|giai đoạn"
        r"|mốc|quý|hôm)\s+(?:nào|mấy|bao nhiêu)|hạn chót|thời hạn|(?<!\w)hạn (?:hoàn thành|nộp|trả|báo cáo)",
    ),
    ("percent", r"bao nhiêu (?:phần trăm|%)|t[ỷỉ] lệ.*bao nhiêu|t[ỷỉ] lệ.*mấy|phần trăm"),
    ("number", r"bao nhiêu|(?<!\w)mấy(?!\w)|số lượng|bao xa|bao lâu|bao cao|dài bao|cao bao"),
    (
        "person",
        r"(?<!\w)ai(?!\w)|(?:người|nhà [\w]+|vị|ông|bà|tổng thống|vua|chủ tịch|bộ trưởng|giám đốc|cầu thủ"
        r"|huấn luyện viên|tác giả|nhân vật)\s+nào|tên của .*(?:người|ông|bà)",
    ),
    (
        "body",
        r"ở đâu|nơi nào|tại đâu|(?<!\w)đâu(?!\w)|(?:nước|quốc gia|thành phố|tỉnh|quận|huyện|phường|xã|địa phương"
        r"|châu lục|vùng|khu vực|địa điểm|đơn vị|bộ|sở|cơ quan|tổ chức|công ty|trường|đội|hãng|ngôn ngữ|con sông"
        r"|sông|núi|đảo|ngành)\s+(?:nào|gì)",
    ),
]
_ASKS_COMPILED: list[tuple[Kind, re.Pattern[str]]] = [(kind, re.compile(asked)) for kind, asked in _ASKS]

# Words that say nothing about the subject of a question; folded.
_EMPTY = """la cua va cac nhung duoc co trong cho voi mot nay do thi ma o tai tu den ve theo khi nao gi ai dau bao nhieu
    may nhu the sao vi de boi da dang se bi ra vao hay hoac cung khong ngay thang nam so"""
EMPTY_WORDS = frozenset(_EMPTY.split())


def kind_of(question: str) -> Kind:
    lowered = nfc(question).lower()
    return next((kind for kind, asked in _ASKS_COMPILED if asked.search(lowered)), "other")


_THING = re.compile(r"(?P<before>(?:\w+ ){1,4})(?:nào|gì|mấy)(?!\w)|(?:bao nhiêu|mấy) (?P<after>(?:\w+ ?){1,3})")
WORDS_OF_A_THING = 2


def asked_for(question: str) -> list[str]:
    """The telling words nearest to the asking one, folded: "bao nhiêu hồ sơ", "cơ quan nào"; empty: none."""
    found = _THING.search(nfc(question).lower())
    if not found:
        return []
    words = [word for word in syllables(found["before"] or found["after"]) if word not in EMPTY_WORDS]
    return words[-WORDS_OF_A_THING:] if found["before"] else words[:WORDS_OF_A_THING]
