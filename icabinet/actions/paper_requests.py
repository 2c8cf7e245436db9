"""Papers asked for with a deadline: submitted, sent back with a reason, approved."""

from __future__ import annotations

from ..domain import paper_requests, papers
from ..domain.commands import ApproveSubmission, AskForPaper, ReturnSubmission, SubmitPaper, WithdrawRequest
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.paper_requests import Round
from ..store.tables import Meeting, Member, Paper, PaperRequest, Version
from .bus import handles
from .paper_order import in_place, need_place
from .papers import drop
from .secret_papers import spread
from .transaction import Tx


@handles(AskForPaper)
def ask(tx: Tx, c: AskForPaper) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    need_place(tx, c.item)
    members = tx.find(Member)
    papers.check_readers([c.addressee], (m.user_id for m in members), (m.unit for m in members))
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
        )
    )


@handles(SubmitPaper)
def submit(tx: Tx, c: SubmitPaper) -> None:
    """Also after the deadline, which is then said; again as often as wanted until it is approved."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    if request.addressee not in tx.actor.groups():
        raise Refused("not-found")
    paper_requests.need_open(request.state)
    _drop_submitted(tx, request)
    position = max((other.position for other in in_place(tx, request.item_id)), default=-1) + 1
    tx.add(
        Paper(
            id=c.paper,
            stream=tx.stream,
            item_id=request.item_id,
            title=request.title,
            position=position,
            version_id=c.version,
            state="submitted",
            submitter=request.addressee,
        )
    )
    tx.add(
        Version(
            id=c.version,
            stream=tx.stream,
            paper_id=c.paper,
            number=1,
            name=c.name,
            kind=c.kind,
            sha256=c.sha256,
            size=c.size,
            readers=[],
            paper_state="submitted",
            submitter=request.addressee,
        )
    )
    request.state, request.paper_id = "submitted", c.paper
    request.rounds = [*request.rounds, Round(tx.now, tx.actor.user, tx.now > request.deadline)]


@handles(ApproveSubmission)
def approve(tx: Tx, c: ApproveSubmission) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    request = tx.get(PaperRequest, c.request)
    paper_requests.need_submitted(request.state)
    paper = tx.get(Paper, request.paper_id)
    version = tx.get(Version, paper.version_id)
    if version.state != "ready":
        raise Refused(f"paper.{version.state}", title=paper.title)
    paper.state, request.state = "draft", "approved"
    spread(tx, paper)


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
