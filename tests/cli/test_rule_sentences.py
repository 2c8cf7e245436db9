"""The form that writes a rule says it in the very words that the server will use (web/test/rule-words.test.ts)."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import msgspec

from icabinet.domain.votes import Option, Rule, VoterLine, describe

KEPT = Path(__file__).parents[2] / "web" / "test" / "rule-sentences.jsonl"
OPTIONS = [Option(id=f"o{number}", label=f"{number}") for number in range(5)]
CHANGES: list[dict[str, object]] = [
    {},
    {"base": "entitled", "numerator": 2, "denominator": 3, "more_than": False},
    {"base": "valid", "abstain_counts": False, "seats": 2},
    {"base": "cast", "numerator": 1, "denominator": 1, "more_than": False, "other_counts": False},
    {"abstain_counts": False, "ties": "chair", "shows": "live"},
    {"ties": "repeat", "late": "admitted", "shows": "close", "least": 1, "most": 3, "seats": 3},
    {"secrecy": "secret"},
]
LISTS: tuple[list[VoterLine], ...] = ([], [VoterLine("u1"), VoterLine("u2")], [VoterLine("u1", 3)])


def cases() -> list[dict[str, object]]:
    """Every change under every method and every list of voters, with the sentence of the server."""
    found: list[dict[str, object]] = []
    for method, change, voters in product(("standard", "list", "candidates"), CHANGES, LISTS):
        rule = msgspec.convert({"method": method, **change}, Rule)
        options = [] if method == "standard" else OPTIONS
        found.append(
            {
                "rule": msgspec.to_builtins(rule),
                "options": len(options),
                "voters": len(voters),
                "weighted": any(voter.weight > 1 for voter in voters),
                "sentence": describe(rule, options, voters),
            }
        )
    return found


def test_the_kept_sentences_are_those_of_the_server() -> None:
    """After a change of words: python -m tests.cli.test_rule_sentences > web/test/rule-sentences.jsonl."""
    assert msgspec.json.Decoder().decode_lines(KEPT.read_bytes()) == cases()


if __name__ == "__main__":
    print(msgspec.json.Encoder().encode_lines(cases()).decode(), end="")
