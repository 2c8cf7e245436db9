"""`/ws`: hello → subscribe {stream: position} → events, and signals beside them.

Close codes: 4400 a message that is not understood, 4401 the sign-in has ended, 4403 no part in that stream,
1012 the server restarts. A client that does not read is dropped without a code and resumes from its position.
"""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from .. import clock
from ..actions import takes_part
from .cabinet import Cabinet, cabinet
from .frames import writer
from .hub import BAD_MESSAGE, BEAT, NO_PART, SIGN_IN_ENDED, Connection
from .presenting import PageShown
from .sign_in import same_origin


class Subscribe(msgspec.Struct, frozen=True, tag="subscribe", forbid_unknown_fields=True):
    streams: dict[str, int]


class Beat(msgspec.Struct, frozen=True, tag="beat", forbid_unknown_fields=True):
    pass


class Signal(msgspec.Struct, frozen=True, tag="signal", forbid_unknown_fields=True):
    stream: str
    kind: Literal["page"]
    value: PageShown | None


_decode = msgspec.json.Decoder(Subscribe | Beat | Signal).decode
_encode = msgspec.json.Encoder().encode


async def live(websocket: WebSocket) -> None:
    room = cabinet(websocket)
    signed = await room.sign_ins.of(websocket)
    await websocket.accept()
    if signed is None or not same_origin(websocket):
        await websocket.close(SIGN_IN_ENDED)
        return
    closing: set[asyncio.Task[None]] = set()  # kept, or the loop would forget the tasks

    def close(code: int) -> None:
        closing.add(asyncio.create_task(websocket.close(code)))

    connection = Connection(writer(websocket), signed.user, signed.sign_in, close)
    hello: dict[str, Any] = {"type": "hello", "now": clock.now(), "heartbeat": BEAT}
    await websocket.send_text(_encode(hello).decode())
    room.hub.join(connection)
    try:
        code = await _converse(websocket, connection, room)
        connection.close(code)
    except WebSocketDisconnect:
        connection.ended = True
    finally:
        room.hub.leave(connection)
        await asyncio.gather(*closing, return_exceptions=True)


async def _converse(websocket: WebSocket, connection: Connection, room: Cabinet) -> int:
    """Until the client leaves, or the code with which it is sent away; after a goodbye nothing is heard any more."""
    while True:
        text = await _next_text(websocket)
        if connection.ended:
            continue
        connection.heard = clock.steady()
        try:
            message = _decode(text)
        except msgspec.DecodeError:
            return BAD_MESSAGE
        if await room.sign_ins.by_key(connection.sign_in) is None:
            return SIGN_IN_ENDED
        if isinstance(message, Subscribe):
            if not await _subscribe(room, connection, message):
                return NO_PART
        elif isinstance(message, Signal):
            await _signal(room, connection, message)


async def _next_text(websocket: WebSocket) -> str:
    """The next message; bytes, which are no language here, count as empty text. Raises WebSocketDisconnect."""
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message["code"])
    return message.get("text") or ""


async def _subscribe(room: Cabinet, connection: Connection, message: Subscribe) -> bool:
    for stream, since in message.streams.items():
        if not takes_part(await room.viewer(connection.user, stream), stream):
            return False
        at = await room.hub.standing(stream, since)
        who = await room.viewer(connection.user, stream)  # again: opening forgets what was known before
        if not takes_part(who, stream):
            return False
        room.hub.follow(connection, stream, who, at)
    return True


async def _signal(room: Cabinet, connection: Connection, message: Signal) -> None:
    """The page that somebody presents, in a stream that he follows."""
    who = connection.viewers.get(message.stream)
    if who is not None:
        await room.presenting.show(message.stream, who, message.value)
