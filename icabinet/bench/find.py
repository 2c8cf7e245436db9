"""Searching all of one's meetings and the private calendar, over the meetings of several years.

Rows are written straight into the tables: what is measured is how searching grows with what there is. Beside it a plain
SQL LIKE over the same columns, which finds neither "de an" for "Đề án" nor asks who may read what.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ..actions import OFFICE
from ..store.database import Database
from ..store.schema import upgrade
from ..store.tables import Event, Item, Meeting, Member, MinutesParagraph, Paper, Row, Stream, User, Version, Vote
from ..views.feed import entries_of
from ..views.find import hits_of, parts_of, readable_of, words_of
from ..views.lists import meetings_of
from .figures import Goal, spread
from .figures import Row as Figure
from .trial import Bench, Trial

ITEMS, PARAGRAPHS, PAPERS, ITEMS_CONCLUDED = 8, 4, 4, 0.5
TIMES = 30
GOAL = Goal("p95", 300.0)
PERSON = "u0"
BEGIN = 1_600_000_000_000
DAY_MS = 24 * 3_600_000
SUBJECTS = ("đầu tư công", "cải cách hành chính", "chuyển đổi số", "phòng chống lụt bão", "an toàn giao thông",
            "quy hoạch đô thị", "giáo dục mầm non", "y tế cơ sở", "thu ngân sách", "môi trường làng nghề")  # fmt: skip
QUESTIONS = ("chuyen doi so", "ngân sách 2025", "đề án", "quy hoạch khu 17", "không có chữ này")


def run(trial: Trial) -> list[Figure]:
    url = f"sqlite:///{trial.data / f'find-{trial.number}.db'}"
    upgrade(url)
    db, meetings = Database(url), trial.load.meetings
    chance = random.Random(trial.number)
    now = BEGIN + meetings * DAY_MS
    try:
        db.write(lambda s: _fill(s, chance, meetings))
        return [
            _measured(db, "plain", f"SQL LIKE trong {meetings} cuộc họp", _like),
            _measured(db, "find", f"tìm trong {meetings} cuộc họp, theo quyền, không cần dấu", _found, GOAL),
            _measured(db, "mine", "danh sách cuộc họp của tôi", lambda s, _: meetings_of(s, PERSON, now), GOAL),
            _measured(db, "feed", "lịch riêng (iCalendar)", lambda s, _: list(entries_of(s, PERSON, "", now))),
        ]
    finally:
        db.close()


def _measured(
    db: Database, name: str, label: str, work: Callable[[Session, str], object], goal: Goal | None = None
) -> Figure:
    took = []
    for number in range(TIMES):
        words = QUESTIONS[number % len(QUESTIONS)]
        start = time.perf_counter()
        db.read(lambda s, w=words: work(s, w))  # type: ignore[misc]
        took.append(time.perf_counter() - start)
    return spread(name, label, took, goal=goal)


def _found(session: Session, words: str) -> object:
    parts = parts_of(session, PERSON)
    return hits_of(session, PERSON, parts, words_of(words)), readable_of(session, PERSON, parts)


def _like(session: Session, words: str) -> object:
    like = f"%{words}%"
    items = select(Item.id).where(or_(Item.title.like(like), Item.presenter.like(like), Item.conclusion.like(like)))
    votes = select(Vote.id).where(Vote.question.like(like))
    minutes = select(MinutesParagraph.id).where(MinutesParagraph.text.like(like))
    return [session.scalars(asked).all() for asked in (items, votes, minutes)]


def _fill(session: Session, chance: random.Random, meetings: int) -> None:
    session.add(User(id=PERSON, stream=OFFICE, login=PERSON, name="Đại biểu", title="", unit="", role="member"))
    session.add_all(Stream(id=f"m{number}", last_seq=1) for number in range(meetings))
    session.flush()
    for number in range(meetings):
        session.add_all(_meeting(chance, number))


def _meeting(chance: random.Random, number: int) -> Iterator[Row]:
    name = f"m{number}"
    starts = BEGIN + number * DAY_MS
    yield Event(stream=name, seq=1, at=starts, actor="", cause=name, kind="meeting.found", changes=b"", hash=b"")
    yield Meeting(
        id=name, stream=name, title=f"Họp về {chance.choice(SUBJECTS)}", place="Phòng 1", agency="Văn phòng",
        parent_agency="", starts_at=starts, state="ended",
    )  # fmt: skip
    yield Member(
        id=f"{name}.{PERSON}", stream=name, user_id=PERSON, name="Đại biểu", title="", unit="", role="secretary",
        votes=False, order=0,
    )  # fmt: skip
    for place in range(ITEMS):
        concluded = chance.random() < ITEMS_CONCLUDED
        yield Item(
            id=f"{name}i{place}", stream=name, position=place, title=f"Báo cáo về {chance.choice(SUBJECTS)}",
            presenter="Sở Nội vụ", minutes=20, conclusion=_said(chance) if concluded else "",
        )  # fmt: skip
    for place in range(PARAGRAPHS):
        yield MinutesParagraph(
            id=f"{name}p{place}", stream=name, after="roll", text=_said(chance), author=PERSON, at=starts,
            placed_at=starts,
        )  # fmt: skip
    for place in range(PAPERS):
        paper, version = f"{name}d{place}", f"{name}v{place}"
        yield Paper(
            id=paper, stream=name, item_id=f"{name}i{place}", title="Báo cáo", version_id=version, state="published",
            published_at=starts,
        )  # fmt: skip
        yield Version(
            id=version, stream=name, paper_id=paper, number=1, name="báo cáo.pdf", kind="pdf", sha256=version, size=1,
            readers=[], paper_state="published", state="ready", reading=version, pages=10,
        )  # fmt: skip


def _said(chance: random.Random) -> str:
    subjects = ", ".join(chance.sample(SUBJECTS, 3))
    return f"Thống nhất nội dung về {subjects}; giao các đơn vị hoàn thành Đề án số {chance.randrange(400)} trong năm."


BENCH = Bench("find", "Tìm trong các cuộc họp", run)
