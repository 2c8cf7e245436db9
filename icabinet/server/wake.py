"""Word that a log has grown. A wake-up is only a hint; whoever hears it reads the log.

One process: the writer thread passes the word on. Several processes on PostgreSQL: NOTIFY carries the stream's name
to all of them.
"""

from __future__ import annotations

import asyncio
import threading

import psycopg
import structlog

from ..store.database import CHANNEL, Database

_log = structlog.get_logger(part="wake")


class Wake:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._listeners: set[asyncio.Queue[str]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = threading.Event()

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._db.sqlite:
            self._db.on_commit = self._from_thread
        else:
            threading.Thread(target=self._listen, name="listen", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()
        self._db.on_commit = lambda streams: None
        self._loop = None

    def subscribe(self) -> asyncio.Queue[str]:
        """A queue of stream names; a name that waits already is not put twice by the reader's own care."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def hint(self, stream: str) -> None:
        """Have somebody look at the stream's log, from the event loop."""
        self._tell(frozenset({stream}))

    def _from_thread(self, streams: frozenset[str]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, streams)

    def _tell(self, streams: frozenset[str]) -> None:
        for queue in self._listeners:
            for stream in streams:
                queue.put_nowait(stream)

    def _listen(self) -> None:
        """After a lost connection the queues are told about every stream: what was announced meanwhile is unknown."""
        address = self._db.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while not self._stop.is_set():
            try:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._from_thread(frozenset({""}))
                    while not self._stop.is_set():
                        for notice in connection.notifies(timeout=1.0):
                            self._from_thread(frozenset({notice.payload}))
            except psycopg.OperationalError as problem:
                _log.warning("listening broke off", problem=str(problem))
                self._stop.wait(1.0)


async def next_streams(queue: asyncio.Queue[str], at_most: float) -> set[str]:
    """Waits for word (or `at_most` seconds) and returns every stream that is waiting; "" stands for all."""
    try:
        names = {await asyncio.wait_for(queue.get(), at_most)}
    except TimeoutError:
        return {""}
    while not queue.empty():
        names.add(queue.get_nowait())
    return names
