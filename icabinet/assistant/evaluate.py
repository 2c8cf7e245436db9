"""Measures the assistant: ``python -m icabinet.assistant.evaluate (--xquad FILE | --packet QUESTIONS)``."""

import argparse
import json
import math
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from icabinet.assistant.answer import answer
from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Encodes, Paper, Source, embed, read
from icabinet.assistant.loading import load_encoder
from icabinet.assistant.protocol import Answer
from icabinet.assistant.search import View
from icabinet.assistant.text import fold, syllables


class Question(msgspec.Struct, frozen=True):
    """``gold_doc``: keys of the papers that hold an answer; ``gold_quote``: parts of their text that answer."""

    id: str
    question: str
    answerable: bool = True
    gold_doc: list[str] = []
    gold_quote: list[str] = []


class Figures(msgspec.Struct, frozen=True):
    """Shares of the answerable questions, except ``refused_right``: of the unanswerable; times in milliseconds."""

    answerable: int
    unanswerable: int
    ndcg10: float
    mrr10: float
    paper_first: float
    quoted_at_1: float
    quoted_at_3: float
    quoted_at_5: float
    answered: float
    possible: float
    refused_wrong: float
    refused_right: float
    answered_wrong: float
    p50_ms: float
    p95_ms: float


class _Result(msgspec.Struct, frozen=True):
    question: Question
    answer: Answer
    paper_rank: int | None
    quote_rank: int | None
    seconds: float


def evaluate(questions: Sequence[Question], papers: Sequence[Paper], encoder: Encodes | None, words: Words) -> Figures:
    view = View(papers, words)
    return _figures([_ask(view, question, encoder) for question in questions])


def _ask(view: View, question: Question, encoder: Encodes | None) -> _Result:
    started = time.perf_counter()
    given = answer(view, question.question, encoder)
    seconds = time.perf_counter() - started
    return _Result(question, given, _paper_rank(view, question, encoder), _quote_rank(question, given), seconds)


def _paper_rank(view: View, question: Question, encoder: Encodes | None) -> int | None:
    """0 = first; a paper stands where its best passage stands."""
    ranking = view.rank(view.ask(question.question, encoder))
    order = [view.passages[at][0].key for at in np.argsort(-ranking.passages, kind="stable")]
    ranked = list(dict.fromkeys(order))
    return next((at for at, key in enumerate(ranked) if key in question.gold_doc), None)


def _quote_rank(question: Question, given: Answer) -> int | None:
    wanted = [" ".join(syllables(quote)) for quote in question.gold_quote]
    for at, quote in enumerate(given.passages):
        shown = " ".join(syllables(quote.quote))
        if quote.key in question.gold_doc and any(one in shown or shown in one for one in wanted):
            return at
    return None


def _figures(results: list[_Result]) -> Figures:
    good = [one for one in results if one.question.answerable]
    bad = [one for one in results if not one.question.answerable]
    times = [one.seconds * 1000 for one in results]
    return Figures(
        answerable=len(good),
        unanswerable=len(bad),
        ndcg10=_mean([_gain(one.paper_rank) for one in good]),
        mrr10=_mean([_reciprocal(one.paper_rank) for one in good]),
        paper_first=_mean([one.paper_rank == 0 for one in good]),
        quoted_at_1=_within(good, 1),
        quoted_at_3=_within(good, 3),
        quoted_at_5=_within(good, 5),
        answered=_mean([one.answer.state == "answered" for one in good]),
        possible=_mean([one.answer.state == "possible" for one in good]),
        refused_wrong=_mean([one.answer.state == "refused" for one in good]),
        refused_right=_mean([one.answer.state == "refused" for one in bad]),
        answered_wrong=_mean([one.answer.state == "answered" for one in bad]),
        p50_ms=round(float(np.percentile(times, 50)), 1),
        p95_ms=round(float(np.percentile(times, 95)), 1),
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _gain(rank: int | None) -> float:
    """nDCG@10 with one right paper."""
    return 1 / math.log2(rank + 2) if rank is not None and rank < 10 else 0.0


def _reciprocal(rank: int | None) -> float:
    return 1 / (rank + 1) if rank is not None and rank < 10 else 0.0


def _within(results: list[_Result], limit: int) -> float:
    return _mean([one.quote_rank is not None and one.quote_rank < limit for one in results])


def load_xquad(path: Path) -> tuple[list[Question], list[Source]]:
    """Every paragraph of a SQuAD-shaped file is a paper."""
    questions: list[Question] = []
    sources: list[Source] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            key = f"{len(sources):04}"
            sources.append(Source(key, "", "", [paragraph["context"]]))
            for asked in paragraph["qas"]:
                gold = [one["text"] for one in asked["answers"]]
                questions.append(Question(asked["id"], asked["question"], True, [key], gold))
    return questions, sources


def load_packet(path: Path, folder: Path) -> tuple[list[Question], list[Source]]:
    """Questions one JSON a line; the papers are the ``.txt`` files of the folder, pages parted by form feeds.

    ``gold_doc`` names them with or without ``.txt``.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    questions = [msgspec.json.decode(line, type=Question) for line in lines if line.strip()]
    gold = {key for question in questions for key in question.gold_doc}
    papers = {one.name if one.name in gold else one.stem: one for one in sorted(folder.glob("*.txt"))}
    return questions, [Source(key, "", "", text.read_text("utf-8").split("\f")) for key, text in papers.items()]


def index(sources: Sequence[Source], encoder: Encodes | None, words: Words) -> list[Paper]:
    papers = [read(source, words) for source in sources]
    for paper in papers if encoder else []:
        assert encoder is not None
        for _ in embed(paper, encoder):
            pass
    return papers


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="icabinet.assistant.evaluate")
    parser.add_argument("--model", type=Path, default=Path(".var/model"))
    parser.add_argument("--keywords", action="store_true", help="without the model")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folded", action="store_true", help="ask without diacritics")
    parser.add_argument("--papers", type=Path, help="the folder of the .txt files; default: beside the questions")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--xquad", type=Path)
    what.add_argument("--packet", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.xquad:
        questions, sources = load_xquad(chosen.xquad)
    else:
        questions, sources = load_packet(chosen.packet, chosen.papers or chosen.packet.parent)
    if chosen.folded:
        questions = [msgspec.structs.replace(one, question=fold(one.question)) for one in questions]
    encoder = None if chosen.keywords else load_encoder(chosen.model, chosen.threads)
    words = Words()
    started = time.perf_counter()
    papers = index(sources, encoder, words)
    print(f"indexed {len(papers)} papers in {time.perf_counter() - started:.1f} s")
    figures = evaluate(questions, papers, encoder, words)
    for name, value in msgspec.structs.asdict(figures).items():
        print(f"{name:14} {value}")


if __name__ == "__main__":
    main()
