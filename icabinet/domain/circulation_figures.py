"""How circulations were answered: in time, late or not at all, after how many hours. Sums for any grouping."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

import msgspec

HOUR_MS = 3_600_000


class Figures(msgspec.Struct, frozen=True):
    """Questions put to people, not people: somebody asked three times counts three times.

    `hours` is the median from the sending to the first answer, in tenths of an hour; None without any answer.
    """

    asked: int
    in_time: int
    late: int
    silent: int
    hours: int | None


def figures(asked: int, answers: Iterable[tuple[bool, int]]) -> Figures:
    """`answers`: for each whether it came late, and the milliseconds from the sending to the first one."""
    told = list(answers)
    late = sum(is_late for is_late, _ in told)
    return Figures(
        asked=asked,
        in_time=len(told) - late,
        late=late,
        silent=asked - len(told),
        hours=round(median(waited for _, waited in told) * 10 / HOUR_MS) if told else None,
    )


def sheets(pages: int, people: int) -> int:
    """Sheets of paper that nobody had to print: the papers on both sides of a sheet, and one form, for each person."""
    return ((pages + 1) // 2 + 1) * people
