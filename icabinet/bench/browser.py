"""A real browser, steered over its own debugging protocol (Chrome DevTools): nothing else has to be installed."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect

from .requests import Address, Seat

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
SIZE = (1180, 820)
"""Pixels of the tablet that the screens are made for."""
START_SECONDS = 30.0
STOP_SECONDS = 10.0
POLL = 0.02
_QUIET = (
    "--headless=new",
    "--disable-gpu",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-port=0",
)


class NoBrowser(Exception):
    """No Chromium is installed, or it did not start."""


class PageError(Exception):
    """The page could not do what it was asked for."""


def found() -> str:
    """The program, from $ICABINET_CHROMIUM or by its usual names. Raises NoBrowser."""
    named = os.environ.get("ICABINET_CHROMIUM", "")
    for name in (named, *NAMES):
        path = shutil.which(name) if name else None
        if path:
            return path
    raise NoBrowser("không có trình duyệt Chromium (đặt đường dẫn vào ICABINET_CHROMIUM)")


@contextlib.asynccontextmanager
async def browser() -> AsyncIterator[Page]:
    """Starts a browser with a profile of its own that goes with it, and opens one page."""
    program = found()
    with tempfile.TemporaryDirectory(prefix="icabinet-browser-", ignore_cleanup_errors=True) as profile:
        rootless = ["--no-sandbox"] if os.geteuid() == 0 else []
        window = f"--window-size={SIZE[0]},{SIZE[1]}"
        command = [program, *_QUIET, *rootless, window, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            endpoint = await _endpoint(process, Path(profile) / "DevToolsActivePort")
            async with connect(endpoint, max_size=None, compression=None) as connection:
                yield await Page.open(connection)
        finally:
            _end(process)


class Page:
    """One tab."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self._session = ""

    @classmethod
    async def open(cls, connection: ClientConnection) -> Page:
        page = cls(connection)
        target = await page.call("Target.createTarget", url="about:blank")
        attached = await page.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page._session = attached["sessionId"]
        await page.call("Page.enable")
        width, height = SIZE
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await page.call("Emulation.setDeviceMetricsOverride", **size)
        return page

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol and its answer; what the browser reports meanwhile is passed over."""
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        await self._connection.send(msgspec.json.encode(message).decode())
        async for raw in self._connection:
            answer = msgspec.json.decode(raw)
            if answer.get("id") == number:
                if "error" in answer:
                    raise PageError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
        raise PageError(f"{method}: the browser has gone")

    async def before_every_page(self, script: str) -> None:
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    async def sign_in(self, address: Address, seat: Seat) -> None:
        """The page has the seat's cookie from its next request on."""
        name, _, value = seat.cookie.partition("=")
        await self.call("Network.setCookie", name=name, value=value, url=f"http://{address.host}:{address.port}/")

    async def goto(self, url: str) -> None:
        """Loads it anew, also when only the part after # differs."""
        await self.call("Page.navigate", url="about:blank")
        await self.call("Page.navigate", url=url)

    async def run(self, script: str) -> Any:
        """The value of an expression; of a promise, what it brings. Raises PageError."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        answer = await self.call("Runtime.evaluate", **asked)
        if "exceptionDetails" in answer:
            raise PageError(str(answer["exceptionDetails"].get("exception", {}).get("description", script)))
        return answer["result"].get("value")

    async def cpu(self) -> float:
        """Seconds of processor time that the page's own thread has used since the page was loaded."""
        await self.call("Performance.enable", timeDomain="threadTicks")
        found = (await self.call("Performance.getMetrics"))["metrics"]
        return next(float(one["value"]) for one in found if one["name"] == "TaskDuration")

    async def until(self, condition: str, seconds: float) -> None:
        """Waits until the expression is true. Raises PageError."""
        for _ in range(int(seconds / POLL)):
            if await self.run(f"Boolean({condition})"):
                return
            await asyncio.sleep(POLL)
        raise PageError(f"not within {seconds:.0f} s: {condition}")

    async def renderers(self) -> list[int]:
        """The processes that draw pages."""
        session, self._session = self._session, ""
        try:
            found = (await self.call("SystemInfo.getProcessInfo"))["processInfo"]
        finally:
            self._session = session
        return [int(one["id"]) for one in found if one["type"] == "renderer"]

    async def tap(self, selector: str, seconds: float = START_SECONDS) -> None:
        """Presses it as soon as it is there; what can be folded is unfolded."""
        found = f"document.querySelector({msgspec.json.encode(selector).decode()})"
        await self.until(found, seconds)
        await self.run(f"(it => it.tagName === 'DETAILS' ? (it.open = true) : it.click())({found})")


async def _endpoint(process: subprocess.Popen[bytes], said: Path) -> str:
    """Where the browser listens, as soon as it has written it down."""
    for _ in range(int(START_SECONDS / POLL)):
        if process.poll() is not None:
            raise NoBrowser(f"trình duyệt dừng ngay khi khởi động ({process.returncode})")
        lines = said.read_text(encoding="ascii").split() if said.exists() else []
        if len(lines) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        await asyncio.sleep(POLL)
    raise NoBrowser(f"trình duyệt không khởi động trong {START_SECONDS:.0f} giây")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
