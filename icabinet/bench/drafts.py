"""Administrative papers made on the fly, word by word, so that edits can say which word became which."""

from __future__ import annotations

import itertools
import random

import msgspec

from .papers import HOW, WHAT, WHO


class Written(msgspec.Struct, frozen=True):
    """A word of a paper. It keeps its `id` through edits; `was` names the words of the first version it stands for."""

    id: int
    text: str
    was: tuple[int, ...] = ()
    label: bool = False
    """An article's or item's number, which renumbering changes."""


class Part(msgspec.Struct, frozen=True):
    """A paragraph: an article's heading, an item of it, or a line of a table."""

    kind: str
    words: tuple[Written, ...]


Draft = list[Part]
_SUBJECTS = (
    "Phạm vi điều chỉnh", "Nguồn kinh phí", "Trách nhiệm thi hành", "Chế độ báo cáo", "Đối tượng áp dụng",
    "Nguyên tắc phân bổ", "Cơ chế phối hợp", "Chỉ tiêu chủ yếu", "Giải pháp thực hiện", "Kiểm tra, giám sát",
    "Khen thưởng và xử lý vi phạm", "Tổ chức đấu thầu", "Công khai, minh bạch", "Hạ tầng kỹ thuật số",
)  # fmt: skip
_DUTIES = (
    "Giao {who} chủ trì, phối hợp với {other} {what} trước ngày {day}",
    "{who} có trách nhiệm {what}, báo cáo Ủy ban nhân dân thành phố kết quả theo Điều {article} của Nghị quyết này",
    "Bố trí {total} triệu đồng từ ngân sách thành phố để {what}, trong đó {who} quản lý {share} %",
    "Đến hết ngày {day}, {who} {what}, {how}",
    "Việc {what} phải bảo đảm công khai, minh bạch, đúng quy định của pháp luật về đầu tư công và ngân sách nhà nước",
    "{who} thống nhất với {other} về phương án {what} tại khoản {item} Điều {article}",
)
_PLACES = (
    "Ngọc Hà", "Phú An", "Hòa Bình", "Tân Lập", "An Khánh", "Thuỷ Xuân", "Khoái Châu", "Vĩnh Tuy", "Bình Lộc",
    "Kim Liên", "Mỹ Đình", "Quảng Phú", "Trường Thọ", "Xuân Đỉnh", "Yên Nghĩa", "Long Biên", "Cự Khối", "Thạch Bàn",
)  # fmt: skip
_THINGS = (
    "hồ sơ", "dự án", "tuyến đường", "trạm y tế", "trường học", "điểm bưu điện", "nhà văn hoá", "chợ", "kênh thủy lợi",
    "khu tái định cư", "trạm bơm", "hệ thống chiếu sáng", "công viên", "bãi đỗ xe", "cụm công nghiệp", "nghĩa trang",
)  # fmt: skip
_STATES = (
    "quá hạn", "chưa quyết toán", "được giao thêm", "thuộc diện ưu tiên", "cần giải phóng mặt bằng", "đã nghiệm thu",
    "do doanh nghiệp đề xuất", "phát sinh sau thanh tra", "có đơn kiến nghị", "nằm ngoài quy hoạch", "đang thi công",
)  # fmt: skip
_REPEATED = (
    "Chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện theo chức năng, nhiệm vụ được giao.",
    "Định kỳ hằng quý báo cáo Ủy ban nhân dân thành phố kết quả thực hiện.",
    "Các cơ quan, đơn vị, địa phương chịu trách nhiệm thi hành Nghị quyết này.",
)
"""Sentences that real papers say again and again: a note on one of them must not go to another."""


class Writer:
    """Writes words with names of their own."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._names = itertools.count()

    def words(self, text: str, was: tuple[int, ...] = ()) -> tuple[Written, ...]:
        return tuple(Written(next(self._names), word, was) for word in text.split())

    def draft(self, articles: int) -> Draft:
        head = "ỦY BAN NHÂN DÂN THÀNH PHỐ HÒA BÌNH Số: 118/NQ-HĐND NGHỊ QUYẾT Về một số nhiệm vụ trọng tâm"
        parts = [Part("head", self.words(head)), *(self._basis() for _ in range(4))]
        for _ in range(articles):
            parts += self.article()
        return renumbered([*parts, Part("line", self.words("Nơi nhận: Như Điều 3; Lưu: VT, TH."))])

    def article(self) -> Draft:
        heading = Written(next(self._names), "Điều"), Written(next(self._names), "0.", label=True)
        parts = [Part("article", (*heading, *self.words(self.chance.choice(_SUBJECTS))))]
        items = [self.item() for _ in range(self.chance.randint(2, 6))]
        return [*parts, *items, *(self._table() if self.chance.random() < 0.3 else [])]

    def item(self) -> Part:
        text = " ".join(self.sentence() for _ in range(self.chance.randint(1, 3)))
        return Part("item", (Written(next(self._names), "0.", label=True), *self.words(text)))

    def sentence(self) -> str:
        pick = self.chance.choice
        if self.chance.random() < 0.2:
            return pick(_REPEATED)
        number = self.chance.randint
        how = pick(HOW).format(share=number(10, 99), rise=number(2, 60), total=number(1000, 9000))
        return (
            pick(_DUTIES).format(
                who=pick(WHO),
                other=pick(WHO),
                what=self._matter(),
                how=how,
                day=f"{number(1, 28)}/{number(1, 12)}/2026",
                total=f"{number(1, 90)}.{number(100, 999)}",
                share=f"{number(1, 99)},{number(1, 9)}",
                article=number(1, 9),
                item=number(1, 5),
            )
            + "."
        )

    def _matter(self) -> str:
        """Mostly something that no other sentence of the paper says."""
        pick = self.chance.choice
        what = f"{pick(WHAT)} đối với {self.chance.randint(2, 60)} {pick(_THINGS)} {pick(_STATES)}"
        return f"{what} tại {pick(('phường', 'xã', 'khu vực'))} {pick(_PLACES)}"

    def _basis(self) -> Part:
        number, what = self.chance.randint(1, 200), self.chance.choice(WHAT)
        text = f"Căn cứ Nghị định số {number}/2025/NĐ-CP ngày {number % 28 + 1} tháng 6 năm 2025 về {what};"
        return Part("line", self.words(text))

    def _table(self) -> Draft:
        number = self.chance.randint
        rows = [f"{who} {number(10, 99)},{number(0, 9)} % {number(100, 999)} Đạt" for who in WHO[: number(3, 8)]]
        return [Part("row", self.words(row)) for row in ["Đơn vị Tỷ lệ Hồ sơ Đánh giá", *rows]]


def renumbered(draft: Draft) -> Draft:
    """The articles and their items counted from one."""
    parts: Draft = []
    article = item = 0
    for part in draft:
        if part.kind == "article":
            article, item = article + 1, 0
            number = article
        elif part.kind == "item":
            item += 1
            number = item
        else:
            parts.append(part)
            continue
        parts.append(Part(part.kind, tuple(_numbered(word, number) for word in part.words)))
    return parts


def _numbered(word: Written, number: int) -> Written:
    return msgspec.structs.replace(word, text=f"{number}.") if word.label else word
