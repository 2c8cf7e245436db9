"""The minutes as a Word file: the draft put into the form of Mẫu 1.9 (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from ..documents import minutes_docx
from ..documents.minutes_docx import Attendee, Minutes, VoteRow
from ..domain.votes import base_words
from ..store.tables import Member, Vote
from .minutes import Block, Draft, clock_words, state_words
from .minutes_votes import decided, standard_cells

RECIPIENTS = ("Như thành phần tham dự;", "Lưu: VT, Hồ sơ.")


def minutes_file(draft: Draft) -> bytes:
    """The same draft gives the same bytes."""
    return minutes_docx.build(as_minutes(draft))


def as_minutes(draft: Draft) -> Minutes:
    return Minutes(
        parent_agency=draft.parent_agency,
        agency=draft.agency,
        place_of_issue="",
        number="",
        symbol="BB-VP",
        title=draft.title,
        started=draft.started,
        ended=draft.ended,
        place=draft.place,
        attendance_summary=draft.attendance,
        attendees=tuple(_attendee(member) for member in draft.delegates),
        guests=tuple(_attendee(member) for member in draft.guests),
        chair=draft.chair.name if draft.chair else "",
        chair_title=_place(draft.chair),
        secretary=draft.secretary.name if draft.secretary else "",
        secretary_title=_place(draft.secretary),
        blocks=tuple(_block(block, draft.votes) for block in draft.blocks if block.kind != "attendance"),
        recipients=RECIPIENTS,
        locked=False,
    )


def _block(block: Block, votes: dict[str, Vote]) -> minutes_docx.Block:
    if block.kind != "votes":
        return minutes_docx.Block(kind=block.kind, text=block.text)
    vote = votes[block.id]
    if vote.rule.method == "standard":
        return minutes_docx.Block(kind="votes", text=block.text, votes=(_vote_row(vote),))
    rows = tuple(tuple(row) for row in block.rows)
    return minutes_docx.Block(kind="election", text=block.text, head=tuple(block.head), rows=rows)


def _vote_row(vote: Vote) -> VoteRow:
    outcome = decided(vote)
    cells = standard_cells(vote)
    return VoteRow(
        question=vote.question,
        base_text=base_words(vote.rule),
        total=outcome.base,
        for_=outcome.tally.for_,
        against=outcome.tally.against,
        other=outcome.tally.other,
        abstain=outcome.tally.abstain,
        ratio=cells[6],
        outcome=cells[7],
        sentence="",  # it stands in a paragraph of its own, which the secretary can edit
    )


def _attendee(member: Member) -> Attendee:
    return Attendee(member.name, member.title, member.unit, state_words(member), clock_words(member))


def _place(member: Member | None) -> str:
    return ", ".join(part for part in (member.title, member.unit) if part) if member else ""
