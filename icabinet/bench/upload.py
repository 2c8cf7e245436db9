"""Upload to readable: a large PDF goes up once, is read and published, and comes down on every tablet."""

from __future__ import annotations

import asyncio
import time

from .figures import Row, spread
from .fleet import Broken, Fleet, Gathering, all_timed, timed
from .papers import heavy_pdf
from .process import Server, cabinet_server
from .requests import Address, Seat, command, download, post
from .seed import ITEM, STREAM, position
from .trial import Bench, Trial, in_loop

WAIT = 60.0
SECONDS = 300.0
"""A thousand tablets take thirty gigabytes."""


async def _upload(server: Server, trial: Trial, content: bytes) -> list[Row]:
    address, room = server.address, trial.room
    paper, version = f"p{trial.number}", f"f{trial.number}"
    path = f"/api/streams/{STREAM}/papers?paper={paper}&version={version}&item={ITEM}"
    desk, fleet = Fleet(address), Fleet(address)
    readable, shown = Gathering(1), Gathering(len(room.tablets))
    await desk.connect([room.secretary], lambda seat: lambda payload: watch(payload, version, readable))
    await fleet.connect(room.tablets, lambda seat: lambda payload: watch(payload, version, shown))
    at = await position(address, room)
    desk.subscribe(STREAM, at)
    fleet.subscribe(STREAM, at)
    await asyncio.sleep(1.0)
    start = time.perf_counter()
    sent, _ = await timed(post(address, path, room.secretary, f"upload-{paper}", content, "X-File-Name: scan.pdf"))
    await desk.wait(readable, "paper readable", WAIT)
    ready = time.perf_counter() - start
    begin = time.perf_counter()
    fields: dict[str, object] = {"type": "paper.publish", "papers": [paper]}
    await command(address, STREAM, room.secretary, f"publish-{paper}", fields)
    await fleet.wait(shown, "paper published", WAIT)
    offered = shown.since(begin)
    cpu = server.cpu()
    loaded = await all_timed([_load(address, version, seat, len(content)) for seat in room.tablets])
    cpu = server.cpu() - cpu
    desk.leave()
    fleet.leave()
    gigabytes = len(content) * len(loaded) / 1e9
    return [
        Row("sent", "gửi tệp lên tới khi an toàn trên đĩa", "ms", sent * 1000),
        Row("readable", "gửi tệp lên tới khi đọc được", "ms", ready * 1000),
        spread("offered", "phát hành → hiện trên mọi máy", offered),
        spread("loaded", "tải toàn bộ tệp về mọi máy", loaded),
        Row("rate", "tốc độ tải về cả phòng", "MB/s", gigabytes * 1000 / max(loaded)),
        Row("cpu", "CPU máy chủ mỗi GB tải về", "ms", cpu * 1000 / gigabytes),
        Row("all", "gửi lên tới khi có trên máy cuối", "ms", (ready + max(offered) + max(loaded)) * 1000),
    ]


def watch(payload: bytes, version: str, gathering: Gathering) -> None:
    if f'["version","{version}",'.encode() not in payload:
        return
    if b'"state":"failed"' in payload:
        raise Broken(payload.decode()[:500])
    if b'"state":"ready"' in payload:
        gathering.arrived()


async def _load(address: Address, version: str, seat: Seat, size: int) -> None:
    got = await download(address, f"/api/versions/{version}/reading", seat)
    if got != size:
        raise Broken(f"{got} bytes instead of {size}")


def run(trial: Trial) -> list[Row]:
    content = heavy_pdf(trial.load.megabytes)
    with cabinet_server(trial.data) as server:
        return in_loop(_upload(server, trial, content), SECONDS)


BENCH = Bench("upload", "Gửi tệp lớn tới mọi máy", run)
