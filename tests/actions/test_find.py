"""Searching one's meetings: the database finds the words, rights decide before anything is told or counted."""

from __future__ import annotations

from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from icabinet.views.find import MOST, Hit, hits_of, parts_of, readable_of, words_of
from tests.rooms import MEETING, add_paper, do, found_meeting, start

PRESENT = ["d1", "d2", "d3"]


def find(db: Database, user: str, words: str) -> list[Hit]:
    return db.read(lambda s: hits_of(s, user, parts_of(s, user), words_of(words)))


def where(db: Database, user: str, words: str) -> list[str]:
    return [hit.where for hit in find(db, user, words)]


def test_each_finds_what_he_may_see(db: Database) -> None:
    found_meeting(db)
    do(db, "secretary", c.PrepareVote(vote="v1", item="i2", question="Thông qua Đề án 06?", rule=Rule()))
    start(db, PRESENT)
    do(db, "chair", c.ConcludeItem(item="i2", text="Giao Sở Nội vụ hoàn thiện ĐỀ ÁN 06"))
    do(db, "secretary", c.AddParagraph(paragraph="w1", after="attendance", text="Đại biểu hỏi về đề án 06."))
    do(db, "secretary", c.EditMinutes(block="attendance", text="Khai mạc, nói về Đề án 06."))
    assert where(db, "secretary", "de an 06") == ["conclusion", "vote", "minutes", "minutes"]
    assert where(db, "d1", "de an 06") == ["conclusion"]
    do(db, "chair", c.OpenVote(vote="v1"))
    assert where(db, "d1", "Đề án 06") == ["conclusion", "vote"]
    assert where(db, "outsider", "de an 06") == []


def test_what_is_changed_is_found_by_its_new_words(db: Database) -> None:
    found_meeting(db)
    do(db, "secretary", c.UpdateItem(item="i2", title="Quy hoạch đô thị", presenter="Sở Xây dựng", minutes=20))
    assert [(hit.where, hit.text) for hit in find(db, "d1", "do thi xay")] == [
        ("agenda", "Quy hoạch đô thị Sở Xây dựng")
    ]
    assert where(db, "d1", "ke hoach") == []
    do(db, "chair", c.StartMeeting())
    for text in ("Trình lại trong quý I", "Thông qua"):
        do(db, "chair", c.ConcludeItem(item="i2", text=text))
    assert (where(db, "d1", "trong quý"), where(db, "d1", "thong qua")) == ([], ["conclusion"])


def test_signs_with_a_meaning_for_databases_are_letters_here(db: Database) -> None:
    found_meeting(db)
    do(db, "secretary", c.UpdateItem(item="i1", title="Đạt 100% chỉ tiêu giao_đất", presenter="", minutes=5))
    assert [where(db, "d1", words) for words in ("100%", "1%", "giao_dat", "giao dat", "g_ao", "'")] == [
        ["agenda"], [], ["agenda"], ["agenda"], [], [],
    ]  # fmt: skip


def test_the_most_that_is_told_are_the_first_that_the_reader_sees(db: Database) -> None:
    found_meeting(db)
    for number in range(MOST + 5):
        made = c.PrepareVote(vote=f"v{number:03d}", item="i2", question="Thông qua Quy chế?", rule=Rule())
        do(db, "secretary", made)
    start(db, PRESENT)
    do(db, "chair", c.OpenVote(vote=f"v{MOST + 4:03d}"))
    assert len(find(db, "secretary", "quy che")) == MOST
    assert where(db, "d1", "quy che") == ["vote"], "what others see stands in nobody's way"


def test_papers_to_search_in_are_those_that_the_reader_may_open(db: Database) -> None:
    found_meeting(db)
    add_paper(db, "p1")
    add_paper(db, "p2", publish=False)
    add_paper(db, "p3")
    do(db, "secretary", c.NameReaders(paper="p3", readers=["user:d1"]))

    def papers(user: str) -> set[str]:
        return {one.paper for one in db.read(lambda s: readable_of(s, user, parts_of(s, user)))}

    assert [papers(user) for user in ("secretary", "d1", "d2", "outsider", SYSTEM)] == [
        {"p1", "p2", "p3"}, {"p1", "p3"}, {"p1"}, set(), set(),
    ]  # fmt: skip
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Sai số liệu"))
    assert papers("d2") == set()
    assert {hit.meeting for hit in find(db, "d2", "khai mac")} == {MEETING}
