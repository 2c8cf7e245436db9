"""Who gets the floor next, and why: one rule for both queues.

A point of order comes first, then debate (tranh luận), then the rest by the policy that the meeting has declared.
Those who asked a question go first in the debate on its answer (Nội quy kỳ họp Quốc hội, Nghị quyết 71/2022/QH15,
Điều 19 khoản 2 điểm d); by default those who asked earlier go earlier (the same, điểm c).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Literal

import msgspec

from .errors import Refused

Queue = Literal["speakers", "questions"]
QUEUES: tuple[Queue, ...] = ("speakers", "questions")
Gate = Literal["open", "paused", "closed"]
Kind = Literal["speech", "question", "reply", "order", "answer"]
State = Literal["waiting", "speaking", "paused", "done", "withdrawn"]
Policy = Literal["first-come", "first-timers", "alternate-units", "by-hand"]

GAP = 1 << 20
"""Between the `hand` of neighbours, so that moving one of a thousand changes one of them and not all."""
ORDINARY: frozenset[Kind] = frozenset({"speech", "question"})
"""What counts as having spoken; debate, answers and points of order do not cost a person the turn."""


class Wish(msgspec.Struct, frozen=True):
    """Somebody who waits. `at` is the moment of asking (ms), `hand` the place that the chair gave."""

    speech: str
    user: str
    unit: str
    kind: Kind
    at: int
    hand: int
    asked: bool = False
    """A reply by the person whose question is debated."""


class Talk(msgspec.Struct, frozen=True):
    """Somebody who has had the floor from `at` on, for `ms` so far."""

    user: str
    unit: str
    kind: Kind
    at: int
    ms: int


class Before(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many stand before somebody, by the reason that puts them there."""

    order: int = 0
    reply: int = 0
    newcomers: int = 0
    shorter: int = 0
    units: int = 0
    earlier: int = 0
    hand: int = 0


class Place(msgspec.Struct, frozen=True):
    speech: str
    before: Before


class Past(msgspec.Struct, frozen=True):
    """What has been said in a queue: turns and milliseconds a person, turns a unit, and whose turn was the last."""

    turns: Mapping[str, int] = {}
    ms: Mapping[str, int] = {}
    units: Mapping[str, int] = {}
    last: str = ""


def unit_of(user: str, unit: str) -> str:
    """Somebody without a unit stands alone."""
    return unit or f"\0{user}"


def past(talks: Iterable[Talk]) -> Past:
    turns: dict[str, int] = {}
    ms: dict[str, int] = {}
    units: dict[str, int] = {}
    last = ""
    for talk in sorted((talk for talk in talks if talk.kind in ORDINARY), key=lambda talk: talk.at):
        last = unit_of(talk.user, talk.unit)
        turns[talk.user] = turns.get(talk.user, 0) + 1
        ms[talk.user] = ms.get(talk.user, 0) + talk.ms
        units[last] = units.get(last, 0) + 1
    return Past(turns, ms, units, last)


def placed(policy: Policy, wishes: Sequence[Wish], had: Past) -> list[Place]:
    """Everybody who waits, the next one first, each with what stands before."""
    if policy == "by-hand":
        return _by_hand(wishes)
    orders = _first_come(wish for wish in wishes if wish.kind == "order")
    replies = sorted((wish for wish in wishes if wish.kind == "reply"), key=lambda w: (not w.asked, *_came(w)))
    rest = [wish for wish in wishes if wish.kind not in ("order", "reply")]
    before = Before(order=len(orders), reply=len(replies))
    return [
        *(Place(wish.speech, Before(earlier=n)) for n, wish in enumerate(orders)),
        *(Place(wish.speech, Before(order=len(orders), reply=n)) for n, wish in enumerate(replies)),
        *_POLICIES[policy](rest, had, before),
    ]


def _came(wish: Wish) -> tuple[int, str]:
    return wish.at, wish.speech


def _first_come(wishes: Iterable[Wish]) -> list[Wish]:
    return sorted(wishes, key=_came)


def _by_hand(wishes: Sequence[Wish]) -> list[Place]:
    """The chair's order; only points of order stay above it."""
    orders = _first_come(wish for wish in wishes if wish.kind == "order")
    rest = sorted((wish for wish in wishes if wish.kind != "order"), key=lambda wish: (wish.hand, *_came(wish)))
    return [
        *(Place(wish.speech, Before(earlier=n)) for n, wish in enumerate(orders)),
        *(Place(wish.speech, Before(order=len(orders), hand=n)) for n, wish in enumerate(rest)),
    ]


