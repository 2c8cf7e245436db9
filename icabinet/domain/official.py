"""The documents that come out of a meeting, by the names of Nghị định 30/2020/NĐ-CP, Phụ lục III."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

from .errors import Refused

Kind = Literal["minutes", "conclusions", "attendance", "invitation", "resolution", "count", "opinion"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OF_A_VOTE: frozenset[Kind] = frozenset({"resolution", "count", "opinion"})
NAMES: dict[Kind, str] = {
    "minutes": "Biên bản",
    "conclusions": "Thông báo kết luận",
    "attendance": "Danh sách điểm danh",
    "invitation": "Giấy mời",
    "resolution": "Nghị quyết",
    "count": "Biên bản kiểm phiếu",
    "opinion": "Phiếu lấy ý kiến",
}
SUMMARY = "summary"
"""The key of a circulation's summary: it has a number, but is no document of a meeting."""
ABBREVIATIONS: dict[Kind, str] = {
    "minutes": "BB",
    "conclusions": "TB",
    "invitation": "GM",
    "resolution": "NQ",
    "count": "BB",
}
"""Bảng chữ viết tắt tên loại văn bản (Phụ lục III, mục I); lists and forms have no number."""


class Key(msgspec.Struct, frozen=True):
    """ "minutes", or a kind and the vote it is about: "resolution:v1"."""

    kind: Kind
    vote: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.vote}" if self.vote else self.kind


def parse(key: str) -> Key:
    """Refused("official.not-found") unless it is one of KINDS, with a vote exactly where that kind is about one."""
    word, _, vote = key.partition(":")
    for kind in KINDS:
        if kind == word and (kind in OF_A_VOTE) == bool(vote):
            return Key(kind, vote)
    raise Refused("official.not-found")


def day(written: str) -> date:
    """ "2026-11-23"; Refused("official.date") when there is no such day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused("official.date") from None
