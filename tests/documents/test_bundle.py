"""The bundle of a meeting: what is in it, what is not, and that every change of it is found."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from icabinet.actions import TASKS
from icabinet.cli.main import cli
from icabinet.cli.verify_bundle import WORDS
from icabinet.documents.bundle import debate
from icabinet.documents.bundle.check import check
from icabinet.documents.bundle.pack import ANNOTATIONS, DEBATE, LOG, MANIFEST, RECORDS, together
from icabinet.documents.bundle.sheet import Table, harmless, to_csv, to_xlsx
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.tasks import Plan
from icabinet.domain.votes import Choice, Rule
from icabinet.store.database import Database
from icabinet.views.bundle import build, facts
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, add_paper, do, found_meeting, open_vote, start

PRIVATE = "Lời riêng không ai khác được xem"
SECRET = "Tài liệu mật không được lọt ra"


def no_template(sha256: str) -> bytes:
    raise AssertionError(sha256)


def hold(db: Database) -> None:
    """Speeches, an open and a secret vote, a comment, shared and private notes, a secret paper, a conclusion."""
    found_meeting(db)
    add_paper(db)
    secret = c.AddPaper(
        paper="p2", item="i2", title=SECRET, version="p2v", name="b.pdf", kind="pdf", sha256="cd" * 32, size=9,
        readers=["user:d1"],
    )  # fmt: skip
    do(db, "secretary", secret)
    do(db, SYSTEM, c.FinishPaper(version="p2v", reading="cd" * 32, pages=1))
    do(db, "secretary", c.PublishPapers(papers=["p2"]))
    start(db, ["d1", "d2"])
    do(db, "d1", c.AddComment(comment="c1", paper="p1", text="=1+1 không phải công thức"))
    do(db, "d1", c.AddComment(comment="c2", paper="p2", text=SECRET))
    for note, text, shared in (("n1", "Ý kiến chung", True), ("n2", PRIVATE, False)):
        quads = [(1, 1, 9, 9)]
        do(db, "d1", c.AddNote(note=note, version="p1v", page=1, quads=quads, exact="ba mươi", end=7, text=text))
        if shared:
            do(db, "d1", c.ShareNote(note=note, shared=True))
    do(db, "d1", c.RequestSpeech(speech="s1", subject="Tiến độ"))
    do(db, "chair", c.GoToItem(item="i2"))
    do(db, "chair", c.CallSpeaker(speech="s1"))
    do(db, "chair", c.EndSpeech(speech="s1"))
    choices: dict[str, Choice] = {"d1": "for", "d2": "against"}
    for vote, rule in (("v1", Rule()), ("v2", Rule(secrecy="secret"))):
        do(db, "chair", c.PrepareVote(vote=vote, item="i2", question=f"Thông qua {vote}?", rule=rule))
        do(db, "chair", c.OpenVote(vote=vote))
        for user, choice in choices.items():
            ballot = c.CastBallot(vote=vote, choice=choice)
            sealed = c.SealBallot(vote=vote, choice=choice, receipt=f"receipt-of-{choice}")
            do(db, user, ballot if vote == "v1" else sealed)
        do(db, "chair", c.CloseVote(vote=vote))
        do(db, "chair", c.PublishVote(vote=vote))
    do(db, "chair", c.ConcludeItem(item="i2", text="Giao Sở Nội vụ hoàn thiện."))
    do(db, "chair", c.EndMeeting())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the database of a meeting and its bundle."""
    folder = tmp_path_factory.mktemp("bundle")
    make_ready(sqlite_url(folder))
    db = Database(sqlite_url(folder))
    hold(db)
    steps: list[tuple[int, int]] = []
    found = db.read(lambda s: facts(s, MEETING))
    content = build(found, lambda done, of: steps.append((done, of)), no_template)
    assert steps == [(n, steps[-1][1]) for n in range(steps[-1][1])]
    assert build(db.read(lambda s: facts(s, MEETING)), lambda done, of: None, no_template) == content, (
        "same log, same bytes"
    )
    db.close()
    (folder / "bundle.zip").write_bytes(content)
    yield folder


@pytest.fixture(scope="module")
def files(place: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(place / "bundle.zip") as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rows(files: dict[str, bytes], table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(files[f"bang/{table}.csv"].decode("utf-8-sig")), delimiter=";"))


def verify(place: Path, *arguments: str) -> tuple[int, str]:
    environment = {"ICABINET_DATABASE": sqlite_url(place)}
    result = CliRunner(env=environment).invoke(cli, ["verify", *arguments])
    return result.exit_code, result.output


