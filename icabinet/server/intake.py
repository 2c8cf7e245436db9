"""Files coming in: streamed to disk, looked at, and kept together with the command that says what they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import anyio
import msgspec
from sqlalchemy.orm import Session
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from ..actions import perform
from ..documents.kinds import Kind, clean_name, inspect
from ..documents.refusals import BadPaper
from ..domain.commands import Command
from ..settings import MIB
from ..store.blobs import Blob, Blobs, TooLarge
from .problems import Problem
from .requests import answer, cabinet


class File(msgspec.Struct, frozen=True):
    """A file that was received whole: its harmless name, what it really is, the hash of its content."""

    name: str
    kind: Kind
    blob: Blob

    @property
    def title(self) -> str:
        """The file's name without its ending, as the secretary would write it."""
        stem = self.name.rsplit(".", 1)[0].replace("_", " ").strip()
        return stem[:300] or self.name[:300]


async def take_in(
    request: Request,
    stream: str,
    user: str,
    cause: str,
    named: Callable[[File], Command],
    look: Callable[[Path], None] | None = None,
) -> Response:
    """Nothing of a refused or broken-off upload stays behind; 201 means that the file is safe and being read.

    `named` makes the command out of the file; `look` refuses what is in it with BadPaper.
    Raises Problem and Refused.
    """
    room = cabinet(request)
    limit = room.settings.largest_upload
    if int(request.headers.get("content-length", "0")) > limit:
        raise Problem("upload.too-large", limit=limit // MIB)
    name = clean_name(unquote(request.headers.get("x-file-name", "")))
    try:
        temporary, blob = await room.blobs.receive(request.stream(), limit)
    except TooLarge as problem:
        raise Problem("upload.too-large", limit=limit // MIB) from problem
    except ClientDisconnect as problem:
        raise Problem("upload.broken") from problem
    try:
        kind = await anyio.to_thread.run_sync(inspect, temporary, name)
        if look is not None:
            await anyio.to_thread.run_sync(look, temporary)
        command = named(File(name, kind, blob))

        def settle(session: Session) -> int:
            at = perform(session, stream, user, cause, command)
            _keep(room.blobs, temporary, blob)
            return at

        return answer({"at": await room.db.awrite(settle)}, 201)
    except BadPaper as problem:
        raise Problem.with_facts(problem.code, problem.facts, status=400) from problem
    finally:
        room.blobs.drop(temporary)


def _keep(blobs: Blobs, temporary: Path, blob: Blob) -> None:
    """Between the rules' yes and the commit, so that what they refuse is never kept. It may be called twice."""
    if temporary.exists() or not blobs.path(blob.sha256).exists():
        blobs.keep(temporary, blob)
