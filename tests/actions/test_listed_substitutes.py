"""A vote's own list names seats: of a delegate and his substitute exactly one may vote, whatever happens in between."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule, VoterLine
from icabinet.store.database import Database
from icabinet.store.tables import Member, Vote, Voter
from tests.rooms import MEETING, do, found_meeting, start

RULE = Rule(quorum_numerator=0)
LATE = Rule(quorum_numerator=0, late="admitted")
PREPARED, ACCEPT, REVOKE = "prepared", "accept", "revoke"


def send(authority: bool = True) -> c.AnswerInvitation:
    return c.AnswerInvitation(answer="substitute", substitute="outsider", authority=authority, reason="Đi công tác")


def accept(db: Database, authority: bool = True) -> None:
    do(db, "secretary", c.AnswerInvitation(
        answer="substitute", user="d1", substitute="outsider", authority=authority, reason="Đi công tác"
    ))  # fmt: skip
    do(db, "chair", c.DecideSubstitute(user="d1", accept=True))


def revoke(db: Database) -> None:
    do(db, "secretary", c.RevokeSubstitute(user="d1", reason="Đại biểu đã đến"))


def prepare(db: Database, *users: str, vote: str = "v1", rule: Rule = RULE) -> None:
    do(db, "chair", plan(users, vote, rule))


def plan(users: Sequence[str], vote: str = "v1", rule: Rule = RULE) -> c.PrepareVote:
    return c.PrepareVote(vote=vote, item="i2", question="?", rule=rule, voters=[VoterLine(user, 2) for user in users])


def come(db: Database, *users: str) -> None:
    """Whoever is let in."""
    for user in users:
        try:
            do(db, user, c.CheckIn())
        except Refused as refused:
            assert refused.code in ("substitute.in-force", "not-allowed"), refused.code


def open_(db: Database, vote: str = "v1") -> dict[str, int]:
    """Opens it and tells the roll."""
    do(db, "chair", c.OpenVote(vote=vote))
    return db.read(lambda s: {v.user_id: v.weight for v in s.query(Voter) if v.vote_id == vote})


def listed(db: Database, vote: str = "v1") -> list[str]:
    return db.read(lambda s: [line.user for line in s.get_one(Vote, vote).voters])


@pytest.mark.parametrize("authority", [True, False])
@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize(
    "history",
    [(PREPARED,), (ACCEPT, PREPARED), (PREPARED, ACCEPT)]
    + [
        steps
        for steps in itertools.permutations((ACCEPT, REVOKE, PREPARED))
        if steps.index(ACCEPT) < steps.index(REVOKE)
    ],
)
def test_one_of_the_two_votes_whatever_came_before_the_opening(
    db: Database, history: Sequence[str], authority: bool, late: bool
) -> None:
    """Every order of preparing, accepting and revoking; the vote is edited or opened with what then holds."""
    found_meeting(db)
    start(db, ["d2"])
    in_force = False
    for step in history:
        if step == ACCEPT:
            accept(db, authority)
            in_force = True
        elif step == REVOKE:
            revoke(db)
            in_force = False
        else:
            prepare(db, "outsider" if in_force and authority else "d1", "d2", rule=LATE if late else RULE)
    holder = "outsider" if in_force and authority else "d1"
    assert sorted(listed(db)) == sorted([holder, "d2"])
    if not late:
        come(db, "d1", "outsider")
    roll = open_(db)
    if late:
        come(db, "d1", "outsider")
        roll = db.read(lambda s: {v.user_id: v.weight for v in s.query(Voter)})
    assert roll == {holder: 2, "d2": 2}


def test_the_list_is_still_of_seats_when_the_vote_is_repeated(db: Database) -> None:
    found_meeting(db)
    start(db, ["d2", "d3"])
    accept(db)
    come(db, "outsider")
    prepare(db, "outsider", "d2")
    assert open_(db) == {"outsider": 2, "d2": 2}
    do(db, "chair", c.CloseVote(vote="v1"))
    revoke(db)
    assert listed(db) == ["outsider", "d2"], "what was decided stays as it was"
    come(db, "d1")
    do(db, "chair", c.RepeatVote(vote="v1", again="v2", reason="Kiểm lại"))
    assert open_(db, "v2") == {"d1": 2, "d2": 2}


def test_a_substitute_of_two_in_turn_votes_for_the_one_he_stands_for(db: Database) -> None:
    found_meeting(db)
    accept(db)
    prepare(db, "outsider", "d3")
    revoke(db)
    do(db, "d2", send())
    do(db, "chair", c.DecideSubstitute(user="d2", accept=True))
    start(db, ["d1", "d3", "outsider"])
    assert open_(db) == {"d1": 2, "d3": 2}, "the list named the seat of d1, not that of d2"


def test_an_edited_list_is_read_the_same_way(db: Database) -> None:
    found_meeting(db)
    prepare(db, "d1", "d2")
    accept(db)
    do(
        db,
        "chair",
        c.EditVote(vote="v1", item="i2", question="Đổi", rule=RULE, voters=[VoterLine("d1"), VoterLine("d3")]),
    )
    assert listed(db) == ["outsider", "d3"], "who wrote d1 before the substitute was accepted meant this seat"


def test_the_two_of_one_seat_are_not_two_voters(db: Database) -> None:
    found_meeting(db)
    accept(db)
    with pytest.raises(Refused, match=r"vote\.voters"):
        prepare(db, "d1", "outsider")


def test_without_authority_the_delegate_himself_comes_and_votes(db: Database) -> None:
    """His substitute only speaks; nobody must be asked to revoke anything before he may vote."""
    found_meeting(db)
    accept(db, authority=False)
    start(db, ["outsider", "d1"])
    prepare(db, "d1")
    assert open_(db) == {"d1": 2}
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    with pytest.raises(Refused, match=r"ballot\.not-entitled"):
        do(db, "outsider", c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    revoke(db)
    member = db.read(lambda s: s.get_one(Member, f"{MEETING}.d1"))
    assert (member.attendance, member.votes) == ("present", True), "he does not become absent by it"
