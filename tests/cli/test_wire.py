"""What the tablet believes about the wire is what the server sends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from icabinet import clock
from icabinet.cli.main import cli
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM, Viewer
from icabinet.domain.ink import StrokeLine
from icabinet.domain.plans import MeetingPlan
from icabinet.domain.seating import SeatLine
from icabinet.domain.tallies import HandTally
from icabinet.domain.tasks import Plan
from icabinet.domain.votes import Rule, VoterLine
from icabinet.store.database import Database
from icabinet.views.minutes import draft
from icabinet.views.snapshot import View, everything, seen_by
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, add_paper, do, found_meeting, open_vote, start

OTHER = "m2"
CIRCULATION = "c1"
LATER = 4_000_000_000_000
WEB = Path(__file__).parents[2] / "web" / "src"


def test_the_command_types_are_the_generated_ones() -> None:
    """After a change of commands: icabinet wire > web/src/wire.ts."""
    assert CliRunner().invoke(cli, ["wire"]).output == (WEB / "wire.ts").read_text("utf-8")


def next_version(db: Database) -> None:
    """In which the note of the first one is not found, nor the page of its strokes."""
    do(db, "d1", c.AddNote(note="n1", version="p1v", page=1, quads=[(1, 2, 3, 4)], exact="x"))
    do(db, "d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k1", 1, "AAA")]))
    do(db, "secretary", c.AddVersion(paper="p1", version="p1w", name="b.pdf", kind="pdf", sha256="cd" * 32, size=4))
    do(db, SYSTEM, c.FinishPaper(version="p1w", reading="cd" * 32, pages=2))
    do(db, "secretary", c.UseVersion(paper="p1", version="p1w"))
    lost = c.Carried(note="n1", from_version="p1v", state="lost")
    do(db, SYSTEM, c.CarryNotes(version="p1w", notes=[lost]))
    drawn = c.CarriedInk(owner="d1", from_version="p1v", from_page=1, state="changed")
    do(db, SYSTEM, c.CarryInk(version="p1w", pages=[drawn]))


def seats(db: Database) -> None:
    do(db, "administrator", c.SetHall(hall="h1", name="x", rows=["o"]), "office")
    plan = MeetingPlan("conference", "x", "x", "", 0, [], [])
    do(db, "secretary", c.SaveMeetingTemplate(template="t1", name="x", plan=plan), "office")
    do(db, "secretary", c.SavePeopleGroup(group="g1", name="x", people=["d1"]), "office")
    do(db, "secretary", c.ChooseHall(hall="h1"))
    do(db, "secretary", c.AssignSeats(seats=[SeatLine("d1", "A1")]))


def asked_and_own(db: Database) -> None:
    asked = c.AskForPaper(request="q1", item="g1", title="x", addressee="user:d1", deadline=4_000_000_000_000)
    do(db, "secretary", asked)
    do(db, "d1", c.AddFolder(folder="f1", title="x"), "office")
    do(db, "d1", c.KeepPaper(document="e1", folder="f1", meeting=MEETING, paper="p1"), "office")
    plan = Plan(title="x y z", owner="user:d1", deadline=4_000_000_000_000, result="x")
    do(db, "secretary", c.CreateTask(task="j1", plan=plan, meeting=MEETING, item="i1"), "tasks")
    do(db, "secretary", c.DismissCandidate(candidate="x1"))


def lock_minutes(db: Database) -> None:
    """Of another meeting that has ended, with a correction of them."""
    founded = c.FoundMeeting(title="x", place="x", starts_at=1, agency="x")
    do(db, "secretary", founded, OTHER)
    do(db, "secretary", c.AddMember(user="chair", role="chair"), OTHER)
    do(db, "chair", c.StartMeeting(), OTHER)
    do(db, "chair", c.EndMeeting(), OTHER)
    digest = db.read(lambda s: draft(s, OTHER).digest)
    for user in ("chair", "secretary"):
        do(db, user, c.ConfirmMinutes(digest=digest), OTHER)
    do(db, "secretary", c.CorrectMinutes(correction="k1", block="attendance", text="x", reason="x"), OTHER)


def answered_circulation(db: Database) -> None:
    """Closed, so that the desk reads the opinions."""
    do(db, "administrator", c.FoundCirculation(question="x", agency="x"), CIRCULATION)
    plan = c.EditCirculation(
        base=0, question="x", explanation="", rule=Rule(base="entitled"), deadline=LATER, asked=["d1"]
    )
    do(db, "administrator", plan, CIRCULATION)
    do(db, "administrator", c.SendCirculation(base=1), CIRCULATION)
    do(db, "d1", c.AnswerCirculation(choice="for"), CIRCULATION)
    do(db, "administrator", c.CloseCirculation(), CIRCULATION)


def give_form(db: Database) -> None:
    form = c.SetOfficialForm(
        agency="x", parent_agency="", place="x", symbol="VP", authority=[], signer="", recipients=[]
    )
    do(db, "secretary", form)
    do(db, "secretary", c.NumberOfficial(document="minutes", number="7", dated="2026-11-23"))
    do(db, "secretary", c.SetTemplate(kind="minutes", name="mau.docx", sha256="ab" * 32))
    sha = "ab" * 32
    signed = c.KeepSigned(
        signing="g1", document="invitation", sha256=sha, source=sha, subject="x", issuer="x", stamped=False
    )
    do(db, "secretary", signed)


def remind_and_answer(db: Database) -> None:
    """As an hour before the meeting."""
    do(db, "secretary", c.SendInvitations())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: 4_102_444_800_000 - 3_600_000)
        do(db, SYSTEM, c.FireReminder(reminder=f"{MEETING}:{MEETING}:60:everybody"))
    do(db, "d1", c.AnswerInvitation(answer="attend"))


@pytest.fixture
def full_view(tmp_path: Path) -> View:
    """One record of every kind."""
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    add_paper(db)
    remind_and_answer(db)
    do(db, "secretary", c.AnswerInvitation(answer="substitute", user="d3", substitute="outsider"))
    do(db, "chair", c.DecideSubstitute(user="d3", accept=True))
    do(db, "d1", c.CallService(call="w1", kind="water"))
    start(db, ["d1", "d2"])
    do(db, "secretary", c.RevokeSubstitute(user="d3", reason="x"))
    do(db, "d3", c.CheckIn())
    next_version(db)
    do(db, "d1", c.AddComment(comment="c1", paper="p1", text="x"))
    do(db, "d1", c.RequestSpeech(speech="s1"))
    do(db, "secretary", c.MarkAttendance(user="d3", state="excused", reason="x"))
    do(db, "chair", c.ConcludeItem(item="i1", text="x"))
    do(db, "d2", c.DeclareInterest(item="i1", reason="x"))
    open_vote(db, rule=Rule(shows="live"))
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    do(db, "chair", c.PublishVote(vote="v1"))
    open_vote(db, "v3", Rule(secrecy="secret"))
    do(db, "d1", c.SealBallot(vote="v3", receipt="receipt-0001", choice="for"))
    do(db, "secretary", c.EnterTally(vote="v3", entry="t1", kind="paper", ballots=1, tally=HandTally(for_=1)))
    do(db, "chair", c.ConfirmTally(entry="t1"))
    do(db, "chair", c.CloseVote(vote="v3"))
    do(db, "chair", c.PublishVote(vote="v3"))
    do(
        db,
        "chair",
        c.PrepareVote(vote="v2", item="i2", question="?", rule=Rule(shows="live"), voters=[VoterLine("d1")]),
    )
    do(db, "chair", c.OpenVote(vote="v2"))
    do(db, "secretary", c.EditMinutes(block="attendance", text="x"))
    do(db, "secretary", c.AddParagraph(paragraph="o1", after="attendance", text="x"))
    give_form(db)
    do(db, "d1", c.SetPosition(item="i2", stance="agree"))
    do(db, "d1", c.ReportReading(version="p1v", page=2, seen="gA=="))
    do(db, "chair", c.NamePresenter(user="d1"))
    do(db, "secretary", c.PrepareVote(vote="v9", item="i1", items=["i1", "i2"], question="x", rule=Rule()))
    do(db, "secretary", c.SetScreen(screen="main", name="x"))
    add_paper(db, "p2")
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    do(db, SYSTEM, c.LogOpening(opening="o1", version="p1v", user="d1"))
    do(db, "secretary", c.RecallPaper(paper="p2", reason="x"))
    do(db, "secretary", c.AddPaperGroup(group="g1", title="x"))
    for more in (seats, asked_and_own, lock_minutes, answered_circulation):
        more(db)
    all_roles = frozenset({"chair", "secretary", "delegate", "office:administrator"})
    view = View()
    for stream in (CIRCULATION, OTHER, MEETING, "office", "tasks"):
        found = db.read(lambda s, m=stream: everything(s, m))  # type: ignore[misc]
        assert found is not None
        view |= seen_by(Viewer("d1", all_roles), found[1])
    db.close()
    assert SYSTEM not in view
    return view


def test_the_tablets_record_types_have_the_fields_that_are_sent(full_view: View) -> None:
    typed = record_types("\n".join(path.read_text("utf-8") for path in sorted(WEB.glob("records*.ts"))))
    assert set(typed) == set(full_view)
    for kind, records in full_view.items():
        sent: set[str] = set(next(iter(records.values())))
        assert sent == typed[kind], kind


def record_types(source: str) -> dict[str, set[str]]:
    """Kind → field names, from the interfaces of records.ts."""
    interfaces: dict[str, Any] = {
        name: set(re.findall(r"^  (\w+)\??:", body, re.MULTILINE))
        for name, body in re.findall(r"export interface (\w+) \{\n(.*?)^\}", source, re.MULTILINE | re.DOTALL)
    }
    kinds = re.findall(
        r"^  (\w+): (\w+);", source.split("interface RecordKinds {", 1)[1].split("}", 1)[0], re.MULTILINE
    )
    return {kind: interfaces[name] for kind, name in kinds}
