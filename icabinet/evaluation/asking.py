"""Asks every question of a trial and notes what came."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np

from ..assistant.answer import answer, judged
from ..assistant.bm25 import Scores, Words
from ..assistant.calibration import SHIPPED, Calibration, State
from ..assistant.index import Encodes, Paper, embed, read
from ..assistant.passages import Passage, Sentence
from ..assistant.protocol import Answer, Quote
from ..assistant.reordering import considered
from ..assistant.search import View
from ..assistant.short import short_answer
from ..assistant.text import collapse, nfc, syllables, tokens
from ..documents.reading import Reading, boxes
from .cases import CELL_TYPE, SPAN_TYPES, Case, Trial
from .measures import token_f1

QUOTES = 5
FEWEST_ITEMS = 2
SHORTEST_PART = 4
"""Syllables that a sentence must have to count as a part of the expected words."""


class Outcome(msgspec.Struct, frozen=True):
    """What one question brought. Ranks count from 0, None: not found; ``plain_rank``: by keywords alone (BM25).

    ``papers_quoted``: the share of the papers expected that were quoted rightly. ``span`` and ``marked`` are the token
    F1 of the short answer, in the right sentence and in the first quotation; None where none is expected.
    ``items_quoted``: of a question for a list the share of its items that were quoted.
    """

    case: Case
    state: State
    chance: float
    seconds: float
    paper_rank: int | None
    plain_rank: int | None
    sentence_rank: int | None
    papers_quoted: float
    span: float | None
    marked: float | None
    items_quoted: float | None
    quotes: int
    false_quotes: int
    first: str


def index(trial: Trial, encoder: Encodes | None, words: Words) -> list[Paper]:
    papers = [read(source, words) for source in trial.sources]
    for paper in papers if encoder else []:
        assert encoder is not None
        for _ in embed(paper, encoder):
            pass
    return papers


@dataclass(frozen=True)
class Session:
    """A trial whose papers are indexed."""

    trial: Trial
    papers: Sequence[Paper]
    words: Words
    encoder: Encodes | None
    calibration: Calibration = SHIPPED

    @cached_property
    def view(self) -> View:
        return View(self.papers, self.words)


def ask_all(session: Session) -> list[Outcome]:
    return [_outcome(session, session.view, case) for case in session.trial.cases]


def without_gold(session: Session) -> Iterator[tuple[Case, View]]:
    """Every answerable question once more, of the other papers only."""
    by_gold: dict[tuple[str, ...], list[Case]] = defaultdict(list)
    for case in session.trial.cases:
        if case.answerable:
            by_gold[tuple(case.gold_doc)].append(case)
    for gold, cases in by_gold.items():
        view = View([paper for paper in session.papers if paper.key not in gold], session.words)
        yield from ((case, view) for case in cases)


def chance(session: Session, view: View, case: Case) -> float:
    """How likely the view's papers hold the answer, by the session's calibration."""
    asked = view.ask(case.question, session.encoder)
    return judged(view, asked, considered(view, asked, session.calibration), session.calibration)[0]


def _outcome(session: Session, view: View, case: Case) -> Outcome:
    started = time.perf_counter()
    given = answer(view, case.question, session.encoder, QUOTES, session.calibration)
    seconds = time.perf_counter() - started
    ranking = view.rank(view.ask(case.question, session.encoder))
    plain = view.passage_words.scores(tokens(case.question))
    right = [_is_right(case, quote) for quote in given.passages]
    quoted = {quote.key for quote, good in zip(given.passages, right, strict=True) if good}
    return Outcome(
        case,
        given.state,
        chance(session, view, case),
        seconds,
        _paper_rank(view, case, ranking.passages),
        _paper_rank(view, case, plain),
        _sentence_rank(given, right),
        len(quoted) / len(case.gold_doc) if case.gold_doc else 0.0,
        _span_in_gold(session, view, case),
        _marked(case, given),
        _items_quoted(case, given),
        len(given.passages),
        sum(not _is_verbatim(session.trial, quote) for quote in given.passages),
        given.passages[0].quote if given.passages else "",
    )


def _sentence_rank(given: Answer, right: Sequence[bool]) -> int | None:
    """A list is one answer, wherever in it the words stand."""
    if True not in right:
        return None
    listed = sum(bool(quote.part) for quote in given.passages)
    return max(0, right.index(True) - max(0, listed - 1))


def _paper_rank(view: View, case: Case, scores: Scores) -> int | None:
    """A paper stands where its best passage stands."""
    order = [view.passages[at][0].key for at in np.argsort(-scores, kind="stable")]
    ranked = list(dict.fromkeys(order))
    return next((at for at, key in enumerate(ranked) if key in case.gold_doc), None)


def _is_right(case: Case, quote: Quote) -> bool:
    return answers(case, quote.key, Sentence(quote.start, quote.end, quote.quote))


def answers(case: Case, key: str, sentence: Sentence) -> bool:
    """Whether this sentence of the paper with this key is one that the question expects."""
    if key not in case.gold_doc:
        return False
    if case.gold_start is not None:
        return sentence.start <= case.gold_start < sentence.end
    return any(_holds(sentence.text, wanted) for wanted in case.gold_quote)


def _holds(quote: str, wanted: str) -> bool:
    shown, gold = (f" {' '.join(syllables(text))} " for text in (quote, wanted))
    return gold in shown or (shown in gold and len(shown.split()) >= SHORTEST_PART)


def _span_in_gold(session: Session, view: View, case: Case) -> float | None:
    """As if the right sentence had come first."""
    if case.type not in (*SPAN_TYPES, CELL_TYPE) or case.gold_answer is None:
        return None
    passage, sentence = next(_gold_sentences(view, case), (None, ""))
    if passage is None:
        return 0.0
    asked = view.ask(case.question, session.encoder)
    found = short_answer(asked, passage.columns, sentence, view.passage_words.rarity, reading=True)
    return token_f1(sentence[slice(*found.span)], case.gold_answer) if found else 0.0


def _gold_sentences(view: View, case: Case) -> Iterator[tuple[Passage, str]]:
    for paper, passage in view.passages:
        for one in passage.sentences if paper.key in case.gold_doc else ():
            at = case.gold_start
            if one.start <= at < one.end if at is not None else _holds(one.text, case.gold_quote[0]):
                yield passage, one.text


def _items_quoted(case: Case, given: Answer) -> float | None:
    if case.type != "list" or len(case.gold_quote) < FEWEST_ITEMS:
        return None
    quotes = [quote.quote for quote in given.passages if quote.key in case.gold_doc]
    return sum(any(_holds(quote, wanted) for quote in quotes) for wanted in case.gold_quote) / len(case.gold_quote)


def _marked(case: Case, given: Answer) -> float | None:
    if case.type not in (*SPAN_TYPES, CELL_TYPE) or case.gold_answer is None:
        return None
    best = given.passages[0] if given.passages else None
    marks = [best.quote[start:end] for start, end in best.emphasis] if best else []
    return max((token_f1(mark, case.gold_answer) for mark in marks), default=0.0)


def _is_verbatim(trial: Trial, quote: Quote) -> bool:
    """Whether the words stand at their place of the page, and inside the boxes that are lit there, and no others."""
    source = next(one for one in trial.sources if one.key == quote.key)
    if collapse(source.pages[quote.page - 1][quote.start : quote.end]) != quote.quote:
        return False
    return quote.key not in trial.readings or _is_lit(trial.readings[quote.key], quote)


def _is_lit(reading: Reading, quote: Quote) -> bool:
    page = reading.pages[quote.page - 1]
    lit = boxes(page, quote.start, quote.end)
    found = [
        page.text[word.start : word.end]
        for word in page.words
        if any(x0 <= (word.x0 + word.x1) / 2 <= x1 and y0 <= (word.y0 + word.y1) / 2 <= y1 for x0, y0, x1, y1 in lit)
    ]
    return nfc("".join(found)) == "".join(quote.quote.split())
