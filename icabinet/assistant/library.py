"""The papers the process knows, and the views of them that people have asked through lately."""

from collections import OrderedDict
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Encodes, Paper, Source, embed, reading
from icabinet.assistant.search import View
from icabinet.assistant.shelf import Shelf

VIEWS_KEPT = 16


class Library:
    """Not for use from several threads. Damaged files on the shelf are removed while opening."""

    def __init__(self, folder: Path) -> None:
        self._words = Words()
        self._shelf = Shelf(folder)
        self._papers = {paper.key: paper for paper in self._shelf.load(self._words)}
        self._views: OrderedDict[tuple[str, ...], View] = OrderedDict()

    def __len__(self) -> int:
        return len(self._papers)

    def take(self, source: Source) -> Generator[None, None, Paper]:
        """Reads a paper, one page a step, and makes it findable by keywords; the same text again keeps its vectors."""
        known = self._papers.get(source.key)
        if known is not None and known.source == source:
            return known
        paper = yield from reading(source, self._words)
        self._papers[source.key] = paper
        self._changed(source.key)
        self._shelf.save(paper)
        return paper

    def embed(self, paper: Paper, encoder: Encodes) -> Iterator[None]:
        """One batch a step; nothing to do for a paper that has vectors of this model or was dropped meanwhile."""
        if self.lacks_vectors(paper, encoder):
            for step in embed(paper, encoder):
                yield step
                if self._papers.get(paper.key) is not paper:
                    return
            self._changed(paper.key)
            self._shelf.save(paper)

    def lacks_vectors(self, paper: Paper, encoder: Encodes) -> bool:
        current = paper.embedding is not None and paper.embedding.fingerprint == encoder.fingerprint
        return not current and self._papers.get(paper.key) is paper

    def drop(self, key: str) -> None:
        self._papers.pop(key, None)
        self._changed(key)
        self._shelf.drop(key)

    def papers(self) -> list[Paper]:
        return list(self._papers.values())

    def view(self, keys: Sequence[str]) -> tuple[View, list[str]]:
        """The allowed papers as a collection, and the keys that are not (yet) known."""
        wanted = sorted(set(keys))
        known = tuple(key for key in wanted if key in self._papers)
        view = self._views.get(known)
        if view is None:
            view = View([self._papers[key] for key in known], self._words)
            self._views[known] = view
        self._views.move_to_end(known)
        if len(self._views) > VIEWS_KEPT:
            self._views.popitem(last=False)
        return view, [key for key in wanted if key not in self._papers]

    def _changed(self, key: str) -> None:
        for keys in [keys for keys in self._views if key in keys]:
            del self._views[keys]
