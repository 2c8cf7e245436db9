"""Which word of one text is which word of another.

Patience diff: runs of words that stand once in both texts hold the texts together, the gaps between them are
compared word by word. Words that match nothing by chance alone are let go, and what stands elsewhere as a whole
is found as moved.
"""

from __future__ import annotations

import bisect
import difflib
from collections.abc import Collection, Iterator, Sequence

import msgspec

SHINGLES = (8, 4, 2)
"""Words in a run, tried in this order."""
LARGEST_GAP = 1_500_000
"""Words times words that are compared one by one; a larger gap without a common run stays unmatched."""
MOVED_RUN = 5
MOVED_WORDS = 7
"""A run this long that stands once in each text, at different places, was moved."""
CHANCE = 3
"""Runs up to so many words between larger changes are chance."""
LEAN = 12
"""Words with which two items may begin alike."""
SOLID = 8
"""Runs of so many words are surely the same text."""
ALIKE = 0.55
"""Share of the words between two solid runs that must be the same in both texts."""

Range = tuple[int, int, int, int]


class Alignment(msgspec.Struct, frozen=True):
    """For each word of the first text its word in the second, or -1; and whether it was moved out of the order."""

    to: list[int]
    moved: list[bool]


def align(one: Sequence[str], other: Sequence[str], label: str, heads: Collection[str] = ()) -> Alignment:
    """Aligns two lists of words; a `label` (an item's number), with one of `heads` before it, begins an item."""
    names: dict[str, int] = {}
    a = [names.setdefault(word, len(names)) for word in one]
    b = [names.setdefault(word, len(names)) for word in other]
    to = [-1] * len(a)
    _match(a, b, to)
    _forget_chance(to, len(b))
    _forget_unlike(to, len(b))
    first_words = {names[head] for head in heads if head in names}
    _lean(a, b, to, names.get(label, -1), first_words)
    _lean_removed(a, b, to, names.get(label, -1), first_words)
    moved = [False] * len(a)
    _find_moved(a, b, to, moved)
    return Alignment(to, moved)


def _match(a: list[int], b: list[int], to: list[int]) -> None:
    waiting: list[tuple[Range, int]] = [((0, len(a), 0, len(b)), 0)]
    while waiting:
        (a0, a1, b0, b1), level = waiting.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            to[a0] = b0
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            to[a1] = b1
        if a0 == a1 or b0 == b1:
            continue
        if level == len(SHINGLES):
            _compare(a, b, to, (a0, a1, b0, b1))
            continue
        chain = _chain(a, b, (a0, a1, b0, b1), SHINGLES[level])
        if chain:
            waiting += [(gap, level) for gap in _gaps(a, b, to, (a0, a1, b0, b1), chain)]
        else:
            waiting.append(((a0, a1, b0, b1), level + 1))


def _compare(a: list[int], b: list[int], to: list[int], gap: Range) -> None:
    a0, a1, b0, b1 = gap
    if (a1 - a0) * (b1 - b0) > LARGEST_GAP:
        return
    matcher = difflib.SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            to[a0 + block.a + step] = b0 + block.b + step


def _chain(a: list[int], b: list[int], part: Range, length: int) -> list[tuple[int, int]]:
    """The longest row of runs that stand once in both parts, in the same order in both."""
    a0, a1, b0, b1 = part
    in_a, in_b = _once(a, a0, a1, length), _once(b, b0, b1, length)
    pairs = [(at, in_b[run]) for run, at in in_a.items() if at >= 0 and in_b.get(run, -1) >= 0]
    return _increasing(sorted(pairs))


def _once(words: list[int], first: int, last: int, length: int) -> dict[tuple[int, ...], int]:
    """Where each run stands; -1 for one that stands more than once."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(first, last - length + 1):
        run = tuple(words[at : at + length])
        places[run] = -1 if run in places else at
    return places


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest increasing subsequence by the second number (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    back: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect.bisect_left(ends, place)
        back.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(place)
            tops.append(index)
        else:
            ends[pile], tops[pile] = place, index
    chain: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = back[at]
    return chain[::-1]


def _gaps(a: list[int], b: list[int], to: list[int], part: Range, chain: list[tuple[int, int]]) -> Iterator[Range]:
    """Matches the chain's runs as far as they go and gives the gaps between them."""
    a0, a1, b0, b1 = part
    for at, place in chain:
        if at < a0 or place < b0:
            continue
        yield a0, at, b0, place
        while at < a1 and place < b1 and a[at] == b[place]:
            to[at] = place
            at, place = at + 1, place + 1
        a0, b0 = at, place
    yield a0, a1, b0, b1


