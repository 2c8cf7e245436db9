"""The papers of an agenda item as the minutes tell them."""

from __future__ import annotations

from collections.abc import Sequence

from ..clock import local
from ..domain.wording import legal_time
from ..store.tables import Paper


def papers_told(papers: Sequence[Paper]) -> str:
    """What lay before the meeting, and what was recalled and why. Secret papers are not named: minutes go round."""
    open_papers = [paper for paper in papers if not paper.readers]
    listed = "; ".join(paper.title for paper in open_papers if paper.state == "published")
    recalled = "; ".join(_recalled(paper) for paper in open_papers if paper.state == "recalled")
    told = [f"Tài liệu: {listed}." if listed else "", f"Tài liệu đã thu hồi: {recalled}." if recalled else ""]
    return " ".join(sentence for sentence in told if sentence)


def _recalled(paper: Paper) -> str:
    when = f"lúc {legal_time(local(paper.recalled_at))}, " if paper.recalled_at else ""
    return f"{paper.title} ({when}lý do: {paper.recall_reason.rstrip('. ')})"
