"""One line a command: what it looks like when somebody tries it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any, Literal

from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.commands import Command
from icabinet.domain.seating import SeatLine
from icabinet.domain.tallies import HandTally
from icabinet.domain.votes import Option, Rule, VoterLine

STANDARD = Rule(quorum_numerator=0, late="admitted", shows="live")
ELECTION = Rule(method="list", most=2, seats=2, quorum_numerator=0, shows="close")
EACH = Rule(method="candidates", quorum_numerator=0, ties="repeat", shows="live")
SECRET = Rule(secrecy="secret", quorum_numerator=0)
CANDIDATES = [Option("a", "Ông A"), Option("b", "Bà B"), Option("c", "Ông C")]
Draw = Callable[[Sequence[Any]], Any]
new = itertools.count()
texts = ["", "Ý kiến", "Đề nghị làm rõ số liệu"]
items, papers = ["i1", "i2", "i3"], ["p1", "p2"]
votes, notes = ["v1", "v2", "v3"], ["n1", "n2", "n3"]
speeches, comments = ["s1", "s2", "s3"], ["c1", "c2"]
people = ["d1", "d2", "d3", "guest", "outsider"]
screens = ["main", "left"]
entries = ["t1", "t2"]
halls = ["h1", "h2"]
blocks = ["item:i1:heading", "speech:s1"]
quad = (10, 20, 300, 40)


def plan(d: Draw) -> dict[str, Any]:
    rule = d([Rule(), STANDARD, STANDARD, SECRET, ELECTION, EACH])
    options = [] if rule.method == "standard" else CANDIDATES
    voters = d([[], [], [VoterLine("d1", 1 if rule == SECRET else 2), VoterLine("d2")]])
    return {"rule": rule, "options": options, "voters": voters, "items": d([[], ["i2"]]), "seconds": d([0, 60])}


def ballot(d: Draw) -> dict[str, Any]:
    said = {"choice": d(["for", "against", "other", "abstain"]), "opinion": d(texts)}
    picks: dict[str, Any] = {"picks": d([[], ["a"], ["a", "c"]])}
    marks: dict[str, Any] = {"marks": d([{"a": "for"}, {"a": "against", "b": "abstain"}])}
    tried: dict[str, Any] = d([said, said, picks, marks])
    return tried


TRIES: dict[type[Command], Callable[[Draw], Command]] = {
    c.CreateUser: lambda d: c.CreateUser(user=f"x{next(new)}", login=f"x{next(new)}", name="Người mới"),
    c.UpdateUser: lambda d: c.UpdateUser(
        user=d(["outsider", "administrator"]), name="Tên khác", title="", unit="", role="member", active=d([True, False])
    ),
    c.SetPassword: lambda d: c.SetPassword(user=d(people), hash="x"),
    c.FoundMeeting: lambda d: c.FoundMeeting(title="Phiên khác", place="P", starts_at=1, agency="VP"),
    c.UpdateMeeting: lambda d: c.UpdateMeeting(title="Tên mới", place="Phòng 2", starts_at=2, kind=d([None, "council"])),
    c.StartMeeting: lambda d: c.StartMeeting(),
    c.PauseMeeting: lambda d: c.PauseMeeting(),
    c.ResumeMeeting: lambda d: c.ResumeMeeting(),
    c.EndMeeting: lambda d: c.EndMeeting(),
    c.AddMember: lambda d: c.AddMember(user=d(people), role=d(["guest", "delegate", "chair"]), votes=d([True, False])),
    c.FollowUser: lambda d: c.FollowUser(user=d(people)),
    c.RemoveMember: lambda d: c.RemoveMember(user=d(people)),
    c.AddItem: lambda d: c.AddItem(item="i3", title="Nội dung thêm"),
    c.UpdateItem: lambda d: c.UpdateItem(item=d(items), title="Sửa", presenter="Sở", minutes=7),
    c.MoveItem: lambda d: c.MoveItem(item=d(items), position=d(range(4))),
    c.RemoveItem: lambda d: c.RemoveItem(item=d(items)),
    c.GoToItem: lambda d: c.GoToItem(item=d(items)),
    c.ConcludeItem: lambda d: c.ConcludeItem(item=d(items), text=d(texts)),
    c.CheckIn: lambda d: c.CheckIn(),
    c.MarkAttendance: lambda d: c.MarkAttendance(user=d(people), state=d(["absent", "present", "left", "excused"]), reason=d(texts)),
    c.AnswerInvitation: lambda d: c.AnswerInvitation(
        answer=d(["attend", "decline", "substitute", "substitute"]), reason=d(texts), user=d([None, None, "d2", "guest"]),
        substitute=d(["outsider", "administrator", "d1"]), authority=d([True, False]),
    ),
    c.DecideSubstitute: lambda d: c.DecideSubstitute(user=d(["d3", "d1"]), accept=d([True, True, False]), reason=d(texts)),
    c.RevokeSubstitute: lambda d: c.RevokeSubstitute(user=d(["d3", "d1"]), reason="Đã đến"),
    c.CallService: lambda d: c.CallService(call=d(["w1", "w2", "w3"]), kind=d(["water", "other"]), text=d(texts)),
    c.FinishService: lambda d: c.FinishService(call=d(["w1", "w2", "w3"])),
    c.SetRoomRules: lambda d: c.SetRoomRules(
        substitutes=d(["accepted", "accepted", "free", "none"]), code_needed=d([False, False, True])
    ),
    c.AddPaper: lambda d: c.AddPaper(
        paper="p2", item=d([*items, "g1"]), title="Kế hoạch", version="p2v", name="k.docx", kind="docx", sha256="cd" * 32, size=3
    ),
    c.FinishPaper: lambda d: c.FinishPaper(version=d(["p1v", "p2v", "p1w", "p1x"]), reading="ef" * 32, pages=2, reason=d(["", "paper.broken"]), work=d(["", "recognise"])),
    c.ReadPaperAgain: lambda d: c.ReadPaperAgain(paper=d(papers)),
    c.RetitlePaper: lambda d: c.RetitlePaper(paper=d(papers), title="Tên tài liệu mới"),
    c.PublishPapers: lambda d: c.PublishPapers(papers=[d(papers)]),
    c.RecallPaper: lambda d: c.RecallPaper(paper=d(papers), reason=d(["Có sai sót", "Có sai sót", " "])),
    c.RemovePaper: lambda d: c.RemovePaper(paper=d(papers)),
    c.NameReaders: lambda d: c.NameReaders(paper=d(papers), readers=d([[], [], ["user:d1"], ["role:guest"], ["unit:Sở Tư pháp"], ["user:d2", "user:x"]])),
    c.LogOpening: lambda d: c.LogOpening(opening=f"o{next(new)}", version=d(papers) + "v", user=d(people)),
    c.RequirePaper: lambda d: c.RequirePaper(paper=d(papers), must_read=d([True, False])),
    c.MovePaper: lambda d: c.MovePaper(paper=d(papers), item=d([*items, "g1"]), position=d(range(3))),
    c.AddPaperGroup: lambda d: c.AddPaperGroup(group=d(["g1", "g2"]), title="Tài liệu chung"),
    c.RenamePaperGroup: lambda d: c.RenamePaperGroup(group=d(["g1", "g2"]), title="Văn bản"),
    c.RemovePaperGroup: lambda d: c.RemovePaperGroup(group=d(["g1", "g2"])),
    c.AskForPaper: lambda d: c.AskForPaper(
        request=d(["q1", "q2"]), item=d(["i1", "i2"]), title="Báo cáo", addressee=d(["user:d1", "user:d2", "unit:Sở Tư pháp"]),
        deadline=d([4_000_000_000_000, 4_000_000_000_000, 1]),
    ),
    c.SubmitPaper: lambda d: c.SubmitPaper(
        request=d(["q1", "q2"]), paper=f"sp{next(new)}", version=f"sv{next(new)}", name="b.pdf", kind="pdf", sha256="aa" * 32, size=4
    ),
    c.ApproveSubmission: lambda d: c.ApproveSubmission(request=d(["q1", "q2", "q3"])),
    c.ReturnSubmission: lambda d: c.ReturnSubmission(request=d(["q1", "q2"]), reason=d(["Thiếu phụ lục", " "])),
    c.WithdrawRequest: lambda d: c.WithdrawRequest(request=d(["q1", "q1", "q2"])),
    c.AddVersion: lambda d: c.AddVersion(paper="p1", version=d(["p1w", "p1x"]), name="b.pdf", kind="pdf", sha256=d(["ef", "ab"]) * 32, size=4),
    c.UseVersion: lambda d: c.UseVersion(paper="p1", version=d(["p1w", "p1w", "p1x"])),
    c.RemoveVersion: lambda d: c.RemoveVersion(version=d(["p1w", "p1x"])),
    c.CarryNotes: lambda d: c.CarryNotes(version=d(["p1w", "p1x"]), notes=[c.Carried(note=note, from_version=d(["p1v", "p1v", "p1w"]), state=d(["kept", "changed", "lost"]), page=1, quads=[quad], exact="đoạn mới") for note in notes]),
    c.TakePlace: lambda d: c.TakePlace(note=d(notes), version=d(["p1w", "p1x"])),
    c.PlaceNote: lambda d: c.PlaceNote(note=d(notes), version=d(["p1w", "p1x"]), page=1, quads=[quad], exact="đoạn chọn"),
    c.KeepNote: lambda d: c.KeepNote(note=d(notes)),
    c.AddNote: lambda d: c.AddNote(note=d(notes), version=d(papers) + "v", page=d(range(1, 4)), quads=[quad], exact="đoạn văn"),
    c.EditNote: lambda d: c.EditNote(note=d(notes), text=d(texts)),
    c.ShareNote: lambda d: c.ShareNote(note=d(notes), shared=d([True, False])),
    c.RemoveNote: lambda d: c.RemoveNote(note=d(notes)),
    c.AddComment: lambda d: c.AddComment(comment=d(comments), paper=d(papers), text="Nhất trí"),
    c.RemoveComment: lambda d: c.RemoveComment(comment=d(comments)),
    c.SetSpeakerQueue: lambda d: c.SetSpeakerQueue(queue=d(["questions", "questions", "speakers"]), state=d(["open", "open", "open", "paused", "closed"])),
    c.SetSpeakerRule: lambda d: c.SetSpeakerRule(queue=d(["questions", "speakers"]), policy=d(["by-hand", "by-hand", "first-come", "first-timers", "alternate-units"]), speech_seconds=60, reply_seconds=30, item_seconds=d([0, 600])),
    c.RequestSpeech: lambda d: c.RequestSpeech(speech=d(speeches), subject=d(texts)),
    c.AskQuestion: lambda d: c.AskQuestion(speech=d(speeches), to=d(["chair", "guest", "d3"]), question="Vì sao hồ sơ quá hạn?"),
    c.ReplyToSpeech: lambda d: c.ReplyToSpeech(speech=d(speeches), to_speech=d(speeches), subject=d(texts)),
    c.RaisePointOfOrder: lambda d: c.RaisePointOfOrder(speech=d(speeches), subject=d(texts)),
    c.WithdrawSpeech: lambda d: c.WithdrawSpeech(speech=d(speeches)),
    c.MoveSpeech: lambda d: c.MoveSpeech(speech=d(speeches), position=d(range(3))),
    c.CallSpeaker: lambda d: c.CallSpeaker(speech=d(speeches), seconds=d([None, 60])),
    c.CallForAnswer: lambda d: c.CallForAnswer(speech=f"a{next(new)}", question=d(speeches)),
    c.PauseSpeech: lambda d: c.PauseSpeech(speech=d(speeches)),
    c.ResumeSpeech: lambda d: c.ResumeSpeech(speech=d(speeches)),
    c.ExtendSpeech: lambda d: c.ExtendSpeech(speech=d(speeches), seconds=30),
    c.EndSpeech: lambda d: c.EndSpeech(speech=d(speeches)),
    c.PrepareVote: lambda d: c.PrepareVote(vote=d(votes), item=d(items), question="Thông qua?", **plan(d)),
    c.EditVote: lambda d: c.EditVote(vote=d(votes), item=d(items), question="Thông qua bản sửa?", **plan(d)),
    c.RemoveVote: lambda d: c.RemoveVote(vote=d(votes)),
    c.OpenVote: lambda d: c.OpenVote(vote=d(votes)),
    c.ExtendVote: lambda d: c.ExtendVote(vote=d(votes), seconds=60),
    c.CastBallot: lambda d: c.CastBallot(vote=d(votes), **ballot(d)),
    c.CloseVote: lambda d: c.CloseVote(vote=d(votes)),
    c.PublishVote: lambda d: c.PublishVote(vote=d(votes)),
    c.VoidVote: lambda d: c.VoidVote(vote=d(votes), reason="Nhầm câu hỏi"),
    c.RepeatVote: lambda d: c.RepeatVote(vote=d(votes), again=d(votes), reason="Ngang phiếu"),
    c.SealBallot: lambda d: c.SealBallot(vote=d(votes), receipt=f"receipt-{next(new):04}", choice=d(["for", "against"])),
    c.EnterTally: lambda d: c.EnterTally(vote=d(votes), entry=d(entries), kind=d(["paper", "hands"]), ballots=1, tally=HandTally(for_=1)),
    c.ConfirmTally: lambda d: c.ConfirmTally(entry=d(entries)),
    c.RemoveTally: lambda d: c.RemoveTally(entry=d(entries)),
    c.DeclareInterest: lambda d: c.DeclareInterest(item=d(items), reason="Có vốn góp", user=d(["", "", "d1", "d2"])),
    c.WithdrawInterest: lambda d: c.WithdrawInterest(item=d(items), user=d(["", "", "d1", "d2"])),
    c.EditMinutes: lambda d: c.EditMinutes(block=d(blocks), text=d(texts)),
    c.RestoreMinutes: lambda d: c.RestoreMinutes(block=d(blocks)),
    c.SetPosition: lambda d: c.SetPosition(item=d(items), stance=d(["agree", "remark", "speak"]), text=d(texts)),
    c.WithdrawPosition: lambda d: c.WithdrawPosition(item=d(items)),
    c.PullFromBlock: lambda d: c.PullFromBlock(vote=d([*votes, "common", "common"]), item=d(items)),
    c.ReportReading: lambda d: c.ReportReading(version=d(["p1v", "p2v"]), page=d([1, 2, 9]), seen=d(["", "gA==", "4A==", "////"])),
    c.NamePresenter: lambda d: c.NamePresenter(user=d([None, "d1", "screen", "guest"])),
    c.SetScreen: lambda d: c.SetScreen(
        screen=d(screens), name="Bên trái", shows=d(["automatic", "code", "clock", "message", "paper"]), text=d(texts), paper=d([None, *papers])
    ),
    c.RemoveScreen: lambda d: c.RemoveScreen(screen=d(screens)),
    c.SetHall: lambda d: c.SetHall(hall=d(halls), name=f"Phòng {next(new)}", rows=d([["###", "o.o", "ooo"], ["oo"], ["o", "oo"]])),
    c.RemoveHall: lambda d: c.RemoveHall(hall=d(halls)),
    c.ChooseHall: lambda d: c.ChooseHall(hall=d([*halls, *halls, None])),
    c.AssignSeats: lambda d: c.AssignSeats(seats=[SeatLine(d(people[:4]), d(["A1", "A2", "B2", None]))]),
    c.ClearSeats: lambda d: c.ClearSeats(),
}  # fmt: skip
OFFICE_COMMANDS = (c.CreateUser, c.UpdateUser, c.SetPassword, c.SetHall, c.RemoveHall)
CHANGES_PARTS = (
    c.AddMember, c.RemoveMember, c.UpdateUser, c.AnswerInvitation, c.DecideSubstitute, c.RevokeSubstitute,
)  # fmt: skip
OFTEN = (
    c.FinishService, c.AssignSeats,
    c.RemoveMember, c.AddMember, c.AddItem, c.RemoveItem, c.GoToItem, c.RequestSpeech, c.CallSpeaker, c.ExtendSpeech, c.EndSpeech, c.WithdrawSpeech, c.PrepareVote, c.OpenVote, c.CastBallot, c.CloseVote, c.PublishVote, c.EditVote, c.ExtendVote, c.VoidVote, c.RepeatVote, c.RemoveComment, c.RestoreMinutes, c.EditMinutes, c.SetScreen, c.RemoveScreen, c.AddNote, c.EditNote, c.AddComment, c.AddPaper, c.FinishPaper, c.RemovePaper, c.AnswerInvitation, c.DecideSubstitute, c.RevokeSubstitute, c.WithdrawPosition, c.PullFromBlock, c.PullFromBlock, c.ReportReading,
)  # fmt: skip

_questions = c.SetSpeakerQueue(queue="questions", state="open")
_by_hand = c.SetSpeakerRule(queue="questions", policy="by-hand", speech_seconds=60, reply_seconds=30)
_one = HandTally(for_=1)


def _found(note: str, state: Literal["kept", "changed", "lost"]) -> c.Carried:
    return c.Carried(note=note, from_version="p1v", state=state, page=1, quads=[quad], exact="đoạn mới")


SCRIPTS: dict[str, list[tuple[str, Command]]] = {
    "prepared": [
        (
            "secretary",
            c.AskForPaper(request="q3", item="i1", title="Báo cáo", addressee="user:d3", deadline=4_000_000_000_000),
        ),
        (
            "d3",
            c.SubmitPaper(request="q3", paper="sp", version="spv", name="b.pdf", kind="pdf", sha256="aa" * 32, size=4),
        ),
        (SYSTEM, c.FinishPaper(version="spv", reading="aa" * 32, pages=2)),
        ("secretary", c.ReturnSubmission(request="q3", reason="Thiếu phụ lục")),
        (
            "d3",
            c.SubmitPaper(request="q3", paper="sq", version="sqv", name="b.pdf", kind="pdf", sha256="aa" * 32, size=4),
        ),
        (SYSTEM, c.FinishPaper(version="sqv", reading="aa" * 32, pages=2)),
        ("secretary", c.ApproveSubmission(request="q3")),
    ],
    "speaking": [
        ("chair", _questions),
        ("d1", c.AskQuestion(speech="q1", to="guest", question="Bao giờ xong?")),
        ("d2", c.AskQuestion(speech="q2", to="guest", question="Vì sao chậm?")),
        ("chair", _by_hand),
        ("chair", c.MoveSpeech(speech="q2", position=0)),
        ("chair", c.CallSpeaker(speech="q1")),
        ("chair", c.PauseSpeech(speech="q1")),
        ("chair", c.ResumeSpeech(speech="q1")),
        ("chair", c.CallForAnswer(speech="a1", question="q1")),
        ("d1", c.ReplyToSpeech(speech="r1", to_speech="a1")),
        ("d3", c.RaisePointOfOrder(speech="o1")),
        ("chair", c.CallSpeaker(speech="o1")),
        ("chair", c.ExtendSpeech(speech="o1", seconds=60)),
        ("chair", c.EndSpeech(speech="o1")),
    ],
    "voting": [
        ("d1", c.AddNote(note="n3", version="p1v", page=2, quads=[quad], exact="câu cũ")),
        ("secretary", c.AddVersion(paper="p1", version="p1w", name="b.pdf", kind="pdf", sha256="cd" * 32, size=4)),
        (SYSTEM, c.FinishPaper(version="p1w", reading="cd" * 32, pages=2)),
        ("secretary", c.UseVersion(paper="p1", version="p1w")),
        (
            SYSTEM,
            c.CarryNotes(version="p1w", notes=[_found("n1", "kept"), _found("n2", "changed"), _found("n3", "lost")]),
        ),
        ("d2", c.TakePlace(note="n2", version="p1w")),
        ("d1", c.PlaceNote(note="n1", version="p1w", page=1, quads=[quad], exact="đoạn chọn")),
        ("d1", c.KeepNote(note="n3")),
    ],
    "sealing": [
        ("d3", c.DeclareInterest(item="i2", reason="Có vốn góp")),
        ("d3", c.WithdrawInterest(item="i2")),
        ("chair", c.PrepareVote(vote="sealed", item="i2", question="Bầu?", rule=SECRET)),
        ("chair", c.OpenVote(vote="sealed")),
        ("d1", c.SealBallot(vote="sealed", receipt="receipt-of-d1", choice="for")),
        ("d2", c.SealBallot(vote="sealed", receipt="receipt-of-d2", choice="against")),
        ("d1", c.SealBallot(vote="sealed", receipt="receipt-of-d1", choice="abstain")),
        ("secretary", c.EnterTally(vote="sealed", entry="t1", kind="paper", ballots=1, tally=_one)),
        ("chair", c.ConfirmTally(entry="t1")),
        ("chair", c.RemoveTally(entry="t1")),
        ("chair", c.CloseVote(vote="sealed")),
        ("chair", c.PublishVote(vote="sealed")),
    ],
}
"""What some people do in this order, whatever the others try in between."""
