"""Letters: queued by whoever has something to say, sent by a worker, followed by the desk.

`queue` is what other subjects call inside their own transaction; `nudge` puts a notice on the person's page as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import ColumnElement, and_, or_, select

from ..domain.calendar import Event as CalendarEvent
from ..domain.commands import FinishLetters, SeeNotices, SendLettersAgain
from ..domain.errors import Refused
from ..domain.letters import DAY_MS, Kind, State
from ..store.tables import Letter, Notice, User
from .bus import TASKS, handles
from .transaction import Tx

KEPT_MS = 7 * DAY_MS
"""A letter without an end of its own is given up so long after it was queued."""
_NOT_SENT: tuple[State, ...] = ("waiting", "refused", "no-address", "expired")


class Wanted(msgspec.Struct, frozen=True):
    """One letter to one person of the office. `key` names it within the stream: queued again, it is the same letter.

    `link` is the page of the app that it is about ("/meeting/m1"); `attached` a document of the meeting. `subject`:
    what it is about, unless that is the stream itself; `until`: as long as it is of use, or else KEPT_MS.
    """

    key: str
    user: str
    kind: Kind
    title: str
    text: str
    link: str = ""
    subject: str = ""
    not_before: int = 0
    until: int | None = None
    calendar: CalendarEvent | None = None
    attached: str = ""


def queue(tx: Tx, wanted: Iterable[Wanted]) -> None:
    """Any number of letters with a handful of queries. Without an address one stands as "no-address", for the desk."""
    fresh = _unknown(tx, Letter, wanted)
    users = [one.user for one in fresh.values()]
    people = {person.id: person for person in tx.session.scalars(select(User).where(User.id.in_(users)))}
    tx.add_all([_letter(tx, id_, one, people.get(one.user)) for id_, one in fresh.items()])


def nudge(tx: Tx, wanted: Sequence[Wanted]) -> None:
    """Letters, and notices on the people's own pages until the same moment."""
    queue(tx, wanted)
    tx.add_all([_notice(tx, id_, one) for id_, one in _unknown(tx, Notice, wanted).items()])


def _unknown(tx: Tx, table: type[Letter] | type[Notice], wanted: Iterable[Wanted]) -> dict[str, Wanted]:
    """By the names of their rows, those that were not queued before."""
    named = {f"{tx.stream}.{one.key}": one for one in wanted}
    known = set(tx.session.scalars(select(table.id).where(table.id.in_(list(named)))))
    return {id_: one for id_, one in named.items() if id_ not in known}


def _letter(tx: Tx, id_: str, one: Wanted, person: User | None) -> Letter:
    address = person.email if person and person.active else ""
    return Letter(
        id=id_,
        stream=tx.stream,
        kind=one.kind,
        subject_id=one.subject or tx.stream,
        user_id=one.user,
        name=person.name if person else "",
        address=address,
        title=one.title,
        text=one.text,
        link=one.link,
        queued_at=tx.now,
        not_before=one.not_before,
        until=_until(tx, one),
        state="waiting" if address else "no-address",
        next_at=max(tx.now, one.not_before),
        calendar=one.calendar,
        attached=one.attached,
    )


def _notice(tx: Tx, id_: str, one: Wanted) -> Notice:
    return Notice(
        id=id_, stream=tx.stream, user_id=one.user, title=one.title, text=one.text, link=one.link, at=tx.now,
        until=_until(tx, one),
    )  # fmt: skip


def _until(tx: Tx, one: Wanted) -> int:
    return tx.now + KEPT_MS if one.until is None else one.until


def take_back(tx: Tx, subject: str, users: Sequence[str] = ()) -> None:
    """What has not been sent about a subject (to these people) is of no use any more; that it is off is still told."""
    open_ = [Letter.subject_id == subject, Letter.state.in_(_NOT_SENT), Letter.kind != "called-off"]
    for letter in tx.find(Letter, *open_, *([Letter.user_id.in_(users)] if users else [])):
        if letter.state != "waiting":
            letter.tries = 0  # it surely did not arrive: see told
        letter.state, letter.fault, letter.reply = "taken-back", "", ""


def told(*, waiting: bool) -> ColumnElement[bool]:
    """Letters that count as told: all that wait among them, or (not `waiting`) only those that nothing stops any more.

    What was tried may be under way just now, and arrive though it was taken back; that something is off is never taken
    back. Whoever has no address, or one that is refused, is told by the desk in another way.
    """
    settled: list[State] = ["sent", "refused", "no-address"]
    leaves = or_(Letter.tries > 0, Letter.kind == "called-off")
    under_way = and_(Letter.state.in_(["waiting", "taken-back"]), leaves)
    return or_(Letter.state.in_([*settled, "waiting"] if waiting else settled), under_way)


@handles(FinishLetters)
def finish(tx: Tx, c: FinishLetters) -> None:
    """What was taken back while it was under way is tried no more; only that it has left is still noted."""
    letters = {letter.id: letter for letter in tx.find(Letter, Letter.id.in_([one.letter for one in c.outcomes]))}
    for outcome in c.outcomes:
        letter = letters.get(outcome.letter)
        if letter is None or letter.state == "sent":
            continue
        if letter.state == "taken-back" and outcome.state != "sent":
            continue
        letter.state, letter.fault, letter.reply = outcome.state, outcome.fault, outcome.reply
        letter.sent_at = tx.now if outcome.state == "sent" else None


@handles(SendLettersAgain)
def send_again(tx: Tx, c: SendLettersAgain) -> None:
    """Refused("letter.sent") for one that has left, Refused("letter.taken-back") for one that is of no use any more,
    Refused("letter.no-address") while no address is known.

    The office's secretaries send those about tasks; those of a meeting or a circulation are its own secretary's.
    """
    if tx.stream != TASKS and "secretary" not in tx.actor.roles:
        raise Refused("not-allowed")
    for name in c.letters:
        letter = tx.get(Letter, name)
        if letter.state == "sent":
            raise Refused("letter.sent", name=letter.name)
        if letter.state == "taken-back":
            raise Refused("letter.taken-back", name=letter.name)
        person = tx.session.get(User, letter.user_id)
        if person is None or not person.active or not person.email:
            raise Refused("letter.no-address", name=letter.name)
        letter.name, letter.address = person.name, person.email
        letter.tries = letter.tries if letter.state == "waiting" else 0  # see told: it may be under way
        letter.state, letter.fault, letter.reply = "waiting", "", ""
        letter.next_at, letter.not_before = tx.now, 0
        letter.until = max(letter.until, tx.now + DAY_MS)


@handles(SeeNotices)
def see(tx: Tx, c: SeeNotices) -> None:
    for name in c.notices:
        notice = tx.get(Notice, name)
        if notice.user_id != tx.actor.user:
            raise Refused("not-found")
        notice.seen_at = notice.seen_at or tx.now
