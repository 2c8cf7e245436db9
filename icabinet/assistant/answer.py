"""Answers a question by quoting: the best sentences, word for word, or a refusal with the nearest ones."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from icabinet.assistant.beside import beside
from icabinet.assistant.calibration import SHIPPED, Calibration, State
from icabinet.assistant.demands import demands
from icabinet.assistant.enumerating import Enumeration, enumeration
from icabinet.assistant.facing import facing
from icabinet.assistant.figures import date_of, scope_in
from icabinet.assistant.listed import listed
from icabinet.assistant.lists import ENDED
from icabinet.assistant.passages import Sentence
from icabinet.assistant.protocol import Answer, Quote
from icabinet.assistant.refusal import formula_for, observations, probability, state_of
from icabinet.assistant.reordering import considered
from icabinet.assistant.search import Asked, EncodesQuestions, Ranking, View
from icabinet.assistant.short import short_answer

SENTENCES_A_PASSAGE = 3
BESIDE_A_LIST = 2
SURELY_ABOUT = 0.8
ENOUGH_TO_CHOOSE_FROM = 40


def answer(
    view: View,
    question: str,
    encoder: EncodesQuestions | None = None,
    limit: int = 5,
    calibration: Calibration = SHIPPED,
) -> Answer:
    """At most ``limit`` quotations, best first: no more than SENTENCES_A_PASSAGE of one passage, or one a paper.

    One a paper where the question compares papers, one a side where it compares other things. Where it asks for all of
    something, the list first, all of it.
    """
    asked = view.ask(question, encoder)
    ranking = considered(view, asked, calibration)
    told = enumeration(view, asked, ranking)
    both = facing(view, asked, encoder, calibration) if asked.comparison else []
    few = [] if both else _few(view, asked, ranking, told, limit)
    return Answer(
        id=0,
        state=_weaker(
            [judged(view, one.asked, one.ranking, calibration)[1] for one in both]
            or [judged(view, asked, ranking, calibration)[1]]
        ),
        question=asked.restored,
        kind=asked.kind,
        mode="keywords" if asked.vector is None else "hybrid",
        passages=[
            *(listed(view, ranking, told) if told else []),
            *(_quote(view, replace(one.asked, comparison=True), one.ranking, one.number) for one in both[:limit]),
            *(_quote(view, asked, ranking, at) for at in few),
        ],
        missing=[],
        comparison=asked.comparison,
    )


def _weaker(states: list[State]) -> State:
    """A comparison of two things is answered as far as both are."""
    return max(states, key=["answered", "possible", "refused"].index)


def _few(view: View, asked: Asked, ranking: Ranking, told: Enumeration | None, limit: int) -> list[int]:
    few = beside(view, asked, ranking, limit) if asked.comparison else _few_a_passage(view, ranking, limit)
    return few if told is None else [at for at in few if at not in told.numbers][:BESIDE_A_LIST]


def _few_a_passage(view: View, ranking: Ranking, limit: int) -> list[int]:
    taken: Counter[int] = Counter()
    chosen: list[int] = []
    for at in ranking.best(ENOUGH_TO_CHOOSE_FROM * limit):
        owner = int(view.owners[at])
        if len(chosen) == limit:
            break
        if not view.sentences[at].heading and taken[owner] < SENTENCES_A_PASSAGE:
            taken[owner] += 1
            chosen.append(at)
    return chosen


def judged(view: View, asked: Asked, ranking: Ranking, calibration: Calibration) -> tuple[float, State]:
    """The probability that the papers hold the answer, and what follows from it. A list answers as far as it is about
    the question.

    A thing named in the question but in no allowed paper refuses; one that only other papers name weakens.
    """
    if not view.sentences:
        return 0.0, "refused"
    wanted = demands(asked.restored)
    if _nowhere(wanted.missing_from(paper) for paper in view.papers):
        return 0.0, "refused"
    seen = observations(view, asked, ranking, wanted)
    told = enumeration(view, asked, ranking)
    chance = max(probability(calibration, seen), told.about if told and told.about >= SURELY_ABOUT else 0.0)
    state = state_of(formula_for(calibration, seen), chance)
    return chance, "possible" if state == "answered" and seen["unmet"] else state


def _nowhere(missing: Iterable[set[object]]) -> set[object]:
    return set.intersection(*missing)


def _quote(view: View, asked: Asked, ranking: Ranking, at: int) -> Quote:
    paper, passage = view.passages[view.owners[at]]
    sentence = view.sentences[at]
    was_read = at in ranking.order[: len(ranking.margins)]
    found = short_answer(asked, passage.columns, sentence.text, view.passage_words.rarity, reading=was_read)
    before, after = _around(view, int(view.owners[at]), sentence)
    scope = scope_in(paper.passages) if asked.comparison else None
    return Quote(
        key=paper.key,
        page=passage.page,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        before=before,
        after=after,
        emphasis=[found.span] if found else [],
        score=round(float(ranking.sentences[at]), 4),
        date=date_of(sentence.text, passage.context) if asked.comparison else "",
        scope=scope[1].text if scope and scope[1].text != sentence.text else "",
        column=found.column if found else "",
    )


def _around(view: View, owner: int, sentence: Sentence) -> tuple[str, str]:
    """The rest of its paragraph, also over a page's end; before a row of a table stands the table's heading."""
    passage = view.passages[owner][1]
    before = [passage.columns] * bool(passage.columns)
    before += [one.text for one in passage.sentences if one.end <= sentence.start]
    after = [one.text for one in passage.sentences if one.start >= sentence.end]
    return " ".join(before), " ".join(after or _over_the_page(view, owner))


def _over_the_page(view: View, owner: int) -> list[str]:
    """What was cut off by the page's end, and nothing where the sentence ended."""
    paper, passage = view.passages[owner]
    following = view.passages[owner + 1 : owner + 2]
    if not following or following[0][0] is not paper or following[0][1].page == passage.page:
        return []
    rest = following[0][1].sentences[0]
    goes_on = not rest.heading and not ENDED.search(passage.sentences[-1].text) and rest.text[0].islower()
    return [rest.text] if goes_on else []
