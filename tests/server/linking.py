"""Tries to tell, from everything that a stolen disk holds, who cast which ballot of a secret vote.

An attack gives, for voters of one vote, the receipts that it believes to be theirs. Guessing at random is right about
once a vote, whatever the number of voters; what does much better has found a link.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

Rows = list[dict[str, Any]]
Positions = dict[str, float]
Guess = dict[str, str]
"""User → receipt."""
NEAR = 300


class Dump(msgspec.Struct):
    """Every table in the order of its rows on disk, every file byte by byte."""

    tables: dict[str, Rows]
    files: dict[str, bytes]


class Ballots(msgspec.Struct):
    """What everybody knows of a vote: who was on its roll, and which receipts were published."""

    vote: str
    users: list[str]
    receipts: list[str]


def take(folder: Path, database: Path) -> Dump:
    files = {str(place.relative_to(folder)): place.read_bytes() for place in folder.rglob("*") if place.is_file()}
    connection = sqlite3.connect(database)
    connection.row_factory = sqlite3.Row
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}
    connection.close()
    return Dump(tables, files)


class _Row(msgspec.Struct):
    """A row, its place in its table, and whom it names."""

    number: int
    values: dict[str, Any]
    names: frozenset[str]
    """Votes, voters and receipts that stand in it."""
    where: dict[str, dict[str, int]]
    """Column → name → place in its text."""


class Search:
    """All that can be tried on one dump. Each row and file is read once for all votes."""

    def __init__(self, dump: Dump, votes: Sequence[Ballots]) -> None:
        self.votes = votes
        known = {name for ballots in votes for name in (ballots.vote, *ballots.users, *ballots.receipts)}
        self._any = re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(map(re.escape, sorted(known))) + r")(?![A-Za-z0-9])")
        self._in_bytes = re.compile(self._any.pattern.encode())
        self.tables = {name: [self._row(*row) for row in enumerate(rows)] for name, rows in dump.tables.items()}
        self.files = {name: self._places(content) for name, content in dump.files.items()}

    def best(self, truth: dict[str, Guess]) -> tuple[int, str]:
        """How many ballots the best attack ties to their voters over all votes, and which attack it was."""
        right: dict[str, int] = defaultdict(int)
        for ballots in self.votes:
            for name, guess in self._attacks(ballots):
                right[name] += sum(truth[ballots.vote].get(user) == receipt for user, receipt in guess.items())
        return max((hits, name) for name, hits in right.items())

    def _row(self, number: int, values: dict[str, Any]) -> _Row:
        where: dict[str, dict[str, int]] = {}
        for column, value in values.items():
            for match in self._any.finditer(_text(value)):
                where.setdefault(column, {}).setdefault(match.group(), match.start())
        return _Row(number, values, frozenset(name for places in where.values() for name in places), where)

    def _places(self, content: bytes) -> list[tuple[int, str]]:
        return [(match.start(), match.group().decode()) for match in self._in_bytes.finditer(content)]

    def _attacks(self, ballots: Ballots) -> Iterator[tuple[str, Guess]]:
        by_user = {name: order for name, order in self._orders(ballots, ballots.users, of_vote=True) if order}
        by_receipt = {name: order for name, order in self._orders(ballots, ballots.receipts, of_vote=False) if order}
        for (one, users), (two, receipts) in itertools.product(by_user.items(), by_receipt.items()):
            for way, step in (("", 1), (" backwards", -1)):
                yield f"{one} ~ {two}{way}", dict(zip(users, receipts[::step], strict=False))
        yield "same row", self._same_row(ballots)
        for name, places in self.files.items():
            yield f"nearest in {name}", _nearest(places, ballots)

    def _orders(self, ballots: Ballots, names: Sequence[str], of_vote: bool) -> Iterator[tuple[str, list[str]]]:
        """By row, by every number and length in the rows that name them, by place inside a value and in every file."""
        wanted = set(names)
        for table, rows in self.tables.items():
            ours = [row for row in rows if wanted & row.names and (not of_vote or ballots.vote in row.names)]
            yield f"row of {table}", _ranked(_first(ours, wanted, lambda row: row.number))
            for column in rows[0].values if rows else ():
                yield f"{table}.{column}", _ranked(_first(ours, wanted, lambda row, c=column: _number(row.values[c])))
                several = next((inside for row in ours if len(inside := row.where.get(column, {})) > 2), {})
                yield f"place in {table}.{column}", _ranked({n: at for n, at in several.items() if n in wanted})
        for file, found in self.files.items():
            mine = [(name, float(at)) for at, name in found if name in wanted]
            yield f"last place in {file}", _ranked(dict(mine))
            yield f"place in {file}", _ranked(dict(reversed(mine)))

    def _same_row(self, ballots: Ballots) -> Guess:
        """Rows that name one receipt and one voter, in whatever columns."""
        guess: Guess = {}
        for row in itertools.chain.from_iterable(self.tables.values()):
            users, receipts = row.names & set(ballots.users), row.names & set(ballots.receipts)
            if len(users) == 1 and len(receipts) == 1:
                guess[next(iter(users))] = next(iter(receipts))
        return guess


def _first(rows: Sequence[_Row], wanted: set[str], value: Any) -> Positions:
    """What the first row that names somebody says of him; rows with several names say nothing of one."""
    found: Positions = {}
    for row in rows:
        named = row.names & wanted
        if len(named) == 1:
            found.setdefault(next(iter(named)), value(row))
    return found


def _ranked(positions: Positions) -> list[str]:
    return sorted(positions, key=lambda name: (positions[name], name))


def _nearest(places: Sequence[tuple[int, str]], ballots: Ballots) -> Guess:
    """The voter whose name stands next to a receipt in a file."""
    guess: Guess = {}
    users, receipts = set(ballots.users), set(ballots.receipts)
    mine = [(at, name) for at, name in places if name in users or name in receipts]
    for index, (at, name) in enumerate(mine):
        if name in receipts:
            around = [(abs(at - other), user) for other, user in mine[max(0, index - 9) : index + 9] if user in users]
            if around and min(around)[0] <= NEAR:
                guess[min(around)[1]] = name
    return guess


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _number(value: Any) -> float:
    """A number itself; of anything else its length."""
    return float(value) if isinstance(value, int | float) else float(len(_text(value)))
