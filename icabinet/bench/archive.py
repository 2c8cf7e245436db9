"""Questions to an archive of many papers, asked one after the other, beside looking at every passage exactly.

No server and no reading of papers: what is measured is how finding and answering grow with the number of passages.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from ..assistant.answer import answer
from ..assistant.archive.finding import MEANING, Meaning, Part, Places, between, by_words, find
from ..assistant.archive.store import YOUNG
from ..assistant.extraction import Extracts
from ..assistant.index import Encodes, Vectors
from ..assistant.library import Library
from ..assistant.loading import give_back_memory, load_encoder
from .archive_papers import FINGERPRINT, Ask, Office
from .figures import Goal, Row, spread
from .packet import MANNER
from .process import memory_of
from .trial import Bench, Trial

SMALL, SMALL_GOAL, LARGE_GOAL = 5_000, 150.0, 300.0
"""Up to so many passages a question may take the first limit (p95, ms), beyond the second."""
MOST_MEMORY = 900.0
"""MB."""
COMPARED, BEST = 10, 10
"""Questions that are also answered by looking at everything, and how many passages are compared."""
SAMPLE = 200
"""Papers that questions are taken from."""
BLOCK = 8_192
MB = 1e6


class _Near:
    """Encodes the question, for the time it takes, and says the vector that the bench has chosen for it."""

    fingerprint = FINGERPRINT

    def __init__(self, encoder: Encodes, asks: Sequence[Ask]) -> None:
        self._encoder = encoder
        self._vectors = {one.question: one.vector for one in asks}

    @property
    def extractor(self) -> Extracts | None:
        return self._encoder.extractor

    def question(self, text: str) -> Vectors:
        self._encoder.question(text)
        return self._vectors.get(text, next(iter(self._vectors.values())))


def run(trial: Trial) -> list[Row]:
    folder, passages = trial.data / f"archive-{trial.number}", trial.load.passages
    started = time.perf_counter()
    keys, asks = _build(folder, trial)
    made = time.perf_counter() - started
    encoder = _encoder(trial.load.model)
    near = _Near(encoder, asks) if encoder else None
    give_back_memory()
    started = time.perf_counter()
    library = Library(folder)
    opened = time.perf_counter() - started
    took = [_timed(library, keys, one, near) for one in asks][1:]
    memory = memory_of(os.getpid())
    parts = library.archive.parts(keys)
    compared = [_compared(parts, one, with_model=near is not None) for one in asks[:COMPARED]]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    goal = Goal("p95", SMALL_GOAL if passages <= SMALL else LARGE_GOAL)
    plain = spread("plain", "so: xem hết mọi đoạn, chính xác", [exact for _, exact, _ in compared])
    quick = spread("found", "trong đó tìm các đoạn gần nhất", [found for found, _, _ in compared])
    return [
        spread("asked", f"câu hỏi trên {passages} đoạn{MANNER[near is not None]}", took, goal=goal),
        quick,
        msgspec.structs.replace(plain, ratio=plain.median / quick.median),
        Row("recall", "tìm đúng trong 10 đoạn gần nhất", "%", 100 * float(np.mean([part for _, _, part in compared]))),
        Row("made", "sinh văn bản, dựng kho", "ms", made * 1000),
        Row("opened", "mở kho khi khởi động", "ms", opened * 1000),
        Row("disk", "dung lượng trên đĩa", "MB", size / MB),
        Row("memory", "bộ nhớ của tiến trình đo", "MB", memory / MB, goal=Goal("median", MOST_MEMORY)),
    ]


def _build(folder: Path, trial: Trial) -> tuple[list[str], list[Ask]]:
    """Puts the papers on the shelf one by one, as if they came in over years, and merges what there is to merge."""
    office = Office(trial.number)
    library = Library(folder, young=max(YOUNG, trial.load.passages // 60))
    keys, sample = [], []
    every = max(1, trial.load.passages // 60 // SAMPLE)
    for number, paper in enumerate(office.papers(trial.load.passages)):
        library.put(paper)
        keys.append(paper.key)
        if number % every == 0:
            sample.append(paper)
    while library.untidy:
        library.tidy()
    return keys, office.asks(sample, trial.load.questions + 1)


def _encoder(model: Path) -> Encodes | None:
    return load_encoder(model, os.cpu_count() or 1) if (model / "config.json").is_file() else None


def _timed(library: Library, keys: list[str], ask: Ask, near: _Near | None) -> float:
    start = time.perf_counter()
    view, _ = library.view_for(keys, ask.question, near)
    answer(view, ask.question, near)
    return time.perf_counter() - start


def _compared(parts: Sequence[Part], ask: Ask, *, with_model: bool) -> tuple[float, float, float]:
    """Seconds to find, seconds to look at everything, and the share of the true best that was found."""
    meaning = Meaning(ask.vector, FINGERPRINT) if with_model else None
    start = time.perf_counter()
    found, scores = find(parts, ask.question, meaning)
    between_both = time.perf_counter()
    true = _exact(parts, ask.question, meaning)
    end = time.perf_counter()
    few = set(found[np.argsort(-scores, kind="stable")[:BEST]].tolist())
    return between_both - start, end - between_both, len(few & set(true.tolist())) / max(1, len(true))


def _exact(parts: Sequence[Part], question: str, meaning: Meaning | None) -> Places:
    """The best passages by all words and all vectors."""
    words = by_words(parts, question, None)
    scores = between(words, 0.0, float(words.max(initial=0.0)))
    if meaning is not None:
        cosines = np.concatenate([_cosines(one, meaning) for one in parts])
        scores = (1 - MEANING) * scores + MEANING * between(cosines, float(cosines.min()), float(cosines.max()))
    best: Places = np.argsort(-scores, kind="stable")[:BEST]
    return best


def _cosines(part: Part, meaning: Meaning) -> Vectors:
    vectors, size = part.segment.columns.vectors, len(part.segment)
    found = np.empty(size, np.float32)
    for at in range(0, size, BLOCK):
        found[at : at + BLOCK] = vectors.part(at, min(size, at + BLOCK)).astype(np.float32) @ meaning.vector
    return found


BENCH = Bench("archive", "Kho văn bản nhiều năm (văn bản và véc-tơ được sinh ra)", run)
