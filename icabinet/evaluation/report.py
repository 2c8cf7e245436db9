"""The figures of a trial, and as lines for people."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from .asking import Outcome
from .cases import CELL_TYPE, SPAN_TYPES
from .measures import auroc, gain, mean, percentile, within, wrong_at

Goals = dict[str, tuple[str, float]]

GOALS: Goals = {
    "ndcg10": ("≥", 0.980),
    "recall1": ("≥", 0.960),
    "sentence1": ("≥", 0.90),
    "sentence3": ("≥", 0.98),
    "span": ("≥", 0.80),
    "auroc": ("≥", 0.97),
    "wrong_at_95": ("≤", 0.10),
    "items_quoted": ("≥", 0.90),
    "verbatim": ("≥", 1.0),
    "p50_ms": ("≤", 60.0),
    "p95_ms": ("≤", 150.0),
    "pages_per_second": ("≥", 5.0),
}
LABELS = {
    "answerable": "câu có lời giải",
    "unanswerable": "câu không có lời giải",
    "ndcg10": "nDCG@10 (tài liệu)",
    "recall1": "tài liệu đúng đứng đầu",
    "recall3": "tài liệu đúng trong 3",
    "plain_ndcg10": "nDCG@10 chỉ theo từ (BM25)",
    "ratio_plain": "so với chỉ theo từ, số lần",
    "sentence1": "câu đúng đứng đầu",
    "sentence3": "câu đúng trong 3",
    "papers_quoted": "tài liệu cần so sánh được trích",
    "items_quoted": "danh sách: số mục được trích",
    "cell": "ô của bảng theo hàng và cột (F1)",
    "span": "cụm từ đúng (F1), trong câu đúng",
    "marked": "cụm từ đúng (F1), trong trích dẫn đầu",
    "auroc": "phân biệt có và không (AUROC)",
    "wrong_at_95": "trả lời nhầm khi giữ 95%",
    "answered": "có lời giải: trả lời",
    "refused_wrong": "có lời giải: từ chối",
    "answered_wrong": "không có: vẫn trả lời",
    "refused_right": "không có: từ chối",
    "verbatim": "trích đúng nguyên văn, đúng chỗ",
    "p50_ms": "một câu hỏi, p50 (ms)",
    "p95_ms": "một câu hỏi, p95 (ms)",
    "pages_per_second": "lập chỉ mục (trang/s)",
    "duties": "câu giao việc",
    "other_sentences": "câu không giao việc",
    "duty_precision": "việc tìm ra là đúng",
    "duty_recall": "việc cần tìm đã ra",
    "duty_agency": "đúng cơ quan, trong việc đã ra",
    "duty_deadline": "đúng thời hạn, trong việc đã ra",
}


class Figures(msgspec.Struct, frozen=True):
    """Everything that was measured in one trial; shares from 0 to 1 unless the name says otherwise."""

    name: str
    values: dict[str, float]
    spans: dict[str, tuple[int, float]]
    """Type of question: how many, and the mean token F1 of the short answer in the right sentence."""
    without_gold: int = 0


def figures(name: str, outcomes: Sequence[Outcome], without_gold: Sequence[float]) -> Figures:
    good = [one for one in outcomes if one.case.answerable]
    bad = [one for one in outcomes if not one.case.answerable]
    values = {"answerable": len(good), "unanswerable": len(bad)} | _search(good) | _answers(good)
    return Figures(name, values | _refusal(good, bad, without_gold) | _times(outcomes), _spans(good), len(without_gold))


def _search(good: Sequence[Outcome]) -> dict[str, float]:
    papers, plain = [one.paper_rank for one in good], [one.plain_rank for one in good]
    sentences = [one.sentence_rank for one in good]
    ndcg, plain_ndcg = mean([gain(rank) for rank in papers]), mean([gain(rank) for rank in plain])
    return {
        "ndcg10": ndcg,
        "recall1": within(papers, 1),
        "recall3": within(papers, 3),
        "plain_ndcg10": plain_ndcg,
        "ratio_plain": ndcg / plain_ndcg if plain_ndcg else 0.0,
        "sentence1": within(sentences, 1),
        "sentence3": within(sentences, 3),
    }


def _answers(good: Sequence[Outcome]) -> dict[str, float]:
    several = [one.papers_quoted for one in good if len(one.case.gold_doc) > 1]
    found = {"papers_quoted": mean(several)} if several else {}
    items = [one.items_quoted for one in good if one.items_quoted is not None]
    found |= {"items_quoted": mean(items)} if items else {}
    cells = [one.span for one in good if one.span is not None and one.case.type == CELL_TYPE]
    found |= {"cell": mean(cells)} if cells else {}
    spans = [one.span for one in good if one.span is not None and one.case.type != CELL_TYPE]
    marked = [one.marked for one in good if one.marked is not None and one.case.type != CELL_TYPE]
    return found | ({"span": mean(spans), "marked": mean(marked)} if spans else {})


def _refusal(good: Sequence[Outcome], bad: Sequence[Outcome], without_gold: Sequence[float]) -> dict[str, float]:
    kept, others = [one.chance for one in good], [*(one.chance for one in bad), *without_gold]
    states = {
        "answered": mean([one.state == "answered" for one in good]),
        "refused_wrong": mean([one.state == "refused" for one in good]),
    }
    if bad:
        states |= {
            "answered_wrong": mean([one.state == "answered" for one in bad]),
            "refused_right": mean([one.state == "refused" for one in bad]),
        }
    return states | ({"auroc": auroc(kept, others), "wrong_at_95": wrong_at(kept, others)} if others else {})


def _times(outcomes: Sequence[Outcome]) -> dict[str, float]:
    took = [one.seconds * 1000 for one in outcomes]
    quotes = sum(one.quotes for one in outcomes)
    false_quotes = sum(one.false_quotes for one in outcomes)
    verbatim = 1 - false_quotes / quotes if quotes else 0.0
    return {"verbatim": verbatim, "p50_ms": percentile(took, 0.50), "p95_ms": percentile(took, 0.95)}


def _spans(good: Sequence[Outcome]) -> dict[str, tuple[int, float]]:
    found = {}
    for kind in (*SPAN_TYPES, CELL_TYPE):
        values = [one.span for one in good if one.case.type == kind and one.span is not None]
        if values:
            found[kind] = (len(values), mean(values))
    return found


def lines(found: Figures) -> str:
    """Figures with the decimal comma of Vietnamese print, and the goals they are held against."""
    head = [f"{found.name}:"]
    if found.without_gold:
        head = [f"{found.name} (thêm {found.without_gold} lần hỏi khi đã bỏ tài liệu có lời giải):"]
    rows = [f"  {LABELS[name]:40} {_number(value):>9}  {_goal(name, value)}".rstrip() for name, value in _rows(found)]
    spans = [
        f"  {f'cụm từ, loại {kind} ({count} câu)':40} {_number(value):>9}"
        for kind, (count, value) in found.spans.items()
    ]
    return "\n".join(head + rows + spans)


def _rows(found: Figures) -> list[tuple[str, float]]:
    return [(name, found.values[name]) for name in LABELS if name in found.values]


def _number(value: float) -> str:
    text = str(value) if isinstance(value, int) else f"{value:.1f}" if value >= 10 else f"{value:.3f}"
    return text.replace(".", ",")


def _goal(name: str, value: float) -> str:
    if name not in GOALS:
        return ""
    sign, limit = GOALS[name]
    met = value >= limit if sign == "≥" else value <= limit
    return f"{sign} {_number(limit)}: {'đạt' if met else 'chưa đạt'}"


def misses(outcomes: Sequence[Outcome]) -> str:
    """Questions whose first quotation is not the expected one, and unanswerable ones that were answered."""
    told = []
    for one in outcomes:
        if one.case.answerable and one.sentence_rank != 0:
            told.append(f"{one.case.id} [{one.sentence_rank}] {one.chance:.2f} {one.case.question}\n    → {one.first}")
        elif not one.case.answerable and one.state == "answered":
            told.append(f"{one.case.id} [không có] {one.chance:.2f} {one.case.question}\n    → {one.first}")
    return "\n".join(told)
