"""The consoles in a real browser: how long after a burst of events everything that they changed stands on the glass."""

from __future__ import annotations

import asyncio
import importlib.resources
from collections.abc import Awaitable

import msgspec

from .browser import Page, browser
from .console_scenes import Burst, Bursts, Scene, scenes
from .figures import Goal, Row, spread
from .process import Server, cabinet_server
from .requests import Address, command
from .seed import ITEM, STREAM
from .trial import Bench, Trial, in_loop

WAIT = 30.0
PAUSE = 0.25
"""Seconds between bursts, longer than the pause that the hub keeps between two frames."""
SECONDS = 300.0
GOAL = Goal("p99", 50.0)


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """Milliseconds from its arrival until it was painted, and how many changes it brought."""

    took: float
    changes: int


async def _measure(server: Server, trial: Trial) -> list[Row]:
    address = server.address
    await _chair(address, trial, "prepare", {"item": ITEM, "question": "Thông qua?", "rule": {}})
    await _chair(address, trial, "open", {})
    rows: list[Row] = []
    every: list[Frame] = []
    async with browser() as page:
        await page.before_every_page(script("watch.js"))
        for scene in scenes(trial):
            frames, cpu = await _scene(page, address, trial, scene)
            every += frames
            rows += [
                spread(scene.name, scene.label, [frame.took / 1000 for frame in frames], goal=GOAL),
                Row(f"{scene.name}.cpu", "  … CPU của trang mỗi đợt", "ms", cpu * 1000 / len(frames)),
            ]
        rows.append(await _bare(page, len(trial.room.tablets), every))
    await _chair(address, trial, "close", {})
    return rows


async def _scene(page: Page, address: Address, trial: Trial, scene: Scene) -> tuple[list[Frame], float]:
    """The frames that came, and the seconds of processor time that the page spent on them."""
    await page.sign_in(address, scene.seat)
    await page.goto(f"http://{address.host}:{address.port}/#/meeting/{STREAM}/{scene.view}")
    for selector in scene.taps:
        await page.tap(selector)
    await page.until(scene.ready, WAIT)
    await asyncio.sleep(1.0)
    cpu = await page.cpu()
    for number in range(Bursts(trial).count):
        await asyncio.sleep(PAUSE)
        at = max(await asyncio.gather(*(_send(address, trial, scene, one) for one in scene.burst(number))))
        await page.until(f"icabinetWatch.at >= {at}", WAIT)
    cpu = await page.cpu() - cpu
    return msgspec.convert(await page.run("icabinetWatch.frames"), list[Frame]), cpu


def _send(address: Address, trial: Trial, scene: Scene, one: Burst) -> Awaitable[int]:
    key = f"{scene.name}-{trial.number}-{one.sender.user}-{one.key}"
    return command(address, STREAM, one.sender, key, one.fields)


async def _bare(page: Page, count: int, frames: list[Frame]) -> Row:
    """The same browser and the same numbers of changes, without the app."""
    await page.goto("about:blank")
    sizes = msgspec.json.encode([frame.changes for frame in frames]).decode()
    took: list[float] = await page.run(f"({script('bare.js')})({count}, {sizes})")
    return spread("bare", "trình duyệt trống: đổi chữ bấy nhiêu dòng", [one / 1000 for one in took])


async def _chair(address: Address, trial: Trial, act: str, fields: dict[str, object]) -> None:
    vote = f"v{trial.number}"
    tagged = {"type": f"vote.{act}", "vote": vote} | fields
    await command(address, STREAM, trial.room.chair, f"{act}-{vote}-chair", tagged)


def script(name: str) -> str:
    """A script beside this file, without its comments."""
    lines = importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


def run(trial: Trial) -> list[Row]:
    with cabinet_server(trial.data) as server:
        return in_loop(_measure(server, trial), SECONDS)


BENCH = Bench("console", "Bàn chủ trì và bàn thư ký vẽ lại trong trình duyệt", run)
