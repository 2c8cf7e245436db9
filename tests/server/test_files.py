"""Papers through the server: uploads good and bad, publishing, recalling, rights on the bytes."""

from __future__ import annotations

import gzip
import io
import socket
import time
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab, wait_for_change

SENTENCE = "Đến hết tháng 10 năm 2026, thành phố đã kích hoạt 968.420 tài khoản định danh điện tử."


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs or (SENTENCE,):
        document.add_paragraph(paragraph)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def pdf_file(pages: int = 2, password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def wait_until_read(tab: Tab, version: str = "p1v") -> dict[str, object]:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = tab.records()["version"][version]
        if found["state"] != "processing":
            return dict(found)
        time.sleep(0.1)
    raise AssertionError("the paper was never read")


def leftovers(server: Server) -> list[Path]:
    return [path for path in (server.data / "files" / "incoming").rglob("*") if path.is_file()]


def test_a_word_file_becomes_a_pdf_that_can_be_read(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    content = word_file()
    assert secretary.upload(content, "báo cáo.docx").status_code == 201
    assert wait_until_read(secretary)["state"] == "ready"
    secretary.do("paper.publish", papers=["p1"])
    answer = delegate.http.get("/api/versions/p1v/reading")
    assert answer.headers["content-type"] == "application/pdf"
    text = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "968.420" in text
    assert delegate.http.get("/api/versions/p1v/original").content == content


def test_the_bytes_come_in_ranges_with_a_lasting_tag(server: Server) -> None:
    secretary = server.tab("secretary")
    content = pdf_file()
    secretary.upload(content)
    wait_until_read(secretary)
    draft = secretary.http.get("/api/versions/p1v/reading")
    assert draft.headers["cache-control"] == "private, no-cache", "it may still be read again, with other tools"
    secretary.do("paper.publish", papers=["p1"])
    whole = secretary.http.get("/api/versions/p1v/reading")
    part = secretary.http.get("/api/versions/p1v/reading", headers={"range": "bytes=0-7"})
    assert whole.content == content
    assert (part.status_code, part.content) == (206, content[:8])
    assert "immutable" in whole.headers["cache-control"]
    stale = {"range": "bytes=8-15", "if-range": '"another"'}
    assert secretary.http.get("/api/versions/p1v/reading", headers=stale).status_code == 200


def test_published_papers_appear_and_recalled_ones_vanish(any_server: Server) -> None:
    secretary, delegate = any_server.tab("secretary"), any_server.tab("d1")
    with delegate.follow(delegate.at()) as tablet:
        secretary.upload(pdf_file())
        wait_until_read(secretary)
        assert "paper" not in delegate.records(), "a draft is the secretary's"
        assert delegate.http.get("/api/versions/p1v/reading").status_code == 404
        secretary.do("paper.publish", papers=["p1"])
        assert wait_for_change(tablet, "paper")[2]["state"] == "published"
        assert delegate.http.get("/api/versions/p1v/reading").status_code == 200
        delegate.do("comment.add", comment="c1", paper="p1", text="Đề nghị làm rõ")
        quad = [10, 20, 200, 40]
        delegate.do("note.add", note="n1", version="p1v", page=1, quads=[quad], exact="đoạn")
        delegate.do("note.share", note="n1", shared=True)
        secretary.do("paper.recall", paper="p1", reason="Có sai sót")
        while (change := wait_for_change(tablet, "paper"))[2] is not None:
            pass
        assert change[:2] == ["paper", "p1"]
    left = delegate.records()
    assert not {"paper", "version", "note", "comment"} & set(left), "what quotes a recalled paper goes with it"
    assert delegate.http.get("/api/versions/p1v/reading").status_code == 404


def test_nothing_is_published_while_one_paper_cannot_be_read(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    secretary.upload(pdf_file(), paper="p1")
    secretary.upload(pdf_file()[:400] + b"\n%%EOF", paper="p2")
    wait_until_read(secretary, "p1v")
    if "p2" in secretary.records()["paper"]:
        assert wait_until_read(secretary, "p2v")["state"] == "failed"
        answer = secretary.command("paper.publish", papers=["p1", "p2"])
        assert answer.status_code == 409
        assert "không đọc được" in answer.json()["message"]
    else:
        assert secretary.command("paper.publish", papers=["p1", "p2"]).status_code == 404
    assert "paper" not in delegate.records()


def zip_bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(word_file())) as good:
            for name in good.namelist():
                archive.writestr(name, good.read(name))
        archive.writestr("word/media/x.bin", b"\0" * 300_000_000)
    return content.getvalue()


def with_entities() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive, zipfile.ZipFile(io.BytesIO(word_file())) as good:
        for name in good.namelist():
            data = good.read(name)
            if name == "word/document.xml":
                declaration = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                data = data.replace(b"?>", b"?>" + declaration, 1)
            archive.writestr(name, data)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "rỗng.pdf", "không có nội dung"),
        (b"<html>xin chao</html>", "giả.pdf", "Không nhận loại tệp này"),
        (b"PK\x03\x04 not a zip", "giả.docx", ""),
        (pdf_file(password="bi-mat"), "khóa.pdf", "có mật khẩu"),
        (pdf_file()[:300], "thiếu.pdf", ""),
        (zip_bomb(), "bom.docx", "nén quá mức"),
        (with_entities(), "ngoài.docx", "khai báo bên ngoài"),
    ],
    ids=["empty", "html", "fake-docx", "encrypted", "truncated", "zip-bomb", "entities"],
)
def test_a_bad_file_gets_a_clear_word_and_harms_nothing(server: Server, content: bytes, name: str, words: str) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    answer = secretary.upload(content, name)
    if answer.status_code == 201:  # its fault shows only when it is read
        version = wait_until_read(secretary)
        assert version["state"] == "failed"
        message = str(version["message"])
    else:
        assert answer.status_code == 400, answer.text
        assert "paper" not in secretary.records()
        message = answer.json()["message"]
    assert words in message
    assert "Đề nghị" in message, "it says what to do"
    assert leftovers(server) == []
    assert delegate.http.get("/api/me").status_code == 200
    assert secretary.upload(pdf_file(), paper="p9").status_code == 201, "the next paper is taken"


