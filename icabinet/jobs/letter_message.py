"""A letter as it goes over the wire: text, the calendar part, the attached document (RFC 5322, 6047)."""

from __future__ import annotations

import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, localtime

from ..clock import local
from ..documents import calendar_file
from ..documents.calendar_file import Person
from ..domain.official import NAMES, parse
from ..settings import Settings
from ..store.tables import Letter


def message_id(letter: str, sender: str) -> str:
    """The same at every try, so that a mailbox can tell a letter that came twice."""
    digest = hashlib.sha256(letter.encode()).hexdigest()[:40]
    return f"<{digest}@{sender.rpartition('@')[2]}>"


def compose(letter: Letter, settings: Settings, attached: bytes | None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = _address(settings.office, settings.sender)
    message["To"] = _address(letter.name, letter.address)
    message["Subject"] = " ".join(letter.title.split())
    message["Date"] = format_datetime(localtime(local(letter.queued_at)))
    message["Message-ID"] = message_id(letter.id, settings.sender)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_text(letter, settings))
    if letter.calendar is not None:
        _add_calendar(message, letter, settings)
    if attached is not None:
        name = NAMES[parse(letter.attached).kind]
        message.add_attachment(attached, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    return message


def _add_calendar(message: EmailMessage, letter: Letter, settings: Settings) -> None:
    assert letter.calendar is not None
    entry = calendar_file.Entry(letter.subject_id, letter.calendar, letter.queued_at, link=_page(letter, settings))
    file = calendar_file.message(
        entry, Person(settings.office, settings.sender), Person(letter.name, letter.address)
    ).decode()
    message.add_alternative(file, subtype="calendar", params={"method": letter.calendar.method})


def _text(letter: Letter, settings: Settings) -> str:
    page = _page(letter, settings)
    more = f"\n\nMở trong phần mềm họp: {page}" if page else ""
    return f"Kính gửi: {letter.name}\n\n{letter.text}{more}\n\n{settings.office}\n"


def _page(letter: Letter, settings: Settings) -> str:
    address = settings.address.rstrip("/")
    return f"{address}/#{letter.link}" if address and letter.link else ""


def _address(name: str, address: str) -> Address:
    return Address(" ".join(name.split()), addr_spec=address)
