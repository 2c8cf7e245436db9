"""Letters that will not arrive by themselves, for whoever has to see to it."""

from __future__ import annotations

import msgspec
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from ..domain.letters import DAY_MS, Fault, State
from ..store.tables import Letter, Member

SHOWN_MS = 7 * DAY_MS
"""A letter that ran out is shown so long after it was queued."""
MOST_SHOWN = 500


class StuckLetters(msgspec.Struct, frozen=True):
    """Those of one stream to one person; title, state and fault are those of the newest. `letters`: newest first."""

    stream: str
    user: str
    name: str
    address: str
    title: str
    link: str
    at: int
    state: State
    fault: Fault
    reply: str
    letters: list[str]


def stuck(session: Session, user: str, also: str, now: int) -> list[StuckLetters]:
    """Of the meetings and circulations whose secretary this is, and of the stream `also`, if any; newest first.

    What is of no use any more is left out, and so is what was taken back.
    """
    own = select(Member.stream).where(Member.user_id == user, Member.role == "secretary", ~Member.gone)
    failed = and_(Letter.state.in_(["refused", "no-address"]), Letter.until > now)
    ran_out = and_(Letter.state == "expired", Letter.fault != "", Letter.queued_at > now - SHOWN_MS)
    asked = select(Letter).where(or_(Letter.stream.in_(own), Letter.stream == also), or_(failed, ran_out))
    found: dict[tuple[str, str], StuckLetters] = {}
    for letter in session.scalars(asked.order_by(Letter.queued_at.desc(), Letter.id).limit(MOST_SHOWN)):
        key = letter.stream, letter.user_id
        if key in found:
            found[key].letters.append(letter.id)
        else:
            found[key] = _told(letter)
    return list(found.values())


def _told(letter: Letter) -> StuckLetters:
    return StuckLetters(
        stream=letter.stream,
        user=letter.user_id,
        name=letter.name,
        address=letter.address,
        title=letter.title,
        link=letter.link,
        at=letter.queued_at,
        state=letter.state,
        fault=letter.fault,
        reply=letter.reply,
        letters=[letter.id],
    )
