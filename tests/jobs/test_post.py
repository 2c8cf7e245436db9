"""Letters against a real mail server on this machine, and reminders when their moment comes."""

from __future__ import annotations

import asyncio
import io
import ssl
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Literal

import icalendar
import msgspec
import pypdf
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from icabinet import certificates, clock
from icabinet.actions import OFFICE, TASKS
from icabinet.documents.bundle.pack import sha256
from icabinet.documents.template_fill import to_docx
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.domain.official import Key
from icabinet.domain.reminders import ReminderRule
from icabinet.domain.tasks import Plan
from icabinet.jobs import post, smtp
from icabinet.jobs.issued import issued
from icabinet.jobs.letter_message import message_id
from icabinet.settings import Settings
from icabinet.store import letters as store
from icabinet.store.blobs import Blobs
from icabinet.store.database import Database
from icabinet.store.tables import Letter, Notice, Reminder
from icabinet.views.letters import stuck
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting
from tests.server.conftest import free_port

STARTS = 4_102_444_800_000  # in the year 2100: a test must not end with a date
HOUR = 3_600_000


class Mailbox:
    """Takes every letter but those to `gone`."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, _: Any) -> str:
        if address.startswith("gone"):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"

    def to(self, who: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if who in str(letter["To"])]


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, Settings]]:
    box, port = Mailbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings = Settings(
        smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", smtp_from="hop@thanhpho.vn",
        address="https://hop.thanhpho.vn",
    )  # fmt: skip
    yield box, settings
    controller.stop()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    for user, address in (("d1", "d1@thanhpho.vn"), ("d2", "gone@thanhpho.vn"), ("chair", "chair@thanhpho.vn")):
        give_address(db, user, address)
    yield db
    db.close()


def give_address(db: Database, user: str, address: str) -> None:
    updated = c.UpdateUser(
        user=user,
        name=f"Người {user}",
        title="Chuyên viên",
        unit="Sở Tư pháp",
        role="member",
        active=True,
        email=address,
    )
    do(db, "administrator", updated, OFFICE)


def letter(db: Database, user: str, kind: str = "invitation") -> Letter:
    return db.read(lambda s: s.query(Letter).filter_by(user_id=user, kind=kind).one())


def said(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def calendar_of(message: EmailMessage) -> Any:
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    found = icalendar.Calendar.from_ical(part.get_payload(decode=True).decode())  # type: ignore[union-attr]
    assert part.get_param("method") == found["METHOD"]
    return found


def test_an_invitation_is_sent_changed_and_called_off(room: Database, mailbox: tuple[Mailbox, Settings]) -> None:
    box, settings = mailbox
    do(room, "secretary", c.SendInvitations())
    assert asyncio.run(post.send_letters(room, settings)) == 3
    (first,) = box.to("d1@")
    assert "Phiên họp thử" in str(first["Subject"]) and "https://hop.thanhpho.vn/#/meeting/m1" in said(first)
    pdf = next(part for part in first.walk() if part.get_content_type() == "application/pdf")
    assert bytes(pdf.get_payload(decode=True)).startswith(b"%PDF")
    event = calendar_of(first).walk("VEVENT")[0]
    assert (calendar_of(first)["METHOD"], event["SEQUENCE"], event["STATUS"]) == ("REQUEST", 0, "CONFIRMED")
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event["DTSTART"].dt.hour == clock.local(STARTS).hour
    states = {user: letter(room, user).state for user in ("d1", "d2", "d3")}
    assert states == {"d1": "sent", "d2": "refused", "d3": "no-address"}
    assert "550" in letter(room, "d2").reply
    with pytest.raises(Refused, match=r"invitations\.sent"):
        do(room, "secretary", c.SendInvitations())
    do(room, "secretary", c.UpdateMeeting(title="Phiên họp thử", place="Phòng 9", starts_at=STARTS + HOUR))
    do(room, "secretary", c.SendInvitations())
    asyncio.run(post.send_letters(room, settings))
    changed = calendar_of(box.to("d1@")[1]).walk("VEVENT")[0]
    assert (changed["SEQUENCE"], changed["LOCATION"], changed["UID"]) == (1, "Phòng 9", event["UID"])
    do(room, "secretary", c.RemoveMember(user="d1"))
    do(room, "chair", c.CallOffMeeting(reason="Bão số 9"))
    asyncio.run(post.send_letters(room, settings))
    assert [calendar_of(one)["METHOD"] for one in box.to("d1@")] == ["REQUEST", "REQUEST", "CANCEL"]
    off = box.to("chair@")[-1]
    assert calendar_of(off).walk("VEVENT")[0]["STATUS"] == "CANCELLED"
    assert "Bão số 9" in said(off)
    assert asyncio.run(post.send_letters(room, settings)) == 0


def test_a_letter_that_failed_is_sent_again_to_the_new_address(
    room: Database, mailbox: tuple[Mailbox, Settings]
) -> None:
    box, settings = mailbox
    do(room, "secretary", c.SendInvitations(users=["d2", "d3"]))
    asyncio.run(post.send_letters(room, settings))
    names = [letter(room, "d2").id]
    give_address(room, "d2", "d2@thanhpho.vn")
    do(room, "secretary", c.SendLettersAgain(letters=names))
    asyncio.run(post.send_letters(room, settings))
    assert letter(room, "d2").state == "sent" and len(box.to("d2@")) == 1
    with pytest.raises(Refused, match=r"letter\.sent"):
        do(room, "secretary", c.SendLettersAgain(letters=names))
    with pytest.raises(Refused, match=r"letter\.no-address"):
        do(room, "secretary", c.SendLettersAgain(letters=[letter(room, "d3").id]))


def test_a_crash_between_two_marks_sends_the_same_letter_again_later(
    room: Database, mailbox: tuple[Mailbox, Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a power cut between the mail server's yes and the commit: the Message-ID tells that it is the same."""
    box, settings = mailbox
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    taken = room.read(lambda s: store.due(s, clock.now(), 9))
    room.write(lambda s: store.begin(s, [one.id for one in taken], clock.now()))
    assert asyncio.run(post.send_letters(room, settings)) == 0
    later = clock.now() + 61_000
    monkeypatch.setattr(clock, "now", lambda: later)
    assert asyncio.run(post.send_letters(room, settings)) == 1
    (sent,) = box.to("d1@")
    assert letter(room, "d1").tries == 2
    assert sent["Message-ID"] == message_id(taken[0].id, settings.sender)


