"""The minutes as they write themselves from what happened: blocks of text, each with the events it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..domain.attendance import WORDS
from ..domain.people import counts
from ..domain.wording import legal_date, legal_time
from ..store import log
from ..store.tables import (
    Ballot,
    Interest,
    Invitation,
    Item,
    Meeting,
    Member,
    MinutesEdit,
    Paper,
    Row,
    Speech,
    TallyEntry,
    Vote,
)
from . import (
    minutes_speeches,
    minutes_votes,
)
from .minutes_papers import papers_told
from .minutes_room import room_words
from .records import Change

R = TypeVar("R", bound=Row)
BlockKind = Literal["heading", "paragraph", "attendance", "votes"]
ATTENDANCE_HEAD = ["Họ và tên", "Chức vụ", "Đơn vị", "Điểm danh", "Thời điểm"]
TRACED = frozenset({"item", "speech", "vote", "result", "conclusion", "invitation", "interest", "tally_entry"})
_changes = msgspec.json.Decoder(list[Change]).decode


class Trace(msgspec.Struct, frozen=True):
    """An event that a sentence rests on."""

    seq: int
    at: int


Trail = dict[tuple[str, str], list[Trace]]
"""(kind, id) of a record → the events that changed it."""


class Block(msgspec.Struct, frozen=True):
    """`text` is what stands in the minutes; `generated` what the log says; they differ only when `edited`."""

    id: str
    kind: BlockKind
    text: str
    generated: str
    edited: bool
    events: list[Trace]
    head: list[str] = []
    rows: list[list[str]] = []


class Draft(msgspec.Struct, frozen=True):
    """The minutes of a meeting as they are now, `at` a position of its log."""

    at: int
    state: str
    title: str
    agency: str
    parent_agency: str
    started: str
    ended: str
    place: str
    attendance: str
    chair: Member | None
    secretary: Member | None
    delegates: list[Member]
    guests: list[Member]
    votes: dict[str, Vote]
    blocks: list[Block]


def draft(session: Session, meeting_id: str) -> Draft:
    meeting = session.get_one(Meeting, meeting_id)
    members = sorted(_all(session, Member, meeting_id), key=lambda member: member.order)
    return _Writer(session, meeting, members, *_trail(session, meeting_id)).draft()


def editable(session: Session, meeting_id: str) -> frozenset[str]:
    """The blocks whose wording is the secretary's; the figures of a vote are not."""
    meeting = session.get_one(Meeting, meeting_id)
    members = list(_all(session, Member, meeting_id))
    return frozenset(block.id for block in _Writer(session, meeting, members, {}, 0).blocks() if block.kind != "votes")


def moment(at: int | None) -> str:
    """ "08 giờ 00 phút, ngày 23 tháng 11 năm 2026"; empty before it happened."""
    return f"{legal_time(local(at))}, {legal_date(local(at))}" if at else ""


def _all(session: Session, table: type[R], stream: str) -> Sequence[R]:
    return session.scalars(select(table).where(table.__table__.c.stream == stream)).all()


