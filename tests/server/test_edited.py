"""Minutes that somebody edited in Word are compared with the record."""

from __future__ import annotations

import io

import docx

from tests.documents.test_template import saved
from tests.server.conftest import Server
from tests.server.test_minutes import hold_a_meeting

PATH = "/api/streams/m1/official/minutes/edited"


def test_words_changed_in_word_are_told_and_nothing_else(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    content = secretary.http.get("/api/streams/m1/official/minutes/docx").content
    edited = docx.Document(io.BytesIO(content))
    for paragraph in edited.paragraphs:
        if "hoàn thiện kế hoạch" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("hoàn thiện kế hoạch", "huỷ bỏ kế hoạch")
    found = secretary.http.post(PATH, content=saved(edited))
    assert found.status_code == 200, found.text
    changed = [row for row in found.json()["rows"] if row["kind"] != "same"]
    assert [row["kind"] for row in changed] == ["changed"]
    pieces = {op: text for op, text, *_ in changed[0]["pieces"] if op in "+-"}
    assert "hoàn thiện" in pieces["-"]
    assert "huỷ bỏ" in pieces["+"]
    same = secretary.http.post(PATH, content=content).json()
    assert all(row["kind"] == "same" for row in same["rows"])
    assert secretary.http.post(PATH, content=b"no Word file").status_code == 400
    assert server.tab("d1").http.post(PATH, content=content).status_code == 403
