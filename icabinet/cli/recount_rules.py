"""Deciding a vote a second time, written apart from icabinet.domain.votes: exact fractions instead of whole numbers,
ranks instead of a walk down the list. It may import nothing of the server's way of counting (import-linter holds it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import msgspec

Said = Mapping[str, Any]
"""A ballot as the log has it: choice, picks, marks."""
STANDARD = ("for", "against", "other", "abstain")
EACH = ("for", "against", "abstain")


class Facts(msgspec.Struct, frozen=True):
    """Everything that a decision rests on, as the log tells it."""

    rule: Mapping[str, Any]
    options: Sequence[str]
    ballots: Sequence[tuple[Said, int]]
    sheets: Sequence[Mapping[str, Any]]
    present: int
    entitled: int
    chair: Said | None


def decide(facts: Facts) -> dict[str, Any]:
    """What the result record should say, without its sentence."""
    sums = _sums(facts)
    told = {"cast": sums["cast"], "blank": sums["blank"], "invalid": sums["invalid"], "paper": sums["paper"]}
    if facts.rule["method"] == "standard":
        return told | _standard(facts, sums)
    return told | _election(facts, sums)


def _sums(facts: Facts) -> dict[str, int]:
    """Every counter by its name: "for", or "for b" for option b."""
    sums = {name: 0 for name in ("cast", "blank", "invalid", "paper", *STANDARD)}
    sums |= {f"{mark} {option}": 0 for option in facts.options for mark in EACH}
    for said, weight in facts.ballots:
        names = [said["choice"]] if said.get("choice") else []
        names += [f"for {option}" for option in said.get("picks", ())]
        names += [f"{mark} {option}" for option, mark in said.get("marks", {}).items()]
        for name in ("cast", *names) if names else ("cast", "blank"):
            sums[name] += weight
    for sheet in facts.sheets:
        for name, counted in (("cast", "ballots"), ("paper", "ballots"), ("blank", "blank"), ("invalid", "invalid")):
            sums[name] += sheet[counted]
        for name in STANDARD:
            sums[name] += sheet["tally"].get(name, 0)
        for option, line in sheet["lines"].items():
            for mark in EACH:
                sums[f"{mark} {option}"] += line.get(mark, 0)
    return sums


def _whole(facts: Facts, sums: Mapping[str, int]) -> int:
    kinds = {
        "present": facts.present,
        "entitled": facts.entitled,
        "cast": sums["cast"],
        "valid": sums["cast"] - sums["invalid"],
    }
    return kinds[facts.rule["base"]]


def _compare(rule: Mapping[str, Any], votes: int, base: int) -> int:
    """1 above the share, 0 exactly on it, -1 below it or without a base."""
    if base <= 0:
        return -1
    share = Fraction(votes, base) - Fraction(rule["numerator"], rule["denominator"])
    return (share > 0) - (share < 0)


def _wins(rule: Mapping[str, Any], votes: int, base: int) -> bool:
    return _compare(rule, votes, base) >= (1 if rule["more_than"] else 0)


def _tied(rule: Mapping[str, Any], votes: int, against: int, base: int) -> bool:
    """Equal votes where more than the half was needed; of other shares, the share itself where more was needed."""
    if not rule["more_than"] or _compare(rule, votes, base) == 1 or base <= 0:
        return False
    if Fraction(rule["numerator"], rule["denominator"]) == Fraction(1, 2):
        return votes == against and votes > 0
    return _compare(rule, votes, base) == 0


def _standard(facts: Facts, sums: Mapping[str, int]) -> dict[str, Any]:
    rule, base = facts.rule, _whole(facts, sums)
    if rule["base"] == "valid" or not rule["abstain_counts"]:
        base -= sums["abstain"] + sums["blank"]
    if not rule["other_counts"]:
        base -= sums["other"]
    result = "passed" if _wins(rule, sums["for"], base) else "rejected"
    if _tied(rule, sums["for"], sums["against"], base):
        of_chair = "passed" if facts.chair is not None and facts.chair.get("choice") == "for" else "rejected"
        result = {"repeat": "tied", "chair": of_chair, "fails": result}[rule["ties"]]
    tally = {name: sums[name] for name in STANDARD}
    return {
        "tally": tally,
        "in_favour": sums["for"],
        "base": base,
        "passed": result == "passed",
        "result": result,
        "lines": [],
    }


def _election(facts: Facts, sums: Mapping[str, int]) -> dict[str, Any]:
    rule, options = facts.rule, facts.options
    bases = {option: _base_of(facts, sums, option) for option in options}
    votes = {option: sums[f"for {option}"] for option in options}
    able = {option for option in options if _wins(rule, votes[option], bases[option])}
    even: set[str] = set()
    if rule["method"] == "candidates":
        even = {option for option in options if _tied(rule, votes[option], sums[f"against {option}"], bases[option])}
    if rule["ties"] == "chair":
        able |= {option for option in even if _favoured(facts, option)}
    elected, equal = _seats(facts, votes, able)
    equal |= even if rule["ties"] == "repeat" else set()
    result = "tied" if rule["ties"] == "repeat" and equal else "elected" if elected else "rejected"
    lines = [
        {"option": option, "base": bases[option], "elected": option in elected, "tied": option in equal}
        | {mark: sums[f"{mark} {option}"] for mark in EACH}
        for option in options
    ]
    return {
        "tally": {name: 0 for name in STANDARD},
        "in_favour": len(elected),
        "base": _whole(facts, sums),
        "passed": result == "elected",
        "result": result,
        "lines": lines,
    }


def _base_of(facts: Facts, sums: Mapping[str, int], option: str) -> int:
    rule = facts.rule
    if rule["method"] == "list" or (rule["base"] != "valid" and rule["abstain_counts"]):
        return _whole(facts, sums)
    silent = sums["cast"] - sums["invalid"] - sums[f"for {option}"] - sums[f"against {option}"]
    return _whole(facts, sums) - silent


def _seats(facts: Facts, votes: Mapping[str, int], able: set[str]) -> tuple[set[str], set[str]]:
    """By rank: elected are those whose whole group fits, contested is the group that reaches over the last seat."""
    seats = facts.rule["seats"] or len(facts.options)
    above = {option: sum(votes[other] > votes[option] for other in able) for option in able}
    group = {option: sum(votes[other] == votes[option] for other in able) for option in able}
    elected = {option for option in able if above[option] + group[option] <= seats}
    contested = {option for option in able if above[option] < seats < above[option] + group[option]}
    if not contested or facts.rule["ties"] != "chair":
        return elected, contested
    free = seats - len(elected)
    favoured = {option for option in contested if _favoured(facts, option)}
    if len(favoured) > free:
        return elected, favoured
    return elected | favoured, (contested - favoured if len(favoured) < free else set())


def _favoured(facts: Facts, option: str) -> bool:
    chair = facts.chair or {}
    return option in chair.get("picks", ()) or chair.get("marks", {}).get(option) == "for"
