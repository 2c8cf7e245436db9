"""Enumerations of a paper: bullets, lettered and numbered points, "Một là …", rows of a table, and what leads there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from icabinet.assistant.passages import Passage, Sentence

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LETTER = re.compile(rf"([{_LETTERS}])\)\s")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s")
_DASH = re.compile(r"[-–—+•*▪]\s")
_ORDINAL = re.compile(r"(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là(?!\w)|Thứ (nhất|hai|ba|tư|năm|sáu|bảy)(?!\w)")
_RECITAL = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị)\s")
"""What a decree rests on stands line below line, without marks."""
_ROW = re.compile(r"(\d{1,3})\s")
_ORDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_THIRDS = {"nhất": 1, "tư": 4}
_LEADS = re.compile(r":$|(?<!\w)(?:như sau|sau đây|gồm|các nội dung sau)\W*$")
_HEADING_MARK = re.compile(r"^(?:[IVXL\d.]+|[A-ZĐ])[.)]\s+")
_RECIPIENTS = re.compile(r"Nơi nhận\s*:$")
ENDED = re.compile(r"[.!?;:…][\"”’)/]*$")
FEWEST = 2

Place = tuple[Passage, Sentence]


@dataclass(frozen=True)
class Listing:
    """Numbers of a paper's sentences: the one that leads to the items, if one does, and those of every item.

    `heading` stands right above the first item, if one does; `about` has it, those around it and what leads there.
    """

    heading: str
    about: str
    lead: int | None
    items: tuple[tuple[int, ...], ...]


@dataclass
class _Open:
    kind: str
    last: int
    heading: str
    about: str
    lead: int | None
    items: list[list[int]] = field(default_factory=list)

    def takes(self, kind: str, order: int) -> bool:
        return kind == self.kind and (kind in ("dash", "recital") or order == self.last + 1)


def listings(places: Sequence[Place]) -> list[Listing]:
    """Of one paper's sentences, in reading order; a list within a list stands by itself as well."""
    reader = _Reader(places)
    for at in range(len(places)):
        reader.read(at)
    reader.close(0)
    return reader.found


class _Reader:
    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.found: list[Listing] = []
        self.open: list[_Open] = []

    def read(self, at: int) -> None:
        passage, sentence = self.places[at]
        mark = _mark(passage, sentence.text)
        # An item that the page's end cuts off looks like a heading.
        if mark is not None and (not sentence.heading or (self.open and self.open[-1].takes(*mark))):
            self._marked(at, *mark)
        elif sentence.heading and self.open and self.open[-1].kind == "row":
            self.close_but_last()  # a heading within a table names a group of its rows
        elif not self._goes_on(at):
            self.close(0)
        elif self.open:
            self.open[-1].items[-1].append(at)

    def _marked(self, at: int, kind: str, order: int) -> None:
        taking = [depth for depth, one in enumerate(self.open) if one.takes(kind, order)]
        if taking:
            self.close(taking[-1] + 1)
        else:
            if order > 1 and kind != "row":
                self.close(0)
            self.open.append(_Open(kind, order, self._heading(at), self._about(at, kind), self._lead(at, kind)))
        self.open[-1].last = order
        self.open[-1].items.append([at])

    def close_but_last(self) -> None:
        rows = self.open.pop()
        self.close(0)
        self.open.append(rows)

    def close(self, depth: int) -> None:
        while len(self.open) > depth:
            done = self.open.pop()
            if len(done.items) >= FEWEST and not _RECIPIENTS.search(done.about):
                self.found.append(Listing(done.heading, done.about, done.lead, tuple(map(tuple, done.items))))

    def _goes_on(self, at: int) -> bool:
        """Whether a sentence without a mark is still part of the item before it."""
        passage, sentence = self.places[at]
        before, last = self.places[at - 1] if at else self.places[0]
        if sentence.heading or not self.open or self.open[-1].kind == "ordinal":
            return False
        cut = not ENDED.search(last.text) and (sentence.text[0].islower() or self.open[-1].kind == "row")
        return (passage is before and not passage.columns) or (cut and at - 1 in self.open[-1].items[-1])

    def _heading(self, at: int) -> str:
        own = [one.text for one in self.places[at][0].sentences if one.heading]
        return _HEADING_MARK.sub("", own[-1]) if own else ""

    def _about(self, at: int, kind: str) -> str:
        passage, _ = self.places[at]
        own = [one.text for one in passage.sentences if one.heading]
        lead = self._lead(at, kind)
        own += ["Căn cứ"] if kind == "recital" else []
        return " ".join([passage.context, *own, self.places[lead][1].text if lead is not None else ""])

    def _lead(self, at: int, kind: str) -> int | None:
        if at == 0 or self.places[at - 1][1].heading:
            return None
        leads = kind == "ordinal" or _LEADS.search(self.places[at - 1][1].text)
        return at - 1 if leads else None


def _mark(passage: Passage, text: str) -> tuple[str, int] | None:
    for kind, order in _marks(passage, text):
        return kind, order
    return None


def _marks(passage: Passage, text: str) -> Iterator[tuple[str, int]]:
    if passage.columns and (row := _ROW.match(text)):
        yield "row", int(row[1])
    if letter := _LETTER.match(text):
        yield "letter", _LETTERS.index(letter[1]) + 1
    if number := _NUMBER.match(text):
        yield "number", int(number[1])
    if _DASH.match(text):
        yield "dash", 1
    if _RECITAL.match(text):
        yield "recital", 1
    if ordinal := _ORDINAL.match(text):
        word = (ordinal[1] or ordinal[2]).lower()
        yield "ordinal", _THIRDS.get(word) or _ORDINALS.index(word) + 1
