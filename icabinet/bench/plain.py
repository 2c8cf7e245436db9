"""The two ways of fan-out side by side in one small server: `send_text` in a loop, and the hub of the product.

No database, no sign-in: the same events of the same size go to everybody who is connected, once in each way.
`python -m icabinet.bench.plain HOST PORT`
"""

from __future__ import annotations

import sys

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..domain.audience import Viewer
from ..server.frames import FramesProtocol, writer
from ..server.hub import Connection, Room
from ..store.log import Entry

STREAM = "bench"
KIND = "speech"
SIZE = 300
"""Bytes of one event on the wire."""

_sockets: set[WebSocket] = set()
_room = Room(STREAM, 0)


async def send_text(websocket: WebSocket) -> None:
    """A number from a client asks for a burst of so many events to everybody."""
    await websocket.accept()
    _sockets.add(websocket)
    try:
        while True:
            await _burst_send_text(int(await websocket.receive_text()))
    except WebSocketDisconnect:
        _sockets.discard(websocket)


async def _burst_send_text(events: int) -> None:
    for entry in _entries(events):
        text = wire(entry).decode()
        for websocket in list(_sockets):
            await websocket.send_text(text)


async def hub(websocket: WebSocket) -> None:
    """The same by the product's own parts."""
    await websocket.accept()
    connection = _follow(websocket)
    try:
        while True:
            _room.append(_entries(int(await websocket.receive_text())))
            _room.tell_all()
    except WebSocketDisconnect:
        _room.connections.discard(connection)


def _follow(websocket: WebSocket) -> Connection:
    user = f"u{len(_room.connections)}"
    connection = Connection(writer(websocket), user, "", lambda code: None)
    connection.see(STREAM, Viewer(user, frozenset({"delegate", "office:member"})))
    connection.at[STREAM] = _room.seq
    _room.connections.add(connection)
    return connection


def _entries(count: int) -> list[Entry]:
    return [_entry(_room.seq + number) for number in range(1, count + 1)]


def _entry(seq: int) -> Entry:
    change = [["everyone"], KIND, f"s{seq}", {"subject": "x" * _filler(seq)}]
    return Entry(STREAM, seq, 0, "system", "", KIND, msgspec.json.encode([change]), b"")


def _filler(seq: int) -> int:
    return SIZE - len(msgspec.json.encode([KIND, f"s{seq}", {"subject": ""}]))


def wire(entry: Entry) -> bytes:
    """The one change of the entry as it is sent: SIZE bytes."""
    ((_, kind, name, value),) = msgspec.json.decode(entry.changes)
    return msgspec.json.encode([kind, name, value])


async def health(request: Request) -> Response:
    return Response("ok")


app = Starlette(
    routes=[
        Route("/api/health", health),
        WebSocketRoute("/send_text", send_text),
        WebSocketRoute("/hub", hub),
    ]
)


def serve(host: str, port: int) -> None:
    """With the settings of the product's own server (server.run)."""
    uvicorn.run(
        app,
        host=host,
        port=port,
        loop="auto",
        http="httptools",
        ws=FramesProtocol,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=1,
        backlog=2048,
    )


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
