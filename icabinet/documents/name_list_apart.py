"""Lists of names out of files, read by `name_list` in a process of its own: a small file may ask for much memory."""

from __future__ import annotations

import sys

import msgspec

from icabinet.documents import apart
from icabinet.documents.refusals import BadPaper

SECONDS = 20
"""Of processor time; the wall clock may take PATIENCE times as long on a busy server."""
PATIENCE = 3
MEMORY = 1024**3
TOO_MUCH = "name-list.too-much"
_TOO_MUCH = frozenset({"paper.memory", "paper.too-complex", "paper.too-many-cells", "paper.zip-bomb"})
"""What a paper is told to be printed to PDF for; that would be no list any more."""


class Answer(msgspec.Struct, frozen=True):
    """The lines, or the code of a refusal with its facts."""

    lines: list[str] = []
    code: str = ""
    facts: dict[str, int | str] = {}


def read_apart(content: bytes) -> list[str]:
    """As name_list.read_names. Raises BadPaper, too, with TOO_MUCH for a file beyond the limits. Blocks until done."""
    try:
        said = apart.ask(__name__, msgspec.json.encode(content), SECONDS * PATIENCE)
        answer = msgspec.json.decode(said, type=Answer)
    except (apart.Died, msgspec.DecodeError) as problem:
        raise BadPaper(TOO_MUCH) from problem
    if answer.code in _TOO_MUCH:
        raise BadPaper(TOO_MUCH)
    if answer.code:
        raise BadPaper(answer.code, **answer.facts)
    return answer.lines


def main() -> int:
    """The other side: read one file from standard input and answer it."""
    return apart.serve(_answer, seconds=SECONDS, memory=MEMORY)


def _answer(line: bytes) -> bytes:
    return msgspec.json.encode(_lines(msgspec.json.decode(line, type=bytes)))


def _lines(content: bytes) -> Answer:
    from icabinet.documents.name_list import read_names

    try:
        return Answer(lines=read_names(content))
    except BadPaper as refusal:
        return Answer(code=refusal.code, facts=refusal.facts)
    except MemoryError:
        return Answer(code="paper.memory")
    except RecursionError:
        return Answer(code="paper.too-complex")


if __name__ == "__main__":
    sys.exit(main())
