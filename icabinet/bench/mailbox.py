"""A mail server (RFC 5321) on this machine that takes every letter and forgets it; what is measured is the sender."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Mailbox:
    """`letters` counts what was taken."""

    def __init__(self) -> None:
        self.letters = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 bench\r\n")
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                word = (await reader.readuntil(b"\r\n"))[:4].upper()
                if word == b"DATA":
                    writer.write(b"354 go on\r\n")
                    await reader.readuntil(b"\r\n.\r\n")
                    self.letters += 1
                writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
                await writer.drain()
                if word == b"QUIT":
                    break
        writer.close()


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """It listens on 127.0.0.1 at `port` as long as the block lasts, in a thread of its own."""
    box, ready, stop = Mailbox(), threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def work() -> None:
        server = await asyncio.start_server(box.serve, "127.0.0.1", 0)
        box.port = server.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        server.close()

    thread = threading.Thread(target=loop.run_until_complete, args=(work(),))
    thread.start()
    ready.wait()
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
