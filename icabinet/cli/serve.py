"""`icabinet serve`: what must be right before the server starts, in words."""

from __future__ import annotations

import ssl
from pathlib import Path
from urllib.parse import urlsplit

import click
import msgspec

from ..server.run import serve
from ..settings import Settings, from_environment
from ..store.schema import upgrade


def run(certificate: str, key: str) -> None:
    settings = from_environment()
    if certificate or key:
        settings = msgspec.structs.replace(settings, certificate=certificate, key=key)
    check_pair(settings)
    check_wording(settings)
    upgrade(settings.database_url)
    address = f"{settings.scheme}://{settings.host}:{settings.port}"
    serve(settings, lambda: click.echo(f"i-Cabinet đang chạy tại {address}"))


def check_pair(settings: Settings) -> None:
    """Raises click.ClickException when the certificate and its key cannot be served."""
    pair = settings.pair
    if pair is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(*pair)
    except (OSError, ssl.SSLError) as problem:
        raise click.ClickException(
            f"Không dùng được chứng thư “{pair[0]}” với khoá “{pair[1]}”: {problem}. "
            "Xin kiểm tra hai tệp (PEM, cùng một cặp) và quyền đọc, hoặc chạy “icabinet tls renew”."
        ) from problem


def check_wording(settings: Settings) -> None:
    """Raises click.ClickException when a language model is set in a way that can never work."""
    address = urlsplit(settings.wording_address)
    if settings.wording_address and (address.scheme not in ("http", "https") or not address.hostname):
        raise click.ClickException(
            f"ICABINET_WORDING_ADDRESS “{settings.wording_address}” không phải địa chỉ http:// hay https://."
        )
    if bool(settings.wording_address) != bool(settings.wording_model):
        raise click.ClickException("Xin đặt cả ICABINET_WORDING_ADDRESS và ICABINET_WORDING_MODEL, hoặc bỏ cả hai.")
    if settings.wording_key_file and not Path(settings.wording_key_file).is_file():
        raise click.ClickException(f"Không có tệp “{settings.wording_key_file}” (ICABINET_WORDING_KEY_FILE).")
