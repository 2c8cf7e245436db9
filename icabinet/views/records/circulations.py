"""Opinions by writing: who may see a draft, who has answered, and, only after the end, what."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.circulations import describe
from ...domain.policy import audience
from ...store.tables import Circulation, WrittenAnswer
from .record import Record, shows

_OPINION = {"": "opinion (before the end)", "desk": "opinion (closed)", "all": "opinion (published by name)"}


@shows(Circulation)
def _circulation(c: Circulation) -> Iterator[Record]:
    never_sent = c.sent_at is None
    seen = audience("circulation (draft)" if never_sent else "circulation (sent)")
    yield Record("circulation", c.id, seen, _plan(c) | _course(c))
    yield Record("circulation_asked", c.id, audience("circulation_asked"), {"asked": c.asked})
    if never_sent:
        return
    counted = {"asked": len(c.asked), "answered": c.answered}
    yield Record("circulation_progress", c.id, audience("circulation_progress"), counted)
    if c.outcome is not None:
        state = "published" if c.published_at else "closed"
        told = msgspec.to_builtins(c.outcome)
        value = {name: told[name] for name in ("tally", "in_favour", "base", "passed", "result", "sentence")}
        yield Record("circulation_result", c.id, audience(f"circulation_result ({state})"), value)


def _plan(c: Circulation) -> dict[str, object]:
    return {
        "question": c.question,
        "explanation": c.explanation,
        "agency": c.agency,
        "parent_agency": c.parent_agency,
        "rule": msgspec.to_builtins(c.rule),
        "rule_text": describe(c.rule, c.late, c.names),
        "deadline": c.deadline,
        "late": c.late,
        "names": c.names,
        "reminders": msgspec.to_builtins(c.reminders),
        "tracker": c.tracker,
        "leader": c.leader,
    }


def _course(c: Circulation) -> dict[str, object]:
    return {
        "state": c.state,
        "sent_at": c.sent_at,
        "closed_at": c.closed_at,
        "published_at": c.published_at,
        "withdrawn_at": c.withdrawn_at,
        "reason": c.reason,
        "extensions": msgspec.to_builtins(c.extensions),
        "edits": c.edits,
        "edited_by": c.edited_by,
        "edited_at": c.edited_at,
    }


@shows(WrittenAnswer)
def _answer(a: WrittenAnswer) -> Iterator[Record]:
    """The desk sees when somebody answered; what he answered only he does, until the end."""
    said = {"choice": a.choice, "text": a.text, "file": a.file_name, "file_size": a.file_size}
    when = {"at": a.at, "late": a.late, "confirmed_at": a.confirmed_at}
    mine = said | when | {"first_at": a.first_at, "earlier": msgspec.to_builtins(a.earlier)}
    yield Record("my_answer", a.id, audience("my_answer", a.user_id), mine)
    times = {"user": a.user_id, "first_at": a.first_at, "changes": len(a.earlier)}
    yield Record("answered", a.id, audience("answered"), when | times)
    yield Record("opinion", a.id, audience(_OPINION[a.shown]), said | when | {"user": a.user_id})
