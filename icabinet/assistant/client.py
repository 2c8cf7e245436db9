"""The server's side of the assistant: starts its process, speaks with it, starts it again when it dies."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from icabinet.assistant.loading import SURROUNDINGS
from icabinet.assistant.protocol import (
    Answer,
    AnyReply,
    AnyRequest,
    Ask,
    BadFrame,
    Drop,
    Dropped,
    Failed,
    Index,
    Indexed,
    Keep,
    Kept,
    Ready,
    Status,
    Suggest,
    Suggestions,
    frame,
    length_of,
)

R = TypeVar("R", Answer, Indexed, Dropped, Kept, Suggestions, Ready)

MOST_WAITING = 256
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
ANSWER_SECONDS = 30.0
INDEX_SECONDS = 3600.0
GOODBYE_SECONDS = 5.0


class AssistantUnavailable(Exception):
    """The process is down or too slow. Nothing is sent again by itself: ask again."""


class AssistantBusy(AssistantUnavailable):
    """Too many requests are waiting already."""


class AssistantFailed(Exception):
    """The process understood nothing of the request, or could not carry it out."""


class Assistant:
    """One process behind asyncio. Papers it has indexed survive its restarts; requests under way do not."""

    def __init__(self, model: Path, data: Path, threads: int | None = None, *, thrifty: bool = False) -> None:
        """``thrifty``: little memory, at the price of slower indexing (see :mod:`icabinet.assistant.plain`)."""
        self._command = [sys.executable, "-m", "icabinet.assistant.process"]
        self._command += ["--model", str(model), "--data", str(data)]
        self._command += ["--threads", str(threads)] if threads else []
        self._command += ["--thrifty"] if thrifty else []
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._waiting: dict[int, asyncio.Future[AnyReply]] = {}
        self._numbers = iter(range(1, sys.maxsize))
        self._decoder = msgspec.json.Decoder(AnyReply)
        self._writing = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Returns when the process exists; its model loads by itself (see :meth:`status`)."""
        if self._keeper is None:
            await self._launch()
            self._keeper = asyncio.create_task(self._keep(), name="assistant")

    async def stop(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeper
        self._fail_waiting("stopped")
        await self._end_process()

    async def index(self, key: str, title: str, date: str, pages: Sequence[str]) -> Indexed:
        """Replies when the paper is searchable as well as it can be: seconds for a long one."""
        return await self._call(Index(self._next(), key, title, date, list(pages)), Indexed, INDEX_SECONDS)

    async def drop(self, key: str) -> None:
        await self._call(Drop(self._next(), key), Dropped, ANSWER_SECONDS)

    async def keep(self, keys: Sequence[str]) -> None:
        """Drops every other paper. The process may first have to open all it has."""
        await self._call(Keep(self._next(), list(keys)), Kept, INDEX_SECONDS)

    async def ask(self, question: str, keys: Sequence[str], limit: int = 5) -> Answer:
        """``keys``: the papers this person may see."""
        return await self._call(Ask(self._next(), question, list(keys), limit), Answer, ANSWER_SECONDS)

    async def suggest(self, keys: Sequence[str]) -> list[str]:
        reply = await self._call(Suggest(self._next(), list(keys)), Suggestions, ANSWER_SECONDS)
        return reply.questions

    async def status(self) -> Ready:
        return await self._call(Status(self._next()), Ready, ANSWER_SECONDS)

    def _next(self) -> int:
        return next(self._numbers)

    async def _call(self, request: AnyRequest, expected: type[R], seconds: float) -> R:
        if len(self._waiting) >= MOST_WAITING:
            raise AssistantBusy(f"{MOST_WAITING} requests are waiting")
        future: asyncio.Future[AnyReply] = asyncio.get_running_loop().create_future()
        self._waiting[request.id] = future
        try:
            async with asyncio.timeout(seconds):
                await self._send(request)
                reply = await future
        except TimeoutError as problem:
            raise AssistantUnavailable(f"no reply within {seconds:.0f} s") from problem
        finally:
            self._waiting.pop(request.id, None)
        if isinstance(reply, expected):
            return reply
        raise AssistantFailed(reply.reason if isinstance(reply, Failed) else f"unexpected {type(reply).__name__}")

    async def _send(self, request: AnyRequest) -> None:
        pipe = self._process.stdin if self._process else None
        if pipe is None or self._process is None or self._process.returncode is not None:
            raise AssistantUnavailable("the process is not running")
        try:
            async with self._writing:
                pipe.write(frame(request))
                await pipe.drain()
        except (BrokenPipeError, ConnectionResetError) as problem:
            raise AssistantUnavailable("the process has just ended") from problem

    async def _launch(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**SURROUNDINGS, **os.environ},
            start_new_session=True,  # Ctrl-C is for the server, which then says goodbye itself
        )

    async def _keep(self) -> None:
        pause = FIRST_PAUSE
        while True:
            started = asyncio.get_running_loop().time()
            await self._read_replies()
            self._fail_waiting("the process has ended")
            await self._end_process()
            lived = asyncio.get_running_loop().time() - started
            pause = FIRST_PAUSE if lived > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(pause)
            with contextlib.suppress(OSError):  # no memory for a process now: try again after a longer pause
                await self._launch()

    async def _read_replies(self) -> None:
        """Until the process closes its output or says something unreadable."""
        pipe = self._process.stdout if self._process else None
        if pipe is None:
            return
        with contextlib.suppress(asyncio.IncompleteReadError, BadFrame, msgspec.DecodeError):
            while True:
                reply = self._decoder.decode(await pipe.readexactly(length_of(await pipe.readexactly(4))))
                future = self._waiting.get(reply.id)
                if future is not None and not future.done():
                    future.set_result(reply)

    def _fail_waiting(self, reason: str) -> None:
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(AssistantUnavailable(reason))

    async def _end_process(self) -> None:
        """Closing its input ends it; one that does not listen is killed."""
        process = self._process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(GOODBYE_SECONDS):  # wait_for can swallow a cancellation in Python 3.11
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
        self._process = None
