"""Papers asked for with a deadline: who sees them, and the way to approval."""

from __future__ import annotations

import msgspec

from icabinet.clock import now
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.store.database import Database
from icabinet.store.tables import PaperRequest
from icabinet.views.lists import meetings_of
from tests.actions.test_paper_rights import refusal, seen, view
from tests.rooms import add_paper, do, found_meeting

SHA = "ab" * 32
LATER = 4_000_000_000_000


def ask(db: Database, addressee: str = "user:d1", deadline: int = LATER) -> None:
    asked = c.AskForPaper(request="q1", item="i2", title="Báo cáo thẩm định", addressee=addressee, deadline=deadline)
    do(db, "secretary", asked)


def submission(paper: str = "s1") -> c.SubmitPaper:
    return c.SubmitPaper(request="q1", paper=paper, version=f"{paper}v", name="b.pdf", kind="pdf", sha256=SHA, size=3)


def submit(db: Database, user: str = "d1", paper: str = "s1") -> None:
    do(db, user, submission(paper))
    do(db, SYSTEM, c.FinishPaper(version=f"{paper}v", reading=SHA, pages=2))


def request(db: Database) -> dict[str, object]:
    found: dict[str, object] = view(db, "secretary")["paper_request"]["q1"]
    return found


def test_only_whom_it_asks_and_the_secretary_see_a_request_and_what_comes(db: Database) -> None:
    found_meeting(db)
    ask(db)
    assert refusal(db, "d2", submission()) == "not-found"
    submit(db)
    for user in ("d1", "secretary"):
        assert (seen(db, user, "paper_request"), seen(db, user), seen(db, user, "version")) == ({"q1"}, {"s1"}, {"s1v"})
    for user in ("d2", "chair", "guest", "screen"):
        assert not seen(db, user, "paper_request") | seen(db, user) | seen(db, user, "version")


def test_a_unit_is_asked_as_a_whole(db: Database) -> None:
    found_meeting(db)
    ask(db, "unit:Sở Tư pháp")
    submit(db, "d3")
    assert seen(db, "d2") == {"s1"}
    nowhere = c.AskForPaper(request="q2", item="i2", title="x", addressee="unit:Sở Y tế", deadline=LATER)
    assert refusal(db, "secretary", nowhere) == "paper.reader-unknown"


def test_sent_back_with_a_reason_submitted_again_approved_published(db: Database) -> None:
    found_meeting(db)
    ask(db)
    assert refusal(db, "secretary", c.ApproveSubmission(request="q1")) == "request.nothing-submitted"
    submit(db)
    assert refusal(db, "secretary", c.PublishPapers(papers=["s1"])) == "paper.not-approved"
    assert refusal(db, "secretary", c.ReturnSubmission(request="q1", reason=" ")) == "request.no-reason"
    do(db, "secretary", c.ReturnSubmission(request="q1", reason="Thiếu phụ lục"))
    assert (request(db)["state"], request(db)["rounds"][-1]["reason"]) == ("returned", "Thiếu phụ lục")  # type: ignore[index]
    submit(db, paper="s2")
    assert seen(db, "secretary") == {"s2"}, "the new one stands in the place of the old"
    do(db, "secretary", c.ApproveSubmission(request="q1"))
    assert (seen(db, "d1"), view(db, "secretary")["paper"]["s2"]["state"]) == (set(), "draft")
    assert refusal(db, "d1", submission("s3")) == "request.approved"
    do(db, "secretary", c.PublishPapers(papers=["s2"]))
    assert seen(db, "d2") == {"s2"}


def test_what_cannot_be_read_is_not_approved(db: Database) -> None:
    found_meeting(db)
    ask(db)
    do(db, "d1", submission())
    assert refusal(db, "secretary", c.ApproveSubmission(request="q1")) == "paper.processing"


def test_a_deadline_lies_ahead_and_a_late_paper_is_taken_and_said_to_be_late(db: Database) -> None:
    found_meeting(db)
    past = c.AskForPaper(request="q1", item="i2", title="x", addressee="user:d1", deadline=now() - 1)
    assert refusal(db, "secretary", past) == "request.deadline-past"
    ask(db)
    db.write(lambda s: setattr(s.get_one(PaperRequest, "q1"), "deadline", now() - 1))
    submit(db)
    assert request(db)["rounds"][0]["late"] is True  # type: ignore[index]


def test_a_withdrawn_request_takes_its_paper_along_and_frees_the_item(db: Database) -> None:
    found_meeting(db)
    ask(db)
    submit(db)
    assert refusal(db, "secretary", c.RemoveItem(item="i2")) == "item.in-use"
    do(db, "secretary", c.WithdrawRequest(request="q1"))
    assert not seen(db, "d1", "paper_request") | seen(db, "d1") | seen(db, "secretary")
    do(db, "secretary", c.RemoveItem(item="i2"))


def test_what_is_asked_for_as_secret_is_never_anything_else(db: Database) -> None:
    found_meeting(db)
    asked = c.AskForPaper(
        request="q1", item="i2", title="Đề án", addressee="user:d1", deadline=LATER, readers=["user:d2"]
    )
    assert refusal(db, "secretary", msgspec.structs.replace(asked, readers=["user:x"])) == "paper.reader-unknown"
    do(db, "secretary", asked)
    assert request(db)["secret"] is True
    submit(db)
    for user, papers in (("d1", {"s1"}), ("d2", set()), ("secretary", {"s1"})):
        assert seen(db, user) == papers
    assert view(db, "d1")["paper"]["s1"]["secret"] is True
    do(db, "secretary", c.ApproveSubmission(request="q1"))
    do(db, "secretary", c.PublishPapers(papers=["s1"]))
    for user, papers in (("d1", set()), ("d2", {"s1"}), ("chair", set()), ("screen", set())):
        assert seen(db, user) == papers
        assert len(seen(db, user, "version")) == len(papers)


def test_the_list_of_meetings_says_what_is_asked_of_whom_until_it_is_approved(db: Database) -> None:
    found_meeting(db)
    ask(db)

    def listed(user: str) -> list[tuple[str, int, str, bool]]:
        (line,) = db.read(lambda s: meetings_of(s, user, now()))
        return [(asked.title, asked.deadline, asked.state, asked.mine) for asked in line.requests]

    assert listed("d1") == [("Báo cáo thẩm định", LATER, "asked", True)]
    assert listed("secretary") == [("Báo cáo thẩm định", LATER, "asked", False)]
    assert listed("d2") == listed("chair") == listed("screen") == []
    submit(db)
    assert [state for _, _, state, _ in listed("d1")] == ["submitted"]
    do(db, "secretary", c.ApproveSubmission(request="q1"))
    assert listed("d1") == listed("secretary") == []


def test_a_paper_is_said_to_be_searchable_until_it_is_read_anew(db: Database) -> None:
    found_meeting(db)
    add_paper(db, publish=False)
    do(db, SYSTEM, c.FinishIndexing(version="p1v"))
    do(db, SYSTEM, c.FinishIndexing(version="gone"))
    assert view(db, "secretary")["version"]["p1v"]["indexed"] is True
    do(db, "secretary", c.ReadPaperAgain(paper="p1"))
    do(db, SYSTEM, c.FinishIndexing(version="p1v"))
    do(db, SYSTEM, c.FinishPaper(version="p1v", reading=SHA, pages=2))
    assert view(db, "secretary")["version"]["p1v"]["indexed"] is False
