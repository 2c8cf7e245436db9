"""From single passages to the papers that are then read closely."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icabinet.assistant.archive.finding import Places
from icabinet.assistant.archive.segments import Segment
from icabinet.assistant.bm25 import Scores

LOOKED_AT = 200
"""Passages from which papers are chosen."""
MOST_PAPERS, MOST_PASSAGES = 8, 240
WHOLE = 40
"""A paper of so many passages is read whole; of a longer one so many, around the best."""
AROUND = 3


@dataclass(frozen=True)
class Chosen:
    """A paper and which of its passages are read, in their order."""

    key: str
    rows: list[int]


def choose(segments: Sequence[Segment], found: Places, scores: Scores) -> list[Chosen]:
    """The paper of the best passage first. Equal passages in the order of their papers' keys, wherever they lie."""
    chosen: list[Chosen] = []
    kept = 0
    for key, (rows, passages) in _by_paper(segments, found, scores).items():
        wanted = _rows(rows, passages)
        if chosen and (len(chosen) == MOST_PAPERS or kept + len(wanted) > MOST_PASSAGES):
            break
        chosen.append(Chosen(key, wanted))
        kept += len(wanted)
    return chosen


def _by_paper(segments: Sequence[Segment], found: Places, scores: Scores) -> dict[str, tuple[list[int], int]]:
    """For every paper among the best passages which these are, the best first, and how many it has in all."""
    if len(scores) > LOOKED_AT:
        near = scores >= np.partition(scores, len(scores) - LOOKED_AT)[len(scores) - LOOKED_AT]
        found, scores = found[near], scores[near]
    begins = np.cumsum([0, *(len(one) for one in segments)])
    best: list[tuple[float, str, int, int]] = []
    for place, score in zip(found.tolist(), scores.tolist(), strict=True):
        number = int(np.searchsorted(begins, place, "right")) - 1
        segment, row = segments[number], place - int(begins[number])
        at = int(np.searchsorted(segment.first, row, "right")) - 1
        piece = segment.pieces[at]
        best.append((-score, piece.key, row - int(segment.first[at]), piece.passages))
    papers: dict[str, tuple[list[int], int]] = {}
    for _, key, row, passages in sorted(best)[:LOOKED_AT]:
        papers.setdefault(key, ([], passages))[0].append(row)
    return papers


def _rows(best: list[int], passages: int) -> list[int]:
    if passages <= WHOLE:
        return list(range(passages))
    wanted: set[int] = set()
    for row in best:
        around = range(max(0, row - AROUND), min(passages, row + AROUND + 1))
        if len(wanted | set(around)) > WHOLE:
            break
        wanted.update(around)
    return sorted(wanted)
