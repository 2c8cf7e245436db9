"""Fan-out: a shared tail of each log, a position per connection, one loop that never waits for a client."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import structlog
from sqlalchemy import Connection as Sql

from .. import clock
from ..domain.audience import DESK, Audience, Viewer
from ..store import log
from ..store.database import Database
from .batches import Batch, Piece, pieces
from .frames import Writer, text_frame

KEEP = 2000
"""Events kept in memory per stream; a tablet that missed more takes a fresh snapshot."""
PAUSE = 0.1
"""Seconds between two frames to the same tablets: at most ten a second, whatever happens."""
FULL = 1024 * 1024
"""Bytes a client may leave unread before it is cut off; it resumes from its position when it comes back."""
BATCHES = 64
"""Positions for which the way to the present is kept ready; with more of them, all are made anew."""
EMPTY_BEATS = 60
"""Beats (ten minutes) after which a room that nobody follows is let go; the log has it all."""
NOWHERE = -1
"""A position before every log: the tablet starts with a fresh view."""
BEAT = 10.0
SILENCE = 3.5 * BEAT
"""Seconds without a word after which a connection counts as lost."""
BAD_MESSAGE, SIGN_IN_ENDED, NO_PART = 4400, 4401, 4403
"""Close codes of our own (RFC 6455 §7.4.2: 4000 and above are private)."""

_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger(part="hub")


class Connection:
    """One websocket: who it is, what it follows and how far it has been told."""

    __slots__ = ("_close", "at", "ended", "groups", "heard", "sign_in", "user", "viewers", "writer")

    def __init__(self, writer: Writer, user: str, sign_in: str, close: Callable[[int], None]) -> None:
        self.writer = writer
        self.ended = False
        self._close = close
        self.user = user
        self.sign_in = sign_in
        self.at: dict[str, int] = {}
        self.viewers: dict[str, Viewer] = {}
        self.groups: dict[str, frozenset[str]] = {}
        self.heard = clock.steady()

    def close(self, code: int) -> None:
        """Says goodbye, once; nothing is told after it, however slowly the client takes leave."""
        if not self.ended:
            self.ended = True
            self._close(code)

    def see(self, stream: str, viewer: Viewer) -> None:
        """From now on the stream is shown as this viewer sees it."""
        self.viewers[stream] = viewer
        self.groups[stream] = viewer.groups()

    def send(self, frame: bytes) -> bool:
        """False when the client is gone or so far behind that it was cut off."""
        if self.ended:
            return False
        if self.writer.waiting + len(frame) > FULL:
            _log.info("cut off", user=self.user, waiting=self.writer.waiting)
            self.writer.abort()
            return False
        self.writer.write(frame)
        return True


class Signal(NamedTuple):
    """What was said last, kept for those who come later."""

    audience: Audience
    frame: bytes
    others: bytes | None

    def tell(self, connection: Connection, stream: str) -> None:
        frame = self.frame if self.audience & connection.groups[stream] else self.others
        if frame is not None:
            connection.send(frame)


class Room:
    """The recent events of one stream, and the connections that follow it."""

    def __init__(self, stream: str, seq: int) -> None:
        self.stream = stream
        self.seq = seq
        self.tail: deque[list[Piece]] = deque(maxlen=KEEP)
        self.connections: set[Connection] = set()
        self.signals: dict[str, Signal] = {}
        self.empty_beats = 0
        self._batches: dict[int, Batch] = {}

    def append(self, events: Sequence[log.Entry]) -> None:
        for event in events:
            if event.seq != self.seq + 1:
                raise AssertionError(f"the log of {self.stream} has a gap after {self.seq}")
            self.tail.append(pieces(event))
            self.seq = event.seq
        self._batches.clear()

    def batch(self, since: int) -> Batch | None:
        """Everything after `since`, shared by all who stand there; None when the tail does not reach back so far."""
        missed = self.seq - since
        if missed > len(self.tail) or missed < 0:
            return None
        if since not in self._batches:
            if len(self._batches) >= BATCHES:
                self._batches.clear()
            start = len(self.tail) - missed
            events = [self.tail[index] for index in range(start, len(self.tail))]
            self._batches[since] = Batch(self.stream, self.seq, events)
        return self._batches[since]

    def tell(self, connection: Connection) -> None:
        since = connection.at[self.stream]
        if since >= self.seq:  # more: the tablet read the log before this room did, and loses nothing by waiting
            return
        batch = self.batch(since)
        connection.at[self.stream] = self.seq
        frame = reset(self.stream) if batch is None else batch.frame(connection.groups[self.stream])
        if frame:
            connection.send(frame)

    def tell_all(self) -> None:
        for connection in list(self.connections):
            self.tell(connection)


def reset(stream: str) -> bytes:
    return text_frame(_encode({"type": "reset", "stream": stream}))


class Hub:
    """All rooms of this process. Being woken is a hint, the log is the truth."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.rooms: dict[str, Room] = {}
        self.connections: set[Connection] = set()
        self._opening: dict[str, asyncio.Lock] = {}
        self._told: dict[str, float] = {}
        self._later: dict[str, asyncio.TimerHandle] = {}
        self._presence: set[str] = set()
        self.on_open: Callable[[str], None] = lambda stream: None

    async def room(self, stream: str) -> Room:
        """The stream's room, filled with the end of its log on first use, once however many ask together."""
        if stream not in self.rooms:
            async with self._opening.setdefault(stream, asyncio.Lock()):
                if stream not in self.rooms:
                    self.rooms[stream] = await self._open(stream)
                    self.on_open(stream)
        room = self.rooms[stream]
        room.empty_beats = 0
        return room

    async def _open(self, stream: str) -> Room:
        seq, events = await self.db.aread(lambda s: _end_of_log(s.connection(), stream))
        room = Room(stream, seq)
        room.append(events)
        return room

    async def standing(self, stream: str, since: int) -> int:
        """Opens the room. Where a tablet stands in it that was told the log up to `since`; NOWHERE if it cannot be."""
        room = await self.room(stream)
        if since <= room.seq:
            return since
        last = await self.db.aread(lambda s: log.position(s.connection(), stream))
        return since if last is not None and since <= last else NOWHERE

    def follow(self, connection: Connection, stream: str, viewer: Viewer, since: int) -> None:
        """`since` comes from `standing`; nobody else may have a turn between asking for the rights and this."""
        room = self.rooms[stream]
        connection.see(stream, viewer)
        connection.at[stream] = since
        room.connections.add(connection)
        room.tell(connection)
        for signal in room.signals.values():
            signal.tell(connection, stream)
        self._presence_changed(stream)

    def join(self, connection: Connection) -> None:
        self.connections.add(connection)

    def leave(self, connection: Connection) -> None:
        self.connections.discard(connection)
        for stream in connection.at:
            if room := self.rooms.get(stream):
                room.connections.discard(connection)
                self._presence_changed(stream)

    async def catch_up(self, stream: str) -> list[Piece]:
        """Reads what is new in a stream and tells its followers, now or when the pause is over."""
        room = self.rooms.get(stream)
        if room is None:
            return []
        events = await self.db.aread(lambda s: log.since(s.connection(), stream, room.seq))
        fresh = [event for event in events if event.seq > room.seq]
        if not fresh:
            return []
        room.append(fresh)
        self._tell_soon(room)
        return [piece for event in list(room.tail)[-len(fresh) :] for piece in event]

    def _tell_soon(self, room: Room) -> None:
        if room.stream in self._later:
            return
        loop = asyncio.get_running_loop()
        wait = self._told.get(room.stream, 0.0) + PAUSE - loop.time()
        if wait <= 0:
            self._tell(room)
        else:
            self._later[room.stream] = loop.call_later(wait, self._tell, room)

    def _tell(self, room: Room) -> None:
        self._later.pop(room.stream, None)
        self._told[room.stream] = asyncio.get_running_loop().time()
        room.tell_all()

    # --- signals: not logged, the last value wins

    def signal(
        self, stream: str, kind: str, user: str, value: object, audience: Audience, others: object = None
    ) -> None:
        """The value to the audience; `others` (None: nothing) to everybody else."""
        room = self.rooms.get(stream)
        if room is None:
            return
        body = {"type": "signal", "stream": stream, "kind": kind, "user": user, "value": value}
        instead = None if others is None else text_frame(_encode(body | {"value": others}))
        room.signals[kind] = signal = Signal(audience, text_frame(_encode(body)), instead)
        for connection in list(room.connections):
            signal.tell(connection, stream)

    def _presence_changed(self, stream: str) -> None:
        """Who is connected interests the desk only; told at most twice a second."""
        if stream in self._presence:
            return
        self._presence.add(stream)
        asyncio.get_running_loop().call_later(0.5, self._tell_presence, stream)

    def _tell_presence(self, stream: str) -> None:
        self._presence.discard(stream)
        room = self.rooms.get(stream)
        if room is None:
            return
        online = sorted({connection.user for connection in room.connections})
        self.signal(stream, "presence", "", {"online": online}, DESK)

    # --- the heartbeat

    def beat(self) -> None:
        """Tells everyone the time and how far they are, and lets go of those who fell silent."""
        self._let_go()
        now, steady = clock.now(), clock.steady()
        frames: dict[tuple[tuple[str, int], ...], bytes] = {}
        for connection in list(self.connections):
            if steady - connection.heard > SILENCE:
                connection.writer.abort()
                continue
            at = tuple(sorted(connection.at.items()))
            if at not in frames:
                frames[at] = text_frame(_encode({"type": "beat", "now": now, "at": dict(at)}))
            connection.send(frames[at])

    def _let_go(self) -> None:
        for stream, room in list(self.rooms.items()):
            room.empty_beats = 0 if room.connections else room.empty_beats + 1
            if room.empty_beats > EMPTY_BEATS:
                del self.rooms[stream]
                self._told.pop(stream, None)


def _end_of_log(connection: Sql, stream: str) -> tuple[int, list[log.Entry]]:
    """The number before the kept end of the log, and that end."""
    last = log.streams(connection)[stream]
    since = max(0, last - KEEP)
    return since, list(log.since(connection, stream, since, KEEP))
