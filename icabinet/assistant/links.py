"""From a citation to the paper that carries this number, and to the place in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icabinet.assistant.citations import Citation, Part, citations
from icabinet.assistant.references import Reference

HEAD = 1_500
"""Letters of the first page in which a paper's own number stands."""
_OWN = re.compile(r"s[ốô]\s*[:.]", re.IGNORECASE)
_BEGINS = 9
"""A title may say "Dự thảo" before its own number; one that names another paper says more."""
_DIVISIONS = {
    "dieu": (r"điều\s+{}(?!\w)", r"điều\s+\d+"),
    "muc": (r"(?:mục\s+)?{}[.:]\s", r"(?:mục\s+)?[IVX]+[.:]\s"),
    "phan": (r"(?:phần\s+)?{}[.:]?\s", r"phần\s+\w+"),
    "phu luc": (r"phụ lục\s+{}(?!\w)", r"phụ lục\s+\w+"),
}


@dataclass(frozen=True)
class Spot:
    """`pages[page - 1][start:end]`."""

    page: int
    start: int
    end: int


def own_reference(title: str, pages: Sequence[str]) -> Reference | None:
    """The number in a paper's head ("Số: 09/CT-UBND"), else the one its title begins with; drafts have none yet."""
    head = pages[0][:HEAD] if pages else ""
    in_head = (one for one in citations(head) if one.complete and _OWN.match(head, one.start))
    in_title = (one for one in citations(title) if one.complete and one.start < _BEGINS)
    found = next(in_head, None) or next(in_title, None)
    return found.reference if found else None


def carries(own: Reference | None, cited: Reference) -> bool:
    return own is not None and own.may_be(cited)


def cited_in(pages: Sequence[str], own: Reference | None) -> list[tuple[int, Citation]]:
    """(page from 1, citation) of every document named by its complete number, the paper itself left out."""
    return [
        (number, one)
        for number, page in enumerate(pages, 1)
        for one in citations(page)
        if one.complete and not carries(own, one.reference)
    ]


def spot_of(pages: Sequence[str], part: Part) -> Spot | None:
    """The heading of an article or the beginning of its clause or point, as deep as it is found."""
    if part.division not in _DIVISIONS:
        return None
    own, any_ = _DIVISIONS[part.division]
    lines = _lines(pages)
    begin = _matching(own.format(re.escape(part.article)), lines, 0)
    if begin is None:
        return None
    stop = _matching(any_, lines, begin + 1)
    inside = lines[: len(lines) if stop is None else stop]
    for wanted in (rf"{part.clause}\.\s" if part.clause else "", rf"{part.point}\)\s" if part.point else ""):
        deeper = _matching(wanted, inside, begin + 1) if wanted else None
        begin = begin if deeper is None else deeper
    page, start, text = lines[begin]
    return Spot(page, start, start + len(text))


def _lines(pages: Sequence[str]) -> list[tuple[int, int, str]]:
    return [line for number, page in enumerate(pages, 1) for line in _page_lines(number, page)]


def _page_lines(number: int, page: str) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(r"\S[^\n]*", page):
        yield number, match.start(), match.group()


def _matching(pattern: str, lines: Sequence[tuple[int, int, str]], first: int) -> int | None:
    wanted = re.compile(pattern, re.IGNORECASE)
    return next((at for at in range(first, len(lines)) if wanted.match(lines[at][2])), None)