def test_a_mail_server_that_is_away_is_tried_again_and_what_is_too_late_is_given_up(
    room: Database, mailbox: tuple[Mailbox, Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, _ = mailbox
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    away = Settings(smtp_host="127.0.0.1", smtp_port=9, smtp_security="none", smtp_from="hop@thanhpho.vn")
    assert asyncio.run(post.send_letters(room, away)) == 0
    assert (letter(room, "d1").state, letter(room, "d1").fault) == ("waiting", "unreachable")
    later = STARTS + 9 * HOUR
    monkeypatch.setattr(clock, "now", lambda: later)
    assert asyncio.run(post.send_letters(room, Settings())) == 0
    assert letter(room, "d1").state == "expired" and not box.letters


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's own authority with a certificate for the mail server on this machine."""
    folder = tmp_path_factory.mktemp("authority")
    certificates.begin(folder, "Văn phòng", ["127.0.0.1"], 30, clock.utc())
    return folder


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_over_tls_with_a_sign_in(security: Literal["starttls", "tls"], room: Database, authority: Path) -> None:
    box, port = Mailbox(), free_port()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(authority / certificates.SERVER, authority / certificates.SERVER_KEY)

    def right(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        return AuthResult(success=(given.login, given.password) == (b"hop", b"dung"), handled=False)

    starttls: dict[str, Any] = {"tls_context": context, "require_starttls": True, "auth_required": True}
    tls: dict[str, Any] = {"ssl_context": context, "auth_require_tls": False}  # all is, which the library does not see
    shape = starttls if security == "starttls" else tls
    controller = Controller(box, hostname="127.0.0.1", port=port, authenticator=right, **shape)
    controller.start()
    trusted = Settings(
        smtp_host="127.0.0.1", smtp_port=port, smtp_security=security, smtp_from="hop@thanhpho.vn", smtp_user="hop",
        smtp_password="dung", smtp_authority=str(authority / certificates.AUTHORITY),
    )  # fmt: skip
    message = EmailMessage()
    message["From"], message["To"] = "hop@thanhpho.vn", "d1@thanhpho.vn"
    try:
        strange = smtp.send(msgspec.structs.replace(trusted, smtp_authority=""), [message])
        wrong = smtp.send(msgspec.structs.replace(trusted, smtp_password="sai"), [message])
        sent = smtp.send(trusted, [message])
    finally:
        controller.stop()
    assert [(one.state, one.fault) for one in (*strange, *wrong, *sent)] == [
        ("waiting", "unreachable"),
        ("waiting", "sign-in"),
        ("sent", ""),
    ]
    assert len(box.to("d1@")) == 1


def test_letters_about_tasks_that_do_not_arrive_are_the_office_secretarys(
    room: Database, mailbox: tuple[Mailbox, Settings]
) -> None:
    box, settings = mailbox
    do(room, "secretary", c.SendInvitations(users=["d2"]))
    plan = Plan(title="Báo cáo kết quả", owner="user:d2", deadline=4_000_000_000_000, result="Báo cáo")
    do(room, "secretary", c.CreateTask(task="j1", plan=plan), TASKS)
    asyncio.run(post.send_letters(room, settings))
    told = room.read(lambda s: stuck(s, "secretary", TASKS, clock.now()))
    assert {(one.stream, one.user, one.state) for one in told} == {(MEETING, "d2", "refused"), (TASKS, "d2", "refused")}
    assert [one.stream for one in room.read(lambda s: stuck(s, "secretary", "", clock.now()))] == [MEETING]
    assert room.read(lambda s: stuck(s, "d2", "", clock.now())) == []
    again = c.SendLettersAgain(letters=next(one.letters for one in told if one.stream == TASKS))
    for nobody, stream in (("chair", TASKS), ("administrator", TASKS), ("d2", MEETING)):
        with pytest.raises(Refused, match="not-allowed"):
            do(room, nobody, again, stream)
    give_address(room, "d2", "d2@thanhpho.vn")
    do(room, "secretary", again, TASKS)
    asyncio.run(post.send_letters(room, settings))
    assert [str(one["Subject"]) for one in box.to("d2@")] == ["Nhiệm vụ mới: Báo cáo kết quả"]


def test_an_office_secretary_sends_again_only_what_is_his(room: Database) -> None:
    do(room, SYSTEM, c.CreateUser(user="other", login="other", name="Thư ký khác", role="secretary"), OFFICE)
    do(room, "secretary", c.SendInvitations(users=["d3"]))
    with pytest.raises(Refused, match="not-allowed"):
        do(room, "other", c.SendLettersAgain(letters=[letter(room, "d3").id]))


def test_a_reminder_reaches_whom_it_concerns(room: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    do(room, "d1", c.AnswerInvitation(answer="decline", reason="Đi công tác"))
    do(room, "d2", c.AnswerInvitation(answer="attend"))
    do(room, "secretary", c.SetReminders(rules=[ReminderRule(60, "everybody"), ReminderRule(120, "silent")]))
    assert asyncio.run(post.fire_reminders(room)) == 0
    monkeypatch.setattr(clock, "now", lambda: STARTS - 2 * HOUR)
    assert asyncio.run(post.fire_reminders(room)) == 1
    assert told(room) == {"chair", "secretary", "d3", "guest"}
    monkeypatch.setattr(clock, "now", lambda: STARTS - HOUR)
    assert asyncio.run(post.fire_reminders(room)) == 1
    assert told(room) == {"chair", "secretary", "d2", "d3", "guest"}
    (own,) = room.read(lambda s: store.unseen(s, "d2", clock.now()))
    with pytest.raises(Refused, match="not-found"):
        do(room, "d3", c.SeeNotices(notices=[own.id]))
    do(room, "d2", c.SeeNotices(notices=[own.id]))
    assert not room.read(lambda s: store.unseen(s, "d2", clock.now()))


def test_a_reminder_whose_moment_has_passed_is_not_sent(room: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: STARTS + 1)
    asyncio.run(post.fire_reminders(room))
    assert {row.state for row in room.read(lambda s: s.query(Reminder).all())} == {"missed"}
    assert not told(room)


def told(db: Database) -> set[str]:
    return {notice.user_id for notice in db.read(lambda s: s.query(Notice).all())}


def test_a_letter_brings_the_invitation_as_it_was_signed(
    room: Database, mailbox: tuple[Mailbox, Settings], tmp_path: Path
) -> None:
    box, settings = mailbox[0], msgspec.structs.replace(mailbox[1], data=tmp_path)
    do(room, "secretary", c.SendInvitations(users=["d1"]))
    asyncio.run(post.send_letters(room, settings))
    assert "chưa ký số" in words(invitation_in(box.to("d1")[0]))

    found = room.read(lambda s: issued(s, MEETING, Key("invitation")))
    file = Blobs(tmp_path / "files").put(b"%PDF-1.7 signed")
    kept = c.KeepSigned(
        signing="g1", document="invitation", sha256=file.sha256, subject="Người ký", issuer="CA", stamped=False,
        source=sha256(to_docx("invitation", found.content, None)),
    )  # fmt: skip
    do(room, "secretary", kept)
    do(room, "secretary", c.SendInvitations(users=["chair"]))
    asyncio.run(post.send_letters(room, settings))
    assert invitation_in(box.to("chair")[0]) == b"%PDF-1.7 signed"

    do(room, "secretary", c.UpdateItem(item="i1", title="Nội dung mới", presenter="", minutes=5))
    give_address(room, "d3", "d3@thanhpho.vn")
    do(room, "secretary", c.SendInvitations(users=["d3"]))
    asyncio.run(post.send_letters(room, settings))
    assert "chưa ký số" in words(invitation_in(box.to("d3")[0])), "what was signed says something else"


def invitation_in(message: EmailMessage) -> bytes:
    (file,) = message.iter_attachments()
    content = file.get_content()
    assert isinstance(content, bytes)
    return content


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
