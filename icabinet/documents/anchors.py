"""A note's passage of one version of a paper, found again in another version.

First by its words with their surroundings, then by what stands around it, last by likeness. What is not certain is
given as a proposal or as lost: a note never comes to stand silently on another sentence.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec
from rapidfuzz import fuzz

from icabinet.documents.alignment import align
from icabinet.documents.reading import Box, Place, Reading, boxes
from icabinet.documents.running_text import HEADS, NUMBER, RunningText, letters_of

State = Literal["kept", "moved", "changed", "lost"]
CONTEXT = 32
"""Characters of a quotation's surroundings that are kept with it (W3C Web Annotation, 4.2.4)."""
WINDOW = 16
"""Words on each side that tell equal passages apart."""
OCCURRENCES = 400
MARGIN = 3
"""Words of context by which the right one of several equal passages must lead."""
SUPPORT = 3
"""Words of context that a short passage needs to be the same."""
ENOUGH = 12
"""Words of passage and context together that make one the same that the order does not vouch for."""
ALIKE = 62.0
"""Likeness (0 to 100) from which a passage between known neighbours is the same one, changed."""
HALF = 0.5
REACH = 12
"""Words that a reworded clause may have beyond the passage."""
LIKE_ALONE = 80.0
LONG_ALONE = 22
LEAD = 8.0
"""What a passage found by nothing else needs: likeness, words with its context, and a lead over the next best."""
RARE = 3
"""A word that stands at most so often in either text tells which of many alike sentences this one is."""
ROOTED, PROPOSED = 0.8, 0.6
"""Share of the passage and its surroundings that must have gone to the place where no rare word is common to both: for
the same passage, and for one that is proposed."""
SLACK = 20
"""Tenths of a point by which a tablet's boxes may miss a word."""


class Anchor(msgspec.Struct, frozen=True):
    """Where a note stands: boxes on a page, and the quotation with its surroundings (W3C selectors)."""

    page: int
    quads: list[Box]
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


class Placement(msgspec.Struct, frozen=True):
    """The note in the other version. `changed` is a proposal; `lost` has no anchor.

    `places` has one stretch a page; the anchor's boxes are those of the first.
    """

    state: State
    anchor: Anchor | None = None
    places: tuple[Place, ...] = ()


LOST = Placement("lost")
Span = tuple[int, int]


