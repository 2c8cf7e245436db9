"""The reader of papers tried on a folder of files, or on made-up ones: what became of each, and that none harmed it."""

from __future__ import annotations

import collections
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..documents.kinds import inspect
from ..documents.refusals import MESSAGES, BadPaper
from ..documents.samples import samples
from ..documents.sandbox import try_paper

SECONDS = 60.0
GRACE = 15.0
"""Seconds more that ending a child may take; beyond, the reader itself hangs."""
_MIB = 1024 * 1024
_SHOWN = 5
_STOPPED = ("paper.timeout", "paper.memory")


class Tried(msgspec.Struct, frozen=True):
    """What became of one file: `end` is read, refused, stopped (its limits), crashed or hung; `code` tells more."""

    name: str
    kind: str
    end: str
    code: str
    seconds: float
    memory: int


def try_files(files: Iterable[Path], work: Path) -> list[Tried]:
    return [_try(path, work) for path in files]


def make(count: int, folder: Path) -> list[Path]:
    """Writes made-up papers, good and broken ones, into an empty folder."""
    files = []
    for name, content in samples(count):
        files.append(folder / name)
        files[-1].write_bytes(content)
    return files


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _try(path: Path, work: Path) -> Tried:
    """The gate runs here as it does in the server; only the reading itself is done in a child."""
    started = time.monotonic()
    kind, memory = "?", 0
    try:
        found = inspect(path, path.name)
        kind = found.value
        verdict = try_paper(path, found, work, seconds=SECONDS)
        memory = verdict.memory
        end, code = ("read", "") if verdict.ok else _end_of(verdict.code, verdict.facts)
    except BadPaper as refusal:
        end, code = "refused", refusal.code
    except Exception as error:  # the report is about such ends
        end, code = "crashed", type(error).__name__
    seconds = time.monotonic() - started
    if seconds > SECONDS + GRACE:
        end = "hung"
    return Tried(path.name, kind, end, code, seconds, memory)


def _end_of(code: str, facts: dict[str, int | str]) -> tuple[str, str]:
    """A child that ended by itself without a word, or an error nobody foresaw, is a crash however it is told."""
    if code in _STOPPED:
        return "stopped", code
    if "status" in facts:
        return "crashed", f"status {facts['status']}"
    if "error" in facts:
        return "crashed", str(facts["error"])
    return ("refused", code) if code in MESSAGES else ("crashed", code)


def is_sound(tried: list[Tried]) -> bool:
    return not any(one.end in ("crashed", "hung") for one in tried)


def report(tried: list[Tried]) -> str:
    """Per kind what became of the files; every code with its number; the slowest and the largest."""
    ends = ("read", "refused", "stopped", "crashed", "hung")
    rows = [["kind", "files", *ends]]
    for kind in sorted({one.kind for one in tried}):
        of_kind = [one for one in tried if one.kind == kind]
        rows.append([kind, str(len(of_kind)), *(str(sum(one.end == end for one in of_kind)) for end in ends)])
    rows.append(["all", str(len(tried)), *(str(sum(one.end == end for one in tried)) for end in ends)])
    codes = collections.Counter(f"{one.end}: {one.code}" for one in tried if one.code)
    parts = [
        _table(rows),
        _table([[code, str(number)] for code, number in codes.most_common()]),
        _table([["slowest", "s"], *([one.name, f"{one.seconds:.1f}"] for one in _largest(tried, "seconds"))]),
        _table([["largest", "MiB"], *([one.name, str(one.memory // _MIB)] for one in _largest(tried, "memory"))]),
    ]
    bad = [[one.end, one.name, one.code] for one in tried if one.end in ("crashed", "hung")]
    return "\n\n".join(filter(None, [*parts, _table(bad)])) + "\n"


def _largest(tried: list[Tried], by: str) -> list[Tried]:
    return sorted(tried, key=lambda one: float(getattr(one, by)), reverse=True)[:_SHOWN]


def _table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def lines(tried: list[Tried]) -> str:
    """Every file on a line of its own, cells parted by tabs."""
    head = "file\tkind\tend\tcode\tseconds\tMiB\n"
    return head + "".join(
        f"{one.name}\t{one.kind}\t{one.end}\t{one.code}\t{one.seconds:.2f}\t{one.memory // _MIB}\n" for one in tried
    )
