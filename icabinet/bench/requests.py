"""A very light HTTP client: one connection a request, as a tablet that comes back after a pause makes it."""

from __future__ import annotations

import asyncio
from typing import cast

import msgspec

_END_OF_HEAD = b"\r\n\r\n"


class Address(msgspec.Struct, frozen=True):
    host: str
    port: int


class Seat(msgspec.Struct, frozen=True):
    """A signed-in person: the Cookie header and the token against forged requests."""

    user: str
    cookie: str
    csrf: str


class Unexpected(Exception):
    """The server answered with something else than success."""


async def get(address: Address, path: str, seat: Seat) -> bytes:
    return await _exchange(address, _head(address, "GET", path, seat, []))


async def post(address: Address, path: str, seat: Seat, key: str, body: bytes, *more: str) -> bytes:
    """`key` names the request for the server; `more` are further header lines."""
    lines = [f"X-CSRF-Token: {seat.csrf}", f"Idempotency-Key: {key}", f"Content-Length: {len(body)}", *more]
    return await _exchange(address, _head(address, "POST", path, seat, lines), body)


async def command(address: Address, stream: str, seat: Seat, key: str, fields: dict[str, object]) -> int:
    """Sends a command and returns the number of its event. Raises Unexpected when it is refused."""
    body = msgspec.json.encode(fields)
    reply = await post(address, f"/api/streams/{stream}/commands", seat, key, body, "Content-Type: application/json")
    return int(msgspec.json.decode(reply)["at"])


async def download(address: Address, path: str, seat: Seat, *more: str) -> int:
    """Takes a file, or the part that `more` head lines ask for, throws it away, and returns its size in bytes."""
    loop = asyncio.get_running_loop()
    _, swallow = await loop.create_connection(_Swallow, address.host, address.port)
    swallow.transport.write(_head(address, "GET", path, seat, list(more)))
    return await swallow.done


async def _exchange(address: Address, head: bytes, body: bytes = b"") -> bytes:
    loop = asyncio.get_running_loop()
    _, reply = await loop.create_connection(_Reply, address.host, address.port)
    reply.transport.write(head + body if len(body) < 4096 else head)
    if len(body) >= 4096:
        reply.transport.write(body)
    return await reply.done


def _head(address: Address, method: str, path: str, seat: Seat, more: list[str]) -> bytes:
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {address.host}:{address.port}",
        f"Cookie: {seat.cookie}",
        *more,
    ]
    return "\r\n".join(lines).encode() + _END_OF_HEAD


class _Reply(asyncio.Protocol):
    """Collects one answer of known length."""

    def __init__(self) -> None:
        self.done: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._data = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(Unexpected(f"the connection was closed: {exc}"))

    def data_received(self, data: bytes) -> None:
        self._data += data
        head = self._data.find(_END_OF_HEAD)
        if head < 0:
            return
        start = head + len(_END_OF_HEAD)
        if len(self._data) < start + content_length(self._data[:head]):
            return
        if not self.done.done():
            self._finish(self._data[9:12], self._data[start:])
        self.transport.abort()

    def _finish(self, status: bytes, body: bytes) -> None:
        if status.startswith(b"2"):
            self.done.set_result(body)
        else:
            self.done.set_exception(Unexpected(f"{status.decode()} {body.decode(errors='replace')[:300]}"))


class _Swallow(asyncio.BufferedProtocol):
    """Counts the bytes of one answer into a buffer that all downloads share, since nobody reads it."""

    _sink = memoryview(bytearray(1024 * 1024))

    def __init__(self) -> None:
        self.done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._start = b""
        self._size = 0
        self._left = -1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(Unexpected(f"the connection was closed: {exc}"))

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._sink

    def buffer_updated(self, nbytes: int) -> None:
        if self._left < 0:
            nbytes = self._began(self._sink[:nbytes])
        self._left -= nbytes
        if self._left == 0 and not self.done.done():
            self.done.set_result(self._size)
            self.transport.abort()

    def _began(self, data: memoryview) -> int:
        """Reads the head and returns how many bytes of the file came with it."""
        self._start += bytes(data)
        head = self._start.find(_END_OF_HEAD)
        if head < 0:
            return 0
        if not self._start.startswith((b"HTTP/1.1 200", b"HTTP/1.1 206")):
            self.done.set_exception(Unexpected(self._start[:head].decode("latin-1")))
            self.transport.abort()
            return 0
        self._size = self._left = content_length(self._start[:head])
        return len(self._start) - head - len(_END_OF_HEAD)


def content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
