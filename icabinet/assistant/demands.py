"""Names, years, figures and document numbers in a question: an answer from a paper without them is no answer."""

import re
from dataclasses import dataclass

from icabinet.assistant.forms import NAME
from icabinet.assistant.index import Paper
from icabinet.assistant.references import Reference, references
from icabinet.assistant.text import nfc, syllables

_FIGURE = re.compile(r"(?<![\w/-])\d+(?:[.,/-]\d+)*(?![\w/-])")
_DATE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
SMALLEST_FIGURE = 10


@dataclass(frozen=True)
class Demands:
    """``wordings``: for each thing named, the folded ways to write it."""

    references: frozenset[Reference]
    wordings: tuple[tuple[str, ...], ...]

    def met_by(self, paper: Paper) -> bool:
        return not self.missing_from(paper)

    def missing_from(self, paper: Paper) -> set[object]:
        missing: set[object] = {
            wanted for wanted in self.references if not any(wanted.may_be(one) for one in paper.references)
        }
        return missing | {ways for ways in self.wordings if not any(f" {way} " in paper.folded for way in ways)}


def demands(question: str) -> Demands:
    text = nfc(question)
    named = [(_folded(name),) for name in names(text)]
    figures = [_ways(match.group()) for match in _FIGURE.finditer(text) if _is_telling(match.group())]
    return Demands(frozenset(references(text)), tuple(ways for ways in named + figures if ways[0]))


def names(text: str) -> list[str]:
    found = []
    for match in NAME.finditer(text):
        words = match.group().split()
        # The first word of a question has a capital letter for another reason.
        found.append(" ".join(words[1:] if match.start() == 0 else words))
    return found


def _is_telling(figure: str) -> bool:
    return not figure.isdecimal() or int(figure) >= SMALLEST_FIGURE


def _ways(figure: str) -> tuple[str, ...]:
    date = _DATE.fullmatch(figure)
    spelt = (f"{int(date[1])} thang {int(date[2])} nam {date[3]}",) if date else ()
    return (_folded(figure), *spelt)


def _folded(text: str) -> str:
    return " ".join(syllables(text))
