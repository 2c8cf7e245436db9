"""A meeting as an Akoma Ntoso 3.0 debate (OASIS LegalDocumentML 1.0, 2018), checked against its schema."""

from __future__ import annotations

import functools
import gzip
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import msgspec
from lxml import etree
from lxml.builder import ElementMaker

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_make = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
Element: TypeAlias = Any
"""lxml has no types."""
SpeechKind = Literal["speech", "question", "answer"]


class Person(msgspec.Struct, frozen=True):
    id: str
    name: str


class Spoken(msgspec.Struct, frozen=True):
    """Times in ISO 8601 with their zone; `to` the person who is asked or answered."""

    kind: SpeechKind
    by: str
    to: str = ""
    started: str = ""
    ended: str = ""


class Piece(msgspec.Struct, frozen=True):
    """One paragraph or table of the minutes and the numbers of the events that it rests on."""

    id: str
    kind: Literal["heading", "scene", "narrative", "summary", "table", "speech"]
    text: str
    events: tuple[int, ...] = ()
    spoken: Spoken | None = None
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Debate(msgspec.Struct, frozen=True):
    """`date` is the day of the meeting, 2026-11-23."""

    meeting: str
    title: str
    agency: str
    date: str
    people: tuple[Person, ...]
    pieces: tuple[Piece, ...]


def to_xml(debate: Debate) -> bytes:
    """Equal debates give equal bytes."""
    root = _make.akomaNtoso(
        _make.debate(
            _meta(debate),
            _make.preface(_make.p(_make.docTitle(_clean(debate.title)))),
            _make.debateBody(*_sections(debate)),
            name="debate",
        )
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def errors(content: bytes) -> list[str]:
    """What the schema does not allow, in the parser's words with the line; empty when the file is valid."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        return [str(problem)]
    schema = _schema()
    if schema.validate(root):
        return []
    return [f"{entry.line}: {entry.message}" for entry in schema.error_log]


@functools.cache
def _schema() -> etree.XMLSchema:
    """From the files beside this program, never from the network."""
    folder = files("icabinet.documents") / "data" / "akn"
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    content = gzip.decompress((folder / "akomantoso30.xsd.gz").read_bytes())
    return etree.XMLSchema(etree.fromstring(content, parser, base_url="akn:/"))


class _Beside(etree.Resolver):  # type: ignore[misc]
    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        name = system_url.rsplit("/", 1)[-1]
        content = (files("icabinet.documents") / "data" / "akn" / name).read_bytes()
        return self.resolve_string(content, context)


def _meta(debate: Debate) -> Element:
    address = f"/akn/vn/debate/{debate.date}/{debate.meeting}"
    day = {"date": debate.date, "name": "meeting"}
    levels = [
        _make.FRBRWork(*_frbr(f"{address}/!main", address, day), _make.FRBRcountry(value="vn")),
        _make.FRBRExpression(
            *_frbr(f"{address}/vie@/!main", f"{address}/vie@", day), _make.FRBRlanguage(language="vie")
        ),
        _make.FRBRManifestation(*_frbr(f"{address}/vie@/!main.xml", f"{address}/vie@.akn", day)),
    ]
    return _make.meta(
        _make.identification(*levels, source="#agency"), _make.references(*_references(debate), source="#agency")
    )


def _frbr(this: str, uri: str, day: dict[str, str]) -> list[Element]:
    return [
        _make.FRBRthis(value=this),
        _make.FRBRuri(value=uri),
        _make.FRBRdate(**day),
        _make.FRBRauthor(href="#agency"),
    ]


def _references(debate: Debate) -> Iterable[Element]:
    agency = "/akn/ontology/organization/vn/agency"
    yield _make.TLCOrganization(eId="agency", href=agency, showAs=_clean(debate.agency))
    for person in debate.people:
        href = f"/akn/ontology/person/vn/{person.id}"
        yield _make.TLCPerson(eId=_person(person.id), href=href, showAs=_clean(person.name))
    for number in sorted({number for piece in debate.pieces for number in piece.events}):
        href = f"/akn/ontology/event/vn/{debate.meeting}.{number}"
        yield _make.TLCEvent(eId=f"event_{number}", href=href, showAs=f"Sự kiện {number}")


def _sections(debate: Debate) -> list[Element]:
    """A heading begins a section; what comes before the first one is the opening."""
    sections: list[Element] = []
    for piece in debate.pieces:
        if piece.kind == "heading" or not sections:
            name = "item" if piece.kind == "heading" else "opening"
            sections.append(_make.debateSection(name=name, eId=f"dbsect_{len(sections) + 1}"))
        if piece.kind == "heading":
            sections[-1].append(_make.heading(_clean(piece.text)))
            continue
        sections[-1].extend(_written(piece, debate))
    return sections or [_make.debateSection(_make.heading(_clean(debate.title)), name="opening", eId="dbsect_1")]


def _written(piece: Piece, debate: Debate) -> list[Element]:
    about = {"eId": _safe(piece.id)}
    if piece.events:
        about["refersTo"] = " ".join(f"#event_{number}" for number in piece.events)
    if piece.kind == "table":
        table = _table(piece, about["eId"])
        caption = [_make.narrative(*_lines(piece.text), **{**about, "eId": f"{about['eId']}__caption"})]
        return [*(caption if piece.text else []), *([table] if table is not None else [])]
    if piece.kind == "speech" and piece.spoken is not None:
        return [_speech(piece, piece.spoken, about, debate)]
    return [_make(piece.kind if piece.kind in ("scene", "summary") else "narrative", *_lines(piece.text), **about)]


def _speech(piece: Piece, spoken: Spoken, about: dict[str, str], debate: Debate) -> Element:
    names = {person.id: person.name for person in debate.people}
    said = {"startTime": spoken.started, "endTime": spoken.ended, "to": f"#{_person(spoken.to)}" if spoken.to else ""}
    given = {name: value for name, value in said.items() if value}
    inside = [_make("from", _clean(names.get(spoken.by, ""))), _make.p(*_lines(piece.text))]
    return _make(spoken.kind, *inside, by=f"#{_person(spoken.by)}", **about, **given)


def _table(piece: Piece, id_: str) -> Element | None:
    if not piece.rows:
        return None
    head = _make.tr(*(_make.th(_make.p(_clean(cell))) for cell in piece.head))
    rows = [_make.tr(*(_make.td(_make.p(_clean(cell))) for cell in row)) for row in piece.rows]
    return _make.table(head, *rows, eId=f"{id_}__table")


def _lines(text: str) -> list[str | Element]:
    """Lines of one paragraph, apart by the schema's own mark."""
    found: list[str | Element] = []
    for line in text.splitlines():
        found += [_clean(line), _make.eol()]
    return found[:-1]


def _person(id_: str) -> str:
    return f"person_{_safe(id_)}"


def _safe(id_: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]", "_", id_)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
