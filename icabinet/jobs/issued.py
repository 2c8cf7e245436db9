"""A document of a meeting as it leaves the house: the signed file while it says what was signed, else as it is now."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from sqlalchemy.orm import Session

from ..documents.official import Official
from ..documents.sources import standing
from ..documents.template_fill import to_pdf
from ..domain.official import Key
from ..views.official import official
from ..views.signed import signed_of
from ..views.templates import templates_of

Read = Callable[[str], bytes]
"""The file with this SHA-256."""


class Issued(msgspec.Struct, frozen=True):
    """`template` is a SHA-256 or nothing; `signed`: what each signed file was made from, and its SHA-256."""

    key: Key
    content: Official
    template: str
    signed: dict[str, str]


def issued(session: Session, meeting_id: str, key: Key) -> Issued:
    """Refused("official.not-yet"), "official.not-found"."""
    _, content = official(session, meeting_id, key)
    signed = {row.source: row.sha256 for row in signed_of(session, meeting_id, str(key))}
    return Issued(key, content, templates_of(session, meeting_id).get(key.kind, ""), signed)


def pdf_of(issued: Issued, read: Read) -> bytes:
    """Raises NotPrinted, of a template NotFilled, and OSError where a file is missing."""
    template = read(issued.template) if issued.template else None
    kind = issued.key.kind
    signed = standing(issued.signed, kind, issued.content, template)
    return read(signed) if signed else to_pdf(kind, issued.content, template)
