"""The rules of voting: plain values in, a decision and its sentence out, in whole numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .errors import Refused
from .wording import percent

Choice = Literal["for", "against", "other", "abstain"]
CHOICES: tuple[Choice, ...] = ("for", "against", "other", "abstain")
Base = Literal["present", "entitled", "cast", "valid"]
State = Literal["prepared", "open", "closed", "published"]

BASE_WORDS: dict[Base, str] = {
    "present": "đại biểu có mặt",
    "entitled": "đại biểu được triệu tập",
    "cast": "phiếu đã bỏ",
    "valid": "phiếu có ý kiến",
}


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a vote is decided, declared before it opens.

    `base` is what the share in favour is taken of: those entitled who were present at the opening, all entitled,
    all ballots cast, or the ballots cast without abstentions ("valid").
    The share must reach `numerator/denominator`, or exceed it when `more_than` (a simple majority is "more than 1/2").
    The vote may open only while at least `quorum_numerator/quorum_denominator` of the entitled are present
    (2/3 by default, as in Điều 114 of the Luật Tổ chức chính quyền địa phương 2015).
    """

    base: Base = "present"
    numerator: Annotated[int, Meta(ge=1, le=1000)] = 1
    denominator: Annotated[int, Meta(ge=1, le=1000)] = 2
    more_than: bool = True
    quorum_numerator: Annotated[int, Meta(ge=0, le=1000)] = 2
    quorum_denominator: Annotated[int, Meta(ge=1, le=1000)] = 3


class Tally(msgspec.Struct, frozen=True):
    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    other: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        return self.for_ + self.against + self.other + self.abstain


class Outcome(msgspec.Struct, frozen=True):
    """`passed` follows from `in_favour` of `base` under the rule; `sentence` says so to people."""

    tally: Tally
    in_favour: int
    base: int
    passed: bool
    sentence: str


NEXT: dict[State, State] = {"prepared": "open", "open": "closed", "closed": "published"}


def check_rule(rule: Rule) -> None:
    """Raises Refused("vote.rule") when a share is above the whole or can never be exceeded."""
    if rule.numerator > rule.denominator or rule.quorum_numerator > rule.quorum_denominator:
        raise Refused("vote.rule")
    if rule.more_than and rule.numerator == rule.denominator:
        raise Refused("vote.rule")


def advance(state: State, to: State) -> State:
    """The next state, or Refused("vote.not-…") naming the state that the step needs."""
    if NEXT.get(state) != to:
        needed = next(before for before, after in NEXT.items() if after == to)
        raise Refused(f"vote.not-{needed}", state=state)
    return to


def count(choices: Iterable[Choice]) -> Tally:
    counts = Counter(choices)
    return Tally(for_=counts["for"], against=counts["against"], other=counts["other"], abstain=counts["abstain"])


def size_of_base(rule: Rule, tally: Tally, present: int, entitled: int) -> int:
    match rule.base:
        case "present":
            return present
        case "entitled":
            return entitled
        case "cast":
            return tally.cast
        case "valid":
            return tally.cast - tally.abstain


def reaches(rule: Rule, in_favour: int, base: int) -> bool:
    """Whether in_favour/base ≥ numerator/denominator (or >), compared as whole numbers; an empty base never does."""
    left = in_favour * rule.denominator
    right = rule.numerator * base
    return base > 0 and (left > right if rule.more_than else left >= right)


def decide(rule: Rule, tally: Tally, present: int, entitled: int) -> Outcome:
    base = size_of_base(rule, tally, present, entitled)
    passed = reaches(rule, tally.for_, base)
    return Outcome(tally, tally.for_, base, passed, explain(rule, tally.for_, base, passed))


def explain(rule: Rule, in_favour: int, base: int, passed: bool) -> str:
    """For example "10/12 đại biểu có mặt đồng ý, đạt 83,3 % ≥ 2/3: thông qua"."""
    outcome = "thông qua" if passed else "không thông qua"
    if base == 0:
        return f"Không có {BASE_WORDS[rule.base]} để tính tỷ lệ: {outcome}"
    sign = (">" if rule.more_than else "≥") if passed else ("≤" if rule.more_than else "<")
    share = f"{in_favour}/{base} {BASE_WORDS[rule.base]} đồng ý"
    return f"{share}, đạt {percent(in_favour, base)} {sign} {threshold(rule)}: {outcome}"


def threshold(rule: Rule) -> str:
    return f"{rule.numerator}/{rule.denominator}" if rule.numerator < rule.denominator else "100 %"


def describe(rule: Rule) -> str:
    """The rule in one sentence, shown on every tablet before anybody votes."""
    reach = f"quá {threshold(rule)}" if rule.more_than else f"ít nhất {threshold(rule)}"
    return f"Thông qua khi có {reach} số {BASE_WORDS[rule.base]} đồng ý."
