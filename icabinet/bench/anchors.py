"""Notes placed in a new version: how many are kept, found, and put in the wrong place, for every kind of edit."""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from pathlib import Path

import rdocx

from ..documents.anchors import Placer
from ..documents.kinds import Kind
from ..documents.reading import Reading, decode
from ..documents.sandbox import read_paper
from .drafts import Draft, Writer
from .edits import EDITS, Edit, everything
from .figures import Goal, Row, share
from .marks import Judge, marks
from .packet import word_file
from .trial import Bench, Trial
from .typeset import Ruler, Setting, typeset

NOTES = 60
PAPERS = 6
ARTICLES = 14
SETTINGS = (Setting(), Setting(letters=70, lines=46), Setting(letters=96, lines=33, head="Dự thảo lần 2 – trang {}"))
KEPT, FOUND, WRONG = Goal("median", 98.0, at_least=True), Goal("median", 90.0, at_least=True), Goal("median", 0.2)


class Tally:
    """What became of the notes of one kind of edit."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.seconds: list[float] = []

    def add(self, old: tuple[Draft, Reading, Setting | None], new: tuple[Draft, Reading, Setting | None]) -> None:
        """Places notes of one paper. Raises ValueError when a reading does not say what its draft says."""
        ruler, judge = Ruler(*old), Judge(Ruler(*new))
        start = time.perf_counter()
        placer = Placer(old[1], new[1])
        prepared = (time.perf_counter() - start) / NOTES
        for mark in marks(old[1], ruler, NOTES, random.Random(len(ruler.words))):
            start = time.perf_counter()
            placement = placer.place(mark.anchor)
            self.seconds.append(time.perf_counter() - start + prepared)
            self.counts[judge.truth(mark)[0], judge.verdict(mark, placement)] += 1

    def join(self, other: Tally) -> None:
        self.counts += other.counts
        self.seconds += other.seconds

    def rows(self, name: str, label: str) -> list[Row]:
        rows = []
        for truth, verdicts, words, goal in (
            ("same", ("right",), "chữ không đổi: giữ đúng chỗ", KEPT),
            ("edited", ("right", "offered"), "chữ bị sửa: tìm thấy", FOUND),
        ):
            total = sum(count for (one, _), count in self.counts.items() if one == truth)
            good = sum(self.counts[truth, verdict] for verdict in verdicts)
            if total:
                rows.append(Row(f"{name}.{truth}", f"{label}, {words} ({total})", "%", 100 * good / total, goal=goal))
        wrong = sum(count for (_, verdict), count in self.counts.items() if verdict == "wrong")
        total = self.counts.total()
        rows.append(Row(f"{name}.wrong", f"{label}, đặt sai chỗ ({total})", "%", 100 * wrong / total, goal=WRONG))
        return rows


def _generated(edit: Edit, seed: int) -> Tally:
    tally = Tally()
    for number in range(PAPERS):
        writer = Writer(1000 * seed + number)
        draft = writer.draft(ARTICLES)
        before, after = SETTINGS[number % 2], SETTINGS[(number + 1) % len(SETTINGS)]
        edited = edit(draft, writer)
        tally.add((draft, typeset(draft, before), before), (edited, typeset(edited, after), after))
    return tally


def _converted(seed: int) -> Tally:
    """A Word file and, as its next version, a PDF of the edited text in another size: both really read."""
    tally = Tally()
    writer = Writer(seed)
    draft = writer.draft(ARTICLES)
    edited = everything(draft, writer)
    with tempfile.TemporaryDirectory() as name:
        word, pdf = Path(name, "v1.docx"), Path(name, "v2.pdf")
        word.write_bytes(word_file([_text(draft)]))
        again = Path(name, "v2.docx")
        again.write_bytes(word_file([_text(edited)], points=14))
        pdf.write_bytes(rdocx.Document.open(str(again)).to_pdf())
        readings = [_read(word, Kind.DOCX), _read(pdf, Kind.PDF)]
    tally.add((draft, readings[0], None), (edited, readings[1], None))
    tally.add((edited, readings[1], None), (draft, readings[0], None))
    return tally


def _text(draft: Draft) -> str:
    return "\n".join(" ".join(word.text for word in part.words) for part in draft)


def _read(file: Path, kind: Kind) -> Reading:
    out = file.with_suffix("")
    read_paper(file, kind, out)
    return decode((out / "reading.msgpack").read_bytes())


def run(trial: Trial) -> list[Row]:
    rows: list[Row] = []
    total = Tally()
    for name, (label, edit) in EDITS.items():
        tally = _generated(edit, trial.load.seed + trial.number)
        rows += tally.rows(name, label)
        total.join(tally)
    tally = _converted(trial.load.seed + trial.number)
    rows += tally.rows("converted", "docx ↔ pdf, tất cả cùng lúc")
    total.join(tally)
    milliseconds = [1000 * seconds for seconds in total.seconds]
    took = Row("took", "thời gian mỗi ghi chú", "ms", share(milliseconds, 0.5), p95=share(milliseconds, 0.95))
    return [*rows, *total.rows("all", "CỘNG"), took]


BENCH = Bench("anchors", "Ghi chú trên phiên bản mới", run)
