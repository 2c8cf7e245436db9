"""How a vote is decided: the rule that is declared before it opens, and the states it passes through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..errors import Refused
from ..values import Id, Line

Method = Literal["standard", "list", "candidates"]
Secrecy = Literal["open", "secret"]
Shows = Literal["live", "close", "publish"]
Late = Literal["excluded", "admitted"]
Base = Literal["present", "entitled", "cast", "valid"]
QuorumOf = Literal["entitled", "members"]
Ties = Literal["fails", "chair", "repeat"]
State = Literal["prepared", "open", "closed", "published", "void"]

FEWEST_OPTIONS, MOST_OPTIONS = 2, 60
_Part = Annotated[int, Meta(ge=0, le=1000)]
_Whole = Annotated[int, Meta(ge=1, le=1000)]
_Options = Annotated[int, Meta(ge=1, le=MOST_OPTIONS)]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a vote is decided, declared before it opens.

    `method`: the four standard answers; `least` to `most` of a list, the `seats` with most votes elected; or for,
    against, abstain for each candidate (`seats` 0 there: as many as reach the share).
    `base` is what the share in favour is taken of: those entitled who were present, all entitled, all ballots cast,
    or the ballots that are not invalid and not abstentions ("valid"). `other_counts` and `abstain_counts` say whether
    other opinions and abstentions stay in the base; a blank ballot of a standard vote is an abstention.
    The share must reach `numerator/denominator`, or exceed it when `more_than` (a simple majority is "more than 1/2");
    "more than 0" elects by the number of votes alone.
    `ties` (see `is_tie`), and equal votes for the last seat: nobody wins ("fails"), the chair's own open ballot decides
    ("chair"), or the vote is to be repeated ("repeat").
    The vote may open only while at least `quorum_numerator/quorum_denominator` of the entitled, or of all voting
    members, are present, or `quorum_number` of them when that is above 0
    (2/3 by default, as in Điều 114 of the Luật Tổ chức chính quyền địa phương 2015).
    """

    method: Method = "standard"
    secrecy: Secrecy = "open"
    shows: Shows = "publish"
    late: Late = "excluded"
    base: Base = "present"
    numerator: _Part = 1
    denominator: _Whole = 2
    more_than: bool = True
    other_counts: bool = True
    abstain_counts: bool = True
    quorum_of: QuorumOf = "entitled"
    quorum_numerator: _Part = 2
    quorum_denominator: _Whole = 3
    quorum_number: Annotated[int, Meta(ge=0, le=100_000)] = 0
    ties: Ties = "fails"
    least: _Options = 1
    most: _Options = 1
    seats: Annotated[int, Meta(ge=0, le=MOST_OPTIONS)] = 1


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be chosen: a candidate, a variant."""

    id: Id
    label: Line


class VoterLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody entitled to vote, with the number of votes that his ballot carries."""

    user: Id
    weight: Annotated[int, Meta(ge=1, le=1_000_000)] = 1


class Sizes(msgspec.Struct, frozen=True):
    """How many there were when the vote opened (and came in since, where the rule admits them).

    `entitled` and `present` count people, `entitled_weight` and `present_weight` their votes; `members` are all voting
    members of the meeting, on the list of this vote or not.
    """

    entitled: int
    present: int
    entitled_weight: int
    present_weight: int
    members: int
    members_present: int

    @classmethod
    def plain(cls, present: int, entitled: int) -> Sizes:
        """A vote of all members, one vote each."""
        return cls(entitled, present, entitled, present, entitled, present)


NEXT: dict[State, State] = {"prepared": "open", "open": "closed", "closed": "published"}
_NEEDS = {"open": "vote.not-prepared", "closed": "vote.not-running", "published": "vote.not-closed"}


def check_rule(rule: Rule, options: Sequence[Option] = (), voters: Sequence[VoterLine] = ()) -> None:
    """Raises Refused: vote.rule, vote.options, vote.picks or vote.secret, for what could never be carried out."""
    _check_shares(rule)
    _check_options(rule, options)
    weighted = any(voter.weight > 1 for voter in voters)
    if rule.secrecy == "secret" and (rule.shows == "live" or rule.ties == "chair" or weighted):
        raise Refused("vote.secret")


def _check_shares(rule: Rule) -> None:
    """A share above the whole, or one that can never be exceeded, or none at all where an answer is asked."""
    if rule.numerator > rule.denominator or rule.quorum_numerator > rule.quorum_denominator:
        raise Refused("vote.rule")
    if rule.more_than and rule.numerator == rule.denominator:
        raise Refused("vote.rule")
    if rule.numerator == 0 and (rule.method != "list" or not rule.more_than):
        raise Refused("vote.rule")


def _check_options(rule: Rule, options: Sequence[Option]) -> None:
    if rule.method == "standard":
        if options:
            raise Refused("vote.options", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS)
        return
    distinct = len({option.id for option in options}) == len(options) == len({option.label for option in options})
    if not distinct or not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Refused("vote.options", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS)
    lowest = 1 if rule.method == "list" else 0
    if not lowest <= rule.seats <= len(options):
        raise Refused("vote.picks", options=len(options))
    if rule.method == "list" and not rule.least <= rule.most <= len(options):
        raise Refused("vote.picks", options=len(options))


def advance(state: State, to: State) -> State:
    """The next state, or Refused("vote.not-prepared", "vote.not-running" or "vote.not-closed"), what the step needs."""
    if NEXT.get(state) != to:
        raise Refused(_NEEDS[to], state=state)
    return to


def need_opened(state: State) -> None:
    """Only what has been opened can be set aside, and only once."""
    if state == "prepared":
        raise Refused("vote.not-opened")
    if state == "void":
        raise Refused("vote.void")


def reaches(rule: Rule, in_favour: int, base: int) -> bool:
    """Whether in_favour/base ≥ numerator/denominator (or >), compared as whole numbers; an empty base never does."""
    left = in_favour * rule.denominator
    right = rule.numerator * base
    return base > 0 and (left > right if rule.more_than else left >= right)


def is_tie(rule: Rule, in_favour: int, against: int, base: int) -> bool:
    """Where a half is to be exceeded: as many for as against, whoever else abstained or was away, though nobody passed
    the half; half of the base against fewer is no tie. So Điều 117 of the Luật Tổ chức chính quyền địa phương 2015:
    "số tán thành và số không tán thành ngang nhau". Of any other share: exactly what was to be exceeded.
    """
    if not rule.more_than or base <= 0 or reaches(rule, in_favour, base):
        return False
    if 2 * rule.numerator == rule.denominator:
        return in_favour == against > 0
    return in_favour * rule.denominator == rule.numerator * base


def least_in_favour(rule: Rule, base: int) -> int:
    """The smallest number in favour that reaches the share of the base."""
    whole = rule.numerator * base
    return whole // rule.denominator + 1 if rule.more_than else -(-whole // rule.denominator)


def quorum_needed(rule: Rule, size: int) -> int:
    """The smallest number present of `size` that makes a quorum; at least one person must be there to vote."""
    if rule.quorum_number:
        return rule.quorum_number
    return max(1, -(-rule.quorum_numerator * size // rule.quorum_denominator))
