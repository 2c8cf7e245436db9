"""The floor: two queues, debate, points of order, pauses, and those who leave."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, select

from icabinet.domain import commands as c
from icabinet.domain.speakers import GAP, Before, Place, Policy, Queue
from icabinet.store.database import Database
from icabinet.store.tables import Event, SpeakerQueue, Speech
from tests.actions.test_reach import refusal, seen
from tests.rooms import MEETING, do, found_meeting, start


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    start(db, ["d1", "d2", "d3", "guest", "chair"])
    return db


def speech(db: Database, name: str) -> dict[str, Any]:
    return seen(db, "d1")["speech"][name]


def states(db: Database) -> dict[str, str]:
    return {name: value["state"] for name, value in seen(db, "d1")["speech"].items()}


def waiting(db: Database, queue: Queue = "speakers") -> list[str]:
    return [place.speech for place in places(db, queue)]


def places(db: Database, queue: Queue = "speakers") -> list[Place]:
    return db.read(lambda s: s.get_one(SpeakerQueue, f"{MEETING}.{queue}").places)


def declare(db: Database, policy: Policy, queue: Queue = "speakers") -> None:
    do(db, "chair", c.SetSpeakerRule(queue=queue, policy=policy, speech_seconds=300, reply_seconds=120))


def open_questions(db: Database) -> None:
    do(db, "chair", c.SetSpeakerQueue(queue="questions", state="open"))


def ask(db: Database, user: str = "d1", name: str = "q1", to: str = "guest") -> None:
    do(db, user, c.AskQuestion(speech=name, to=to, question="Bao giờ xong?"))


def test_the_declared_order_and_the_reason_go_to_everybody(room: Database) -> None:
    declare(room, "first-timers")
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "chair", c.CallSpeaker(speech="s1"))
    do(room, "chair", c.EndSpeech(speech="s1"))
    for user in ("d1", "d2", "guest"):
        do(room, user, c.RequestSpeech(speech=f"again-{user}"))
    assert waiting(room) == ["again-d2", "again-guest", "again-d1"]
    assert places(room)[2] == Place("again-d1", Before(newcomers=2))
    assert seen(room, "guest")["queue"]["speakers"]["policy"] == "first-timers"


def test_the_chairs_hand_begins_with_the_order_that_stands(room: Database) -> None:
    for user in ("d1", "d2", "d3"):
        do(room, user, c.RequestSpeech(speech=f"s-{user}"))
    assert refusal(room, "chair", c.MoveSpeech(speech="s-d3", position=0)) == "speakers.not-by-hand"
    declare(room, "by-hand")
    assert waiting(room) == ["s-d1", "s-d2", "s-d3"]
    do(room, "chair", c.MoveSpeech(speech="s-d3", position=0))
    assert waiting(room) == ["s-d3", "s-d1", "s-d2"]
    do(room, "guest", c.RequestSpeech(speech="s-guest"))
    assert waiting(room)[-1] == "s-guest"


def test_a_paused_speech_keeps_its_time_to_the_millisecond(room: Database) -> None:
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "chair", c.CallSpeaker(speech="s1", seconds=60))
    do(room, "chair", c.PauseSpeech(speech="s1"))
    paused = speech(room, "s1")
    assert (paused["state"], paused["deadline"], paused["since"]) == ("paused", None, None)
    assert paused["left_ms"] + paused["spoken_ms"] == 60_000
    do(room, "chair", c.ExtendSpeech(speech="s1", seconds=30))
    do(room, "chair", c.ResumeSpeech(speech="s1"))
    again = speech(room, "s1")
    assert again["deadline"] - again["since"] == paused["left_ms"] + 30_000
    do(room, "chair", c.EndSpeech(speech="s1"))
    ended = speech(room, "s1")
    assert ended["spoken_ms"] == paused["spoken_ms"] + ended["ended_at"] - again["since"]


def test_a_point_of_order_interrupts_and_the_speaker_goes_on(room: Database) -> None:
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "d2", c.RequestSpeech(speech="s2"))
    do(room, "chair", c.CallSpeaker(speech="s1"))
    do(room, "chair", c.SetSpeakerQueue(queue="speakers", state="closed"))
    do(room, "d3", c.RaisePointOfOrder(speech="p1", subject="Đề nghị biểu quyết"))
    assert waiting(room) == ["p1", "s2"]
    do(room, "chair", c.CallSpeaker(speech="p1"))
    assert states(room) == {"s1": "paused", "s2": "waiting", "p1": "speaking"}
    do(room, "chair", c.ResumeSpeech(speech="s1"))
    assert states(room) == {"s1": "speaking", "s2": "waiting", "p1": "done"}


def test_debate_answers_what_was_heard_and_goes_before_the_others(room: Database) -> None:
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "d2", c.RequestSpeech(speech="s2"))
    assert refusal(room, "d3", c.ReplyToSpeech(speech="r0", to_speech="s1")) == "speech.reply-to-nothing"
    do(room, "chair", c.CallSpeaker(speech="s1"))
    assert refusal(room, "d1", c.ReplyToSpeech(speech="r0", to_speech="s1")) == "speech.reply-to-nothing"
    do(room, "d3", c.ReplyToSpeech(speech="r1", to_speech="s1", subject="Số liệu khác"))
    assert waiting(room) == ["r1", "s2"]
    assert (speech(room, "r1")["to_speech"], speech(room, "r1")["to_user"]) == ("s1", "d1")


def test_question_time_is_a_queue_of_its_own(room: Database) -> None:
    question = c.AskQuestion(speech="q1", to="guest", question="Bao giờ xong?")
    assert refusal(room, "d1", question) == "questions.closed"
    open_questions(room)
    assert refusal(room, "guest", question) == "not-allowed"
    assert refusal(room, "d1", c.AskQuestion(speech="q", to="outsider", question="?")) == "question.to-whom"
    assert refusal(room, "d1", c.AskQuestion(speech="q", to="guest", question="  ")) == "question.empty"
    ask(room)
    do(room, "d1", c.RequestSpeech(speech="s1"))
    assert (waiting(room, "questions"), waiting(room)) == (["q1"], ["s1"])
    assert refusal(room, "d1", c.AskQuestion(speech="q2", to="guest", question="?")) == "speech.already-waiting"


def test_a_question_is_put_answered_and_debated_by_its_asker_first(room: Database) -> None:
    open_questions(room)
    ask(room)
    assert refusal(room, "chair", c.CallForAnswer(speech="a1", question="q1")) == "question.not-put"
    do(room, "chair", c.CallSpeaker(speech="q1"))
    assert speech(room, "q1")["deadline"] - speech(room, "q1")["called_at"] == 60_000
    do(room, "chair", c.CallForAnswer(speech="a1", question="q1"))
    answer = speech(room, "a1")
    assert (answer["user"], answer["state"], answer["to_speech"]) == ("guest", "speaking", "q1")
    assert (answer["deadline"] - answer["called_at"], states(room)["q1"]) == (180_000, "done")
    do(room, "d2", c.ReplyToSpeech(speech="r2", to_speech="a1"))
    do(room, "d1", c.ReplyToSpeech(speech="r1", to_speech="a1"))
    assert waiting(room, "questions") == ["r1", "r2"]


def test_a_paused_queue_takes_nobody_and_stops_the_clock(room: Database) -> None:
    open_questions(room)
    ask(room)
    ask(room, "d2", "q2")
    do(room, "chair", c.CallSpeaker(speech="q1"))
    do(room, "secretary", c.SetSpeakerQueue(queue="questions", state="paused"))
    assert states(room) == {"q1": "paused", "q2": "waiting"}
    assert refusal(room, "d3", c.AskQuestion(speech="q3", to="guest", question="?")) == "questions.paused"
    assert refusal(room, "chair", c.CallSpeaker(speech="q2")) == "questions.paused"
    assert refusal(room, "chair", c.ResumeSpeech(speech="q1")) == "questions.paused"
    open_questions(room)
    do(room, "chair", c.ResumeSpeech(speech="q1"))
    assert states(room)["q1"] == "speaking"


@pytest.mark.parametrize("state", ["left", "absent", "excused"])
def test_who_leaves_waits_and_speaks_no_more(room: Database, state: Any) -> None:
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "chair", c.CallSpeaker(speech="s1"))
    do(room, "d1", c.RequestSpeech(speech="s2"))
    do(room, "d2", c.RequestSpeech(speech="s3"))
    do(room, "secretary", c.MarkAttendance(user="d1", state=state))
    assert states(room) == {"s1": "done", "s2": "withdrawn", "s3": "waiting"}
    assert waiting(room) == ["s3"]


def test_who_is_taken_out_before_the_meeting_waits_no_more(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", c.CheckIn())
    do(db, "d1", c.RequestSpeech(speech="s1"))
    do(db, "secretary", c.RemoveMember(user="d1"))
    view = seen(db, "d2")
    assert view["speech"]["s1"]["state"] == "withdrawn"
    assert waiting(db) == []


def test_a_break_stops_the_speakers_clock_and_the_end_closes_both_queues(room: Database) -> None:
    open_questions(room)
    do(room, "d1", c.RequestSpeech(speech="s1"))
    do(room, "d2", c.RequestSpeech(speech="s2"))
    do(room, "chair", c.CallSpeaker(speech="s1"))
    do(room, "chair", c.PauseMeeting())
    assert states(room)["s1"] == "paused"
    assert refusal(room, "chair", c.ResumeSpeech(speech="s1")) == "meeting.not-running"
    do(room, "chair", c.ResumeMeeting())
    do(room, "chair", c.EndMeeting())
    assert states(room) == {"s1": "done", "s2": "withdrawn"}
    assert {q["state"] for q in seen(room, "d1")["queue"].values()} == {"closed"}


def crowd(db: Database, count: int) -> None:
    """So many wait, by the shortest way."""
    line = {
        "stream": MEETING,
        "queue": "speakers",
        "kind": "speech",
        "item_id": "i1",
        "subject": "",
        "state": "waiting",
    }
    rows = [
        line | {"id": f"w{n:04}", "user_id": f"u{n}", "requested_at": n, "hand": n * GAP, "spoken_ms": 0}
        for n in range(count)
    ]
    db.write(lambda s: s.execute(insert(Speech), rows))


def largest(db: Database, kind: str) -> int:
    return db.read(
        lambda s: max(len(changes) for changes in s.scalars(select(Event.changes).where(Event.kind == kind)))
    )


def test_one_request_among_a_thousand_is_a_small_event(room: Database) -> None:
    """The order itself, sent at every tap, was 45 kB."""
    crowd(room, 1000)
    do(room, "d1", c.RequestSpeech(speech="s1"))
    declare(room, "by-hand")
    do(room, "chair", c.MoveSpeech(speech="s1", position=3))
    assert waiting(room)[2:5] == ["w0002", "s1", "w0003"]
    sizes = {kind: largest(room, kind) for kind in ("speech.request", "speech.move")}
    print(f"1,000 waiting: {sizes} bytes an event; the order would be {len(msgspec.json.encode(places(room)))}")
    assert max(sizes.values()) < 600


def test_neighbours_that_came_too_near_are_numbered_anew(room: Database) -> None:
    declare(room, "by-hand")
    crowd(room, 3)
    for turn in range(25):
        do(room, "chair", c.MoveSpeech(speech=f"w{1 + turn % 2:04}", position=1))
        assert waiting(room)[:2] == ["w0000", f"w{1 + turn % 2:04}"]
    do(room, "chair", c.MoveSpeech(speech="w0000", position=9))
    assert waiting(room)[-1] == "w0000"
    do(room, "chair", c.MoveSpeech(speech="w0000", position=0))
    assert waiting(room)[0] == "w0000"
