"""The tables of a meeting's bundle: who came, who spoke, what was decided and by whom, what was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.sheet import Cell, Table
from ..domain.audience import EVERYONE, SYSTEM, Viewer
from ..domain.votes import Choice, Mark, describe
from ..store.tables import Comment, Item, Member, Paper, Speech, Vote
from .attendance_file import HEAD, attendance_rows
from .minutes_draft import Draft
from .records import sees
from .roll_call import BallotLine, roll_call
from .sealed_list import sealed_list

ANYBODY = Viewer(SYSTEM, frozenset())
"""Sees what everybody in a meeting sees and nothing else."""
SPEECH_KINDS = {
    "speech": "Phát biểu",
    "question": "Chất vấn",
    "reply": "Tranh luận",
    "order": "Vấn đề thủ tục",
    "answer": "Trả lời chất vấn",
}
SPEECH_STATES = {
    "waiting": "Đang chờ",
    "speaking": "Đang phát biểu",
    "paused": "Tạm dừng",
    "done": "Đã phát biểu",
    "withdrawn": "Không phát biểu",
}
VOTE_STATES = {"open": "Đang mở", "closed": "Đã đóng, chưa công bố", "published": "Đã công bố", "void": "Đã huỷ"}
CHOICES: Mapping[Choice | str, str] = {
    "for": "Đồng ý",
    "against": "Không đồng ý",
    "other": "Ý kiến khác",
    "abstain": "Không biểu quyết",
    "": "",
}
SECRECY = {"open": "Công khai", "secret": "Phiếu kín"}
SPEECHES = (
    "STT", "Nội dung", "Người phát biểu", "Chức vụ", "Đơn vị", "Loại", "Chủ đề", "Đăng ký lúc", "Bắt đầu lúc",
    "Kết thúc lúc", "Số giây phát biểu", "Trạng thái",
)  # fmt: skip
VOTES = (
    "STT", "Câu hỏi", "Nội dung", "Quy tắc", "Hình thức", "Mở lúc", "Đóng lúc", "Công bố lúc", "Được quyền", "Có mặt",
    "Số phiếu", "Đồng ý", "Không đồng ý", "Ý kiến khác", "Không biểu quyết", "Phiếu trắng", "Không hợp lệ", "Kết quả",
    "Trạng thái",
)  # fmt: skip
BALLOTS = (
    "Biểu quyết số", "Câu hỏi", "Người biểu quyết hoặc mã phiếu kín", "Đơn vị", "Số phiếu mỗi người", "Đã bỏ phiếu",
    "Lựa chọn", "Ý kiến",
)  # fmt: skip
COMMENTS = ("STT", "Tài liệu", "Người viết", "Đơn vị", "Ý kiến", "Lúc")
TRACE = ("Đoạn", "Câu chữ trong biên bản", "Thư ký đã sửa", "Sự kiện số", "Lúc")


def tables_of(session: Session, meeting_id: str, draft: Draft) -> list[Table]:
    desk = _Desk(session, meeting_id)
    return [
        Table("diem-danh", "Điểm danh", HEAD, tuple(attendance_rows(session, meeting_id))),
        Table("phat-bieu", "Phát biểu", SPEECHES, tuple(desk.speeches())),
        Table("bieu-quyet", "Biểu quyết", VOTES, tuple(desk.decisions())),
        Table("phieu", "Phiếu", BALLOTS, tuple(desk.ballots())),
        Table("y-kien", "Ý kiến", COMMENTS, tuple(desk.comments())),
        Table("dan-chieu", "Dẫn chiếu biên bản", TRACE, tuple(_trace(draft))),
    ]


class _Desk:
    """What the tables are read from."""

    def __init__(self, session: Session, meeting_id: str) -> None:
        self.session, self.meeting = session, meeting_id
        members = session.scalars(select(Member).where(Member.stream == meeting_id))
        self.members = {member.user_id: member for member in members}
        items = session.scalars(select(Item).where(Item.stream == meeting_id))
        self.items = {item.id: item.title for item in items}
        asked = select(Vote).where(Vote.stream == meeting_id, Vote.state != "prepared")
        self.votes = list(session.scalars(asked.order_by(Vote.opened_at, Vote.id)))

    def who(self, user: str) -> tuple[str, str, str]:
        member = self.members.get(user)
        return (member.name, member.title, member.unit) if member else ("", "", "")

    def speeches(self) -> Iterable[tuple[Cell, ...]]:
        asked = select(Speech).where(Speech.stream == self.meeting)
        for number, speech in enumerate(self.session.scalars(asked.order_by(Speech.requested_at, Speech.id)), 1):
            yield (
                number, self.items.get(speech.item_id or "", ""), *self.who(speech.user_id), SPEECH_KINDS[speech.kind],
                speech.subject, clock(speech.requested_at), clock(speech.called_at), clock(speech.ended_at),
                speech.spoken_ms // 1000, SPEECH_STATES[speech.state],
            )  # fmt: skip

    def decisions(self) -> Iterable[tuple[Cell, ...]]:
        for number, vote in enumerate(self.votes, 1):
            yield (
                number, vote.question, self.items.get(vote.item_id, ""), describe(vote.rule, vote.options, vote.voters),
                SECRECY[vote.rule.secrecy], clock(vote.opened_at), clock(vote.closed_at), clock(vote.published_at),
                vote.entitled, vote.present, *_figures(vote), VOTE_STATES[vote.state],
            )  # fmt: skip

    def ballots(self) -> Iterable[tuple[Cell, ...]]:
        """With names where the vote was open, under their receipts where it was secret; unpublished ones not at all."""
        for number, vote in enumerate(self.votes, 1):
            head: tuple[Cell, ...] = (number, vote.question)
            called = roll_call(self.session, self.meeting, vote.id, ANYBODY)
            for line in called.lines if called else ():
                name, _, unit = self.who(line.user)
                said = _said(vote, line.choice, line.picks, line.marks)
                yield (*head, name, unit, line.weight, "Có" if line.cast else "Không", said, _opinion(line))
            sealed = sealed_list(self.session, self.meeting, vote.id, ANYBODY)
            for ballot in sealed.ballots if sealed else ():
                said = _said(vote, ballot.choice, ballot.picks, ballot.marks)
                yield (*head, ballot.receipt, "", 1, "Có", said, ballot.opinion)

    def comments(self) -> Iterable[tuple[Cell, ...]]:
        papers = {p.id: p.title for p in self.session.scalars(select(Paper).where(Paper.stream == self.meeting))}
        asked = select(Comment).where(Comment.stream == self.meeting).order_by(Comment.at, Comment.id)
        seen = [comment for comment in self.session.scalars(asked) if sees(EVERYONE, comment)]
        for number, comment in enumerate(seen, 1):
            name, _, unit = self.who(comment.author)
            yield (number, papers.get(comment.paper_id, ""), name, unit, comment.text, clock(comment.at))


def clock(at: int | None) -> str:
    """ "23/11/2026 08:05:09"; empty before it happened."""
    return local(at).strftime("%d/%m/%Y %H:%M:%S") if at else ""


def _figures(vote: Vote) -> tuple[Cell, ...]:
    """Numbers only of what is published."""
    outcome = vote.outcome if vote.state == "published" else None
    if outcome is None:
        return ("",) * 8
    tally = outcome.tally
    sums = (tally.for_, tally.against, tally.other, tally.abstain)
    four: tuple[Cell, ...] = sums if vote.rule.method == "standard" else ("",) * 4
    return (outcome.cast, *four, outcome.blank, outcome.invalid, outcome.sentence)


def _opinion(line: BallotLine) -> str:
    return line.opinion if line.choice == "other" else ""


def _said(vote: Vote, choice: Choice | str, picks: Sequence[str], marks: Mapping[str, Mark]) -> str:
    labels = {option.id: option.label for option in vote.options}
    chosen = [labels.get(pick, pick) for pick in picks]
    marked = [f"{labels.get(option, option)}: {CHOICES[mark].lower()}" for option, mark in sorted(marks.items())]
    return CHOICES[choice] or "; ".join([*chosen, *marked])


def _trace(draft: Draft) -> Iterable[tuple[Cell, ...]]:
    """A line for every event that a paragraph rests on, one without an event for what rests on none."""
    for block in draft.blocks:
        edited = "Thư ký viết" if block.own else "Có" if block.edited else ""
        for trace in block.events:
            number: Cell = f"{trace.seq} (sổ nhiệm vụ)" if trace.tasks else trace.seq
            yield (block.id, block.text, edited, number, clock(trace.at))
        if not block.events:
            yield (block.id, block.text, edited, "", "")
