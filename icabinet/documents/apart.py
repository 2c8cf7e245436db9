"""A file that somebody brought is opened in a process of its own with limits, as papers are: one question a process."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import icabinet

AT_ONCE = threading.BoundedSemaphore(2)
"""So many processes at most; the others wait, each in the worker thread that asks."""
_ROOT = Path(icabinet.__file__).resolve().parents[1]
_START = (
    "import sys\n"
    "from importlib import import_module\n"
    "root = sys.argv[1]\n"
    "if root not in sys.path: sys.path.insert(0, root)\n"
    "sys.exit(import_module(sys.argv[2]).main())\n"
)


class Died(Exception):
    """The process ended without an answer, or took too long."""


def ask(module: str, errand: bytes, patience: float) -> bytes:
    """What the module's `main` answers to one line, within `patience` seconds. Blocks until done; raises Died."""
    with AT_ONCE:
        return _asked(module, errand, patience)


def _asked(module: str, errand: bytes, patience: float) -> bytes:
    process = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT), module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ},
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(errand + b"\n", patience)
    except (subprocess.TimeoutExpired, OSError) as problem:
        raise Died(str(process.poll())) from problem
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
    if not said:
        raise Died(str(process.returncode))
    return said


def serve(answer: Callable[[bytes], bytes], *, seconds: int, memory: int) -> int:
    """Answer the one line of standard input, within `seconds` of processor time and `memory` bytes, off the network."""
    from icabinet.documents.worker import leave_network

    for which, wanted in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(which)[1]
        resource.setrlimit(which, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    leave_network()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.readline()))
    return 0
