"""Papers and what people write on them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import sharing
from ...domain.audience import Audience
from ...domain.policy import audience
from ...store.tables import Comment, Note, Opening, Paper, PaperGroup, Version
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
        "must_read": p.must_read,
        "secret": bool(p.readers),
    }
    yield Record("paper", p.id, version_audience(p.state, p.readers, p.submitter), value)
    if p.readers:
        yield Record("paper_readers", p.id, audience("paper_readers"), {"readers": p.readers})
    if p.state == "recalled":
        told = {"item": p.item_id, "title": p.title, "reason": p.recall_reason, "at": p.recalled_at}
        yield Record("recalled", p.id, _if_secret("recalled", p.readers), told)


def version_audience(state: str, readers: list[str], submitter: str) -> Audience:
    """Of a paper, and of each of its versions.

    Drafts and recalled papers are the secretary's alone, secret or not; a submitted one is also its submitter's.
    """
    if state == "submitted":
        return audience("paper (submitted)", named=[submitter] if submitter else [])
    if readers and state == "published":
        return audience("paper (published, secret)", named=readers)
    return audience(f"paper ({state})")


def _if_secret(record: str, readers: list[str]) -> Audience:
    return audience(f"{record} (secret)", named=readers) if readers else audience(record)


@shows(PaperGroup)
def _paper_group(g: PaperGroup) -> Iterator[Record]:
    yield Record("paper_group", g.id, audience("paper_group"), {"title": g.title, "position": g.position})


@shows(Opening)
def _opening(o: Opening) -> Iterator[Record]:
    yield Record("opening", o.id, audience("opening"), {"paper": o.paper_id, "user": o.user_id, "at": o.at})


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
        "work": v.work,
        "indexed": v.indexed,
    }
    yield Record("version", v.id, version_audience(v.paper_state, v.readers, v.submitter), value)


@shows(Note)
def _note(n: Note) -> Iterator[Record]:
    state = sharing.state(n.recalled, n.shared, n.named, n.readers)
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
        "shared": state.startswith("shared"),
        "named": n.named if state == "shared with some" else [],
        "at": n.at,
    }
    yield Record("note", n.id, audience(f"note ({state})", n.author, n.named or n.readers), value)


@shows(Comment)
def _comment(c: Comment) -> Iterator[Record]:
    value = {"paper": c.paper_id, "author": c.author, "text": c.text, "at": c.at, "recorded": c.recorded}
    yield Record(
        "comment", c.id, audience("comment (recalled)") if c.recalled else _if_secret("comment", c.readers), value
    )
