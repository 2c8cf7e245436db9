"""Statistics of meetings: attendance, speaking and voting, once a meeting is over."""

from __future__ import annotations

from icabinet import clock
from icabinet.domain import commands as c
from icabinet.domain.tallies import HandTally
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from icabinet.views.meeting_statistics import Sums, statistics, tables
from tests.rooms import do, found_meeting, open_vote, start


def test_who_came_spoke_and_voted(db: Database) -> None:
    found_meeting(db)
    start(db, ["d1"])
    do(db, "d1", c.RequestSpeech(speech="s1"))
    do(db, "chair", c.CallSpeaker(speech="s1"))
    do(db, "chair", c.EndSpeech(speech="s1"))
    do(db, "chair", c.CheckIn())
    do(db, "chair", c.RequestSpeech(speech="s2"))
    do(db, "chair", c.CallSpeaker(speech="s2"))
    do(db, "chair", c.EndSpeech(speech="s2"))
    do(db, "d2", c.CheckIn())
    open_vote(db, "v1", Rule(quorum_numerator=0))
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    open_vote(db, "v2", Rule(secrecy="secret", quorum_numerator=0))
    do(db, "chair", c.CloseVote(vote="v2"))
    open_vote(db, "v3", Rule(quorum_numerator=0))
    do(db, "secretary", c.EnterTally(vote="v3", entry="t1", kind="hands", ballots=2, tally=HandTally(for_=2)))
    do(db, "chair", c.ConfirmTally(entry="t1"))
    do(db, "chair", c.CloseVote(vote="v3"))
    assert db.read(lambda s: statistics(s, 0, clock.now() + 1)).meetings == 0, "it is still on"
    do(db, "chair", c.EndMeeting())
    told = db.read(lambda s: statistics(s, 0, clock.now() + 1))
    people = {line.id: line.sums for line in told.people}
    d1 = people["d1"]
    assert (d1.invited, d1.in_time + d1.late, d1.speeches, d1.entitled, d1.cast) == (1, 1, 1, 1, 1)
    assert (people["d2"].entitled, people["d2"].cast) == (1, 0), "the secret vote and the raised hands count for nobody"
    assert people["d3"] == Sums(invited=1, absent=1)
    assert (people["chair"].invited, people["chair"].speeches) == (0, 1), "who only leads is not invited to vote"
    assert {line.meetings for line in (*told.people, *told.units, *told.months)} == {1}
    assert told.meetings == 1 and told.total == told.months[0].sums == told.units[0].sums
    assert (told.total.invited, told.total.absent, told.months[0].meetings) == (3, 1, 1)
    for table in tables(told):
        assert {len(row) for row in table.rows} == {len(table.head)}
    assert db.read(lambda s: statistics(s, clock.now() + 1, clock.now() + 2)).meetings == 0
