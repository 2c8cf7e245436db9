"""Reading an untrusted paper from the server's side: one limited child process a file.

Whatever the file does to the child, the caller gets an Outcome or a BadPaper, and `out_dir` holds either all
results or none.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

import icabinet
from icabinet.documents.errand import PDF_FILE, READING_FILE, Errand, Verdict
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
_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
_OUT_OF_MEMORY = frozenset({signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGBUS})


class Outcome(msgspec.Struct, frozen=True):
    """A paper that was read: number of pages, title ("" when it names none), warnings as stable codes."""

    pages: int
    title: str
    warnings: list[str]


def read_paper(source: Path, kind: Kind, out_dir: Path, *, seconds: float = 60, memory: int = GIB) -> Outcome:
    """Read `source` in a child process and put reading.msgpack (and reading.pdf for a .docx) into `out_dir`.

    `seconds` bounds the wall clock and the CPU time, `memory` the address space in bytes. Blocks until done.
    Raises BadPaper.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".reading-", dir=out_dir)).resolve()
    try:
        results = work / "results"
        results.mkdir()
        verdict = _run(Errand(str(source.resolve()), kind, str(results), seconds, memory), work)
        if not verdict.ok:
            raise BadPaper(verdict.code, **verdict.facts)
        for name in (PDF_FILE, READING_FILE):
            if (results / name).exists():
                (results / name).replace(out_dir / name)
        return Outcome(verdict.pages, verdict.title, list(verdict.warnings))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def stamp_paper(source: Path, words: str, target: Path, *, seconds: float = 60, memory: int = GIB) -> None:
    """Put at `target` a copy of a PDF with `words` across every page. Blocks until done. Raises BadPaper."""
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".stamping-", dir=target.parent)).resolve()
    try:
        verdict = _run(Errand(str(source.resolve()), Kind.PDF, str(work), seconds, memory, words), work)
        if not verdict.ok:
            raise BadPaper(verdict.code, **verdict.facts)
        (work / PDF_FILE).replace(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run(errand: Errand, work: Path) -> Verdict:
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
        answer, _ = process.communicate(msgspec.json.encode(errand) + b"\n", errand.seconds)
    except subprocess.TimeoutExpired:
        return Verdict(False, code="paper.timeout")
    finally:
        _end_session(process)
    return _understood(answer, process.returncode)


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
