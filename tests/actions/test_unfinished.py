"""Tasks in the minutes of their meeting, and on the agenda of the next one of the kind while they are not finished."""

from __future__ import annotations

import pytest
from msgspec import structs
from sqlalchemy import update

from icabinet import clock
from icabinet.actions import TASKS, viewer
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.domain.official import Key
from icabinet.domain.plans import PlannedItem
from icabinet.domain.tasks import Plan, Quotation
from icabinet.domain.unfinished import TITLE
from icabinet.store.database import Database
from icabinet.store.tables import Item, Meeting, Task, User
from icabinet.views.minutes import draft
from icabinet.views.minutes_draft import Block
from icabinet.views.minutes_sheet import Sheets
from icabinet.views.official import official
from icabinet.views.plans import meeting_plan
from icabinet.views.unfinished import shown_to
from tests.rooms import MEETING, add_paper, do, found_meeting, start

LATER = 4_000_000_000_000
UNIT = Plan(
    title="Trình đề án nhân lực", owner="unit:Sở Nội vụ", answers="Giám đốc Sở", collaborators=["user:d2"],
    deadline=LATER, basis="Chỉ thị số 05/CT-UBND.", result="Tờ trình",
)  # fmt: skip
OWN = Plan(title="Lập danh sách vị trí", owner="user:d1", deadline=LATER, result="Danh sách")
QUOTED = Quotation(paper="p1", version="p1v", page=2, text="Giao Sở Nội vụ trình đề án.")
NEXT = "m2"


def give(db: Database, task: str, plan: Plan, item: str = "", quotation: Quotation | None = None) -> None:
    do(db, "secretary", c.CreateTask(task=task, plan=plan, meeting=MEETING, item=item, quotation=quotation), TASKS)


def blocks(db: Database, meeting: str = MEETING) -> dict[str, Block]:
    return {block.id: block for block in db.read(lambda s: draft(s, meeting)).blocks}


@pytest.fixture
def given(db: Database) -> Database:
    found_meeting(db)
    add_paper(db)
    start(db, ["d1"])
    do(db, "chair", c.ConcludeItem(item="i2", text="Giao Sở Nội vụ hoàn thiện."))
    give(db, "j1", UNIT, "i2", QUOTED)
    give(db, "j2", OWN)
    return db


def test_tasks_stand_in_the_minutes_and_change_with_their_events(given: Database) -> None:
    sheets = Sheets()
    mark = given.read(lambda s: sheets.news(s, MEETING)).mark
    told = blocks(given)
    assert told["task:j1"].text == (
        "Giao Sở Nội vụ (Giám đốc Sở chịu trách nhiệm): Trình đề án nhân lực. Phối hợp: Người d2, Chuyên viên. "
        "Thời hạn: ngày 02 tháng 10 năm 2096. Kết quả: Tờ trình. Căn cứ: Chỉ thị số 05/CT-UBND. "
        "Theo “Báo cáo p1”, trang 2."
    )
    names = list(told)
    assert names.index("task:j1") == 1 + names.index("item:i2:conclusion")
    assert names.index("task:j2") == 1 + names.index("tasks:apart"), "it comes of no item"
    assert [(trace.seq, trace.tasks) for trace in told["task:j2"].events] == [(2, True)]
    do(given, "secretary", c.EditTask(task="j2", plan=structs.replace(OWN, title="Lập danh sách mới")), TASKS)
    news = given.read(lambda s: sheets.news(s, MEETING, mark))
    assert [block.id for block in news.blocks] == ["task:j2"] and "danh sách mới" in news.blocks[0].text
    assert [trace.seq for trace in news.blocks[0].events] == [2, 3]
    _, document = given.read(lambda s: official(s, MEETING, Key("conclusions")))
    words = [part.text for part in document.parts]
    assert words[words.index("2. Nhiệm vụ khác") + 1] == f"- {news.blocks[0].text}"
    assert f"- {told['task:j1'].text}" in words
    do(given, "secretary", c.CancelTask(task="j2", reason="Trùng"), TASKS)
    assert "task:j2" not in blocks(given) and "tasks:apart" not in blocks(given)


def found_next(db: Database, kind: str = "conference") -> None:
    founded = c.FoundMeeting(
        title="Kỳ họp sau",
        place="P",
        starts_at=4_200_000_000_000,
        agency="VP",
        kind=kind,  # type: ignore[arg-type]
    )
    do(db, "secretary", founded, NEXT)
    do(db, "secretary", c.AddMember(user="d1", role="delegate", votes=True), NEXT)
    do(db, "secretary", c.AddItem(item="u1", title=TITLE, about="unfinished"), NEXT)


