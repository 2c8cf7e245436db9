"""Counting a vote again from the log and the ballots alone, without any of the server's code.

The log says who was entitled, who was there, what each ballot held and what was announced; the tables hold the ballots
and the outcome. All three must tell the same story.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, create_engine, inspect, text

from . import recount_rules
from .recount_rules import Facts

Records = dict[tuple[str, str], dict[str, Any]]
COMPARED = ("tally", "in_favour", "base", "passed", "result", "lines", "cast", "blank", "invalid", "paper")
WORDS = {
    "tally": "số phiếu từng loại",
    "in_favour": "số tán thành",
    "base": "số để tính tỷ lệ",
    "passed": "thông qua hay không",
    "result": "kết quả",
    "lines": "số phiếu từng người",
    "cast": "tổng số phiếu",
    "blank": "phiếu trắng",
    "invalid": "phiếu không hợp lệ",
    "paper": "phiếu kiểm đếm ngoài hệ thống",
}


class NothingToCount(Exception):
    """There is no such vote, or it was never closed."""


class Recount(msgspec.Struct, frozen=True):
    """`differences` in words; empty when log, ballots and outcome agree."""

    question: str
    sentence: str
    roll: int
    ballots: int
    differences: list[str]


def recount(url: str, meeting: str, vote: str) -> Recount:
    """Raises NothingToCount."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return _recount(connection, meeting, vote)
    finally:
        engine.dispose()


def _recount(connection: Connection, meeting: str, vote: str) -> Recount:
    opened, closed, last = _replay(connection, meeting, vote)
    plan = closed["vote", vote]
    announced = closed["result", vote]
    if plan["rule"]["secrecy"] == "secret":
        kept = logged = _box(connection, vote)
        published = last.get(("sealed_list", vote), {})
        if isinstance(published.get("ballots"), list):  # logs of older versions hold the ballots themselves
            logged = {str(ballot["receipt"]): ballot for ballot in published["ballots"]}
    else:
        logged = {ballot["user"]: ballot for ballot in _of_vote(closed, "my_ballot", vote)}
        kept = _ballots(connection, vote)
    differences = [*_differing_ballots(logged, kept), *_differing_box(connection, vote, last)]
    roll = {line["user"]: line["weight"] for line in _of_vote(closed, "voter", vote)}
    differences += _differing_roll(connection, vote, roll, opened, plan)
    facts = _facts(plan, logged, roll, opened, closed, vote)
    again = recount_rules.decide(facts)
    differences += _differing("Kết quả trong nhật ký", announced, again)
    differences += _differing("Kết quả trong cơ sở dữ liệu", _outcome(connection, vote), again)
    return Recount(plan["question"], announced["sentence"], len(roll), len(logged), differences)


def _replay(connection: Connection, meeting: str, vote: str) -> tuple[Records, Records, Records]:
    """What the log shows when the vote opened, when it was closed, and now."""
    opened: Records = {}
    closed: Records = {}
    now: Records = {}
    rows = connection.execute(text("SELECT changes FROM event WHERE stream = :m ORDER BY seq"), {"m": meeting})
    for (changes,) in rows:
        for _audience, kind, id_, value in json.loads(bytes(changes)):
            if value is None:
                now.pop((kind, id_), None)
            else:
                now[kind, id_] = value
        if not opened and now.get(("vote", vote), {}).get("state") == "open":
            opened = dict(now)
        if not closed and ("result", vote) in now:
            closed = dict(now)
    if not closed:
        raise NothingToCount
    return opened, closed, now


def _of_vote(records: Records, kind: str, vote: str) -> Iterator[dict[str, Any]]:
    """Records named "vote.user"."""
    for (of_kind, id_), value in records.items():
        if of_kind == kind and value["vote"] == vote:
            yield value | {"user": id_.removeprefix(f"{vote}.")}


def _facts(
    plan: Mapping[str, Any],
    ballots: Mapping[str, Mapping[str, Any]],
    roll: Mapping[str, int],
    opened: Records,
    closed: Records,
    vote: str,
) -> Facts:
    chair = next((id_ for (kind, id_), value in closed.items() if kind == "member" and value["role"] == "chair"), "")
    entries = [value for (kind, _), value in closed.items() if kind == "tally_entry" and value["vote"] == vote]
    return Facts(
        rule=plan["rule"],
        options=[option["id"] for option in plan["options"]],
        ballots=[(said, roll.get(user, 1)) for user, said in ballots.items()],
        sheets=[entry for entry in entries if entry["confirmed_by"]],
        present=sum(roll.values()),
        entitled=sum(_entitled(opened, plan, vote).values()),
        chair=ballots.get(chair),
    )


