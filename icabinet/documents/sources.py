"""What a signed file was signed from: known by what the document says, not by the bytes of its Word file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from ..domain.official import Kind
from .layout import CHAIR, Signer
from .official import Official
from .template_fill import Content, to_docx

T = TypeVar("T")
FORMER_CHAIR = "CHỦ TOẠ"
"""How counts of votes wrote the chair's post before it was written as in the decree's form."""
_encode = msgspec.json.Encoder(order="deterministic").encode


def source_of(kind: Kind, content: Content, template: bytes | None) -> str:
    """SHA-256 of what the document says, its kind, and the office's own template.

    Another layout, or another version of what writes Word files, says nothing else: the digest stays.
    """
    own = _sha256(template) if template is not None else ""
    return _sha256(_encode([kind, own, msgspec.structs.replace(content, signed=False)]))


def standing(
    signed: Mapping[str, T], kind: Kind, content: Content, template: bytes | None, docx: bytes | None = None
) -> T | None:
    """The signed file that still is the document, out of all of them by their sources.

    `docx` is what `to_docx` made, where that is known already. Raises NotFilled of a template, where an older source
    must be looked at.
    """
    if not signed:
        return None
    now = source_of(kind, content, template)
    if now in signed:
        return signed[now]
    return next((signed[source] for source in _former(kind, content, template, docx) if source in signed), None)


def _former(kind: Kind, content: Content, template: bytes | None, docx: bytes | None) -> Iterator[str]:
    """Sources used to be the SHA-256 of the Word file."""
    yield _sha256(docx if docx is not None else to_docx(kind, content, template))
    if kind == "count" and isinstance(content, Official) and content.right and content.right.authority == (CHAIR,):
        right = Signer((FORMER_CHAIR,), content.right.name, content.right.note)
        yield _sha256(to_docx(kind, msgspec.structs.replace(content, right=right), template))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
