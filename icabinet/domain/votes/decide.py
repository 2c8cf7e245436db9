"""From counts to a decision, in whole numbers only."""

from __future__ import annotations

from collections.abc import Sequence

from .ballots import Count, Marks
from .elections import in_candidates, in_list
from .outcome import Line, Outcome, Result
from .rule import Option, Rule, Sizes, is_tie, reaches
from .sentences import told


def decide(
    rule: Rule, count: Count, sizes: Sizes, options: Sequence[Option] = (), chair: Marks | None = None
) -> Outcome:
    """The outcome with its sentence. `chair`: the chair's own open ballot, for ties that it decides."""
    if rule.method == "standard":
        base = base_of(rule, count, sizes)
        result = _standard(rule, count, base, chair)
        return _outcome(rule, count, sizes, result, base, [], options)
    if rule.method == "list":
        base = base_of(rule, count, sizes)
        result, lines = in_list(rule, count, base, options, chair)
        return _outcome(rule, count, sizes, result, base, lines, options)
    bases = {option.id: base_of_line(rule, count, sizes, option.id) for option in options}
    result, lines = in_candidates(rule, count, bases, options, chair)
    return _outcome(rule, count, sizes, result, whole(rule, count, sizes), lines, options)


def whole(rule: Rule, count: Count, sizes: Sizes) -> int:
    """The base before anything is left out of it."""
    match rule.base:
        case "present":
            return sizes.present_weight
        case "entitled":
            return sizes.entitled_weight
        case "cast":
            return count.cast
        case "valid":
            return count.cast - count.invalid


def base_of(rule: Rule, count: Count, sizes: Sizes) -> int:
    """What the share of a standard vote, or of a list, is taken of. A blank ballot of a list is a valid one."""
    base = whole(rule, count, sizes)
    if rule.method == "standard":
        if rule.base == "valid" or not rule.abstain_counts:
            base -= count.tally.abstain + count.blank
        if not rule.other_counts:
            base -= count.tally.other
    return base


def base_of_line(rule: Rule, count: Count, sizes: Sizes, option: str) -> int:
    """What the share of one candidate is taken of; a ballot that leaves him out abstains on him."""
    base = whole(rule, count, sizes)
    if rule.base != "valid" and rule.abstain_counts:
        return base
    sums = count.lines.get(option)
    said = sums.for_ + sums.against if sums else 0
    return base - (count.cast - count.invalid - said)


def _standard(rule: Rule, count: Count, base: int, chair: Marks | None) -> Result:
    in_favour = count.tally.for_
    if is_tie(rule, in_favour, count.tally.against, base):
        if rule.ties == "repeat":
            return "tied"
        if rule.ties == "chair":
            return "passed" if chair is not None and chair.choice == "for" else "rejected"
    return "passed" if reaches(rule, in_favour, base) else "rejected"


def _outcome(
    rule: Rule,
    count: Count,
    sizes: Sizes,
    result: Result,
    base: int,
    lines: list[Line],
    options: Sequence[Option],
) -> Outcome:
    in_favour = count.tally.for_ if rule.method == "standard" else sum(line.elected for line in lines)
    return Outcome(
        tally=count.tally,
        in_favour=in_favour,
        base=base,
        passed=result in ("passed", "elected"),
        result=result,
        sentence=told(rule, count, sizes, result, base, lines, options),
        lines=lines,
        cast=count.cast,
        blank=count.blank,
        invalid=count.invalid,
        paper=count.paper,
    )