class Placer:
    """Two versions prepared for placing many notes."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self._old, self._new = RunningText(old), RunningText(new)
        self._old_keys = [token.key for token in self._old.tokens]
        self._new_keys = [token.key for token in self._new.tokens]
        alignment = align(self._old_keys, self._new_keys, NUMBER, HEADS)
        self._to, self._moved = alignment.to, alignment.moved
        self._from = {place: at for at, place in enumerate(self._to) if place >= 0}
        old_counts, new_counts = Counter(self._old_keys), Counter(self._new_keys)
        self._rare = {key for key, count in old_counts.items() if count <= RARE and 0 < new_counts[key] <= RARE}
        self._where: dict[str, list[int]] = {}
        for index, key in enumerate(self._new_keys):
            self._where.setdefault(key, []).append(index)

    def place(self, anchor: Anchor) -> Placement:
        """Where the note stands in the new version."""
        span = _passage(self._old, anchor)
        if span is None:
            return LOST
        same = self._same(span)
        if same is not None:
            rooted = self._rooted(span, same, ROOTED)
            return self._placement(self._kept_or_moved(span, same), same) if rooted else LOST
        changed = self._between(span) or self._replaced(span) or self._alike(span)
        return LOST if changed is None else self._placement("changed", changed)

    def _same(self, span: Span) -> Span | None:
        """The same words, numbers of articles aside, if there is no doubt which of several they are."""
        length = span[1] - span[0]
        aligned = self._aligned(span)
        found = self._new.occurrences(self._old.plain(*span), OCCURRENCES)
        if aligned is not None and aligned not in found:
            found.append(aligned)
        ranked = sorted(((self._context(span, place), place == aligned, place) for place in found), reverse=True)
        if not ranked:
            return None
        best, is_aligned, place = ranked[0]
        lead = best - ranked[1][0] if len(ranked) > 1 else WINDOW
        if is_aligned:
            certain = lead >= MARGIN or best >= WINDOW
            return place if certain and best + length > 2 * SUPPORT else None
        if self._taken(span, place) or lead < 2 * MARGIN:
            return None
        stayed = self._between(span)
        if stayed is not None and self._context(span, stayed) + MARGIN >= best:
            return None
        alone = len(found) == 1 and len(self._old.occurrences(self._old.plain(*span), 2)) == 1
        return place if best + length >= ENOUGH or (alone and length >= 2 * SUPPORT) else None

    def _taken(self, span: Span, place: Span) -> bool:
        """Whether the place's words are known to come from elsewhere in the old text, and with better reason."""
        owners = [self._from[at] for at in range(*place) if at in self._from]
        others = [at for at in owners if not span[0] <= at < span[1]]
        if 2 * len(others) <= place[1] - place[0]:
            return False
        owner = (others[0], others[0] + place[1] - place[0])
        return self._context(owner, place) >= self._context(span, place)

    def _aligned(self, span: Span) -> Span | None:
        """The words that the alignment gives, if they are all there and together."""
        first, last = span
        start = self._to[first]
        if start < 0 or any(self._to[first + step] != start + step for step in range(last - first)):
            return None
        return start, start + last - first

    def _context(self, span: Span, place: Span) -> int:
        """How many of the words around are the same: in one run on each side, and anywhere near."""
        before, after = self._old_keys[: span[0]][-WINDOW:], self._old_keys[span[1] : span[1] + WINDOW]
        there_before = self._new_keys[max(0, place[0] - WINDOW) : place[0]]
        there_after = self._new_keys[place[1] : place[1] + WINDOW]
        run = _run(reversed(before), reversed(there_before)) + _run(iter(after), iter(there_after))
        near = sum((Counter(before) & Counter(there_before)).values())
        near += sum((Counter(after) & Counter(there_after)).values())
        return (run + near) // 2

    def _rooted(self, span: Span, place: Span, share: float) -> bool:
        """Whether it is this sentence and not its like: papers of offices repeat whole phrases in every item."""
        first, last = _around(span, len(self._old_keys))
        there = range(*_around(place, len(self._new_keys)))
        went = sum(self._to[at] in there for at in range(first, last))
        return went >= share * (last - first) or self._common_rare(span, place) > 0

    def _common_rare(self, span: Span, place: Span) -> int:
        """How many rare words the passage and the place, each with its surroundings, have in common."""
        here = self._rare.intersection(self._old_keys[slice(*_around(span, len(self._old_keys)))])
        return len(here.intersection(self._new_keys[slice(*_around(place, len(self._new_keys)))]))

    def _between(self, span: Span) -> Span | None:
        """What stands where the passage's own words went, if that is like it."""
        there = [self._to[at] for at in range(*span) if self._to[at] >= 0]
        if not there:
            return None
        outer = self._gap(span)
        for place in (outer, (there[0], there[-1] + 1)) if outer else ((there[0], there[-1] + 1),):
            alike = self._likeness(span, place) >= ALIKE or self._share(span, place) >= HALF
            sure = self._sure(span, place) and self._rooted(span, place, PROPOSED)
            if alike and sure and self._fits(span, place):
                return place
        return None

    def _replaced(self, span: Span) -> Span | None:
        """What stands between the words before and after it, where nothing of it is left."""
        place = self._gap(span)
        if place is None or not self._fits(span, place) or self._taken(span, place):
            return None
        enough = self._context(span, place) >= 2 * SUPPORT and self._common_rare(span, place) > 1
        return place if enough else None

    def _gap(self, span: Span) -> Span | None:
        """From the nearest known word before the passage (or its own first) to the nearest after it."""
        first, last = span
        start = self._to[first] if self._to[first] >= 0 else self._neighbour(range(first - 1, first - REACH, -1), 1)
        end = self._to[last - 1] if self._to[last - 1] >= 0 else self._neighbour(range(last, last + REACH), -1)
        return None if start is None or end is None or start > end else (start, end + 1)

    def _neighbour(self, outside: range, step: int) -> int | None:
        for at in outside:
            if 0 <= at < len(self._to) and self._to[at] >= 0:
                return self._to[at] + step
        return None

    def _fits(self, span: Span, place: Span) -> bool:
        return 0 < place[1] - place[0] <= 3 * (span[1] - span[0]) + REACH

    def _sure(self, span: Span, place: Span) -> bool:
        return self._context(span, place) + (span[1] - span[0]) // 2 >= ENOUGH // 2 + SUPPORT

    def _likeness(self, span: Span, place: Span) -> float:
        return fuzz.ratio(self._old.plain(*span), self._new.plain(*place))

    def _share(self, span: Span, place: Span) -> float:
        """The part of the passage's words that went to the place."""
        there = sum(place[0] <= self._to[at] < place[1] for at in range(*span))
        return there / (span[1] - span[0])

    def _alike(self, span: Span) -> Span | None:
        """The most alike passage anywhere, if it leads clearly."""
        length = span[1] - span[0]
        if length < 2 * SUPPORT:
            return None
        ranked: list[tuple[float, Span]] = []
        for start in self._starts(span):
            place = self._fitted(span, (max(0, start), min(len(self._new_keys), start + length)))
            apart = all(abs(place[0] - other[0]) > length // 2 for _, other in ranked)
            if apart and not self._taken(span, place):
                ranked.append((self._likeness(span, place), place))
        ranked.sort(reverse=True)
        if not ranked or ranked[0][0] < LIKE_ALONE:
            return None
        best, place = ranked[0]
        lead = best - ranked[1][0] if len(ranked) > 1 else 100.0
        if not self._common_rare(span, place):
            return None
        return place if lead >= LEAD and length + self._context(span, place) >= LONG_ALONE else None

    def _starts(self, span: Span) -> list[int]:
        """Where the passage could begin, by the votes of its rarer words."""
        votes: Counter[int] = Counter()
        for at in range(*span):
            places = self._where.get(self._old_keys[at], [])
            if len(places) <= 60:
                for place in places:
                    votes[(place - (at - span[0])) // 3] += 1
        return [3 * bucket + 1 for bucket, _ in votes.most_common(8)]

    def _fitted(self, span: Span, place: Span) -> Span:
        """The place with its ends shifted by a few words to where it is most alike."""
        letters, most = self._old.plain(*span), len(self._new_keys)
        starts = range(max(0, min(place[0], most - 1) - 3), min(place[0] + 4, most))
        first = max(starts, key=lambda start: fuzz.ratio(letters, self._new.plain(start, max(start, place[1]))))
        ends = range(max(first + 1, place[1] - 4), min(most, place[1] + 4) + 1)
        last = max(ends, key=lambda end: fuzz.ratio(letters, self._new.plain(first, end)), default=first + 1)
        return first, last

    def _kept_or_moved(self, span: Span, place: Span) -> State:
        stays = self._to[span[0]] == place[0] and not self._moved[span[0]]
        same_page = self._old.tokens[span[0]].page == self._new.tokens[place[0]].page
        return "kept" if stays and same_page else "moved"

    def _placement(self, state: State, place: Span) -> Placement:
        places = self._new.places(*place)
        if not places:
            return LOST
        first = places[0]
        page = self._new.page(first.page)
        exact = " ".join(self._new.page(part.page).text[part.start : part.end] for part in places)
        last = self._new.page(places[-1].page)
        anchor = Anchor(
            page=first.page,
            quads=boxes(page, first.start, first.end),
            exact=exact,
            prefix=page.text[max(0, first.start - CONTEXT) : first.start],
            suffix=last.text[places[-1].end : places[-1].end + CONTEXT],
            start=first.start,
            end=first.end,
        )
        return Placement(state, anchor, tuple(places))


def _around(span: Span, length: int) -> Span:
    """With WINDOW words on each side, as far as the text goes."""
    return max(0, span[0] - WINDOW), min(length, span[1] + WINDOW)


def _run(one: Iterator[str], other: Iterator[str]) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _passage(text: RunningText, anchor: Anchor) -> Span | None:
    """The words that a note marks in its own version: those of its quotation that lie under its boxes.

    The tablet's text of a page and the server's may differ in spaces, so its offsets are only a hint.
    """
    under = _under(text, anchor)
    found = text.occurrences(letters_of(anchor.exact), OCCURRENCES)
    if not found:
        return under if under and _resembles(text, under, anchor.exact) else None
    return max(found, key=lambda span: _nearness(text, span, under, anchor))


def _resembles(text: RunningText, span: Span, exact: str) -> bool:
    return fuzz.ratio(text.plain(*span), letters_of(exact)) >= LIKE_ALONE


def _nearness(text: RunningText, span: Span, under: Span | None, anchor: Anchor) -> tuple[float, ...]:
    token = text.tokens[span[0]]
    shared = max(0, min(span[1], under[1]) - max(span[0], under[0])) if under else 0
    return shared, -abs(token.page - anchor.page), -abs(token.start - anchor.start)


def _under(text: RunningText, anchor: Anchor) -> Span | None:
    """The tokens whose middle lies under the note's boxes, from the first to the last."""
    if not 1 <= anchor.page <= len(text.reading.pages):
        return None
    page = text.page(anchor.page)
    first, last = text.at(anchor.page, 0), text.at(anchor.page + 1, 0)
    starts = [word.start for word in page.words]
    touched: list[int] = []
    for index in range(first, last):
        word = page.words[bisect.bisect_right(starts, text.tokens[index].start) - 1]
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if any(q[0] - SLACK <= x <= q[2] + SLACK and q[1] - SLACK <= y <= q[3] + SLACK for q in anchor.quads):
            touched.append(index)
    return (touched[0], touched[-1] + 1) if touched else None
