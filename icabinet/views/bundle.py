"""All of one meeting that its bundle holds, read in one moment: the log's head stands for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..documents.bundle import pack
from ..documents.bundle.annotations import SharedNote, to_json
from ..documents.bundle.debate import Debate, to_xml
from ..documents.bundle.sheet import Table, to_csv, to_xlsx
from ..documents.sources import standing as standing_of
from ..documents.template_fill import Content, to_docx, to_pdf
from ..domain import bundle as rules
from ..domain.audience import EVERYONE
from ..domain.errors import Refused
from ..domain.official import NAMES, Key, Kind, parse
from ..domain.wording import slug
from ..store import log
from ..store.tables import Meeting, Note, Paper, Stream, User, Version, Vote
from . import official
from .bundle_debate import debate_of
from .bundle_tables import tables_of
from .document_form import form_of
from .minutes import draft
from .minutes_draft import Draft
from .minutes_file import as_minutes
from .records import Change, Record, sees
from .signed import signed_of
from .snapshot import everything
from .templates import templates_of

BATCH = 1000
_changes = msgspec.json.Decoder(list[Change]).decode
_encode = msgspec.json.Encoder(order="deterministic").encode


class SignedFile(msgspec.Struct, frozen=True):
    """`source` is the digest of what it was signed from (documents/sources.py)."""

    sha256: str
    source: str
    number: int
    subject: str
    issuer: str


class Paperwork(msgspec.Struct, frozen=True):
    """One document, under the name of its files without their endings; `template` is a SHA-256, or nothing.

    `signed` are its signed files, the newest last.
    """

    name: str
    kind: Kind
    content: Content
    template: str
    signed: tuple[SignedFile, ...] = ()
    standing: pack.Standing = ""


class Left(msgspec.Struct, frozen=True):
    """The signed files of a document that is not made any more: the count of a vote that became void, or conclusions
    whose tasks were all cancelled.
    """

    name: str
    standing: pack.Standing
    signed: tuple[SignedFile, ...]


class Facts(msgspec.Struct, frozen=True):
    """What the files are made from; nothing here reads the database any more."""

    about: pack.About
    paperwork: list[Paperwork]
    left: list[Left]
    tables: list[Table]
    debate: Debate
    notes: list[SharedNote]
    records: bytes
    log: bytes


Tell = Callable[[int, int], object]
"""Is told how many of how many steps are done."""
Read = Callable[[str], bytes]
"""The file with this SHA-256."""


def facts(session: Session, meeting_id: str) -> Facts:
    found = draft(session, meeting_id)
    stream = session.get_one(Stream, meeting_id)
    head = pack.About(
        meeting=meeting_id,
        title=found.title,
        events=stream.last_seq,
        head=bytes(stream.head).hex(),
        minutes=found.digest,
        locked=found.locked_at is not None,
    )
    signed = _signed(session, meeting_id)
    paperwork = list(_paperwork(session, meeting_id, found, signed))
    return Facts(
        about=head,
        paperwork=[paper for _, paper in paperwork],
        left=list(_left(session, meeting_id, signed, {document for document, _ in paperwork})),
        tables=tables_of(session, meeting_id, found),
        debate=debate_of(session, meeting_id, found),
        notes=_notes(session, meeting_id),
        records=_records(session, meeting_id),
        log=pack.log_lines(list(_links(session, meeting_id))),
    )


def build(facts: Facts, tell: Tell, read: Read) -> bytes:
    """The ZIP file; equal facts give equal bytes. Raises NotPrinted where a PDF cannot be made."""
    files: dict[str, bytes] = {}
    signatures: list[pack.Signed] = []
    steps = 2 * len(facts.paperwork) + 2
    for done, paper in enumerate(facts.paperwork):
        tell(2 * done, steps)
        docx = to_docx(paper.kind, paper.content, _template(paper, read))
        files[f"van-ban/{paper.name}.docx"] = docx
        tell(2 * done + 1, steps)
        for path, pdf, signed in _pdfs(paper, docx, read):
            files[path] = pdf
            signatures.append(_signature(path, signed, paper.standing))
    for left in facts.left:
        for file in left.signed:
            path = _former(left.name, file)
            files[path] = read(file.sha256)
            signatures.append(_signature(path, file, left.standing))
    tell(steps - 2, steps)
    for table in facts.tables:
        files[f"bang/{table.name}.csv"] = to_csv(table.head, table.rows)
    files["bang/tat-ca.xlsx"] = to_xlsx(facts.tables)
    files[pack.DEBATE] = to_xml(facts.debate)
    files[pack.ANNOTATIONS] = to_json(facts.about.meeting, facts.notes)
    files[pack.RECORDS], files[pack.LOG] = facts.records, facts.log
    files[pack.READ_ME] = _read_me(facts.about.title).encode()
    tell(steps - 1, steps)
    return pack.pack(facts.about, files, signatures)


def _pdfs(paper: Paperwork, docx: bytes, read: Read) -> Iterable[tuple[str, bytes, SignedFile | None]]:
    """The document as it stands, signed if it was signed so; then what was signed before and corrected since."""
    signed, template = {file.source: file for file in paper.signed}, _template(paper, read)
    standing = standing_of(signed, paper.kind, paper.content, template, docx)
    pdf = read(standing.sha256) if standing else to_pdf(paper.kind, paper.content, template, docx)
    yield f"van-ban/{paper.name}.pdf", pdf, standing
    for file in paper.signed:
        if file is not standing:
            yield _former(paper.name, file), read(file.sha256), file


def _former(name: str, file: SignedFile) -> str:
    return f"van-ban/{name}-da-ky-lan-{file.number}.pdf"


def _template(paper: Paperwork, read: Read) -> bytes | None:
    return read(paper.template) if paper.template else None


def _signature(path: str, signed: SignedFile | None, standing: pack.Standing) -> pack.Signed:
    if signed is None:
        return pack.Signed(path, "chưa ký số")
    return pack.Signed(path, "đã ký số", signed.subject, signed.issuer, standing)


def _signed(session: Session, meeting_id: str) -> Mapping[str, tuple[SignedFile, ...]]:
    """By the key of the document."""
    found: dict[str, tuple[SignedFile, ...]] = {}
    for row in signed_of(session, meeting_id):
        file = SignedFile(row.sha256, row.source, row.number, row.subject, row.issuer)
        found[row.document] = (*found.get(row.document, ()), file)
    return found


def _paperwork(
    session: Session, meeting_id: str, found: Draft, signed: Mapping[str, tuple[SignedFile, ...]]
) -> Iterable[tuple[str, Paperwork]]:
    """By the key of the document. Of votes only what is published; forms to fill in are no record of what happened."""
    own, off = templates_of(session, meeting_id), bool(session.get_one(Meeting, meeting_id).called_off)
    minutes = as_minutes(found, form_of(session, meeting_id))
    name = slug(NAMES["minutes"])
    yield "minutes", Paperwork(name, "minutes", minutes, own.get("minutes", ""), signed.get("minutes", ()))
    asked = select(Vote).where(Vote.stream == meeting_id, Vote.state == "published")
    votes = list(session.scalars(asked.order_by(Vote.opened_at, Vote.id)))
    keys = [("", Key("invitation")), ("", Key("attendance")), ("", Key("conclusions"))]
    for number, vote in enumerate(votes, 1):
        keys += [(f"-{number:02d}", Key("count", vote.id)), (f"-{number:02d}", Key("resolution", vote.id))]
    for suffix, key in keys:
        try:
            _, content = official.official(session, meeting_id, key)
        except Refused:
            continue
        name, template = slug(NAMES[key.kind]) + suffix, own.get(key.kind, "")
        standing: pack.Standing = "cuộc họp đã huỷ" if off else ""
        yield str(key), Paperwork(name, key.kind, content, template, signed.get(str(key), ()), standing)


def _left(
    session: Session, meeting_id: str, signed: Mapping[str, tuple[SignedFile, ...]], made: set[str]
) -> Iterable[Left]:
    """A signed file is kept for good, and says what became of what it stands for."""
    void = set(session.scalars(select(Vote.id).where(Vote.stream == meeting_id, Vote.state == "void")))
    for number, (document, files) in enumerate(((one, signed[one]) for one in signed if one not in made), 1):
        key = parse(document)
        name = f"{slug(NAMES[key.kind])}-khong-con-dung-{number:02d}"
        yield Left(name, "biểu quyết đã huỷ" if key.vote in void else "văn bản không còn được lập", files)


def _records(session: Session, meeting_id: str) -> bytes:
    """As the tablets get them, by kind and id."""
    seq, found = everything(session, meeting_id) or (0, [])
    shown: dict[str, dict[str, object]] = {}
    for record in filter(_held, found):
        shown.setdefault(record.kind, {})[record.id] = record.value
    return msgspec.json.format(_encode({"stream": meeting_id, "at": seq, "records": shown}), indent=1)


def _held(record: Record) -> bool:
    return rules.holds(record.kind, record.audience)


def _links(session: Session, meeting_id: str) -> Iterable[pack.Link]:
    seq = 0
    while batch := log.since(session.connection(), meeting_id, seq, BATCH):
        for entry in batch:
            yield _link(entry)
        seq = batch[-1].seq


def _link(entry: log.Entry) -> pack.Link:
    """In full where everything in it may be told, else its hash alone: not even who did something, or when."""
    told = all(rules.tells(change.kind, change.audience) for change in _changes(entry.changes))
    if not told:
        return pack.Link(entry.seq, entry.hash.hex())
    changes = msgspec.Raw(bytes(entry.changes))
    return pack.Link(entry.seq, entry.hash.hex(), entry.at, entry.actor, entry.cause, entry.kind, changes)


def _notes(session: Session, meeting_id: str) -> list[SharedNote]:
    """Those which everybody in the meeting sees, by the same test as for a tablet."""
    asked = select(Note).where(Note.stream == meeting_id).order_by(Note.at, Note.id)
    seen = [note for note in session.scalars(asked) if sees(EVERYONE, note)]
    names = _named(session, [note.author for note in seen])
    papers: Mapping[str, str] = dict(
        session.execute(select(Paper.id, Paper.title).where(Paper.stream == meeting_id)).all()
    )
    files: Mapping[str, str] = dict(
        session.execute(select(Version.id, Version.sha256).where(Version.stream == meeting_id)).all()
    )
    return [_note(note, names[note.author], papers[note.paper_id], files[note.version_id]) for note in seen]


def _note(note: Note, author: str, paper: str, file: str) -> SharedNote:
    return SharedNote(
        id=note.id,
        author=author,
        created=datetime.fromtimestamp(note.at // 1000, UTC).isoformat().replace("+00:00", "Z"),
        text=note.text,
        paper=paper,
        file=file,
        page=note.page,
        exact=note.exact,
        prefix=note.prefix,
        suffix=note.suffix,
        start=note.start,
        end=note.end,
    )


def _named(session: Session, users: Iterable[str]) -> Mapping[str, str]:
    return dict(session.execute(select(User.id, User.name).where(User.id.in_(set(users)))).all())


def _read_me(title: str) -> str:
    return f"""HỒ SƠ ĐIỆN TỬ CỦA CUỘC HỌP
{title}

