"""Ten thousand tries by tabs and retries at once: nobody counts twice, nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from icabinet.actions import perform
from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule, VoterLine
from icabinet.store.database import Database
from icabinet.store.tables import Ballot, BallotBox, Vote, Voter
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting, start

ROUNDS = 25
TABS = 2
VOTERS = [f"d{number}" for number in range(1, 6)]
PAIR = ("d1", "outsider")
"""A delegate and his substitute, who share one seat."""
TRIES = 40
"""Of each tab in each round; every fourth is the first one of a new ballot, the others send it again."""
SAYS = ("for", "against", "abstain")


class Round:
    """One vote and what its tabs heard."""

    def __init__(self, number: int, people: Sequence[str] = VOTERS) -> None:
        self.vote = f"v{number}"
        self.secret = number % 2 == 1
        self.people = people
        self.accepted_refusals = {"vote.not-open"}
        self.acknowledged: dict[str, dict[int, tuple[str, str]]] = {user: {} for user in people}
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
            if code not in self.accepted_refusals:
                self.strange.append(code)

    def last(self, user: str) -> tuple[str, str] | None:
        """What counts: the ballot of the highest number in the log."""
        found = self.acknowledged[user]
        return found[max(found)] if found else None


@pytest.fixture
def room(url: str, tmp_path: Path) -> Iterator[Database]:
    make_ready(url)
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
    cast_and_close(db, of)


def cast_and_close(db: Database, of: Round) -> None:
    people = [(user, number) for user in of.people for number in range(TABS)]
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


def check(db: Database, of: Round) -> int:
    """What was counted is what was acknowledged last; returns how many ballots that is."""
    assert of.strange == []
    due = [said[0] for user in of.people if (said := of.last(user))]
    assert sorted(counted(db, of)) == sorted(due), "each once, with what was acknowledged last"
    outcome = db.read(lambda s: s.get_one(Vote, of.vote)).outcome
    assert outcome is not None
    assert outcome.cast == len(due)
    assert [outcome.tally.for_, outcome.tally.against, outcome.tally.abstain] == [due.count(say) for say in SAYS]
    return len(due)


def test_ten_thousand_tries(room: Database) -> None:
    tries = ballots = 0
    for number in range(ROUNDS):
        of = Round(number)
        play(room, of)
        ballots += check(room, of)
        tries += of.tries
    assert tries == ROUNDS * len(VOTERS) * TABS * TRIES == 10_000
    assert ballots > ROUNDS * len(VOTERS) // 2, "closing early must not have made the test empty"


def attempt(db: Database, user: str, command: Command, *allowed: str) -> bool:
    """Whether it was done; refused for any other reason than these, the test fails."""
    try:
        do(db, user, command)
    except Refused as refused:
        assert refused.code in allowed, refused.code
        return False
    return True


def change_seat(db: Database, opening: threading.Event, steps: int, faults: list[str]) -> None:
    """The desk cannot make up its mind: the substitute is accepted and revoked again and again, as far as it may.

    After so many steps the chair is told to open, and the desk goes on in the meantime.
    """
    send = c.AnswerInvitation(answer="substitute", user="d1", substitute="outsider", authority=True, reason="x")
    accept, revoke = c.DecideSubstitute(user="d1", accept=True), c.RevokeSubstitute(user="d1", reason="x")
    acts = [("secretary", send), ("chair", accept), ("secretary", revoke)] * 4
    try:
        for step, (user, command) in enumerate(acts):
            if step == steps:
                opening.set()
            attempt(db, user, command, *LATE_FOR_IT)
    except AssertionError as fault:
        faults.append(str(fault))
    opening.set()


LATE_FOR_IT = (
    "substitute.vote-open", "substitute.not-in-force", "substitute.not-asked", "substitute.in-force",
    "invitation.present", "not-found",
)  # fmt: skip


def play_with_a_substitute(db: Database, of: Round) -> set[str]:
    """The seat changes hands while the vote opens; both try to come in, both vote on two tabs. Returns the roll."""
    late = Rule(secrecy="secret" if of.secret else "open", base="cast", late="admitted", quorum_numerator=0)
    for user in PAIR:
        attempt(db, "secretary", c.MarkAttendance(user=user, state="left"), "substitute.in-force", "not-found")
    attempt(db, "secretary", c.RevokeSubstitute(user="d1", reason="x"), "substitute.not-in-force")
    voters = [VoterLine(user) for user in VOTERS[:-1]]
    do(db, "chair", c.PrepareVote(vote=of.vote, item="i2", question="?", rule=late, voters=voters))
    faults: list[str] = []
    opening = threading.Event()
    desk = threading.Thread(target=change_seat, args=(db, opening, int(of.vote[1:]) % 7, faults))
    desk.start()
    opening.wait()
    do(db, "chair", c.OpenVote(vote=of.vote))
    for user in PAIR:
        attempt(db, user, c.CheckIn(), "substitute.in-force", "not-allowed")
    cast_and_close(db, of)
    desk.join()
    assert faults == []
    return db.read(lambda s: set(s.scalars(select(Voter.user_id).where(Voter.vote_id == of.vote))))


def test_ten_thousand_tries_of_a_delegate_his_substitute_and_others(room: Database) -> None:
    tries = ballots = 0
    held: set[str] = set()
    for number in range(ROUNDS):
        of = Round(number, [*PAIR, "d2", "d3", "d4"])
        of.accepted_refusals |= {"ballot.not-entitled", "not-allowed"}
        roll = play_with_a_substitute(room, of)
        assert len(roll & {*PAIR}) == 1, "exactly one of the two may vote"
        assert {user for user in of.people if of.last(user)} <= roll
        assert {"d2", "d3", "d4"} <= roll
        held |= roll & {*PAIR}
        ballots += check(room, of)
        tries += of.tries
    assert tries == ROUNDS * len(VOTERS) * TABS * TRIES == 10_000
    assert ballots > ROUNDS * 2
    assert held == {*PAIR}, "the seat was held by each of them in some round"
