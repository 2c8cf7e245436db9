"""Rights that change while people are connected: found in the log like everything else."""

from __future__ import annotations

import asyncio

from ..actions import OFFICE, TASKS, takes_part
from .batches import Piece
from .cabinet import Cabinet
from .hub import NO_PART, SIGN_IN_ENDED, Connection, Room, reset

_PARTS = frozenset({"member", "user"})


async def follow_up(cabinet: Cabinet, stream: str) -> None:
    """Tells a stream's followers what is new; whoever's part in it changed gets a fresh view, or is shown out."""
    if stream not in cabinet.hub.rooms:
        cabinet.forget_rights()
        if stream == OFFICE:
            await _recheck_people(cabinet)
        return
    news: list[Piece] = await cabinet.hub.catch_up(stream)
    if not any(piece.kind in _PARTS for piece in news):
        return
    cabinet.forget_rights()
    if any(piece.kind == "user" for piece in news):
        await _recheck_people(cabinet)
    if room := cabinet.hub.rooms.get(stream):
        await _recheck_parts(cabinet, room)


async def _recheck_parts(cabinet: Cabinet, room: Room) -> None:
    connections = list(room.connections)
    viewers = await asyncio.gather(*(cabinet.viewer(connection.user, room.stream) for connection in connections))
    cabinet.sign_ins.forget_all()
    for connection, who in zip(connections, viewers, strict=True):
        if who == connection.viewers[room.stream]:
            continue
        if not takes_part(who, room.stream):
            await _recheck(cabinet, connection)  # a locked account has no part either: its tablet forgets everything
            connection.close(NO_PART)
            continue
        connection.see(room.stream, who)
        connection.send(reset(room.stream))


async def _recheck_people(cabinet: Cabinet) -> None:
    cabinet.sign_ins.forget_all()
    await asyncio.gather(*(_recheck(cabinet, connection) for connection in list(cabinet.hub.connections)))
    if tasks := cabinet.hub.rooms.get(TASKS):
        await _recheck_parts(cabinet, tasks)  # who changed his unit has other tasks


async def _recheck(cabinet: Cabinet, connection: Connection) -> None:
    if await cabinet.sign_ins.by_key(connection.sign_in) is None:
        connection.close(SIGN_IN_ENDED)
