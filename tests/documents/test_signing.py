"""Signed PDF files, opened again by pypdf and looked at by pyHanko's validator; keys in files and in a token."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from icabinet import clock
from icabinet.cli.main import cli
from icabinet.documents.layout import Signer
from icabinet.documents.official import Official, Part, build
from icabinet.documents.printed import to_pdf
from icabinet.documents.signing import trial
from icabinet.documents.signing.check import roots_of, signatures
from icabinet.documents.signing.keys import certificate_of, key_of, need_usable
from icabinet.documents.signing.place import HEIGHT, WIDTH, place_of
from icabinet.documents.signing.problems import NotSigned
from icabinet.documents.signing.sign import FIELD, sign
from icabinet.settings import Settings
from tests.documents.signing_keys import OFFICE, PASSPHRASE, settings_in, signer

NAME = "Nguyễn Hoàng Minh"
DAY = 24 * 3600 * 1000


def paper() -> bytes:
    """Two pages: the signer's name stands in a paragraph, too."""
    parts = tuple(Part("paragraph", f"{NAME} trình bày. " + "Nội dung của thông báo. " * 40) for _ in range(6))
    official = Official(
        parent_agency="UBND thành phố",
        agency="Văn phòng",
        number_line="Số: 07/TB-VP",
        place_and_date="Vĩnh Giang, ngày 05 tháng 02 năm 2026",
        kind_word="Thông báo",
        title="Kết luận",
        parts=parts,
        left=None,
        right=Signer(("KT. Chủ tịch", "Phó Chủ tịch"), NAME),
        recipients=("Lưu: VT.",),
        signed=True,
    )
    return to_pdf(build(official))


def signed_with(settings: Settings, pdf: bytes, name: str = NAME) -> bytes:
    with key_of(settings) as key:
        need_usable(key.certificate, clock.now())
        return sign(pdf, key, at=clock.local(clock.now()), place=place_of(pdf, name))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signing")


@pytest.fixture(scope="module")
def settings(place: Path) -> Settings:
    return settings_in(place)


@pytest.fixture(scope="module")
def plain() -> bytes:
    return paper()


@pytest.fixture(scope="module")
def signed(settings: Settings, plain: bytes) -> bytes:
    return signed_with(settings, plain)


def states(pdf: bytes, settings: Settings, later: int = 0) -> list[str]:
    return [one.state for one in signatures(pdf, roots_of(settings.sign_trust), clock.now() + later)]


def test_the_signature_stands_behind_the_whole_file_in_the_form_of_pades(signed: bytes, plain: bytes) -> None:
    assert signed.startswith(plain), "nothing of the document itself is written anew"
    reader = pypdf.PdfReader(io.BytesIO(signed))
    (field,) = (reader.get_fields() or {}).values()
    value = field["/V"].get_object()
    assert (field["/T"], value["/SubFilter"], value["/Name"]) == (FIELD, "/ETSI.CAdES.detached", "Người ký thử")
    start, length, after, rest = value["/ByteRange"]
    assert (start, after + rest) == (0, len(signed)), "it covers everything but itself"
    assert length > len(plain)
    widget = next(note.get_object() for page in reader.pages for note in page.get("/Annots", ()))
    left, low, right, high = (float(number) for number in widget["/Rect"])
    assert (right - left, high - low) == (WIDTH, HEIGHT)
    assert left > float(reader.pages[-1].mediabox.width) / 2, "in the right column of the signature block"


def test_it_says_who_signed_and_is_valid_only_as_long_as_every_byte_and_the_issuer_stand(
    signed: bytes, plain: bytes, settings: Settings
) -> None:
    (found,) = signatures(signed, roots_of(settings.sign_trust), clock.now())
    assert (found.state, found.stamped) == ("valid", False)
    assert (found.holder.subject, found.holder.organisation) == ("Người ký thử", OFFICE)
    assert found.holder.issuer == "CA thử"
    assert abs(found.at - clock.now()) < DAY
    assert states(plain, settings) == []
    for at in (len(plain) // 3, len(plain) // 2):
        touched = bytearray(signed)
        touched[at] ^= 1
        assert states(bytes(touched), settings) == ["changed"]
    writer = pypdf.PdfWriter(io.BytesIO(signed), incremental=True)
    writer.add_metadata({"/Title": "Tên khác"})
    more = io.BytesIO()
    writer.write(more)
    assert states(more.getvalue(), settings) == ["added"]
    assert states(signed, Settings()) == ["untrusted"]
    assert states(signed, settings, 3001 * DAY) == ["expired"], "no timestamp proves that it was signed before"


def signed_again(pdf: bytes, settings: Settings) -> bytes:
    """As another office does that countersigns the file."""
    out = io.BytesIO()
    with key_of(settings) as key:
        signer = PdfSigner(PdfSignatureMetadata(field_name="ChuKySo2", md_algorithm="sha256"), key.signer)
        signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()


def with_a_page(pdf: bytes) -> bytes:
    writer, more = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True), io.BytesIO()
    writer.add_blank_page()
    writer.write(more)
    return more.getvalue()


