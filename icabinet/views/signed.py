"""The documents of a meeting that were signed digitally."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain import signing
from ..domain.errors import Refused
from ..domain.official import Key
from ..store.tables import Meeting, MinutesSeal, SignedDocument, Vote


def signed_of(session: Session, meeting_id: str, document: str = "") -> Sequence[SignedDocument]:
    """Of one document, or of all; the newest last."""
    asked = select(SignedDocument).where(SignedDocument.stream == meeting_id)
    if document:
        asked = asked.where(SignedDocument.document == document)
    return session.scalars(asked.order_by(SignedDocument.at, SignedDocument.id)).all()


def need_signable(session: Session, meeting_id: str, key: Key, source: str) -> None:
    """Refused("signing.kind"), "signing.not-final", "not-found" without such a vote, or "signing.same" while a signed
    file still is what the document says."""
    vote = session.get(Vote, key.vote) if key.vote else None
    if key.vote and (vote is None or vote.stream != meeting_id):
        raise Refused("not-found")
    seal = session.get(MinutesSeal, meeting_id)
    meeting = session.get_one(Meeting, meeting_id)
    signing.need_final(
        key,
        meeting=meeting.state,
        called_off=bool(meeting.called_off),
        locked=seal is not None and seal.locked_at is not None,
        vote=vote.state if vote else "",
    )
    if any(row.source == source for row in signed_of(session, meeting_id, str(key))):
        raise Refused("signing.same")
