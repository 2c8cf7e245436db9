"""Papers asked for with a deadline: submitted, sent back with a reason, approved."""

from __future__ import annotations

from ..domain import paper_requests
from ..domain.commands import ApproveSubmission, AskForPaper, ReturnSubmission, SubmitPaper, WithdrawRequest
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.paper_requests import Round
from ..store.tables import Meeting, Paper, PaperRequest
from .bus import handles
from .paper_files import known_readers, lay_down, need_ready
from .paper_order import need_place
from .papers import drop, set_state
from .reach import sees
from .transaction import Tx


@handles(AskForPaper)
def ask(tx: Tx, c: AskForPaper) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    need_place(tx, c.item)
    known_readers(tx, [c.addressee])
    if c.deadline <= tx.now:
        raise Refused("request.deadline-past")
    tx.add(
        PaperRequest(
            id=c.request,
            stream=tx.stream,
            item_id=c.item,
            title=c.title,
            addressee=c.addressee,
            deadline=c.deadline,
            asked_at=tx.now,
            readers=known_readers(tx, c.readers),
        )
    )


@handles(SubmitPaper)
def submit(tx: Tx, c: SubmitPaper) -> None:
    """Also after the deadline, which is then said; again as often as wanted until it is approved.

    Who sees the request may answer it: whom it asks, or the secretary for them, to whom they sent the file.
    """
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    if not sees(tx, request):
        raise Refused("not-found")
    paper_requests.need_open(request.state)
    _drop_submitted(tx, request)
    paper = Paper(
        id=c.paper,
        stream=tx.stream,
        item_id=request.item_id,
        title=request.title,
        version_id=c.version,
        state="submitted",
        readers=request.readers,
        submitter=request.addressee,
    )
    lay_down(tx, paper, c)
    request.state, request.paper_id = "submitted", c.paper
    request.rounds = [*request.rounds, Round(tx.now, tx.actor.user, tx.now > request.deadline)]


@handles(ApproveSubmission)
def approve(tx: Tx, c: ApproveSubmission) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    paper_requests.need_submitted(request.state)
    paper = tx.get(Paper, request.paper_id)
    need_ready(tx, paper)
    set_state(tx, paper, "draft")
    request.state = "approved"


@handles(ReturnSubmission)
def send_back(tx: Tx, c: ReturnSubmission) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    paper_requests.need_submitted(request.state)
    request.rounds = paper_requests.returned(request.rounds, c.reason.strip())
    request.state = "returned"


@handles(WithdrawRequest)
def withdraw(tx: Tx, c: WithdrawRequest) -> None:
    """Nothing is asked any more, and what was submitted goes; an approved paper stays with its request."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    paper_requests.need_open(request.state)
    _drop_submitted(tx, request)
    tx.remove(request)


def _drop_submitted(tx: Tx, request: PaperRequest) -> None:
    if request.paper_id and (before := tx.seek(Paper, request.paper_id)) is not None:
        drop(tx, before)
