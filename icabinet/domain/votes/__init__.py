"""The rules of voting: plain values in, a decision and its sentence out, in whole numbers only."""

from __future__ import annotations

from .ballots import (
    CHOICES,
    Choice,
    Count,
    Mark,
    Marks,
    MarksOfAll,
    Opinion,
    Picks,
    Sums,
    Tally,
    check_ballot,
    count,
    of_one,
    plus,
)
from .decide import decide
from .outcome import Line, Outcome, Result
from .rule import (
    MOST_OPTIONS,
    Option,
    Rule,
    Sizes,
    State,
    VoterLine,
    advance,
    check_rule,
    need_opened,
    quorum_needed,
)
from .sentences import BASE_WORDS, RESULT_WORDS, base_words, describe, threshold

__all__ = [
    "BASE_WORDS",
    "CHOICES",
    "MOST_OPTIONS",
    "RESULT_WORDS",
    "Choice",
    "Count",
    "Line",
    "Mark",
    "Marks",
    "MarksOfAll",
    "Opinion",
    "Option",
    "Outcome",
    "Picks",
    "Result",
    "Rule",
    "Sizes",
    "State",
    "Sums",
    "Tally",
    "VoterLine",
    "advance",
    "base_words",
    "check_ballot",
    "check_rule",
    "count",
    "decide",
    "describe",
    "need_opened",
    "of_one",
    "plus",
    "quorum_needed",
    "threshold",
]
