"""Opinions by writing as one person sees them across streams, and those whose deadline has come."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..store.tables import Circulation, Member, WrittenAnswer
from .records import sees

_CLOSES_ITSELF = (Circulation.state == "open", Circulation.late == "refused")


class CirculationLine(msgspec.Struct, frozen=True):
    """`answered_at`: this person's own answer, if any; `asked` and `answered` count people."""

    id: str
    question: str
    agency: str
    state: str
    role: str
    late: str
    deadline: int
    closed_at: int | None
    asked: int
    answered: int
    answered_at: int | None
    passed: bool | None
    """Of a published result only, or for the desk."""


def circulations_of(session: Session, user: str, now: int) -> list[CirculationLine]:
    """Those that wait for this person first, by deadline; then what goes on; then the newest of the past."""
    rows = session.execute(
        select(Circulation, Member.role, WrittenAnswer.at)
        .join(Member, (Member.stream == Circulation.id) & (Member.user_id == user) & ~Member.gone)
        .outerjoin(WrittenAnswer, (WrittenAnswer.stream == Circulation.id) & (WrittenAnswer.user_id == user))
    )
    lines = [_line(row, role, _groups(user, role), at) for row, role, at in rows if sees(_groups(user, role), row)]
    return sorted(lines, key=lambda line: _nearness(line, now))


def _groups(user: str, role: str) -> frozenset[str]:
    return Viewer(user, frozenset({role})).groups()


def _line(row: Circulation, role: str, groups: frozenset[str], at: int | None) -> CirculationLine:
    known = sees(groups, row, "circulation_result")
    return CirculationLine(
        id=row.id,
        question=row.question,
        agency=row.agency,
        state=row.state,
        role=role,
        late=row.late,
        deadline=row.deadline,
        closed_at=row.closed_at or row.withdrawn_at,
        asked=len(row.asked),
        answered=row.answered,
        answered_at=at,
        passed=row.outcome.passed if row.outcome is not None and known else None,
    )


def _nearness(line: CirculationLine, now: int) -> tuple[int, int]:
    takes = line.state == "open" and (now <= line.deadline or line.late == "taken")
    if takes and line.role == "delegate" and line.answered_at is None:
        return 0, line.deadline
    if line.state in ("draft", "open") or (line.state == "closed" and line.role == "secretary"):
        return 1, line.deadline
    return 2, -(line.closed_at or 0)


def due(session: Session, now: int) -> list[tuple[str, int]]:
    """Open circulations that take no late answers and whose deadline has come: stream and deadline."""
    rows = session.execute(
        select(Circulation.id, Circulation.deadline).where(*_CLOSES_ITSELF, Circulation.deadline < now)
    )
    return [(row.id, row.deadline) for row in rows]


def next_deadline(session: Session) -> int | None:
    """The nearest deadline at which the server itself closes something."""
    return session.scalar(select(func.min(Circulation.deadline)).where(*_CLOSES_ITSELF))
