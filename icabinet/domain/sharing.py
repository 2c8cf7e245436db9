"""With whom a mark on a paper is shared: nobody, the meeting, or some of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated

from msgspec import Meta

from .errors import Refused
from .papers import check_readers

Group = Annotated[
    str,
    Meta(pattern="^(user:[A-Za-z0-9_-]{1,40}|role:(chair|delegate|guest|secretary)|unit:[^\\0]{1,300})\\Z"),
]
Groups = Annotated[list[Group], Meta(max_length=200)]
"""Nobody named: the whole meeting."""


def check(named: Sequence[str], readers: Collection[str], users: Iterable[str], units: Iterable[str]) -> None:
    """Refused("mark.secret-paper"): who of those named may read a secret paper can change at any time, so a mark on it
    is shared with all its readers or with nobody. Refused("paper.reader-unknown") as for readers of a paper.
    """
    if named and readers:
        raise Refused("mark.secret-paper")
    check_readers(named, users, units)


def state(recalled: bool, shared: bool, named: Collection[str], readers: Collection[str]) -> str:
    """Which row of `policy.RECORDS` a mark is under. On a paper that became secret, what was shared with some people
    is private for as long as it stays secret.
    """
    if recalled:
        return "recalled"
    if not shared or (named and readers):
        return "private"
    if named:
        return "shared with some"
    return "shared, secret" if readers else "shared"
