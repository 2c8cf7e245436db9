"""`icabinet demo`: the prepared meeting on an embedded SQLite database, ready for tablets on the same network."""

from __future__ import annotations

import io
import shutil
import socket

import click
import msgspec
import segno

from .. import certificates, clock
from ..server.run import serve
from ..settings import Settings, from_environment
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.schema import upgrade
from .people import PEOPLE
from .prepare import MEETING_ID, Prepared, prepare

ROLE_WORDS = {
    "chair": "Chủ trì",
    "secretary": "Thư ký",
    "delegate": "Đại biểu",
    "guest": "Khách mời",
    "administrator": "Quản trị",
    "screen": "Màn hình lớn",
}


def run(host: str, port: int, fresh: bool, https: bool = False) -> None:
    """Prepares what is missing, prints how to sign in, and serves until Ctrl-C.

    Raises click.ClickException when somebody else listens there, before anything is prepared.
    """
    need_free(host, port)
    settings = msgspec.structs.replace(from_environment(), host=host, port=port)
    settings = msgspec.structs.replace(settings, data=settings.data.parent / "demo")
    if fresh:
        shutil.rmtree(settings.data, ignore_errors=True)
    prepared = prepared_data(settings)
    if https:
        settings = with_https(settings)
    serve(settings, lambda: click.echo(welcome(settings, prepared)))


def with_https(settings: Settings) -> Settings:
    """An authority of the demonstration's own, made once; its page stands on the next port."""
    names = ("localhost", "127.0.0.1", lan_address())
    if not settings.tls.is_dir():
        certificates.begin(settings.tls, settings.office, names, certificates.LONGEST_DAYS, clock.utc())
    elif not set(names) <= set(certificates.standing(settings.tls / certificates.SERVER).names):
        certificates.renew(settings.tls, names, certificates.LONGEST_DAYS, clock.utc())
    return msgspec.structs.replace(settings, http_port=settings.port + 1)


def need_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise click.ClickException(
                f"Không dùng được cổng {port} tại {host}: {problem.strerror}. "
                f"Xin chọn cổng khác, thí dụ --port {port + 1} (make demo ARGS='--port {port + 1}')."
            ) from problem


def prepared_data(settings: Settings) -> Prepared:
    """The sign-ins of the demonstration; made once and kept beside its data.

    The file is written last: a preparation that was broken off is done again from the start.
    """
    kept = settings.data / "sign-ins.json"
    if kept.is_file():
        upgrade(settings.database_url)
        return msgspec.json.decode(kept.read_bytes(), type=Prepared)
    shutil.rmtree(settings.data, ignore_errors=True)
    settings.data.mkdir(parents=True)
    upgrade(settings.database_url)
    db = Database(settings.database_url)
    try:
        prepared = prepare(db, Blobs(settings.data / "files"), lambda text: click.echo(f"  {text}"))
    finally:
        db.close()
    kept.write_bytes(msgspec.json.encode(prepared))
    return prepared


def welcome(settings: Settings, prepared: Prepared) -> str:
    tablets = settings.address or f"{settings.scheme}://{lan_address()}:{settings.port}"
    lines = [
        "",
        "i-Cabinet đã sẵn sàng.",
        f"  Trên máy này:       {settings.scheme}://127.0.0.1:{settings.port}/",
        f"  Máy tính bảng:      {tablets}/",
        f"  Màn hình lớn:       {tablets}/screen#{MEETING_ID}",
        "",
        f"  Mật khẩu chung cho buổi chạy thử: {prepared.password}",
        *(f"  {ROLE_WORDS[role]:<14}{login}" for role, login in _one_per_role()),
        "",
        "Quét mã để mở trên máy tính bảng cùng mạng:",
        _code(tablets),
        "Dừng bằng Ctrl-C.",
    ]
    if settings.http_port:
        trust = f"http://{lan_address()}:{settings.http_port}/cai-dat"
        lines.insert(5, f"  Cài chứng thư:      {trust}")
    if not settings.model.is_dir():
        lines.insert(2, "  (Chưa có mô hình ngôn ngữ: trợ lý chỉ tìm theo từ.)")
    return "\n".join(lines)


def _one_per_role() -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    for person in PEOPLE:
        first.setdefault(person.role, person.login)
    delegates = [person.login for person in PEOPLE if person.role == "delegate"]
    return list((first | {"delegate": f"{delegates[0]} … {delegates[-1]}"}).items())


def lan_address() -> str:
    """The address by which the local network reaches this machine. Nothing is sent: UDP only picks a route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: an address that is nobody's
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _code(address: str) -> str:
    text = io.StringIO()
    segno.make(address + "/", error="l").terminal(out=text, compact=True)
    return text.getvalue()
