"""A meeting for a bench: people, a running meeting, everybody present and signed in.

The people and the meeting come about through the same commands as in an office. Only the sign-ins are written
directly: a thousand passwords would take a minute of hashing, and signing in is not what is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from .. import clock
from ..actions import OFFICE, perform
from ..domain.audience import SYSTEM
from ..domain.commands import AddItem, AddMember, CheckIn, Command, CreateUser, FoundMeeting, StartMeeting
from ..domain.people import Role
from ..settings import Settings
from ..store import schema, sign_ins
from ..store.database import Database
from .requests import Address, Seat, get

STREAM = "mbench"
ITEM = "item1"
CHAIR, SECRETARY, SCREEN = "chair", "secretary", "screen"
GUESTS = 10
"""Present without a tablet; they ask for the floor, so that something happens that everybody is told."""
Step = tuple[str, str, Command]
"""Stream, user, command."""


class Room(msgspec.Struct, frozen=True):
    """Who sits in the prepared meeting."""

    chair: Seat
    secretary: Seat
    screen: Seat
    guests: list[Seat]
    tablets: list[Seat]


def furnish(data: Path, tablets: int) -> Room:
    """Makes the database of a server whose data lies in `data`; no server may be running on it."""
    database = Settings(data=data).database_url
    schema.upgrade(database)
    db = Database(database)
    try:
        everybody = [CHAIR, SECRETARY, SCREEN, *(f"g{n}" for n in range(GUESTS)), *(f"u{n}" for n in range(tablets))]
        carry_out(db, _people(everybody), "people")
        carry_out(db, _meeting(everybody), "meeting")
        chair, secretary, screen, *others = _sign_in(db, everybody)
    finally:
        db.close()
    return Room(chair, secretary, screen, others[:GUESTS], others[GUESTS:])


async def position(address: Address, room: Room) -> int:
    """Where the meeting's log stands, as a tablet learns it."""
    return int(msgspec.json.decode(await get(address, f"/api/streams/{STREAM}", room.chair))["at"])


def carry_out(db: Database, steps: Sequence[Step], name: str) -> list[int]:
    """Carries the commands out in their order; `name` keeps their idempotency keys apart from other lists."""
    waiting = [db.submit(_work(step, f"{name}-{number:06}")) for number, step in enumerate(steps)]
    return [future.result() for future in waiting]


def _work(step: Step, cause: str) -> Callable[[Session], int]:
    stream, user, command = step
    return lambda session: perform(session, stream, user, cause, command)


def _people(everybody: Sequence[str]) -> list[Step]:
    return [
        (OFFICE, SYSTEM, CreateUser(user=user, login=user, name=f"Đại biểu {user}", unit="Văn phòng"))
        for user in everybody
    ]


def _meeting(everybody: Sequence[str]) -> list[Step]:
    meeting = FoundMeeting(title="Cuộc họp đo tốc độ", place="Phòng 1", starts_at=clock.now(), agency="Văn phòng")
    return [
        (STREAM, SYSTEM, meeting),
        (STREAM, SYSTEM, AddItem(item=ITEM, title="Nội dung 1")),
        *((STREAM, SYSTEM, _member(user)) for user in everybody),
        *((STREAM, user, CheckIn()) for user in everybody if user != SCREEN),
        (STREAM, CHAIR, StartMeeting()),
    ]


def _member(user: str) -> AddMember:
    own: dict[str, Role] = {CHAIR: "chair", SECRETARY: "secretary", SCREEN: "screen"}
    role = own.get(user) or ("delegate" if user.startswith("u") else "guest")
    return AddMember(user=user, role=role, votes=role == "delegate")


def _sign_in(db: Database, users: Sequence[str]) -> list[Seat]:
    now = clock.now()
    made = db.write(lambda s: [sign_ins.begin(s, user, now) for user in users])
    return [Seat(user, f"icabinet_session={token}", csrf) for user, (token, csrf) in zip(users, made, strict=True)]
