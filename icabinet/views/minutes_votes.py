"""What the minutes say of a vote: a table of its figures, and how it was decided in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..clock import local
from ..documents.minutes_docx import VoteRow
from ..domain.tallies import Kind
from ..domain.votes import Line, Outcome, base_words, describe
from ..domain.wording import legal_time, percent
from ..store.tables import Vote

STANDARD_HEAD = ["Nội dung", "Tổng số", "Đồng ý", "Không đồng ý", "Ý kiến khác", "Không biểu quyết", "Tỷ lệ", "Kết quả"]
LIST_HEAD = ["Danh sách", "Số phiếu", "Tỷ lệ", "Kết quả"]
CANDIDATES_HEAD = ["Danh sách", "Đồng ý", "Không đồng ý", "Không biểu quyết", "Tỷ lệ", "Kết quả"]


class HandCount(msgspec.Struct, frozen=True):
    """A confirmed count of paper ballots or raised hands, with the names of the two who answer for it."""

    kind: Kind
    ballots: int
    entered_by: str
    confirmed_by: str


def table(vote: Vote) -> tuple[list[str], list[list[str]]]:
    """Heading and rows: one row for a standard vote, one a candidate for the others, most votes first."""
    outcome = decided(vote)
    if vote.rule.method == "standard":
        return STANDARD_HEAD, [standard_cells(vote)]
    labels = {option.id: option.label for option in vote.options}
    lines = sorted(outcome.lines, key=lambda line: -line.for_)
    if vote.rule.method == "list":
        return LIST_HEAD, [[labels[line.option], str(line.for_), *_end(line)] for line in lines]
    rows = [[labels[line.option], *map(str, (line.for_, line.against, line.abstain)), *_end(line)] for line in lines]
    return CANDIDATES_HEAD, rows


def is_standard(vote: Vote) -> bool:
    """Whether it has been counted, as one row of figures."""
    return vote.outcome is not None and vote.rule.method == "standard"


def row(vote: Vote) -> VoteRow:
    """The figures of a standard vote; its sentence stands in a paragraph of its own, which the secretary can edit."""
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
        sentence="",
    )


def standard_cells(vote: Vote) -> list[str]:
    outcome = decided(vote)
    tally = outcome.tally
    share = percent(outcome.in_favour, outcome.base) if outcome.base else "–"
    counts = [str(n) for n in (outcome.base, tally.for_, tally.against, tally.other, tally.abstain)]
    return [vote.question, *counts, share, _word(vote, outcome)]


def sentences(vote: Vote, titles: Sequence[str], opinions: Mapping[str, str], by_hand: Sequence[HandCount] = ()) -> str:
    """`titles` of all items that it decided, `opinions` by their writers' names, and who counted by hand."""
    said = [_again(vote), _together(titles), describe(vote.rule, vote.options, vote.voters)]
    said += [decided(vote).sentence, *map(_by_hand, by_hand), _opinions(opinions), void(vote)]
    return " ".join(sentence for sentence in said if sentence)


def _by_hand(count: HandCount) -> str:
    kind = "giơ tay" if count.kind == "hands" else "phiếu giấy"
    return f"Kết quả kiểm {kind} ({count.ballots}) do {count.entered_by} nhập, {count.confirmed_by} xác nhận."


def void(vote: Vote) -> str:
    if vote.state != "void" or vote.voided_at is None:
        return ""
    return f"Biểu quyết này được huỷ lúc {legal_time(local(vote.voided_at))}. Lý do: {vote.reason.rstrip('.')}."


def stopped(vote: Vote) -> str:
    """A vote that was stopped before anything was counted."""
    return f"Biểu quyết “{vote.question}” mở lúc {legal_time(local(vote.opened_at or 0))}. {void(vote)}"


def decided(vote: Vote) -> Outcome:
    """The outcome of a vote that has been closed."""
    assert vote.outcome is not None
    return vote.outcome


def _end(line: Line) -> list[str]:
    share = percent(line.for_, line.base) if line.base else "–"
    return [share, "Trúng cử" if line.elected else "Ngang phiếu" if line.tied else "Không trúng cử"]


def _word(vote: Vote, outcome: Outcome) -> str:
    if vote.state == "void":
        return "Đã huỷ"
    if outcome.result == "tied":
        return "Ngang phiếu"
    return "Thông qua" if outcome.passed else "Không thông qua"


def _again(vote: Vote) -> str:
    return "Biểu quyết lại." if vote.repeats else ""


def _together(titles: Sequence[str]) -> str:
    return f"Biểu quyết chung các nội dung: {'; '.join(titles)}." if len(titles) > 1 else ""


def _opinions(opinions: Mapping[str, str]) -> str:
    told = [f"{name}: “{text.rstrip('.')}”" for name, text in opinions.items()]
    return f"Ý kiến khác: {'; '.join(told)}." if told else ""
