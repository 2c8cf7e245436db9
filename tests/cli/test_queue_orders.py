"""The tablet works out the order of a queue as the server does (web/test/queue-orders.test.ts)."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec

from icabinet.domain.speakers import Kind, Place, Policy, Talk, Wish, past, placed

KEPT = Path(__file__).parents[2] / "web" / "test" / "queue-orders.jsonl"
POLICIES: tuple[Policy, ...] = ("first-come", "first-timers", "alternate-units", "by-hand")
KINDS: tuple[Kind, ...] = ("speech", "speech", "speech", "reply", "order")
UNITS = ("", "A", "B", "C")
EACH = 30


class Case(msgspec.Struct, frozen=True):
    policy: Policy
    wishes: list[Wish]
    talks: list[Talk]
    places: list[Place]


def cases() -> list[Case]:
    draw = random.Random(7)
    return [_case(draw, policy, size % 12) for policy in POLICIES for size in range(EACH)]


def _case(draw: random.Random, policy: Policy, size: int) -> Case:
    """Few moments, hands and lengths, so that equal ones are frequent."""
    unit = [draw.choice(UNITS) for _ in range(size + 4)]
    wishes = [
        Wish(f"s{n}", f"u{n}", unit[n], draw.choice(KINDS), draw.randint(0, 4), draw.randint(0, 4), draw.random() < 0.5)
        for n in range(size)
    ]
    draw.shuffle(wishes)
    spoke = [draw.randrange(size + 4) for _ in range(draw.randint(0, 6))]
    talks = [
        Talk(f"u{n}", unit[n], draw.choice(("speech", "question", "reply", "answer", "order")), at, draw.choice((5, 9)))
        for at, n in enumerate(spoke)
    ]
    return Case(policy, wishes, talks, placed(policy, wishes, past(talks)))


def test_the_kept_orders_are_those_of_the_server() -> None:
    """After a change of the rule: python -m tests.cli.test_queue_orders > web/test/queue-orders.jsonl."""
    kept = msgspec.json.Decoder(Case).decode_lines(KEPT.read_bytes())
    assert kept == cases()
    assert sum(len(case.places) for case in kept) > 500


if __name__ == "__main__":
    print(msgspec.json.Encoder().encode_lines(cases()).decode(), end="")
