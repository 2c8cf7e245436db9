"""Statistics of meetings over a period: who came, spoke and voted, by person, unit and month.

Sums of what the minutes of each meeting tell anyway. Secret votes are left out: nobody counts there who voted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import ColumnElement, Select, Text, and_, case, exists, func, literal, or_, select, type_coerce
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.sheet import Cell, Table
from ..domain.policy import CHAIR, DELEGATE
from ..store.tables import Ballot, Meeting, Member, Speech, TallyEntry, User, Vote, Voter

Place = tuple[str, str]
"""Person and month."""
MINUTE_MS = 60_000


class Sums(msgspec.Struct):
    """`invited` counts invitations of delegates; `entitled` and `cast` are ballots in open votes."""

    invited: int = 0
    in_time: int = 0
    late: int = 0
    absent: int = 0
    speeches: int = 0
    spoken_ms: int = 0
    entitled: int = 0
    cast: int = 0

    def add(self, other: Sums) -> None:
        self.invited += other.invited
        self.in_time += other.in_time
        self.late += other.late
        self.absent += other.absent
        self.speeches += other.speeches
        self.spoken_ms += other.spoken_ms
        self.entitled += other.entitled
        self.cast += other.cast


class Line(msgspec.Struct, frozen=True):
    """A person (`more` is his unit), a unit, or a month like "2026-11"; in how many `meetings` there is anything."""

    id: str
    name: str
    more: str
    meetings: int
    sums: Sums


class Statistics(msgspec.Struct, frozen=True):
    """People by name, units by name, months in order, by the day of the beginning, in Vietnam."""

    meetings: int
    total: Sums
    people: list[Line]
    units: list[Line]
    months: list[Line]


def statistics(session: Session, since: int, until: int) -> Statistics:
    """Meetings that took place and ended, begun from `since` up to `until` (milliseconds UTC, the latter left out)."""
    period = and_(Meeting.state == "ended", Meeting.started_at >= since, Meeting.started_at < until)
    begun = [at or 0 for at in session.scalars(select(Meeting.started_at).where(period))]
    meetings = Counter(local(at).strftime("%Y-%m") for at in begun)
    asked = _Asked(period, begun)
    names = {id_: (name, unit) for id_, name, unit in session.execute(select(User.id, User.name, User.unit))}
    unit_of = defaultdict(str, {id_: unit for id_, (_, unit) in names.items()})
    people, units, months = (defaultdict[str, Sums](Sums) for _ in range(3))
    total = Sums()
    for (user, month), sums in _by_place(session, asked).items():
        for heap in (total, people[user], units[unit_of[user]], months[month]):
            heap.add(sums)
    there = {(user, meeting) for meeting, users in session.execute(asked.delegates()) for user in users.split()}
    there |= {(user, meeting) for user, meeting in session.execute(asked.others())}
    of_person = Counter(user for user, _ in there)
    of_unit = Counter(unit for unit, _ in {(unit_of[user], meeting) for user, meeting in there})
    lines = [Line(user, *names.get(user, (user, "")), of_person[user], sums) for user, sums in people.items()]
    return Statistics(
        meetings=len(begun),
        total=total,
        people=sorted(lines, key=lambda line: (line.name, line.id)),
        units=[Line(unit, unit, "", of_unit[unit], units[unit]) for unit in sorted(units)],
        months=[Line(month, month, "", meetings[month], months[month]) for month in sorted(meetings)],
    )


def _by_place(session: Session, asked: _Asked) -> Mapping[Place, Sums]:
    found: dict[Place, Sums] = defaultdict(Sums)
    for user, month, invited, in_time, late in session.execute(asked.attendance()):
        one = found[user, month]
        one.invited, one.in_time, one.late, one.absent = invited, in_time, late, invited - in_time - late
    for user, month, speeches, spoken in session.execute(asked.speeches()):
        one = found[user, month]
        one.speeches, one.spoken_ms = speeches, int(spoken or 0)
    for user, month, entitled in session.execute(asked.counted(Voter)):
        found[user, month].entitled = entitled
    for user, month, cast in session.execute(asked.counted(Ballot)):
        found[user, month].cast = cast
    return found


class _Asked:
    """What the database is asked: it sums by person and month, for a row a person and meeting would be far more."""

    def __init__(self, period: ColumnElement[bool], begun: Iterable[int]) -> None:
        self._held = (
            select(Meeting.id, _month(begun).label("month")).where(period).cte("held").prefix_with("MATERIALIZED")
        )
        by_hand = select(TallyEntry.vote_id).where(TallyEntry.confirmed_by.is_not(None))
        secret = type_coerce(Vote.rule, Text).like('%"secrecy":"secret"%')
        self._open_votes = (
            select(Vote.id, Vote.stream, self._held.c.month)
            .join(self._held, self._held.c.id == Vote.stream)
            .where(Vote.state.in_(("closed", "published")), ~secret, Vote.id.not_in(by_hand))
            .cte("open_votes")
            .prefix_with("MATERIALIZED")
        )
        """Not those counted by hand: who raised his is not known."""
        votes_too = or_(Member.role == DELEGATE, and_(Member.role == CHAIR, Member.votes))
        self._delegates = and_(~Member.gone, Member.substitute == "", votes_too)
        """Delegates and chairs who vote; for whom somebody stood in, the substitute came."""

    def attendance(self) -> Select[str, str, int, int, int]:
        came = Member.attendance.in_(("present", "left"))
        month = self._held.c.month
        return (
            select(
                Member.user_id, month, func.count(), _count(and_(came, ~Member.late)), _count(and_(came, Member.late))
            )
            .join(self._held, self._held.c.id == Member.stream)
            .where(self._delegates)
            .group_by(Member.user_id, month)
        )

    def speeches(self) -> Select[str, str, int, int]:
        month = self._held.c.month
        return (
            select(Speech.user_id, month, func.count(), func.sum(Speech.spoken_ms))
            .join(self._held, self._held.c.id == Speech.stream)
            .where(Speech.state == "done")
            .group_by(Speech.user_id, month)
        )

    def counted(self, table: type[Voter] | type[Ballot]) -> Select[str, str, int]:
        """How many lines of the rolls, or ballots, each person has in open votes."""
        month = self._open_votes.c.month
        return (
            select(table.user_id, month, func.count())
            .join(self._open_votes, self._open_votes.c.id == table.vote_id)
            .group_by(table.user_id, month)
        )

    def delegates(self) -> Select[str, str]:
        """The delegates of each meeting, with blanks between them: rows of their own would take three times as long."""
        return (
            select(Member.stream, func.aggregate_strings(Member.user_id, " "))
            .join(self._held, self._held.c.id == Member.stream)
            .where(self._delegates)
            .group_by(Member.stream)
        )

    def others(self) -> Select[str, str]:
        """People who spoke or had a vote in a meeting without being counted as invited to it, with that meeting."""
        here = and_(Speech.stream == Member.stream, Speech.user_id == Member.user_id)
        votes = self._open_votes
        voted = exists().where(
            votes.c.stream == Member.stream, Voter.vote_id == votes.c.id, Voter.user_id == Member.user_id
        )
        return (
            select(Member.user_id, Member.stream)
            .join(self._held, self._held.c.id == Member.stream)
            .where(~self._delegates, or_(exists().where(here, Speech.state == "done"), voted))
        )


def _month(begun: Iterable[int]) -> ColumnElement[str]:
    """The month of a meeting's beginning in Vietnam: that of the latest first meeting of a month not after it."""
    first = {local(at).strftime("%Y-%m"): at for at in sorted(begun, reverse=True)}
    whens = [(Meeting.started_at >= at, literal(month)) for month, at in sorted(first.items(), reverse=True)]
    return case(*whens, else_="") if whens else literal("")