def test_an_upload_that_is_announced_too_large_is_refused_before_it_is_sent(server: Server) -> None:
    secretary = server.tab("secretary")
    started = _raw_upload(server, secretary, f"Content-Length: {500 * 1024 * 1024}\r\n")
    answer = started.recv(4096).decode()
    started.close()
    assert answer.startswith("HTTP/1.1 413")
    assert leftovers(server) == []


def test_an_upload_that_grows_too_large_is_refused_while_it_streams(server: Server) -> None:
    """500 MB without saying so: cut off at the limit, and nothing stays behind."""
    secretary = server.tab("secretary")
    raw = _raw_upload(server, secretary, "Transfer-Encoding: chunked\r\n")
    chunk = b"%x\r\n" % 1_048_576 + b"%PDF" * 262_144 + b"\r\n"
    sent = 0
    try:
        for _ in range(500):
            raw.sendall(chunk)
            sent += 1
    except (BrokenPipeError, ConnectionResetError):
        pass
    raw.close()
    assert sent < 300, "the server stopped listening long before the end"
    assert leftovers(server) == []
    assert "paper" not in secretary.records()


def test_an_upload_that_breaks_off_leaves_nothing(server: Server) -> None:
    secretary = server.tab("secretary")
    raw = _raw_upload(server, secretary, "Content-Length: 1000000\r\n")
    raw.sendall(b"%PDF-1.7 half of it")
    raw.close()
    until = time.monotonic() + PATIENCE
    while leftovers(server) and time.monotonic() < until:
        time.sleep(0.05)
    assert leftovers(server) == []
    assert "paper" not in secretary.records()


def _raw_upload(server: Server, tab: Tab, length: str) -> socket.socket:
    raw = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    raw.sendall(
        (
            "POST /api/streams/m1/papers?paper=p5&version=p5v&item=i1&title= HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{server.port}\r\nX-CSRF-Token: {tab.me['csrf']}\r\nIdempotency-Key: {tab.key()}\r\n"
            f"Cookie: icabinet_session={tab.http.cookies['icabinet_session']}\r\n{length}\r\n"
        ).encode()
    )
    return raw


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.pdf", "C:\\tài liệu\\kế hoạch.pdf", "họp 📄 2026.pdf", "dài" * 150 + ".pdf", "  .pdf"]
)
def test_odd_names_are_made_harmless_and_still_recognised(server: Server, name: str) -> None:
    secretary = server.tab("secretary")
    assert secretary.upload(pdf_file(), name).status_code == 201
    kept = str(wait_until_read(secretary)["name"])
    assert kept
    assert not {"/", "\\"} & set(kept)
    assert len(kept) <= 200
    assert secretary.records()["paper"]["p1"]["title"]
    assert secretary.http.get("/api/versions/p1v/original").status_code == 200


def test_only_the_secretary_uploads(server: Server) -> None:
    assert server.tab("d1").upload(pdf_file()).status_code == 403
    assert server.tab("outsider").upload(pdf_file()).status_code == 404
    assert leftovers(server) == []


def test_leaves_come_with_a_published_paper_and_go_with_it(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    secretary.upload(word_file(), "báo cáo.docx")
    wait_until_read(secretary)
    assert delegate.http.get("/api/versions/p1v/leaves").status_code == 404
    draft = secretary.http.get("/api/versions/p1v/leaves")
    assert (draft.status_code, draft.headers["cache-control"]) == (200, "private, no-cache")
    secretary.do("paper.publish", papers=["p1"])
    answer = delegate.http.get("/api/versions/p1v/leaves", headers={"x-prefetch": "1"})
    length = int.from_bytes(answer.content[:4])
    assert "968.420" in gzip.decompress(answer.content[4 : 4 + length]).decode()
    assert answer.content[4 + length :].startswith(b"RIFF")
    secretary.do("paper.recall", paper="p1", reason="Có bản thay thế.")
    assert delegate.http.get("/api/versions/p1v/leaves").status_code == 404
