"""Work on two versions of a paper in a process of its own, so that it holds up nobody: placing notes, comparing.

The readings were made by this program from papers that were checked, so only time and memory are limited.
`python -m icabinet.documents.aside` takes one Errand as a JSON line and answers one Answer.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import msgspec

import icabinet
from icabinet.documents.anchors import Anchor, Placement, Placer
from icabinet.documents.compare import Comparison, NoText, TooLong, compare
from icabinet.documents.ink_pages import Sheet, SheetPlace, place_sheets
from icabinet.documents.reading import Reading, decode

SECONDS = 120
MEMORY = 2 * 1024**3
_ROOT = Path(icabinet.__file__).resolve().parents[1]
_START = (
    "import sys\n"
    "root = sys.argv[1]\n"
    "if root not in sys.path: sys.path.insert(0, root)\n"
    "from icabinet.documents.aside import main\n"
    "sys.exit(main())\n"
)


class Errand(msgspec.Struct, frozen=True):
    """Two readings by their paths; without anchors or sheets they are compared."""

    old: str
    new: str
    anchors: list[Anchor] | None = None
    sheets: list[Sheet] | None = None


class Answer(msgspec.Struct, frozen=True):
    """Placements, or a comparison, or the code of a reason why there is none."""

    placements: list[Placement] = []
    sheets: list[SheetPlace] = []
    comparison: Comparison | None = None
    reason: str = ""


class Broken(Exception):
    """The process died, or took too long."""


def ask(errand: Errand) -> Answer:
    """Blocks until done. Raises Broken."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(msgspec.json.encode(errand) + b"\n", SECONDS)
        return msgspec.json.decode(said, type=Answer)
    except (subprocess.TimeoutExpired, msgspec.DecodeError, OSError) as problem:
        raise Broken(str(process.poll())) from problem
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()


def main() -> int:
    """Read one errand from standard input and answer it."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))
    errand = msgspec.json.decode(sys.stdin.buffer.readline(), type=Errand)
    sys.stdout.buffer.write(msgspec.json.encode(_answer(errand)))
    return 0


def _answer(errand: Errand) -> Answer:
    old, new = _reading(errand.old), _reading(errand.new)
    if errand.anchors is not None:
        placer = Placer(old, new)
        return Answer(placements=[placer.place(anchor) for anchor in errand.anchors])
    if errand.sheets is not None:
        return Answer(sheets=place_sheets(old, new, errand.sheets))
    try:
        return Answer(comparison=compare(old, new))
    except TooLong:
        return Answer(reason="compare.too-long")
    except NoText:
        return Answer(reason="compare.no-text")


def _reading(path: str) -> Reading:
    return decode(Path(path).read_bytes())


if __name__ == "__main__":
    sys.exit(main())
