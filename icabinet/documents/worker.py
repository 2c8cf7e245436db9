"""The child process that reads one untrusted paper and ends: `python -I -m icabinet.documents.worker`.

One Errand comes in as a JSON line, one Verdict goes out as a JSON line. Before any parser is loaded the process
takes limits upon itself and leaves the network.
"""

import ctypes
import os
import resource
import shutil
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from icabinet.documents.errand import PDF_FILE, READING_FILE, Errand, Verdict
from icabinet.documents.kinds import Kind
from icabinet.documents.reading import Reading, encode
from icabinet.documents.refusals import BadPaper

_MAX_FILE_BYTES = 200 * 1024 * 1024
_MAX_OPEN_FILES = 128
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def main() -> int:
    """Read one errand from standard input and answer it."""
    errand = msgspec.json.decode(sys.stdin.buffer.readline(), type=Errand)
    with _answer_channel() as answer:
        _limit(errand)
        _leave_network()
        answer.write(msgspec.json.encode(_verdict(errand)) + b"\n")
    return 0


def _answer_channel() -> BinaryIO:
    """Standard output kept for the verdict alone: native libraries that print there print to nowhere."""
    channel = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return channel


def _limit(errand: Errand) -> None:
    seconds = max(1, int(errand.seconds))
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


def _leave_network() -> None:
    """Go into an empty network where the system allows it; elsewhere the links cut by docx_package must do."""
    if not sys.platform.startswith("linux"):
        return
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _verdict(errand: Errand) -> Verdict:
    try:
        if errand.stamp:
            return _stamped(errand)
        reading = _read(errand)
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


def _stamped(errand: Errand) -> Verdict:
    from icabinet.documents.watermark import watermark

    copy = Path(errand.out_dir, PDF_FILE)
    return Verdict(True, watermark(Path(errand.source), copy, errand.stamp))


def _read(errand: Errand) -> Reading:
    source = Path(errand.source)
    if errand.kind is Kind.PDF:
        from icabinet.documents.pdf import read_pdf

        return read_pdf(source)
    from icabinet.documents.convert import convert

    out = Path(errand.out_dir)
    work = out / "converting"
    work.mkdir()
    try:
        converted = convert(source, work, errand.seconds, errand.kind)
        _write(out / PDF_FILE, converted.pdf.read_bytes())
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return converted.reading


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
