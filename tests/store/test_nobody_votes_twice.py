"""Ten thousand tries by tabs and retries at once: nobody counts twice, nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from icabinet.actions import perform
from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from icabinet.store.schema import upgrade
from icabinet.store.tables import Ballot, BallotBox, Vote
from tests.rooms import MEETING, do, found_meeting, start

ROUNDS = 25
TABS = 2
VOTERS = [f"d{number}" for number in range(1, 6)]
TRIES = 40
"""Of each tab in each round; every fourth is the first one of a new ballot, the others send it again."""
SAYS = ("for", "against", "abstain")


class Round:
    """One vote and what its tabs heard."""

    def __init__(self, number: int) -> None:
        self.vote = f"v{number}"
        self.secret = number % 2 == 1
        self.acknowledged: dict[str, dict[int, tuple[str, str]]] = {user: {} for user in VOTERS}
        self.tries = 0
        self.strange: list[str] = []
        self.lock = threading.Lock()

    def heard(self, user: str, seq: int, said: tuple[str, str]) -> None:
        """A repeated request must be told what the first one was told."""
        with self.lock:
            self.tries += 1
            known = self.acknowledged[user].setdefault(seq, said)
            if known != said:
                self.strange.append(f"{user} {seq}: {known} and {said}")

    def refused(self, code: str) -> None:
        with self.lock:
            self.tries += 1
            if code != "vote.not-open":
                self.strange.append(code)

    def last(self, user: str) -> tuple[str, str] | None:
        """What counts: the ballot of the highest number in the log."""
        found = self.acknowledged[user]
        return found[max(found)] if found else None


@pytest.fixture
def room(url: str, tmp_path: Path) -> Iterator[Database]:
    upgrade(url)
    db = Database(url, tmp_path / "keys")
    found_meeting(db, len(VOTERS))
    start(db, VOTERS)
    yield db
    db.close()


def ballot(of: Round, choice: str, receipt: str) -> Command:
    if of.secret:
        return c.SealBallot(vote=of.vote, receipt=receipt, choice=choice)  # type: ignore[arg-type]
    return c.CastBallot(vote=of.vote, choice=choice)  # type: ignore[arg-type]


def tab(db: Database, of: Round, user: str, number: int) -> None:
    """Sends without waiting, as a nervous finger on bad Wi-Fi: the same ballot again, then another one."""
    dice = random.Random(f"{of.vote} {user} {number}")
    sent = []
    for attempt in range(TRIES):
        if attempt % 4 == 0:
            key = f"{of.vote}-{user}-{number}-{attempt}"
            said = dice.choice(SAYS), f"{dice.getrandbits(64):016x}"
            command = ballot(of, *said)
        sent.append((said, db.submit(lambda s, k=key, w=command: perform(s, MEETING, user, k, w))))  # type: ignore[misc]
    for said, future in sent:
        try:
            of.heard(user, future.result(), said)
        except Refused as refused:
            of.refused(refused.code)


def play(db: Database, of: Round) -> None:
    """All tabs at once; in every other pair of rounds the chair closes in the middle of it."""
    rule = Rule(secrecy="secret" if of.secret else "open", base="cast")
    do(db, "chair", c.PrepareVote(vote=of.vote, item="i2", question="?", rule=rule))
    do(db, "chair", c.OpenVote(vote=of.vote))
    people = [(user, number) for user in VOTERS for number in range(TABS)]
    threads = [threading.Thread(target=tab, args=(db, of, *person)) for person in people]
    for thread in threads:
        thread.start()
    if int(of.vote[1:]) % 4 < 2:
        do(db, "chair", c.CloseVote(vote=of.vote))
    for thread in threads:
        thread.join()
    if int(of.vote[1:]) % 4 >= 2:
        do(db, "chair", c.CloseVote(vote=of.vote))


def counted(db: Database, of: Round) -> list[str]:
    if of.secret:
        return db.read(lambda s: [str(b.choice) for b in s.get_one(BallotBox, of.vote).ballots])
    return db.read(
        lambda s: [str(choice) for choice in s.scalars(select(Ballot.choice).where(Ballot.vote_id == of.vote))]
    )


def test_ten_thousand_tries(room: Database) -> None:
    tries = ballots = 0
    for number in range(ROUNDS):
        of = Round(number)
        play(room, of)
        assert of.strange == []
        due = [said[0] for user in VOTERS if (said := of.last(user))]
        assert sorted(counted(room, of)) == sorted(due), "each once, with what was acknowledged last"
        outcome = room.read(lambda s, v=of.vote: s.get_one(Vote, v)).outcome  # type: ignore[misc]
        assert outcome is not None
        assert outcome.cast == len(due)
        assert [outcome.tally.for_, outcome.tally.against, outcome.tally.abstain] == [due.count(say) for say in SAYS]
        tries += of.tries
        ballots += len(due)
    assert tries == ROUNDS * len(VOTERS) * TABS * TRIES == 10_000
    assert ballots > ROUNDS * len(VOTERS) // 2, "closing early must not have made the test empty"
