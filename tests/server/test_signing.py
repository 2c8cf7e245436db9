"""A document of the meeting is signed: what it needs, whom it reaches, and what becomes of it after a correction."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import msgspec
import pypdf
import pytest
from click.testing import CliRunner

from icabinet import clock
from icabinet.cli.main import cli
from icabinet.documents.bundle.check import check
from icabinet.documents.bundle.pack import MANIFEST
from icabinet.documents.signing.check import roots_of, signatures
from icabinet.server.signing import Told, told
from icabinet.settings import Settings
from tests.documents.signing_keys import OFFICE, PASSPHRASE, settings_in, signer
from tests.server.conftest import Server, Tab
from tests.server.test_minutes import hold_a_meeting
from tests.server.test_minutes_locked import minutes

MINUTES = "/api/streams/m1/official/minutes"


@pytest.fixture
def signing(server: Server, tmp_path: Path) -> Settings:
    """The server starts anew with a key."""
    settings = settings_in(tmp_path)
    secret = tmp_path / "pass"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    server.stop()
    server.more = {
        "ICABINET_SIGN_KEY": settings.sign_key,
        "ICABINET_SIGN_PASSPHRASE_FILE": str(secret),
        "ICABINET_SIGN_TRUST": settings.sign_trust,
    }
    server.start()
    return settings


def sign(tab: Tab, document: str, name: str) -> tuple[int, str]:
    path = f"/api/streams/m1/official/{document}/sign"
    answer = tab.http.post(path, json={"signing": name}, headers={"idempotency-key": tab.key()})
    return answer.status_code, answer.json().get("error", "")


def stands(tab: Tab, document: str) -> bool:
    return bool(tab.http.get(f"/api/streams/m1/signing/{document}").json()["standing"])


def valid(pdf: bytes, settings: Settings) -> bool:
    return [one.state for one in signatures(pdf, roots_of(settings.sign_trust), clock.now())] == ["valid"]


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def confirm(secretary: Tab, chair: Tab) -> None:
    for tab in (secretary, chair):
        tab.do("minutes.confirm", digest=minutes(tab)["digest"])


def test_the_signed_file_is_the_document_for_everybody_until_a_correction(
    server: Server, signing: Settings, tmp_path: Path
) -> None:
    secretary, chair = hold_a_meeting(server)
    delegate, outsider = server.tab("d1"), server.tab("outsider")
    assert secretary.http.get("/api/streams/m1/signing").json()["key"]["organisation"] == OFFICE
    assert sign(secretary, "minutes", "g1") == (409, "signing.not-final")
    assert sign(secretary, "attendance", "g1") == (409, "signing.kind")
    confirm(secretary, chair)
    assert sign(delegate, "minutes", "g1") == (403, "not-allowed")
    before = secretary.http.get(f"{MINUTES}/pdf").content
    assert sign(secretary, "minutes", "g1") == (201, "")
    assert sign(secretary, "minutes", "g1") == (200, ""), "the same tap again"
    assert sign(chair, "minutes", "g2") == (409, "signing.same")
    assert stands(chair, "minutes") and not stands(chair, "invitation")
    shown = delegate.records()["signed_document"]["g1"]
    assert (shown["document"], shown["number"], shown["subject"]) == ("minutes", 1, "Người ký thử")
    first = delegate.http.get("/api/streams/m1/signed/g1").content
    assert valid(first, signing) and not valid(before, signing)
    assert "chưa ký số" in words(before) and "chưa ký số" not in words(first)
    assert secretary.http.get(f"{MINUTES}/pdf").content == first, "kept as it was written"
    (found,) = delegate.http.get("/api/streams/m1/signed/g1/check").json()["signatures"]
    assert (found["state"], found["holder"]["issuer"]) == ("valid", "CA thử")
    assert outsider.http.get("/api/streams/m1/signed/g1").status_code == 404

    wrong = {"correction": "k1", "block": "speech:s1", "text": "Đúng.", "reason": "Sai tên."}
    secretary.do("minutes.correct", **wrong)
    chair.do("minutes.accept", correction="k1")
    assert "chưa ký số" in words(secretary.http.get(f"{MINUTES}/pdf").content)
    assert not stands(secretary, "minutes"), "to be signed anew"
    assert sign(chair, "minutes", "g2") == (201, "")
    second = secretary.http.get(f"{MINUTES}/pdf").content
    assert "Đính chính số 1" in words(second) and valid(second, signing)
    assert delegate.http.get("/api/streams/m1/signed/g1").content == first, "the old one stays signed"
    assert delegate.records()["signed_document"]["g2"]["number"] == 2
    in_the_bundle(secretary, first, second, tmp_path, signing)


def in_the_bundle(secretary: Tab, first: bytes, second: bytes, place: Path, signing: Settings) -> None:
    said = json.loads(secretary.http.get("/api/streams/m1/bundle").text.splitlines()[-1])
    bundle = secretary.http.get(f"/api/streams/m1/bundle/{said['name']}").content
    assert check(bundle).differences == []
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        assert archive.read("van-ban/bien-ban.pdf") == second
        assert archive.read("van-ban/bien-ban-da-ky-lan-1.pdf") == first
        told = {line["path"]: line for line in json.loads(archive.read(MANIFEST))["signatures"]}
    assert told["van-ban/bien-ban.pdf"]["state"] == "đã ký số"
    assert told["van-ban/bien-ban.pdf"]["by"] == "Người ký thử"
    assert told["van-ban/giay-moi.pdf"]["state"] == "chưa ký số"
    (place / "bundle.zip").write_bytes(bundle)
    run = CliRunner(env={"ICABINET_SIGN_TRUST": signing.sign_trust}).invoke(cli, ["verify", str(place / "bundle.zip")])
    assert run.exit_code == 0, run.output
    assert "Đã ký số: van-ban/bien-ban.pdf (Người ký thử; chữ ký hợp lệ)" in run.output
    assert "Chưa ký số: van-ban/giay-moi.pdf" in run.output


def test_it_is_told_whose_key_signs_and_whose_clock_says_when(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    found = told(settings, english=False)
    assert found.key is not None
    assert (found.key.organisation, found.problem, found.stamped) == (OFFICE, "", False)
    assert told(msgspec.structs.replace(settings, sign_tsa="http://127.0.0.1:9/"), english=False).stamped
    wrong = told(msgspec.structs.replace(settings, sign_passphrase="sai"), english=False)
    assert wrong.key is None and "Mật khẩu của tệp khoá không đúng" in wrong.problem
    assert told(Settings(), english=False) == Told(None, "", stamped=False)


def test_a_key_that_does_not_sign_changes_nothing_and_says_why(
    server: Server, signing: Settings, tmp_path: Path
) -> None:
    chair = server.tab("chair")
    secret = tmp_path / "pass"
    secret.write_text("sai", encoding="utf-8")
    assert sign(chair, "invitation", "g1") == (409, "signing.passphrase")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    settings_in(tmp_path, signer(ended=True))
    assert sign(chair, "invitation", "g1") == (409, "signing.expired")
    assert "đã hết hạn ngày" in chair.http.get("/api/streams/m1/signing").json()["problem"]
    Path(signing.sign_key).unlink()
    assert sign(chair, "invitation", "g1") == (409, "signing.missing-file")
    assert chair.records().get("signed_document", {}) == {}
    assert "chưa ký số" in words(chair.http.get("/api/streams/m1/official/invitation/pdf").content)
    settings_in(tmp_path)
    assert sign(chair, "invitation", "g1") == (201, "")
    blob = server.data / "files" / "blobs" / (sha := chair.records()["signed_document"]["g1"]["sha256"])[:2] / sha[2:4]
    (kept,) = blob.iterdir()
    touched = bytearray(kept.read_bytes())
    touched[len(touched) // 3] ^= 1
    kept.chmod(0o600)
    kept.write_bytes(bytes(touched))
    (found,) = chair.http.get("/api/streams/m1/signed/g1/check").json()["signatures"]
    assert found["state"] == "changed"
