"""One line a command: what it looks like when somebody tries it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any, Literal

from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.commands import Command
from icabinet.domain.ink import Replacement, StrokeLine
from icabinet.domain.letters import Outcome
from icabinet.domain.plans import MeetingPlan, PlannedItem, PlannedMember
from icabinet.domain.reminders import ReminderRule
from icabinet.domain.seating import SeatLine
from icabinet.domain.tallies import HandTally
from icabinet.domain.votes import Option, Rule, VoterLine

STANDARD = Rule(quorum_numerator=0, late="admitted", shows="live")
ELECTION = Rule(method="list", most=2, seats=2, quorum_numerator=0, shows="close")
EACH = Rule(method="candidates", quorum_numerator=0, ties="repeat", shows="live")
SECRET = Rule(secrecy="secret", quorum_numerator=0)
PLAN = MeetingPlan(
    "conference", "Phòng 1", "Văn phòng", "", 0, [PlannedItem("i1", "Khai mạc")], [PlannedMember("d1", "delegate")]
)
CANDIDATES = [Option("a", "Ông A"), Option("b", "Bà B"), Option("c", "Ông C")]
Draw = Callable[[Sequence[Any]], Any]
new = itertools.count()
texts = ["", "Ý kiến", "Đề nghị làm rõ số liệu"]
items, papers = ["i1", "i2", "i3"], ["p1", "p2"]
votes, notes = ["v1", "v2", "v3"], ["n1", "n2", "n3"]
speeches, comments = ["s1", "s2", "s3"], ["c1", "c2"]
people = ["d1", "d2", "d3", "guest", "outsider"]
screens, entries, halls = ["main", "left"], ["t1", "t2"], ["h1", "h2"]
blocks = ["item:i1:heading", "speech:s1"]
quad = (10, 20, 300, 40)


def plan(d: Draw) -> dict[str, Any]:
    rule = d([Rule(), STANDARD, STANDARD, SECRET, ELECTION, EACH])
    options = [] if rule.method == "standard" else CANDIDATES
    voters = d([[], [], [VoterLine("d1", 1 if rule == SECRET else 2), VoterLine("d2")]])
    return {"rule": rule, "options": options, "voters": voters, "items": d([[], ["i2"]]), "seconds": d([0, 60])}


def invited(d: Draw) -> str:
    return f"m1.calendar.0.REQUEST.{d(['d1', 'd2', 'd1'])}"


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
    c.AddItems: lambda d: c.AddItems(items=[PlannedItem(f"i{next(new) + 50}", "Thêm"), PlannedItem(f"i{next(new) + 50}", "Nữa", "Sở", 5)]),
    c.AddMembers: lambda d: c.AddMembers(members=[PlannedMember(d(people), d(["guest", "delegate"]))]),
    c.SaveMeetingTemplate: lambda d: c.SaveMeetingTemplate(template=d(["t1", "t2"]), name=d(["Giao ban", "Họp quý"]), plan=PLAN),
    c.RemoveMeetingTemplate: lambda d: c.RemoveMeetingTemplate(template=d(["t1", "t2"])),
    c.SavePeopleGroup: lambda d: c.SavePeopleGroup(group=d(["g1", "g2"]), name=d(["Thường trực", "Trưởng phòng"]), people=d([["d1"], ["d1", "d2"]])),
    c.RemovePeopleGroup: lambda d: c.RemovePeopleGroup(group=d(["g1", "g2"])),
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
    c.CallOffMeeting: lambda d: c.CallOffMeeting(reason="Bão"),
    c.SendInvitations: lambda d: c.SendInvitations(users=d([[], ["d1"], ["d2", "guest"]])),
    c.FinishLetters: lambda d: c.FinishLetters(outcomes=[Outcome(invited(d), d(["sent", "refused", "waiting"]), d(["", "busy"]))]),
    c.SendLettersAgain: lambda d: c.SendLettersAgain(letters=[invited(d)]),
    c.SetReminders: lambda d: c.SetReminders(rules=[ReminderRule(minutes, d(["everybody", "silent"])) for minutes in d([[], [60], [60, 1440]])]),
    c.FireReminder: lambda d: c.FireReminder(reminder=d(["m1:m1:60:everybody", "m1:m1:1440:everybody"])),
    c.SeeNotices: lambda d: c.SeeNotices(notices=["m1.remind.m1.60.4102444800000.d1"]),
    c.CallService: lambda d: c.CallService(call=d(["w1", "w2", "w3"]), kind=d(["water", "other"]), text=d(texts)),
    c.FinishService: lambda d: c.FinishService(call=d(["w1", "w2", "w3"])),
    c.SetRoomRules: lambda d: c.SetRoomRules(
        substitutes=d(["accepted", "accepted", "free", "none"]), code_needed=d([False, False, True])
    ),
    c.AddPaper: lambda d: c.AddPaper(
        paper="p2", item=d([*items, "g1"]), title="Kế hoạch", version="p2v", name="k.docx", kind="docx", sha256="cd" * 32, size=3
    ),
    c.FinishPaper: lambda d: c.FinishPaper(version=d(["p1v", "p2v", "p1w", "p1x"]), reading="ef" * 32, pages=2, reason=d(["", "paper.broken"]), work=d(["", "recognise"])),
    c.FinishIndexing: lambda d: c.FinishIndexing(version=d(["p1v", "p2v", "p1w"])),
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
        deadline=d([4_000_000_000_000, 4_000_000_000_000, 1]), readers=d([[], ["user:d2"]]),
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
    c.AddDocument: lambda d: c.AddDocument(
        document=d(["e1", "e2"]), folder=d(["", "f1"]), title="Riêng", name="r.pdf", kind="pdf", sha256="bb" * 32, size=5
    ),
    c.FinishDocument: lambda d: c.FinishDocument(document=d(["e1", "e2"]), reading="bb" * 32, pages=2, message=d(["", "Hỏng"])),
    c.WriteDocument: lambda d: c.WriteDocument(document=d(["e1", "e5"]), folder=d(["", "f1"]), title="Ghi chép", text=d(texts)),
    c.KeepPaper: lambda d: c.KeepPaper(document=d(["e3", "e4"]), folder=d(["", "f1"]), meeting="m1", paper=d(papers)),
    c.EditDocument: lambda d: c.EditDocument(document=d(["e1", "e2", "e3"]), title="Tên khác", folder=d(["", "f1"])),
    c.ShareDocument: lambda d: c.ShareDocument(document=d(["e1", "e2", "e3"]), people=d([[], ["d2"], ["administrator", "chair"]])),
    c.RemoveDocument: lambda d: c.RemoveDocument(document=d(["e1", "e2", "e3"])),
    c.AddFolder: lambda d: c.AddFolder(folder=d(["f1", "f2"]), title="Thư mục"),
    c.RenameFolder: lambda d: c.RenameFolder(folder=d(["f1", "f2"]), title="Thư mục khác"),
    c.RemoveFolder: lambda d: c.RemoveFolder(folder=d(["f1", "f2"])),
    c.AddNote: lambda d: c.AddNote(note=d(notes), version=d(papers) + "v", page=d(range(1, 4)), quads=[quad], exact="đoạn văn"),
    c.EditNote: lambda d: c.EditNote(note=d(notes), text=d(texts)),
    c.ShareNote: lambda d: c.ShareNote(note=d(notes), shared=d([True, False]), named=d([[], [], ["user:d2"], ["role:secretary"], ["unit:Sở Tư pháp"], ["user:x"]])),
    c.RemoveNote: lambda d: c.RemoveNote(note=d(notes)),
    c.DrawStrokes: lambda d: c.DrawStrokes(version=d(papers) + "v", strokes=[StrokeLine(stroke, d(range(1, 4)), "AAAKKA") for stroke in d([["k1"], ["k2", "k3"]])]),
    c.EraseStrokes: lambda d: c.EraseStrokes(paper=d(papers), strokes=[d(["k1", "k2"]), "k3"]),
    c.ReplaceStrokes: lambda d: c.ReplaceStrokes(version=d(papers) + "v", strokes=[Replacement(d([["k1"], ["k2", "k4"]]), [StrokeLine(d(["k4", "k5", "k1"]), d(range(1, 4)), "AAAKKA")])]),
    c.ShareInk: lambda d: c.ShareInk(version=d(papers) + "v", page=d(range(1, 4)), shared=d([True, True, False]), named=d([[], [], ["user:d2"], ["role:secretary"], ["unit:Sở Tư pháp"], ["user:x"]])),
    c.CarryInk: lambda d: c.CarryInk(version=d(["p1w", "p1x"]), pages=[c.CarriedInk(owner=d(["d1", "d2"]), from_version=d(["p1v", "p1v", "p1w"]), from_page=d([1, 1, 2]), state=d(["kept", "changed"]), page=1)]),
    c.PlaceInk: lambda d: c.PlaceInk(version=d(["p1v", "p1w"]), page=d([1, 2]), to_version=d(["p1w", "p1x"]), to_page=1),
    c.KeepInk: lambda d: c.KeepInk(version=d(["p1v", "p1w"]), page=d([1, 2])),
    c.AddComment: lambda d: c.AddComment(comment=d(comments), paper=d(papers), text="Nhất trí", recorded=d([True, False])),
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
    c.AnnounceVote: lambda d: c.AnnounceVote(vote=d(votes), announced=d([True, True, False])),
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
    c.EditMinutes: lambda d: c.EditMinutes(block=d([*blocks, "own:o1"]), text=d(texts), base=d([None, None, *texts])),
    c.AddParagraph: lambda d: c.AddParagraph(paragraph=d(["o1", "o2"]), after=d(blocks), text=d(texts)),
    c.MoveParagraph: lambda d: c.MoveParagraph(paragraph=d(["o1", "o2"]), after=d(blocks)),
    c.RemoveParagraph: lambda d: c.RemoveParagraph(paragraph=d(["o1", "o2"])),
    c.ConfirmMinutes: lambda d: c.ConfirmMinutes(digest="0" * 64),
    c.CorrectMinutes: lambda d: c.CorrectMinutes(correction="k1", block=d(blocks), text="Sửa", reason="Nhầm tên"),
    c.AcceptCorrection: lambda d: c.AcceptCorrection(correction=d(["k1", "k2"])),
    c.WithdrawCorrection: lambda d: c.WithdrawCorrection(correction=d(["k1", "k2"])),
    c.RestoreMinutes: lambda d: c.RestoreMinutes(block=d(blocks)),
    c.SetOfficialForm: lambda d: c.SetOfficialForm(
        agency="Văn phòng", parent_agency=d(["", "UBND thành phố"]), place="Vĩnh Giang", symbol=d(["VP", "UBND"]), authority=d([[], ["TM. UBND"]]), signer=d(texts), recipients=["Lưu: VT."]
    ),
    c.SetTemplate: lambda d: c.SetTemplate(kind=d(["minutes", "conclusions"]), name="mau.docx", sha256=d(["ab", "cd"]) * 32),
    c.RemoveTemplate: lambda d: c.RemoveTemplate(kind=d(["minutes", "conclusions"])),
    c.KeepSigned: lambda d: c.KeepSigned(signing=d(["g1", "g2"]), document=d(["invitation", "minutes", "count:v1"]), sha256="ab" * 32, source=d(["ab", "cd"]) * 32, subject="Văn phòng", issuer="CA", stamped=False),
    c.NumberOfficial: lambda d: c.NumberOfficial(document=d(["minutes", "count:v1", "nothing"]), number=d(["", "7"]), dated=d(["", "2026-11-23", "2026-02-30"])),
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
    c.FoundCirculation: lambda d: c.FoundCirculation(question="Góp ý?", agency="Văn phòng"),
    c.EditCirculation: lambda d: c.EditCirculation(
        base=d([0, 1, 2, 3]), question="Góp ý?", explanation=d(texts), rule=STANDARD, deadline=4_000_000_000_000, names=d([True, False]), late=d(["refused", "taken"]), tracker=d(["", "chair", "guest"]), asked=d([[], ["d1", "d2"], ["d1", "d3"]])
    ),
    c.SendCirculation: lambda d: c.SendCirculation(base=d([1, 2, 3])),
    c.ExtendCirculation: lambda d: c.ExtendCirculation(deadline=4_000_000_000_000 + next(new), reason="Chờ tài liệu"),
    c.WithdrawCirculation: lambda d: c.WithdrawCirculation(reason="Sai câu hỏi"),
    c.AnswerCirculation: lambda d: c.AnswerCirculation(choice=d(["for", "against", "other"]), text=d(["", "Sửa Điều 2"])),
    c.ConfirmAnswer: lambda d: c.ConfirmAnswer(at=0),
    c.NudgeCirculation: lambda d: c.NudgeCirculation(people=["d1", "d2"]),
    c.CloseCirculation: lambda d: c.CloseCirculation(),
    c.PublishCirculation: lambda d: c.PublishCirculation(),
}  # fmt: skip
DOCUMENT_COMMANDS = (
    c.AddDocument, c.FinishDocument, c.WriteDocument, c.KeepPaper, c.EditDocument, c.ShareDocument, c.RemoveDocument, c.AddFolder,
    c.RenameFolder, c.RemoveFolder,
)  # fmt: skip
OFFICE_COMMANDS = (
    c.SaveMeetingTemplate,
    c.RemoveMeetingTemplate,
    c.SavePeopleGroup,
    c.RemovePeopleGroup,
    c.CreateUser,
    c.UpdateUser,
    c.SetPassword,
    c.SetHall,
    c.RemoveHall,
    *DOCUMENT_COMMANDS,
)
CIRCULATION_COMMANDS = (
    c.EditCirculation, c.SendCirculation, c.ExtendCirculation, c.WithdrawCirculation, c.AnswerCirculation,
    c.ConfirmAnswer, c.NudgeCirculation, c.CloseCirculation, c.PublishCirculation,
)  # fmt: skip
CHANGES_PARTS = (
    c.FoundCirculation, c.EditCirculation, c.SendCirculation,
    c.AddMember, c.AddMembers, c.RemoveMember, c.UpdateUser, c.AnswerInvitation, c.DecideSubstitute, c.RevokeSubstitute,
)  # fmt: skip
OFTEN = (
    c.FinishService, c.AssignSeats,
    c.RemoveMember, c.AddMember, c.AddItem, c.RemoveItem, c.GoToItem, c.RequestSpeech, c.CallSpeaker, c.ExtendSpeech, c.EndSpeech, c.WithdrawSpeech, c.PrepareVote, c.OpenVote, c.CastBallot, c.CloseVote, c.PublishVote, c.EditVote, c.ExtendVote, c.VoidVote, c.RepeatVote, c.RemoveComment, c.RestoreMinutes, c.EditMinutes, c.SetScreen, c.RemoveScreen, c.AddNote, c.EditNote, c.AddComment, c.AddPaper, c.FinishPaper, c.RemovePaper, c.AnswerInvitation, c.DecideSubstitute, c.RevokeSubstitute, c.WithdrawPosition, c.PullFromBlock, c.PullFromBlock, c.ReportReading,
)  # fmt: skip

_questions = c.SetSpeakerQueue(queue="questions", state="open")
_by_hand = c.SetSpeakerRule(queue="questions", policy="by-hand", speech_seconds=60, reply_seconds=30)
_one = HandTally(for_=1)


def _drawn(page: int) -> c.CarriedInk:
    return c.CarriedInk(owner="d1", from_version="p1v", from_page=page, state="changed", page=page)


def _found(note: str, state: Literal["kept", "changed", "lost"]) -> c.Carried:
    return c.Carried(note=note, from_version="p1v", state=state, page=1, quads=[quad], exact="đoạn mới")


OWN_DOCUMENTS: list[tuple[str, Command]] = [
    ("d1", c.AddFolder(folder="f0", title="Cá nhân")),
    (
        "d1",
        c.AddDocument(document="e0", folder="f0", title="Riêng", name="r.pdf", kind="pdf", sha256="bb" * 32, size=5),
    ),
    (SYSTEM, c.FinishDocument(document="e0", reading="bb" * 32, pages=2)),
    ("administrator", c.ShareDocument(document="e0", people=["administrator"])),
    ("d1", c.ShareDocument(document="e0", people=["administrator", "d2"])),
    ("d1", c.EditDocument(document="e0", title="Riêng, bản 2", folder="")),
    ("d1", c.ShareDocument(document="e0", people=["d2"])),
    ("d1", c.WriteDocument(document="e8", folder="f0", title="Ghi chép", text="Hỏi về kinh phí")),
    ("d1", c.WriteDocument(document="e8", folder="", title="Ghi chép", text="Hỏi về kinh phí và tiến độ")),
    ("administrator", c.AddFolder(folder="f9", title="Quản trị")),
    ("d1", c.RenameFolder(folder="f0", title="Của tôi")),
    ("d1", c.RemoveFolder(folder="f0")),
    ("d1", c.RemoveDocument(document="e0")),
    ("d2", c.KeepPaper(document="e9", folder="", meeting="m1", paper="p1")),
]
"""What people do with their own things, in the office's stream."""
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
    "running": [
        ("d2", c.CallService(call="w9", kind="water")),
        ("secretary", c.FinishService(call="w9")),
        ("secretary", c.EditMinutes(block="attendance", text="Có mặt 3 đại biểu", base=None)),
        ("secretary", c.RestoreMinutes(block="attendance")),
        (
            "secretary",
            c.AskForPaper(request="q8", item="i1", title="Báo cáo", addressee="user:d1", deadline=4_000_000_000_000),
        ),
        ("secretary", c.WithdrawRequest(request="q8")),
        ("secretary", c.AddPaperGroup(group="g8", title="Tài liệu chung")),
        ("secretary", c.RenamePaperGroup(group="g8", title="Văn bản")),
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
        ("secretary", c.AddVersion(paper="p1", version="p1x", name="b.pdf", kind="pdf", sha256="ef" * 32, size=4)),
        ("secretary", c.RemoveVersion(version="p1x")),
        ("d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k4", 1, "AAA"), StrokeLine("k5", 2, "AAA")])),
        ("secretary", c.AddVersion(paper="p1", version="p1w", name="b.pdf", kind="pdf", sha256="cd" * 32, size=4)),
        (SYSTEM, c.FinishPaper(version="p1w", reading="cd" * 32, pages=2)),
        ("secretary", c.UseVersion(paper="p1", version="p1w")),
        (
            SYSTEM,
            c.CarryNotes(version="p1w", notes=[_found("n1", "kept"), _found("n2", "changed"), _found("n3", "lost")]),
        ),
        (SYSTEM, c.CarryInk(version="p1w", pages=[_drawn(1), _drawn(2)])),
        ("d1", c.PlaceInk(version="p1v", page=1, to_version="p1w", to_page=2)),
        ("d1", c.KeepInk(version="p1v", page=2)),
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


ASKS = c.RequestSpeech | c.AskQuestion | c.ReplyToSpeech | c.RaisePointOfOrder


def thing(command: Command) -> str:
    """The name of the note, comment or speech that a command is about; empty for everything else."""
    if isinstance(
        command, c.AddNote | c.EditNote | c.ShareNote | c.RemoveNote | c.TakePlace | c.PlaceNote | c.KeepNote
    ):
        return command.note
    if isinstance(command, c.AddComment | c.RemoveComment):
        return command.comment
    if isinstance(command, ASKS | c.WithdrawSpeech):
        return command.speech
    return ""
