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
from .presets import KINDS, PRESETS, Kind, MeetingKind, Preset, kind, preset
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
    "KINDS",
    "MOST_OPTIONS",
    "PRESETS",
    "RESULT_WORDS",
    "Choice",
    "Count",
    "Kind",
    "Line",
    "Mark",
    "Marks",
    "MarksOfAll",
    "MeetingKind",
    "Opinion",
    "Option",
    "Outcome",
    "Picks",
    "Preset",
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
    "kind",
    "need_opened",
    "of_one",
    "plus",
    "preset",
    "quorum_needed",
    "threshold",
]
