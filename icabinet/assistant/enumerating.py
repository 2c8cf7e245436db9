"""Questions for all of something ("gồm những gì", "các nhiệm vụ nào"), and the enumeration that answers them."""

import re
from dataclasses import dataclass

from icabinet.assistant.demands import names
from icabinet.assistant.lists import Listing
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.text import fold, nfc, syllables

# Folded, because half of all questions are typed without diacritics.
_ALL = re.compile(
    r"(?<!\w)(?:(?:bao )?gom (?:co )?(?:nhung )?(?:ai|gi|nao)|gom nhung|(?:nhung|cac) (?:\w+ ){1,9}?(?:nao|gi)"
    r"|(?:liet ke|ke ten|neu) (?:cac|nhung|toan bo|tat ca)|nhung (?:ai|gi)|lam (?:nhung )?(?:viec )?gi)(?!\w)"
)
_THING = re.compile(r"(?<!\w)(?:nhung|cac) (?P<thing>(?:\w+ ){1,5}?)(?:nao|gi)(?!\w)")
_SETTING_WORDS = "nhung cac nao gi gom bao liet ke ten neu viec theo phai lam yeu cau"
_SETTING = frozenset(_SETTING_WORDS.split())
ENOUGH = 0.5
"""Share of the question's rare words that title, headings and the sentence before a list must have."""
OWN = 0.3
"""The same for the words that do not stand in the title of the paper."""
RANK = 0.5
HEADED = 0.5
"""What it counts when the heading above the list stands in the question word for word."""
LONGEST = 40


@dataclass(frozen=True)
class Enumeration:
    """Numbers of the view's sentences, like :class:`Listing`."""

    lead: int | None
    items: tuple[tuple[int, ...], ...]
    about: float
    """The share of the question that its title, headings and the sentence before it have."""

    @property
    def numbers(self) -> set[int]:
        return {at for item in self.items for at in item} | ({self.lead} if self.lead is not None else set())


def asks_for_all(question: str) -> bool:
    return _ALL.search(fold(nfc(question)).lower()) is not None


def enumeration(view: View, asked: Asked, ranking: Ranking) -> Enumeration | None:
    """The list that the question is about, and of a longer list only the items of whom or what it names."""
    if asked.comparison or not asks_for_all(asked.restored) or not view.sentences:
        return None
    best = ranking.best(1)[0]
    words = _telling(asked.restored)
    alone = _share(view, words, view.sentences[best].text)
    chosen: tuple[float, Enumeration] | None = None
    start = 0
    for paper in view.papers:
        for one in paper.listings:
            about = _about(view, words, one, paper.source.title)
            made = _made(view, asked.restored, one, start, paper.source.title, about) if about else None
            if made and (about + _named(words, one.heading) >= alone or best in made.numbers):
                worth = about + _share(view, words, one.about) + 2 * _named(words, one.heading)
                worth += HEADED * _is_what_is_asked_for(asked.restored, one.heading)
                worth += RANK * max(float(ranking.sentences[at]) for at in made.numbers)
                if chosen is None or worth > chosen[0]:
                    chosen = worth, made
        start += len(paper.sentences)
    return chosen[1] if chosen else None


def _about(view: View, words: set[str], one: Listing, title: str) -> float:
    """The share of the question that the list is about; 0 where it is about something else in the paper asked for."""
    own = words - set(syllables(title))
    if not own or _share(view, own, one.about) < OWN:
        return 0.0
    share = _share(view, words, f"{title} {one.about}")
    return share if share >= ENOUGH else 0.0


def _is_what_is_asked_for(question: str, heading: str) -> bool:
    """ "Những nguyên nhân nào …" asks for what stands under "3. Nguyên nhân"."""
    thing = _THING.search(fold(nfc(question)).lower())
    telling = set(syllables(thing["thing"])) - EMPTY_WORDS if thing else set()
    return bool(telling) and telling <= set(syllables(heading))


def _named(words: set[str], heading: str) -> float:
    telling = set(syllables(heading)) - EMPTY_WORDS
    return HEADED if telling and telling <= words else 0.0


def _made(view: View, question: str, one: Listing, start: int, title: str, about: float) -> Enumeration | None:
    """None where the list names nothing of whom or what the question names."""
    there = f" {' '.join(syllables(f'{title} {one.about}'))} "
    named = filter(None, (" ".join(syllables(name)) for name in names(question)))
    wanted = [name for name in named if f" {name} " not in there]
    items = [tuple(start + at for at in item) for item in one.items]
    for name in wanted:
        items = [item for item in items if any(_says(view, at, name) for at in item)]
    if not items:
        return None
    return Enumeration(_lead(view, one, start), tuple(items[:LONGEST]), about)


def _lead(view: View, one: Listing, start: int) -> int | None:
    """The sentence that leads to the list, else the heading right above it."""
    above = start + (one.lead if one.lead is not None else one.items[0][0] - 1)
    heads = one.lead is not None or (above >= start and view.sentences[above].heading)
    return above if heads else None


def _says(view: View, at: int, name: str) -> bool:
    return f" {name} " in f" {' '.join(syllables(view.sentences[at].text))} "


def _telling(question: str) -> set[str]:
    return set(syllables(question)) - EMPTY_WORDS - _SETTING


def _share(view: View, words: set[str], text: str) -> float:
    there = set(syllables(text))
    weights = {word: view.passage_words.rarity(word) for word in words}
    return sum(weight for word, weight in weights.items() if word in there) / (sum(weights.values()) + 1e-9)
