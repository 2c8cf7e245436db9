"""Who may vote, until when, and what cannot be asked for: through the same commands that people send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from icabinet import clock
from icabinet.actions import viewer
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Option, Rule, VoterLine
from icabinet.store.database import Database
from icabinet.store.tables import Meeting, Vote, Voter
from icabinet.views.snapshot import View, everything, seen_by
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting, open_vote, start

ABC = [Option("a", "A"), Option("b", "B"), Option("c", "C")]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    database = Database(sqlite_url(tmp_path))
    found_meeting(database, delegates=4)
    yield database
    database.close()


def vote_of(db: Database, vote: str = "v1") -> Vote:
    return db.read(lambda s: s.get_one(Vote, vote))


def roll(db: Database, vote: str = "v1") -> dict[str, int]:
    rows = db.read(lambda s: s.query(Voter).filter(Voter.vote_id == vote).all())
    return {row.user_id: row.weight for row in rows}


def prepare(
    db: Database, rule: Rule, options: list[Option] | None = None, voters: list[VoterLine] | None = None
) -> None:
    made = c.PrepareVote(vote="v1", item="i2", question="?", rule=rule, options=options or [], voters=voters or [])
    do(db, "secretary", made)


def refused(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as caught:
        do(db, user, command)
    return caught.value.code


def test_a_list_of_voters_with_weights_is_the_roll(db: Database) -> None:
    start(db, ["d1", "d2", "d4"])
    prepare(
        db,
        Rule(quorum_numerator=1, quorum_denominator=3),
        voters=[VoterLine("d1", 5), VoterLine("d2", 2), VoterLine("d3", 4)],
    )
    do(db, "chair", c.OpenVote(vote="v1"))
    assert roll(db) == {"d1": 5, "d2": 2}
    assert refused(db, "d4", c.CastBallot(vote="v1", choice="for")) == "ballot.not-entitled"
    do(db, "d1", c.CastBallot(vote="v1", choice="against"))
    do(db, "d2", c.CastBallot(vote="v1", choice="for"))
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    outcome = vote_of(db).outcome
    assert outcome is not None
    assert (outcome.in_favour, outcome.base, outcome.cast) == (7, 7, 7)
    assert "Có 2/3 đại biểu dự họp (đủ túc số 1/3), nắm 7/11 phiếu biểu quyết." in outcome.sentence


def test_the_list_holds_voting_members_once_each(db: Database) -> None:
    for voters in ([VoterLine("guest")], [VoterLine("outsider")], [VoterLine("d1"), VoterLine("d1")]):
        made = c.PrepareVote(vote="v1", item="i2", question="?", rule=Rule(), voters=voters)
        assert refused(db, "secretary", made) == "vote.voters"


@pytest.mark.parametrize("late", ["excluded", "admitted"])
def test_who_comes_late_votes_only_where_the_rule_says_so(db: Database, late: str) -> None:
    start(db, ["d1", "d2", "d3"])
    open_vote(db, rule=Rule(late=late))  # type: ignore[arg-type]
    do(db, "d4", c.CheckIn())
    do(db, "d4", c.CheckIn())
    do(db, "secretary", c.MarkAttendance(user="d1", state="left"))
    do(db, "secretary", c.MarkAttendance(user="d1", state="present"))
    vote = vote_of(db)
    if late == "excluded":
        assert refused(db, "d4", c.CastBallot(vote="v1", choice="for")) == "ballot.not-entitled"
        assert (vote.present, vote.entitled) == (3, 4)
    else:
        do(db, "d4", c.CastBallot(vote="v1", choice="for"))
        assert (vote.present, vote.present_weight, vote.members_present, vote.entitled) == (4, 4, 4, 4)
        assert roll(db) == {"d1": 1, "d2": 1, "d3": 1, "d4": 1}


def test_nobody_added_after_the_opening_is_admitted(db: Database) -> None:
    start(db, ["d1", "d2", "d3"])
    open_vote(db, rule=Rule(late="admitted"))
    do(db, "secretary", c.AddMember(user="outsider", role="delegate", votes=True))
    do(db, "outsider", c.CheckIn())
    assert refused(db, "outsider", c.CastBallot(vote="v1", choice="for")) == "ballot.not-entitled"


def test_after_the_deadline_only_an_extension_lets_ballots_in(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    start(db, ["d1", "d2", "d3"])
    open_vote(db, seconds=10)
    deadline = vote_of(db).deadline
    assert deadline is not None
    monkeypatch.setattr(clock, "now", lambda: deadline)
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    monkeypatch.setattr(clock, "now", lambda: deadline + 1)
    assert refused(db, "d2", c.CastBallot(vote="v1", choice="for")) == "vote.deadline"
    do(db, "chair", c.ExtendVote(vote="v1", seconds=30))
    assert vote_of(db).deadline == deadline + 1 + 30_000
    do(db, "d2", c.CastBallot(vote="v1", choice="for"))


def test_a_vote_without_a_deadline_is_not_extended(db: Database) -> None:
    start(db, ["d1", "d2", "d3"])
    open_vote(db)
    assert refused(db, "chair", c.ExtendVote(vote="v1", seconds=30)) == "vote.no-deadline"


@pytest.mark.parametrize(
    ("rule", "there", "opens"),
    [
        (Rule(), 3, True),
        (Rule(), 2, False),
        (Rule(quorum_number=2), 2, True),
        (Rule(quorum_number=4), 3, False),
        (Rule(quorum_numerator=0), 1, True),
        (Rule(quorum_of="members"), 3, True),
    ],
)
def test_a_vote_opens_only_with_its_quorum(db: Database, rule: Rule, there: int, opens: bool) -> None:
    start(db, [f"d{number}" for number in range(1, there + 1)])
    prepare(db, rule)
    if opens:
        do(db, "chair", c.OpenVote(vote="v1"))
    else:
        assert refused(db, "chair", c.OpenVote(vote="v1")) == "vote.no-quorum"


def test_the_quorum_of_members_looks_beyond_the_list(db: Database) -> None:
    start(db, ["d1", "d2"])
    prepare(db, Rule(quorum_of="members"), voters=[VoterLine("d1"), VoterLine("d2")])
    assert refused(db, "chair", c.OpenVote(vote="v1")) == "vote.no-quorum"
    do(
        db,
        "secretary",
        c.EditVote(vote="v1", item="i2", question="?", rule=Rule(), voters=[VoterLine("d1"), VoterLine("d2")]),
    )
    do(db, "chair", c.OpenVote(vote="v1"))
    assert vote_of(db).entitled == 2


@pytest.mark.parametrize(
    ("rule", "options", "code"),
    [
        (Rule(numerator=0), [], "vote.rule"),
        (Rule(method="list"), [], "vote.options"),
        (Rule(method="list"), [ABC[0]], "vote.options"),
        (Rule(method="list"), [ABC[0], ABC[0]], "vote.options"),
        (Rule(), ABC, "vote.options"),
        (Rule(method="list", least=2, most=1), ABC, "vote.picks"),
        (Rule(method="list", most=4), ABC, "vote.picks"),
        (Rule(method="list", seats=0), ABC, "vote.picks"),
        (Rule(method="candidates", seats=4), ABC, "vote.picks"),
        (Rule(secrecy="secret", shows="live"), [], "vote.secret"),
        (Rule(secrecy="secret", ties="chair"), [], "vote.secret"),
    ],
)
def test_a_vote_that_could_not_be_carried_out_is_refused(
    db: Database, rule: Rule, options: list[Option], code: str
) -> None:
    assert (
        refused(db, "secretary", c.PrepareVote(vote="v1", item="i2", question="?", rule=rule, options=options)) == code
    )


@pytest.mark.parametrize(
    ("method", "ballot", "code"),
    [
        ("standard", c.CastBallot(vote="v1"), "ballot.form"),
        ("standard", c.CastBallot(vote="v1", picks=["a"]), "ballot.form"),
        ("list", c.CastBallot(vote="v1", choice="for"), "ballot.form"),
        ("list", c.CastBallot(vote="v1", picks=["a", "x"]), "ballot.form"),
        ("list", c.CastBallot(vote="v1", picks=["a", "a"]), "ballot.form"),
        ("list", c.CastBallot(vote="v1", picks=["a"]), "ballot.picks"),
        ("list", c.CastBallot(vote="v1", picks=["a", "b", "c"]), "ballot.picks"),
        ("list", c.CastBallot(vote="v1", picks=["a", "b"]), ""),
        ("list", c.CastBallot(vote="v1"), ""),
        ("candidates", c.CastBallot(vote="v1", picks=["a"]), "ballot.form"),
        ("candidates", c.CastBallot(vote="v1", marks={"x": "for"}), "ballot.form"),
        ("candidates", c.CastBallot(vote="v1", marks={"a": "for", "c": "against"}), ""),
    ],
)
def test_a_ballot_fits_its_vote(db: Database, method: str, ballot: c.CastBallot, code: str) -> None:
    start(db, ["d1", "d2", "d3"])
    options = [] if method == "standard" else ABC
    open_vote(db, rule=Rule(method=method, least=2, most=2), options=options)  # type: ignore[arg-type]
    if code:
        assert refused(db, "d1", ballot) == code
        assert vote_of(db).cast == 0
    else:
        do(db, "d1", ballot)
        assert vote_of(db).cast == 1


def test_the_chairs_own_ballot_decides_a_tie(db: Database) -> None:
    do(db, "secretary", c.RemoveMember(user="chair"))
    do(db, "secretary", c.AddMember(user="chair", role="chair", votes=True))
    start(db, ["d1", "d2", "d3", "chair"])
    open_vote(db, rule=Rule(ties="chair"))
    for user, choice in (("d1", "for"), ("d2", "against"), ("d3", "against"), ("chair", "for")):
        do(db, user, c.CastBallot(vote="v1", choice=choice))  # type: ignore[arg-type]
    do(db, "chair", c.CloseVote(vote="v1"))
    outcome = vote_of(db).outcome
    assert outcome is not None
    assert (outcome.result, outcome.passed) == ("passed", True)
    assert outcome.sentence.endswith("2/4 = 50 % = 1/2: ngang phiếu, chủ trì bỏ phiếu đồng ý: thông qua.")


def test_what_is_void_cannot_be_closed_opened_or_voided_again(db: Database) -> None:
    start(db, ["d1", "d2", "d3"])
    prepare(db, Rule())
    assert refused(db, "chair", c.VoidVote(vote="v1", reason="x")) == "vote.not-opened"
    assert refused(db, "chair", c.RepeatVote(vote="v1", again="v2", reason="x")) == "vote.not-opened"
    do(db, "chair", c.OpenVote(vote="v1"))
    do(db, "chair", c.VoidVote(vote="v1", reason="x"))
    assert refused(db, "chair", c.VoidVote(vote="v1", reason="x")) == "vote.void"
    assert refused(db, "chair", c.CloseVote(vote="v1")) == "vote.not-running"
    do(db, "chair", c.RepeatVote(vote="v1", again="v2", reason="y"))
    assert vote_of(db).reason == "x", "the first reason stays"
    assert refused(db, "chair", c.RepeatVote(vote="v1", again="v2", reason="y")) == "exists"


def test_a_vote_on_several_items_holds_the_pointer_on_any_of_them(db: Database) -> None:
    start(db, ["d1", "d2", "d3"])
    do(db, "secretary", c.AddItem(item="i3", title="Khác"))
    made = c.PrepareVote(vote="v1", item="i1", items=["i2"], question="?", rule=Rule())
    do(db, "secretary", made)
    assert vote_of(db).items == ["i1", "i2"]
    do(db, "chair", c.OpenVote(vote="v1"))
    do(db, "chair", c.GoToItem(item="i2"))
    assert refused(db, "chair", c.GoToItem(item="i3")) == "agenda.vote-open"


def test_another_kind_of_meeting_brings_its_quorum_and_the_old_one_stays(db: Database) -> None:
    do(db, "secretary", c.UpdateMeeting(title="T", place="P", starts_at=1))
    do(db, "secretary", c.UpdateMeeting(title="T", place="P", starts_at=1, kind="council"))
    meeting = db.read(lambda s: s.get_one(Meeting, "m1"))
    assert (meeting.kind, meeting.quorum_numerator, meeting.quorum_denominator) == ("council", 2, 3)


def shown(db: Database, user: str) -> View:
    def look(session: Session) -> View:
        found = everything(session, MEETING)
        assert found is not None
        return seen_by(viewer(session, user, MEETING), found[1])

    return db.read(look)


def test_a_prepared_vote_is_the_desks_until_it_is_announced_with_its_rule(db: Database) -> None:
    prepare(db, Rule(quorum_numerator=0), voters=[VoterLine("d1"), VoterLine("d2")])
    assert "vote" in shown(db, "secretary")
    do(db, "secretary", c.AnnounceVote(vote="v1"))
    for user in ("d1", "guest", "screen"):
        seen = shown(db, user)
        assert (seen["vote"]["v1"]["state"], seen["vote"]["v1"]["announced"]) == ("prepared", True)
        assert seen["vote"]["v1"]["rule_text"].startswith("Thông qua khi có quá 1/2")
        assert [line["user"] for line in seen["vote_list"]["v1"]["voters"]] == ["d1", "d2"]
    do(db, "chair", c.AnnounceVote(vote="v1", announced=False))
    assert not {"vote", "vote_list"} & shown(db, "d1").keys()


def test_only_the_desk_announces_and_only_what_has_not_opened(db: Database) -> None:
    start(db, ["d1", "d2", "d3"])
    prepare(db, Rule())
    assert refused(db, "d1", c.AnnounceVote(vote="v1")) == "not-allowed"
    do(db, "chair", c.OpenVote(vote="v1"))
    assert refused(db, "chair", c.AnnounceVote(vote="v1")) == "vote.not-prepared"
