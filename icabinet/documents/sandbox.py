"""Reading an untrusted paper from the server's side: one limited child process a file.

Whatever the file does to the child, the caller gets an Outcome or a BadPaper, and `out_dir` holds either all
results or none.
"""

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

import icabinet
from icabinet.documents.errand import (
    PDF_FILE,
    PICTURES_FILE,
    READING_FILE,
    DrawnMark,
    Errand,
    Step,
    Tell,
    Verdict,
    untold,
)
from icabinet.documents.kinds import Kind
from icabinet.documents.refusals import BadPaper

GIB = 1024**3
_ROOT = Path(icabinet.__file__).resolve().parents[1]
_START = (
    "import sys\n"
    "root = sys.argv[1]\n"
    "if root not in sys.path: sys.path.insert(0, root)\n"
    "from icabinet.documents.worker import main\n"
    "sys.exit(main())\n"
)
_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TESSDATA_PREFIX")
PATIENCE = 4.0
"""Wall clock for each second of CPU time that is allowed: a busy server must not refuse a good paper."""
PAGE_SECONDS = 60.0
"""Wall clock that a scanned page may take."""
_LONGEST_LINE = 1024 * 1024
LOOK_UP_SECONDS = 0.5
"""So often it is asked whether somebody still waits for the work."""
_OUT_OF_MEMORY = frozenset({signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGBUS})


class GivenUp(Exception):
    """Nobody waits for the work any more; its process has ended."""


Wanted = Callable[[], bool]


def always() -> bool:
    """For work whose end is wanted, come what may."""
    return True


class Outcome(msgspec.Struct, frozen=True):
    """A paper that was read: number of pages, title ("" when it names none), warnings as stable codes."""

    pages: int
    title: str
    warnings: list[str]


def read_paper(
    source: Path,
    kind: Kind,
    out_dir: Path,
    *,
    seconds: float = 60,
    memory: int = GIB,
    recognise: bool = False,
    tell: Tell = untold,
) -> Outcome:
    """Read `source` in a child process and put reading.msgpack (and reading.pdf for all but PDF) into `out_dir`.

    `seconds` bounds the CPU time, PATIENCE times as many the wall clock, `memory` the address space in bytes. With
    `recognise` also the letters of scanned pages, each of which may take PAGE_SECONDS more. Blocks until done, telling
    how far it is.
    Raises BadPaper.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".reading-", dir=out_dir)).resolve()
    try:
        results = work / "results"
        results.mkdir()
        verdict = _run(
            Errand(str(source.resolve()), kind, str(results), seconds, memory, recognise=recognise), work, tell
        )
        if not verdict.ok:
            raise BadPaper(verdict.code, **verdict.facts)
        for name in (PDF_FILE, READING_FILE):
            if (results / name).exists():
                (results / name).replace(out_dir / name)
        return Outcome(verdict.pages, verdict.title, list(verdict.warnings))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def try_paper(source: Path, kind: Kind, out_dir: Path, *, seconds: float = 60, memory: int = GIB) -> Verdict:
    """As read_paper, but only the verdict is kept; nothing is raised. For trying the reader on many files."""
    work = Path(tempfile.mkdtemp(prefix=".trying-", dir=out_dir)).resolve()
    try:
        return _run(Errand(str(source.resolve()), kind, str(work), seconds, memory), work, untold)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def mark_paper(
    source: Path,
    marks: Sequence[DrawnMark],
    target: Path,
    *,
    seconds: float = 60,
    memory: int = GIB,
    wanted: Wanted = always,
) -> None:
    """Put at `target` a copy of a PDF with annotations. Blocks until done, or until it is not wanted any more.

    Raises BadPaper, GivenUp.
    """
    errand = Errand(str(source.resolve()), Kind.PDF, "", seconds, memory, marks=list(marks))
    _make(errand, PDF_FILE, target, wanted)


def stamp_paper(source: Path, words: str, target: Path, *, seconds: float = 60, memory: int = GIB) -> None:
    """Put at `target` a copy of a PDF with `words` across every page. Blocks until done. Raises BadPaper."""
    _make(Errand(str(source.resolve()), Kind.PDF, "", seconds, memory, stamp=words), PDF_FILE, target)


def picture_paper(source: Path, target: Path, *, seconds: float = 60, memory: int = GIB) -> None:
    """Put at `target` small pictures of a PDF's pages (see small_pictures). Blocks until done. Raises BadPaper."""
    _make(Errand(str(source.resolve()), Kind.PDF, "", seconds, memory, pictures=True), PICTURES_FILE, target)


