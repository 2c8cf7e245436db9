"""What a bench reports: rows of figures, medians over several runs, and the goals they are held against."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

Column = Literal["median", "p95", "p99", "most", "ratio"]
COLUMNS: tuple[Column, ...] = ("median", "p95", "p99", "most", "ratio")


class Goal(msgspec.Struct, frozen=True):
    """A limit for one column of a row: at most `limit`, or at least when `at_least`."""

    column: Column
    limit: float
    at_least: bool = False

    def met(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


class Row(msgspec.Struct, frozen=True):
    """One measured thing. A plain number stands under `median`; `ratio` compares it with the row named `against`."""

    name: str
    label: str
    unit: str
    median: float
    p95: float | None = None
    p99: float | None = None
    most: float | None = None
    ratio: float | None = None
    goal: Goal | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without a goal or without the figure that it asks for."""
        value: float | None = getattr(self, self.goal.column) if self.goal else None
        return None if self.goal is None or value is None else self.goal.met(value)


class Report(msgspec.Struct, frozen=True):
    """The medians of `runs` runs of one bench with `connections` tablets."""

    bench: str
    title: str
    connections: int
    runs: int
    rows: list[Row]


def share(values: Sequence[float], part: float) -> float:
    """The smallest of the values that `part` (0 to 1) of them do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * part // 1))
    return ordered[int(rank) - 1]


def spread(name: str, label: str, seconds: Iterable[float], *, goal: Goal | None = None) -> Row:
    """A row in milliseconds of durations given in seconds."""
    values = [value * 1000 for value in seconds]
    return Row(
        name,
        label,
        "ms",
        median=share(values, 0.50),
        p95=share(values, 0.95),
        p99=share(values, 0.99),
        most=max(values),
        goal=goal,
    )


def medians(runs: Sequence[Sequence[Row]]) -> list[Row]:
    """Row by row and column by column the median over the runs; a row that one of them lacks is left out."""
    by_name = [{row.name: row for row in run} for run in runs]
    return [_middle([run[row.name] for run in by_name]) for row in runs[0] if all(row.name in run for run in by_name)]


def _middle(rows: Sequence[Row]) -> Row:
    found: dict[str, float | None] = {}
    for column in COLUMNS:
        values = [value for row in rows if (value := getattr(row, column)) is not None]
        found[column] = statistics.median(values) if values else None
    return msgspec.structs.replace(rows[0], **found)
