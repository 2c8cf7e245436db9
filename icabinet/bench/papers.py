"""Papers made on the fly: a large scanned PDF, and pages of office prose for the assistant."""

from __future__ import annotations

import os
import random
import textwrap
import unicodedata
from collections.abc import Sequence

MIB = 1024 * 1024
_SIDE = 591
"""Points on each side of a page's picture: 591 × 591 × 3 bytes are just below one MiB."""


def heavy_pdf(megabytes: int) -> bytes:
    """A PDF of about so many MiB: a page a MiB, each a picture of noise, which nothing can compress (ISO 32000-2)."""
    pages = [6 + 3 * number for number in range(max(1, megabytes))]
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in enumerate(pages, 1):
        objects += [_picture(), _drawing(number), _page(page)]
    return _file(objects)


def text_pdf(pages: int, seed: int = 1) -> bytes:
    """A PDF of so many pages of prose, without diacritics: the built-in fonts of PDF have none."""
    own = [5 + 2 * number for number in range(pages)]
    kids = " ".join(f"{page} 0 R" for page in own)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    for page, text in zip(own, prose(pages, seed), strict=True):
        rest = f"/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {page - 1} 0 R"
        objects += [_stream("", _lines(plain(text))), f"<< /Type /Page /Parent 2 0 R {rest} >>".encode()]
    return _file(objects)


def _lines(text: str) -> bytes:
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, 88)]
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) '" for line in lines)
    return f"BT /F 12 Tf 16 TL 60 790 Td {shown} ET".encode("ascii", "replace")


def _picture() -> bytes:
    head = f"/Type /XObject /Subtype /Image /Width {_SIDE} /Height {_SIDE} /ColorSpace /DeviceRGB /BitsPerComponent 8"
    return _stream(head, os.urandom(_SIDE * _SIDE * 3))


def _drawing(number: int) -> bytes:
    return _stream("", f"q 500 0 0 700 47 71 cm /Im Do Q BT /F 12 Tf 60 40 Td (Trang {number}) Tj ET".encode())


def _page(own: int) -> bytes:
    """The picture and the drawing of a page are the two objects before it."""
    resources = f"<< /Font << /F 3 0 R >> /XObject << /Im {own - 2} 0 R >> >>"
    rest = f"/MediaBox [0 0 595 842] /Resources {resources} /Contents {own - 1} 0 R"
    return f"<< /Type /Page /Parent 2 0 R {rest} >>".encode()


def _stream(head: str, content: bytes) -> bytes:
    return f"<< {head} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    """Header, objects, cross-reference table, trailer (ISO 32000-2 §7.5)."""
    parts, places, at = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], [], 15
    for number, content in enumerate(objects, 1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places.append(at)
        parts.append(part)
        at += len(part)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
    )
    return b"".join([*parts, end.encode()])


WHO = (
    "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Công an thành phố", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng",
    "Ủy ban nhân dân phường Hòa Bình", "Ủy ban nhân dân xã Phú An", "Trung tâm Phục vụ hành chính công",
)  # fmt: skip
WHAT = (
    "rà soát hồ sơ đất đai tồn đọng", "số hóa sổ hộ tịch", "cấp chứng thư chữ ký số cho công chức",
    "lắp đặt điểm kê khai trực tuyến", "đối soát dữ liệu bảo hiểm y tế", "tập huấn tổ công nghệ số cộng đồng",
    "kết nối camera giao thông", "chi trả an sinh xã hội qua tài khoản", "đo chất lượng nước sinh hoạt",
    "kiểm tra phòng cháy tại chợ", "sửa chữa mái trường tiểu học", "mở tuyến xe buýt về khu công nghiệp",
)  # fmt: skip
HOW = (
    "đạt {share} % kế hoạch năm, tăng {rise} % so với cùng kỳ",
    "hoàn thành {share} % khối lượng, còn {rise} hồ sơ đang chờ bổ sung",
    "chậm tiến độ {rise} ngày do thiếu nhân lực",
    "đã giải ngân {share} triệu đồng trên tổng mức {total} triệu đồng",
    "phục vụ {total} lượt người dân, trong đó {share} % hài lòng",
)
LETTERS_A_PAGE = 2000


def prose(pages: int, seed: int) -> list[str]:
    """Pages of about two thousand letters in the manner of a progress report; the same seed gives the same pages."""
    chance = random.Random(seed)
    return [_page_of_prose(chance) for _ in range(pages)]


def _page_of_prose(chance: random.Random) -> str:
    lines: list[str] = []
    while sum(map(len, lines)) < LETTERS_A_PAGE:
        lines.append(_sentence(chance))
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    outcome = chance.choice(HOW).format(
        share=chance.randint(10, 99), rise=chance.randint(2, 60), total=chance.randint(1000, 9000)
    )
    day = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}"
    return f"Đến ngày {day}, {chance.choice(WHO)} {chance.choice(WHAT)}, {outcome}."


def questions(count: int, seed: int) -> list[str]:
    """Questions that such pages may answer, every other one typed without diacritics."""
    chance = random.Random(seed)
    asked = [f"{chance.choice(WHO)} {chance.choice(WHAT)} đến đâu rồi?" for _ in range(count)]
    return [plain(text) if number % 2 else text for number, text in enumerate(asked)]


def plain(text: str) -> str:
    """Without diacritics, as people type in a hurry."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
