"""Signing a document of the meeting, the signed files, and what their signatures are worth."""

from __future__ import annotations

from typing import Annotated

import anyio
import msgspec
import structlog
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .. import clock
from ..actions import perform
from ..documents.kinds import Kind
from ..documents.minutes_docx import Minutes
from ..documents.signing.facts import Holder, holder_of
from ..documents.signing.problems import NotSigned
from ..documents.template_fill import Content
from ..domain import official as rules
from ..domain.commands import KeepSigned
from ..domain.errors import Refused
from ..domain.official import NAMES
from ..settings import Settings
from ..store.blobs import Blobs
from ..store.tables import Meeting, SignedDocument
from ..views.records import sees
from ..views.signed import need_signable, signed_of
from .gates import in_stream
from .official import Paperwork, as_file, paperwork
from .problems import Problem, in_words
from .requests import answer, body, cabinet, key, signed_in
from .snapshots import participant

ONE = anyio.CapacityLimiter(1)
"""A token takes one session at a time."""
_log = structlog.get_logger(part="signing")


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`signing` is the sender's name for it: sent twice, the document is signed once."""

    signing: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,40}\\Z")]


class Told(msgspec.Struct, frozen=True):
    """The holder of the key, or why it does not sign ("": none is set); `stamped`: an authority says when."""

    key: Holder | None
    problem: str
    stamped: bool


class _Made(msgspec.Struct, frozen=True):
    pdf: bytes
    subject: str
    issuer: str
    stamped: bool


_asked = msgspec.json.Decoder(Asked)


async def get_key(request: Request) -> Response:
    """Whose key signs here, or why none does; never the key, its file or its passphrase."""
    await in_stream(request, "signing of documents")
    english = request.headers.get("accept-language", "").startswith("en")
    return answer(await anyio.to_thread.run_sync(told, cabinet(request).settings, english, limiter=ONE))


async def sign_document(request: Request) -> Response:
    """Makes the PDF anew without the words that nobody signed it, signs and keeps it; then it is the document."""
    stream = request.path_params["stream"]
    await in_stream(request, "signing of documents")
    signed, cause = await signed_in(request), key(request)
    asked = await body(request, _asked)
    room, document = cabinet(request), rules.parse(request.path_params["document"])
    done = await room.db.aread(lambda s: s.get(SignedDocument, asked.signing))
    if done is not None and (done.stream, done.document, done.author) == (stream, str(document), signed.user):
        return answer({"signing": asked.signing})
    paper = await paperwork(request, stream, document)
    source = await anyio.to_thread.run_sync(paper.source)
    await room.db.aread(lambda s: need_signable(s, stream, document, source))
    rows = await room.db.aread(lambda s: signed_of(s, stream, str(document)))
    if await anyio.to_thread.run_sync(paper.standing, rows):
        raise Refused("signing.same")
    try:
        made = await anyio.to_thread.run_sync(_sign, paper, room.settings, limiter=ONE)
    except NotSigned as problem:
        _log.error("document not signed", document=str(document), code=problem.code)
        raise Problem(problem.code, fact=problem.fact) from problem

    def settle(session: Session) -> int:
        command = KeepSigned(
            signing=asked.signing,
            document=str(document),
            sha256=room.blobs.put(made.pdf).sha256,
            source=source,
            subject=made.subject,
            issuer=made.issuer,
            stamped=made.stamped,
        )
        return perform(session, stream, signed.user, cause, command)

    await room.db.awrite(settle)
    return answer({"signing": asked.signing}, 201)


async def get_standing(request: Request) -> Response:
    """Whether a signed file still is what the document says: then there is nothing to sign."""
    stream = request.path_params["stream"]
    await in_stream(request, "signing of documents")
    document = rules.parse(request.path_params["document"])
    rows = await cabinet(request).db.aread(lambda s: signed_of(s, stream, str(document)))
    if not rows:
        return answer({"standing": False})
    paper = await paperwork(request, stream, document)
    return answer({"standing": await anyio.to_thread.run_sync(paper.standing, rows) is not None})


async def get_signed(request: Request) -> Response:
    """For whoever sees that it was signed."""
    stream, row = await _row(request)
    title = await cabinet(request).db.aread(lambda s: s.get_one(Meeting, stream).title)
    name = f"{NAMES[rules.parse(row.document).kind]} (đã ký số, lần {row.number}) - {title}.pdf"
    content = await anyio.to_thread.run_sync(cabinet(request).blobs.path(row.sha256).read_bytes)
    return as_file(content, name, Kind.PDF)


async def check_signed(request: Request) -> Response:
    """Looked at anew each time, with the authorities that this machine trusts."""
    _, row = await _row(request)
    room = cabinet(request)
    return answer({"signatures": await anyio.to_thread.run_sync(_looked_at, room.settings, room.blobs, row.sha256)})


async def _row(request: Request) -> tuple[str, SignedDocument]:
    stream = request.path_params["stream"]
    groups = (await participant(request, stream)).groups()
    row = await cabinet(request).db.aread(lambda s: s.get(SignedDocument, request.path_params["signing"]))
    if row is None or row.stream != stream or not sees(groups, row):
        raise Problem("not-found")
    return stream, row


def told(settings: Settings, english: bool) -> Told:
    from ..documents.signing.keys import certificate_of, need_usable

    stamped = bool(settings.sign_tsa)
    try:
        certificate = certificate_of(settings)
        need_usable(certificate, clock.now())
    except NotSigned as problem:
        words = in_words(problem.code, {"fact": problem.fact}, english)
        return Told(None, words if settings.signs else "", stamped)
    return Told(holder_of(certificate), "", stamped)


def _sign(paper: Paperwork, settings: Settings) -> _Made:
    """Raises NotSigned, and Problem where the PDF cannot be made."""
    from ..documents.signing.keys import key_of, need_usable
    from ..documents.signing.place import place_of
    from ..documents.signing.sign import sign

    whole = msgspec.structs.replace(paper, content=msgspec.structs.replace(paper.content, signed=True))
    pdf = whole.pdf()
    seen = paper.key.kind in [kind.strip() for kind in settings.sign_visible.split(",")]
    now = clock.now()
    with key_of(settings) as found:
        need_usable(found.certificate, now)
        place = place_of(pdf, _signer(paper.content)) if seen else None
        signed = sign(pdf, found, at=clock.local(now), place=place, authority=settings.sign_tsa)
        return _Made(signed, found.holder.subject, found.holder.issuer, bool(settings.sign_tsa))


def _signer(content: Content) -> str:
    """The name under which the signature stands: the right one of the block."""
    if isinstance(content, Minutes):
        return content.chair
    return content.right.name if content.right else ""


def _looked_at(settings: Settings, blobs: Blobs, sha256: str) -> list[object]:
    """Problem("signing.unreadable") for a file that is none any more."""
    from ..documents.signing.check import Unreadable, roots_of, signatures

    try:
        found = signatures(blobs.path(sha256).read_bytes(), roots_of(settings.sign_trust), clock.now())
    except (Unreadable, OSError) as problem:
        raise Problem("signing.unreadable") from problem
    except NotSigned as problem:
        raise Problem(problem.code, fact=problem.fact) from problem
    return [*found]


_SIGNED = "/api/streams/{stream}/signed/{signing}"
ROUTES = [
    Route("/api/streams/{stream}/signing", get_key),
    Route("/api/streams/{stream}/signing/{document}", get_standing),
    Route("/api/streams/{stream}/official/{document}/sign", sign_document, methods=["POST"]),
    Route(_SIGNED, get_signed),
    Route(f"{_SIGNED}/check", check_signed),
]
