"""Fan-out: bursts of events to N sockets, by `send_text`, by the hub alone, and the whole way of the product."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

import msgspec

from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering
from .plain import KIND
from .process import Server, cabinet_server, plain_server
from .requests import Address, Seat, command
from .seed import STREAM, position
from .trial import Bench, Load, Trial, in_loop

PAUSE = 0.25
"""Seconds between bursts, longer than the pause that the hub keeps between two frames."""
WARM = 2
"""Bursts that are not counted. They come in pairs: what is asked for in one is withdrawn in the next."""
WAIT = 20.0
_MARK = b'["%s",' % KIND.encode()
_NOBODY = Seat("", "", "")


class Bursts(msgspec.Struct):
    """What the bursts of one way took: durations in seconds from the call."""

    deliveries: list[float] = []
    whole: list[float] = []
    cpu: float = 0.0

    def microseconds(self) -> float:
        """Per delivery, from the call to the last arrival: the middle one of the bursts."""
        return statistics.median(self.whole) * len(self.whole) / len(self.deliveries) * 1e6

    def cpu_microseconds(self) -> float:
        return self.cpu / len(self.deliveries) * 1e6


class _Counter:
    """Counts the events that arrive at all tablets, one burst after the other."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.gathering = Gathering(count)

    def next(self) -> Gathering:
        self.gathering = Gathering(self._count)
        return self.gathering

    def heard(self, payload: bytes) -> None:
        found = payload.count(_MARK)
        if found:
            self.gathering.arrived(found)


async def _bursts(server: Server, fleet: Fleet, load: Load, call: Callable[[int], Awaitable[object]]) -> Bursts:
    counter = _Counter(load.events * len(fleet.tablets))
    for tablet in fleet.tablets:
        tablet.heard = counter.heard
    done = Bursts()
    for number in range(WARM + (load.bursts + 1) // 2 * 2):
        await asyncio.sleep(PAUSE)
        gathering, cpu, start = counter.next(), server.cpu(), time.perf_counter()
        await call(number)
        await fleet.wait(gathering, "fan-out", WAIT)
        if number < WARM:
            continue
        done.deliveries += gathering.since(start)
        done.whole.append(max(gathering.times) - start)
        done.cpu += server.cpu() - cpu
    return done


async def _alone(server: Server, load: Load, way: str) -> Bursts:
    fleet = Fleet(server.address, f"/{way}")
    await fleet.connect([_NOBODY] * load.connections, lambda seat: lambda payload: None)

    async def ask(number: int) -> None:
        fleet.tablets[0].send(b"%d" % load.events)

    done = await _bursts(server, fleet, load, ask)
    fleet.leave()
    return done


async def _whole_way(server: Server, trial: Trial) -> Bursts:
    fleet = Fleet(server.address)
    await fleet.connect(trial.room.tablets, lambda seat: lambda payload: None)
    fleet.subscribe(STREAM, await position(server.address, trial.room))
    await asyncio.sleep(1.0)
    done = await _bursts(server, fleet, trial.load, lambda number: _speak(server.address, trial, number))
    fleet.leave()
    return done


async def _speak(address: Address, trial: Trial, burst: int) -> None:
    """Guests ask for the floor in one burst and withdraw in the next: an event is one change, a speech of about SIZE
    bytes."""
    turn = f"{trial.number}-{burst // 2}"
    asks = burst % 2 == 0
    await asyncio.gather(
        *(
            command(address, STREAM, guest, f"burst-{turn}-{asks:d}-{guest.user}", _words(asks, turn, guest))
            for guest in trial.room.guests[: trial.load.events]
        )
    )


def _words(asks: bool, turn: str, guest: Seat) -> dict[str, object]:
    speech = f"s{turn}-{guest.user}"
    if asks:
        return {"type": "speech.request", "speech": speech}
    return {"type": "speech.withdraw", "speech": speech}


def run(trial: Trial) -> list[Row]:
    with plain_server() as server:
        plain = in_loop(_alone(server, trial.load, "send_text"))
        hub = in_loop(_alone(server, trial.load, "hub"))
    with cabinet_server(trial.data) as server:
        whole = in_loop(_whole_way(server, trial))
    return [
        *_rows("send_text", "send_text từng sự kiện", plain, plain, None),
        *_rows("hub", "chỉ phần phân phát", hub, plain, Goal("ratio", 8.0, at_least=True)),
        *_rows("whole", "trọn đường: lệnh, đĩa, máy", whole, plain, None),
    ]


def _rows(name: str, label: str, bursts: Bursts, plain: Bursts, goal: Goal | None) -> list[Row]:
    each, baseline = bursts.microseconds(), plain.microseconds()
    cpu, plain_cpu = bursts.cpu_microseconds(), plain.cpu_microseconds()
    return [
        Row(f"{name}.each", f"{label}: mỗi lượt tới", "µs", each, ratio=baseline / each, goal=goal),
        Row(f"{name}.cpu", f"{label}: CPU mỗi lượt", "µs", cpu, ratio=plain_cpu / cpu, goal=goal),
        Row(f"{name}.rate", f"{label}: tốc độ", "lượt/s", 1e6 / each),
        spread(f"{name}.delay", f"{label}: độ trễ", bursts.deliveries),
    ]


BENCH = Bench("fan-out", "Phân phát", run)