def _entitled(opened: Records, plan: Mapping[str, Any], vote: str) -> dict[str, int]:
    """Who had a vote when it opened, and how many: the list or all voting members, without those recused."""
    members = {id_ for (kind, id_), value in opened.items() if kind == "member" and value["votes"]}
    listed = opened.get(("vote_list", vote), {}).get("voters", [])
    weights = {line["user"]: line["weight"] for line in listed} or {user: 1 for user in members}
    recused = set(plan.get("recused", ()))
    return {user: weight for user, weight in weights.items() if user in members and user not in recused}


def _differing_ballots(logged: Mapping[str, Mapping[str, Any]], kept: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name in sorted({*logged, *kept}):
        one, two = logged.get(name), kept.get(name)
        if one is None:
            yield f"Phiếu {name} có trong cơ sở dữ liệu nhưng không có trong nhật ký."
        elif two is None:
            yield f"Phiếu {name} có trong nhật ký nhưng không có trong cơ sở dữ liệu."
        elif any(_plain(one, field) != _plain(two, field) for field in ("choice", "opinion", "picks", "marks")):
            yield f"Phiếu {name} trong cơ sở dữ liệu khác với phiếu trong nhật ký."


def _plain(ballot: Mapping[str, Any], field: str) -> Any:
    """What is not said is left out of a secret ballot."""
    return ballot.get(field) or None


def _differing_roll(
    connection: Connection, vote: str, roll: Mapping[str, int], opened: Records, plan: Mapping[str, Any]
) -> Iterator[str]:
    rows = connection.execute(text("SELECT user_id, weight FROM voter WHERE vote_id = :v"), {"v": vote})
    if {user: weight for user, weight in rows} != dict(roll):
        yield "Danh sách biểu quyết trong cơ sở dữ liệu khác với danh sách trong nhật ký."
    entitled = _entitled(opened, plan, vote)
    if len(entitled) != plan["entitled"] or len(roll) != plan["present"] or not roll.keys() <= entitled.keys():
        told = f"nhật ký có {len(entitled)} người được triệu tập, {len(roll)} có mặt"
        yield f"Số người không khớp: {told}; biểu quyết ghi {plan['entitled']} và {plan['present']}."


def _ballots(connection: Connection, vote: str) -> dict[str, dict[str, Any]]:
    asked = "SELECT user_id, choice, opinion, picks, marks FROM ballot WHERE vote_id = :v"
    rows = connection.execute(text(asked), {"v": vote})
    return {
        user: {"choice": choice, "opinion": opinion, "picks": json.loads(picks), "marks": json.loads(marks)}
        for user, choice, opinion, picks, marks in rows
    }


def _box(connection: Connection, vote: str) -> dict[str, dict[str, Any]]:
    if not inspect(connection).has_table("ballot_box"):
        return {}
    found = connection.execute(text("SELECT ballots FROM ballot_box WHERE vote_id = :v"), {"v": vote}).scalar()
    return {ballot["receipt"]: ballot for ballot in json.loads(found or "[]")}


def _differing_box(connection: Connection, vote: str, last: Records) -> Iterator[str]:
    """The log tells the number and the SHA-256 of the ballots that were published."""
    published = last.get(("sealed_list", vote), {})
    if "sha256" not in published:
        return
    found = connection.execute(text("SELECT ballots FROM ballot_box WHERE vote_id = :v"), {"v": vote}).scalar() or ""
    if hashlib.sha256(found.encode()).hexdigest() != published["sha256"]:
        yield "Hòm phiếu trong cơ sở dữ liệu khác với hòm phiếu đã công bố trong nhật ký."


def _outcome(connection: Connection, vote: str) -> dict[str, Any]:
    found = connection.execute(text("SELECT outcome FROM vote WHERE id = :v"), {"v": vote}).scalar()
    outcome: dict[str, Any] = json.loads(found or "{}")
    return outcome


def _differing(where: str, told: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[str]:
    for field in COMPARED:
        if told.get(field) != again[field]:
            yield f"{where}, {WORDS[field]}: ghi {told.get(field)}, đếm lại được {again[field]}."
