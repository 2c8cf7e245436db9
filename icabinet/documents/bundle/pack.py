"""The bundle itself: the files, what they weigh and hash to, and where the meeting's log ended."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from .zipped import zipped

FORMAT = "icabinet-bundle"
VERSION = 3
READABLE = (1, 2, VERSION)
"""The first version did not tell of signatures, the second not of signed files that are not in use any more."""
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
LOG = "nhat-ky.jsonl"
RECORDS = "du-lieu.json"
DEBATE = "dien-bien.akn.xml"
ANNOTATIONS = "ghi-chu.jsonld"
READ_ME = "DOC-TRUOC.txt"
Standing = Literal["", "biểu quyết đã huỷ", "cuộc họp đã huỷ", "văn bản không còn được lập"]
"""Why a signed document is not in use any more."""
_encode = msgspec.json.Encoder(order="deterministic").encode


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event of the log. Told in full, its hash can be worked out again; else only the hash is known.

    hash(n) = SHA-256(hash(n-1) ‖ JSON array of stream, seq, at, actor, cause, kind ‖ changes)
    """

    seq: int
    hash: str
    at: int = 0
    actor: str = ""
    cause: str = ""
    kind: str = ""
    changes: msgspec.Raw = msgspec.Raw(b"")


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    path: str
    size: int
    sha256: str


class Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PDF of the bundle: "đã ký số" with the certificate's subject and issuer, or "chưa ký số".

    `standing`: what became of a signed document that is not in use any more; empty while it is.
    """

    path: str
    state: Literal["đã ký số", "chưa ký số"]
    by: str = ""
    issuer: str = ""
    standing: Standing = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`head` is the hash of the log's last event, `events` its number; `minutes` the SHA-256 of their words."""

    format: str
    version: int
    meeting: str
    title: str
    events: int
    head: str
    minutes: str
    locked: bool
    files: list[File]
    signatures: list[Signed] = []


class About(msgspec.Struct, frozen=True):
    meeting: str
    title: str
    events: int
    head: str
    minutes: str
    locked: bool


def pack(about: About, files: Mapping[str, bytes], signatures: Sequence[Signed] = ()) -> bytes:
    """The ZIP file; equal contents give equal bytes."""
    listed = [File(path, len(files[path]), sha256(files[path])) for path in sorted(files)]
    facts = msgspec.structs.asdict(about)
    manifest = Manifest(format=FORMAT, version=VERSION, files=listed, signatures=list(signatures), **facts)
    written = msgspec.json.format(_encode(manifest), indent=1)
    return together({**files, MANIFEST: written})


def together(files: Mapping[str, bytes]) -> bytes:
    """With the list that `sha256sum -c SHA256SUMS` reads on any machine."""
    sums = "".join(f"{sha256(files[path])}  {path}\n" for path in sorted(files))
    return zipped({**files, SUMS: sums.encode()}, first=READ_ME)


def log_lines(links: list[Link]) -> bytes:
    return b"".join(msgspec.json.encode(link) + b"\n" for link in links)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
