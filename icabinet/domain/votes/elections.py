"""Elections: from a list, and by yes or no for each candidate. Ties for the last seat are never broken by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from .ballots import Count, Marks, Sums
from .outcome import Line, Result
from .rule import Option, Rule, is_tie, reaches


def in_list(
    rule: Rule, count: Count, base: int, options: Sequence[Option], chair: Marks | None
) -> tuple[Result, list[Line]]:
    """The `seats` options with most votes among those that reach the share."""
    lines = _lines(count, {option.id: base for option in options}, options)
    able = {line.option for line in lines if reaches(rule, line.for_, base)}
    return _seated(rule, lines, able, rule.seats, chair)


def in_candidates(
    rule: Rule, count: Count, bases: Mapping[str, int], options: Sequence[Option], chair: Marks | None
) -> tuple[Result, list[Line]]:
    """Everybody who reaches the share of his own base; the best of them when there are fewer seats."""
    lines = _lines(count, bases, options)
    able = {line.option for line in lines if reaches(rule, line.for_, line.base)}
    even = {line.option for line in lines if is_tie(rule, line.for_, line.against, line.base)}
    if rule.ties == "chair":
        able |= {option for option in even if _favours(chair, option)}
        even = set()
    if rule.ties == "repeat":
        lines = [msgspec.structs.replace(line, tied=line.option in even) for line in lines]
    return _seated(rule, lines, able, rule.seats or len(options), chair)


def _lines(count: Count, bases: Mapping[str, int], options: Sequence[Option]) -> list[Line]:
    sums = {option.id: count.lines.get(option.id, Sums()) for option in options}
    return [
        Line(option=id_, for_=line.for_, against=line.against, abstain=line.abstain, base=bases[id_])
        for id_, line in sums.items()
    ]


def _seated(
    rule: Rule, lines: list[Line], able: set[str], seats: int, chair: Marks | None
) -> tuple[Result, list[Line]]:
    """Fills the seats from the most votes down; those equal on the last seat all get it, or none of them."""
    votes = {line.option: line.for_ for line in lines if line.option in able}
    elected: set[str] = set()
    equal: set[str] = set()
    for number in sorted(set(votes.values()), reverse=True):
        group = {option for option, votes_for in votes.items() if votes_for == number}
        if len(elected) + len(group) <= seats:
            elected |= group
            continue
        if len(elected) < seats:
            chosen, equal = _broken(rule, group, seats - len(elected), chair)
            elected |= chosen
        break
    marked = [
        msgspec.structs.replace(line, elected=line.option in elected, tied=line.tied or line.option in equal)
        for line in lines
    ]
    return _result(rule, marked), marked


def _broken(rule: Rule, group: set[str], free: int, chair: Marks | None) -> tuple[set[str], set[str]]:
    """Whom the chair's ballot lifts out of those equal on the last seats, and who is left equal."""
    if rule.ties != "chair":
        return set(), group
    favoured = {option for option in group if _favours(chair, option)}
    if len(favoured) > free:
        return set(), favoured
    return favoured, group - favoured if len(favoured) < free else set()


def _favours(chair: Marks | None, option: str) -> bool:
    return chair is not None and (option in chair.picks or chair.marks.get(option) == "for")


def _result(rule: Rule, lines: list[Line]) -> Result:
    if rule.ties == "repeat" and any(line.tied for line in lines):
        return "tied"
    return "elected" if any(line.elected for line in lines) else "rejected"