def test_it_holds_the_documents_the_tables_and_the_record_of_the_meeting(files: dict[str, bytes]) -> None:
    for name in ("bien-ban", "giay-moi", "thong-bao-ket-luan", "bien-ban-kiem-phieu-01", "danh-sach-diem-danh"):
        assert files[f"van-ban/{name}.pdf"].startswith(b"%PDF-")
        assert files[f"van-ban/{name}.docx"].startswith(b"PK")
    ballots = rows(files, "phieu")
    assert ["1", "Thông qua v1?", "Người d1", "Sở Tư pháp", "1", "Có", "Đồng ý", ""] in ballots
    assert ["2", "Thông qua v2?", "receipt-of-against", "", "1", "Có", "Không đồng ý", ""] in ballots
    assert rows(files, "y-kien")[1][4] == "'=1+1 không phải công thức"
    decided = next(row for row in rows(files, "bieu-quyet") if row[1] == "Thông qua v1?")
    assert (decided[10], decided[11], decided[-1]) == ("2", "1", "Đã công bố")
    traced = [row for row in rows(files, "dan-chieu") if row[0] == "speech:s1"]
    assert traced and all(row[3].isdigit() for row in traced)
    workbook = openpyxl.load_workbook(io.BytesIO(files["bang/tat-ca.xlsx"]))
    assert workbook.sheetnames[:3] == ["Điểm danh", "Phát biểu", "Biểu quyết"]
    assert workbook["Ý kiến"]["E2"].value == "=1+1 không phải công thức"
    assert workbook["Ý kiến"]["E2"].data_type == "s", "words, never a formula"


def test_nothing_secret_and_nothing_private_is_in_it(files: dict[str, bytes]) -> None:
    plain = b"".join(content for name, content in files.items() if not name.endswith((".docx", ".pdf")))
    for word in (PRIVATE, SECRET, "my_ballot", "my_sealed"):
        assert word.encode() not in plain, word
    by_secret = [row for row in rows(files, "phieu") if row[0] == "2"]
    assert not any("Người" in row[2] for row in by_secret)


def test_shared_notes_are_w3c_annotations(files: dict[str, bytes]) -> None:
    (note,) = json.loads(files[ANNOTATIONS])["items"]
    assert (note["type"], note["motivation"]) == ("Annotation", "commenting")
    assert note["body"]["value"] == "Ý kiến chung"
    quote = next(one for one in note["target"]["selector"] if one["type"] == "TextQuoteSelector")
    assert quote["exact"] == "ba mươi"


def test_the_debate_keeps_to_its_schema_and_names_the_events(files: dict[str, bytes]) -> None:
    assert debate.errors(files[DEBATE]) == []
    root = etree.fromstring(files[DEBATE])
    (speech,) = root.iter(f"{{{debate.NAMESPACE}}}speech")
    assert (speech.get("by"), speech.get("startTime")[-6:]) == ("#person_d1", "+07:00")
    named = {event.get("eId") for event in root.iter(f"{{{debate.NAMESPACE}}}TLCEvent")}
    assert {reference.lstrip("#") for reference in speech.get("refersTo").split()} <= named
    assert debate.errors(files[DEBATE].replace(b"debateBody>", b"debateBuddy>"))


def test_an_untouched_bundle_is_sound_and_fits_the_log_it_came_from(place: Path) -> None:
    code, said = verify(place, str(place / "bundle.zip"), "--log")
    assert code == 0, said
    assert "Hồ sơ còn nguyên vẹn." in said
    db = Database(sqlite_url(place))
    do(db, "secretary", c.EditMinutes(block="speech:s1", text="Sau đó còn có sự kiện khác."))
    db.close()
    assert verify(place, str(place / "bundle.zip"), "--log")[0] == 0, "a log that grew still holds the bundle's head"


@settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_byte_anywhere_is_found(place: Path, data: st.DataObject) -> None:
    content = bytearray((place / "bundle.zip").read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    assert check(bytes(content)).differences


@pytest.mark.parametrize("path", ["bang/phieu.csv", "van-ban/bien-ban.pdf", LOG, DEBATE, RECORDS])
def test_a_missing_and_an_added_file_are_named(files: dict[str, bytes], path: str) -> None:
    kept = {name: content for name, content in files.items() if name not in (path, "SHA256SUMS")}
    first = check(together(kept)).differences[0]
    assert (first.code, first.where) == ("missing", path)
    more = {name: content for name, content in files.items() if name != "SHA256SUMS"} | {"them.txt": b"x"}
    assert [(one.code, one.where) for one in check(together(more)).differences] == [("added", "them.txt")]


def test_a_log_that_was_rewritten_breaks_at_its_event(place: Path, files: dict[str, bytes]) -> None:
    lines = files[LOG].splitlines()
    at = next(n for n, line in enumerate(lines) if b'"agenda.go"' in line)
    lines[at] = lines[at].replace(b'"chair"', b'"d1"')
    broken = together({**{n: c for n, c in files.items() if n != "SHA256SUMS"}, LOG: b"\n".join(lines) + b"\n"})
    found = {(one.code, one.where) for one in check(broken).differences}
    assert {("changed", LOG), ("chain", str(at + 1))} <= found
    (place / "broken.zip").write_bytes(broken)
    code, said = verify(place, str(place / "broken.zip"))
    assert code == 1
    assert f"đứt ở sự kiện {at + 1}." in said


def test_private_events_keep_only_their_hash(files: dict[str, bytes]) -> None:
    lines = [json.loads(line) for line in files[LOG].splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))
    hidden = [line for line in lines if "kind" not in line]
    assert hidden and all(set(line) == {"seq", "hash"} for line in hidden)
    assert json.loads(files[MANIFEST])["head"] == lines[-1]["hash"]


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_bundle_is_said_to_be_none(content: bytes) -> None:
    (difference,) = check(content).differences
    assert difference.code in ("not-a-bundle", "missing")
    assert set(WORDS) >= {difference.code}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_runs_in_a_spreadsheet(cell: str) -> None:
    written = to_csv(("Cột",), [(cell,)])
    assert written.startswith("\ufeff".encode())
    (_, (read,)) = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
    assert read == harmless(cell) == f"'{cell}"
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([Table("a", "A", ("Cột",), ((cell,),))])))
    assert sheet["A"]["A2"].data_type != "f"


def test_what_was_signed_of_a_void_vote_stays_in_it_and_says_so(tmp_path: Path) -> None:
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    open_vote(db)
    for user in ("d1", "d2", "d3"):
        do(db, user, c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    do(db, "chair", c.PublishVote(vote="v1"))
    for kind in ("count", "resolution"):
        kept = c.KeepSigned(
            signing=f"g-{kind}", document=f"{kind}:v1", sha256="ef" * 32, source="cd" * 32, subject="Người ký",
            issuer="CA", stamped=False,
        )  # fmt: skip
        do(db, "secretary", kept)
    do(db, "chair", c.VoidVote(vote="v1", reason="Đếm sai"))
    content = build(
        db.read(lambda s: facts(s, MEETING)), lambda done, of: None, lambda sha256: b"%PDF- " + sha256.encode()
    )
    db.close()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = {line["path"]: line for line in json.loads(archive.read(MANIFEST))["signatures"]}
        paths = [path for path in archive.namelist() if "khong-con-dung" in path]
        assert {archive.read(path) for path in paths} == {b"%PDF- " + b"ef" * 32}
    assert paths == [
        "van-ban/bien-ban-kiem-phieu-khong-con-dung-01-da-ky-lan-1.pdf",
        "van-ban/nghi-quyet-khong-con-dung-02-da-ky-lan-1.pdf",
    ]
    assert {told[path]["standing"] for path in paths} == {"biểu quyết đã huỷ"}
    assert check(content).differences == []


def test_what_was_signed_of_conclusions_that_fell_away_is_not_said_to_be_in_use(tmp_path: Path) -> None:
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    plan = Plan(title="Lập danh sách", owner="user:d1", deadline=4_100_000_000_000, result="Danh sách")
    do(db, "secretary", c.CreateTask(task="j1", plan=plan, meeting=MEETING, item="", quotation=None), TASKS)
    do(db, "chair", c.EndMeeting())
    kept = c.KeepSigned(
        signing="g1", document="conclusions", sha256="ef" * 32, source="cd" * 32, subject="Người ký", issuer="CA",
        stamped=False,
    )  # fmt: skip
    do(db, "secretary", kept)
    do(db, "secretary", c.CancelTask(task="j1", reason="Trùng"), TASKS)
    (left,) = db.read(lambda s: facts(s, MEETING)).left
    db.close()
    assert (left.name, left.standing) == ("thong-bao-ket-luan-khong-con-dung-01", "văn bản không còn được lập")
