"""What is said between the server's side and the worker that reads one paper: one JSON line each way."""

import msgspec

from icabinet.documents.kinds import Kind

READING_FILE = "reading.msgpack"
PDF_FILE = "reading.pdf"


class Errand(msgspec.Struct, frozen=True):
    """Read `source`; put the results into `out_dir`; stay within `seconds` of CPU time and `memory` bytes.

    With `stamp`, make a copy of the PDF with these words across its pages instead.
    """

    source: str
    kind: Kind
    out_dir: str
    seconds: float
    memory: int
    stamp: str = ""


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """Read (`ok`) with the number of pages, title and warnings, or refused with a code of MESSAGES and its facts."""

    ok: bool
    pages: int = 0
    title: str = ""
    warnings: tuple[str, ...] = ()
    code: str = ""
    facts: dict[str, int | str] = {}
