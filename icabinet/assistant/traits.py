"""What is seen of a sentence beside a question: its words, those around it, and whether it says what is asked for."""

from dataclasses import dataclass
from functools import cached_property

from icabinet.assistant.index import Paper
from icabinet.assistant.passages import Passage
from icabinet.assistant.questions import EMPTY_WORDS, asked_for
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.spans import says_anew
from icabinet.assistant.text import bigrams, syllables

Traits = dict[str, float]
Weights = dict[str, float]
NEITHER = 0.5
"""Where a question asks for nothing of a form, or names no kind of thing."""


def traits(view: View, asked: Asked, ranking: Ranking, numbers: list[int]) -> list[Traits]:
    """Of these sentences of the view, best first; without a cosine where only keywords were used."""
    question = _Question(view, asked)
    places = {owner: _Place(*view.passages[owner]) for owner in map(int, view.owners[numbers])}
    return [_traits(view, question, ranking, at, numbers[0], places[int(view.owners[at])]) for at in numbers]


class _Question:
    """The question's telling words and pairs of words by how rare they are."""

    def __init__(self, view: View, asked: Asked) -> None:
        words = syllables(asked.restored)
        rarity = view.passage_words.rarity
        telling = [pair for pair in bigrams(words) if not EMPTY_WORDS & set(pair.split("_"))]
        self.asked = asked
        self.words: Weights = {word: rarity(word) for word in words if word not in EMPTY_WORDS}
        self.pairs: Weights = {pair: rarity(pair) for pair in telling}
        self.thing = asked_for(asked.restored)


@dataclass(frozen=True)
class _Place:
    """The passage of a sentence; what stands over it: the paper's title, headings, and the heading of a table."""

    paper: Paper
    passage: Passage

    @cached_property
    def above(self) -> set[str]:
        headings = [one.text for one in self.passage.sentences if one.heading]
        return set(syllables(" ".join([self.paper.source.title, self.passage.context, *headings])))

    @cached_property
    def pairs(self) -> set[str]:
        return set(bigrams(syllables(self.passage.text)))

    def before(self, start: int) -> set[str]:
        """The words of the sentence right before the one that begins there."""
        earlier = [one for one in self.passage.sentences if one.start < start]
        return set(syllables(earlier[-1].text)) if earlier and not earlier[-1].heading else set()


def _traits(view: View, question: _Question, ranking: Ranking, at: int, best: int, place: _Place) -> Traits:
    sentence, owner = view.sentences[at], int(view.owners[at])
    own = set(syllables(sentence.text))
    seen = {
        "score": float(ranking.sentences[at] - ranking.sentences[best]),
        "passage": float(ranking.passages[owner]),
        "cover": _share(question.words, own),
        "cover_above": _share(question.words, own | place.above),
        "cover_before": _share(question.words, own | place.above | place.before(sentence.start)),
        "passage_pairs": _share(question.pairs, place.pairs),
        "thing": sum(word in own for word in question.thing) / len(question.thing) if question.thing else NEITHER,
        "news": _news(question.asked, sentence.text),
    }
    if ranking.passage_cosines is not None:
        seen["passage_cosine"] = float(ranking.passage_cosines[owner] - ranking.passage_cosines.max())
    return seen


def _share(weights: Weights, there: set[str]) -> float:
    return sum(weight for word, weight in weights.items() if word in there) / (sum(weights.values()) + 1e-9)


def _news(asked: Asked, text: str) -> float:
    found = says_anew(asked.restored, asked.kind, text)
    return NEITHER if found is None else float(found)