def _by_time(wishes: Sequence[Wish], had: Past, before: Before) -> list[Place]:
    return [
        Place(wish.speech, msgspec.structs.replace(before, earlier=n)) for n, wish in enumerate(_first_come(wishes))
    ]


def _newcomers_first(wishes: Sequence[Wish], had: Past, before: Before) -> list[Place]:
    """Who has not spoken in this queue; then the others, who has had less time first."""
    fresh = _first_come(wish for wish in wishes if not had.turns.get(wish.user))
    again = sorted(
        (wish for wish in wishes if had.turns.get(wish.user)), key=lambda w: (had.ms.get(w.user, 0), *_came(w))
    )
    times = [had.ms.get(wish.user, 0) for wish in again]
    places = _by_time(fresh, had, before)
    for number, wish in enumerate(again):
        shorter = bisect_left(times, times[number])
        ahead = {"newcomers": len(fresh), "shorter": shorter, "earlier": number - shorter}
        places.append(Place(wish.speech, msgspec.structs.replace(before, **ahead)))
    return places


def _units_in_turn(wishes: Sequence[Wish], had: Past, before: Before) -> list[Place]:
    """The unit with the fewest turns, then who asked first; never the same unit twice while another one waits."""
    waiting: dict[str, list[Wish]] = {}
    for wish in sorted(wishes, key=_came, reverse=True):
        waiting.setdefault(unit_of(wish.user, wish.unit), []).append(wish)
    heap = [(had.units.get(unit, 0), *_came(line[-1]), unit) for unit, line in waiting.items()]
    heapify(heap)
    seen: list[tuple[int, str]] = []
    places: list[Place] = []
    last = had.last
    while heap:
        held = heappop(heap) if heap[0][3] == last and len(heap) > 1 else None
        turns, at, speech, last = heappop(heap)
        waiting[last].pop()
        earlier = bisect_left(seen, (at, speech))
        ahead = {"earlier": earlier, "units": len(places) - earlier}
        places.append(Place(speech, msgspec.structs.replace(before, **ahead)))
        insort(seen, (at, speech))
        if waiting[last]:
            heappush(heap, (turns + 1, *_came(waiting[last][-1]), last))
        if held:
            heappush(heap, held)
    return places


_POLICIES: dict[Policy, Callable[[Sequence[Wish], Past, Before], list[Place]]] = {
    "first-come": _by_time,
    "first-timers": _newcomers_first,
    "alternate-units": _units_in_turn,
}


def between(order: Sequence[tuple[str, int]], position: int) -> int | None:
    """A `hand` that puts somebody at the position (from 0) among the others of the chair's order, each with his own.

    None when two neighbours are too near for a whole number between them: then all are numbered anew.
    """
    before = order[position - 1][1] if position else None
    after = order[position][1] if position < len(order) else None
    if before is None and after is None:
        return 0
    if before is None or after is None:
        return after - GAP if before is None and after is not None else (before or 0) + GAP
    return (before + after) // 2 if after - before > 1 else None


def need(state: State, wanted: State) -> None:
    """Refused("speech.not-waiting"), ("speech.not-speaking") or ("speech.not-paused") when it is somewhere else."""
    if state != wanted:
        raise Refused(f"speech.not-{wanted}", state=state)


def need_floor(state: State) -> None:
    """Refused("speech.not-speaking") unless the speech has the floor, with its clock running or stopped."""
    if state not in ("speaking", "paused"):
        raise Refused("speech.not-speaking", state=state)


def need_heard(state: State, code: str) -> None:
    """Refused(code) when nothing has been said yet that could be answered."""
    if state not in ("speaking", "paused", "done"):
        raise Refused(code, state=state)


def need_open(queue: Queue, gate: Gate) -> None:
    """Refused("speakers.closed"), ("speakers.paused"), ("questions.closed") or ("questions.paused")."""
    if gate != "open":
        raise Refused(f"{queue}.{gate}")


def need_not_paused(queue: Queue, gate: Gate, kind: Kind) -> None:
    """Only a point of order passes a queue that is paused."""
    if gate == "paused" and kind != "order":
        raise Refused(f"{queue}.paused")