def _count(of: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((of, 1), else_=0)), 0)


HEAD = (
    "Lượt mời", "Đúng giờ", "Đến muộn", "Vắng", "Lượt phát biểu", "Phút phát biểu", "Lượt được biểu quyết",
    "Lượt đã biểu quyết",
)  # fmt: skip


def tables(told: Statistics) -> list[Table]:
    """For CSV and XLSX."""
    people = [(line.name, line.more, line.meetings, *_cells(line.sums)) for line in told.people]
    units = [(line.name, line.meetings, *_cells(line.sums)) for line in told.units]
    months = [("/".join(reversed(line.id.split("-"))), line.meetings, *_cells(line.sums)) for line in told.months]
    return [
        _table("cuoc-hop-theo-thang", "Theo tháng", ("Tháng",), months),
        _table("cuoc-hop-theo-don-vi", "Theo đơn vị", ("Đơn vị",), units),
        _table("cuoc-hop-theo-nguoi", "Theo người", ("Họ và tên", "Đơn vị"), people),
    ]


def _table(name: str, title: str, first: Iterable[str], rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(name, title, (*first, "Số cuộc họp", *HEAD), tuple(rows))


def _cells(sums: Sums) -> tuple[Cell, ...]:
    minutes = round(sums.spoken_ms / MINUTE_MS)
    return (
        sums.invited, sums.in_time, sums.late, sums.absent, sums.speeches, minutes, sums.entitled, sums.cast,
    )  # fmt: skip
