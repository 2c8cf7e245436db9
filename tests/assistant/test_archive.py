import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.answer import answer
from icabinet.assistant.archive.finding import Meaning, Part, Places, by_words, find
from icabinet.assistant.archive.segments import Piece, in_memory
from icabinet.assistant.archive.store import Archive
from icabinet.assistant.bm25 import BM25, Scores, Words, join
from icabinet.assistant.index import Embedding, Encodes, Paper, Source, Vectors, narrowed, read
from icabinet.assistant.library import Library
from icabinet.assistant.packed import pack, unpack
from icabinet.assistant.search import View
from icabinet.assistant.text import fold, tokens

from .samples import DIRECTIVE, REPORT, SECRET, papers
from .test_answers import ANSWERED

OTHERS = [Source(f"o{n}", f"Thông báo số {n}", "", [f"Lịch trực tuần {n} của các phòng ban."]) for n in range(20)]
MODEL = "made up"
VOCABULARY = ["đường", "phố", "nước", "trường", "học", "bệnh", "viện", "ngân", "sách", "kế", "hoạch", "báo", "cáo"]


def made_up(number: int, passages: int = 4) -> Paper:
    """A paper of invented words and vectors, always the same for its number."""
    chance = random.Random(number)
    pages = [" ".join(chance.choices(VOCABULARY, k=12)).capitalize() + "." for _ in range(passages)]
    paper = read(Source(f"p{number}", f"Văn bản {number}", "", pages), Words())
    vectors = np.random.default_rng(number).standard_normal((len(paper.passages), 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    halves = vectors.astype(np.float16)
    paper.embedding = Embedding(MODEL, halves, halves[: len(paper.sentences)])
    return paper


def meaning(seed: int) -> Meaning:
    vector = np.random.default_rng(1000 + seed).standard_normal(64).astype(np.float32)
    return Meaning(vector / np.linalg.norm(vector), MODEL)


def shelved(folder: Path, numbers: Sequence[int], young: int = 10) -> Library:
    library = Library(folder, young=young)
    for number in numbers:
        library.put(made_up(number))
    return library


def archive(folder: Path, numbers: Sequence[int], young: int = 10) -> Archive:
    return shelved(folder, numbers, young).archive


def put_in_order(kept: Archive) -> None:
    while kept.untidy:
        kept.tidy()


@pytest.fixture(scope="module")
def every(encoder: Encodes) -> list[Paper]:
    return papers([SECRET, *OTHERS, DIRECTIVE, REPORT], encoder, Words())


@pytest.mark.parametrize("typed", [str, fold])
@pytest.mark.parametrize("with_model", [True, False])
def test_the_paper_that_answers_comes_first_and_is_quoted(
    tmp_path: Path, every: list[Paper], encoder: Encodes, typed, with_model: bool
) -> None:
    library = Library(tmp_path, many=10, young=8)
    for paper in every:
        library.put(paper)
    keys = [paper.key for paper in every if paper.key != SECRET.key]
    for question, (key, page, words) in ANSWERED.items():
        view, missing = library.view_for([*keys, "unknown"], typed(question), encoder if with_model else None)
        assert missing == ["unknown"]
        assert len(view.papers) < len(keys)
        best = answer(view, typed(question), encoder if with_model else None).passages[0]
        assert (best.key, best.page) == (key, page)
        assert words in best.quote
    library.drop(DIRECTIVE.key)
    view, _ = library.view_for(keys, next(iter(ANSWERED)), None)
    assert DIRECTIVE.key not in {paper.key for paper in view.papers}


def test_papers_that_are_not_allowed_change_nothing(tmp_path: Path) -> None:
    """Rights before ranking: what is found, and in which order, is the same with and without the hidden papers."""
    allowed = [number for number in range(40) if number % 3]
    full, alone = archive(tmp_path / "full", range(40)), archive(tmp_path / "alone", allowed)
    keys = [f"p{number}" for number in allowed]
    for seed, words in enumerate(["ngân sách trường học", "báo cáo", "không có từ này"]):
        for asked in (meaning(seed), None):
            assert full.best(keys, words, asked) == alone.best(keys, words, asked)


def test_nothing_of_a_dropped_paper_is_found_or_kept(tmp_path: Path) -> None:
    library = shelved(tmp_path, range(8))
    paper = made_up(3)
    assert paper.embedding is not None
    vectors = paper.embedding.passages.tobytes()
    assert any(vectors in path.read_bytes() for path in tmp_path.rglob("vectors"))
    library.drop("p3")
    assert not any(vectors in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for one in (library, Library(tmp_path, young=10)):
        found = one.archive.best([f"p{number}" for number in range(8)], "ngân sách", meaning(0))
        assert {chosen.key for chosen in found} == {f"p{number}" for number in range(8) if number != 3}


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(0, 30), unique=True, min_size=2, max_size=12),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4),
    st.data(),
)
def test_words_count_as_in_one_collection_of_the_allowed_papers(numbers, words, data) -> None:
    """However the papers are spread over segments: the scores are those of BM25 over the allowed passages alone."""
    made = [made_up(number, passages=3) for number in numbers]
    allowed = data.draw(st.lists(st.booleans(), min_size=len(made), max_size=len(made)))
    library_parts = parts_of(made, allowed, data.draw(st.integers(1, 4)))
    asked = " ".join(words)
    found = by_words(library_parts, asked)
    kept = [paper for paper, there in zip(made, allowed, strict=True) if there]
    expected = BM25(join([paper.passage_words for paper in kept]), Words()).scores(tokens(asked))
    mask = np.concatenate([part.allowed for part in library_parts])
    assert np.allclose(found[mask], expected, rtol=1e-4)
    assert not found[~mask].any()


