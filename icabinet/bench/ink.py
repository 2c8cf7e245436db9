"""Writing by hand in a real browser with a pen that has pressure, while another device of the same person listens."""

from __future__ import annotations

import asyncio
import importlib.resources
import math
import time

from . import drawn
from .browser import Page, browser
from .figures import Goal, Row, spread
from .fleet import Fleet
from .process import Server, cabinet_server
from .reader import PAPER, WAIT, publish
from .requests import Seat
from .seed import STREAM, position
from .tablet import Heard
from .trial import Bench, Trial, in_loop

PAGES = 3
SAMPLES = 240
LEFT, TOP, STEP = 460.0, 260.0, 1.2
"""Where the first stroke begins in the window, and how far its samples are apart; pixels."""
PATIENCE = 30.0
SECONDS = 300.0
_PEN = {"pointerType": "pen", "button": "left", "clickCount": 1}


class _Other:
    """The other device: notes when each stroke arrives (seconds of time.perf_counter)."""

    def __init__(self) -> None:
        self.arrivals: list[float] = []

    def hears(self, seat: Seat) -> Heard:
        return self._heard

    def _heard(self, payload: bytes) -> None:
        strokes = payload.count(b'["stroke",')
        self.arrivals.extend([time.perf_counter()] * strokes)


async def _measure(server: Server, trial: Trial) -> list[Row]:
    seat = trial.room.tablets[0]
    other, fleet = _Other(), Fleet(server.address)
    await fleet.connect([seat], other.hears)
    fleet.subscribe(STREAM, await position(server.address, trial.room))
    try:
        async with browser() as page:
            await _open(page, server, seat)
            times = [await _write(page, other, number) for number in range(trial.load.strokes)]
            moves = [float(move) / 1000 for move in await page.run("icabinetInk.moves")]
            sizes = [float(size) for size in await page.run("icabinetInk.strokes")]
    finally:
        fleet.leave()
    size = Row("bytes", f"một nét {SAMPLES} điểm đo, khi gửi", "byte", max(sizes), goal=Goal("median", 600.0))
    return [
        spread("move", "xử lý mỗi lần bút di chuyển", moves, goal=Goal("p99", 1.0)),
        size,
        spread("device", "từ lúc nhấc bút đến máy kia của cùng người", times, goal=Goal("most", 1000.0)),
    ]


async def _open(page: Page, server: Server, seat: Seat) -> None:
    script = importlib.resources.files(__package__).joinpath("ink.js").read_text(encoding="utf-8")
    await page.before_every_page(script)
    await page.sign_in(server.address, seat)
    await page.goto(f"http://{server.address.host}:{server.address.port}/#/meeting/{STREAM}/room/{PAPER}")
    await page.until("document.querySelector('.paper-page[data-drawn]')", WAIT)
    await page.tap(".toolbar-modes button:nth-child(3)")
    await page.until("document.querySelector('.paper-frame.drawing')", WAIT)


async def _write(page: Page, other: _Other, number: int) -> float:
    """Seconds from the lifting of the pen until the other device has the stroke."""
    have = len(other.arrivals)
    places = [_place(number, at) for at in range(SAMPLES)]
    first, last = places[0], places[-1]
    await page.call("Input.dispatchMouseEvent", type="mousePressed", x=first[0], y=first[1], force=0.2, **_PEN)
    for at, (x, y) in enumerate(places[1:]):
        force = 0.4 + 0.3 * math.sin(at / 40)
        await page.call("Input.dispatchMouseEvent", type="mouseMoved", buttons=1, x=x, y=y, force=force, **_PEN)
    lifted = time.perf_counter()
    await page.call("Input.dispatchMouseEvent", type="mouseReleased", x=last[0], y=last[1], **_PEN)
    async with asyncio.timeout(PATIENCE):
        while len(other.arrivals) == have:
            await asyncio.sleep(0.001)
    return other.arrivals[have] - lifted


def _place(number: int, at: int) -> tuple[float, float]:
    """Writing like a hand's, a line lower for every stroke."""
    x = LEFT + STEP * at
    y = TOP + 30 * number + 12 * math.sin(at / 7) + 4 * math.sin(at / 2.3)
    return round(x, 1), round(y, 1)


def run(trial: Trial) -> list[Row]:
    """The strokes of the second part are another person's than those that are written in the first."""
    writer, reader = trial.room.tablets[0], trial.room.tablets[-1]
    publish(trial.data, PAGES)
    if trial.load.drawn:
        drawn.prepare(trial.data, trial.load.drawn, reader)
    with cabinet_server(trial.data) as server:
        rows = in_loop(_measure(server, trial), SECONDS)
        if trial.load.drawn:
            rows += in_loop(drawn.measure(server, reader, writer), SECONDS)
        return rows


BENCH = Bench("ink", "Viết tay trên tài liệu bằng bút có lực nhấn", run)
