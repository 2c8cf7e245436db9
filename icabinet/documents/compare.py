"""What has changed between two versions of a paper, word by word: paragraphs and rows of tables in the new order.

Words are what is printed. Line and page breaks, headers, footers and page numbers are not compared.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Literal

import msgspec

from icabinet.documents.alignment import Alignment, align
from icabinet.documents.reading import Box, Reading, boxes
from icabinet.documents.running_text import HEADS, NUMBER, RunningText, Token

MOST_WORDS = 200_000
"""Words of one version that are compared."""
Op = Literal["=", "-", "+", "<", ">"]
"""Unchanged, removed, added, moved away from here, moved here from elsewhere."""
Kind = Literal["same", "changed", "added", "removed", "moved", "numbered"]


class TooLong(Exception):
    """A version has more than MOST_WORDS words."""


class NoText(Exception):
    """A version has no words at all."""


class Piece(msgspec.Struct, array_like=True, frozen=True):
    """Words of one kind in a row; `cell` begins the next cell of a table's row."""

    op: Op
    text: str
    cell: bool = False


class Side(msgspec.Struct, frozen=True):
    """Where a row stands in one version: its page and the boxes of its words on that page."""

    page: int
    quads: list[Box]


class Row(msgspec.Struct, frozen=True):
    """A paragraph or a table's row; `old` and `new` are absent where that version does not have it."""

    kind: Kind
    pieces: list[Piece]
    old: Side | None
    new: Side | None


class Comparison(msgspec.Struct, frozen=True):
    """The rows in the order of the new version, what was removed where it stood; words of both versions."""

    rows: list[Row]
    old_words: int
    new_words: int


class _Step(msgspec.Struct, frozen=True):
    """One word of the comparison: of the old version, the new one, or both."""

    op: Op
    old: int | None
    new: int | None
    begins: bool


def compare(old: Reading, new: Reading) -> Comparison:
    """Raises TooLong, NoText."""
    a, b = RunningText(old), RunningText(new)
    if not a.tokens or not b.tokens:
        raise NoText
    if max(len(a.tokens), len(b.tokens)) > MOST_WORDS:
        raise TooLong
    alignment = align([token.key for token in a.tokens], [token.key for token in b.tokens], NUMBER, HEADS)
    rows = [_row(a, b, group) for group in _rows(list(_steps(a, b, alignment)))]
    return Comparison(rows, len(a.tokens), len(b.tokens))


def _steps(a: RunningText, b: RunningText, alignment: Alignment) -> Iterator[_Step]:
    """Both texts in one run: at every place first what the old one had there, then what the new one has."""
    moved_here = {place for at, place in enumerate(alignment.to) if place >= 0 and alignment.moved[at]}
    i = j = 0
    for at, place in enumerate(alignment.to):
        if place < 0 or alignment.moved[at]:
            continue
        yield from _only_old(a, alignment, i, at)
        yield from _only_new(b, moved_here, j, place)
        yield from _both(a.tokens[at], b.tokens[place], at, place)
        i, j = at + 1, place + 1
    yield from _only_old(a, alignment, i, len(a.tokens))
    yield from _only_new(b, moved_here, j, len(b.tokens))


def _only_old(a: RunningText, alignment: Alignment, first: int, last: int) -> Iterator[_Step]:
    for at in range(first, last):
        yield _Step("<" if alignment.moved[at] else "-", at, None, a.tokens[at].opens)


def _only_new(b: RunningText, moved_here: set[int], first: int, last: int) -> Iterator[_Step]:
    for at in range(first, last):
        yield _Step(">" if at in moved_here else "+", None, at, b.tokens[at].opens)


def _both(one: Token, other: Token, at: int, place: int) -> Iterator[_Step]:
    """A word that differs in punctuation, case or its number only is still a changed word."""
    if one.text == other.text:
        yield _Step("=", at, place, other.opens)
    else:
        yield _Step("-", at, None, other.opens)
        yield _Step("+", None, place, False)


def _rows(steps: list[_Step]) -> Iterator[list[_Step]]:
    """Cut where a paragraph begins. The end of a struck paragraph before it does not make a row of its own."""
    row: list[_Step] = []
    for step in steps:
        if step.begins and row:
            yield row
            row = []
        row.append(step)
    if row:
        yield row


def _row(a: RunningText, b: RunningText, steps: list[_Step]) -> Row:
    old = [step.old for step in steps if step.old is not None]
    new = [step.new for step in steps if step.new is not None]
    return Row(_kind(a, b, steps), _pieces(a, b, steps), _side(a, old), _side(b, new))


def _kind(a: RunningText, b: RunningText, steps: list[_Step]) -> Kind:
    ops = {step.op for step in steps}
    if ops == {"="}:
        return "same"
    if ops <= {"<"} or ops <= {">"}:
        return "moved"
    if ops == {"+"}:
        return "added"
    if ops == {"-"}:
        return "removed"
    if ops <= {">", "+"} and sum(step.op == ">" for step in steps) * 2 > len(steps):
        return "moved"
    if ops <= {"<", "-"} and sum(step.op == "<" for step in steps) * 2 > len(steps):
        return "moved"
    changed = [_token(a, b, step) for step in steps if step.op != "="]
    return "numbered" if all(token.key == NUMBER for token in changed) else "changed"


def _token(a: RunningText, b: RunningText, step: _Step) -> Token:
    if step.new is not None:
        return b.tokens[step.new]
    assert step.old is not None
    return a.tokens[step.old]


def _pieces(a: RunningText, b: RunningText, steps: list[_Step]) -> list[Piece]:
    pieces: list[Piece] = []
    for (op, _), group in itertools.groupby(_celled(a, b, steps), key=lambda part: (part[0], part[1])):
        words = list(group)
        pieces.append(Piece(op, "".join(word for _, _, word, _ in words).strip(), words[0][3]))
    return pieces


def _celled(a: RunningText, b: RunningText, steps: list[_Step]) -> Iterator[tuple[Op, int, str, bool]]:
    """Each word with the number of its cell in the row, and with the space after it where one is printed."""
    cell = 0
    for step in steps:
        token = _token(a, b, step)
        text = b if step.new is not None else a
        begins = token.cell and step is not steps[0]
        cell += begins
        yield step.op, cell, token.text + _after(text, token), begins


def _after(text: RunningText, token: Token) -> str:
    """A hyphen within a word is printed, other parts are set apart."""
    page = text.page(token.page).text
    following = page[token.end : token.end + 2]
    return following[0] if following[:1] == "-" and following[1:].strip() else " "


def _side(text: RunningText, indices: list[int]) -> Side | None:
    if not indices:
        return None
    place = text.places(indices[0], indices[-1] + 1)[0]
    return Side(place.page, boxes(text.page(place.page), place.start, place.end))
