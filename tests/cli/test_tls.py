"""`icabinet tls`: certificates that tablets take, keys that nobody else reads."""

from __future__ import annotations

import contextlib
import datetime
import ssl
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from icabinet import certificates
from icabinet.cli.main import cli


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["tls", *words], env={"ICABINET_DATA": str(data), "ICABINET_OFFICE": "Văn phòng"})


def made(data: Path, *names: str) -> Path:
    asked = [part for name in names for part in ("--name", name)]
    result = run(data, "init", *asked)
    assert result.exit_code == 0, result.output
    return data / "tls"


def leaf(folder: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificates((folder / "server.crt").read_bytes())[0]


def test_a_server_certificate_is_what_ipads_ask_for(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan", "192.168.7.5")
    shown = leaf(folder)
    assert shown.not_valid_after_utc - shown.not_valid_before_utc <= datetime.timedelta(days=397)
    assert shown.signature_hash_algorithm is not None
    assert shown.signature_hash_algorithm.name == "sha256"
    use = shown.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(use) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert certificates.standing(folder / "server.crt").names == ("icabinet.lan", "192.168.7.5")


def test_a_browser_that_trusts_the_authority_trusts_its_names_and_no_other(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan")
    authority = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
    trusting = PolicyBuilder().store(Store([authority])).time(datetime.datetime.now(datetime.UTC))
    assert trusting.build_server_verifier(x509.DNSName("icabinet.lan")).verify(leaf(folder), [])
    with pytest.raises(VerificationError):
        trusting.build_server_verifier(x509.DNSName("example.com")).verify(leaf(folder), [])


def test_a_machine_without_a_name_is_trusted_by_its_address(tmp_path: Path) -> None:
    folder = made(tmp_path, "127.0.0.1")
    offered = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    offered.load_cert_chain(folder / "server.crt", folder / "server.key")
    trusting = ssl.create_default_context(cafile=str(folder / "ca.crt"))
    sent, received = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = offered.wrap_bio(sent, received, server_side=True)
    client = trusting.wrap_bio(received, sent, server_hostname="127.0.0.1")
    for _ in range(4):
        for side in (client, server):
            with contextlib.suppress(ssl.SSLWantReadError):
                side.do_handshake()
    assert client.getpeercert()


def test_the_authority_may_not_sign_for_the_rest_of_the_world(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan")
    result = run(tmp_path, "renew", "--name", "example.com")
    assert result.exit_code == 1
    assert "nằm ngoài phạm vi" in result.output
    authority = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
    bounds = authority.extensions.get_extension_for_class(x509.NameConstraints)
    assert bounds.critical
    assert x509.DNSName("icabinet.lan") in (bounds.value.permitted_subtrees or [])


def test_keys_are_for_the_owner_alone(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan")
    for name in ("ca.key", "server.key"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
        load_pem_private_key((folder / name).read_bytes(), None)


def test_a_renewal_keeps_the_authority_and_the_names(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan", "10.1.2.3")
    authority, before = (folder / "ca.crt").read_bytes(), leaf(folder)
    result = run(tmp_path, "renew", "--days", "90")
    assert result.exit_code == 0, result.output
    assert (folder / "ca.crt").read_bytes() == authority
    assert leaf(folder).serial_number != before.serial_number
    assert certificates.standing(folder / "server.crt").names == ("icabinet.lan", "10.1.2.3")
    now = datetime.datetime.now(datetime.UTC)
    assert certificates.standing(folder / "server.crt").days_left(now) in (88, 89)


def test_a_renewal_takes_a_new_address_of_the_house(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan")
    assert run(tmp_path, "renew", "--name", "hop.icabinet.lan", "--name", "192.168.1.9").exit_code == 0
    assert certificates.standing(folder / "server.crt").names == ("hop.icabinet.lan", "192.168.1.9")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("init", "--days", "398"), "từ 1 đến 397 ngày"),
        (("init", "--name", "8.8.8.8"), "không phải địa chỉ mạng nội bộ"),
        (("init", "--name", "phòng họp"), "không hợp lệ"),
        (("renew",), "Chưa có cơ quan chứng thư"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    result = run(tmp_path, *words)
    assert result.exit_code == 1
    assert said in result.output
    assert not (tmp_path / "tls").exists()


def test_a_second_init_leaves_the_first(tmp_path: Path) -> None:
    folder = made(tmp_path, "icabinet.lan")
    before = (folder / "ca.key").read_bytes()
    result = run(tmp_path, "init")
    assert result.exit_code == 1
    assert "tls renew" in result.output
    assert (folder / "ca.key").read_bytes() == before


def test_serve_says_what_is_wrong_with_a_certificate(tmp_path: Path) -> None:
    words = ["serve", "--certificate", str(tmp_path / "no.crt"), "--key", str(tmp_path / "no.key")]
    result = CliRunner().invoke(cli, words, env={"ICABINET_DATA": str(tmp_path)})
    assert result.exit_code == 1
    assert "Không dùng được chứng thư" in result.output
    assert not (tmp_path / "icabinet.db").exists()
