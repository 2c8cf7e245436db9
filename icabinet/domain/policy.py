"""Who may do what, who may see what, and who may open which page: three tables that a lawyer could read.

`icabinet check --permissions` prints them; the print is kept as a golden file, so that no right changes unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable

from . import commands as c
from .audience import DESK, EVERYONE, NOBODY, SYSTEM, Audience, only
from .commands import Command
from .errors import Refused

ADMINISTRATOR = "office:administrator"
OFFICE_SECRETARY = "office:secretary"
CHAIR, SECRETARY, DELEGATE, GUEST, SCREEN = "chair", "secretary", "delegate", "guest", "screen"
OFFICE_MEMBER = "office:member"
ROLES = (CHAIR, SECRETARY, DELEGATE, GUEST, SCREEN, OFFICE_MEMBER, OFFICE_SECRETARY, ADMINISTRATOR, SYSTEM)

_administrator = frozenset({ADMINISTRATOR})
_office = frozenset({ADMINISTRATOR, OFFICE_SECRETARY})
_anybody = frozenset({ADMINISTRATOR, OFFICE_SECRETARY, OFFICE_MEMBER})
_chair = frozenset({CHAIR})
_secretary = frozenset({SECRETARY})
_desk = frozenset({CHAIR, SECRETARY})
_voices = frozenset({CHAIR, DELEGATE})
_asked = frozenset({DELEGATE})
_speakers = frozenset({CHAIR, DELEGATE, GUEST})
_people = frozenset({CHAIR, SECRETARY, DELEGATE, GUEST})
_readers = frozenset({CHAIR, SECRETARY, DELEGATE, GUEST})
_system = frozenset({SYSTEM})

COMMANDS: dict[type[Command], frozenset[str]] = {
    c.CreateUser: _administrator | _system,
    c.UpdateUser: _administrator,
    c.SetHall: _office | _system,
    c.RemoveHall: _office,
    c.ChooseHall: _desk | _system,
    c.AssignSeats: _desk | _system,
    c.ClearSeats: _desk,
    c.SetPassword: _administrator | _system,
    c.FoundMeeting: _office | _system,
    c.UpdateMeeting: _desk,
    c.StartMeeting: _chair,
    c.PauseMeeting: _chair,
    c.ResumeMeeting: _chair,
    c.EndMeeting: _chair,
    c.AddMember: _secretary | _system,
    c.FollowUser: _system,
    c.RemoveMember: _secretary,
    c.AddItem: _desk | _system,
    c.UpdateItem: _desk,
    c.MoveItem: _desk,
    c.RemoveItem: _desk,
    c.AddItems: _desk,
    c.AddMembers: _secretary,
    c.SaveMeetingTemplate: _office,
    c.RemoveMeetingTemplate: _office,
    c.SavePeopleGroup: _office,
    c.RemovePeopleGroup: _office,
    c.GoToItem: _chair,
    c.ConcludeItem: _desk,
    c.CheckIn: _people,
    c.MarkAttendance: _desk,
    c.AnswerInvitation: _people,
    c.DecideSubstitute: _chair,
    c.RevokeSubstitute: _desk,
    c.SetRoomRules: _desk,
    c.CallOffMeeting: _desk,
    c.SendInvitations: _secretary,
    c.FinishLetters: _system,
    c.SendLettersAgain: _secretary | {OFFICE_SECRETARY},
    c.SetReminders: _desk,
    c.FireReminder: _system,
    c.SeeNotices: _people | _anybody,
    c.CallService: _people,
    c.FinishService: _people,
    c.AddPaper: _secretary | _system,
    c.FinishPaper: _system,
    c.FinishIndexing: _system,
    c.ReadPaperAgain: _secretary,
    c.RetitlePaper: _secretary,
    c.PublishPapers: _secretary | _system,
    c.RecallPaper: _secretary,
    c.RemovePaper: _secretary,
    c.NameReaders: _secretary,
    c.LogOpening: _system,
    c.RequirePaper: _secretary,
    c.MovePaper: _secretary,
    c.AddPaperGroup: _secretary,
    c.RenamePaperGroup: _secretary,
    c.RemovePaperGroup: _secretary,
    c.AddDocument: _anybody,
    c.FinishDocument: _system,
    c.WriteDocument: _anybody,
    c.KeepPaper: _anybody,
    c.EditDocument: _anybody,
    c.ShareDocument: _anybody,
    c.RemoveDocument: _anybody,
    c.AddFolder: _anybody,
    c.RenameFolder: _anybody,
    c.RemoveFolder: _anybody,
    c.AskForPaper: _secretary,
    c.SubmitPaper: _people,
    c.ApproveSubmission: _secretary,
    c.ReturnSubmission: _secretary,
    c.WithdrawRequest: _secretary,
    c.AddVersion: _secretary | _system,
    c.UseVersion: _secretary,
    c.RemoveVersion: _secretary,
    c.AddNote: _readers,
    c.EditNote: _readers,
    c.ShareNote: _readers,
    c.RemoveNote: _readers,
    c.CarryNotes: _system,
    c.TakePlace: _readers,
    c.PlaceNote: _readers,
    c.KeepNote: _readers,
    c.DrawStrokes: _readers,
    c.EraseStrokes: _readers,
    c.ReplaceStrokes: _readers,
    c.ShareInk: _readers,
    c.CarryInk: _system,
    c.PlaceInk: _readers,
    c.KeepInk: _readers,
    c.AddComment: _readers,
    c.RemoveComment: _readers,
    c.SetSpeakerQueue: _desk,
    c.SetSpeakerRule: _desk,
    c.RequestSpeech: _speakers,
    c.AskQuestion: _voices,
    c.ReplyToSpeech: _speakers,
    c.RaisePointOfOrder: _voices,
    c.WithdrawSpeech: _speakers,
    c.MoveSpeech: _chair,
    c.CallSpeaker: _chair,
    c.CallForAnswer: _chair,
    c.PauseSpeech: _chair,
    c.ResumeSpeech: _chair,
    c.ExtendSpeech: _chair,
    c.EndSpeech: _chair,
    c.PrepareVote: _desk | _system,
    c.EditVote: _desk,
    c.RemoveVote: _desk,
    c.AnnounceVote: _desk,
    c.OpenVote: _chair,
    c.ExtendVote: _chair,
    c.CastBallot: _voices,
    c.SealBallot: _voices,
    c.CloseVote: _chair,
    c.PublishVote: _chair,
    c.VoidVote: _chair,
    c.RepeatVote: _chair,
    c.EnterTally: _desk,
    c.ConfirmTally: _desk,
    c.RemoveTally: _desk,
    c.DeclareInterest: _desk | _voices,
    c.WithdrawInterest: _desk | _voices,
    c.EditMinutes: _secretary,
    c.RestoreMinutes: _secretary,
    c.AddParagraph: _secretary,
    c.MoveParagraph: _secretary,
    c.RemoveParagraph: _secretary,
    c.ConfirmMinutes: _desk,
    c.CorrectMinutes: _secretary,
    c.AcceptCorrection: _chair,
    c.WithdrawCorrection: _desk,
    c.SetOfficialForm: _secretary | _system,
    c.NumberOfficial: _secretary,
    c.SetTemplate: _secretary,
    c.RemoveTemplate: _secretary,
    c.KeepSigned: _desk,
    c.SetScreen: _desk,
    c.RemoveScreen: _desk,
    c.SetPosition: _voices,
    c.WithdrawPosition: _voices,
    c.PullFromBlock: _voices,
    c.NamePresenter: _chair,
    c.ReportReading: _readers,
    c.FoundCirculation: _office,
    c.EditCirculation: _secretary,
    c.SendCirculation: _secretary,
    c.ExtendCirculation: _secretary,
    c.WithdrawCirculation: _secretary,
    c.AnswerCirculation: _asked,
    c.ConfirmAnswer: _asked,
    c.NudgeCirculation: _secretary,
    c.CloseCirculation: _secretary | _system,
    c.PublishCirculation: _secretary,
    c.CreateTask: _anybody,
    c.EditTask: _anybody,
    c.AcceptTask: _anybody,
    c.AttachFile: _anybody,
    c.ReportTask: _anybody,
    c.AskForTime: _anybody,
    c.AnswerForTime: _anybody,
    c.FinishTask: _anybody,
    c.ConfirmTask: _anybody,
    c.ReturnTask: _anybody,
    c.CancelTask: _anybody,
    c.DismissCandidate: _desk,
    c.RestoreCandidate: _desk,
}

OWNER = "the person it belongs to"
_owner: Audience = frozenset({OWNER})
NAMED = "the people, roles and units it names"
_named: Audience = frozenset({NAMED})

RECORDS: dict[str, Audience] = {
    "user": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "reported_answer": frozenset({f"role:{ADMINISTRATOR}"}),
    "meeting_template": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "people_group": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "hall": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "meeting": EVERYONE,
    "member": EVERYONE,
    "former_member": EVERYONE,
    "attendance": EVERYONE,
    "absence": DESK,
    "invitation": _owner | DESK,
    "letter": frozenset({"role:secretary"}),
    "letter (office)": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "reminder": DESK,
    "notice": _owner,
    "room_rules": EVERYONE,
    "seat_plan": EVERYONE,
    "seat": EVERYONE,
    "service": _owner | frozenset({"role:secretary"}),
    "item": EVERYONE,
    "conclusion": EVERYONE,
    "paper (draft)": frozenset({"role:secretary"}),
    "paper (submitted)": _named | frozenset({"role:secretary"}),
    "paper (published)": EVERYONE,
    "paper (published, secret)": _named | frozenset({"role:secretary"}),
    "paper (recalled)": frozenset({"role:secretary"}),
    "paper_readers": frozenset({"role:secretary"}),
    "recalled": EVERYONE,
    "recalled (secret)": _named | frozenset({"role:secretary"}),
    "document": _owner | _named,
    "my_document": _owner,
    "folder": _owner,
    "paper_request": _named | frozenset({"role:secretary"}),
    "opening": frozenset({"role:secretary"}),
    "paper_group": EVERYONE,
    "note (private)": _owner,
    "note (shared)": EVERYONE,
    "note (shared, secret)": _named | frozenset({"role:secretary"}),
    "note (shared with some)": _owner | _named,
    "note (recalled)": NOBODY,
    "stroke (private)": _owner,
    "stroke (shared)": EVERYONE,
    "stroke (shared, secret)": _named | frozenset({"role:secretary"}),
    "stroke (shared with some)": _owner | _named,
    "stroke (recalled)": NOBODY,
    "ink_place": _owner,
    "ink_place (recalled)": NOBODY,
    "placement": _owner,
    "placement (recalled)": NOBODY,
    "comment": EVERYONE,
    "comment (secret)": _named | frozenset({"role:secretary"}),
    "comment (recalled)": frozenset({"role:secretary"}),
    "queue": EVERYONE,
    "speech": EVERYONE,
    "vote (prepared)": DESK,
    "vote (prepared, announced)": EVERYONE,
    "vote (open, closed, published, void)": EVERYONE,
    "progress": EVERYONE,
    "live_tally": EVERYONE,
    "voter": DESK,
    "voted": DESK,
    "my_ballot": _owner,
    "my_sealed": _owner,
    "sealed_list": EVERYONE,
    "tally_entry": DESK,
    "result (closed)": DESK,
    "result (published, or shown at close)": EVERYONE,
    "roll_call (published open vote)": EVERYONE,
    "interest": EVERYONE,
    "minutes_edit": frozenset({"role:secretary", "role:chair"}),
    "minutes_paragraph": DESK,
    "minutes_seal": DESK,
    "minutes_correction": DESK,
    "official_form": DESK,
    "official_number": DESK,
    "official_template": DESK,
    "signed_document": EVERYONE,
    "position": DESK | _owner,
    "block": EVERYONE,
    "presenter": EVERYONE,
    "reading": DESK | _owner,
    "reading (secret)": frozenset({"role:secretary"}) | _owner,
    "reading_place": _owner,
    "circulation (draft)": frozenset({"role:secretary"}),
    "circulation (sent)": EVERYONE,
    "circulation_asked": frozenset({"role:secretary"}),
    "circulation_progress": EVERYONE,
    "circulation_result (closed)": frozenset({"role:secretary"}),
    "circulation_result (published)": EVERYONE,
    "my_answer": _owner,
    "answered": frozenset({"role:secretary"}),
    "opinion (before the end)": NOBODY,
    "opinion (closed)": frozenset({"role:secretary"}),
    "opinion (published by name)": EVERYONE,
    "dismissed_candidate": DESK,
    "task": _named | frozenset({f"role:{OFFICE_SECRETARY}"}),
    "screen": DESK | frozenset({"role:screen"}),
}

PAGES: dict[str, frozenset[str]] = {
    "people of the office": _office,
    "password of another": _administrator,
    "state of the certificate": _administrator,
    "plans and templates": _office,
    "groups of people": _office,
    "clashes": _office | _desk,
    "letters that did not arrive": _office,
    "plan of the meeting": _desk,
    "past speeches": _desk,
    "unfinished tasks of earlier meetings": _people,
    "code of the room": _desk | frozenset({SCREEN}),
    "substitutes to choose from": _people,
    "attendance and rooms": _desk,
    "live minutes": _desk,
    "official documents": _desk,
    "own templates": _desk,
    "signing of documents": _desk,
    "bundle": _desk,
    "candidates for tasks": _desk,
    "cited but missing": _secretary,
    "summary of opinions by writing": _secretary,
    "statistics": _office,
}
"""What is made for the asker, beside the records: no other roles may fetch it."""


def at_desk(roles: frozenset[str]) -> bool:
    return bool(roles & _desk)


def may(roles: frozenset[str], command: type[Command]) -> bool:
    return bool(roles & COMMANDS[command])


def need(roles: frozenset[str], command: Command) -> None:
    """Refused("not-allowed") unless one of the roles is in the command's row."""
    if not may(roles, type(command)):
        raise Refused("not-allowed")


def office_roles(role: str) -> frozenset[str]:
    """Of somebody whose role in the office is `role`, outside of every meeting."""
    return frozenset({f"office:{role}"})


def need_page(roles: frozenset[str], page: str) -> None:
    """Refused("not-allowed") unless one of the roles is in the page's row."""
    if roles.isdisjoint(PAGES[page]):
        raise Refused("not-allowed")


def audience(record: str, owner: str = "", named: Iterable[str] = ()) -> Audience:
    """The audience of a row of RECORDS; `owner` stands in the place of OWNER, `named` of NAMED."""
    allowed = RECORDS[record]
    if NAMED in allowed:
        allowed = (allowed - _named) | frozenset(named)
    return (allowed - _owner) | only(owner) if OWNER in allowed else allowed
