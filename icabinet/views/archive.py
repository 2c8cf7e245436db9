"""Everything a person may read in all meetings he takes part in, for questions to the whole archive."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import clock
from ..domain.audience import Viewer
from ..domain.votes import MeetingKind
from ..store.tables import Meeting, Member, Stream
from .lists import Readable, readable_versions

PEOPLE_KEPT = 16


class Held(msgspec.Struct, frozen=True):
    """A meeting that somebody takes part in; ``seq``: how far its log has come."""

    stream: str
    title: str
    starts_at: int
    kind: MeetingKind
    agency: str
    seq: int

    @property
    def year(self) -> int:
        return clock.local(self.starts_at).year


class _Seen(msgspec.Struct, frozen=True):
    """What somebody may read in a meeting, as its log and his part in it were."""

    seq: int
    viewer: Viewer
    papers: list[Readable]


def held_by(session: Session, user: str) -> list[Held]:
    """The latest first."""
    rows = session.execute(
        select(Meeting.id, Meeting.title, Meeting.starts_at, Meeting.kind, Meeting.agency, Stream.last_seq)
        .join(Member, Member.stream == Meeting.id)
        .join(Stream, Stream.id == Meeting.id)
        .where(Member.user_id == user, ~Member.gone)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
    )
    return [Held(*row) for row in rows]


class Readables:
    """Tells what may be read now. A meeting is looked at again only when its log has gone on or the person's part in it
    is another: nothing of a meeting changes in any other way. Kept for the people who asked last."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, dict[str, _Seen]] = OrderedDict()
        self._lock = Lock()

    def of(
        self, session: Session, user: str, meetings: Sequence[Held], viewer_in: Callable[[str], Viewer]
    ) -> dict[str, tuple[Readable, Held]]:
        """By the name under which its text is indexed; of a text in several meetings the first one is told."""
        known = self._of(user)
        found: dict[str, tuple[Readable, Held]] = {}
        for meeting in meetings:
            seen, viewer = known.get(meeting.stream), viewer_in(meeting.stream)
            if seen is None or (seen.seq, seen.viewer) != (meeting.seq, viewer):
                seen = _Seen(meeting.seq, viewer, readable_versions(session, meeting.stream, viewer))
                known[meeting.stream] = seen
            for paper in seen.papers:
                found.setdefault(paper.reading, (paper, meeting))
        return found

    def _of(self, user: str) -> dict[str, _Seen]:
        with self._lock:
            known = self._known.setdefault(user, {})
            self._known.move_to_end(user)
            while len(self._known) > PEOPLE_KEPT:
                self._known.popitem(last=False)
            return known
