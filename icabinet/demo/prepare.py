"""Prepares the demonstration through the same commands that people send."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import get_args

import msgspec

from ..actions import OFFICE, perform
from ..documents.kinds import Kind
from ..domain.audience import SYSTEM
from ..domain.commands import (
    AddItem,
    AddMember,
    AddPaper,
    ChooseHall,
    Command,
    CreateUser,
    FinishPaper,
    FoundMeeting,
    PrepareVote,
    PublishPapers,
    SetOfficialForm,
    SetPassword,
)
from ..domain.people import OfficeRole
from ..domain.votes import Rule
from ..jobs.readings import make_reading
from ..server.sign_in import hash_password
from ..store.blobs import Blobs
from ..store.database import Database
from .packet import PacketPaper, write_packet
from .people import MEETING, PEOPLE, DemoRole, Person
from .seats import HALL, seating

MEETING_ID = "m1"
WORDS = ("sen", "mai", "lua", "song", "nui", "bien", "tre", "trang")
Say = Callable[[str], None]


class Prepared(msgspec.Struct, frozen=True):
    """How to sign in to the demonstration: everybody has the same password, made for this installation."""

    password: str


def prepare(db: Database, blobs: Blobs, say: Say) -> Prepared:
    """Makes people, meeting, agenda, papers and one prepared vote in an empty database."""
    password = f"{secrets.choice(WORDS)}-{secrets.choice(WORDS)}-{secrets.randbelow(9000) + 1000}"
    say("Tạo người dùng…")
    for person in PEOPLE:
        _add_person(db, person, password)
    say("Tạo cuộc họp và chương trình…")
    _found_meeting(db)
    with tempfile.TemporaryDirectory() as folder:
        say("Soạn bộ tài liệu họp…")
        papers = write_packet(Path(folder))
        for number, paper in enumerate(papers, 1):
            say(f"Xử lý tài liệu {number}/{len(papers)}: {paper.title}")
            _add_paper(db, blobs, Path(folder), paper, number)
    published = [f"p{number}" for number in range(1, len(papers) + 1)]
    _send(db, MEETING_ID, PublishPapers(papers=published))
    return Prepared(password)


def user_id(person: Person) -> str:
    return f"u-{person.login}"


def _send(db: Database, stream: str, command: Command) -> None:
    cause = secrets.token_hex(16)
    db.write(lambda s: perform(s, stream, SYSTEM, cause, command))


def _add_person(db: Database, person: Person, password: str) -> None:
    roles: dict[str, OfficeRole] = {"administrator": "administrator", "secretary": "secretary"}
    made = CreateUser(
        user=user_id(person),
        login=person.login,
        name=person.name,
        title=person.title,
        unit=person.unit,
        role=roles.get(person.role, "member"),
    )
    _send(db, OFFICE, made)
    _send(db, OFFICE, SetPassword(user=user_id(person), hash=hash_password(password)))


def _found_meeting(db: Database) -> None:
    starts_at = int(datetime.fromisoformat(MEETING.starts_at).timestamp() * 1000)
    founded = FoundMeeting(
        title=MEETING.title,
        place=MEETING.place,
        starts_at=starts_at,
        agency=MEETING.agency,
        parent_agency=MEETING.parent_agency,
    )
    _send(db, MEETING_ID, founded)
    for person in PEOPLE:
        if person.role != "administrator":
            _send(db, MEETING_ID, AddMember(user=user_id(person), role=person.role, votes=person.role == "delegate"))
    for number, item in enumerate(MEETING.agenda, 1):
        added = AddItem(item=f"i{number}", title=item.title, presenter=item.presenter, minutes=item.minutes)
        _send(db, MEETING_ID, added)
    form = SetOfficialForm(
        agency=MEETING.agency,
        parent_agency=MEETING.parent_agency,
        place="Vĩnh Giang",
        symbol="VP",
        authority=["TL. Chủ tịch", "Chánh Văn phòng"],
        signer="",
        recipients=list(MEETING.minutes_recipients),
    )
    _send(db, MEETING_ID, form)
    _seat_people(db)
    two_thirds = Rule(base="present", numerator=2, denominator=3, more_than=False)
    question = "Thông qua dự thảo Nghị quyết về tiếp tục thực hiện Đề án 06"
    _send(db, MEETING_ID, PrepareVote(vote="v1", item=f"i{len(MEETING.agenda)}", question=question, rule=two_thirds))


def _seat_people(db: Database) -> None:
    _send(db, OFFICE, HALL)
    _send(db, MEETING_ID, ChooseHall(hall=HALL.hall))
    at = {role: [user_id(person) for person in PEOPLE if person.role == role] for role in get_args(DemoRole)}
    _send(db, MEETING_ID, seating(at["chair"] + at["secretary"], at["delegate"] + at["guest"]))


def _add_paper(db: Database, blobs: Blobs, folder: Path, paper: PacketPaper, number: int) -> None:
    content = (folder / paper.file).read_bytes()
    blob = blobs.put(content)
    added = AddPaper(
        paper=f"p{number}",
        item=f"i{paper.item}",
        title=paper.title,
        version=f"p{number}v1",
        name=paper.file,
        kind=paper.media,
        sha256=blob.sha256,
        size=blob.size,
    )
    _send(db, MEETING_ID, added)
    reading, outcome = make_reading(blobs, blob.sha256, Kind(paper.media))
    finished = FinishPaper(
        version=f"p{number}v1", reading=reading, pages=outcome.pages, warnings=list(outcome.warnings)
    )
    _send(db, MEETING_ID, finished)
