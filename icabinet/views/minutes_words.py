"""Words of the minutes about people and moments, which other documents use too."""

from __future__ import annotations

from ..clock import local
from ..documents.minutes_docx import Attendee
from ..domain.attendance import WORDS
from ..domain.wording import legal_date, legal_time
from ..store.tables import Member


def moment(at: int | None) -> str:
    """ "08 giờ 00 phút, ngày 23 tháng 11 năm 2026"; empty before it happened."""
    return f"{legal_time(local(at))}, {legal_date(local(at))}" if at else ""


def attendee(member: Member) -> Attendee:
    return Attendee(member.name, member.title, member.unit, state_words(member), clock_words(member))


def is_guest(member: Member) -> bool:
    """Former members are told of by name where they did something; they were no guests."""
    return member.role == "guest" and not member.gone


def state_words(member: Member) -> str:
    """A guest or delegate who left was there; the reason of an absence stands beside it."""
    words = WORDS[member.attendance]
    return f"{words}: {member.reason}" if member.reason and member.attendance in ("excused", "absent") else words


def clock_words(member: Member) -> str:
    if member.attendance not in ("present", "left") or not member.attendance_at:
        return ""
    return legal_time(local(member.attendance_at))
