"""The minutes as a Word file: the draft put into the form of Mẫu 1.9 (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from ..documents import minutes_docx
from ..documents.minutes_docx import Attendee, Minutes, VoteRow
from .document_form import Form
from .minutes_draft import Block, Correction, Draft
from .minutes_words import moment


def minutes_file(draft: Draft, form: Form) -> bytes:
    """The same draft gives the same bytes."""
    return minutes_docx.build(as_minutes(draft, form))


def as_minutes(draft: Draft, form: Form) -> Minutes:
    return Minutes(
        parent_agency=draft.parent_agency,
        agency=draft.agency,
        place_of_issue="",
        number=form.number("minutes"),
        symbol=form.symbol("minutes"),
        title=draft.title,
        started=draft.started,
        ended=draft.ended,
        place=draft.place,
        attendance_summary=draft.attendance,
        attendees=tuple(draft.delegates),
        guests=tuple(draft.guests),
        chair=draft.chair.name if draft.chair else "",
        chair_title=_place(draft.chair),
        secretary=draft.secretary.name if draft.secretary else "",
        secretary_title=_place(draft.secretary),
        blocks=tuple(_block(block, draft.votes) for block in draft.blocks if block.kind != "attendance"),
        recipients=form.recipients,
        locked=draft.locked_at is not None,
        corrections=tuple(correction_words(each) for each in draft.corrections),
    )


def correction_words(each: Correction) -> str:
    reason = each.reason.rstrip(". ")
    when = moment(each.at)
    return f"Đính chính số {each.number} ({when}): “{each.former}” sửa thành “{each.text}”. Lý do: {reason}."


def _block(block: Block, votes: dict[str, VoteRow]) -> minutes_docx.Block:
    if block.kind != "votes":
        return minutes_docx.Block(kind=block.kind, text=block.text)
    if block.id in votes:
        return minutes_docx.Block(kind="votes", text=block.text, votes=(votes[block.id],))
    rows = tuple(tuple(row) for row in block.rows)
    return minutes_docx.Block(kind="election", text=block.text, head=tuple(block.head), rows=rows)


def _place(person: Attendee | None) -> str:
    return ", ".join(part for part in (person.title, person.unit) if part) if person else ""
