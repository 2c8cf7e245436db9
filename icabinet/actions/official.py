"""Letterhead, signature and numbers of the documents of a meeting."""

from __future__ import annotations

from sqlalchemy import select

from ..domain import official as rules
from ..domain.commands import NumberOfficial, RemoveTemplate, SetOfficialForm, SetTemplate
from ..domain.errors import Refused
from ..domain.official import Kind
from ..store.tables import Circulation, Meeting, OfficialForm, OfficialNumber, OfficialTemplate, Vote
from .bus import handles
from .transaction import Tx


@handles(SetOfficialForm)
def set_form(tx: Tx, c: SetOfficialForm) -> None:
    meeting = tx.get(Meeting, tx.stream)
    meeting.agency, meeting.parent_agency = c.agency, c.parent_agency.strip()
    row = tx.seek(OfficialForm, tx.stream)
    if row is None:
        row = OfficialForm(id=tx.stream, stream=tx.stream, place="", symbol="", authority=[], signer="", recipients=[])
        tx.add(row)
    row.place, row.symbol, row.signer = c.place.strip(), c.symbol, c.signer.strip()
    row.authority, row.recipients = list(c.authority), list(c.recipients)


@handles(NumberOfficial)
def number(tx: Tx, c: NumberOfficial) -> None:
    """Refused("official.not-found"), "official.date", "official.half" when only one of number and date is given."""
    key = _numbered(tx, c.document)
    if bool(c.number) != bool(c.dated):
        raise Refused("official.half")
    row = tx.seek(OfficialNumber, f"{tx.stream}:{key}")
    if not c.number:
        if row is not None:
            tx.remove(row)
        return
    rules.day(c.dated)
    if row is None:
        tx.add(OfficialNumber(id=f"{tx.stream}:{key}", stream=tx.stream, document=key, number=c.number, dated=c.dated))
        return
    row.number, row.dated = c.number, c.dated


def _numbered(tx: Tx, document: str) -> str:
    """Of a meeting one of its documents, of a circulation its summary."""
    if document == rules.SUMMARY:
        tx.get(Circulation, tx.stream)
        return document
    key = rules.parse(document)
    tx.get(Meeting, tx.stream)
    if key.vote:
        tx.get(Vote, key.vote)
    return str(key)


@handles(SetTemplate)
def set_template(tx: Tx, c: SetTemplate) -> None:
    row = tx.seek(OfficialTemplate, f"{tx.stream}:{c.kind}")
    if row is None:
        tx.add(_template(tx, c.kind, c.name, c.sha256, tx.actor.user, tx.now))
        return
    row.name, row.sha256, row.author, row.at = c.name, c.sha256, tx.actor.user, tx.now


@handles(RemoveTemplate)
def remove_template(tx: Tx, c: RemoveTemplate) -> None:
    tx.remove(tx.get(OfficialTemplate, f"{tx.stream}:{c.kind}"))


def _template(tx: Tx, kind: Kind, name: str, sha256: str, author: str, at: int) -> OfficialTemplate:
    id_ = f"{tx.stream}:{kind}"
    return OfficialTemplate(id=id_, stream=tx.stream, kind=kind, name=name, sha256=sha256, author=author, at=at)


def take_over(tx: Tx, meeting: Meeting) -> None:
    """A new meeting begins with the form and the templates of the newest one of the same agency."""
    newest = tx.session.scalars(
        select(OfficialForm)
        .join(Meeting, Meeting.id == OfficialForm.id)
        .where(Meeting.agency == meeting.agency, Meeting.parent_agency == meeting.parent_agency)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(1)
    ).first()
    if newest is not None:
        tx.add(
            OfficialForm(
                id=tx.stream,
                stream=tx.stream,
                place=newest.place,
                symbol=newest.symbol,
                authority=list(newest.authority),
                signer=newest.signer,
                recipients=list(newest.recipients),
            )
        )
        for own in tx.session.scalars(select(OfficialTemplate).where(OfficialTemplate.stream == newest.id)):
            tx.add(_template(tx, own.kind, own.name, own.sha256, own.author, own.at))