class _Writer:
    def __init__(self, session: Session, meeting: Meeting, members: list[Member], trail: Trail, at: int) -> None:
        self.meeting = meeting
        self.members = members
        self.by_user = {member.user_id: member for member in members}
        self.items = sorted(_all(session, Item, meeting.id), key=lambda item: item.position)
        self.speeches = sorted(_all(session, Speech, meeting.id), key=lambda speech: speech.called_at or 0)
        self.votes = sorted(_all(session, Vote, meeting.id), key=lambda vote: vote.opened_at or 0)
        self.opinions = session.scalars(select(Ballot).where(Ballot.stream == meeting.id, Ballot.opinion != "")).all()
        self.tallies = sorted(_all(session, TallyEntry, meeting.id), key=lambda entry: entry.entered_at)
        self.interests = sorted(_all(session, Interest, meeting.id), key=lambda interest: interest.at)
        self.papers = sorted(_all(session, Paper, meeting.id), key=lambda paper: paper.position)
        self.answers = _all(session, Invitation, meeting.id)
        self.edits = {edit.block: edit.text for edit in _all(session, MinutesEdit, meeting.id)}
        self.trail, self.at = trail, at

    def draft(self) -> Draft:
        delegates = [member for member in self.members if counts(member.role, member.votes)]
        return Draft(
            at=self.at,
            state=self.meeting.state,
            title=self.meeting.title,
            agency=self.meeting.agency,
            parent_agency=self.meeting.parent_agency,
            started=moment(self.meeting.started_at),
            ended=moment(self.meeting.ended_at),
            place=self.meeting.place,
            attendance=self.edits.get("attendance", self._attendance()),
            chair=next((member for member in self.members if member.role == "chair"), None),
            secretary=next((member for member in self.members if member.role == "secretary"), None),
            delegates=delegates,
            guests=[member for member in self.members if is_guest(member)],
            votes={f"vote:{vote.id}": vote for vote in self.votes},
            blocks=list(self.blocks()),
        )

    def blocks(self) -> Iterable[Block]:
        yield self._table("attendance", self._attendance(), ATTENDANCE_HEAD, self._attendance_rows())
        if told := room_words(self.members, self.answers):
            yield self._block("attendance:room", "paragraph", told, self._answered())
        for number, item in enumerate(self.items, 1):
            yield self._block(f"item:{item.id}:heading", "heading", f"{number}. {item.title}", [("item", item.id)])
            yield from self._item(item)
        yield from self._speeches()

    def _item(self, item: Item) -> Iterable[Block]:
        if item.visited_at:
            yield self._block(f"item:{item.id}:opening", "paragraph", self._opening(item), [("item", item.id)])
        for speech in self.speeches:
            if speech.item_id == item.id and speech.called_at:
                yield self._told(speech)
        for interest in self.interests:
            if interest.item_id == item.id:
                text = self._interest(interest)
                yield self._block(f"interest:{interest.id}", "paragraph", text, [("interest", interest.id)])
        for vote in self.votes:
            if vote.item_id == item.id and (vote.outcome or vote.state == "void"):
                yield from self._vote(vote)
        if item.conclusion:
            text = f"Kết luận của chủ trì: {item.conclusion}"
            yield self._block(f"item:{item.id}:conclusion", "paragraph", text, [("conclusion", item.id)])

    def _opening(self, item: Item) -> str:
        who = f"{item.presenter} trình bày nội dung. " if item.presenter else ""
        papers = papers_told([paper for paper in self.papers if paper.item_id == item.id])
        return f"Bắt đầu lúc {legal_time(local(item.visited_at or 0))}. {who}{papers}".strip()

    def _speeches(self) -> Iterable[Block]:
        """What belongs to no item, and the time that everybody took."""
        apart = minutes_speeches.outside(self.speeches, (item.id for item in self.items))
        if apart:
            yield self._block("speeches:apart", "heading", "Phát biểu ngoài các nội dung", [])
            yield from (self._told(speech) for speech in apart)
        unheard = minutes_speeches.unheard(self.speeches, self.by_user, self.meeting.ended_at)
        yield from self._list("speeches:unheard", "Câu hỏi chất vấn chưa được nêu tại phiên họp", unheard)
        totals = minutes_speeches.totals(self.speeches, self.by_user)
        yield from self._list("speeches:totals", "Tổng hợp thời gian phát biểu", totals)

    def _list(self, id_: str, heading: str, lines: list[str]) -> Iterable[Block]:
        """One paragraph: a heading and its lines."""
        if lines:
            trail = [("speech", speech.id) for speech in self.speeches]
            yield self._block(id_, "heading", heading, [])
            yield self._block(f"{id_}:lines", "paragraph", "\n".join(lines), trail)

    def _told(self, speech: Speech) -> Block:
        text = minutes_speeches.sentence(speech, self.by_user)
        return self._block(f"speech:{speech.id}", "paragraph", text, [("speech", speech.id)])

    def _interest(self, interest: Interest) -> str:
        member = self.by_user.get(interest.user_id)
        who = minutes_speeches.named(member) if member else "Đại biểu"
        return f"{who} không tham gia biểu quyết nội dung này. Lý do: {interest.reason.rstrip('. ')}."

    def _vote(self, vote: Vote) -> Iterable[Block]:
        records = [("vote", vote.id), ("result", vote.id)]
        if vote.outcome is None:
            yield self._block(f"vote:{vote.id}:sentence", "paragraph", minutes_votes.stopped(vote), records)
            return
        head, rows = minutes_votes.table(vote)
        yield self._table(f"vote:{vote.id}", vote.question, head, rows, [("result", vote.id)])
        titles = [item.title for item in self.items if item.id in vote.items]
        counts = [entry for entry in self.tallies if entry.vote_id == vote.id and entry.confirmed_by]
        records += [("tally_entry", entry.id) for entry in counts]
        told = minutes_votes.sentences(vote, titles, self._opinions(vote), [self._by_hand(entry) for entry in counts])
        yield self._block(f"vote:{vote.id}:sentence", "paragraph", told, records)

    def _by_hand(self, entry: TallyEntry) -> minutes_votes.HandCount:
        by, confirmed = (self._name(user) for user in (entry.entered_by, entry.confirmed_by or ""))
        return minutes_votes.HandCount(entry.sheet.kind, entry.sheet.ballots, by, confirmed)

    def _name(self, user: str) -> str:
        return self.by_user[user].name if user in self.by_user else "người không còn trong cuộc họp"

    def _opinions(self, vote: Vote) -> dict[str, str]:
        """Other opinions in the order of the members; an open ballot has a name."""
        said = {b.user_id: b.opinion for b in self.opinions if b.vote_id == vote.id and b.choice == "other"}
        return {member.name: said[member.user_id] for member in self.members if said.get(member.user_id)}

    def _attendance(self) -> str:
        delegates = [member for member in self.members if counts(member.role, member.votes) and not member.substitute]
        came = sum(1 for member in delegates if member.attendance in ("present", "left"))
        excused = sum(1 for member in delegates if member.attendance == "excused")
        absent = len(delegates) - came
        guests = sum(1 for m in self.members if is_guest(m) and m.attendance in ("present", "left"))
        missing = f"; vắng {absent}" + (f" (có lý do: {excused})" if excused else "") if absent else ""
        stand_ins = sum(1 for member in delegates if member.stands_for)
        sent = f", trong đó {stand_ins} người dự thay" if stand_ins else ""
        return f"Có mặt {came}/{len(delegates)} đại biểu{sent}{missing}; khách mời có mặt: {guests}."

    def _answered(self) -> list[tuple[str, str]]:
        return [("invitation", answer.user_id) for answer in self.answers if answer.substitute_id]

    def _attendance_rows(self) -> list[list[str]]:
        listed = [m for m in self.members if counts(m.role, m.votes) or is_guest(m)]
        return [[m.name, m.title, m.unit, state_words(m), clock_words(m)] for m in listed]

    def _block(self, id_: str, kind: BlockKind, text: str, records: list[tuple[str, str]]) -> Block:
        edit = self.edits.get(id_)
        return Block(id_, kind, text if edit is None else edit, text, edit is not None, self._events(records))

    def _table(
        self, id_: str, text: str, head: list[str], rows: list[list[str]], records: list[tuple[str, str]] | None = None
    ) -> Block:
        kind: BlockKind = "attendance" if id_ == "attendance" else "votes"
        told = text if kind == "votes" else self.edits.get(id_, text)
        return Block(id_, kind, told, text, told != text, self._events(records or []), head, rows)

    def _events(self, records: list[tuple[str, str]]) -> list[Trace]:
        found = {trace.seq: trace for record in records for trace in self.trail.get(record, ())}
        return [found[seq] for seq in sorted(found)]


def is_guest(member: Member) -> bool:
    """Former members are told of by name where they did something; they were no guests."""
    return member.role == "guest" and not member.gone


def state_words(member: Member) -> str:
    """A guest or delegate who left was there; the reason of an absence stands beside it."""
    words = WORDS[member.attendance]
    return f"{words}: {member.reason}" if member.reason and member.attendance in ("excused", "absent") else words


def clock_words(member: Member) -> str:
    if member.attendance not in ("present", "left") or not member.attendance_at:
        return ""
    return legal_time(local(member.attendance_at))


def _trail(session: Session, stream: str) -> tuple[Trail, int]:
    """Which events changed which record."""
    trail: Trail = {}
    seq = 0
    while batch := log.since(session.connection(), stream, seq, 1000):
        for entry in batch:
            for change in _changes(entry.changes):
                if change.kind in TRACED:
                    trail.setdefault((change.kind, change.id), []).append(Trace(entry.seq, entry.at))
            seq = entry.seq
    return trail, seq
