"""Whose letterhead the documents of a meeting bear, their numbers and dates, and who signs."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..documents.layout import Signer
from ..domain.official import ABBREVIATIONS, Kind, day
from ..domain.wording import two_digits
from ..store.tables import OfficialForm, OfficialNumber

RECIPIENTS = ("Như thành phần tham dự;", "Lưu: VT, Hồ sơ.")
NO_PLACE = "………"


class Numbered(msgspec.Struct, frozen=True):
    number: str
    dated: str


class Form(msgspec.Struct, frozen=True):
    """The secretary's settings, or what stands until there are any."""

    place: str = ""
    suffix: str = "VP"
    authority: tuple[str, ...] = ()
    signer_name: str = ""
    recipients: tuple[str, ...] = RECIPIENTS
    numbers: Mapping[str, Numbered] = {}

    def number(self, document: str) -> str:
        return self.numbers[document].number if document in self.numbers else ""

    def symbol(self, kind: Kind) -> str:
        """ "TB-VP"."""
        return f"{ABBREVIATIONS[kind]}-{self.suffix}"

    def number_line(self, document: str, kind: Kind) -> str:
        """ "Số: 07/TB-VP"; room for the stamp where no number was given; empty for what is never numbered."""
        if kind not in ABBREVIATIONS:
            return ""
        written = self.number(document)
        return f"Số: {written.zfill(2)}/{self.symbol(kind)}" if written else f"Số:        /{self.symbol(kind)}"

    def place_and_date(self, document: str, year: int) -> str:
        """ "Vĩnh Giang, ngày 05 tháng 6 năm 2026"; room for day and month where no date was given."""
        place = self.place or NO_PLACE
        if document not in self.numbers:
            return f"{place}, ngày      tháng      năm {year}"
        at = day(self.numbers[document].dated)
        month = two_digits(at.month) if at.month < 3 else str(at.month)
        return f"{place}, ngày {two_digits(at.day)} tháng {month} năm {at.year}"

    def signer(self, name: str, post: str) -> Signer:
        """By authority where some is set, else the post itself, such as "CHỦ TRÌ"."""
        return Signer(self.authority or (post,), self.signer_name or name)


def form_of(session: Session, meeting_id: str) -> Form:
    row, numbers = session.get(OfficialForm, meeting_id), numbers_of(session, meeting_id)
    if row is None:
        return Form(numbers=numbers)
    return Form(row.place, row.symbol, tuple(row.authority), row.signer, tuple(row.recipients), numbers)


def numbers_of(session: Session, stream: str) -> Mapping[str, Numbered]:
    """By the key of the document."""
    found = session.scalars(select(OfficialNumber).where(OfficialNumber.stream == stream))
    return {line.document: Numbered(line.number, line.dated) for line in found}
