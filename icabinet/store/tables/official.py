"""What the documents of a meeting say around their text."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.official import Kind
from .row import Row, Wire


class OfficialForm(Row):
    """One a meeting. The agency's names stand in the meeting itself."""

    __tablename__ = "official_form"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    place: Mapped[str]
    symbol: Mapped[str]
    authority: Mapped[list[str]] = mapped_column(Wire(list[str]))
    signer: Mapped[str]
    recipients: Mapped[list[str]] = mapped_column(Wire(list[str]))


class OfficialNumber(Row):
    """Number and date ("2026-11-23") of one document; `document` is its key (domain.documents)."""

    __tablename__ = "official_number"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    document: Mapped[str]
    number: Mapped[str]
    dated: Mapped[str]


class OfficialTemplate(Row):
    """The office's own Word file for one kind of document; its bytes lie among the files."""

    __tablename__ = "official_template"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    kind: Mapped[Kind] = mapped_column(Text)
    name: Mapped[str]
    sha256: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]


class SignedDocument(Row):
    """A document as it was signed; its PDF lies among the files and is never written again.

    `document` is its key, `source` the digest of what it was signed from (documents/sources.py), `number` counts the
    signed files of one document; `subject` and `issuer` are the certificate's.
    """

    __tablename__ = "signed_document"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    document: Mapped[str]
    number: Mapped[int]
    sha256: Mapped[str]
    source: Mapped[str]
    subject: Mapped[str]
    issuer: Mapped[str]
    stamped: Mapped[bool]
    author: Mapped[str]
    at: Mapped[int]
