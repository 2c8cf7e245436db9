"""Notes as delegates make them on a reading, and what must become of them in the next version."""

from __future__ import annotations

import itertools
import random
from typing import Literal

import msgspec

from ..documents.anchors import CONTEXT, Anchor, Placement
from ..documents.reading import Page, Place, Reading, boxes
from .drafts import Written
from .typeset import Ruler

Truth = Literal["same", "edited", "gone"]
Verdict = Literal["right", "offered", "asked", "wrong"]
_LENGTHS = (1, 2, 3, 4, 6, 8, 12, 18, 30, 60)
WITHIN = 0.8
"""Share of the passages over a paragraph's end that are made anew."""


class Mark(msgspec.Struct, frozen=True):
    anchor: Anchor
    words: tuple[Written, ...]


def marks(reading: Reading, ruler: Ruler, count: int, chance: random.Random) -> list[Mark]:
    """Passages of one to sixty words, most of them within a paragraph.

    The tablet's boxes and offsets are a little off, and its line breaks are its own.
    """
    made: list[Mark] = []
    while len(made) < count:
        page = chance.choice(reading.pages)
        length = chance.choice(_LENGTHS)
        if len(page.words) <= length + 10:
            continue
        first = chance.randint(8, len(page.words) - length - 1)
        place = Place(page.number, page.words[first].start, page.words[first + length - 1].end)
        under = ruler.under((place,))
        words = tuple(ruler.words[index] for index in under)
        across = ruler.parts[under[0]] != ruler.parts[under[-1]]
        if all(word.label for word in words) or (across and chance.random() < WITHIN):
            continue
        made.append(Mark(_anchor(page, place, chance), words))
    return made


def _anchor(page: Page, place: Place, chance: random.Random) -> Anchor:
    start, end = place.start, place.end
    text = page.text.replace("\n", chance.choice(["\n", " "]))
    drift = chance.randint(-30, 30)
    return Anchor(
        page=page.number,
        quads=[(x0 - 5, y0 - 8, x1 + 6, y1 + 7) for x0, y0, x1, y1 in boxes(page, start, end)],
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=max(0, start + drift),
        end=max(0, end + drift),
    )


class Judge:
    """Knows of every word of the first version where it is in the second."""

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._places: dict[int, list[int]] = {}
        self._own: dict[int, int] = {}
        for index, word in enumerate(ruler.words):
            self._own[word.id] = index
            for id_ in {word.id, *word.was}:
                self._places.setdefault(id_, []).append(index)

    def truth(self, mark: Mark) -> tuple[Truth, set[int]]:
        """What became of the passage, and where it is. Numbers of items do not count, they are renumbered."""
        words = [word for word in mark.words if not word.label]
        there = {index for word in words for index in self._places.get(word.id, [])}
        own = [self._own.get(word.id, -1) for word in words]
        left = sum(word.id in self._places for word in words)
        if 2 * left < len(words) or not words:
            return "gone", there
        same = all(
            index >= 0 and self._ruler.words[index].text == word.text for word, index in zip(words, own, strict=True)
        )
        together = all(self._follow(one, other) for one, other in itertools.pairwise(own))
        return ("same" if same and together else "edited"), there

    def _follow(self, one: int, other: int) -> bool:
        return one < other and all(self._ruler.words[index].label for index in range(one + 1, other))

    def under(self, placement: Placement) -> list[Written]:
        """The words, numbers of items aside, that a placement covers."""
        words = [self._ruler.words[index] for index in self._ruler.under(placement.places)]
        return [word for word in words if not word.label]

    def verdict(self, mark: Mark, placement: Placement) -> Verdict:
        """`right`: there without a question; `offered`: the right place is proposed; `asked`: lost, for decision.

        A place that shares no word with the right one is `wrong`, and so is a changed text that is called the same.
        """
        truth, there = self.truth(mark)
        if placement.state == "lost":
            return "asked"
        found = {index for index in self._ruler.under(placement.places) if not self._ruler.words[index].label}
        shared = len(found & there) / max(1, len(found | there))
        silent = placement.state != "changed"
        if not found & there or (silent and (truth != "same" or found != there)):
            return "wrong"
        if silent:
            return "right"
        return "offered" if shared >= 0.5 else "asked"
