"""Messages between the server and the assistant's process: a length (u32, big-endian), then JSON.

Every request carries an ``id`` that its reply repeats.
"""

import struct
from typing import IO, Literal

import msgspec

from icabinet.assistant.calibration import State
from icabinet.assistant.questions import Kind

Mode = Literal["hybrid", "keywords"]
Part = Literal["", "lead", "item", "rest"]
ModelState = Literal["loading", "ready", "missing"]

LONGEST_MESSAGE = 64 * 1024 * 1024
LONGEST_QUESTION = 2_000
_LENGTH = struct.Struct(">I")


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    id: int


class Index(Request, frozen=True, tag="index"):
    """Take a paper in, or replace it; the reply comes when it is searched as well as it can be."""

    key: str
    title: str
    date: str
    pages: list[str]


class Drop(Request, frozen=True, tag="drop"):
    key: str


class Keep(Request, frozen=True, tag="keep"):
    """Drop every other paper: what was recalled while nobody could say so."""

    keys: list[str]


class Ask(Request, frozen=True, tag="ask"):
    """``keys``: the papers this person may see, and nothing else is looked at."""

    question: str
    keys: list[str]
    limit: int = 5


class Suggest(Request, frozen=True, tag="suggest"):
    keys: list[str]


class Status(Request, frozen=True, tag="status"):
    pass


AnyRequest = Index | Drop | Keep | Ask | Suggest | Status


class Quote(msgspec.Struct, frozen=True):
    """A sentence of a paper: ``pages[page - 1][start:end]``, white space collapsed.

    ``before`` and ``after`` are the rest of its paragraph; ``emphasis`` are offsets into ``quote``. In a comparison
    ``date`` is when the sentence or its heading says it was so, ``scope`` the sentence in which the paper says what it
    counted. ``column``: heading of the column in which the emphasised cell of a table stands. ``part``: of a list what
    leads to it, an item, or the rest of an item that goes on over a page's end.
    """

    key: str
    page: int
    start: int
    end: int
    quote: str
    before: str
    after: str
    emphasis: list[tuple[int, int]]
    score: float
    date: str = ""
    scope: str = ""
    column: str = ""
    part: Part = ""


class Reply(msgspec.Struct, frozen=True, tag_field="type"):
    id: int


class Indexed(Reply, frozen=True, tag="indexed"):
    key: str
    passages: int
    seconds: float


class Dropped(Reply, frozen=True, tag="dropped"):
    key: str


class Kept(Reply, frozen=True, tag="kept"):
    pass


class Answer(Reply, frozen=True, tag="answer"):
    """``question`` as it was understood; ``missing``: allowed papers that are not indexed yet.

    A refused or possible answer also carries the nearest passages.
    """

    state: State
    question: str
    kind: Kind
    mode: Mode
    passages: list[Quote]
    missing: list[str]
    comparison: bool = False


class Suggestions(Reply, frozen=True, tag="suggestions"):
    questions: list[str]


class Ready(Reply, frozen=True, tag="ready"):
    model: ModelState
    papers: int
    waiting: int


class Failed(Reply, frozen=True, tag="failed"):
    """The request could not be understood or carried out; ``reason`` is for the log."""

    reason: str


AnyReply = Indexed | Dropped | Kept | Answer | Suggestions | Ready | Failed


class BadFrame(Exception):
    """The stream does not follow the framing: it cannot be read any further."""


def frame(message: AnyRequest | AnyReply) -> bytes:
    content = msgspec.json.encode(message)
    return _LENGTH.pack(len(content)) + content


def length_of(header: bytes) -> int:
    """Raises BadFrame for a length beyond LONGEST_MESSAGE."""
    (length,) = _LENGTH.unpack(header)
    if length > LONGEST_MESSAGE:
        raise BadFrame(f"a message of {length} bytes")
    return int(length)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message's bytes, or None at the end of the stream."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    content = stream.read(length_of(header))
    return content
