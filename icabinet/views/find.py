"""What a person may read of his meetings beside their papers, searched by words without regard to marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, Literal, NamedTuple, TypeVar, get_args

import msgspec
from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ..domain.audience import EVERYONE, Audience, Viewer
from ..domain.people import Role
from ..domain.policy import audience
from ..domain.wording import folded
from ..store.tables import Item, Meeting, Member, MinutesEdit, MinutesParagraph, Paper, Version, Vote
from .records import sees, version_audience

Columns = Select[*tuple[Any, ...]]
R = TypeVar("R", Vote, MinutesEdit, MinutesParagraph)
Where = Literal["agenda", "conclusion", "vote", "minutes", "paper"]
MOST = 60
"""Places of agendas, conclusions, votes and minutes that are told: the newest."""
ROUND = 90
"""Characters shown on each side of what was found."""


class Hit(msgspec.Struct, frozen=True):
    """`title`: of the item or paper it stands in; `paper` and `page` for papers only."""

    meeting: str
    where: Where
    title: str
    text: str
    paper: str = ""
    page: int = 0


class Sought(msgspec.Struct, frozen=True):
    """A version that this person may read; the assistant knows its text by `reading`."""

    meeting: str
    paper: str
    title: str
    reading: str


def words_of(given: str) -> list[str]:
    return folded(given).split()


def stands_in(text: str, words: Sequence[str]) -> bool:
    plain = folded(text)
    return all(word in plain for word in words)


def excerpt(text: str, words: Sequence[str]) -> str | None:
    """What stands around the first word, when all words are in the text."""
    if not stands_in(text, words):
        return None
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    at = folded(flat).index(words[0])
    begin, end = max(0, at - ROUND), min(len(flat), at + ROUND)
    return ("…" if begin else "") + flat[begin:end].strip() + ("…" if end < len(flat) else "")


class _Place(NamedTuple):
    """Where the words stand; `starts_at` of its meeting."""

    starts_at: int
    meeting: str
    where: Where
    title: str
    text: str


def parts_of(session: Session, user: str) -> dict[str, Viewer]:
    """By meeting, the person as it sees him."""
    own = select(Member.stream, Member.role, Member.unit).where(Member.user_id == user, ~Member.gone)
    return {stream: Viewer(user, frozenset({role}), unit) for stream, role, unit in session.execute(own)}


def readable_of(session: Session, user: str, parts: dict[str, Viewer]) -> list[Sought]:
    """Every paper that the person may read in any of his meetings, decided before anything is searched."""
    rows = session.execute(
        select(Paper.stream, Paper.id, Paper.title, Version.reading, *_AUDIENCE)
        .join(Version, Version.id == Paper.version_id)
        .join(Member, Member.stream == Paper.stream)
        .where(Member.user_id == user, ~Member.gone, Version.state == "ready")
    )
    groups = {stream: viewer.groups() for stream, viewer in parts.items()}
    return [
        Sought(stream, paper, title, reading)
        for stream, paper, title, reading, state, readers, submitter in rows
        if version_audience(state, readers, submitter) & groups[stream]
    ]


_AUDIENCE = (Version.paper_state, Version.readers, Version.submitter)
"""What decides who sees a version."""


def hits_of(session: Session, user: str, parts: dict[str, Viewer], words: Sequence[str]) -> list[Hit]:
    """In the agenda, the conclusions, the questions of votes, and what was written into the minutes; newest first.

    The database finds the words; of what it finds only what the person sees goes on.
    """
    asked = _Asked(session, user, parts, words)
    places = sorted((*_items(asked), *_votes(asked), *_minutes(asked)), key=lambda one: (-one.starts_at, one.meeting))
    return [Hit(one.meeting, one.where, one.title, excerpt(one.text, words) or "") for one in places[:MOST]]


class _Asked(NamedTuple):
    session: Session
    user: str
    parts: dict[str, Viewer]
    words: Sequence[str]

    def within(self, asked: Columns, table: type[Any], text: InstrumentedAttribute[str]) -> Columns:
        """Where all the words stand in the column, in meetings that the person has a part in, the newest first."""
        there = [text.contains(word, autoescape=True) for word in self.words]
        return (
            asked.join(Meeting, Meeting.id == table.stream)
            .join(Member, Member.stream == table.stream)
            .where(Member.user_id == self.user, ~Member.gone, *there)
            .order_by(Meeting.starts_at.desc(), Meeting.id)
        )


def _items(asked: _Asked) -> list[_Place]:
    """Everybody in a meeting reads its agenda and its conclusions. Each item's conclusion follows its title."""
    told = select(Item.position, Item.id, Meeting.starts_at, Item.stream, Item.title, Item.presenter, Item.conclusion)
    found: list[tuple[tuple[int, str, bool], _Place]] = []
    for where, column in _OF_ITEMS:
        rows = asked.within(told, Item, column).order_by(Item.position, Item.id).limit(MOST)
        for position, id_, starts_at, stream, title, presenter, conclusion in asked.session.execute(rows):
            text = conclusion if where == "conclusion" else f"{title} {presenter}"
            found.append(((position, id_, where == "conclusion"), _Place(starts_at, stream, where, title, text)))
    return [place for _, place in sorted(found, key=lambda one: one[0])]


_OF_ITEMS: tuple[tuple[Where, InstrumentedAttribute[str]], ...] = (
    ("agenda", Item.folded),
    ("conclusion", Item.folded_conclusion),
)


def _votes(asked: _Asked) -> Iterator[_Place]:
    for starts_at, vote in islice(_seen(asked, Vote, Vote.folded, "vote"), MOST):
        yield _Place(starts_at, vote.stream, "vote", "", vote.question)


def _minutes(asked: _Asked) -> Iterator[_Place]:
    """Generated paragraphs as the secretary words them, then his own, where the person's role sees them."""
    edits = _seen(asked, MinutesEdit, MinutesEdit.folded, "minutes_edit", audience("minutes_edit"))
    own = _seen(asked, MinutesParagraph, MinutesParagraph.folded, "minutes_paragraph", audience("minutes_paragraph"))
    both: Iterator[tuple[int, MinutesEdit | MinutesParagraph]] = chain(islice(edits, MOST), islice(own, MOST))
    for starts_at, row in both:
        yield _Place(starts_at, row.stream, "minutes", "", row.text)


def _seen(
    asked: _Asked, table: type[R], text: InstrumentedAttribute[str], kind: str, whom: Audience = EVERYONE
) -> Iterator[tuple[int, R]]:
    """With the begin of their meeting, rows that have the words and that the person sees.

    `whom`: only these see any such row; it spares reading the others, `sees` decides.
    """
    roles = [role for role in get_args(Role) if Viewer("", frozenset({role})).groups() & whom]
    told = asked.within(select(Meeting.starts_at, table.id), table, text).where(Member.role.in_(roles))
    places = asked.session.execute(told.order_by(table.id)).all()
    for begin in range(0, len(places), MOST):
        some = places[begin : begin + MOST]
        rows = asked.session.scalars(select(table).where(table.id.in_([id_ for _, id_ in some])))
        by_id = {row.id: row for row in rows}
        for starts_at, id_ in some:
            if sees(asked.parts[by_id[id_].stream].groups(), by_id[id_], kind):
                yield starts_at, by_id[id_]