def test_two_may_sign_a_file_one_behind_the_other_but_nothing_may_come_between(
    signed: bytes, settings: Settings
) -> None:
    twice = signed_again(signed, settings)
    assert states(twice, settings) == ["valid", "valid"]
    assert states(signed_again(with_a_page(signed), settings), settings) == ["added", "valid"]
    assert states(with_a_page(twice), settings) == ["added", "added"]


def test_who_is_to_blame_when_it_is_not_the_key(
    plain: bytes, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An authority that nobody reaches, and a disk that cannot be written."""

    def refused(authority: str = "") -> str:
        with pytest.raises(NotSigned) as problem, key_of(settings) as key:
            sign(plain, key, at=clock.local(clock.now()), place=None, authority=authority)
        return problem.value.code

    assert refused("http://127.0.0.1:9/") == "signing.tsa"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nothing"))
    assert refused() == "signing.disk"


def test_the_name_in_a_paragraph_is_no_place_for_a_signature(plain: bytes, settings: Settings) -> None:
    found = place_of(plain, NAME)
    assert found is not None and found.page == len(pypdf.PdfReader(io.BytesIO(plain)).pages) - 1
    assert place_of(plain, "Người không có trong văn bản") is None
    assert place_of(plain, "") is None
    unseen = signed_with(settings, plain, "")
    assert states(unseen, settings) == ["valid"]
    notes = [note for page in pypdf.PdfReader(io.BytesIO(unseen)).pages for note in page.get("/Annots", ())]
    assert [[float(side) for side in note.get_object()["/Rect"]] for note in notes] == [[0, 0, 0, 0]], "not to be seen"


def code(settings: Settings) -> str:
    with pytest.raises(NotSigned) as refused, key_of(settings) as key:
        need_usable(key.certificate, clock.now())
    return refused.value.code


def test_a_key_that_cannot_sign_says_why(tmp_path: Path) -> None:
    assert code(Settings()) == "signing.no-key"
    assert code(Settings(sign_key=str(tmp_path / "nothing.p12"))) == "signing.missing-file"
    good = settings_in(tmp_path)
    assert code(settings_in(tmp_path, passphrase="sai")) == "signing.passphrase"
    kept = tmp_path / "pass"
    assert code(Settings(sign_key=good.sign_key, sign_passphrase_file=str(kept))) == "signing.missing-file"
    kept.write_text(PASSPHRASE + "\n", encoding="utf-8")
    with key_of(Settings(sign_key=good.sign_key, sign_passphrase_file=str(kept))) as key:
        assert key.holder.subject == "Người ký thử"
    assert code(settings_in(tmp_path, signer(ended=True))) == "signing.expired"
    broken = tmp_path / "key.p12"
    broken.write_bytes(b"no key")
    assert code(Settings(sign_key=str(broken))) == "signing.broken-file"
    secret = BestAvailableEncryption(PASSPHRASE.encode())
    broken.write_bytes(pkcs12.serialize_key_and_certificates(b"x", None, signer().certificate, None, secret))
    assert code(Settings(sign_key=str(broken), sign_passphrase=PASSPHRASE)) == "signing.empty-file"
    module = Settings(sign_module=str(tmp_path / "nothing.so"), sign_token="x")
    assert code(module) in ("signing.no-pkcs11", "signing.missing-file")


def test_the_command_line_says_whose_key_it_is_and_what_a_signed_file_is_worth(
    place: Path, signed: bytes, plain: bytes, settings: Settings
) -> None:
    environment = {"ICABINET_SIGN_KEY": settings.sign_key, "ICABINET_SIGN_TRUST": settings.sign_trust}

    def run(*arguments: str, **more: str) -> tuple[int, str]:
        result = CliRunner(env=environment | more).invoke(cli, arguments)
        return result.exit_code, result.output

    status, said = run("sign", "check", ICABINET_SIGN_PASSPHRASE=PASSPHRASE)
    assert (status, PASSPHRASE in said) == (0, False)
    assert "Người ký: Người ký thử" in said and OFFICE in said and "CA thử" in said
    status, said = run("sign", "check", ICABINET_SIGN_PASSPHRASE="sai")
    assert status == 1 and "Mật khẩu của tệp khoá không đúng" in said
    (place / "signed.pdf").write_bytes(signed)
    (place / "plain.pdf").write_bytes(plain)
    (place / "cut.pdf").write_bytes(signed[:-2000])
    (place / "touched.pdf").write_bytes(signed.replace(b"/Page", b"/Paxe", 1))
    status, said = run("verify", str(place / "signed.pdf"))
    assert status == 0 and "chữ ký hợp lệ" in said and "đồng hồ máy ký" in said
    assert run("verify", str(place / "plain.pdf")) == (1, "Tệp chưa ký số.\n")
    for name in ("cut.pdf", "touched.pdf"):
        assert run("verify", str(place / name))[0] == 1
    status, said = run("verify", str(place / "signed.pdf"), ICABINET_SIGN_TRUST="")
    assert status == 1 and "chưa tin nơi cấp" in said


def test_a_trial_key_is_made_once_and_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "BITS", 2048)
    run = CliRunner().invoke(cli, ["sign", "trial", str(tmp_path / "keys")])
    assert run.exit_code == 0, run.output
    given = dict(line.split("=", 1) for line in run.output.splitlines() if "=" in line)
    checked = CliRunner(env=given).invoke(cli, ["sign", "check"])
    assert checked.exit_code == 0 and "chữ ký thử" in checked.output
    assert (tmp_path / "keys" / trial.KEY).stat().st_mode & 0o077 == 0
    assert CliRunner().invoke(cli, ["sign", "trial", str(tmp_path / "keys")]).exit_code == 1


MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")


def test_a_key_that_stays_in_its_token_signs_too(
    tmp_path: Path, plain: bytes, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SoftHSM2 in the place of a token."""
    pkcs11 = pytest.importorskip("pkcs11")
    module = next((name for name in MODULES if Path(name).exists()), "")
    if not module or not shutil.which("softhsm2-util"):
        pytest.skip("no SoftHSM2")
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    made = ["softhsm2-util", "--init-token", "--free", "--label", "van-phong", "--pin", "123456", "--so-pin", "654321"]
    subprocess.run(made, check=True, capture_output=True)
    fill_token(pkcs11, module)
    token = Settings(
        sign_module=module, sign_token="van-phong", sign_label="ky", sign_passphrase="123456",
        sign_trust=settings.sign_trust,
    )  # fmt: skip
    with key_of(token) as key:
        assert key.token
        assert certificate_of(token) == key.certificate
    assert states(signed_with(token, plain), settings) == ["valid"]
    a_wrong_pin_is_tried_once(pkcs11.lib(module), msgspec.structs.replace(token, sign_passphrase="999999"))
    assert code(Settings(sign_module=module, sign_token="khac", sign_passphrase="123456")) == "signing.no-token"
    wrong = Settings(sign_module=module, sign_token="van-phong", sign_label="la", sign_passphrase="123456")
    assert code(wrong) == "signing.no-label"


def a_wrong_pin_is_tried_once(library: Any, wrong: Settings) -> None:
    """Looking whose key it is asks for no PIN; and the refused one is not tried even when it would be right by then."""

    def tried() -> bool:
        from pkcs11 import TokenFlag

        return TokenFlag.USER_PIN_COUNT_LOW in library.get_token(token_label=wrong.sign_token).flags

    assert certificate_of(wrong).not_valid_after_utc == signer().certificate.not_valid_after_utc
    assert not tried()
    assert code(wrong) == "signing.pin"
    assert tried()
    with library.get_token(token_label=wrong.sign_token).open(rw=True, user_pin="123456") as session:
        session.set_pin("123456", "999999")
    assert code(wrong) == "signing.pin"
    with pytest.raises(NotSigned, match=r"signing\.pin"):
        certificate_of(wrong)
    with library.get_token(token_label=wrong.sign_token).open(rw=True, user_pin="999999") as session:
        session.set_pin("999999", "123456")


def fill_token(pkcs11: object, module: str) -> None:
    """The tests' key and certificate go into it."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    pair = signer()
    plain = pair.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    words = {pkcs11.Attribute.LABEL: "ky", pkcs11.Attribute.ID: b"1", pkcs11.Attribute.TOKEN: True}  # type: ignore[attr-defined]
    certificate = decode_x509_certificate(pair.certificate.public_bytes(Encoding.DER))
    token = pkcs11.lib(module).get_token(token_label="van-phong")  # type: ignore[attr-defined]
    with token.open(rw=True, user_pin="123456") as session:
        session.create_object(decode_rsa_private_key(plain) | words)
        session.create_object(certificate | words)
