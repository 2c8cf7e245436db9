"""A real server on https with an authority of its own, and the plain door beside it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest
import structlog
from click.testing import CliRunner

from icabinet import certificates, clock
from icabinet.cli.main import cli
from icabinet.server import https
from icabinet.store.database import Database
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.patience import PATIENCE
from tests.rooms import found_meeting
from tests.server.conftest import ANEW, PASSWORD, Server, free_port, hashed


class SafeServer(Server):
    def __init__(self, data: Path, database: str) -> None:
        super().__init__(data, database)
        self.url = self.url.replace("http:", "https:")
        self.door = free_port()
        self.more = {"ICABINET_HTTP_PORT": str(self.door), "ICABINET_OFFICE": "Văn phòng <thử>"}
        self.context = ssl.create_default_context(cafile=str(data / "tls" / "ca.crt"))


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SafeServer]:
    data = tmp_path_factory.mktemp("https")
    make_ready(sqlite_url(data))
    db = Database(sqlite_url(data))
    found_meeting(db, password_hash=hashed())
    db.close()
    certificates.begin(data / "tls", "Văn phòng <thử>", ["localhost", "127.0.0.1"], 20, clock.utc())
    server = SafeServer(data, sqlite_url(data))
    server.start()
    yield server
    server.stop()


def sign_in(safe: SafeServer, login: str) -> httpx2.Client:
    client = httpx2.Client(base_url=safe.url, verify=safe.context, timeout=PATIENCE, limits=ANEW)
    answer = client.post("/api/sign-in", json={"login": login, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    assert "Secure" in answer.headers["set-cookie"]
    client.headers["x-csrf-token"] = answer.json()["csrf"]
    return client


def test_a_cookie_from_https_is_for_https_only(safe: SafeServer) -> None:
    with closing(sign_in(safe, "chair")) as client:
        assert client.get("/api/me").status_code == 200


def test_the_machine_itself_can_ask_whether_it_lives(safe: SafeServer) -> None:
    where = {"ICABINET_DATA": str(safe.data), "ICABINET_PORT": str(safe.port)}
    assert CliRunner().invoke(cli, ["check", "--alive"], env=where).exit_code == 0
    assert CliRunner().invoke(cli, ["check", "--alive"], env=where | {"ICABINET_PORT": str(free_port())}).exit_code == 1


def test_nobody_else_is_believed(safe: SafeServer) -> None:
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{safe.url}/api/health")


def test_the_plain_door_explains_and_lets_nobody_in(safe: SafeServer) -> None:
    with httpx2.Client(base_url=f"http://127.0.0.1:{safe.door}", timeout=PATIENCE, limits=ANEW) as client:
        first = client.get("/")
        assert (first.status_code, first.headers["location"]) == (302, "/cai-dat")
        page = client.get("/cai-dat")
        assert certificates.fingerprint(safe.data / "tls" / "ca.crt") in page.text
        assert f"https://127.0.0.1:{safe.port}/" in page.text
        assert "&lt;thử&gt;" in page.text
        assert "<thử>" not in page.text
        authority = client.get("/cai-dat/ca.crt")
        assert authority.headers["content-type"] == "application/x-x509-ca-cert"
        known = ssl.PEM_cert_to_DER_cert((safe.data / "tls" / "ca.crt").read_text())
        assert authority.content == known
        assert client.get("/cai-dat/qr.svg").headers["content-type"] == "image/svg+xml"
        assert client.post("/api/sign-in", json={"login": "chair", "password": PASSWORD}).status_code == 405
        assert client.get("/cai-dat/ca.key").status_code == 302


def test_the_page_stands_on_https_too(safe: SafeServer) -> None:
    answer = httpx2.get(f"{safe.url}/cai-dat", verify=safe.context)
    assert "connect-src https:" in answer.headers["content-security-policy"]


def test_an_administrator_reads_how_long_the_certificate_lasts_and_nobody_else_does(safe: SafeServer) -> None:
    with closing(sign_in(safe, "administrator")) as client:
        assert client.get("/api/https").json() == {"secure": True, "days_left": 19, "warn_days": 30}
    with closing(sign_in(safe, "chair")) as client:
        assert client.get("/api/https").status_code == 403


def test_the_log_warns_before_the_end(tmp_path: Path) -> None:
    certificates.begin(tmp_path, "Văn phòng", ["localhost"], 20, clock.utc())
    with structlog.testing.capture_logs() as said:
        https.warn(tmp_path / "server.crt")
    assert [(line["log_level"], line["days_left"]) for line in said] == [("warning", 19)]
    certificates.renew(tmp_path, (), 300, clock.utc())
    with structlog.testing.capture_logs() as said:
        https.warn(tmp_path / "server.crt")
    assert said == []


def test_a_renewed_certificate_is_shown_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from icabinet.settings import Settings

    monkeypatch.setattr(https, "LOOK_SECONDS", 0.01)
    settings = Settings(data=tmp_path)
    certificates.begin(settings.tls, "Văn phòng", ["localhost"], 100, clock.utc())
    assert asyncio.run(shown_after_renewal(settings.tls, settings)) == 300


async def shown_after_renewal(folder: Path, settings: object) -> int:
    """Days of the certificate that a new connection is shown, once it is not the old one any more."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.crt", folder / "server.key")
    watching = asyncio.create_task(https.watch(settings, context))  # type: ignore[arg-type]
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    await asyncio.sleep(0.05)
    certificates.renew(folder, (), 300, clock.utc())
    renewed = (folder / "server.crt").read_text()
    first = ssl.PEM_cert_to_DER_cert(renewed[: renewed.index("-----END CERTIFICATE-----") + 26])
    shown = b""
    while shown != first:
        shown = await peer_certificate(folder, port)
    watching.cancel()
    server.close()
    return 300


async def peer_certificate(folder: Path, port: int) -> bytes:
    trusting = ssl.create_default_context(cafile=str(folder / "ca.crt"))
    _reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=trusting, server_hostname="localhost")
    shown = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.close()
    assert isinstance(shown, bytes)
    return shown
