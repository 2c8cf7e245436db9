"""The list of attendance as a table for spreadsheets."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.sheet import Cell, to_csv
from ..domain.attendance import WORDS
from ..store.tables import Meeting, Member

HEAD = (
    "STT", "Họ và tên", "Chức vụ", "Đơn vị", "Vai trò", "Quyền biểu quyết", "Điểm danh", "Giờ đến", "Đến muộn",
    "Ra vào", "Lý do vắng", "Dự thay cho", "Người dự thay",
)  # fmt: skip
ROLES = {"chair": "Chủ trì", "secretary": "Thư ký", "delegate": "Đại biểu", "guest": "Khách mời"}


def attendance_file(session: Session, meeting_id: str) -> tuple[str, bytes]:
    """The meeting's title and the bytes of the CSV file."""
    return session.get_one(Meeting, meeting_id).title, to_csv(HEAD, attendance_rows(session, meeting_id))


def attendance_rows(session: Session, meeting_id: str) -> list[tuple[Cell, ...]]:
    found = session.scalars(select(Member).where(Member.stream == meeting_id, Member.role != "screen"))
    members = sorted((m for m in found if not m.gone or m.passages), key=lambda member: member.order)
    names = {member.user_id: member.name for member in members}
    return [(number, *_cells(member, names)) for number, member in enumerate(members, 1)]


def _cells(member: Member, names: dict[str, str]) -> list[str]:
    came = member.passages[0].at if member.passages else None
    moves = [f"{'vào' if p.state == 'present' else 'ra'} {_clock(p.at)}" for p in member.passages[1:]]
    return [
        member.name, member.title, member.unit, _role(member), "Có" if member.votes else "",
        WORDS[member.attendance], _clock(came) if came else "", "Có" if member.late else "", ", ".join(moves),
        member.reason, names.get(member.stands_for, ""), names.get(member.substitute, ""),
    ]  # fmt: skip


def _role(member: Member) -> str:
    return "Đã thôi dự thay" if member.gone else ROLES[member.role]


def _clock(at: int) -> str:
    return local(at).strftime("%H:%M")
