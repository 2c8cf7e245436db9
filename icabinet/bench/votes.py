"""Votes: everybody votes at the same moment, then the chair closes and publishes."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter

import msgspec

from ..assistant.client import Assistant
from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering, all_timed, timed
from .packet import MANNER, PAGES_A_PAPER, model_loaded
from .papers import prose
from .process import Server, cabinet_server
from .requests import Address, Seat, command, get
from .seed import ITEM, STREAM, position
from .tablet import Heard
from .trial import Bench, Trial, in_loop

WAIT = 30.0
INDEXING_SECONDS = 180.0
AGAIN = 1000
"""Added to the number of a vote that is held again."""
MOST_SLOWED = 1.5
PICKS = 5
"""How many candidates a ballot of an election names."""


class Wrong(Exception):
    """The published result does not hold every ballot exactly once."""


class Said(msgspec.Struct, frozen=True):
    """What one tablet votes."""

    choice: str
    picks: list[str]


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
    await _chair(address, trial, "prepare", _plan(trial.load.options))
    start = time.perf_counter()
    await _chair(address, trial, "open", {})
    await fleet.wait(ears.opened, "vote opened", WAIT)
    opened = ears.opened.since(start)
    cpu = server.cpu()
    said = [_said(trial.load.options, number) for number in range(len(room.tablets))]
    ballots = await all_timed([_ballot(address, seat, vote, one) for seat, one in zip(room.tablets, said, strict=True)])
    await fleet.wait(ears.own, "own ballots", WAIT)
    cpu = (server.cpu() - cpu) / len(ballots)
    close, _ = await timed(_chair(address, trial, "close", {}))
    start = time.perf_counter()
    await _chair(address, trial, "publish", {})
    await fleet.wait(ears.published, "published result", WAIT)
    published = ears.published.since(start)
    fleet.leave()
    await _check(address, trial, vote, said)
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


def _plan(options: int) -> dict[str, object]:
    """A vote for or against, or an election of PICKS from so many candidates."""
    asked: dict[str, object] = {"item": ITEM, "question": "Thông qua?", "rule": {}}
    if not options:
        return asked
    picks = min(PICKS, options)
    listed = [{"id": f"o{number}", "label": f"Ứng cử viên số {number}"} for number in range(options)]
    return asked | {"rule": {"method": "list", "most": picks, "seats": picks}, "options": listed}


def _said(options: int, number: int) -> Said:
    """Everybody chooses other candidates, evenly spread."""
    if not options:
        return Said("for", [])
    return Said("", [f"o{(number * PICKS + step) % options}" for step in range(min(PICKS, options))])


async def _ballot(address: Address, seat: Seat, vote: str, said: Said) -> int:
    fields: dict[str, object] = {"type": "ballot.cast", "vote": vote, "choice": said.choice, "picks": said.picks}
    return await command(address, STREAM, seat, f"ballot-{vote}-{seat.user}", fields)


async def _check(address: Address, trial: Trial, vote: str, said: list[Said]) -> None:
    view = msgspec.json.decode(await get(address, f"/api/streams/{STREAM}", trial.room.chair))
    result = view["records"]["result"][vote]
    names = Counter(name for one in said for name in one.picks)
    counted = {line["option"]: line["for"] for line in result["lines"] if line["for"]}
    if result["cast"] != len(said) or counted != names or (not names and result["tally"]["for"] != len(said)):
        raise Wrong(f"{result['cast']} of {len(said)} ballots, {counted} instead of {dict(names)}")


async def _beside_indexing(server: Server, trial: Trial) -> list[Row]:
    """The same vote again, while an assistant's process reads and encodes papers without a pause."""
    assistant = Assistant(trial.load.model, trial.data / "indexing")
    await assistant.start()
    try:
        with_model = await model_loaded(assistant)
        work = asyncio.create_task(_index_on(assistant))
        try:
            rows = await _vote(server, msgspec.structs.replace(trial, number=AGAIN + trial.number))
        finally:
            work.cancel()
    finally:
        await assistant.stop()
    beside = f" trong khi lập chỉ mục{MANNER[with_model]}"
    return [msgspec.structs.replace(row, name=f"{row.name}.indexing", label=row.label + beside) for row in rows]


async def _index_on(assistant: Assistant) -> None:
    for number in itertools.count():
        await assistant.index(f"bench-{number}", f"Báo cáo {number}", "", prose(PAGES_A_PAPER, seed=number))


def _compared(rows: list[Row], beside: list[Row]) -> list[Row]:
    """Beside each p99 how many times that of the quiet vote it is."""
    quiet = {f"{row.name}.indexing": row.p99 for row in rows}
    pairs = [(row, quiet[row.name]) for row in beside]
    ratios = [row.p99 / before if row.p99 and before else None for row, before in pairs]
    goal = Goal("ratio", MOST_SLOWED)
    return [
        msgspec.structs.replace(row, ratio=ratio, goal=goal if row.name == "ack.indexing" else None)
        for row, ratio in zip(beside, ratios, strict=True)
    ]


def run(trial: Trial) -> list[Row]:
    with cabinet_server(trial.data) as server:
        rows = in_loop(_vote(server, trial))
        if not trial.load.indexing:
            return rows
        return rows + _compared(rows, in_loop(_beside_indexing(server, trial), INDEXING_SECONDS))


BENCH = Bench("votes", "Biểu quyết cùng một lúc", run)
