"""Whether a bundle is as it was made: every byte, the chain of its log, and the schema of its debate.

The chain is worked out here anew, with no code of the part that wrote it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Literal

import msgspec

from . import debate
from .pack import DEBATE, FORMAT, LOG, MANIFEST, READABLE, SUMS, Link, Manifest, sha256, together

LARGEST = 2 * 1024**3
"""Bytes that all files of a bundle may have together."""
Code = Literal[
    "not-a-bundle", "manifest", "version", "missing", "added", "changed", "sums", "packing", "chain", "head", "schema"
]


class Difference(msgspec.Struct, frozen=True):
    """`where`: a file, an event's number, or a line of the schema's complaint."""

    code: Code
    where: str = ""


class Checked(msgspec.Struct, frozen=True):
    manifest: Manifest | None
    differences: list[Difference]
    told: int = 0
    """Events that the log tells in full, so that their hashes could be worked out again."""
    digest: str = ""
    """SHA-256 of the manifest: who notes it down knows any other bundle from this one."""


class _Broken(Exception):
    pass


def check(content: bytes) -> Checked:
    """Never raises for a bad file: what is wrong stands in the differences."""
    try:
        files = unpacked(content)
        manifest = msgspec.json.decode(files[MANIFEST], type=Manifest)
    except KeyError:
        return Checked(None, [Difference("missing", MANIFEST)])
    except msgspec.DecodeError:
        return Checked(None, [Difference("manifest")])
    except _Broken:
        return Checked(None, [Difference("not-a-bundle")])
    if manifest.format != FORMAT or manifest.version not in READABLE:
        return Checked(manifest, [Difference("version", str(manifest.version))])
    found = list(_of_files(manifest, files))
    if not found and together({path: files[path] for path in files if path != SUMS}) != content:
        found.append(Difference("packing"))
    broken, told = _of_log(manifest, files.get(LOG, b""))
    schema = [Difference("schema", line) for line in debate.errors(files[DEBATE])] if DEBATE in files else []
    return Checked(manifest, found + broken + schema[:5], told, sha256(files[MANIFEST]))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Raises _Broken for what is no ZIP file, holds a name twice, or is far too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if len(names) != len(entries) or sum(entry.file_size for entry in entries) > LARGEST:
                raise _Broken
            return {entry.filename: _read(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as problem:
        raise _Broken from problem


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What is there, even where the checksum of the ZIP does not fit: the manifest tells which file it is."""
    try:
        return archive.read(entry)
    except zipfile.BadZipFile:
        return b""


def _of_files(manifest: Manifest, files: dict[str, bytes]) -> Iterator[Difference]:
    listed = {file.path: file for file in manifest.files}
    for path, file in listed.items():
        if path not in files:
            yield Difference("missing", path)
        elif (len(files[path]), sha256(files[path])) != (file.size, file.sha256):
            yield Difference("changed", path)
    for path in sorted(set(files) - set(listed) - {MANIFEST, SUMS}):
        yield Difference("added", path)
    if SUMS not in files:
        yield Difference("missing", SUMS)
    elif f"{sha256(files[MANIFEST])}  {MANIFEST}\n" not in files[SUMS].decode("utf-8", "replace"):
        yield Difference("sums")


def _of_log(manifest: Manifest, lines: bytes) -> tuple[list[Difference], int]:
    """The first event that breaks the chain, and how many could be worked out again."""
    before, seq, told = b"", 0, 0
    for line in lines.splitlines():
        try:
            link = msgspec.json.decode(line, type=Link)
            known = bytes.fromhex(link.hash)
        except (msgspec.DecodeError, ValueError):
            return [Difference("chain", str(seq + 1))], told
        if link.seq != seq + 1 or len(known) != hashlib.sha256().digest_size:
            return [Difference("chain", str(seq + 1))], told
        if link.kind:
            told += 1
            if known != _hash(before, manifest.meeting, link):
                return [Difference("chain", str(link.seq))], told
        before, seq = known, link.seq
    fits = (seq, before.hex()) == (manifest.events, manifest.head)
    return ([] if fits else [Difference("head")]), told


def _hash(before: bytes, stream: str, link: Link) -> bytes:
    frame = msgspec.json.encode([stream, link.seq, link.at, link.actor, link.cause, link.kind])
    return hashlib.sha256(before + frame + bytes(link.changes)).digest()
