"""Fetching ahead by turns: who comes too many waits, is then told when to come back, and opening never waits."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message

from icabinet.server.ahead import AGAIN_SECONDS, HEADER, in_turn
from icabinet.server.gate import Gate
from icabinet.server.problems import Problem
from tests.patience import PATIENCE


def asking(*, ahead: bool, gone: bool = False) -> Request:
    async def receive() -> Message:
        if not gone:
            await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    headers = [(HEADER.encode(), b"1")] if ahead else []
    return Request({"type": "http", "method": "GET", "path": "/", "headers": headers, "query_string": b""}, receive)


async def paper(request: Request) -> Response:
    return PlainTextResponse("giấy")


async def refused(request: Request) -> Response:
    raise Problem("not-found")


async def send_all(response: Response) -> int:
    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        statuses.append(message.get("status", 0))

    statuses: list[int] = []
    await response({"type": "http"}, receive, send)
    return statuses[0]


async def let_in(gate: Gate) -> int:
    """Who is sent away comes again, as a tablet does."""
    async with asyncio.timeout(PATIENCE):
        while (told := await in_turn(asking(ahead=True), gate, paper)).status_code == 503:
            pass
    return await send_all(told)


def test_the_place_is_taken_until_everything_is_sent() -> None:
    async def story() -> None:
        gate = Gate(together=1, hold=0, wait=0.05)
        first = await in_turn(asking(ahead=True), gate, paper)
        second = await in_turn(asking(ahead=True), gate, paper)
        assert second.status_code == 503
        low, high = AGAIN_SECONDS
        assert low <= int(second.headers["retry-after"]) <= high
        assert (await in_turn(asking(ahead=False), gate, paper)).status_code == 200
        assert await send_all(first) == 200
        assert await let_in(gate) == 200

    asyncio.run(story())


def test_a_refusal_frees_the_place() -> None:
    async def story() -> None:
        gate = Gate(together=1, hold=0, wait=PATIENCE)
        for _ in range(3):
            try:
                await in_turn(asking(ahead=True), gate, refused)
            except Problem as problem:
                assert problem.code == "not-found"
            else:
                raise AssertionError("it was not refused")
        assert await send_all(await in_turn(asking(ahead=True), gate, paper)) == 200

    asyncio.run(story())


def test_no_more_than_so_many_a_second() -> None:
    async def story() -> float:
        loop = asyncio.get_running_loop()
        gate, start = Gate(together=2, hold=0.1, wait=PATIENCE), loop.time()
        for _ in range(6):
            await send_all(await in_turn(asking(ahead=True), gate, paper))
        return loop.time() - start

    assert asyncio.run(story()) >= 0.2


def test_nobody_enters_while_people_vote_and_everybody_afterwards() -> None:
    async def story() -> None:
        gate = Gate(together=2, hold=0, wait=0.2, still=0.05)
        with gate.closed():
            with gate.closed():
                pass
            assert (await in_turn(asking(ahead=True), gate, paper)).status_code == 503
            assert (await in_turn(asking(ahead=False), gate, paper)).status_code == 200
            waiting = [asyncio.create_task(let_in(gate)) for _ in range(2)]
            await asyncio.sleep(0)
        for task in waiting:
            assert await task == 200

    asyncio.run(story())


def test_who_left_while_he_waited_keeps_nobody_from_the_place() -> None:
    async def story() -> None:
        gate = Gate(together=1, hold=3600, wait=PATIENCE)
        for _ in range(3):
            assert (await in_turn(asking(ahead=True, gone=True), gate, refused)).status_code == 204
        assert await send_all(await in_turn(asking(ahead=True), gate, paper)) == 200

    asyncio.run(story())
