"""Sends letters and reminders when their moment has come. The tables are the queue; a crash leaves work that is found
again, so that a letter may arrive twice (under one Message-ID) and is never lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from uuid import uuid4

import anyio
import structlog
from sqlalchemy.orm import Session

from .. import clock
from ..actions import perform
from ..documents.printed import NotPrinted
from ..documents.template_apart import NotFilled
from ..domain.audience import SYSTEM
from ..domain.commands import FinishLetters, FireReminder
from ..domain.errors import Refused
from ..domain.letters import Outcome
from ..domain.official import parse
from ..settings import Settings
from ..store import letters as store
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Letter
from . import smtp
from .issued import Issued, Read, issued, pdf_of
from .letter_message import compose

_log = structlog.get_logger(part="post")
TOGETHER = 50
"""Letters of one connection to the mail server."""
LOOK_SECONDS = 20.0
"""How late a reminder may be."""
PAUSE = 1.0
"""Seconds: a burst of events is looked at once."""


async def run(db: Database, settings: Settings, news: asyncio.Event) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    while True:
        news.clear()
        await fire_reminders(db)
        while await send_letters(db, settings) == TOGETHER:
            pass
        await asyncio.sleep(PAUSE)
        try:
            await asyncio.wait_for(news.wait(), LOOK_SECONDS)
        except TimeoutError:
            continue


async def fire_reminders(db: Database) -> int:
    """Every reminder whose moment has come; returns how many there were."""
    now = clock.now()
    due = await db.aread(lambda s: store.reminders_due(s, now))
    for row in due:
        command, cause = FireReminder(reminder=row.id), f"remind-{uuid4().hex}"
        await db.awrite(lambda s, m=row.stream, c=command, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]
    return len(due)


async def send_letters(db: Database, settings: Settings) -> int:
    """One connection's worth; returns how many were tried. Without a mail server letters only run out."""
    now = clock.now()
    late = await db.aread(lambda s: store.overdue(s, now, TOGETHER))
    await _finish(db, late, [Outcome(letter.id, "expired", letter.fault, letter.reply) for letter in late])
    if not settings.mail:
        return 0
    letters = await _begun(db, now)
    if not letters:
        return 0
    attached = await db.aread(lambda s: _contents(s, letters))
    answers = await anyio.to_thread.run_sync(_send, settings, letters, attached)
    await _finish(db, letters, [_outcome(letter, said) for letter, said in zip(letters, answers, strict=True)])
    unreachable = sum(said.state == "waiting" for said in answers)
    if unreachable:
        _log.warning("letters could not be sent", letters=unreachable, fault=answers[-1].fault)
    return 0 if unreachable else len(letters)


async def _begun(db: Database, now: int) -> list[Letter]:
    due = await db.aread(lambda s: store.due(s, now, TOGETHER))
    if not due:
        return []
    names = [letter.id for letter in due]
    begun = await db.awrite(lambda s: store.begin(s, names, now))
    return [letter for letter in due if letter.id in begun]


def _outcome(letter: Letter, said: smtp.Answer) -> Outcome:
    return Outcome(letter.id, said.state, said.fault, said.reply)


async def _finish(db: Database, letters: Sequence[Letter], outcomes: Sequence[Outcome]) -> None:
    """One event a stream; what did not change is not told again."""
    changed: dict[str, list[Outcome]] = {}
    for letter, outcome in zip(letters, outcomes, strict=True):
        if (letter.state, letter.fault, letter.reply) != (outcome.state, outcome.fault, outcome.reply):
            changed.setdefault(letter.stream, []).append(outcome)
    for stream, told in changed.items():
        command, cause = FinishLetters(outcomes=told), f"letters-{uuid4().hex}"
        await db.awrite(lambda s, m=stream, c=command, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]


def _contents(session: Session, letters: Sequence[Letter]) -> dict[tuple[str, str], Issued | None]:
    """The documents that these letters bring; each once."""
    found: dict[tuple[str, str], Issued | None] = {}
    for letter in letters:
        key = letter.stream, letter.attached
        if letter.attached and key not in found:
            try:
                found[key] = issued(session, letter.stream, parse(letter.attached))
            except Refused:
                found[key] = None
    return found


def _send(
    settings: Settings, letters: Sequence[Letter], contents: Mapping[tuple[str, str], Issued | None]
) -> list[smtp.Answer]:
    def read(sha256: str) -> bytes:
        return Blobs(settings.data / "files").path(sha256).read_bytes()

    files = {key: _printed(content, read) for key, content in contents.items()}
    answers: dict[int, smtp.Answer] = {}
    messages: dict[int, EmailMessage] = {}
    for place, letter in enumerate(letters):
        try:
            messages[place] = compose(letter, settings, files.get((letter.stream, letter.attached)))
        except (ValueError, IndexError) as problem:  # an address that the library does not take for one
            answers[place] = smtp.Answer("refused", "address", str(problem)[: smtp.MOST_SAID])
    answers |= dict(zip(messages, smtp.send(settings, list(messages.values())), strict=True))
    return [answers[place] for place in range(len(letters))]


def _printed(content: Issued | None, read: Read) -> bytes | None:
    """A letter that cannot bring its document still says when and where."""
    if content is None:
        return None
    try:
        return pdf_of(content, read)
    except (NotPrinted, NotFilled, OSError) as problem:
        _log.error("an invitation could not be printed", exc_info=problem)
        return None
