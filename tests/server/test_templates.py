"""An office's own template: uploaded, used by the documents, previewed, and taken away again."""

from __future__ import annotations

import io
import json
import zipfile

import docx

from icabinet.documents.bundle.check import check
from tests.documents.test_template import paper, text
from tests.server.conftest import Server, Tab
from tests.server.test_minutes import hold_a_meeting

PATH = "/api/streams/m1/templates/conclusions"


def put(tab: Tab, content: bytes, path: str = PATH) -> tuple[int, str]:
    answer = tab.http.post(path, content=content, headers={"idempotency-key": tab.key(), "x-file-name": "mau.docx"})
    return answer.status_code, answer.json().get("error", "")


def test_documents_are_made_in_the_offices_own_template_until_it_is_taken_away(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)
    own = paper(("MẪU RIÊNG: {{ten_loai}}",), ("{{noi_dung}}",), ("{{nguoi_ky}}",))
    assert put(secretary, own) == (201, "")
    assert put(chair, own) == (403, "not-allowed")
    assert put(secretary, paper(("{{noi_dung}}",), ("{{la}}",))) == (400, "template.unknown")
    document = "/api/streams/m1/official/conclusions"
    made = text(secretary.http.get(f"{document}/docx").content)
    assert made.startswith("MẪU RIÊNG: Thông báo")
    assert "Giao Sở Nội vụ hoàn thiện kế hoạch." in made
    for address in (f"{document}/pdf", f"{PATH}/preview"):
        assert secretary.http.get(address).content.startswith(b"%PDF-")
    assert secretary.http.get(PATH).content == own
    names = {one["name"] for one in secretary.http.get(f"{PATH}/names").json()["names"]}
    assert {"noi_dung", "nguoi_ky", "dia_danh_ngay_thang"} <= names
    start = secretary.http.get(f"{PATH}/start").content
    assert "{{noi_dung}}" in text(start)
    said = json.loads(secretary.http.get("/api/streams/m1/bundle").text.splitlines()[-1])
    bundle = secretary.http.get(f"/api/streams/m1/bundle/{said['name']}").content
    assert check(bundle).differences == []
    assert made in _all(bundle, "van-ban/thong-bao-ket-luan.docx")
    secretary.do("template.remove", kind="conclusions")
    assert "MẪU RIÊNG" not in text(secretary.http.get(f"{document}/docx").content)
    assert secretary.http.get(PATH).status_code == 404


def _all(bundle: bytes, path: str) -> str:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return text(archive.read(path))


def test_minutes_take_a_template_too(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    own = paper(("Thư ký: {{thu_ky}}",), ("{{danh_sach_dai_bieu}}",), ("{{noi_dung}}",))
    assert put(secretary, own, "/api/streams/m1/templates/minutes") == (201, "")
    made = secretary.http.get("/api/streams/m1/official/minutes/docx").content
    assert "Giao Sở Nội vụ" in text(made)
    assert "Người d1" in text(made)
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text.startswith("Thư ký: Người secretary")