def _make(errand: Errand, result: str, target: Path, wanted: Wanted = always) -> None:
    """Run the errand in a folder of its own beside `target`, and put its `result` there whole."""
    if not wanted():
        raise GivenUp
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".making-", dir=target.parent)).resolve()
    try:
        verdict = _run(msgspec.structs.replace(errand, out_dir=str(work)), work, untold, wanted)
        if not verdict.ok:
            raise BadPaper(verdict.code, **verdict.facts)
        (work / result).replace(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run(errand: Errand, work: Path, tell: Tell, wanted: Wanted = always) -> Verdict:
    """Python's -I keeps the environment and the working directory from choosing what is imported."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=work,
        env=_environment(work),
        start_new_session=True,
    )
    try:
        answer = _listen(process, errand, tell, wanted)
    except (TimeoutError, subprocess.TimeoutExpired):
        return Verdict(False, code="paper.timeout")
    finally:
        _end_session(process)
    return _understood(answer, process.returncode)


def _listen(process: subprocess.Popen[bytes], errand: Errand, tell: Tell, wanted: Wanted) -> bytes:
    """The child's last line, its verdict; what comes before are steps. Raises TimeoutError when its time is over, or
    GivenUp.
    """
    with contextlib.suppress(BrokenPipeError):  # it died at once; its status tells how
        assert process.stdin and process.stdout
        process.stdin.write(msgspec.json.encode(errand) + b"\n")
        process.stdin.close()
    deadline = time.monotonic() + errand.seconds * PATIENCE
    last, begun = b"", b""
    while chunk := _next_chunk(process, deadline, wanted):
        *lines, begun = (begun + chunk).split(b"\n")
        for line in lines:
            last = line
            step = _step(line)
            if step:
                tell(step)
                more = PAGE_SECONDS if step.stage == "recognising" else 0.0
                deadline = max(deadline, time.monotonic() + more)
        if len(begun) > _LONGEST_LINE:
            return b""
    process.wait(max(0.1, deadline - time.monotonic()))
    return last


def _next_chunk(process: subprocess.Popen[bytes], deadline: float, wanted: Wanted) -> bytes:
    assert process.stdout
    ready = False
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not ready:
            if not wanted():
                raise GivenUp
            left = deadline - time.monotonic()
            ready = bool(selector.select(max(0.0, min(LOOK_UP_SECONDS, left))))
            if not ready and left <= 0:
                raise TimeoutError
    return os.read(process.stdout.fileno(), 64 * 1024)


def _step(line: bytes) -> Step | None:
    try:
        return msgspec.json.decode(line, type=Step)
    except msgspec.DecodeError:
        return None


def _environment(work: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return kept | {"HOME": str(work), "TMPDIR": str(work), "LANG": "C.UTF-8"}


def _understood(answer: bytes, status: int) -> Verdict:
    if status == 0:
        try:
            return msgspec.json.decode(answer, type=Verdict)
        except msgspec.DecodeError:
            return Verdict(False, code="paper.broken", facts={"status": status})
    return Verdict(False, code=_code_of_death(status), facts={"status": status})


def _code_of_death(status: int) -> str:
    """Native parsers abort when an allocation fails; the kernel kills with SIGKILL when memory runs out."""
    if -status == signal.SIGXCPU:
        return "paper.timeout"
    return "paper.memory" if -status in _OUT_OF_MEMORY else "paper.broken"


def _end_session(process: subprocess.Popen[bytes]) -> None:
    """End the child with everything it started: a converter has a process group of its own in the same session."""
    for group in _groups_of(process.pid):
        try:
            os.killpg(group, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


def _groups_of(session: int) -> set[int]:
    """The process groups of a session (proc(5): fields 5 and 6 of stat follow the name in parentheses)."""
    groups = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if len(fields) > 3 and int(fields[3]) == session:
            groups.add(int(fields[2]))
    return groups or {session}
