"""The papers the process knows: those at hand in memory, all of them on disk and in the archive."""

import contextlib
from collections import OrderedDict
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

from icabinet.assistant.archive.finding import Meaning
from icabinet.assistant.archive.store import YOUNG, Archive
from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Encodes, Paper, Source, embed, encoded_texts, narrowed, read, reading
from icabinet.assistant.loading import give_back_memory
from icabinet.assistant.restore import TYPED_WITH_MARKS, marked_share
from icabinet.assistant.search import EncodesQuestions, View
from icabinet.assistant.shelf import Damaged, Entry, Shelf, digest_of

MANY = 5_000
"""So many passages are searched one by one; of more, papers are chosen first."""
VIEWS_KEPT = 16
PASSAGES_KEPT = 6_000
"""In papers at hand, and again in views of them; what is used now may have more."""


class Library:
    """Not for use from several threads. Damaged files on the shelf are removed when they are found."""

    def __init__(self, folder: Path, many: int = MANY, young: int = YOUNG) -> None:
        self._many = many
        self._words = Words()
        self._shelf = Shelf(folder)
        self._entries = {entry.key: entry for entry in self._shelf.entries()}
        self._at_hand: OrderedDict[str, Paper] = OrderedDict()
        self._views: OrderedDict[tuple[str, ...], View] = OrderedDict()
        self.archive = Archive(folder / "archive", self._entries, self._load, young)

    def __len__(self) -> int:
        return len(self._entries)

    def take(self, source: Source) -> Generator[None, None, Entry]:
        """Reads a paper, one page a step, and makes it findable by keywords; the same text again keeps its vectors."""
        known = self._entries.get(source.key)
        if known is not None and known.digest == digest_of(source):
            return (self.refresh(known) if known.stale else known) or known
        return self.put((yield from reading(source, self._words)))

    def embed(self, entry: Entry, encoder: Encodes) -> Iterator[None]:
        """One batch a step; nothing to do for a paper that has vectors of this model or was dropped meanwhile."""
        paper = self._paper(entry.key) if self.lacks_vectors(entry, encoder) else None
        if paper is None:
            return
        for step in embed(paper, encoder):
            yield step
            if self._entries.get(entry.key) is not entry:
                return
        self.put(paper)
        give_back_memory()

    def lacks_vectors(self, entry: Entry, encoder: Encodes) -> bool:
        return entry.fingerprint != encoder.fingerprint and self._entries.get(entry.key) is entry

    def drop(self, key: str) -> None:
        """Raises OSError when the disk does not give the text up; it is not searched all the same."""
        self._entries.pop(key, None)
        self._at_hand.pop(key, None)
        self._forget_views(key)
        self.archive.drop(key)
        self._shelf.drop(key)

    def entries(self) -> list[Entry]:
        return list(self._entries.values())

    def refresh(self, entry: Entry) -> Entry | None:
        """Reads a paper again that was read by older rules; vectors of the same texts are kept."""
        paper = self._paper(entry.key) if self._entries.get(entry.key) is entry else None
        if paper is None:
            return None
        again = read(paper.source, self._words)
        if encoded_texts(paper) == encoded_texts(again):
            again.embedding = paper.embedding
        return self.put(again)

    @property
    def untidy(self) -> bool:
        """Whether the archive has something to put in order (see :meth:`tidy`)."""
        return self.archive.untidy

    def tidy(self) -> None:
        self.archive.tidy()

    def view(self, keys: Sequence[str]) -> tuple[View, list[str]]:
        """The allowed papers as a collection, and the keys that are not (yet) known."""
        wanted = sorted(set(keys))
        found = {key: self._paper(key) for key in wanted if key in self._entries}
        papers = [one for one in found.values() if one is not None]
        known = tuple(one.key for one in papers)
        if known not in self._views:
            self._views[known] = View(papers, self._words)
        self._views.move_to_end(known)
        while len(self._views) > VIEWS_KEPT or (len(self._views) > 1 and self._in_views() > PASSAGES_KEPT):
            self._views.popitem(last=False)
        return self._views[known], [key for key in wanted if key not in self._entries]

    def view_for(self, keys: Sequence[str], question: str, encoder: EncodesQuestions | None) -> tuple[View, list[str]]:
        """The allowed papers; of more than can be looked at one by one, those in which an answer can stand."""
        known = self._entries.keys() & keys
        if not self._more_than_many(known):
            return self.view(keys)
        meaning = None
        # Typed without diacritics, meaning would mislead; words are compared without them anyway.
        if encoder is not None and marked_share(question) >= TYPED_WITH_MARKS:
            meaning = Meaning(encoder.question(question), encoder.fingerprint)
        chosen = [(self._paper(one.key, keep=False), one.rows) for one in self.archive.best(known, question, meaning)]
        view = View([narrowed(paper, rows) for paper, rows in chosen if paper is not None], self._words)
        return view, sorted(set(keys) - self._entries.keys())

    def _more_than_many(self, known: Iterable[str]) -> bool:
        """Counts no further than it has to: there may be tens of thousands of papers."""
        passages = 0
        for key in known:
            passages += self._entries[key].passages
            if passages > self._many:
                return True
        return False

    def _paper(self, key: str, *, keep: bool = True) -> Paper | None:
        """None for one whose file is damaged: it is then unknown. With ``keep`` it stays at hand."""
        paper = self._at_hand.get(key)
        if paper is None:
            try:
                paper = self._shelf.load(key)
            except Damaged:
                with contextlib.suppress(OSError):
                    self.drop(key)
                return None
        if keep:
            self._at_hand[key] = paper
            self._make_room(key)
        return paper

    def _load(self, key: str) -> Paper:
        """Raises Damaged; the paper is then unknown, so that those who ask hear that it is missing."""
        try:
            return self._shelf.load(key)
        except Damaged:
            self._entries.pop(key, None)
            with contextlib.suppress(OSError):
                self._shelf.drop(key)
            raise

    def put(self, paper: Paper) -> Entry:
        """Takes a paper in as it is, on disk too."""
        entry = self._entries[paper.key] = self._shelf.save(paper)
        self._at_hand[paper.key] = paper
        self._forget_views(paper.key)
        self.archive.add(paper, entry)
        self._make_room(paper.key)
        return entry

    def _make_room(self, keep: str) -> None:
        self._at_hand.move_to_end(keep)
        kept = sum(len(one.passages) for one in self._at_hand.values())
        while kept > PASSAGES_KEPT and len(self._at_hand) > 1:
            kept -= len(self._at_hand.popitem(last=False)[1].passages)

    def _in_views(self) -> int:
        return sum(len(one.passages) for one in self._views.values())

    def _forget_views(self, key: str) -> None:
        for keys in [keys for keys in self._views if key in keys]:
            del self._views[keys]
