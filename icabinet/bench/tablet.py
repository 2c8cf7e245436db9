"""A very light websocket client, so that making load costs less than serving it (RFC 6455)."""

from __future__ import annotations

import asyncio
import base64
import secrets
import struct
from collections.abc import Callable
from typing import cast

from .requests import Address, Seat

_TEXT, _CLOSE, _PING, _PONG = 0x1, 0x8, 0x9, 0xA
_MASK = bytes(4)  # a mask of zeroes is a valid mask and costs nothing
_BEAT = b'{"type":"beat"'
Heard = Callable[[bytes], None]
Lost = Callable[[str], None]


class Refused(Exception):
    """The server did not open the websocket."""


class Tablet(asyncio.Protocol):
    """One connection. `heard` gets the payload of every text message except heartbeats; `lost` gets the reason why
    the server closed it."""

    def __init__(self, seat: Seat, heard: Heard, lost: Lost) -> None:
        self.seat = seat
        self.heard = heard
        self._lost = lost
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open = False
        self._leaving = False
        self._rest = b""

    async def connect(self, address: Address, path: str) -> None:
        """Returns after the handshake. Raises Refused."""
        await asyncio.get_running_loop().create_connection(lambda: self, address.host, address.port)
        self._transport.write(_handshake(address, path, self.seat))
        await self._opened

    def send(self, payload: bytes) -> None:
        self._transport.write(_frame(_TEXT, payload))

    def leave(self) -> None:
        self._leaving = True
        self._transport.abort()

    # --- asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._opened.done():
            self._opened.set_exception(Refused("the connection was closed during the handshake"))
        elif not self._leaving:
            self._leaving = True
            self._lost(f"a connection was closed: {exc}")

    def data_received(self, data: bytes) -> None:
        if self._rest:
            data = self._rest + data
        at = 0 if self._open else self._answered(data)
        while (end := self._message(data, at)) > at:
            at = end
        self._rest = data[at:]

    def _answered(self, data: bytes) -> int:
        """Where the frames begin after the server's answer to the handshake; 0 while it is not whole."""
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return 0
        if not data.startswith(b"HTTP/1.1 101"):
            self._leaving = True
            self._opened.set_exception(Refused(data[:end].decode("latin-1")))
            return len(data)
        self._open = True
        self._opened.set_result(None)
        return end + 4

    def _message(self, data: bytes, at: int) -> int:
        """Takes the frame at `at` and returns where the next one begins; `at` itself while it is not whole."""
        have = len(data) - at
        if have < 2 or not self._open:
            return at
        size, head = data[at + 1], 2
        if size == 126 and have >= 4:
            size, head = int.from_bytes(data[at + 2 : at + 4], "big"), 4
        elif size == 127 and have >= 10:
            size, head = int.from_bytes(data[at + 2 : at + 10], "big"), 10
        elif size > 125:
            return at
        if have < head + size:
            return at
        self._take(data[at] & 0x0F, data[at + head : at + head + size])
        return at + head + size

    def _take(self, opcode: int, payload: bytes) -> None:
        if opcode == _TEXT:
            if payload.startswith(_BEAT):
                self.send(b'{"type":"beat"}')
            else:
                self.heard(payload)
        elif opcode == _PING:
            self._transport.write(_frame(_PONG, payload))
        elif opcode == _CLOSE:
            self._leaving = True
            self._lost(f"a websocket was closed with code {int.from_bytes(payload[:2], 'big')}")


def _handshake(address: Address, path: str, seat: Seat) -> bytes:
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {address.host}:{address.port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        f"Cookie: {seat.cookie}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _frame(opcode: int, payload: bytes) -> bytes:
    """A whole masked frame, as clients must send them."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | opcode, 0x80 | size))
    elif size < 65_536:
        head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
    return head + _MASK + payload
