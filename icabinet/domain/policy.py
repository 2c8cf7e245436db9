"""Who may do what, and who may see what: two tables that a lawyer could read.

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
ROLES = (CHAIR, SECRETARY, DELEGATE, GUEST, SCREEN, OFFICE_SECRETARY, ADMINISTRATOR, SYSTEM)

_administrator = frozenset({ADMINISTRATOR})
_office = frozenset({ADMINISTRATOR, OFFICE_SECRETARY})
_chair = frozenset({CHAIR})
_secretary = frozenset({SECRETARY})
_desk = frozenset({CHAIR, SECRETARY})
_voices = frozenset({CHAIR, DELEGATE})
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
    c.GoToItem: _chair,
    c.ConcludeItem: _desk,
    c.CheckIn: _people,
    c.MarkAttendance: _desk,
    c.AnswerInvitation: _people,
    c.DecideSubstitute: _chair,
    c.RevokeSubstitute: _desk,
    c.SetRoomRules: _desk,
    c.CallService: _people,
    c.FinishService: _people,
    c.AddPaper: _secretary | _system,
    c.FinishPaper: _system,
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
    c.SetScreen: _desk,
    c.RemoveScreen: _desk,
    c.SetPosition: _voices,
    c.WithdrawPosition: _voices,
    c.PullFromBlock: _voices,
    c.NamePresenter: _chair,
    c.ReportReading: _readers,
}

OWNER = "the person it belongs to"
_owner: Audience = frozenset({OWNER})
NAMED = "the people, roles and units it names"
_named: Audience = frozenset({NAMED})

RECORDS: dict[str, Audience] = {
    "user": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "hall": frozenset({f"role:{ADMINISTRATOR}", f"role:{OFFICE_SECRETARY}"}),
    "meeting": EVERYONE,
    "member": EVERYONE,
    "former_member": EVERYONE,
    "attendance": EVERYONE,
    "absence": DESK,
    "invitation": _owner | DESK,
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
    "paper_request": _named | frozenset({"role:secretary"}),
    "opening": frozenset({"role:secretary"}),
    "paper_group": EVERYONE,
    "note (private)": _owner,
    "note (shared)": EVERYONE,
    "note (shared, secret)": _named | frozenset({"role:secretary"}),
    "note (recalled)": NOBODY,
    "placement": _owner,
    "placement (recalled)": NOBODY,
    "comment": EVERYONE,
    "comment (secret)": _named | frozenset({"role:secretary"}),
    "comment (recalled)": frozenset({"role:secretary"}),
    "queue": EVERYONE,
    "speech": EVERYONE,
    "vote (prepared)": DESK,
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
    "position": DESK | _owner,
    "block": EVERYONE,
    "presenter": EVERYONE,
    "reading": DESK | _owner,
    "reading (secret)": frozenset({"role:secretary"}) | _owner,
    "reading_place": _owner,
    "screen": DESK | frozenset({"role:screen"}),
}


def at_desk(roles: frozenset[str]) -> bool:
    return bool(roles & _desk)


def may(roles: frozenset[str], command: type[Command]) -> bool:
    return bool(roles & COMMANDS[command])


def need(roles: frozenset[str], command: Command) -> None:
    """Refused("not-allowed") unless one of the roles is in the command's row."""
    if not may(roles, type(command)):
        raise Refused("not-allowed")


def audience(record: str, owner: str = "", named: Iterable[str] = ()) -> Audience:
    """The audience of a row of RECORDS; `owner` stands in the place of OWNER, `named` of NAMED."""
    allowed = RECORDS[record]
    if NAMED in allowed:
        allowed = (allowed - _named) | frozenset(named)
    return (allowed - _owner) | only(owner) if OWNER in allowed else allowed
