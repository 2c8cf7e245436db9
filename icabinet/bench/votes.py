"""Votes: everybody votes at the same moment, then the chair closes and publishes."""

from __future__ import annotations

import asyncio
import time

import msgspec

from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering, all_timed, timed
from .process import Server, cabinet_server
from .requests import Address, Seat, command, get
from .seed import ITEM, STREAM, position
from .tablet import Heard
from .trial import Bench, Trial, in_loop

WAIT = 30.0


class Wrong(Exception):
    """The published result does not hold every ballot exactly once."""


class _Ears:
    """What the voters' tablets are waiting for."""

    def __init__(self, vote: str, count: int) -> None:
        self.opened = Gathering(count)
        self.own = Gathering(count)
        self.published = Gathering(count)
        self._marks = (
            (f'["vote","{vote}",'.encode(), self.opened),
            (f'["my_ballot","{vote}.'.encode(), self.own),
            (f'["result","{vote}",'.encode(), self.published),
        )

    def of(self, seat: Seat) -> Heard:
        """Each mark counts once a tablet: the vote itself is sent again when its state changes."""
        waiting = list(self._marks)

        def heard(payload: bytes) -> None:
            for pair in tuple(waiting):
                if pair[0] in payload:
                    waiting.remove(pair)
                    pair[1].arrived()

        return heard


async def _vote(server: Server, trial: Trial) -> list[Row]:
    address, room, vote = server.address, trial.room, f"v{trial.number}"
    fleet, ears = Fleet(address), _Ears(vote, len(room.tablets))
    await fleet.connect(room.tablets, ears.of)
    await fleet.connect([room.chair, room.secretary], lambda seat: lambda payload: None)
    fleet.subscribe(STREAM, await position(address, room))
    await asyncio.sleep(1.0)
    await _chair(address, trial, "prepare", {"item": ITEM, "question": "Thông qua?", "rule": {}})
    start = time.perf_counter()
    await _chair(address, trial, "open", {})
    await fleet.wait(ears.opened, "vote opened", WAIT)
    opened = ears.opened.since(start)
    cpu = server.cpu()
    ballots = await all_timed([_ballot(address, seat, vote) for seat in room.tablets])
    await fleet.wait(ears.own, "own ballots", WAIT)
    cpu = (server.cpu() - cpu) / len(ballots)
    close, _ = await timed(_chair(address, trial, "close", {}))
    start = time.perf_counter()
    await _chair(address, trial, "publish", {})
    await fleet.wait(ears.published, "published result", WAIT)
    published = ears.published.since(start)
    fleet.leave()
    await _check(address, trial, vote)
    return [
        spread("opened", "mở biểu quyết → mọi máy", opened),
        spread("ack", "phiếu được xác nhận (đã ghi đĩa)", ballots, goal=Goal("most", 2000.0)),
        Row("rate", "tốc độ ghi phiếu", "phiếu/s", len(ballots) / max(ballots)),
        Row("cpu", "CPU máy chủ mỗi phiếu", "ms", cpu * 1000),
        spread("published", "công bố → kết quả trên mọi máy", published, goal=Goal("p99", 1000.0)),
        spread("closed-published", "đóng rồi công bố → mọi máy", [close + delay for delay in published]),
    ]


async def _chair(address: Address, trial: Trial, act: str, fields: dict[str, object]) -> None:
    vote = f"v{trial.number}"
    tagged = {"type": f"vote.{act}", "vote": vote} | fields
    await command(address, STREAM, trial.room.chair, f"{act}-{vote}-chair", tagged)


async def _ballot(address: Address, seat: Seat, vote: str) -> int:
    fields: dict[str, object] = {"type": "ballot.cast", "vote": vote, "choice": "for"}
    return await command(address, STREAM, seat, f"ballot-{vote}-{seat.user}", fields)


async def _check(address: Address, trial: Trial, vote: str) -> None:
    view = msgspec.json.decode(await get(address, f"/api/streams/{STREAM}", trial.room.chair))
    counted = view["records"]["result"][vote]["tally"]["for"]
    if counted != len(trial.room.tablets):
        raise Wrong(f"{counted} of {len(trial.room.tablets)} ballots")


def run(trial: Trial) -> list[Row]:
    with cabinet_server(trial.data) as server:
        return in_loop(_vote(server, trial))


BENCH = Bench("votes", "Biểu quyết cùng một lúc", run)
