"""Comments on papers whose writers asked that they stand in the minutes (đề nghị ghi biên bản)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..clock import local
from ..domain.wording import legal_time
from ..store.tables import Comment, Member, Paper
from .minutes_speeches import named


def to_record(comments: Iterable[Comment], papers: Sequence[Paper]) -> dict[str, list[Comment]]:
    """By the id of the item or group that their paper lies in. Secret papers are not told of: minutes go round."""
    places = {paper.id: paper.item_id for paper in papers if not paper.readers and paper.state == "published"}
    found: dict[str, list[Comment]] = {}
    for comment in sorted(comments, key=lambda comment: (comment.at, comment.id)):
        if comment.recorded and not comment.recalled and not comment.readers and comment.paper_id in places:
            found.setdefault(places[comment.paper_id], []).append(comment)
    return found


def sentence(comment: Comment, papers: Sequence[Paper], members: Mapping[str, Member]) -> str:
    member = members.get(comment.author)
    title = next((paper.title for paper in papers if paper.id == comment.paper_id), "")
    who = named(member) if member else "Đại biểu"
    when = legal_time(local(comment.at))
    return f"{who} đề nghị ghi biên bản lúc {when}, về “{title}”: “{comment.text.rstrip('. ')}”."