def test_the_next_meeting_of_the_kind_shows_what_is_not_finished(given: Database) -> None:
    found_next(given)
    with pytest.raises(Refused, match=r"item\.twice"):
        do(given, "secretary", c.AddItem(item="u2", title=TITLE, about="unfinished"), NEXT)
    assert [item.about for item in given.read(lambda s: meeting_plan(s, NEXT)).items] == ["unfinished"]

    def list_of(user: str) -> list[str]:
        groups = given.read(lambda s: viewer(s, user, TASKS)).groups()
        return [id_ for id_, _ in given.read(lambda s: shown_to(s, NEXT, groups, clock.now()))]

    assert (list_of("secretary"), list_of("d1"), list_of("d2"), list_of("d3")) == (["j1", "j2"], ["j2"], ["j1"], [])
    do(given, "d1", c.AcceptTask(task="j2"), TASKS)
    do(given, "d1", c.ReportTask(task="j2", text="Đã họp.", percent=40), TASKS)
    given.write(lambda s: s.execute(update(Meeting).where(Meeting.id == NEXT).values(kind="council")))
    assert list_of("secretary") == [], "another kind of meeting"


def test_on_the_agenda_it_bears_the_official_title_whatever_the_sender_reads(given: Database) -> None:
    found_next(given)
    do(given, "secretary", c.RemoveItem(item="u1"), NEXT)
    english = "Unfinished work of earlier meetings"
    for add in (
        c.AddItem(item="u2", title=english, about="unfinished"),
        c.AddItems(items=[PlannedItem("u2", english, about="unfinished"), PlannedItem("u3", english)]),
    ):
        do(given, "secretary", add, NEXT)
        assert given.read(lambda s: s.get_one(Item, "u2").title) == TITLE
        do(given, "secretary", c.RemoveItem(item="u2"), NEXT)
    assert given.read(lambda s: s.get_one(Item, "u3").title) == english, "other items say what the sender wrote"


def test_the_minutes_tell_how_it_stood_when_the_item_was_called_up(given: Database) -> None:
    do(given, "d1", c.AcceptTask(task="j2"), TASKS)
    do(given, "d1", c.ReportTask(task="j2", text="Đã họp.", percent=40), TASKS)
    found_next(given)
    do(given, "secretary", c.AddMember(user="chair", role="chair"), NEXT)
    do(given, "chair", c.StartMeeting(), NEXT)
    do(given, "chair", c.GoToItem(item="u1"), NEXT)
    before = blocks(given, NEXT)["item:u1:unfinished"]
    first, *lines = before.text.split("\n")
    assert first == "Việc chưa xong của các kỳ họp trước: 2 việc." and len(lines) == 2
    assert lines[1].startswith("2. Lập danh sách vị trí (Người d1, Chuyên viên); thời hạn 02/10/2096; 40 %; báo cáo")
    assert "“Đã họp”" in lines[1] and all(trace.tasks for trace in before.events)
    do(given, "d1", c.FinishTask(task="j2", outcome="Xong"), TASKS)
    do(given, "secretary", c.ConfirmTask(task="j2"), TASKS)
    assert blocks(given, NEXT)["item:u1:unfinished"].text == before.text, "it is told as it stood then"
    sheets = Sheets()
    given.read(lambda s: sheets.news(s, NEXT))
    given.write(lambda s: s.execute(update(Task).where(Task.id == "j1").values(desk=["user:secretary"])))
    text = blocks(given, NEXT)["item:u1:unfinished"].text
    assert "Trình đề án" not in text and "1 việc" in text, "the chair does not see it"
    given.write(lambda s: s.execute(update(User).where(User.id == "chair").values(unit="Sở Nội vụ")))
    told = blocks(given, NEXT)["item:u1:unfinished"].text
    assert "Trình đề án" in told, "his unit's work he sees"
    kept = {block.id: block.text for block in given.read(lambda s: sheets.news(s, NEXT)).draft.blocks}
    assert kept["item:u1:unfinished"] == told, "or nobody could confirm the minutes"


def test_what_comes_later_does_not_change_what_was_concluded(given: Database) -> None:
    def concluded() -> list[str]:
        return [part.text for part in given.read(lambda s: official(s, MEETING, Key("conclusions")))[1].parts]

    before = concluded()
    do(given, "d1", c.AcceptTask(task="j2"), TASKS)
    do(given, "d1", c.AskForTime(task="j2", until=LATER + 30 * 24 * 3_600_000, reason="Chờ ý kiến"), TASKS)
    do(given, "secretary", c.AnswerForTime(task="j2", granted=True), TASKS)
    assert concluded() == before, "more time was not granted by the meeting"
    do(given, "chair", c.EndMeeting())
    digest = given.read(lambda s: draft(s, MEETING).digest)
    for user in ("chair", "secretary"):
        do(given, user, c.ConfirmMinutes(digest=digest))
    do(given, "secretary", c.CancelTask(task="j2", reason="Trùng"), TASKS)
    do(given, "secretary", c.EditTask(task="j1", plan=structs.replace(UNIT, title="Trình đề án khác")), TASKS)
    assert concluded() == before, "the minutes are locked"


def test_a_paper_that_became_secret_is_not_named_with_its_task(given: Database) -> None:
    assert "Báo cáo p1" in blocks(given)["task:j1"].text
    sheets = Sheets()
    given.read(lambda s: sheets.news(s, MEETING))
    do(given, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    assert "Báo cáo p1" not in blocks(given)["task:j1"].text
    kept = {block.id: block.text for block in given.read(lambda s: sheets.news(s, MEETING)).draft.blocks}
    assert kept["task:j1"] == blocks(given)["task:j1"].text
