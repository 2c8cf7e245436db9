"""A real server in a process of its own, spoken to over real sockets."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import secrets
import socket
import ssl
import time
from collections.abc import Iterator
from functools import cache, partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import argon2
import httpx2
import pytest
from websockets.sync.client import ClientConnection, connect

from icabinet.cli.main import cli
from icabinet.store.database import Database
from tests.conftest import postgres_url, sqlite_url
from tests.databases import make_ready
from tests.patience import PATIENCE
from tests.rooms import MEETING, found_meeting

PASSWORD = "mat-khau-thu-1"
PLAIN = ssl.create_default_context()
"""Of every client that speaks http: each would read all authorities of this machine anew, and ask none of them."""

NURSERY = multiprocessing.get_context("forkserver")
"""Servers are forked off one process that has imported all they need: each starts in a tenth of the time."""
NURSERY.set_forkserver_preload(["icabinet.cli.serve", "icabinet.server.app", __name__])


ANEW = httpx2.Limits(max_keepalive_connections=0)
"""The server lets a connection go that rests for five seconds, maybe just when a slow machine's test speaks again."""
get = partial(httpx2.get, verify=PLAIN, timeout=PATIENCE)
post = partial(httpx2.post, verify=PLAIN, timeout=PATIENCE)
"""By somebody who has not signed in."""


class Tab:
    """One signed-in browser tab: HTTP with its cookie and CSRF token, and websockets."""

    def __init__(self, server: Server, login: str, password: str = PASSWORD) -> None:
        self.server = server
        self.http = httpx2.Client(base_url=server.url, timeout=PATIENCE, verify=PLAIN, limits=ANEW)
        answer = self.http.post("/api/sign-in", json={"login": login, "password": password})
        assert answer.status_code == 200, answer.text
        self.me = answer.json()
        self.http.headers["x-csrf-token"] = self.me["csrf"]

    def key(self) -> str:
        return secrets.token_hex(12)

    def command(self, type_: str, key: str = "", stream: str = MEETING, **fields: Any) -> httpx2.Response:
        headers = {"idempotency-key": key or self.key()}
        return self.http.post(f"/api/streams/{stream}/commands", json={"type": type_, **fields}, headers=headers)

    def do(self, type_: str, **fields: Any) -> int:
        answer = self.command(type_, **fields)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["at"])

    def records(self, stream: str = MEETING) -> dict[str, dict[str, Any]]:
        answer = self.http.get(f"/api/streams/{stream}")
        assert answer.status_code == 200, answer.text
        found: dict[str, dict[str, Any]] = answer.json()["records"]
        return found

    def at(self, stream: str = MEETING) -> int:
        return int(self.http.get(f"/api/streams/{stream}").json()["at"])

    def upload(
        self, content: bytes, name: str = "tài liệu.pdf", paper: str = "p1", item: str = "i2", readers: str = ""
    ) -> httpx2.Response:
        """`readers`: a JSON list, for a paper that is secret from the start."""
        headers = {"idempotency-key": self.key(), "x-file-name": quote(name)}
        return self.http.post(
            f"/api/streams/{MEETING}/papers",
            params={"paper": paper, "version": f"{paper}v", "item": item, "title": "", "readers": readers},
            content=content,
            headers=headers,
        )

    def socket(self, origin: str | None = None) -> ClientConnection:
        cookie = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        address = self.server.url.replace("http", "ws", 1) + "/ws"
        return connect(address, additional_headers={"Cookie": cookie}, origin=origin, max_size=2**24)  # type: ignore[arg-type]

    @contextlib.contextmanager
    def follow(self, since: int, stream: str = MEETING) -> Iterator[ClientConnection]:
        """A tablet that has been greeted and has subscribed."""
        with self.socket() as socket_:
            assert json.loads(socket_.recv())["type"] == "hello"
            socket_.send(json.dumps({"type": "subscribe", "streams": {stream: since}}))
            yield socket_


class Server:
    def __init__(self, data: Path, database: str) -> None:
        self.data = data
        self.database = database
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.context = PLAIN
        self.more: dict[str, str] = {}
        self.said: Path | None = None
        self.process: BaseProcess | None = None
        self.tabs: list[Tab] = []

    def start(self) -> None:
        environment = {
            **os.environ,
            "ICABINET_DATA": str(self.data),
            "ICABINET_DATABASE": self.database,
            "ICABINET_PORT": str(self.port),
            "ICABINET_MODEL": str(self.data / "no-model"),
            **self.more,
        }
        self.process = self.process_of(environment)
        self.process.start()
        self.wait()

    def process_of(self, environment: dict[str, str]) -> BaseProcess:
        return NURSERY.Process(target=serve, args=(environment, self.said))

    def wait(self) -> None:
        assert self.process is not None
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.is_alive():
            with contextlib.suppress(httpx2.TransportError):
                if httpx2.get(f"{self.url}/api/health", verify=self.context).status_code == 200:
                    return
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """As a power cut: no goodbye, no flush."""
        assert self.process is not None
        self.process.kill()
        self.process.join()

    def stop(self) -> None:
        assert self.process is not None
        self.process.terminate()
        self.process.join(PATIENCE)
        assert self.process.exitcode is not None

    def tab(self, login: str) -> Tab:
        self.tabs.append(Tab(self, login))
        return self.tabs[-1]


def serve(environment: dict[str, str], said: Path | None) -> None:
    """`icabinet serve` with these variables and no others; what it says goes to the file."""
    os.environ.clear()
    os.environ.update(environment)
    if said:
        said.parent.mkdir(exist_ok=True)
        file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, 1)
        os.dup2(file, 2)
    cli(["--verbose", "serve"] if said else ["serve"])


def free_port() -> int:
    """Below those that the system gives to callers: no client's connection takes it before the server does."""
    while True:
        with socket.socket() as probe, contextlib.suppress(OSError):
            port = 10_000 + secrets.randbelow(22_000)
            probe.bind(("127.0.0.1", port))
            return port


@cache
def hashed() -> str:
    """Argon2id is slow on purpose, and says in the hash how slow: people whom tests sign in have a quick one."""
    return argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def _served(folder: Path, database: str) -> Iterator[Server]:
    make_ready(database)
    db = Database(database)
    found_meeting(db, password_hash=hashed())
    db.close()
    server = Server(folder / "data", database)
    server.start()
    yield server
    for tab in server.tabs:
        tab.http.close()
    server.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    yield from _served(tmp_path, sqlite_url(tmp_path))


@pytest.fixture(params=["sqlite", "postgresql"])
def any_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """On both engines."""
    if request.param == "sqlite":
        yield from _served(tmp_path, sqlite_url(tmp_path))
    else:
        yield from _served(tmp_path, postgres_url(request.getfixturevalue("postgres")))


def receive(socket_: ClientConnection, type_: str = "events", seconds: float = PATIENCE) -> dict[str, Any]:
    """The next message of a type; others are passed over."""
    until = time.monotonic() + seconds
    while True:
        message: dict[str, Any] = json.loads(socket_.recv(timeout=max(0.01, until - time.monotonic())))
        if message["type"] == type_:
            return message


def wait_for_change(socket_: ClientConnection, kind: str, seconds: float = PATIENCE) -> list[Any]:
    """The next change of a record of this kind, as [kind, id, value]."""
    while True:
        for change in receive(socket_, seconds=seconds)["changes"]:
            if change[0] == kind:
                return list(change)
