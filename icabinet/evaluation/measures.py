"""The measures of search and of answers, as pure functions."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from ..assistant.text import syllables


def mean(values: Sequence[float]) -> float:
    """0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def gain(rank: int | None) -> float:
    """nDCG@10 (Järvelin & Kekäläinen 2002) with one right document at this rank (from 0)."""
    return 1 / math.log2(rank + 2) if rank is not None and rank < 10 else 0.0


def within(ranks: Sequence[int | None], limit: int) -> float:
    """The share of ranks (from 0) among the first so many."""
    return mean([rank is not None and rank < limit for rank in ranks])


def token_f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall of the words (SQuAD, Rajpurkar et al. 2016), diacritics folded."""
    there, right = Counter(syllables(found)), Counter(syllables(wanted))
    shared = (there & right).total()
    return 2 * shared / (there.total() + right.total()) if shared else 0.0


def auroc(good: Sequence[float], bad: Sequence[float]) -> float:
    """How often an answerable question scores above an unanswerable one (Mann-Whitney); ties count half."""
    if not good or not bad:
        return 0.0
    lower = sorted(bad)
    wins = [(bisect_left(lower, score) + bisect_right(lower, score)) / 2 for score in good]
    return sum(wins) / (len(good) * len(bad))


def threshold_keeping(good: Sequence[float], share: float) -> float:
    """The highest limit that so many of the answerable questions still reach."""
    ordered = sorted(good, reverse=True)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def wrong_at(good: Sequence[float], bad: Sequence[float], share: float = 0.95) -> float:
    """The share of unanswerable questions that would be answered while that share of the others is."""
    limit = threshold_keeping(good, share)
    return mean([score >= limit for score in bad])


def percentile(values: Sequence[float], share: float) -> float:
    """Nearest rank; 0 for nothing."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0
