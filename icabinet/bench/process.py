"""The server under measurement: a process of its own, on a free port of this machine, on a database of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .requests import Address

HOST = "127.0.0.1"
START_SECONDS = 30.0
STOP_SECONDS = 15.0
NO_MODEL = "no-model"


class NotStarted(Exception):
    """The server did not answer in time, or ended by itself."""


class Server:
    """A running server process and what it costs."""

    def __init__(self, process: subprocess.Popen[bytes], address: Address, started_in: float) -> None:
        self.address = address
        self.started_in = started_in
        self._process = process

    def memory(self) -> int:
        """Bytes of memory that the process holds (RSS; Linux only)."""
        return memory_of(self._process.pid)

    def cpu(self) -> float:
        """Seconds of processor time that the process has used."""
        return cpu_of(self._process.pid)


def memory_of(pid: int) -> int:
    """Bytes of memory that a process holds (RSS; Linux only)."""
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def peak_of(pid: int) -> int:
    """Bytes of memory that a process held when it held most (Linux only)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def cpu_of(pid: int) -> float:
    """Seconds of processor time that all threads of a process have used (Linux only)."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


@contextlib.contextmanager
def cabinet_server(data: Path, model: Path | None = None) -> Iterator[Server]:
    """`icabinet serve` on the data folder; without a model the assistant searches by words."""
    port = _free_port()
    own = {
        "ICABINET_DATA": str(data),
        "ICABINET_DATABASE": "",
        "ICABINET_HOST": HOST,
        "ICABINET_PORT": str(port),
        "ICABINET_MODEL": str(model or data / NO_MODEL),
        "ICABINET_SECURE": "false",
    }
    with running(["-m", "icabinet.cli.main", "serve"], Address(HOST, port), own) as server:
        yield server


@contextlib.contextmanager
def plain_server() -> Iterator[Server]:
    """The two ways of fan-out without database (bench.plain)."""
    port = _free_port()
    with running(["-m", "icabinet.bench.plain", HOST, str(port)], Address(HOST, port), {}) as server:
        yield server


@contextlib.contextmanager
def running(arguments: list[str], address: Address, own: dict[str, str]) -> Iterator[Server]:
    """Starts Python with the arguments, waits until the port answers, and ends the process afterwards."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], env=os.environ | own, stdout=subprocess.DEVNULL)
    try:
        _wait(process, address)
        yield Server(process, address, time.perf_counter() - start)
    finally:
        _end(process)


def _wait(process: subprocess.Popen[bytes], address: Address) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise NotStarted(f"the server ended with {process.returncode}")
        if _answers(address):
            return
        time.sleep(0.02)
    raise NotStarted(f"no answer within {START_SECONDS:.0f} s")


def _answers(address: Address) -> bool:
    try:
        with socket.create_connection((address.host, address.port), timeout=5.0) as connection:
            connection.sendall(b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return connection.recv(12) == b"HTTP/1.1 200"
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