van-ban/       văn bản của cuộc họp: Word và PDF, thể thức Nghị định 30/2020/NĐ-CP; bảng kê ghi tệp PDF nào đã ký số;
               tệp "khong-con-dung" là văn bản đã ký nay không còn dùng; bảng kê ghi lý do
bang/          điểm danh, phát biểu, biểu quyết, phiếu, ý kiến, dẫn chiếu biên bản: từng tệp CSV và một tệp Excel
{pack.DEBATE}    diễn biến cuộc họp theo chuẩn Akoma Ntoso 3.0 (OASIS)
{pack.ANNOTATIONS}       ghi chú đã chia sẻ cho cả cuộc họp theo chuẩn W3C Web Annotation
{pack.RECORDS}        dữ liệu của cuộc họp (JSON)
{pack.LOG}       chuỗi băm của nhật ký; sự kiện riêng tư chỉ còn mã băm
{pack.MANIFEST}       bảng kê mã băm SHA-256 của từng tệp và mã băm cuối của nhật ký
{pack.SUMS}         bảng kê cho lệnh sha256sum -c {pack.SUMS}

Kiểm tra trên máy bất kỳ có i-Cabinet: icabinet verify TỆP.zip
Hồ sơ không chứa tài liệu mật, ghi chú riêng và lá phiếu kín gắn với người bỏ phiếu.
"""
