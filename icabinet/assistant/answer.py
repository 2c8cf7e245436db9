"""Answers a question by quoting: the best sentences, word for word, or a refusal with the nearest ones."""

from collections.abc import Iterable

from icabinet.assistant.demands import demands
from icabinet.assistant.passages import Passage, Sentence
from icabinet.assistant.protocol import Answer, Quote
from icabinet.assistant.refusal import State, observations, probability, state_of
from icabinet.assistant.search import Asked, EncodesQuestions, Ranking, View
from icabinet.assistant.spans import answer_span


def answer(view: View, question: str, encoder: EncodesQuestions | None = None, limit: int = 5) -> Answer:
    """At most ``limit`` quotations, one a passage, best first."""
    asked = view.ask(question, encoder)
    ranking = view.rank(asked)
    chosen = _one_a_passage(view, ranking, limit)
    return Answer(
        id=0,
        state=_state(view, asked, ranking),
        question=asked.restored,
        kind=asked.kind,
        mode="keywords" if asked.vector is None else "hybrid",
        passages=[_quote(view, asked, ranking, at) for at in chosen],
        missing=[],
    )


def _one_a_passage(view: View, ranking: Ranking, limit: int) -> list[int]:
    first: dict[int, int] = {}
    for at in ranking.best(len(view.sentences)):
        if len(first) == limit:
            break
        if not view.sentences[at].heading:
            first.setdefault(int(view.owners[at]), at)
    return list(first.values())


def _state(view: View, asked: Asked, ranking: Ranking) -> State:
    """A thing named in the question but in no allowed paper refuses; one named elsewhere only weakens."""
    if not view.sentences:
        return "refused"
    wanted = demands(asked.restored)
    if _nowhere(wanted.missing_from(paper) for paper in view.papers):
        return "refused"
    state = state_of(probability(observations(view, asked, ranking)))
    cited = view.passages[view.owners[ranking.best(1)[0]]][0]
    return "possible" if state == "answered" and not wanted.met_by(cited) else state


def _nowhere(missing: Iterable[set[object]]) -> set[object]:
    return set.intersection(*missing)


def _quote(view: View, asked: Asked, ranking: Ranking, at: int) -> Quote:
    paper, passage = view.passages[view.owners[at]]
    sentence = view.sentences[at]
    span = answer_span(asked.restored, asked.kind, sentence.text, view.passage_words.rarity)
    before, after = _around(passage, sentence)
    return Quote(
        key=paper.key,
        page=passage.page,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        before=before,
        after=after,
        emphasis=[span] if span else [],
        score=round(float(ranking.sentences[at]), 4),
    )


def _around(passage: Passage, sentence: Sentence) -> tuple[str, str]:
    before = [one.text for one in passage.sentences if one.end <= sentence.start]
    after = [one.text for one in passage.sentences if one.start >= sentence.end]
    return " ".join(before), " ".join(after)
