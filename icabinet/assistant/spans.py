"""The words of a sentence that answer a typed question: found by their form, chosen by what stands near them."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from icabinet.assistant.questions import EMPTY_WORDS, Kind
from icabinet.assistant.text import fold, nfc, syllables

Span = tuple[int, int]

NEARNESS = 0.12
CLAUSE_DISTANCE = 8

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper() and chr(code).isalpha())
_NAME_WORD = rf"(?<!\w)[{_UPPER}][\w’']*(?:-[{_UPPER}\d][\w’']*)*"
NAME = re.compile(rf"{_NAME_WORD}(?:[ ]+(?:của|và|-|–)?[ ]?{_NAME_WORD})*")

_MONEY = r"(?:nghìn|triệu|trăm)?\s?tỷ(?: đồng)?|triệu(?: đồng)?|nghìn(?: đồng)?|ngàn|trăm|đồng"
_UNIT = rf"(?:%|phần trăm|{_MONEY}|USD|người|thành viên|nhiệm vụ|hồ sơ|tài khoản|thẻ|km2|km²|km|mét|m|kg|tấn|năm|tháng"
_UNIT += r"|ngày|giờ|phút|giây|lần|điểm|phương thức|quyển|tổ|dịch vụ|thủ tục|hội nghị|văn bản|đơn vị|trường hợp|°C|độ)"
_ABOUT = r"(?:(?:hơn|trên|gần|khoảng|dưới|ít nhất|tối đa|tối thiểu|từ)\s+)?"
_FIGURE = r"\d+(?:[.,]\d+)*"
_NUMBER = re.compile(
    rf"{_ABOUT}{_FIGURE}(?:/{_FIGURE})?%?(?:\s+{_UNIT}(?!\w))*(?:\s*(?:đến|-|–)\s*{_FIGURE}%?(?:\s+{_UNIT}(?!\w))*)?",
    re.IGNORECASE,
)
_SPELT = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_SPELT_NUMBER = re.compile(
    rf"(?<!\w)(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)(?!\w)(?:\s+(?:{_SPELT}|mươi|trăm|nghìn|triệu|tỷ)(?!\w))*", re.IGNORECASE
)
_PERCENT = re.compile(
    rf"{_ABOUT}{_FIGURE}\s*(?:%|phần trăm)(?:\s*(?:đến|-|–)\s*{_FIGURE}\s*(?:%|phần trăm))?", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:(?:trước|đến hết|hết|từ|vào|đến|sáng|chiều|tối)\s+)?"
    r"(?:(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:,?\s+năm\s+\d{4})?"
    r"|tháng\s+\d{1,2}(?:/|\s+năm\s+)\d{4}|ngày\s+\d{1,2}[/-]\d{1,2}|tháng\s+\d{1,2}(?!\w)"
    r"|quý\s+(?:[IVX]+|\d)(?:(?:/|\s+năm\s+|\s+)\d{4})?|thế kỷ\s+(?:thứ\s+)?[\dIVXL]+"
    r"|(?:năm\s+)?\d{4}\s*[-–]\s*\d{4}|năm\s+\d{4}|(?<![\w.,/-])(?:1\d|20)\d{2}(?![\w/]|[.,]\d))",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:Luật|Nghị định|Nghị quyết|Chỉ thị|Quyết định|Thông tư|Kế hoạch|Công điện|Công văn|Kết luận|Mệnh lệnh|Thông báo"
    r"|Tờ trình|Báo cáo|Giấy mời|Đề án)\s+(?:liên tịch\s+)?(?:số\s+)?\d+"
    rf"(?:[/-](?:\d+|[{_UPPER}]\w*))*(?:,?\s+ngày\s+\d{{1,2}}(?:[/-]\d{{1,2}}[/-]\d{{4}}|\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}))?"
    rf"|(?<!\w)\d+(?:/\d{{4}})?[/-][{_UPPER}]\w+(?:[-/][{_UPPER}]\w*)*"
)
_SURNAMES = """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Lâm Lương Mai Trịnh Tô Hà
Cao Chu Đoàn Tạ Thái Trương Vương Quách Kiều Lưu Phùng Tăng Triệu Nghiêm Khuất Châu Tống Ninh Thân Thạch Từ Giang Đàm
Doãn Nông Hứa Bạch Tôn Lại Mạc Đồng Viên Quản Vi Lò Giàng Thào Hầu Y Điểu""".split()
_PLACES = "Hà Nội|Hà Nam|Hà Tĩnh|Hà Giang|Hà Đông|Lâm Đồng|Thái Bình|Thái Nguyên|Hồ Chí Minh|Cao Bằng|Ninh Bình|Ninh Thuận"
_PLACES += "|Đồng Nai|Đồng Tháp|Châu Âu|Châu Á|Hồ Tây|Thái Lan|Mai Châu|Giang Tô"
_PERSON = re.compile(
    r"(?:(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tướng|tá) )?"
    rf"(?<!\w)(?!(?:{_PLACES})(?!\w))(?:{'|'.join(_SURNAMES)})(?:\s+[{_UPPER}][^\W\d_]*){{1,3}}"
)
_VERBS = """có|là|đã|đang|sẽ|được|phải|chủ|phối|trong|tại|của|báo|cho|thực|triển|chỉ|để|do|khi|theo|với|mà|từ|đến|về|nhằm|cần
|ban|đề|vẫn|cùng|các|nghiên|nêu|hoàn|tiếp|tổ|rà|bảo|tham|xây|hướng""".replace("\n", "")
_BODY = re.compile(
    r"(?<!\w)(?:Bộ|Sở|Ban|Ủy ban|Cục|Tổng cục|Vụ|Văn phòng|Công an|Thanh tra|Viện|Hội|Tập đoàn|Trung tâm|Thành ủy|Tòa án"
    rf"|UBND|HĐND|Tổ công tác|phường|xã|quận|huyện|tỉnh|thành phố)\s+[{_UPPER}]\w*"
    rf"(?:\s+(?!(?:{_VERBS})(?!\w))(?:và\s+)?\w+){{0,5}}"
)
_BODY_WORD = re.compile(
    r"(?<!\w)(bộ|sở|ban|cục|quận|huyện|tỉnh|phường|xã|thành phố|đơn vị|cơ quan)\s+(?:nào|gì)"
)
_COUNTED = re.compile(r"(?:bao nhiêu|mấy)\s+((?:\w+\s*){1,4})")

FORMS: dict[Kind, tuple[re.Pattern[str], ...]] = {
    "document": (_DOCUMENT,),
    "date": (_DATE,),
    "percent": (_PERCENT, _NUMBER),
    "number": (_NUMBER, _SPELT_NUMBER),
    "person": (_PERSON,),
    "body": (_BODY, NAME),
}


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int
    clause: int


def has_answer_form(kind: Kind, text: str) -> bool:
    """Whether the sentence holds anything of the kind asked for."""
    forms = FORMS.get(kind)
    return forms is None or any(form.search(text) for form in forms)


def answer_span(question: str, kind: Kind, text: str, rarity: Callable[[str], float]) -> Span | None:
    """Offsets into ``text`` of the likeliest short answer; None when the question asks for nothing typed."""
    asked = {word for word in syllables(question) if word not in EMPTY_WORDS}
    tokens = _tokens(text)
    counted = _counted_words(question) if kind == "number" else []
    best: tuple[float, Span] | None = None
    for span in _candidates(question, kind, text):
        score = _nearness(span, tokens, asked, rarity) * _unit_agreement(span, tokens, counted)
        if score > 0 and (best is None or score > best[0]):
            best = score, span
    return best[1] if best else None


def _candidates(question: str, kind: Kind, text: str) -> list[Span]:
    if kind == "body":
        return _bodies(question, text)
    if kind == "number":
        return _numbers(text)
    for form in FORMS.get(kind, ()):
        if found := _find(form, text):
            return found
    return []


def _find(form: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in form.finditer(text)]


def _numbers(text: str) -> list[Span]:
    """Figures that are not part of a date or of a document number, unless there are no others."""
    other = [*_find(_DATE, text), *_find(_DOCUMENT, text)]
    figures = _find(_NUMBER, text)
    free = [one for one in figures if not any(one[0] < end and one[1] > start for start, end in other)]
    return (free or figures) + _find(_SPELT_NUMBER, text)


def _bodies(question: str, text: str) -> list[Span]:
    word = _BODY_WORD.search(nfc(question).lower())
    found = _find(_BODY, text) if word else []
    if word:
        named = [span for span in found if text[span[0] :].lower().startswith(word[1])]
        found = named or found
    return found or _find(NAME, text)


def _tokens(text: str) -> list[_Token]:
    found = []
    clause = 0
    for match in re.finditer(r"[^\W_]+|;", text):
        if match.group() == ";":
            clause += 1
        else:
            found.append(_Token(fold(match.group()).lower(), *match.span(), clause))
    return found


def _nearness(span: Span, tokens: list[_Token], asked: set[str], rarity: Callable[[str], float]) -> float:
    inside = [at for at, token in enumerate(tokens) if token.start >= span[0] and token.end <= span[1]]
    if not inside:
        return 0.0
    first, last = inside[0], inside[-1]
    near: dict[str, float] = {}
    for at, token in enumerate(tokens):
        if token.word in asked and not first <= at <= last:
            distance = first - at if at < first else at - last
            distance += CLAUSE_DISTANCE * abs(token.clause - tokens[first].clause)
            weight = rarity(token.word) * math.exp(-NEARNESS * distance) * (1.15 if at < first else 1.0)
            near[token.word] = max(near.get(token.word, 0.0), weight)
    repeated = sum(tokens[at].word in asked for at in inside) / len(inside)
    return sum(near.values()) * (1 - repeated)


def _counted_words(question: str) -> list[str]:
    match = _COUNTED.search(nfc(question).lower())
    words = syllables(match[1]) if match else []
    return [word for word in words if word not in EMPTY_WORDS][:3]


def _unit_agreement(span: Span, tokens: list[_Token], counted: Iterable[str]) -> float:
    wanted = list(counted)
    if not wanted:
        return 1.0
    after = {token.word for token in [one for one in tokens if one.end > span[0]][1:8]}
    return 1 + 1.5 * sum(word in after for word in wanted) / len(wanted)
