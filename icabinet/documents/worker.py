"""The child process that reads one untrusted paper and ends: `python -I -m icabinet.documents.worker`.

One Errand comes in as a JSON line, one Verdict goes out as a JSON line. Before any parser is loaded the process
takes limits upon itself and leaves the network.
"""

import ctypes
import os
import re
import resource
import shutil
import sys
import time
from pathlib import Path
from typing import BinaryIO

import msgspec

from icabinet.documents.errand import PDF_FILE, PICTURES_FILE, READING_FILE, DrawnMark, Errand, Step, Tell, Verdict
from icabinet.documents.kinds import Kind
from icabinet.documents.reading import Reading, encode
from icabinet.documents.refusals import BadPaper

_MAX_FILE_BYTES = 200 * 1024 * 1024
_MAX_OPEN_FILES = 128
_NEWS_PAUSE = 0.25
_RECOGNISING_SHARE = 4
"""Drawing 300 pages for Tesseract takes several times what reading their text does."""
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def main() -> int:
    """Read one errand from standard input and answer it."""
    errand = msgspec.json.decode(sys.stdin.buffer.readline(), type=Errand)
    with _answer_channel() as answer:
        _limit(errand)
        leave_network()
        verdict = _verdict(errand, _teller(answer))
        answer.write(msgspec.json.encode(msgspec.structs.replace(verdict, memory=_memory_held())) + b"\n")
    return 0


def _answer_channel() -> BinaryIO:
    """Standard output kept for the verdict alone: native libraries that print there print to nowhere."""
    channel = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return channel


def _teller(answer: BinaryIO) -> Tell:
    """Says how far the reading is, a few times a second at most; the first step of a stage at once."""
    last = Step("reading"), 0.0

    def tell(step: Step) -> None:
        nonlocal last
        now = time.monotonic()
        if step.stage != last[0].stage or step.stage == "recognising" or now - last[1] > _NEWS_PAUSE:
            last = step, now
            answer.write(msgspec.json.encode(step) + b"\n")
            answer.flush()

    return tell


def _memory_held() -> int:
    """Bytes of memory at most (proc(5), VmHWM); getrusage would count what the parent held before the exec."""
    try:
        found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    except OSError:
        found = None
    return int(found.group(1)) * 1024 if found else 0


def _limit(errand: Errand) -> None:
    """Tesseract runs in processes of its own, each with the time of one page."""
    seconds = max(1, int(errand.seconds * (_RECOGNISING_SHARE if errand.recognise else 1)))
    _lower(resource.RLIMIT_AS, errand.memory)
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_FSIZE, _MAX_FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, _MAX_OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(which: int, wanted: int) -> None:
    """Only the soft limit: LibreOffice, started from here, gets more memory than the parsers (see office)."""
    hard = resource.getrlimit(which)[1]
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(which, (soft, hard))


def leave_network() -> None:
    """Go into an empty network where the system allows it; elsewhere the links cut by docx_package must do."""
    if not sys.platform.startswith("linux"):
        return
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _verdict(errand: Errand, tell: Tell) -> Verdict:
    try:
        if errand.stamp:
            return _stamped(errand)
        if errand.marks is not None:
            return _marked(errand, errand.marks)
        if errand.pictures:
            return _pictured(errand)
        reading = _read(errand, tell)
        _write(Path(errand.out_dir, READING_FILE), encode(reading))
        return Verdict(True, len(reading.pages), reading.title, tuple(reading.warnings))
    except BadPaper as refusal:
        return Verdict(False, code=refusal.code, facts=refusal.facts)
    except MemoryError:
        return Verdict(False, code="paper.memory")
    except RecursionError:
        return Verdict(False, code="paper.too-complex")
    except Exception as error:
        return Verdict(False, code="paper.broken", facts={"error": type(error).__name__})


def _marked(errand: Errand, marks: list[DrawnMark]) -> Verdict:
    from icabinet.documents.annotate import annotate

    return Verdict(True, annotate(Path(errand.source), Path(errand.out_dir, PDF_FILE), marks))


def _stamped(errand: Errand) -> Verdict:
    from icabinet.documents.watermark import watermark

    copy = Path(errand.out_dir, PDF_FILE)
    return Verdict(True, watermark(Path(errand.source), copy, errand.stamp))


def _pictured(errand: Errand) -> Verdict:
    from icabinet.documents.small_pictures import draw_pictures, encode_pictures

    pictures = draw_pictures(Path(errand.source), errand.seconds)
    _write(Path(errand.out_dir, PICTURES_FILE), encode_pictures(pictures))
    return Verdict(True, len(pictures))


def _read(errand: Errand, tell: Tell) -> Reading:
    pdf, reading = _read_text(errand, tell)
    if errand.recognise:
        from icabinet.documents.recognise import recognise

        reading = recognise(pdf, reading, tell)
    return reading


def _read_text(errand: Errand, tell: Tell) -> tuple[Path, Reading]:
    """The PDF for reading and what text it holds."""
    source = Path(errand.source)
    if errand.kind is Kind.PDF:
        from icabinet.documents.pdf import read_pdf

        return source, read_pdf(source, tell)
    from icabinet.documents.convert import convert

    out = Path(errand.out_dir)
    work = out / "converting"
    work.mkdir()
    try:
        converted = convert(source, work, errand.seconds, errand.kind, tell)
        _write(out / PDF_FILE, converted.pdf.read_bytes())
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return out / PDF_FILE, converted.reading


def _write(path: Path, content: bytes) -> None:
    """All or nothing, even when the power fails."""
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


if __name__ == "__main__":
    sys.exit(main())
