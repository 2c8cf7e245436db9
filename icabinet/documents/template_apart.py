"""An office's own template is opened in a process of its own with limits, as papers are: checked, filled in, shown,
and made a PDF of.

`python -m icabinet.documents.template_apart` takes one Errand as a JSON line and answers one Answer.
"""

from __future__ import annotations

import sys
from typing import Literal

import msgspec

from icabinet.documents import apart
from icabinet.documents.minutes_docx import Minutes
from icabinet.documents.official import Official
from icabinet.documents.printed import NotPrinted, to_pdf
from icabinet.documents.refusals import BadPaper
from icabinet.domain.official import Kind

SECONDS = 60
"""Of processor time; the wall clock may take PATIENCE times as long on a busy server."""
PATIENCE = 3
MEMORY = 1024**3


class Errand(msgspec.Struct, frozen=True):
    """`pdf`: the document is wanted as PDF, not as Word file."""

    act: Literal["check", "fill", "show"]
    kind: Kind
    template: bytes
    official: Official | None = None
    minutes: Minutes | None = None
    pdf: bool = False


class Answer(msgspec.Struct, frozen=True):
    """The names in the template, or the document; or the code of a refusal with its facts."""

    names: list[str] = []
    file: bytes = b""
    code: str = ""
    facts: dict[str, int | str] = {}


class NotFilled(NotPrinted):
    """The template could not be filled in: its process died, or took too long, or made no PDF of it."""


def check(template: bytes, kind: Kind) -> list[str]:
    """The names that it holds. Raises BadPaper as template.check does, and "paper.too-complex" beyond the limits."""
    try:
        answer = _ask(Errand("check", kind, template))
    except NotFilled as problem:
        raise BadPaper("paper.too-complex") from problem
    if answer.code:
        raise BadPaper(answer.code, **answer.facts)
    return answer.names


def fill(template: bytes, kind: Kind, content: Official | Minutes, *, pdf: bool = False) -> bytes:
    """Equal templates and contents give equal bytes. Raises NotFilled."""
    if isinstance(content, Official):
        return _document(Errand("fill", kind, template, official=content, pdf=pdf))
    return _document(Errand("fill", kind, template, minutes=content, pdf=pdf))


def show(template: bytes, kind: Kind, *, pdf: bool = False) -> bytes:
    """With an example in every place. Raises NotFilled."""
    return _document(Errand("show", kind, template, pdf=pdf))


def _document(errand: Errand) -> bytes:
    answer = _ask(errand)
    if answer.code:
        raise NotFilled(answer.code)
    return answer.file


def _ask(errand: Errand) -> Answer:
    """Blocks until done: for a worker thread. Raises NotFilled."""
    try:
        return msgspec.json.decode(apart.ask(__name__, msgspec.json.encode(errand), SECONDS * PATIENCE), type=Answer)
    except (apart.Died, msgspec.DecodeError) as problem:
        raise NotFilled(str(problem)) from problem


def main() -> int:
    """Read one errand from standard input and answer it, within the limits and without a network."""
    return apart.serve(_served, seconds=SECONDS, memory=MEMORY)


def _served(line: bytes) -> bytes:
    return msgspec.json.encode(_answer(msgspec.json.decode(line, type=Errand)))


def _answer(errand: Errand) -> Answer:
    from icabinet.documents import template

    try:
        if errand.act == "check":
            return Answer(names=template.check(errand.template, errand.kind))
        docx = _filled(errand)
        return Answer(file=to_pdf(docx) if errand.pdf else docx)
    except BadPaper as refusal:
        return Answer(code=refusal.code, facts=refusal.facts)
    except NotPrinted:
        return Answer(code="official.not-printed")
    except MemoryError:
        return Answer(code="paper.memory")
    except RecursionError:
        return Answer(code="paper.too-complex")


def _filled(errand: Errand) -> bytes:
    from icabinet.documents import template_fill
    from icabinet.documents.template_start import specimen

    if errand.act == "show":
        return specimen(errand.template, errand.kind)
    if errand.official is not None:
        return template_fill.fill_official(errand.template, errand.kind, errand.official)
    assert errand.minutes is not None
    return template_fill.fill_minutes(errand.template, errand.minutes)


if __name__ == "__main__":
    sys.exit(main())
