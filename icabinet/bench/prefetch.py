"""Fetching ahead: every tablet takes a new packet, piece by piece and by turns, while the meeting votes."""

from __future__ import annotations

import asyncio
import random
import re

from ..server.ahead import HEADER
from .figures import Goal, Row, spread
from .fleet import Broken, Fleet, Gathering, all_timed, timed
from .papers import heavy_pdf
from .process import Server, cabinet_server
from .requests import Address, Seat, Unexpected, command, download, post
from .seed import ITEM, STREAM, position
from .trial import Bench, Trial, in_loop
from .upload import watch

WAIT = 60.0
SECONDS = 900.0
PIECE = 1024 * 1024
"""As the tablets ask (web/src/vault/shelf.ts)."""
JITTER = 4.0
"""Seconds within which tablets begin after they hear of a paper (web/src/vault/keeper.ts)."""
MOST_VOTES = 20
_AGAIN = re.compile(r"retry-after: (\d+)", re.IGNORECASE)


class _Counts:
    """How often the server said "later"."""

    later = 0


async def _prefetch(server: Server, trial: Trial, content: bytes) -> list[Row]:
    address, tablets = server.address, trial.room.tablets
    alone = await _vote(address, trial, "alone")
    version = await _publish(address, trial, content)
    counts, random_ = _Counts(), random.Random(trial.number)
    waits = [random_.uniform(0, JITTER) for _ in tablets]
    path = f"/api/versions/{version}/reading"
    fetching = asyncio.ensure_future(
        all_timed(
            [_fetch(address, path, seat, len(content), wait, counts) for seat, wait in zip(tablets, waits, strict=True)]
        )
    )
    await asyncio.sleep(JITTER / 2)
    beside: list[float] = []
    number = 0
    while not beside or (not fetching.done() and number < MOST_VOTES):
        number += 1
        beside += await _vote(address, trial, f"beside{number}")
    loaded = await fetching
    alone += await _vote(address, trial, "afterwards")  # before and after: the machine may have other work meanwhile
    return [
        spread("alone", "phiếu được xác nhận, không ai tải tài liệu", alone),
        spread("beside", "phiếu được xác nhận trong lúc mọi máy tải", beside, goal=Goal("p99", 2000.0)),
        spread("loaded", "phát hành → đủ tài liệu trên từng máy", loaded),
        Row("rate", "tốc độ tải về cả phòng", "MB/s", len(content) * len(loaded) / 1e6 / max(loaded)),
        Row("later", "lần máy chủ hẹn tải lại sau", "lần", float(counts.later)),
    ]


async def _publish(address: Address, trial: Trial, content: bytes) -> str:
    paper, version = f"p{trial.number}", f"f{trial.number}"
    path = f"/api/streams/{STREAM}/papers?paper={paper}&version={version}&item={ITEM}"
    desk, readable = Fleet(address), Gathering(1)
    await desk.connect([trial.room.secretary], lambda seat: lambda payload: watch(payload, version, readable))
    desk.subscribe(STREAM, await position(address, trial.room))
    await post(address, path, trial.room.secretary, f"upload-{paper}", content, "X-File-Name: scan.pdf")
    await desk.wait(readable, "paper readable", WAIT)
    fields: dict[str, object] = {"type": "paper.publish", "papers": [paper]}
    await command(address, STREAM, trial.room.secretary, f"publish-{paper}", fields)
    desk.leave()
    return version


async def _fetch(address: Address, path: str, seat: Seat, size: int, wait: float, counts: _Counts) -> None:
    """One tablet: after its jitter two pieces at a time, and later again when it is told so."""
    await asyncio.sleep(wait)
    starts = iter(range(0, size, PIECE))

    async def lane() -> None:
        for start in starts:
            while (pause := await _piece(address, path, seat, start, min(PIECE, size - start))) is not None:
                counts.later += 1
                await asyncio.sleep(pause)

    await asyncio.gather(lane(), lane())


async def _piece(address: Address, path: str, seat: Seat, start: int, size: int) -> float | None:
    """Seconds after which to ask again; None when the piece is here."""
    try:
        got = await download(address, path, seat, f"{HEADER}: 1", f"Range: bytes={start}-{start + size - 1}")
    except Unexpected as refused:
        told = _AGAIN.search(str(refused))
        if told is None:
            raise
        return int(told[1]) * random.uniform(1, 2)
    if got != size:
        raise Broken(f"{got} bytes instead of {size}")
    return None


async def _vote(address: Address, trial: Trial, name: str) -> list[float]:
    """Everybody votes in the same moment; how long each waited until the ballot was on disk."""
    vote, chair = f"v{trial.number}{name}", trial.room.chair
    asked: dict[str, object] = {"item": ITEM, "question": "Thông qua?", "rule": {}}
    await _act(address, chair, vote, "prepare", asked)
    await _act(address, chair, vote, "open", {})
    ballots = await all_timed([_ballot(address, seat, vote) for seat in trial.room.tablets])
    await _act(address, chair, vote, "close", {})
    taken, _ = await timed(_act(address, chair, vote, "publish", {}))
    await asyncio.sleep(max(0.0, 1.0 - taken))
    return ballots


async def _act(address: Address, chair: Seat, vote: str, act: str, fields: dict[str, object]) -> None:
    await command(address, STREAM, chair, f"{act}-{vote}", {"type": f"vote.{act}", "vote": vote} | fields)


async def _ballot(address: Address, seat: Seat, vote: str) -> int:
    fields: dict[str, object] = {"type": "ballot.cast", "vote": vote, "choice": "for"}
    return await command(address, STREAM, seat, f"ballot-{vote}-{seat.user}", fields)


def run(trial: Trial) -> list[Row]:
    content = heavy_pdf(trial.load.megabytes)
    with cabinet_server(trial.data) as server:
        return in_loop(_prefetch(server, trial, content), SECONDS)


BENCH = Bench("prefetch", "Tải trước tài liệu trong lúc biểu quyết", run)
