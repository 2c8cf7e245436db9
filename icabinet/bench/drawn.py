"""A paper with thousands of strokes beside the same paper without any: how long both take to open, and what the tablet
is sent about them when it enters the meeting.
"""

from __future__ import annotations

import asyncio
import importlib.resources
import math
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..domain import ink
from ..domain.commands import Command, DrawStrokes
from ..settings import Settings
from ..store.database import Database
from .browser import Page, browser
from .figures import Row, spread
from .process import Server
from .reader import WAIT, publish
from .requests import Seat, get
from .seed import STREAM, carry_out

PLAIN, DRAWN = "plain", "drawn"
PAGES = 20
OPENINGS = 5
POINTS = 40
"""Of one stroke, after a tablet has left out those that lie on its line."""
AT_ONCE = 100
REST = 0.5
"""Seconds between two openings, in which the tablet finishes what it does behind the page."""


def prepare(data: Path, strokes: int, seat: Seat) -> None:
    """Two papers alike, of which the seat's person has drawn on one. The first run leaves them to the others."""
    for paper in (PLAIN, DRAWN):
        publish(data, PAGES, paper)
    db = Database(Settings(data=data).database_url)
    try:
        carry_out(db, [(STREAM, seat.user, command) for command in _drawing(strokes)], "drawn")
    finally:
        db.close()


def _drawing(strokes: int) -> Iterator[Command]:
    lines = [_line(number) for number in range(strokes)]
    for at in range(0, strokes, AT_ONCE):
        yield DrawStrokes(version=f"{DRAWN}v", strokes=lines[at : at + AT_ONCE])


def _line(number: int) -> ink.StrokeLine:
    """A word's length of writing, words beside and below each other on every page."""
    place, page = divmod(number, PAGES)
    row, column = divmod(place, 5)
    left, top = 600 + 950 * column, 700 + 170 * (row % 42)
    points = [(left + 18 * at, top + round(50 * math.sin(at / 2.3)), 90 + at) for at in range(POINTS)]
    return ink.StrokeLine(f"drawn{number}", page + 1, ink.pack(points))


async def measure(server: Server, seat: Seat, other: Seat) -> list[Row]:
    """`other` sees none of the seat's strokes."""
    opened = {name: await _openings(server, seat, name) for name in (PLAIN, DRAWN)}
    plain, drawn = (spread(f"open.{name}", label, opened[name][0]) for name, label in _LABELS.items())
    bare, full = [await get(server.address, f"/api/streams/{STREAM}", one) for one in (other, seat)]
    return [
        plain,
        msgspec.structs.replace(drawn, ratio=drawn.median / plain.median),
        *_cpu(opened[PLAIN][1], opened[DRAWN][1]),
        Row("snapshot.plain", "dữ liệu khi vào phòng họp, người không có nét nào", "byte", len(bare)),
        Row("snapshot.drawn", "… người có các nét ấy", "byte", len(full), ratio=len(full) / len(bare)),
        Row("snapshot.gzip", "… khi nén", "byte", len(zlib.compress(full))),
    ]


_LABELS = {PLAIN: "chạm mở tài liệu không có nét, đến trang đầu", DRAWN: "… tài liệu có nét vẽ ở mọi trang"}


def _cpu(plain: float, drawn: float) -> tuple[Row, Row]:
    return (
        Row("cpu.plain", "CPU của trang để mở tài liệu không có nét", "ms", plain * 1000),
        Row("cpu.drawn", "… tài liệu có nét", "ms", drawn * 1000, ratio=drawn / plain),
    )


async def _openings(server: Server, seat: Seat, paper: str) -> tuple[list[float], float]:
    """Seconds from the tap until the first page, and processor seconds of the page's thread for one opening."""
    script = importlib.resources.files(__package__).joinpath("reader.js").read_text(encoding="utf-8")
    home = f"http://{server.address.host}:{server.address.port}/"
    times: list[float] = []
    async with browser() as page:
        await page.before_every_page(script)
        await page.sign_in(server.address, seat)
        await page.goto(f"{home}#/meeting/{STREAM}/room/{paper}")
        await _there(page)
        begun = await page.cpu()
        for _ in range(OPENINGS):
            await page.run("location.hash = '#/'")
            await page.until("document.querySelector('main a') && !document.querySelector('.paper-page')", WAIT)
            await asyncio.sleep(REST)
            await page.run(f"icabinetReader.open('#/meeting/{STREAM}/room/{paper}')")
            times.append(await _there(page))
        spent = await page.cpu() - begun
    return times, spent / OPENINGS


async def _there(page: Page) -> float:
    await page.until("globalThis.icabinetReader && icabinetReader.opened !== null", WAIT)
    return float(await page.run("icabinetReader.opened")) / 1000
