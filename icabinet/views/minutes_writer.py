"""Writes the minutes from what happened, part by part; a part whose sources are the same is not written again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from msgspec import structs

from ..clock import local
from ..documents.minutes_docx import Attendee, VoteRow
from ..domain.people import Role, counts
from ..domain.wording import legal_time
from ..store.tables import (
    Comment,
    Interest,
    Invitation,
    Item,
    Meeting,
    Member,
    MinutesEdit,
    MinutesParagraph,
    Paper,
    Speech,
    TallyEntry,
    Vote,
)
from . import minutes_comments, minutes_speeches, minutes_votes
from .minutes_draft import OWN, Block, BlockKind, Draft, Trace
from .minutes_papers import papers_told
from .minutes_room import room_words
from .minutes_sources import Sources
from .minutes_tasks import Given
from .minutes_words import attendee, clock_words, is_guest, moment, state_words

T = TypeVar("T")
Deps = tuple[object, ...]
Parts = dict[str, tuple[Deps, list[Any]]]
"""What was written last under each name, and what it was written from."""
ATTENDANCE_HEAD = ["Họ và tên", "Chức vụ", "Đơn vị", "Điểm danh", "Thời điểm"]


class Writer:
    """`parts` may be those of an earlier writer on the same sources."""

    def __init__(self, sources: Sources, parts: Parts) -> None:
        self.trail, self.at, self.opinions = sources.trail, sources.seq, sources.opinions
        self.given, self.left_over = sources.given, sources.left_over
        self._parts = parts
        (self.meeting,) = sources.of(Meeting)
        self.members = sorted(sources.of(Member), key=lambda member: (member.order, member.id))
        self.by_user = {member.user_id: member for member in self.members}
        self.items = sorted(sources.of(Item), key=lambda item: item.position)
        self.speeches = sorted(sources.of(Speech), key=lambda speech: (speech.called_at or 0, speech.id))
        self.votes = sorted(sources.of(Vote), key=lambda vote: (vote.opened_at or 0, vote.id))
        self.tallies = sorted(sources.of(TallyEntry), key=lambda entry: (entry.entered_at, entry.id))
        self.interests = sorted(sources.of(Interest), key=lambda interest: (interest.at, interest.id))
        self.papers = sorted(sources.of(Paper), key=lambda paper: (paper.position, paper.id))
        self.comments = minutes_comments.to_record(sources.of(Comment), self.papers)
        self.answers = sorted(sources.of(Invitation), key=lambda answer: answer.id)
        self.edits = {edit.block: edit for edit in sources.of(MinutesEdit)}
        self.own = sorted(sources.of(MinutesParagraph), key=lambda row: (-row.placed_at, row.id))

    def draft(self) -> Draft:
        delegates, guests = self._part("people", tuple(self.members), self._people)
        attendance = self._attendance()
        return Draft(
            at=self.at,
            state=self.meeting.state,
            title=self.meeting.title,
            agency=self.meeting.agency,
            parent_agency=self.meeting.parent_agency,
            started=moment(self.meeting.started_at),
            ended=moment(self.meeting.ended_at),
            place=self.meeting.place,
            attendance=self.edits["attendance"].text if "attendance" in self.edits else attendance,
            chair=self._first("chair"),
            secretary=self._first("secretary"),
            delegates=delegates,
            guests=guests,
            votes={f"vote:{v.id}": self._row(v) for v in self.votes if minutes_votes.is_standard(v)},
            blocks=list(self.blocks()),
        )

    def _people(self) -> Iterator[list[Attendee]]:
        yield [attendee(member) for member in self.members if counts(member.role, member.votes)]
        yield [attendee(member) for member in self.members if is_guest(member)]

    def _row(self, vote: Vote) -> VoteRow:
        return self._part(f"row:{vote.id}", (vote,), lambda: [minutes_votes.row(vote)])[0]

    def _first(self, role: Role) -> Attendee | None:
        return next((attendee(member) for member in self.members if member.role == role), None)

    def blocks(self) -> Iterable[Block]:
        """The secretary's own paragraphs behind those they were put behind, the others at the end."""
        waiting = list(self.own)
        for block in self.generated():
            yield self._worded(block)
            for row in [row for row in waiting if row.after == block.id]:
                waiting.remove(row)
                yield self._own(row)
        for row in waiting:
            yield self._own(row)

    def _own(self, row: MinutesParagraph) -> Block:
        block = Block(f"{OWN}{row.id}", "paragraph", row.text, row.text, False, [], own=True)
        return self._part(block.id, (row.text,), lambda: [block])[0]

    def _worded(self, block: Block) -> Block:
        """With the secretary's words in place of the generated ones; the figures of a vote have none."""
        edit = self.edits.get(block.id)
        if edit is None or block.kind == "votes":
            return block
        text, outdated = edit.text, edit.over != block.generated and block.kind != "attendance"
        edited = text != block.generated if block.kind == "attendance" else True
        new = structs.replace(block, text=text, edited=edited, outdated=outdated)
        return self._part(f"edit:{block.id}", (block, edit), lambda: [new])[0]

    def _part(self, name: str, of: Deps, write: Callable[[], Iterable[T]]) -> list[T]:
        """What was written under this name, unless something that it rests on is another object, or says otherwise."""
        known = self._parts.get(name)
        if known is None or known[0] != of:
            known = self._parts[name] = (of, list(write()))
        return known[1]

    def generated(self) -> Iterable[Block]:
        people = tuple(self.members)
        yield from self._part("attendance", (*people, *self.answers), self._came)
        names = tuple((member.user_id, member.name, member.title, member.unit) for member in people)
        (shared,) = self._part("shared", self._shared(names), lambda: [object()])
        for number, item in enumerate(self.items, 1):
            of = (shared, number, item, *self._of_item(item))
            yield from self._part(f"item:{item.id}", of, partial(self._item, number, item))
        heard = (*self.speeches, *(one for found in self.comments.values() for one in found))
        known = {item.id for item in self.items}
        beside = [task for task in self.given if task.item not in known]
        yield from self._part("tasks", tuple(beside), partial(_tasks_apart, beside))
        yield from self._part("apart", (shared, self.meeting, *heard), self._speeches)

    def _shared(self, names: Deps) -> Deps:
        """What the words of every item may name: people, titles of items and papers, opinions, counts by hand."""
        titles = tuple((item.id, item.title) for item in self.items)
        return names, titles, tuple(self.papers), tuple(self.opinions), tuple(self.tallies)

    def _of_item(self, item: Item) -> Iterator[object]:
        yield from (speech for speech in self.speeches if speech.item_id == item.id)
        yield from self.comments.get(item.id, [])
        yield from (interest for interest in self.interests if interest.item_id == item.id)
        yield from (vote for vote in self.votes if vote.item_id == item.id)
        yield from (task for task in self.given if task.item == item.id)
        if item.about == "unfinished":
            yield self.left_over

    def _came(self) -> Iterable[Block]:
        text, rows = self._attendance(), self._attendance_rows()
        yield Block("attendance", "attendance", text, text, False, [], ATTENDANCE_HEAD, rows)
        if told := room_words(self.members, self.answers):
            yield self._block("attendance:room", "paragraph", told, self._answered())

    def _item(self, number: int, item: Item) -> Iterable[Block]:
        yield self._block(f"item:{item.id}:heading", "heading", f"{number}. {item.title}", [("item", item.id)])
        if item.visited_at:
            yield self._block(f"item:{item.id}:opening", "paragraph", self._opening(item), [("item", item.id)])
            if item.about == "unfinished":
                text, events = self.left_over
                yield Block(f"item:{item.id}:unfinished", "paragraph", text, text, False, list(events))
        for speech in self.speeches:
            if speech.item_id == item.id and speech.called_at:
                yield self._told(speech)
        yield from self._comments(self.comments.get(item.id, []))
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
        yield from map(_task, (task for task in self.given if task.item == item.id))

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
        known = {item.id for item in self.items}
        beside = [one for place, found in self.comments.items() if place not in known for one in found]
        if beside:
            yield self._block("comments:apart", "heading", "Ý kiến đề nghị ghi biên bản", [])
            yield from self._comments(beside)
        unheard = minutes_speeches.unheard(self.speeches, self.by_user, self.meeting.ended_at)
        yield from self._list("speeches:unheard", "Câu hỏi chất vấn chưa được nêu tại phiên họp", unheard)
        totals = minutes_speeches.totals(self.speeches, self.by_user)
        yield from self._list("speeches:totals", "Tổng hợp thời gian phát biểu", totals)

    def _comments(self, comments: Iterable[Comment]) -> Iterable[Block]:
        for comment in comments:
            text = minutes_comments.sentence(comment, self.papers, self.by_user)
            yield self._block(f"comment:{comment.id}", "paragraph", text, [("comment", comment.id)])

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
        events = self._events([("result", vote.id)])
        yield Block(f"vote:{vote.id}", "votes", vote.question, vote.question, False, events, head, rows)
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
        if not said:
            return {}
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

    def _block(self, id_: str, kind: BlockKind, text: str, records: Sequence[tuple[str, str]]) -> Block:
        return Block(id_, kind, text, text, False, self._events(records))

    def _events(self, records: Sequence[tuple[str, str]]) -> list[Trace]:
        found = {trace.seq: trace for record in records for trace in self.trail.get(record, ())}
        return [found[seq] for seq in sorted(found)]


def _task(task: Given) -> Block:
    return Block(f"task:{task.id}", "paragraph", task.text, task.text, False, list(task.events))


def _tasks_apart(tasks: Sequence[Given]) -> Iterator[Block]:
    """Those that come of no item."""
    if tasks:
        heading = "Nhiệm vụ được giao ngoài các nội dung"
        yield Block("tasks:apart", "heading", heading, heading, False, [])
        yield from map(_task, tasks)
