"""One thread does all the work, in this order: a waiting question, then a page of a paper to read,
then a batch of its vectors. So a question waits for one batch at most, and nothing needs a lock.
"""

import queue
import time
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass

import msgspec

from icabinet.assistant import mishaps
from icabinet.assistant.answer import answer
from icabinet.assistant.calibration import SHIPPED, Calibration
from icabinet.assistant.index import Encodes, Source
from icabinet.assistant.library import Library
from icabinet.assistant.protocol import (
    LONGEST_QUESTION,
    Answer,
    AnyReply,
    AnyRequest,
    Ask,
    Drop,
    Dropped,
    Failed,
    Index,
    Indexed,
    Keep,
    Kept,
    ModelState,
    Ready,
    Status,
    Suggest,
    Suggestions,
)
from icabinet.assistant.shelf import Entry
from icabinet.assistant.suggest import suggest

MOST_QUOTES = 20


@dataclass(frozen=True)
class ModelLoaded:
    """From the loading thread; None when there is no usable model."""

    encoder: Encodes | None


@dataclass(frozen=True)
class _Reading:
    request: Index
    started: float
    steps: Generator[None, None, Entry]


@dataclass
class _Embedding:
    """``origin`` is missing for papers found on the shelf: nobody waits for those."""

    entry: Entry
    origin: _Reading | None
    steps: Iterator[None] | None = None


class Desk:
    def __init__(self, library: Library, reply: Callable[[AnyReply], None], calibration: Calibration = SHIPPED) -> None:
        self.inbox: queue.SimpleQueue[AnyRequest | ModelLoaded] = queue.SimpleQueue()
        self._library = library
        self._reply = reply
        self._calibration = calibration
        self._encoder: Encodes | None = None
        self._model: ModelState = "loading"
        self._to_read: deque[_Reading] = deque()
        self._to_embed: deque[_Embedding] = deque()
        self._to_refresh = deque(entry for entry in library.entries() if entry.stale)

    def work_forever(self) -> None:
        while True:
            self.step()

    @property
    def busy(self) -> bool:
        """Whether there is indexing to do."""
        indexing = bool(self._to_read or (self._to_embed and self._model != "loading"))
        return indexing or bool(self._to_refresh) or self._library.untidy

    def step(self) -> None:
        """Takes the next message, or does the next piece of indexing, or waits for a message."""
        try:
            message = self.inbox.get(block=not self.busy)
        except queue.Empty:
            self._index_a_little()
        else:
            self._take(message)

    def _take(self, message: AnyRequest | ModelLoaded) -> None:
        if isinstance(message, ModelLoaded):
            self._use(message.encoder)
        elif isinstance(message, Index):
            source = Source(message.key, message.title, message.date, message.pages)
            self._to_read.append(_Reading(message, time.monotonic(), self._library.take(source)))
        else:
            self._answer(message)

    def _answer(self, request: Ask | Suggest | Drop | Keep | Status) -> None:
        try:
            self._reply(self._handle(request))
        except Exception as problem:
            self._reply(Failed(request.id, f"{type(problem).__name__}: {problem}"))

    def _handle(self, request: Ask | Suggest | Drop | Keep | Status) -> AnyReply:
        match request:
            case Ask():
                return self._ask(request)
            case Suggest():
                view, _ = self._library.view(request.keys)
                return Suggestions(request.id, suggest(view, self._encoder, self._calibration))
            case Drop():
                self._drop(request.key)
                return Dropped(request.id, request.key)
            case Keep():
                self._keep(request.keys)
                return Kept(request.id)
            case Status():
                waiting = len(self._to_read) + len(self._to_embed)
                return Ready(request.id, self._model, len(self._library), waiting)

    def _ask(self, request: Ask) -> Answer:
        view, missing = self._library.view_for(request.keys, request.question[:LONGEST_QUESTION], self._encoder)
        limit = max(1, min(request.limit, MOST_QUOTES))
        given = answer(view, request.question[:LONGEST_QUESTION], self._encoder, limit, self._calibration)
        return msgspec.structs.replace(given, id=request.id, missing=missing)

    def _drop(self, key: str) -> None:
        for one in [one for one in self._to_read if one.request.key == key]:
            self._to_read.remove(one)
            self._reply(Failed(one.request.id, "dropped before it was read"))
        self._library.drop(key)

    def _keep(self, keys: Collection[str]) -> None:
        """One that the disk does not give up is told of after the others have gone."""
        refused: OSError | None = None
        known = {entry.key for entry in self._library.entries()} | {task.request.key for task in self._to_read}
        for key in known.difference(keys):
            try:
                self._drop(key)
            except OSError as problem:
                refused = problem
        if refused is not None:
            raise refused

    def _use(self, encoder: Encodes | None) -> None:
        self._encoder = encoder
        self._model = "ready" if encoder else "missing"
        if encoder:
            waiting = {task.entry.key for task in self._to_embed} | {entry.key for entry in self._to_refresh}
            for entry in self._library.entries():
                if entry.key not in waiting and self._library.lacks_vectors(entry, encoder):
                    self._to_embed.append(_Embedding(entry, None))

    def _index_a_little(self) -> None:
        if self._to_read:
            self._read_one()
        elif self._to_refresh:
            self._refresh_one()
        elif self._to_embed and self._model != "loading":
            self._embed_one()
        else:
            self._library.tidy()

    def _refresh_one(self) -> None:
        """A paper that was read by older rules; its vectors are looked after when it has its turn."""
        try:
            entry = self._library.refresh(self._to_refresh.popleft())
        except Exception:  # it stays as it was read then
            mishaps.tell()
            return
        if entry is not None:
            self._to_embed.append(_Embedding(entry, None))

    def _read_one(self) -> None:
        task = self._to_read[0]
        try:
            next(task.steps)
        except StopIteration as done:
            self._to_read.popleft()
            self._to_embed.append(_Embedding(done.value, task))
        except Exception as problem:
            self._to_read.popleft()
            self._reply(Failed(task.request.id, f"{type(problem).__name__}: {problem}"))

    def _embed_one(self) -> None:
        task = self._to_embed[0]
        if task.steps is None:
            task.steps = self._library.embed(task.entry, self._encoder) if self._encoder else iter(())
        try:
            next(task.steps)
        except StopIteration:
            self._to_embed.popleft()
            self._finish(task, None)
        except Exception as problem:
            self._to_embed.popleft()
            self._finish(task, f"{type(problem).__name__}: {problem}")

    def _finish(self, task: _Embedding, problem: str | None) -> None:
        if task.origin is None:
            return
        request = task.origin.request
        if problem is not None:
            self._reply(Failed(request.id, problem))
            return
        seconds = round(time.monotonic() - task.origin.started, 3)
        self._reply(Indexed(request.id, request.key, task.entry.passages, seconds))