def _runs(to: list[int]) -> list[tuple[int, int]]:
    """The stretches of words that are matched to neighbours."""
    runs: list[tuple[int, int]] = []
    for at, place in enumerate(to):
        if place < 0:
            continue
        if runs and runs[-1][1] == at and to[at - 1] == place - 1:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _forget_chance(to: list[int], length: int) -> None:
    """A short run between larger changes on both sides is no reason to call the text the same."""
    runs = _runs(to)
    for index, (first, last) in enumerate(runs):
        if last - first > CHANCE:
            continue
        end_a, end_b = (runs[index - 1][1], to[runs[index - 1][1] - 1] + 1) if index else (0, 0)
        start_a, start_b = (runs[index + 1][0], to[runs[index + 1][0]]) if index + 1 < len(runs) else (len(to), length)
        before = max(first - end_a, to[first] - end_b)
        after = max(start_a - last, start_b - to[last - 1] - 1)
        if last - first < min(before, after):
            to[first:last] = [-1] * (last - first)


def _forget_unlike(to: list[int], length: int) -> None:
    """One sentence struck out and another put in share their common words; that does not make them one sentence."""
    solid = [(first, last) for first, last in _runs(to) if last - first >= SOLID]
    before_a = before_b = 0
    for first, last in [*solid, (len(to), len(to))]:
        after_b = to[first] if first < len(to) else length
        matched = sum(to[at] >= 0 for at in range(before_a, first))
        smaller = min(first - before_a, after_b - before_b)
        if smaller >= SOLID and matched < ALIKE * smaller:
            to[before_a:first] = [-1] * (first - before_a)
        before_a, before_b = last, to[last - 1] + 1 if last else 0


def _lean(a: list[int], b: list[int], to: list[int], label: int, heads: set[int]) -> None:
    """Where an item was put in before another that begins alike, the new one is the whole item."""
    taken = {place for place in to if place >= 0}
    for at in range(len(a) - 2, -1, -1):
        place = to[at + 1] - 1
        if to[at] < 0 or place < 0 or place == to[at]:
            continue
        step = 0
        while step < LEAN and _slides(a, b, to, taken, at - step, place - step):
            if a[at - step] == label:
                also = at > step and a[at - step - 1] in heads
                step += 1 + (also and _slides(a, b, to, taken, at - step - 1, place - step - 1))
                _slide(to, taken, at, place, step)
                break
            step += 1


def _lean_removed(a: list[int], b: list[int], to: list[int], label: int, heads: set[int]) -> None:
    """Where an item was struck out before another, the number that is left is the other one's."""
    before = -1
    for at in range(len(a)):
        if to[at] < 0:
            continue
        if before >= 0 and at - before > 1 and to[before] == to[at] - 1 and a[before] == a[at - 1] == label:
            to[at - 1], to[before] = to[before], -1
            head, place = before - 1, to[at - 1] - 1
            if head >= 0 and at - 2 > before and a[head] in heads and to[head] == place and a[at - 2] == a[head]:
                to[at - 2], to[head] = place, -1
        before = at


def _slides(a: list[int], b: list[int], to: list[int], taken: set[int], at: int, place: int) -> bool:
    return at >= 0 and place >= 0 and to[at] >= 0 and a[at] == b[place] and place not in taken


def _slide(to: list[int], taken: set[int], at: int, place: int, steps: int) -> None:
    for step in range(steps):
        taken.discard(to[at - step])
        to[at - step] = place - step
        taken.add(place - step)


def _find_moved(a: list[int], b: list[int], to: list[int], moved: list[bool]) -> None:
    taken = {place for place in to if place >= 0}
    free_a = [at for at in range(len(a)) if to[at] < 0]
    free_b = [at for at in range(len(b)) if at not in taken]
    in_a, in_b = _once_and_free(a, free_a), _once_and_free(b, free_b)
    for run, at in in_a.items():
        place = in_b.get(run, -1)
        if place < 0 or to[at] >= 0 or place in taken:
            continue
        first, start = at, place
        while first > 0 and start > 0 and to[first - 1] < 0 and start - 1 not in taken and a[first - 1] == b[start - 1]:
            first, start = first - 1, start - 1
        last, end = at, place
        while last < len(a) and end < len(b) and to[last] < 0 and end not in taken and a[last] == b[end]:
            last, end = last + 1, end + 1
        if last - first >= MOVED_WORDS:
            for step in range(last - first):
                to[first + step], moved[first + step] = start + step, True
                taken.add(start + step)


def _once_and_free(words: list[int], free: list[int]) -> dict[tuple[int, ...], int]:
    """The runs of words that nothing matches and that stand nowhere else, and where."""
    if not free:
        return {}
    everywhere = _once(words, 0, len(words), MOVED_RUN)
    unmatched = set(free)
    return {
        run: at
        for run, at in everywhere.items()
        if at >= 0 and all(at + step in unmatched for step in range(MOVED_RUN))
    }
