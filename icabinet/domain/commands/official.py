"""The documents of a meeting: whose letterhead they bear, who signs, their numbers."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..official import Kind as DocumentKind
from .base import Command, Id, Line

Symbol = Annotated[str, Meta(pattern="^[A-ZĐ0-9&.-]{1,30}\\Z")]
OfficialKey = Annotated[str, Meta(pattern="^[a-z]{1,20}(:[A-Za-z0-9_-]{1,40})?\\Z")]
OfficialNumber = Annotated[str, Meta(pattern="^([0-9]{1,6}[a-z]?)?\\Z")]
MaybeLine = Annotated[str, Meta(max_length=300)]


class SetOfficialForm(Command, frozen=True, tag="official.form"):
    """Letterhead, place and date, signature and nơi nhận. The next meeting of the same agency begins with them.

    `authority` are the lines above the signer's name, such as "TM. UỶ BAN NHÂN DÂN"; no `signer`: the chair.
    """

    agency: Line
    parent_agency: MaybeLine
    place: MaybeLine
    symbol: Symbol
    authority: Annotated[list[Line], Meta(max_length=4)]
    signer: MaybeLine
    recipients: Annotated[list[Line], Meta(max_length=30)]


class NumberOfficial(Command, frozen=True, tag="official.number"):
    """The number and date that the clerk's office gave; both empty takes them back. `dated` is like 2026-11-23."""

    document: OfficialKey
    number: OfficialNumber
    dated: Annotated[str, Meta(pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2})?\\Z")]


class SetTemplate(Command, frozen=True, tag="template.set"):
    """The office's own form of one kind of document. Sent by the server after the file was checked and kept."""

    kind: DocumentKind
    name: Line
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]


class RemoveTemplate(Command, frozen=True, tag="template.remove"):
    kind: DocumentKind


class KeepSigned(Command, frozen=True, tag="official.sign"):
    """A document of the meeting was signed digitally; its file is `sha256`. Sent by the server after it signed.

    `source` is the digest of what the document said at that moment: as long as that is the same, the signed file
    is the document. `subject` and `issuer` are those of the certificate; `stamped`: a timestamp authority says when.
    """

    signing: Id
    document: OfficialKey
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]
    source: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]
    subject: Line
    issuer: Line
    stamped: bool


Outside = SetOfficialForm | NumberOfficial | RemoveTemplate
