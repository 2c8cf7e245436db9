"""All papers of the shelf, made searchable on disk: young ones in memory, the others in segments."""

import shutil
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import msgspec

from icabinet.assistant import mishaps
from icabinet.assistant.archive.choosing import Chosen, choose
from icabinet.assistant.archive.finding import Meaning, Part, find
from icabinet.assistant.archive.merging import merged
from icabinet.assistant.archive.segments import Piece, Segment, in_memory, opened, write
from icabinet.assistant.bm25 import Counts
from icabinet.assistant.index import Halves, Paper
from icabinet.assistant.shelf import Damaged, Entry

YOUNG = 2_000
"""So many passages of young papers become a segment."""
AT_ONCE = 8
"""So many segments of like size are merged into one."""
DEAD = 0.3
"""A segment of which a larger part is gone is written anew."""


@dataclass(frozen=True)
class _Young:
    piece: Piece
    words: Counts
    vectors: Halves | None


class Archive:
    """Not for use from several threads."""

    def __init__(
        self, folder: Path, entries: Mapping[str, Entry], load: Callable[[str], Paper], young: int = YOUNG
    ) -> None:
        """Opens what is whole in the folder, removes the rest, and takes the papers that no segment holds from
        ``load`` (which raises Damaged for one that is lost). ``entries`` are always those of the shelf as it is."""
        self._folder, self._limit = folder, young
        self._entries, self._load = entries, load
        folder.mkdir(parents=True, exist_ok=True)
        self._segments: list[Segment] = []
        self._where: dict[str, tuple[Segment, int]] = {}
        self._young: dict[str, _Young] = {}
        self._young_segment: Segment | None = None
        self._merging: Iterator[None] | None = None
        self._chosen: list[Segment] = []
        self._again: deque[str] = deque()
        self._full = False
        self._flush_at = young
        self._open()
        for key in [key for key in entries if key not in self._where]:
            self._take_up(key)

    def _open(self) -> None:
        """Of a paper in two segments (a merge was cut short) the younger segment is right."""
        numbers = [0]
        for folder in sorted(self._folder.iterdir()):
            try:
                numbers.append(int(folder.name))
                segment = opened(folder)
            except (OSError, ValueError, LookupError, msgspec.DecodeError):
                shutil.rmtree(folder, ignore_errors=True)
                continue
            self._segments.append(segment)
            for at, piece in enumerate(segment.pieces):
                entry = self._entries.get(piece.key)
                if entry is not None and entry.stamp == piece.stamp:
                    self._settle(segment, at)
                else:  # gone while nobody could overwrite it
                    segment.kill(at)
        self._numbers = count(max(numbers) + 1)
        self._forget_empty()

    def _take_up(self, key: str) -> None:
        """From the shelf; one odd paper keeps none of the others from being found."""
        try:
            self.add(self._load(key), self._entries[key])
        except Damaged:
            return
        except Exception:
            mishaps.tell()

    def add(self, paper: Paper, entry: Entry) -> None:
        """The paper as it lies on the shelf now takes the place of what was known of it."""
        vectors = paper.embedding.passages if paper.embedding else None
        piece = Piece(paper.key, entry.stamp, entry.passages, entry.fingerprint)
        self._young[paper.key] = _Young(piece, paper.passage_words, vectors)
        self._young_segment = None
        self._overwrite(paper.key)
        passages = sum(one.piece.passages for one in self._young.values())
        if passages >= self._flush_at:
            self._flush(passages)

    def drop(self, key: str) -> None:
        """Not searched from now on, and its vectors are overwritten; its words (as numbers) go with the next merge."""
        if self._young.pop(key, None) is not None:
            self._young_segment = None
        self._overwrite(key)

    def _overwrite(self, key: str) -> None:
        """What a segment holds of the paper: it goes at once, for a later recall would no longer find it."""
        if key in self._where:
            segment, at = self._where.pop(key)
            segment.kill(at)

    def _flush(self, passages: int) -> None:
        """Where the disk has no room the papers stay young until there are as many more."""
        self._flush_at = passages + self._limit
        try:
            segment = write(self._young_part(), self._folder / f"{next(self._numbers):08}")
        except OSError:
            mishaps.tell()
            return
        self._flush_at = self._limit
        self._segments.append(segment)
        self._young, self._young_segment = {}, None
        for at in range(len(segment.pieces)):
            self._settle(segment, at)

    def _settle(self, segment: Segment, at: int) -> None:
        key = segment.pieces[at].key
        if key in self._where:
            elder, there = self._where[key]
            elder.live[there] = False
        self._where[key] = (segment, at)

    def _young_part(self) -> Segment:
        if self._young_segment is None:
            self._young_segment = in_memory([(one.piece, one.words, one.vectors) for one in self._young.values()])
        return self._young_segment

    def best(self, keys: Collection[str], question: str, meaning: Meaning | None) -> list[Chosen]:
        """Of these papers the most promising, the best first, with those of their passages that are worth reading."""
        parts = self.parts(keys)
        return choose([one.segment for one in parts], *find(parts, question, meaning))

    def parts(self, keys: Collection[str]) -> list[Part]:
        """Every segment, the young papers last; allowed are these papers alone."""
        segments = [*self._segments, self._young_part()] if self._young else self._segments
        wanted = frozenset(keys)
        return [Part(one, one.allowed(wanted)) for one in segments]

    @property
    def untidy(self) -> bool:
        """Whether there is something to merge, or to take from the shelf again."""
        merging = self._merging is not None or bool(self._worth_merging())
        return bool(self._again) or (merging and not self._full)

    def tidy(self) -> None:
        """Does a small piece of merging, or takes up a paper of a segment that could not be merged.

        Where the disk has no room everything stays as it is until the next start.
        """
        if self._again:
            self._take_up_again(self._again.popleft())
            return
        if self._merging is None:
            self._chosen = self._worth_merging()
            self._merging = self._merge(self._chosen)
        try:
            done = next(self._merging, self) is self
        except OSError:
            self._full = done = True
        except Exception:
            mishaps.tell()
            self._full = done = True
            self._give_up(self._chosen)
        if done:
            self._merging, self._chosen = None, []

    def _give_up(self, broken: list[Segment]) -> None:
        """They are no longer searched; all that stood in them is taken from the shelf, a paper a step."""
        self._segments = [one for one in self._segments if one not in broken]
        for one in broken:
            one.remove()
        lost = [key for key, (segment, _) in self._where.items() if segment not in self._segments]
        for key in lost:
            del self._where[key]
        self._again.extend(lost)

    def _take_up_again(self, key: str) -> None:
        if key in self._entries and key not in self._where and key not in self._young:
            self._take_up(key)

    def _merge(self, chosen: list[Segment]) -> Generator[None, None, None]:
        if not any(one.holds_papers for one in chosen):
            self._forget_empty()
            return
        made = yield from merged(chosen, self._folder / f"{next(self._numbers):08}")
        self._segments = [one for one in self._segments if one not in chosen] + [made]
        for at, piece in enumerate(made.pieces):
            now = self._where.get(piece.key)
            same = now is not None and now[0].pieces[now[1]].stamp == piece.stamp
            if same:
                self._settle(made, at)
            else:
                made.kill(at)
        for one in chosen:
            one.remove()

    def _worth_merging(self) -> list[Segment]:
        for one in self._segments:
            if one.living < (1 - DEAD) * len(one) or not one.holds_papers:
                return [one]
        ranks: dict[int, list[Segment]] = {}
        for one in self._segments:
            alike = ranks.setdefault(_rank(len(one), self._limit), [])
            alike.append(one)
            if len(alike) == AT_ONCE:
                return alike
        return []

    def _forget_empty(self) -> None:
        for one in [one for one in self._segments if not one.holds_papers]:
            self._segments.remove(one)
            one.remove()


def _rank(passages: int, smallest: int) -> int:
    """0 for up to twice the smallest, one more for each AT_ONCE times as many."""
    rank, most = 0, 2 * smallest
    while passages > most:
        rank, most = rank + 1, most * AT_ONCE
    return rank
