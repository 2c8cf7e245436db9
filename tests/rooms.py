"""Meetings for tests, made through the same commands that people send."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, delete, exists, insert, select
from sqlalchemy.orm import Session

from icabinet import clock
from icabinet.actions import OFFICE, perform
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.people import OfficeRole, Role
from icabinet.domain.votes import Option, Rule
from icabinet.store.database import Database
from icabinet.store.tables import Row, User

MEETING = "m1"
_numbers = itertools.count()
_time_of_day = clock.now
Rows = list[tuple[Table, list[dict[str, Any]]]]
_founded: dict[tuple[int, str], Rows] = {}
"""What thirty commands leave behind, by delegates and password: they are sent once, other databases get the rows."""


def do(db: Database, user: str, command: c.Command, stream: str = MEETING, cause: str = "") -> int:
    """Sends one command and returns the number of its event."""
    key = cause or f"test-{next(_numbers)}"
    return db.write(lambda s: perform(s, stream, user, key, command))


def add_person(db: Database, user: str, role: OfficeRole = "member", password_hash: str = "") -> None:
    made = c.CreateUser(user=user, login=user, name=f"Người {user}", title="Chuyên viên", unit="Sở Tư pháp", role=role)
    do(db, SYSTEM, made, OFFICE)
    if password_hash:
        do(db, SYSTEM, c.SetPassword(user=user, hash=password_hash), OFFICE)


def found_meeting(db: Database, delegates: int = 3, password_hash: str = "") -> None:
    """A meeting m1 with secretary, chair, delegates d1…, a guest, a screen, an outsider, and two agenda items."""
    if clock.now is not _time_of_day or db.read(lambda s: s.scalar(select(exists(select(User.id))))):
        _send_all(db, delegates, password_hash)
    elif rows := _founded.get((delegates, password_hash)):
        db.write(lambda s: _put(s, rows))
    else:
        _send_all(db, delegates, password_hash)
        _founded[delegates, password_hash] = db.read(_all_rows)


def _all_rows(session: Session) -> Rows:
    found = [(table, session.execute(select(table)).mappings().all()) for table in Row.metadata.sorted_tables]
    return [(table, [dict(row) for row in rows]) for table, rows in found if rows]


def _put(session: Session, rows: Rows) -> None:
    for table, _ in reversed(rows):
        session.execute(delete(table))  # migrations begin some streams
    for table, of_table in rows:
        session.execute(insert(table), of_table)


def _send_all(db: Database, delegates: int, password_hash: str) -> None:
    add_person(db, "secretary", "secretary", password_hash)
    add_person(db, "administrator", "administrator", password_hash)
    people: list[tuple[str, Role]] = [("chair", "chair"), ("guest", "guest"), ("screen", "screen")]
    people += [(f"d{number}", "delegate") for number in range(1, delegates + 1)]
    for user, _ in [*people, ("outsider", "guest")]:
        add_person(db, user, "member", password_hash)
    founded = c.FoundMeeting(
        title="Phiên họp thử", place="Phòng 1", starts_at=4_102_444_800_000, agency="Văn phòng", parent_agency="UBND"
    )
    do(db, "secretary", founded)
    for user, role in people:
        do(db, "secretary", c.AddMember(user=user, role=role, votes=role == "delegate"))
    do(db, "secretary", c.AddItem(item="i1", title="Khai mạc", minutes=5))
    do(db, "secretary", c.AddItem(item="i2", title="Thông qua kế hoạch", presenter="Sở Nội vụ", minutes=20))


def add_paper(db: Database, paper: str = "p1", item: str = "i2", pages: int = 3, publish: bool = True) -> None:
    """A paper whose file nobody opens: for tests of rights and of the log."""
    sha = "ab" * 32
    added = c.AddPaper(
        paper=paper,
        item=item,
        title=f"Báo cáo {paper}",
        version=f"{paper}v",
        name="a.pdf",
        kind="pdf",
        sha256=sha,
        size=9,
    )
    do(db, "secretary", added)
    do(db, SYSTEM, c.FinishPaper(version=f"{paper}v", reading=sha, pages=pages))
    if publish:
        do(db, "secretary", c.PublishPapers(papers=[paper]))


def start(db: Database, present: list[str]) -> None:
    do(db, "chair", c.StartMeeting())
    for user in present:
        do(db, user, c.CheckIn())


def open_vote(
    db: Database, vote: str = "v1", rule: Rule | None = None, options: Sequence[Option] = (), seconds: int = 0
) -> None:
    rule = rule or Rule()
    made = c.PrepareVote(vote=vote, item="i2", question="Thông qua?", rule=rule, options=list(options), seconds=seconds)
    do(db, "chair", made)
    do(db, "chair", c.OpenVote(vote=vote))
