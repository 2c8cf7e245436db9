"""Questions with known answers, and the papers they are asked of."""

from __future__ import annotations

import json
import tempfile
from importlib.resources import files
from pathlib import Path

import msgspec

from ..assistant.index import Source
from ..assistant.questions import kind_of
from ..demo.packet import write_packet
from ..documents import reading
from ..documents.errand import READING_FILE
from ..documents.kinds import Kind
from ..documents.sandbox import read_paper

SPAN_TYPES = ("number", "percent", "date", "person", "legal", "place")
"""Types of questions whose answer is a few words of a sentence."""
CELL_TYPE = "table"
"""Questions whose answer is a cell of a table."""
_TYPES = {"document": "legal", "body": "place"}


class Case(msgspec.Struct, frozen=True):
    """One question. ``gold_doc``: keys of the papers that hold an answer; ``gold_quote``: their words that give it.

    A comparison has one quote a paper, in the same order; ``gold_answer`` is the short answer. ``type`` may be left
    out: then the question's own wording says it. ``gold_start``: where the quote begins, in papers of one page whose
    answer may stand in several sentences.
    """

    id: str
    question: str
    answerable: bool = True
    gold_doc: list[str] = []
    gold_quote: list[str] = []
    gold_answer: str | None = None
    type: str = ""
    gold_start: int | None = None


class Trial(msgspec.Struct, frozen=True):
    """A set of papers with its questions; ``readings`` where the papers have printed pages with boxes.

    ``without_gold``: every question is asked once more without the papers that answer it, and must be refused.
    """

    name: str
    cases: list[Case]
    sources: list[Source]
    readings: dict[str, reading.Reading] = {}
    without_gold: bool = False


def type_of(question: str) -> str:
    """The type by the wording alone."""
    kind = kind_of(question)
    return _TYPES.get(kind, kind)


def read_cases(path: Path) -> list[Case]:
    """One JSON object a line. Raises msgspec.DecodeError and OSError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_typed(msgspec.json.decode(line, type=Case)) for line in lines if line.strip()]


def _typed(case: Case) -> Case:
    return case if case.type else msgspec.structs.replace(case, type=type_of(case.question))


def xquad(path: Path) -> Trial:
    """A file in the shape of SQuAD 1.1 (XQuAD, UIT-ViQuAD): every paragraph is a paper of its own."""
    cases: list[Case] = []
    sources: list[Source] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            key = f"{len(sources):04}"
            sources.append(Source(key, "", "", [paragraph["context"]]))
            cases += [_squad_case(asked, key) for asked in paragraph["qas"]]
    return Trial(path.stem, cases, sources, without_gold=True)


def _squad_case(asked: dict[str, object], key: str) -> Case:
    answers = asked["answers"]
    assert isinstance(answers, list)
    words, start = str(answers[0]["text"]), int(answers[0]["answer_start"])
    question = str(asked["question"])
    return Case(str(asked["id"]), question, True, [key], [words], words, type_of(question), start)


def packet(path: Path, folder: Path) -> Trial:
    """Questions one a line over the ``.txt`` files of a folder; form feeds part their pages.

    ``gold_doc`` names a file with or without ``.txt``.
    """
    cases = read_cases(path)
    gold = {key for case in cases for key in case.gold_doc}
    papers = {one.name if one.name in gold else one.stem: one for one in sorted(folder.glob("*.txt"))}
    sources = [Source(key, "", "", text.read_text("utf-8").split("\f")) for key, text in papers.items()]
    return Trial(path.stem, cases, sources)


def demo() -> Trial:
    """The shipped questions over the demonstration packet, read as in an office: seconds for the seven papers."""
    question_file = Path(str(files("icabinet.demo") / "questions.jsonl"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = write_packet(folder)
        readings = {paper.file: _read(folder / paper.file, Kind(paper.media)) for paper in papers}
    sources = [Source(one.file, one.title, "", _texts(readings[one.file])) for one in papers]
    return Trial("demo", read_cases(question_file), sources, readings)


def _read(path: Path, kind: Kind) -> reading.Reading:
    made = path.with_suffix(".reading")
    read_paper(path, kind, made)
    return reading.decode((made / READING_FILE).read_bytes())


def _texts(one: reading.Reading) -> list[str]:
    return [page.text for page in one.pages]


def wrong_quotes(trial: Trial) -> list[str]:
    """Ids of the questions whose expected words do not stand in the named papers, white space aside."""
    texts = {source.key: _squeezed(" ".join(source.pages)) for source in trial.sources}
    return [case.id for case in trial.cases if not _stands(case, texts)]


def _stands(case: Case, texts: dict[str, str]) -> bool:
    if not case.answerable:
        return not case.gold_doc and not case.gold_quote
    quotes = [_squeezed(quote) for quote in case.gold_quote]
    return bool(quotes) and all(any(quote in texts.get(key, "") for key in case.gold_doc) for quote in quotes)


def _squeezed(text: str) -> str:
    return "".join(text.split())
