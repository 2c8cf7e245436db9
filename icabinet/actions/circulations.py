"""Opinions by writing, from the draft to the published result.

A circulation is a stream of its own, beside the meetings: it has its own members, papers and log, so that everything
that works on a stream (reader, notes, ink, live events, rights, downloads) works on it alike, and one that a thousand
people answer holds up no meeting. It is no meeting: whatever needs an agenda, a floor or a chair is refused there,
because those commands look for the meeting of the stream and find none.
"""

from __future__ import annotations

from ..domain import circulations
from ..domain.commands import (
    CloseCirculation,
    EditCirculation,
    ExtendCirculation,
    FoundCirculation,
    PublishCirculation,
    PublishPapers,
    SendCirculation,
    WithdrawCirculation,
)
from ..domain.errors import Refused
from ..domain.votes import Rule
from ..store.tables import Circulation, Member, Paper, PaperGroup, WrittenAnswer
from . import circulation_nudges as nudges
from . import papers
from .bus import handles
from .people import join, join_all, member_id, office_user, office_users
from .transaction import Tx

DEFAULT_RULE = Rule(base="entitled", quorum_numerator=0, quorum_denominator=1)


def papers_place(stream: str) -> str:
    """The group in which the papers of a circulation lie."""
    return f"{stream}-papers"


@handles(FoundCirculation)
def found(tx: Tx, c: FoundCirculation) -> None:
    tx.add(
        Circulation(
            id=tx.stream,
            stream=tx.stream,
            question=c.question,
            agency=c.agency,
            parent_agency=c.parent_agency,
            founded_at=tx.now,
            founder=tx.actor.user,
            rule=DEFAULT_RULE,
            reminders=list(circulations.USUAL_REMINDERS),
            deadline=circulations.usual_deadline(tx.now),
        )
    )
    tx.add(PaperGroup(id=papers_place(tx.stream), stream=tx.stream, title="Tài liệu", position=0))
    join(tx, office_user(tx, tx.actor.user), "secretary", votes=False)


@handles(EditCirculation)
def edit(tx: Tx, c: EditCirculation) -> None:
    """Refused("circulation.stale") when somebody has edited it since; what both wrote stands before the second one."""
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "draft")
    if c.base != row.edits:
        raise Refused("circulation.stale")
    _change_tracker(tx, row, c.tracker)
    asked = list(dict.fromkeys(c.asked))
    office_users(tx, sorted(set(asked) - set(row.asked)))
    row.question, row.explanation, row.rule = c.question, c.explanation, c.rule
    row.deadline, row.late, row.names = c.deadline, c.late, c.names
    row.leader, row.asked, row.reminders = c.leader, asked, c.reminders
    row.edits, row.edited_by, row.edited_at = row.edits + 1, tx.actor.user, tx.now


def _change_tracker(tx: Tx, row: Circulation, tracker: str) -> None:
    """Whoever follows the answers sits at the desk of the circulation; so does always whoever founded it."""
    if tracker == row.tracker:
        return
    if row.tracker and row.tracker != row.founder:
        tx.remove(tx.get(Member, member_id(tx.stream, row.tracker)))
    if tracker and tracker != row.founder:
        join(tx, office_user(tx, tracker), "secretary", votes=False)
    row.tracker = tracker


@handles(SendCirculation)
def send(tx: Tx, c: SendCirculation) -> None:
    """Refused("circulation.stale") when somebody has edited the draft since the sender saw it."""
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "draft")
    if c.base != row.edits:
        raise Refused("circulation.stale")
    desk = [member.user_id for member in tx.find(Member)]
    circulations.check_draft(row.rule, row.deadline, tx.now, row.asked, row.leader, desk)
    join_all(tx, office_users(tx, row.asked), "delegate", votes=True)
    drafts = [paper.id for paper in tx.find(Paper, Paper.state == "draft")]
    if drafts:
        papers.publish(tx, PublishPapers(papers=drafts))
    row.state, row.sent_at = "open", tx.now
    nudges.sent(tx, row)


@handles(ExtendCirculation)
def extend(tx: Tx, c: ExtendCirculation) -> None:
    """Answers that came late under the former deadline and are in time under the new one are late no more."""
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "open")
    circulations.check_deadline(c.deadline, tx.now, row.deadline)
    _need_reason(c.reason)
    made = circulations.Extension(tx.now, row.deadline, c.deadline, c.reason.strip())
    row.extensions = [*row.extensions, made]
    row.deadline = c.deadline
    for answer in tx.find(WrittenAnswer, WrittenAnswer.late.is_(True)):
        answer.late = False
    nudges.extended(tx, row, made.reason)


@handles(WithdrawCirculation)
def withdraw(tx: Tx, c: WithdrawCirculation) -> None:
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "draft", "open")
    _need_reason(c.reason)
    row.state, row.withdrawn_at, row.reason = "withdrawn", tx.now, c.reason.strip()
    if row.sent_at is not None:
        nudges.withdrawn(tx, row)


@handles(CloseCirculation)
def close(tx: Tx, c: CloseCirculation) -> None:
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "open")
    circulations.need_countable(tx.now, row.deadline, len(row.asked), row.answered)
    answers = tx.find(WrittenAnswer)
    said = [circulations.Said(answer.user_id, answer.choice, answer.late) for answer in answers]
    row.outcome = circulations.decide(row.rule, len(row.asked), said, row.leader)
    row.state, row.closed_at = "closed", tx.now
    for answer in answers:
        answer.shown = "desk"
    nudges.over(tx, row)


@handles(PublishCirculation)
def publish(tx: Tx, c: PublishCirculation) -> None:
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "closed")
    row.state, row.published_at = "published", tx.now
    nudges.published(tx, row)
    if row.names:
        for answer in tx.find(WrittenAnswer):
            answer.shown = "all"


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("circulation.reason")
