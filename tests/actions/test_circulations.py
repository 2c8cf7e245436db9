"""Opinions by writing through their commands: who sees what, and when."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from sqlalchemy import Engine, event

from icabinet import clock
from icabinet.actions import OFFICE, takes_part, viewer
from icabinet.documents.official import Official, build
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.domain.reminders import ReminderRule
from icabinet.domain.votes import Rule
from icabinet.jobs.deadlines import close_due
from icabinet.jobs.unnamed import named
from icabinet.store.database import Database
from icabinet.store.tables import Circulation, Reminder, WrittenAnswer
from icabinet.views.circulation_documents import form as filled
from icabinet.views.circulation_documents import summary
from icabinet.views.circulations import circulations_of, next_deadline
from icabinet.views.lists import notices_of
from icabinet.views.snapshot import View, everything, seen_by
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import do, found_meeting

ASKING = "c1"
SHA, OWN = "ab" * 32, "cd" * 32
RULE = Rule(base="entitled", quorum_numerator=0)


def plan(base: int = 1, **parts: Any) -> c.EditCirculation:
    facts: dict[str, Any] = {
        "base": base,
        "question": "Góp ý dự thảo?",
        "explanation": "",
        "rule": RULE,
        "deadline": clock.now() + 600_000,
    }
    return c.EditCirculation(**(facts | {"asked": ["d1", "d2", "d3"], "tracker": "guest"} | parts))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    database = Database(sqlite_url(tmp_path))
    yield database
    database.close()


@pytest.fixture
def asked(db: Database) -> Database:
    """A draft with one paper, to three people, followed by the guest."""
    found_meeting(db)
    do(db, "secretary", c.FoundCirculation(question="Góp ý?", agency="Văn phòng"), ASKING)
    do(db, "secretary", plan(0), ASKING)
    added = c.AddPaper(
        paper="cp",
        item=f"{ASKING}-papers",
        title="Dự thảo",
        version="cpv",
        name="a.pdf",
        kind="pdf",
        sha256=SHA,
        size=9,
    )
    do(db, "secretary", added, ASKING)
    do(db, SYSTEM, c.FinishPaper(version="cpv", reading=SHA, pages=3), ASKING)
    return db


def view(db: Database, user: str) -> View:
    who = db.read(lambda s: viewer(s, user, ASKING))
    found = db.read(lambda s: everything(s, ASKING))
    assert found is not None
    return seen_by(who, found[1]) if takes_part(who, ASKING) else {}


def refusal(db: Database, user: str, command: c.Command, stream: str = ASKING) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command, stream)
    return refused.value.code


def set_deadline(db: Database, deadline: int) -> None:
    """As time goes by."""

    def move(session: Any) -> None:
        session.get_one(Circulation, ASKING).deadline = deadline

    db.write(move)


def test_a_draft_is_for_its_desk_alone_and_goes_out_with_its_papers(asked: Database) -> None:
    assert view(asked, "d1") == {}
    assert set(view(asked, "guest")["paper"]) == {"cp"}
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    seen = view(asked, "d1")
    assert seen["paper"]["cp"]["state"] == "published"
    assert seen["circulation"][ASKING]["state"] == "open"
    assert "circulation_asked" not in seen and not view(asked, "outsider")
    assert refusal(asked, "secretary", plan()) == "circulation.open"
    assert refusal(asked, "d1", c.AnswerInvitation(answer="attend")) == "not-found", "it is no meeting"


def test_of_two_who_edit_a_draft_the_second_is_told(asked: Database) -> None:
    do(asked, "guest", plan(question="Góp ý lần hai?"), ASKING)
    told = view(asked, "secretary")["circulation"][ASKING]
    assert (told["question"], told["edits"], told["edited_by"]) == ("Góp ý lần hai?", 2, "guest")
    assert refusal(asked, "secretary", plan(explanation="Theo dự thảo")) == "circulation.stale"
    do(asked, "secretary", plan(2, question="Góp ý lần hai?", explanation="Theo dự thảo"), ASKING)
    assert view(asked, "guest")["circulation"][ASKING]["explanation"] == "Theo dự thảo"


def test_a_draft_that_somebody_edited_since_is_not_sent_unseen(asked: Database) -> None:
    do(asked, "guest", plan(question="Góp ý lần hai?"), ASKING)
    assert refusal(asked, "secretary", c.SendCirculation(base=1)) == "circulation.stale"
    assert view(asked, "secretary")["circulation"][ASKING]["state"] == "draft" and view(asked, "d1") == {}
    do(asked, "secretary", c.SendCirculation(base=2), ASKING)
    assert view(asked, "d1")["circulation"][ASKING]["question"] == "Góp ý lần hai?"
    assert refusal(asked, "secretary", c.SendCirculation(base=1)) == "circulation.open", "the state is told first"


def test_the_tracker_sees_who_answered_and_nobody_what_before_the_end(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="against", text="Chưa rõ kinh phí"), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="for", text="Đã rõ"), ASKING)
    mine = view(asked, "d1")["my_answer"][f"{ASKING}.d1"]
    assert (mine["choice"], [one["choice"] for one in mine["earlier"]]) == ("for", ["against"])
    (told,) = view(asked, "guest")["answered"].values()
    assert (told["user"], told["changes"]) == ("d1", 1)
    for user in ("guest", "secretary", "d2"):
        assert "Đã rõ" not in str(view(asked, user)) and "opinion" not in view(asked, user)
    assert view(asked, "d2")["circulation_progress"][ASKING] == {"asked": 3, "answered": 1}


def test_the_end_opens_the_opinions_to_the_desk_and_the_result_to_all(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    for user in ("d1", "d2"):
        do(asked, user, c.AnswerCirculation(choice="for"), ASKING)
    assert refusal(asked, "secretary", c.CloseCirculation()) == "circulation.not-over"
    do(asked, "d3", c.AnswerCirculation(choice="other", text="Thêm phụ lục"), ASKING)
    do(asked, "guest", c.CloseCirculation(), ASKING)
    assert len(view(asked, "guest")["opinion"]) == 3
    assert "opinion" not in view(asked, "d1") and "circulation_result" not in view(asked, "d1")
    do(asked, "secretary", c.PublishCirculation(), ASKING)
    seen = view(asked, "d1")
    assert seen["opinion"][f"{ASKING}.d3"]["text"] == "Thêm phụ lục"
    assert seen["circulation_result"][ASKING]["passed"]
    (line,) = asked.read(lambda s: circulations_of(s, "d1", clock.now()))
    assert (line.state, line.passed) == ("published", True)


def test_numbers_only_where_the_rule_says_so(asked: Database) -> None:
    do(asked, "secretary", plan(names=False, asked=["d1"]), ASKING)
    do(asked, "secretary", c.SendCirculation(base=2), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="against"), ASKING)
    do(asked, "secretary", c.CloseCirculation(), ASKING)
    do(asked, "secretary", c.PublishCirculation(), ASKING)
    assert "opinion" not in view(asked, "d1")
    assert view(asked, "d1")["circulation_result"][ASKING]["tally"]["against"] == 1
    assert len(view(asked, "secretary")["opinion"]) == 1


def test_the_server_closes_at_the_deadline_by_its_own_clock(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="for"), ASKING)
    assert asyncio.run(close_due(asked)) == 0
    set_deadline(asked, clock.now() - 1)
    assert asked.read(next_deadline) is not None
    assert refusal(asked, "d2", c.AnswerCirculation(choice="for")) == "circulation.over"
    assert asyncio.run(close_due(asked)) == 1
    assert asyncio.run(close_due(asked)) == 0 and asked.read(next_deadline) is None
    result = view(asked, "secretary")["circulation_result"][ASKING]
    assert result["sentence"].startswith("1/3 người được lấy ý kiến đã trả lời, 2 không trả lời.")
    assert refusal(asked, "d2", c.AnswerCirculation(choice="for")) == "circulation.closed"


def test_late_answers_are_marked_and_an_extension_takes_the_mark_away(asked: Database) -> None:
    do(asked, "secretary", plan(late="taken"), ASKING)
    do(asked, "secretary", c.SendCirculation(base=2), ASKING)
    set_deadline(asked, clock.now() - 1)
    do(asked, "d1", c.AnswerCirculation(choice="for"), ASKING)
    assert asyncio.run(close_due(asked)) == 0, "it stays open for those who are late"
    assert view(asked, "d1")["my_answer"][f"{ASKING}.d1"]["late"]
    assert refusal(asked, "secretary", c.ExtendCirculation(deadline=5, reason="x")) == "circulation.deadline-past"
    later = c.ExtendCirculation(deadline=clock.now() + 60_000, reason="Chờ phụ lục")
    do(asked, "secretary", later, ASKING)
    assert not view(asked, "d1")["my_answer"][f"{ASKING}.d1"]["late"]
    assert view(asked, "d1")["circulation"][ASKING]["extensions"][0]["reason"] == "Chờ phụ lục"


def test_withdrawn_with_its_reason(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    assert refusal(asked, "secretary", c.WithdrawCirculation(reason=" ")) == "circulation.reason"
    do(asked, "secretary", c.WithdrawCirculation(reason="Sai dự thảo"), ASKING)
    assert view(asked, "d1")["circulation"][ASKING]["reason"] == "Sai dự thảo"
    assert refusal(asked, "d1", c.AnswerCirculation(choice="for")) == "circulation.withdrawn"


def test_a_file_goes_with_the_answer_only_if_it_is_ones_own_and_readable(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    made = c.AddDocument(document="e1", folder="", title="Góp ý", name="gop-y.pdf", kind="pdf", sha256=OWN, size=5)
    do(asked, "d1", made, OFFICE)
    with_file = c.AnswerCirculation(choice="other", document="e1")
    assert refusal(asked, "d1", with_file) == "circulation.file-not-ready"
    do(asked, SYSTEM, c.FinishDocument(document="e1", reading=SHA, pages=1), OFFICE)
    assert refusal(asked, "d2", with_file) == "not-found"
    do(asked, "d1", with_file, ASKING)
    do(asked, "d1", c.RemoveDocument(document="e1"), OFFICE)
    assert OWN in asked.read(named), "the file of an answer is not swept away with the document"
    do(asked, "d1", c.AnswerCirculation(choice="other", keeps_file=True), ASKING)
    assert view(asked, "d1")["my_answer"][f"{ASKING}.d1"]["file"] == "gop-y.pdf"
    assert refusal(asked, "d1", c.AnswerCirculation(choice="other")) == "circulation.other-empty"


def test_a_changed_answer_has_to_be_confirmed_anew(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="for"), ASKING)
    at = asked.read(lambda s: s.get_one(WrittenAnswer, f"{ASKING}.d1").at)
    assert refusal(asked, "d1", c.ConfirmAnswer(at=at - 1)) == "circulation.changed"
    do(asked, "d1", c.ConfirmAnswer(at=at), ASKING)
    assert view(asked, "secretary")["answered"][f"{ASKING}.d1"]["confirmed_at"]
    do(asked, "d1", c.AnswerCirculation(choice="against"), ASKING)
    mine = view(asked, "d1")["my_answer"][f"{ASKING}.d1"]
    assert mine["confirmed_at"] is None and mine["earlier"][0]["confirmed_at"]


def notices(db: Database, user: str) -> list[str]:
    lines = db.read(lambda s: notices_of(s, user, clock.now()))
    return [line.title.split(":")[0] for line in lines]


def test_everybody_asked_is_told_and_the_silent_are_nudged_by_hand_and_by_rule(asked: Database) -> None:
    do(asked, "secretary", plan(reminders=[ReminderRule(2, "silent"), ReminderRule(-60, "silent")]), ASKING)
    do(asked, "secretary", c.SendCirculation(base=2), ASKING)
    letters = view(asked, "secretary")["letter"].values()
    assert [letter["user"] for letter in letters] == ["d1", "d2", "d3"]
    assert notices(asked, "d1") == [], "the question itself waits on the page"
    assert len(view(asked, "secretary")["reminder"]) == 1, "after the deadline nobody could answer"
    assert "letter" not in view(asked, "d1")
    do(asked, "d1", c.AnswerCirculation(choice="for"), ASKING)
    everybody = c.NudgeCirculation(people=["d1", "d2", "d3"])
    do(asked, "secretary", everybody, ASKING)
    assert refusal(asked, "secretary", everybody) == "circulation.nobody-to-nudge", "they were nudged just now"
    set_deadline(asked, clock.now() + 3_600_000)
    nudged = ["Nhắc cho ý kiến"]
    assert [notices(asked, user) for user in ("d1", "d2")] == [[], nudged], "an answer needs no reminder"
    (reminder,) = view(asked, "secretary")["reminder"]
    make_due(asked, reminder)
    do(asked, SYSTEM, c.FireReminder(reminder=reminder), ASKING)
    assert [len(notices(asked, user)) for user in ("d1", "d2")] == [0, 2]
    do(asked, "secretary", c.WithdrawCirculation(reason="Sai"), ASKING)
    assert notices(asked, "d1") == ["Đã rút lại phiếu lấy ý kiến"]


def test_a_thousand_letters_take_as_many_queries_as_one(asked: Database) -> None:
    do(asked, "secretary", c.SendCirculation(base=1), ASKING)
    one = statements(lambda: do(asked, "secretary", c.NudgeCirculation(people=["d1"]), ASKING))
    assert statements(lambda: do(asked, "secretary", c.NudgeCirculation(people=["d2", "d3"]), ASKING)) == one


def statements(work: Callable[[], object]) -> int:
    """How many statements the database was sent; many rows in one statement count once."""
    seen = []

    def note(*_: object) -> None:
        seen.append(1)

    event.listen(Engine, "before_cursor_execute", note)
    work()
    event.remove(Engine, "before_cursor_execute", note)
    return len(seen)


def make_due(db: Database, reminder: str) -> None:
    def age(session: Any) -> None:
        row = session.get_one(Reminder, reminder)
        row.due_at, row.state = clock.now() - 1, "waiting"
        row.moment = clock.now() + 3_600_000

    db.write(age)


def words(official: Official) -> str:
    return " ".join(docx.Document(io.BytesIO(build(official))).element.itertext())


@pytest.mark.parametrize("names", [True, False])
def test_the_summary_tells_everything_and_names_only_where_the_rule_does(asked: Database, names: bool) -> None:
    do(asked, "secretary", plan(names=names), ASKING)
    do(asked, "secretary", c.SendCirculation(base=2), ASKING)
    do(asked, "d2", c.AnswerCirculation(choice="for"), ASKING)
    do(asked, "d1", c.AnswerCirculation(choice="other", text="Sửa Điều 2"), ASKING)
    with pytest.raises(Refused, match=r"circulation\.not-counted"):
        asked.read(lambda s: summary(s, ASKING))
    set_deadline(asked, clock.now() - 1)
    asyncio.run(close_due(asked))
    text = words(asked.read(lambda s: summary(s, ASKING)))
    do(asked, "secretary", c.NumberOfficial(document="summary", number="9", dated="2026-02-05"), ASKING)
    numbered = words(asked.read(lambda s: summary(s, ASKING)))
    assert "Số:        /BC-VP" in text and "Số: 09/BC-VP" in numbered and "ngày 05 tháng 02 năm 2026" in numbered
    with pytest.raises(Refused, match=r"not-found"):
        do(asked, "secretary", c.NumberOfficial(document="minutes", number="9", dated="2026-02-05"), ASKING)
    for told in ("BÁO CÁO", "Sửa Điều 2", "2/3 người được lấy ý kiến đã trả lời", "Không trả lời", "Người d3"):
        assert told in text
    assert ("Người d1" in text) == names, "who answered what"
    form = words(asked.read(lambda s: filled(s, ASKING, "d1")))
    assert "PHIẾU LẤY Ý KIẾN" in form and "Người d1" in form and "Sửa Điều 2" in form
