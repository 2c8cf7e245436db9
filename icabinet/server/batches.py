"""The events between two positions of a log, made ready to send: merged, encoded once, one frame per distinct view.

Merging keeps, for each record and audience, only the last change, in its place. Whoever applies what is left ends
with the same view: a viewer sees either both of two changes with the same audience, or neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ..domain.audience import Audience
from ..store.log import Entry
from ..views.records import Change
from .frames import text_frame

_decode = msgspec.json.Decoder(list[Change]).decode
_encode = msgspec.json.Encoder().encode


class Piece(msgspec.Struct, frozen=True, eq=False):
    """One change: whom it concerns, and its bytes on the wire."""

    audience: Audience
    kind: str
    id: str
    wire: bytes


def pieces(entry: Entry) -> list[Piece]:
    """The changes of one event, decoded and encoded once for everybody."""
    return [
        Piece(change.audience, change.kind, change.id, _encode([change.kind, change.id, change.value]))
        for change in _decode(entry.changes)
    ]


def merged(events: Iterable[Sequence[Piece]]) -> list[Piece]:
    last: dict[tuple[str, str, Audience], Piece] = {}
    for event in events:
        for piece in event:
            key = (piece.kind, piece.id, piece.audience)
            last.pop(key, None)  # the later one takes its place at the end
            last[key] = piece
    return list(last.values())


class Batch:
    """What everybody has to be told to get from one position to `at`."""

    def __init__(self, stream: str, at: int, events: Iterable[Sequence[Piece]]) -> None:
        self._pieces = merged(events)
        self._head = b'{"type":"events","stream":%s,"at":%d,"changes":[' % (_encode(stream), at)
        self._by_group: dict[str, list[int]] = {}
        for index, piece in enumerate(self._pieces):
            for group in piece.audience:
                self._by_group.setdefault(group, []).append(index)
        self._groups = frozenset(self._by_group)
        self._frames: dict[frozenset[str], bytes] = {}

    def frame(self, groups: frozenset[str]) -> bytes:
        """The frame for a viewer of these groups; empty when there is nothing in it for him."""
        concerned = groups & self._groups
        frame = self._frames.get(concerned)
        if frame is None:
            frame = self._frames[concerned] = self._frame(concerned)
        return frame

    def _frame(self, groups: frozenset[str]) -> bytes:
        seen = sorted({index for group in groups for index in self._by_group[group]})
        if not seen:
            return b""
        return text_frame(self._head + b",".join(self._pieces[index].wire for index in seen) + b"]}")
