"""The database: one queue of writers that share commits, and a small pool of readers.

SQLite (WAL, synchronous=FULL): one writer thread; commands that wait together share one commit, each in a
savepoint of its own, and nobody is told "done" before that commit is on disk.
PostgreSQL: a few writer threads, one transaction a command; the row lock of the stream orders them.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session

from .keys import Keys

_log = structlog.get_logger(part="database")
T = TypeVar("T")
SHARE = 200
"""The most commands that share one commit; the rest wait for the next one."""
READERS = 4
POSTGRES_WRITERS = 4
CHANNEL = "icabinet"
BUSY_MS = 10_000
Work = Callable[[Session], Any]
Wake = Callable[[frozenset[str]], None]
After = Callable[[], None]
PATIENCE_MS = 500
"""How long a clean-up waits for those who still read; the file is emptied by the next one otherwise."""


class _Waiting:
    __slots__ = ("future", "work")

    def __init__(self, work: Work) -> None:
        self.work = work
        self.future: Future[Any] = Future()


class _Broken(Exception):
    """A failed flush has taken the whole shared transaction back, not only its own savepoint."""

    def __init__(self, job: _Waiting) -> None:
        self.job = job


class Database:
    """`on_commit` is called in a writer thread with the streams that just grew; it must only pass the word on.

    Work finds in its session's `info` the `keys` of secret votes (in the folder `keys`, beside a SQLite file unless
    another is named), and may add to `after` what is to be done once its commit is on disk.
    """

    def __init__(self, url: str, keys: Path | None = None) -> None:
        self.url = make_url(url)
        self.keys = _keys_of(self.url, keys)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _engine(url, self.sqlite)
        self.on_commit: Wake = lambda streams: None
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._share = SHARE if self.sqlite else 1
        self._writers = [
            threading.Thread(target=self._serve, name=f"writer-{n}", daemon=True)
            for n in range(1 if self.sqlite else POSTGRES_WRITERS)
        ]
        for thread in self._writers:
            thread.start()

    # --- writing

    def submit(self, work: Callable[[Session], T]) -> Future[T]:
        job = _Waiting(work)
        self._queue.put(job)
        return job.future

    def write(self, work: Callable[[Session], T]) -> T:
        return self.submit(work).result()

    async def awrite(self, work: Callable[[Session], T]) -> T:
        """Waits for the commit. A caller that gives up does not take the write back."""
        return await asyncio.shield(asyncio.wrap_future(self.submit(work)))

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            jobs = [job]
            stop = False
            while len(jobs) < self._share:
                try:
                    more = self._queue.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    stop = True
                    break
                jobs.append(more)
            self._commit(jobs)
            if stop:
                return

    def _commit(self, jobs: list[_Waiting]) -> None:
        results: list[tuple[_Waiting, Any]] = []
        grown: set[str] = set()
        after: list[After] = []
        try:
            with self.engine.connect() as connection, connection.begin():
                for job in jobs:
                    self._one(connection, job, results, grown, after)
                if grown and not self.sqlite:
                    _announce(connection, grown)
        except _Broken as broken:
            self._commit_without(jobs, broken)
            return
        except Exception as problem:
            for job in jobs:
                if not job.future.done():
                    job.future.set_exception(problem)
            return
        self._clean_up(after)
        if grown:
            self._pass_on(frozenset(grown))
        for job, result in results:
            job.future.set_result(result)

    def _commit_without(self, jobs: list[_Waiting], broken: _Broken) -> None:
        """Nothing of the group was kept: the one that broke is told so, the others are carried out again."""
        broken.job.future.set_exception(broken.__cause__)
        self._commit([job for job in jobs if not job.future.done()])

    def _pass_on(self, grown: frozenset[str]) -> None:
        """What is on disk is acknowledged though nobody hears of it: a wake-up is only a hint."""
        try:
            self.on_commit(grown)
        except Exception as problem:
            _log.error("word of a commit was lost", exc_info=problem)

    def _clean_up(self, after: list[After]) -> None:
        """Before anybody is told "done". What fails here is done when the server starts again (actions.secrets)."""
        try:
            for act in after:
                act()
            if after:
                self.empty_journal()
        except Exception as problem:
            _log.error("a clean-up failed", exc_info=problem)

    def empty_journal(self) -> None:
        """Nothing of what was replaced or deleted stays readable in SQLite's write-ahead log."""
        if not self.sqlite:
            return
        with self.engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            cursor.close()

    def _one(
        self,
        connection: Connection,
        job: _Waiting,
        results: list[tuple[_Waiting, Any]],
        grown: set[str],
        after: list[After],
    ) -> None:
        """One command in a savepoint: what it refuses or breaks leaves the others of the group alone."""
        _driver(connection, "SAVEPOINT command")
        # rollback_only: the session flushes, but neither commits nor closes what the group shares.
        with Session(connection, join_transaction_mode="rollback_only", expire_on_commit=False) as session:
            session.info |= {"keys": self.keys, "after": []}
            try:
                result = job.work(session)
                session.flush()
            except Exception as problem:
                session.expunge_all()
                if not connection.in_transaction():
                    raise _Broken(job) from problem
                _driver(connection, "ROLLBACK TO SAVEPOINT command")
                job.future.set_exception(problem)
                return
            grown |= session.info.get("grown", set())
            after += session.info["after"]
        _driver(connection, "RELEASE SAVEPOINT command")
        results.append((job, result))

    # --- reading

    def read(self, work: Callable[[Session], T]) -> T:
        """One read transaction: everything `work` sees is of one moment."""
        with self.engine.connect() as connection:
            connection = connection.execution_options(reading=True)
            with connection.begin(), Session(connection, expire_on_commit=False) as session:
                return work(session)

    async def aread(self, work: Callable[[Session], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read, work)

    # --- the end

    def close(self) -> None:
        """Carries out what was asked for, then lets go of the files."""
        for _ in self._writers:
            self._queue.put(None)
        for thread in self._writers:
            thread.join()
        self._readers.shutdown()
        self.engine.dispose()


def _keys_of(url: URL, named: Path | None) -> Keys | None:
    """None: this process may not open a secret vote, having no place for its key."""
    beside = Path(url.database).parent / "keys" if url.get_backend_name() == "sqlite" and url.database else None
    folder = named or beside
    return Keys(folder) if folder else None


def _driver(connection: Connection, statement: str) -> None:
    """Straight to the driver: SQLAlchemy's work around an execution costs more than a savepoint does."""
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _announce(connection: Connection, grown: set[str]) -> None:
    for stream in sorted(grown):
        connection.execute(text("SELECT pg_notify(:channel, :stream)"), {"channel": CHANNEL, "stream": stream})


def _engine(url: str, sqlite: bool) -> Engine:
    """Errors name the statement and not its values: they go to the server's log, which holds no personal text."""
    if not sqlite:
        engine = create_engine(
            url,
            pool_size=READERS + POSTGRES_WRITERS,
            max_overflow=2,
            isolation_level="READ COMMITTED",
            hide_parameters=True,
        )
        event.listen(engine, "begin", _one_moment)
        return engine
    name = make_url(url).database
    if name:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, pool_size=READERS + 1, connect_args={"check_same_thread": False}, hide_parameters=True)
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _one_moment(connection: Connection) -> None:
    """A reader on PostgreSQL must not see two commits between two of its questions."""
    if connection.get_execution_options().get("reading"):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    """What is deleted is overwritten, so that no freed page keeps it."""
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: a read that turns into a write could not wait for it."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
