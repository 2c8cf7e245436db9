"""Reading a long paper in a real browser: the first page, white pages while scrolling, canvases and memory."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.resources
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from ..domain.audience import SYSTEM
from ..domain.commands import AddPaper, FinishPaper, PublishPapers
from ..jobs.leaves import present_leaves
from ..settings import Settings
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Version
from .browser import Page, browser
from .figures import Goal, Row, spread
from .papers import text_pdf
from .process import Server, cabinet_server
from .seed import ITEM, STREAM, carry_out
from .trial import Bench, Trial, in_loop

PAPER = "long"
OPENINGS = 5
STORED = 3.0
"""Seconds in which the tablet puts the paper into its store."""
SPEED = 6000
"""Pixels a second while the paper is scrolled through: a page of a tablet about eight times a second."""
WAIT = 60.0
SETTLED = 90.0
"""Seconds within which the small pictures of all pages are made when nobody touches the paper."""
SECONDS = 400.0


def publish(data: Path, pages: int, paper: str = PAPER) -> None:
    """A published paper of so many pages of text; the first run leaves it to the others."""
    db, blobs = Database(Settings(data=data).database_url), Blobs(data / "files")
    try:
        if db.read(lambda s: s.get(Version, f"{paper}v")) is not None:
            return
        blob = blobs.put(text_pdf(pages))
        add = AddPaper(
            paper=paper,
            item=ITEM,
            title="Báo cáo dài",
            version=f"{paper}v",
            name="bao-cao.pdf",
            kind="pdf",
            sha256=blob.sha256,
            size=blob.size,
        )
        finish = FinishPaper(version=f"{paper}v", reading=blob.sha256, pages=pages)
        steps = (add, finish, PublishPapers(papers=[paper]))
        carry_out(db, [(STREAM, SYSTEM, command) for command in steps], paper)
        present_leaves(blobs, blob.sha256)  # as the server does for every paper that comes in
    finally:
        db.close()


async def _measure(server: Server, trial: Trial) -> list[Row]:
    script = importlib.resources.files(__package__).joinpath("reader.js").read_text(encoding="utf-8")
    address = f"http://{server.address.host}:{server.address.port}/#/meeting/{STREAM}/room/{PAPER}"
    async with browser() as page:
        await page.before_every_page(script)
        await page.sign_in(server.address, trial.room.tablets[0])
        cold = await _start(page, address)
        await asyncio.sleep(STORED)
        starts = [await _start(page, address) for _ in range(OPENINGS)]
        warm = [await _open(page, address) for _ in range(OPENINGS)]
        peak = _Peak(await page.renderers())
        async with peak.watching():
            first = await _scroll(page)
            await _small_pictures(page, trial.load.pages)
            again = await _scroll(page)
    return [
        Row("first", "khởi động lần đầu qua mạng, đến trang đầu", "ms", cold * 1000),
        spread("start", "khởi động lại, đến trang đầu", starts),
        spread("store", "chạm mở tài liệu đã có trên máy, đến trang đầu", warm, goal=Goal("median", 1500.0)),
        Row("white.first", "khung hình có trang trắng, lần cuộn đầu", "%", first[0], goal=Goal("median", 0.0)),
        Row("white", "… lần cuộn sau", "%", again[0], goal=Goal("median", 0.0)),
        Row("canvases", "canvas cùng lúc, nhiều nhất", "", max(first[1], again[1]), goal=Goal("median", 5.0)),
        Row("memory", "bộ nhớ trang (PSS), nhiều nhất", "MB", peak.megabytes, goal=Goal("median", 350.0)),
    ]


async def _start(page: Page, address: str) -> float:
    """Seconds from the call of the address until the first page hangs there: the app has to start first."""
    await page.goto(address)
    return await _opened(page)


async def _open(page: Page, address: str) -> float:
    """Seconds from the tap at home, in an app that runs and has not read this paper yet, until its first page."""
    home, _, inside = address.partition("#")
    await page.goto(f"{home}#/")
    await page.until("globalThis.icabinetReader && document.querySelector('main a')", WAIT)
    await asyncio.sleep(1.0)
    await page.run(f"icabinetReader.open('#{inside}')")
    return await _opened(page)


async def _opened(page: Page) -> float:
    await page.until("globalThis.icabinetReader && icabinetReader.opened !== null", WAIT)
    return float(await page.run("icabinetReader.opened")) / 1000


async def _scroll(page: Page) -> tuple[float, float]:
    """Per cent of the frames that showed a white page, and how many canvases there were at most."""
    await page.run("Object.assign(icabinetReader, { frames: 0, white: 0 })")
    frames, white, canvases = await page.run(f"icabinetReader.scroll({SPEED})")
    return 100 * white / frames, float(canvases)


async def _small_pictures(page: Page, pages: int) -> None:
    until = time.monotonic() + SETTLED
    while time.monotonic() < until:
        if await page.run("document.querySelectorAll('.paper-preview').length") >= pages:
            return
        await asyncio.sleep(0.5)


class _Peak:
    """The largest memory of the page's process, looked at while something goes on.

    Counted as PSS: what it shares with the browser's other processes counts in parts (Linux only).
    """

    def __init__(self, pids: Sequence[int]) -> None:
        self.megabytes = 0.0
        self._pids = pids

    @contextlib.asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        work = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            work.cancel()

    async def _watch(self) -> None:
        while True:
            self.megabytes = max([self.megabytes, *(_megabytes(pid) for pid in self._pids)])
            await asyncio.sleep(0.2)


def _megabytes(pid: int) -> float:
    """0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def run(trial: Trial) -> list[Row]:
    publish(trial.data, trial.load.pages)
    with cabinet_server(trial.data) as server:
        return in_loop(_measure(server, trial), SECONDS)


BENCH = Bench("reader", "Đọc một tài liệu dài trong trình duyệt", run)
