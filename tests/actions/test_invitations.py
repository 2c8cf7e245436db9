"""Answers to the invitation: nobody is in a roll twice, and a vote is always in exactly one hand."""

from __future__ import annotations

import pytest

from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.store.tables import Invitation, Member, Voter
from tests.rooms import MEETING, do, found_meeting, open_vote, start


def member(db: Database, user: str) -> Member | None:
    return db.read(lambda s: s.get(Member, f"{MEETING}.{user}"))


def have(db: Database, user: str) -> Member:
    found = member(db, user)
    assert found is not None
    return found


def answer(db: Database, user: str) -> Invitation:
    return db.read(lambda s: s.get_one(Invitation, f"{MEETING}.{user}"))


def roll(db: Database) -> set[str]:
    return db.read(lambda s: {voter.user_id for voter in s.query(Voter)})


def refusal(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def send(substitute: str = "outsider", authority: bool = True) -> c.AnswerInvitation:
    return c.AnswerInvitation(answer="substitute", substitute=substitute, authority=authority, reason="Đi công tác")


def accept(user: str = "d1") -> c.DecideSubstitute:
    return c.DecideSubstitute(user=user, accept=True)


def test_declining_needs_a_reason_and_excuses_in_the_roll(db: Database) -> None:
    found_meeting(db)
    assert refusal(db, "d1", c.AnswerInvitation(answer="decline", reason=" ")) == "invitation.reason"
    do(db, "d1", c.AnswerInvitation(answer="decline", reason="Đi công tác"))
    assert (have(db, "d1").attendance, have(db, "d1").reason) == ("excused", "Đi công tác")
    do(db, "d1", c.AnswerInvitation(answer="attend"))
    assert (have(db, "d1").attendance, have(db, "d1").reason) == ("absent", "")


def test_the_vote_moves_to_the_accepted_substitute_and_back(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", send())
    assert member(db, "outsider") is None, "the chair has not accepted yet"
    assert have(db, "d1").votes
    do(db, "chair", accept())
    assert (have(db, "outsider").votes, have(db, "outsider").stands_for) == (True, "d1")
    assert (have(db, "d1").votes, have(db, "d1").substitute) == (False, "outsider")
    start(db, ["d2", "d3", "outsider"])
    assert refusal(db, "d1", c.CheckIn()) == "substitute.in-force"
    open_vote(db)
    assert roll(db) == {"d2", "d3", "outsider"}
    do(db, "outsider", c.CastBallot(vote="v1", choice="for"))
    assert refusal(db, "d1", c.CastBallot(vote="v1", choice="for")) == "ballot.not-entitled"
    revoke = c.RevokeSubstitute(user="d1", reason="Đại biểu đã đến")
    assert refusal(db, "secretary", revoke) == "substitute.vote-open"
    do(db, "chair", c.CloseVote(vote="v1"))
    do(db, "secretary", revoke)
    assert (have(db, "d1").votes, have(db, "outsider").votes, have(db, "outsider").gone) == (True, False, True)
    assert refusal(db, "outsider", c.CheckIn()) == "not-allowed"
    do(db, "d1", c.CheckIn())
    assert answer(db, "d1").state == "revoked"


def test_without_authority_nobody_gains_or_loses_a_vote(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", send(authority=False))
    do(db, "chair", accept())
    assert (have(db, "d1").votes, have(db, "outsider").votes) == (True, False)


def test_nobody_stands_for_two_or_beside_a_place_of_his_own(db: Database) -> None:
    found_meeting(db)
    assert refusal(db, "d1", send("d2")) == "substitute.already-member"
    assert refusal(db, "d1", send("d1")) == "substitute.oneself"
    do(db, "d1", send())
    do(db, "d2", send())
    do(db, "chair", accept("d1"))
    assert refusal(db, "chair", accept("d2")) == "substitute.already-member"
    assert refusal(db, "outsider", send("administrator")) == "substitute.chain"
    assert refusal(db, "secretary", c.RemoveMember(user="d1")) == "member.substitution"
    assert refusal(db, "secretary", c.RemoveMember(user="outsider")) == "member.substitution"


def test_a_substitute_sent_freely_comes_in_at_once_and_leaves_with_a_new_answer(db: Database) -> None:
    found_meeting(db)
    do(db, "secretary", c.SetRoomRules(substitutes="free"))
    do(db, "d1", send())
    assert have(db, "outsider").votes
    do(db, "d1", c.AnswerInvitation(answer="attend"))
    assert member(db, "outsider") is None
    assert have(db, "d1").votes
    do(db, "secretary", c.SetRoomRules(substitutes="none"))
    assert refusal(db, "d1", send()) == "substitute.none"


def test_only_the_desk_answers_for_others(db: Database) -> None:
    found_meeting(db)
    told = c.AnswerInvitation(answer="decline", reason="Ốm", user="d2")
    assert refusal(db, "d1", told) == "not-allowed"
    do(db, "secretary", told)
    assert answer(db, "d2").reason == "Ốm"
    do(db, "d3", c.CheckIn())
    assert refusal(db, "d3", c.AnswerInvitation(answer="decline", reason="x")) == "invitation.present"


def test_a_refused_substitute_stays_outside_and_may_not_be_decided_twice(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", send())
    do(db, "chair", c.DecideSubstitute(user="d1", accept=False, reason="Cần đại biểu chính thức"))
    assert answer(db, "d1").decision == "Cần đại biểu chính thức"
    assert member(db, "outsider") is None
    assert refusal(db, "chair", accept()) == "substitute.not-asked"


def test_a_former_substitute_may_stand_in_again_with_his_earlier_comings(db: Database) -> None:
    found_meeting(db)
    start(db, [])
    for principal in ("d1", "d2"):
        do(db, "secretary", c.AnswerInvitation(answer="substitute", user=principal, substitute="outsider", reason="x"))
        do(db, "chair", accept(principal))
        do(db, "outsider", c.CheckIn())
        assert have(db, "outsider").stands_for == principal
        do(db, "secretary", c.RevokeSubstitute(user=principal, reason="Đã đến"))
        assert have(db, "outsider").attendance == "left"
    assert [passage.state for passage in have(db, "outsider").passages] == ["present", "left"] * 2
