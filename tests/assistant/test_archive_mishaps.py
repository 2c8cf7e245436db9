"""Odd papers, broken files and a full disk: the others are searched all the same, and nothing is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from icabinet.assistant.archive.store import Archive
from icabinet.assistant.bm25 import Words
from icabinet.assistant.desk import Desk
from icabinet.assistant.index import Source, read
from icabinet.assistant.library import Library
from icabinet.assistant.protocol import AnyReply, Ask, Status
from icabinet.assistant.shelf import Shelf

from .test_archive import archive, made_up, meaning, put_in_order, shelved

EMPTY = Source("empty", "Bản quét chưa nhận dạng", "", [""])


def short(key: str) -> Source:
    return Source(key, f"Thông báo {key}", "", [f"Lịch trực tuần của phòng {key}."])


def put(library: Library, *sources: Source) -> None:
    for source in sources:
        library.put(read(source, Words()))


@contextmanager
def full_disk(bytes_a_file: int = 16) -> Iterator[None]:
    """No file of this process grows beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_a_file, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_paper_without_text_outlives_the_papers_beside_it(tmp_path: Path) -> None:
    library = Library(tmp_path, many=1, young=3)
    put(library, EMPTY, *map(short, "abc"))
    for key in "abc":
        library.drop(key)
    put(library, *map(short, "de"))
    put_in_order(library.archive)
    for one in (library, Library(tmp_path, many=1, young=3)):
        view, missing = one.view_for(["empty", "d", "e"], "Lịch trực của phòng d", None)
        assert {paper.key for paper in view.papers} == {"d", "e"}
        assert missing == []
    library.drop("empty")
    put_in_order(library.archive)
    assert list((tmp_path / "archive").iterdir()) == []


def test_what_is_written_again_leaves_no_vectors_of_the_former_text(tmp_path: Path) -> None:
    library = shelved(tmp_path, range(4), young=4)
    former = made_up(2)
    assert former.embedding is not None
    vectors = former.embedding.passages.tobytes()
    again = made_up(20)
    again.source = msgspec.structs.replace(again.source, key="p2")
    library.put(again)
    library.drop("p2")
    assert not any(vectors in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_on_a_full_disk_papers_stay_young_and_are_found(tmp_path: Path) -> None:
    kept = Library(tmp_path, young=10)
    entries = [kept.put(made_up(number)) for number in range(2)]
    papers = [made_up(number) for number in range(2, 4)]
    for paper in papers:
        entries.append(Shelf(tmp_path).save(paper))
    full = Archive(tmp_path / "other", {}, Shelf(tmp_path).load, young=4)
    with full_disk():
        for paper, entry in zip([made_up(0), made_up(1), *papers], entries, strict=True):
            full.add(paper, entry)
    keys = [f"p{number}" for number in range(4)]
    assert {one.key for one in full.best(keys, "ngân sách báo cáo", meaning(1))} == set(keys)
    assert list((tmp_path / "other").iterdir()) == []


def test_segments_that_cannot_be_merged_are_made_again_from_the_shelf(tmp_path: Path) -> None:
    library = shelved(tmp_path, range(40))
    keys = [f"p{number}" for number in range(40)]
    before = library.archive.best(keys, "báo cáo ngân sách", meaning(2))
    first, *_ = sorted((tmp_path / "archive").iterdir())
    (first / "holders").write_bytes(b"\xff" * (first / "holders").stat().st_size)
    put_in_order(library.archive)
    for one in (library, Library(tmp_path, young=10)):
        assert one.archive.best(keys, "báo cáo ngân sách", meaning(2)) == before


@pytest.mark.parametrize("name", ["starts", "lengths", "signs", "terms", "vectors"])
def test_no_shortened_column_keeps_the_archive_from_opening(tmp_path: Path, name: str) -> None:
    before = archive(tmp_path, range(8)).best(["p1", "p2"], "báo cáo", meaning(2))
    for path in (tmp_path / "archive").rglob(name):
        path.write_bytes(b"")
    assert Library(tmp_path, young=10).archive.best(["p1", "p2"], "báo cáo", meaning(2)) == before


def test_a_file_that_is_no_paper_keeps_none_of_the_others_away(tmp_path: Path) -> None:
    put(Library(tmp_path), short("a"))
    head = Shelf(tmp_path).path("a").read_bytes()
    at = head.index(b"a", head.index(b"key"))
    (tmp_path / "letters.paper").write_bytes(head[:at] + b"\xff" + head[at + 1 :])
    (tmp_path / "folder.paper").mkdir()
    assert [entry.key for entry in Library(tmp_path).entries()] == ["a"]


def test_a_paper_that_cannot_be_written_again_stays_as_it_was_read(tmp_path: Path) -> None:
    library = Library(tmp_path)
    put(library, short("a"))
    (entry,) = library.entries()
    path = Shelf(tmp_path).path("a")
    path.write_bytes(path.read_bytes().replace(entry.reader, bytes(16)))
    replies: list[AnyReply] = []
    desk = Desk(Library(tmp_path), replies.append)
    with full_disk():
        while desk.busy:
            desk.step()
    desk.inbox.put(Ask(1, "Lịch trực tuần của phòng a?", ["a"]))
    desk.inbox.put(Status(2))
    while len(replies) < 2:
        desk.step()
    assert replies[0].id == 1
    assert msgspec.structs.asdict(replies[0])["passages"][0].quote == "Lịch trực tuần của phòng a."


def test_a_damaged_paper_is_named_missing_however_many_there_are(tmp_path: Path) -> None:
    library = Library(tmp_path, many=1, young=3)
    put(library, *map(short, "abcd"))
    path = Shelf(tmp_path).path("b")
    path.write_bytes(path.read_bytes()[:-1])
    fresh = Library(tmp_path, many=1, young=3)
    assert fresh.view_for(list("abcd"), "Lịch trực của phòng b", None)[1] == ["b"]
    put(library, short("b"))
    path.write_bytes(path.read_bytes()[:-1])
    for folder in (tmp_path / "archive").iterdir():
        (folder / "head").write_bytes(b"?")
    rebuilt = Library(tmp_path, many=1, young=3)
    assert rebuilt.view_for(list("abcd"), "Lịch trực của phòng b", None)[1] == ["b"]
