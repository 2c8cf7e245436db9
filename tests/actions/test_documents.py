"""People's own documents: nobody else's, unless shared by name; a kept paper is seen only while it may be."""

from __future__ import annotations

import msgspec
import pytest

from icabinet.actions import OFFICE, takes_part, viewer
from icabinet.domain import commands as c
from icabinet.domain import documents
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.jobs.index import wanted
from icabinet.store.database import Database
from icabinet.views.own_documents import Kept, kept_by
from icabinet.views.snapshot import everything, seen_by
from tests.actions.test_paper_rights import papers_counted, view
from tests.actions.test_paper_rights import refusal as in_meeting
from tests.rooms import MEETING, add_paper, do, found_meeting

SHA = "ab" * 32


def kept(db: Database, user: str) -> Kept:
    def read(session) -> Kept:  # type: ignore[no-untyped-def]
        def groups(meeting: str) -> frozenset[str]:
            who = viewer(session, user, meeting)
            return who.groups() if takes_part(who, meeting) else frozenset()

        return kept_by(session, user, groups)

    return db.read(read)


def own(db: Database, user: str, command: c.Command) -> None:
    do(db, user, command, OFFICE)


def refusal(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as refused:
        own(db, user, command)
    return refused.value.code


def office_documents(db: Database, user: str) -> set[str]:
    """What this person would see of the office's stream."""
    found = db.read(lambda s: everything(s, OFFICE))
    assert found is not None
    return set(seen_by(db.read(lambda s: viewer(s, user, OFFICE)), found[1]).get("document", {}))


def document(name: str = "e1", folder: str = "", size: int = 3) -> c.AddDocument:
    return c.AddDocument(document=name, folder=folder, title="Riêng", name="r.pdf", kind="pdf", sha256=SHA, size=size)


def titles(db: Database, user: str) -> list[str]:
    return [line.title for line in kept(db, user).documents]


def test_a_document_is_its_owners_alone_until_it_is_shared(db: Database) -> None:
    found_meeting(db)
    own(db, "d1", document())
    assert (titles(db, "d1"), titles(db, "d2"), titles(db, "administrator")) == (["Riêng"], [], [])
    for command in (
        c.EditDocument(document="e1", title="x", folder=""),
        c.ShareDocument(document="e1", people=["d2"]),
        c.RemoveDocument(document="e1"),
    ):
        assert refusal(db, "d2", command) == "not-found"
    own(db, "d1", c.ShareDocument(document="e1", people=["d2"]))
    (line,) = kept(db, "d2").documents
    assert (line.title, line.owner, line.shared) == ("Riêng", "Người d1", [])
    assert refusal(db, "d2", c.RemoveDocument(document="e1")) == "not-found"
    assert titles(db, "d3") == []
    own(db, "d1", c.ShareDocument(document="e1", people=[]))
    assert titles(db, "d2") == []


def test_a_note_is_written_on_by_its_owner_alone(db: Database) -> None:
    found_meeting(db)
    note = c.WriteDocument(document="e1", folder="", title="Ghi chép", text="Hỏi về kinh phí")
    own(db, "d1", note)
    own(db, "d1", msgspec.structs.replace(note, text="Hỏi về tiến độ"))
    own(db, "d1", c.ShareDocument(document="e1", people=["d2"]))
    assert [(line.state, line.text) for line in kept(db, "d2").documents] == [("note", "Hỏi về tiến độ")]
    assert refusal(db, "d2", note) == "not-found"
    own(db, "d1", document("e2"))
    assert refusal(db, "d1", msgspec.structs.replace(note, document="e2")) == "document.not-a-note"


def test_own_things_are_in_no_packet_no_count_and_no_answer(db: Database) -> None:
    """Not even a file whose content lies in the meeting too: the paper is found, the document is not."""
    found_meeting(db)
    before = {user: view(db, user) for user in ("chair", "secretary", "d2", "screen")}
    own(db, "d1", document())
    own(db, SYSTEM, c.FinishDocument(document="e1", reading=SHA, pages=7))
    own(db, "d1", c.WriteDocument(document="e2", folder="", title="Ghi chép", text="Riêng"))
    assert before == {user: view(db, user) for user in before}
    assert papers_counted(db, "d1") == papers_counted(db, "d2") == 0
    assert db.read(wanted) == [], "the assistant reads nobody's own documents"
    for user, sees in (("d1", True), ("d2", False), ("administrator", False), ("secretary", False)):
        assert (office_documents(db, user) == {"e1", "e2"}) is sees


def test_a_scan_can_be_read_before_its_letters_are_known_and_stays_so_when_they_cannot_be(db: Database) -> None:
    found_meeting(db)
    own(db, "d1", document())
    own(db, SYSTEM, c.FinishDocument(document="e1", reading=SHA, pages=7, work="recognise"))
    (line,) = kept(db, "d1").documents
    assert (line.state, line.work) == ("ready", "recognise")
    own(db, SYSTEM, c.FinishDocument(document="e1", message="Không nhận dạng được."))
    own(db, SYSTEM, c.FinishDocument(document="e1", message="Nói lần nữa."))
    (line,) = kept(db, "d1").documents
    assert (line.state, line.work, line.pages, line.message) == ("ready", "", 7, "")


def test_folders_are_ones_own_and_what_lies_in_them_outlives_them(db: Database) -> None:
    found_meeting(db)
    own(db, "d1", c.AddFolder(folder="f1", title="Kỳ họp"))
    assert refusal(db, "d2", document(folder="f1")) == "not-found"
    assert refusal(db, "d2", c.RenameFolder(folder="f1", title="x")) == "not-found"
    own(db, "d1", document(folder="f1"))
    own(db, "d1", c.RemoveFolder(folder="f1"))
    assert [line.folder for line in kept(db, "d1").documents] == [""]


def test_a_kept_paper_shows_only_while_the_meeting_shows_it(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    keep = c.KeepPaper(document="e1", folder="", meeting=MEETING, paper="p1")
    assert refusal(db, "outsider", keep) == "not-found"
    own(db, "d1", keep)
    assert refusal(db, "d1", c.KeepPaper(document="e2", folder="", meeting=MEETING, paper="p1")) == "document.kept"
    assert refusal(db, "d1", c.ShareDocument(document="e1", people=["outsider"])) == "document.paper-shared"
    assert titles(db, "d1") == ["Báo cáo p1"]
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d2"]))
    (line,) = kept(db, "d1").documents
    assert (line.title, line.state) == ("", "gone")
    assert refusal(db, "d3", c.KeepPaper(document="e3", folder="", meeting=MEETING, paper="p1")) == "not-found"


def test_there_is_a_limit_to_what_one_keeps(db: Database) -> None:
    found_meeting(db)
    own(db, "d1", document(size=documents.MOST_BYTES))
    assert refusal(db, "d1", document("e2", size=1)) == "document.full"
    own(db, "d2", document("e2", size=1))
    with pytest.raises(Refused):
        documents.check_room([0] * documents.MOST_DOCUMENTS, 0)


def test_own_things_are_no_part_of_a_meeting(db: Database) -> None:
    found_meeting(db)
    assert in_meeting(db, "d1", document()) == "not-found"
    assert in_meeting(db, "d1", c.AddFolder(folder="f1", title="x")) == "not-found"
