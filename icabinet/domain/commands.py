"""Everything that anyone can ask the cabinet to do.

A command is decoded strictly: unknown fields, wrong types and over-long texts are refused before a rule is asked.
Names of new things are chosen by the sender, so that a command sent twice makes one thing.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .people import OfficeRole, Role
from .votes import Choice, Rule

Id = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,40}\\Z")]
Line = Annotated[str, Meta(min_length=1, max_length=300)]
Text = Annotated[str, Meta(max_length=8000)]
Minutes = Annotated[int, Meta(ge=0, le=600)]
Seconds = Annotated[int, Meta(ge=10, le=7200)]
Moment = Annotated[int, Meta(ge=0, le=32_503_680_000_000)]
Tenths = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Quad = tuple[Tenths, Tenths, Tenths, Tenths]
"""Left, top, right, bottom in tenths of a PDF point."""
Offset = Annotated[int, Meta(ge=0, le=100_000_000)]
Quads = Annotated[list[Quad], Meta(min_length=1, max_length=200)]


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all commands; the tag is the `type` on the wire and the kind of the event in the log."""


# --- the office: people -------------------------------------------------------------------------------------


class CreateUser(Command, frozen=True, tag="user.create"):
    user: Id
    login: Annotated[str, Meta(pattern="^[a-z0-9._-]{2,40}\\Z")]
    name: Line
    title: Text = ""
    unit: Text = ""
    role: OfficeRole = "member"


class UpdateUser(Command, frozen=True, tag="user.update"):
    user: Id
    name: Line
    title: Text
    unit: Text
    role: OfficeRole
    active: bool


class SetPassword(Command, frozen=True, tag="user.password"):
    """Sent by the server after hashing; never accepted from outside."""

    user: Id
    hash: str


# --- the meeting --------------------------------------------------------------------------------------------


class FoundMeeting(Command, frozen=True, tag="meeting.found"):
    """Opens a new stream; the sender becomes its secretary."""

    title: Line
    place: Line
    starts_at: Moment
    agency: Line
    parent_agency: Text = ""


class UpdateMeeting(Command, frozen=True, tag="meeting.update"):
    title: Line
    place: Line
    starts_at: Moment


class StartMeeting(Command, frozen=True, tag="meeting.start"):
    pass


class PauseMeeting(Command, frozen=True, tag="meeting.pause"):
    pass


class ResumeMeeting(Command, frozen=True, tag="meeting.resume"):
    pass


class EndMeeting(Command, frozen=True, tag="meeting.end"):
    pass


class AddMember(Command, frozen=True, tag="member.add"):
    user: Id
    role: Role
    votes: bool = False


class RemoveMember(Command, frozen=True, tag="member.remove"):
    user: Id


# --- agenda -------------------------------------------------------------------------------------------------


class AddItem(Command, frozen=True, tag="item.add"):
    item: Id
    title: Line
    presenter: Text = ""
    minutes: Minutes = 0


class UpdateItem(Command, frozen=True, tag="item.update"):
    item: Id
    title: Line
    presenter: Text
    minutes: Minutes


class MoveItem(Command, frozen=True, tag="item.move"):
    """Puts the item at `position` (0 is first); the others keep their order."""

    item: Id
    position: Annotated[int, Meta(ge=0, le=500)]


class RemoveItem(Command, frozen=True, tag="item.remove"):
    item: Id


class GoToItem(Command, frozen=True, tag="agenda.go"):
    item: Id


class ConcludeItem(Command, frozen=True, tag="item.conclude"):
    item: Id
    text: Text


# --- attendance ---------------------------------------------------------------------------------------------


class CheckIn(Command, frozen=True, tag="attendance.check-in"):
    pass


class MarkAttendance(Command, frozen=True, tag="attendance.mark"):
    user: Id
    state: Literal["absent", "present", "left", "excused"]
    reason: Text = ""


# --- papers -------------------------------------------------------------------------------------------------


class AddPaper(Command, frozen=True, tag="paper.add"):
    """Sent by the server after the bytes are safe on disk; never accepted from outside."""

    paper: Id
    item: Id
    title: Line
    version: Id
    name: Line
    kind: Literal["pdf", "docx"]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]
    size: int


class FinishPaper(Command, frozen=True, tag="paper.processed"):
    """Sent by the extraction worker: the paper can be read, or `reason` says why not."""

    version: Id
    reading: str = ""
    pages: int = 0
    warnings: list[str] = []
    reason: str = ""
    message: str = ""


class RetitlePaper(Command, frozen=True, tag="paper.retitle"):
    paper: Id
    title: Line


