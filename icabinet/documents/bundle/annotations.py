"""Shared notes as W3C Web Annotations (JSON-LD, W3C Recommendation of 23 February 2017)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
_encode = msgspec.json.Encoder(order="deterministic").encode


class SharedNote(msgspec.Struct, frozen=True):
    """`created` in ISO 8601; `file` the SHA-256 of the paper's file; `page` from 1, `start` and `end` on that page."""

    id: str
    author: str
    created: str
    text: str
    paper: str
    file: str
    page: int
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def to_json(meeting: str, notes: Sequence[SharedNote]) -> bytes:
    page = {
        "@context": CONTEXT,
        "id": f"urn:icabinet:{meeting}:annotations",
        "type": "AnnotationPage",
        "items": [_annotation(note) for note in notes],
    }
    return msgspec.json.format(_encode(page), indent=1)


def _annotation(note: SharedNote) -> dict[str, object]:
    said: dict[str, object] = {"motivation": "highlighting"}
    if note.text:
        body = {"type": "TextualBody", "value": note.text, "format": "text/plain", "language": "vi"}
        said = {"motivation": "commenting", "body": body}
    return {
        "id": f"urn:icabinet:note:{note.id}",
        "type": "Annotation",
        "creator": {"type": "Person", "name": note.author},
        "created": note.created,
        "target": {
            "source": {"id": f"urn:sha256:{note.file}", "type": "Text", "label": note.paper},
            "selector": _selectors(note),
        },
        **said,
    }


def _selectors(note: SharedNote) -> list[dict[str, object]]:
    return [
        {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENT, "value": f"page={note.page}"},
        {"type": "TextQuoteSelector", "exact": note.exact, "prefix": note.prefix, "suffix": note.suffix},
        {"type": "TextPositionSelector", "start": note.start, "end": note.end},
    ]
