"""Papers and what people write on them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Comment, Note, Paper, Version
from .record import Record, shows


@shows(Paper)
def _paper(p: Paper) -> Iterator[Record]:
    value = {
        "item": p.item_id,
        "title": p.title,
        "position": p.position,
        "state": p.state,
        "version": p.version_id,
        "published_at": p.published_at,
    }
    yield Record("paper", p.id, audience(f"paper ({p.state})"), value)


@shows(Version)
def _version(v: Version) -> Iterator[Record]:
    value = {
        "paper": v.paper_id,
        "number": v.number,
        "name": v.name,
        "kind": v.kind,
        "size": v.size,
        "pages": v.pages,
        "state": v.state,
        "reason": v.reason,
        "message": v.message,
        "warnings": v.warnings,
    }
    yield Record("version", v.id, audience(f"paper ({v.paper_state})"), value)


@shows(Note)
def _note(n: Note) -> Iterator[Record]:
    value = {
        "version": n.version_id,
        "paper": n.paper_id,
        "page": n.page,
        "quads": n.quads,
        "exact": n.exact,
        "prefix": n.prefix,
        "suffix": n.suffix,
        "start": n.start,
        "end": n.end,
        "text": n.text,
        "colour": n.colour,
        "author": n.author,
        "shared": n.shared,
        "at": n.at,
    }
    state = "recalled" if n.recalled else "shared" if n.shared else "private"
    yield Record("note", n.id, audience(f"note ({state})", n.author), value)


@shows(Comment)
def _comment(c: Comment) -> Iterator[Record]:
    value = {"paper": c.paper_id, "author": c.author, "text": c.text, "at": c.at}
    yield Record("comment", c.id, audience("comment (recalled)" if c.recalled else "comment"), value)