def parts_of(made: Sequence[Paper], allowed: Sequence[bool], size: int) -> list[Part]:
    parts = []
    for at in range(0, len(made), size):
        some = made[at : at + size]
        rows = [
            (Piece(one.key, b"", len(one.passages), MODEL), one.passage_words, one.embedding.passages)
            for one in some
            if one.embedding is not None
        ]
        mask = np.repeat(np.array(allowed[at : at + size], dtype=bool), [len(one.passages) for one in some])
        parts.append(Part(in_memory(rows), mask))
    return parts


def test_looking_at_a_few_finds_what_looking_at_all_finds() -> None:
    made = [made_up(number, passages=10) for number in range(60)]
    parts = parts_of(made, [True] * len(made), 20)
    hits = 0
    for seed in range(20):
        target = made[seed].embedding
        assert target is not None
        near = Meaning(unit(target.passages[0].astype(np.float32) + 0.5 * meaning(seed).vector), MODEL)
        few = top(*find(parts, "ngân sách trường học", near, nearest=100))
        hits += len(few & top(*find(parts, "ngân sách trường học", near, nearest=600)))
    assert hits >= 0.9 * 20 * 10


def unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def top(places: Places, scores: Scores) -> set[int]:
    return set(places[np.argsort(-scores)[:10]].tolist())


def test_merging_changes_no_answer_and_leaves_fewer_segments(tmp_path: Path) -> None:
    kept = archive(tmp_path, range(60))
    for number in range(0, 60, 7):
        kept.drop(f"p{number}")
    keys = [f"p{number}" for number in range(60)]
    before = [kept.best(keys, words, meaning(1)) for words in VOCABULARY]
    segments = len(list((tmp_path / "archive").iterdir()))
    for _ in range(30):
        kept.tidy()
    assert [kept.best(keys, words, meaning(1)) for words in VOCABULARY] == before
    put_in_order(kept)
    assert [kept.best(keys, words, meaning(1)) for words in VOCABULARY] == before
    assert len(list((tmp_path / "archive").iterdir())) < segments


def test_without_a_model_papers_are_found_by_words_and_all_of_them_can_go(tmp_path: Path) -> None:
    library = Library(tmp_path, many=3, young=3)
    keys = [source.key for source in OTHERS]
    for source in OTHERS:
        library.put(read(source, Words()))
    put_in_order(library.archive)
    for one in (library, Library(tmp_path, many=3, young=3)):
        view, missing = one.view_for(keys, "Lịch trực tuần 7", None)
        assert view.papers[0].key == "o7"
        assert missing == []
    for key in keys:
        library.drop(key)
    put_in_order(library.archive)
    assert library.view_for(keys, "Lịch trực tuần 7", None)[1] == sorted(keys)
    assert list((tmp_path / "archive").iterdir()) == []


def test_a_broken_segment_or_a_merge_cut_short_is_made_good_from_the_shelf(tmp_path: Path) -> None:
    library = shelved(tmp_path, range(40))
    keys = [f"p{number}" for number in range(40)]
    before = library.archive.best(keys, "báo cáo ngân sách", meaning(2))
    for _ in range(20):
        library.tidy()
    first, second, *_ = sorted(path for path in (tmp_path / "archive").iterdir() if path.name.isdecimal())
    (first / "holders").write_bytes((first / "holders").read_bytes()[:-4])
    (second / "head").write_bytes(b"?")
    again = Library(tmp_path, young=10)
    assert again.archive.best(keys, "báo cáo ngân sách", meaning(2)) == before
    assert not list((tmp_path / "archive").glob("*.partial"))


def test_a_paper_is_the_same_after_being_packed(every: list[Paper]) -> None:
    for paper in every:
        again = unpack(pack(paper))
        assert (again.source, again.passages, again.references) == (paper.source, paper.passages, paper.references)
        assert (again.folded, again.habits) == (paper.folded, paper.habits)
        views = [View([one], Words()) for one in (paper, again)]
        for question in ANSWERED:
            assert answer(views[0], question) == answer(views[1], question)


def test_a_part_of_a_paper_has_the_words_and_vectors_of_its_passages() -> None:
    paper = made_up(5, passages=9)
    part = narrowed(paper, [2, 3, 7])
    assert part.passages == [paper.passages[at] for at in (2, 3, 7)]
    assert part.embedding is not None
    assert len(part.embedding.sentences) == len(part.sentences)
    whole, few = (BM25(one.passage_words, Words()).scores(tokens("ngân sách")) > 0 for one in (paper, part))
    assert few.tolist() == whole[[2, 3, 7]].tolist()
