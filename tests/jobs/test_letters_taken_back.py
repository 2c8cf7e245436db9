"""Letters about what is off or done: none leaves, none is offered again, and whoever may have one hears of it."""

from __future__ import annotations

import asyncio
from email.message import EmailMessage

import pytest

from icabinet import clock
from icabinet.actions import OFFICE, TASKS
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.domain.letters import Outcome, State
from icabinet.domain.tasks import Plan
from icabinet.jobs import post, smtp
from icabinet.settings import Settings
from icabinet.store import letters as store
from icabinet.store.database import Database
from icabinet.store.tables import Letter
from icabinet.views.letters import StuckLetters, stuck
from tests.rooms import do, found_meeting

OFF = c.CallOffMeeting(reason="Bão số 9")
SERVER = Settings(smtp_host="127.0.0.1", smtp_port=9, smtp_security="none", smtp_from="hop@thanhpho.vn")


@pytest.fixture
def room(db: Database) -> Database:
    """Only d1 and d2 have addresses."""
    found_meeting(db)
    for user in ("d1", "d2"):
        named = {"name": f"Người {user}", "title": "Chuyên viên", "unit": "Sở Tư pháp", "email": f"{user}@thanhpho.vn"}
        do(db, "administrator", c.UpdateUser(user=user, role="member", active=True, **named), OFFICE)
    return db


def letters(db: Database, user: str) -> dict[str, Letter]:
    return db.read(lambda s: {one.kind: one for one in s.query(Letter).filter_by(user_id=user)})


def begin(db: Database) -> list[str]:
    """As the worker does before it speaks to the mail server."""
    names = [one.id for one in db.read(lambda s: store.due(s, clock.now(), 9))]
    db.write(lambda s: store.begin(s, names, clock.now()))
    return names


def finish(db: Database, name: str, state: State, fault: str = "") -> None:
    do(db, SYSTEM, c.FinishLetters(outcomes=[Outcome(name, state, fault)]))  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "stands"), [("waiting", "taken-back"), ("refused", "taken-back"), ("sent", "sent")])
def test_an_invitation_under_way_while_the_meeting_is_called_off(room: Database, said: State, stands: State) -> None:
    """It is never tried again, and its person hears that the meeting is off: he may have it."""
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    (name,) = begin(room)
    do(room, "secretary", c.SendInvitations(users=["d2"]))
    do(room, "chair", OFF)
    finish(room, name, said, "" if said == "sent" else "unreachable")
    told = letters(room, "d1")
    assert (told["invitation"].state, told["invitation"].fault) == (stands, "")
    off = told["called-off"].calendar
    assert off is not None and (off.method, off.sequence) == ("CANCEL", 1)
    later = clock.now() + 61_000
    assert [one.kind for one in room.read(lambda s: store.due(s, later, 9))] == ["called-off"]
    assert {kind: one.state for kind, one in letters(room, "d2").items()} == {"invitation": "taken-back"}


def test_somebody_removed_hears_of_it_only_if_his_invitation_may_have_left(room: Database) -> None:
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    begin(room)
    do(room, "secretary", c.SendInvitations(users=["d2"]))
    for user in ("d1", "d2"):
        do(room, "secretary", c.RemoveMember(user=user))
    assert {kind: one.state for kind, one in letters(room, "d1").items()} == {
        "invitation": "taken-back",
        "called-off": "waiting",
    }
    assert {kind: one.state for kind, one in letters(room, "d2").items()} == {"invitation": "taken-back"}


def test_an_invitation_that_left_while_the_meeting_was_called_off(
    room: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: the calling-off comes while the worker speaks to the mail server."""
    left: list[str] = []

    def send(_: Settings, messages: list[EmailMessage]) -> list[smtp.Answer]:
        if not left:
            do(room, "chair", OFF)
        left.extend(str(one["Subject"]) for one in messages)
        return [smtp.SENT] * len(messages)

    monkeypatch.setattr(smtp, "send", send)
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    for _ in range(2):
        asyncio.run(post.send_letters(room, SERVER))
    assert [one.split(":")[0] for one in left] == ["Giấy mời họp", "Không tổ chức họp"]
    assert {one.state for one in letters(room, "d1").values()} == {"sent"}


def test_a_letter_taken_back_after_it_was_found_does_not_leave(room: Database) -> None:
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    found = [one.id for one in room.read(lambda s: store.due(s, clock.now(), 9))]
    do(room, "chair", OFF)
    assert room.write(lambda s: store.begin(s, found, clock.now())) == set()
    assert [(one.kind, one.tries) for one in letters(room, "d1").values()] == [("invitation", 0)]


def test_a_calling_off_that_waits_is_not_queued_twice(room: Database) -> None:
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    finish(room, begin(room)[0], "sent")
    do(room, "secretary", c.RemoveMember(user="d1"))
    do(room, "secretary", c.AddMember(user="d1", role="delegate", votes=True))
    do(room, "chair", OFF)
    assert len(room.read(lambda s: s.query(Letter).filter_by(user_id="d1").all())) == 2


def test_what_was_taken_back_is_offered_to_nobody_and_not_sent_again(room: Database) -> None:
    """Refused, without an address, or faulty on the way: after the calling-off only that one is worth a letter."""
    do(room, "secretary", c.SendInvitations(users=["d1", "d2", "d3"]))
    first, second = begin(room)
    finish(room, first, "refused", "address")
    finish(room, second, "waiting", "unreachable")
    names = [letters(room, user)["invitation"].id for user in ("d1", "d2", "d3")]
    assert {one.user for one in desk(room)} == {"d1", "d3"}
    do(room, "chair", OFF)
    assert {(one.user, one.title.split(":")[0]) for one in desk(room)} == {("d3", "Không tổ chức họp")}
    for name in names:
        with pytest.raises(Refused, match=r"letter\.taken-back"):
            do(room, "secretary", c.SendLettersAgain(letters=[name]))


def test_a_cancelled_task_invites_nobody(room: Database) -> None:
    plan = Plan(title="Báo cáo kết quả", owner="user:d3", deadline=4_000_000_000_000, result="Báo cáo")
    do(room, "secretary", c.CreateTask(task="j1", plan=plan), TASKS)
    (stuck_one,) = desk(room)
    do(room, "secretary", c.CancelTask(task="j1", reason="Không còn cần"), TASKS)
    assert desk(room) == []
    with pytest.raises(Refused, match=r"letter\.taken-back"):
        do(room, "secretary", c.SendLettersAgain(letters=stuck_one.letters), TASKS)


def desk(db: Database) -> list[StuckLetters]:
    return db.read(lambda s: stuck(s, "secretary", TASKS, clock.now()))
