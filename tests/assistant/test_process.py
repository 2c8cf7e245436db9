import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import msgspec
import pytest

from icabinet.assistant.bm25 import Words
from icabinet.assistant.client import Assistant, AssistantUnavailable
from icabinet.assistant.desk import Desk, ModelLoaded
from icabinet.assistant.index import Encodes, read
from icabinet.assistant.library import Library
from icabinet.assistant.protocol import Answer, AnyReply, Ask, Failed, Index, Indexed, Ready, Status, frame, read_frame
from icabinet.assistant.shelf import Shelf
from tests.patience import PATIENCE

from .samples import DIRECTIVE, REPORT, SECRET, papers

QUESTION = "khoi luong rac thai sinh hoat thu gom duoc la bao nhieu tan"
KEYS = [DIRECTIVE.key, REPORT.key]


@contextlib.asynccontextmanager
async def assistant(model: Path, data: Path) -> AsyncIterator[Assistant]:
    made = Assistant(model, data, threads=1)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


async def eventually(attempt: Callable[[], Awaitable[bool]], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not await attempt():
            await asyncio.sleep(0.05)


async def hand_in(made: Assistant) -> None:
    for source in (DIRECTIVE, REPORT):
        done = await made.index(source.key, source.title, source.date, source.pages)
        assert done.key == source.key
        assert done.passages > 3


def is_running(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_without_a_model_questions_are_answered_by_keywords(tmp_path: Path) -> None:
    async def story() -> None:
        async with assistant(tmp_path / "none", tmp_path / "data") as made:
            await hand_in(made)
            assert (await made.status()).model == "missing"
            given = await made.ask(QUESTION, KEYS)
            assert (given.state, given.mode, given.missing) == ("answered", "keywords", [])
            assert given.question.startswith("khối lượng rác thải sinh hoạt")
            assert "4.260 tấn" in given.passages[0].quote

    asyncio.run(story())


def test_only_allowed_papers_answer_and_unknown_ones_are_named(tmp_path: Path) -> None:
    async def story() -> None:
        async with assistant(tmp_path / "none", tmp_path / "data") as made:
            await hand_in(made)
            await made.index(SECRET.key, SECRET.title, SECRET.date, SECRET.pages)
            question = "Giá khởi điểm đấu giá khu đất bến phà là bao nhiêu?"
            assert (await made.ask(question, [SECRET.key])).state == "answered"
            refused = await made.ask(question, [*KEYS, "not-yet"])
            assert refused.state == "refused"
            assert refused.missing == ["not-yet"]
            assert {one.key for one in refused.passages} <= set(KEYS)
            await made.drop(SECRET.key)
            assert (await made.ask(question, [SECRET.key])).passages == []
            await made.index(SECRET.key, SECRET.title, SECRET.date, SECRET.pages)
            await made.keep([*KEYS, "not-yet"])
            assert (await made.ask(question, [*KEYS, SECRET.key])).missing == [SECRET.key]
            assert len(list((tmp_path / "data").glob("*.paper"))) == len(KEYS)

    asyncio.run(story())


def test_a_killed_process_fails_what_was_under_way_and_comes_back_with_its_papers(tmp_path: Path) -> None:
    async def story() -> None:
        async with assistant(tmp_path / "none", tmp_path / "data") as made:
            await hand_in(made)
            first = made.pid
            assert first is not None
            os.kill(first, signal.SIGSTOP)
            waiting = asyncio.create_task(made.ask(QUESTION, KEYS))
            await asyncio.sleep(0.1)
            os.kill(first, signal.SIGKILL)
            with pytest.raises(AssistantUnavailable):
                await waiting

            async def answers_again() -> bool:
                with contextlib.suppress(AssistantUnavailable):
                    return (await made.ask(QUESTION, KEYS)).state == "answered"
                return False

            await eventually(answers_again)
            assert made.pid != first

    asyncio.run(story())


def test_stopping_leaves_no_process_and_refuses_politely(tmp_path: Path) -> None:
    async def story() -> None:
        async with assistant(tmp_path / "none", tmp_path / "data") as made:
            await made.status()
            pid = made.pid
        assert pid is not None
        assert not is_running(pid)
        with pytest.raises(AssistantUnavailable):
            await made.ask(QUESTION, KEYS)

    asyncio.run(story())


def test_the_client_gives_up_cleanly_when_the_process_cannot_start(tmp_path: Path) -> None:
    async def story() -> None:
        unusable = tmp_path / "file"
        unusable.write_text("not a folder")
        async with assistant(tmp_path / "none", unusable) as made:
            with pytest.raises(AssistantUnavailable):
                await made.ask(QUESTION, KEYS)

    asyncio.run(story())


def test_with_the_model_answers_become_hybrid_and_vectors_outlive_a_restart(tmp_path: Path, model_folder: Path) -> None:
    async def story() -> None:
        async with assistant(model_folder, tmp_path) as made:
            await hand_in(made)  # replies only when vectors are there
            before = await made.ask(QUESTION, KEYS)
            assert before.mode == "hybrid"
            assert 1 <= len(await made.suggest(KEYS)) <= 3
        written = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.paper")}
        async with assistant(model_folder, tmp_path) as made:

            async def ready() -> bool:
                return (await made.status()).model == "ready"

            await eventually(ready)
            await hand_in(made)
            after = await made.ask(QUESTION, KEYS)
        assert msgspec.structs.replace(after, id=before.id) == before
        assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.paper")} == written

    asyncio.run(story())


def test_what_cannot_be_understood_is_answered_and_the_next_request_works(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "icabinet.assistant.process", "--model", str(tmp_path), "--data", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for content in (b"{", b'{"type":"ask","id":5,"question":1}', b'{"type":"status","id":6,"extra":1}'):
            process.stdin.write(len(content).to_bytes(4, "big") + content)
        process.stdin.write(frame(Status(7)))
        process.stdin.flush()
        replies = [msgspec.json.decode(read_frame(process.stdout) or b"", type=AnyReply) for _ in range(4)]
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
        assert process.stdout.read() == b""
    assert sorted(reply.id for reply in replies if isinstance(reply, Failed)) == [0, 5, 6]
    assert [reply.id for reply in replies if isinstance(reply, Ready)] == [7]


def test_a_question_overtakes_the_indexing_of_a_long_paper(tmp_path: Path, encoder: Encodes) -> None:
    replies: list[AnyReply] = []
    desk = Desk(Library(tmp_path), replies.append)
    for message in (ModelLoaded(encoder), Index(1, REPORT.key, REPORT.title, REPORT.date, REPORT.pages)):
        desk.inbox.put(message)
    while not replies:
        desk.step()
    pages = [f"Mục {number}. Tuyến phố số {number} có {number * 3} gốc cây cần cắt tỉa." for number in range(60)]
    desk.inbox.put(Index(2, "dai", "Danh mục cây xanh", "", pages))
    for number, steps in ((3, 3), (4, len(pages))):  # amid its reading, amid its encoding
        for _ in range(steps):
            desk.step()
        desk.inbox.put(Ask(number, QUESTION, [REPORT.key]))
        desk.step()
    assert [(reply.id, type(reply)) for reply in replies] == [(1, Indexed), (3, Answer), (4, Answer)]
    assert all(reply.mode == "hybrid" for reply in replies if isinstance(reply, Answer))
    while len(replies) < 4:
        desk.step()
    assert replies[3].id == 2


def test_a_paper_handed_in_again_with_other_pages_is_replaced(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for source in (DIRECTIVE, msgspec.structs.replace(DIRECTIVE, pages=["Toàn thị xã còn 5 tuyến phố hư hỏng."])):
        for _ in library.take(source):
            library.view([DIRECTIVE.key])
    for one in (library, Library(tmp_path)):
        view, _ = one.view([DIRECTIVE.key])
        assert [sentence.text for sentence in view.sentences] == ["Toàn thị xã còn 5 tuyến phố hư hỏng."]


def test_a_damaged_file_on_the_shelf_is_left_out_and_cleared_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for source in (DIRECTIVE, REPORT):
        shelf.save(read(source, Words()))
    shelf.path(REPORT.key).write_bytes(shelf.path(REPORT.key).read_bytes()[:500])
    library = Library(tmp_path)
    view, _ = library.view([DIRECTIVE.key, REPORT.key])
    assert [paper.source for paper in view.papers] == [DIRECTIVE]
    assert not shelf.path(REPORT.key).exists()
    shelf.path(DIRECTIVE.key).write_bytes(b"nothing of a paper")
    assert list(shelf.entries()) == []


def test_a_paper_read_by_older_rules_is_read_again_and_keeps_its_vectors(tmp_path: Path, encoder: Encodes) -> None:
    library = Library(tmp_path)
    (paper,) = papers([DIRECTIVE], encoder, Words())
    entry = library.put(paper)
    path = Shelf(tmp_path).path(DIRECTIVE.key)
    path.write_bytes(path.read_bytes().replace(entry.reader, bytes(16)))
    again = Library(tmp_path)
    (old,) = again.entries()
    assert old.stale
    new = again.refresh(old)
    assert new is not None
    assert (new.stale, new.fingerprint, new.passages) == (False, encoder.fingerprint, entry.passages)
    assert not again.lacks_vectors(new, encoder)
