"""Reconnect storm: the server has just started, and all tablets come back at the same moment."""

from __future__ import annotations

import time

import msgspec

from ..domain.commands import CastBallot, CloseVote, OpenVote, PrepareVote, RequestSpeech, WithdrawSpeech
from ..domain.votes import Rule
from ..settings import Settings
from ..store.database import Database
from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering
from .process import Server, cabinet_server
from .requests import Seat
from .seed import CHAIR, GUESTS, ITEM, STREAM, Step, carry_out
from .tablet import Heard
from .trial import Bench, Trial, in_loop

WAIT = 40.0


class _Missed(msgspec.Struct, frozen=True):
    """The tablets know the log up to `since`; it goes to `until`."""

    since: int
    until: int


def _happen(trial: Trial) -> _Missed:
    """What the tablets have missed: half of it ballots, which everyone is told differently, half of it speeches."""
    db = Database(Settings(data=trial.data).database_url)
    vote = f"storm{trial.number}"
    try:
        numbers = carry_out(db, [_prepare(vote), *_events(trial, vote)], vote)
    finally:
        db.close()
    return _Missed(numbers[0], numbers[-1])


def _prepare(vote: str) -> Step:
    return STREAM, CHAIR, PrepareVote(vote=vote, item=ITEM, question="Thông qua?", rule=Rule())


def _events(trial: Trial, vote: str) -> list[Step]:
    """`load.missed` events; every speech that is asked for is withdrawn again, so that the next run can ask anew."""
    voters = trial.room.tablets[: trial.load.missed // 2]
    ballots: list[Step] = [(STREAM, seat.user, CastBallot(vote=vote, choice="for")) for seat in voters]
    rest = (trial.load.missed - len(ballots) - 2) // 2 * 2
    speeches = [_speech(trial.room.guests[number // 2 % GUESTS], vote, number) for number in range(rest)]
    return [(STREAM, CHAIR, OpenVote(vote=vote)), *ballots, *speeches, (STREAM, CHAIR, CloseVote(vote=vote))]


def _speech(guest: Seat, vote: str, number: int) -> Step:
    name = f"{vote}-{number // 2}"
    if number % 2 == 0:
        return STREAM, guest.user, RequestSpeech(speech=name, subject="x" * 150)
    return STREAM, guest.user, WithdrawSpeech(speech=name)


async def _storm(server: Server, trial: Trial, missed: _Missed) -> list[Row]:
    fleet, caught_up = Fleet(server.address), Gathering(len(trial.room.tablets))
    mark = b'"at":%d,' % missed.until

    def listener(seat: Seat) -> Heard:
        return lambda payload: caught_up.arrived() if mark in payload else None

    cpu, start = server.cpu(), time.perf_counter()
    greeting = b'{"type":"subscribe","streams":{"%s":%d}}' % (STREAM.encode(), missed.since)
    await fleet.connect(trial.room.tablets, listener, at_once=len(trial.room.tablets), greeting=greeting)
    connected = time.perf_counter() - start
    await fleet.wait(caught_up, "caught up", WAIT)
    cpu = (server.cpu() - cpu) / len(trial.room.tablets)
    fleet.leave()
    return [
        Row("connected", "mọi máy đã nối lại", "ms", connected * 1000),
        spread("caught-up", "máy đã nhận đủ phần bỏ lỡ", caught_up.since(start), goal=Goal("most", 5000.0)),
        Row("cpu", "CPU máy chủ mỗi máy", "ms", cpu * 1000),
    ]


def run(trial: Trial) -> list[Row]:
    missed = _happen(trial)
    with cabinet_server(trial.data) as server:
        return in_loop(_storm(server, trial, missed))


BENCH = Bench("reconnect", "Mọi máy nối lại cùng lúc", run)