class PublishPapers(Command, frozen=True, tag="paper.publish"):
    papers: Annotated[list[Id], Meta(min_length=1, max_length=200)]


class RecallPaper(Command, frozen=True, tag="paper.recall"):
    paper: Id


class RemovePaper(Command, frozen=True, tag="paper.remove"):
    paper: Id


# --- notes and comments -------------------------------------------------------------------------------------


class AddNote(Command, frozen=True, tag="note.add"):
    """A passage (quads plus the W3C text-quote and text-position selectors) with a text of one's own."""

    note: Id
    version: Id
    page: Annotated[int, Meta(ge=1, le=5000)]
    quads: Quads
    exact: Text
    prefix: Annotated[str, Meta(max_length=64)] = ""
    suffix: Annotated[str, Meta(max_length=64)] = ""
    start: Offset = 0
    end: Offset = 0
    text: Text = ""
    colour: Literal["yellow", "green", "blue", "pink"] = "yellow"


class EditNote(Command, frozen=True, tag="note.edit"):
    note: Id
    text: Text


class ShareNote(Command, frozen=True, tag="note.share"):
    note: Id
    shared: bool


class RemoveNote(Command, frozen=True, tag="note.remove"):
    note: Id


class AddComment(Command, frozen=True, tag="comment.add"):
    comment: Id
    paper: Id
    text: Annotated[str, Meta(min_length=1, max_length=4000)]


class RemoveComment(Command, frozen=True, tag="comment.remove"):
    comment: Id


# --- speakers -----------------------------------------------------------------------------------------------


class SetSpeakerQueue(Command, frozen=True, tag="speakers.set"):
    open: bool


class RequestSpeech(Command, frozen=True, tag="speech.request"):
    speech: Id
    subject: Annotated[str, Meta(max_length=300)] = ""


class WithdrawSpeech(Command, frozen=True, tag="speech.withdraw"):
    speech: Id


class CallSpeaker(Command, frozen=True, tag="speech.call"):
    """Gives the floor for `seconds`; whoever had it gives it back."""

    speech: Id
    seconds: Seconds = 300


class ExtendSpeech(Command, frozen=True, tag="speech.extend"):
    speech: Id
    seconds: Seconds


class EndSpeech(Command, frozen=True, tag="speech.end"):
    speech: Id


# --- votes --------------------------------------------------------------------------------------------------


class PrepareVote(Command, frozen=True, tag="vote.prepare"):
    vote: Id
    item: Id
    question: Line
    rule: Rule


class RemoveVote(Command, frozen=True, tag="vote.remove"):
    vote: Id


class OpenVote(Command, frozen=True, tag="vote.open"):
    vote: Id


class CastBallot(Command, frozen=True, tag="ballot.cast"):
    vote: Id
    choice: Choice
    opinion: Annotated[str, Meta(max_length=2000)] = ""


class CloseVote(Command, frozen=True, tag="vote.close"):
    vote: Id


class PublishVote(Command, frozen=True, tag="vote.publish"):
    vote: Id


# --- minutes ------------------------------------------------------------------------------------------------


class EditMinutes(Command, frozen=True, tag="minutes.edit"):
    """Puts the secretary's wording in place of a generated paragraph."""

    block: Annotated[str, Meta(pattern="^[A-Za-z0-9_:.-]{1,120}\\Z")]
    text: Text


class RestoreMinutes(Command, frozen=True, tag="minutes.restore"):
    block: Annotated[str, Meta(pattern="^[A-Za-z0-9_:.-]{1,120}\\Z")]


FromOutside = (
    CreateUser | UpdateUser | FoundMeeting | UpdateMeeting | StartMeeting | PauseMeeting | ResumeMeeting | EndMeeting
    | AddMember | RemoveMember | AddItem | UpdateItem | MoveItem | RemoveItem | GoToItem | ConcludeItem | CheckIn
    | MarkAttendance | RetitlePaper | PublishPapers | RecallPaper | RemovePaper | AddNote | EditNote | ShareNote
    | RemoveNote | AddComment | RemoveComment | SetSpeakerQueue | RequestSpeech | WithdrawSpeech | CallSpeaker
    | ExtendSpeech | EndSpeech | PrepareVote | RemoveVote | OpenVote | CastBallot | CloseVote | PublishVote
    | EditMinutes | RestoreMinutes
)  # fmt: skip
"""What the command address decodes."""

FromInside = SetPassword | AddPaper | FinishPaper
"""What only the server's own parts send."""


def kind_of(command: Command | type[Command]) -> str:
    return str(command.__struct_config__.tag)
