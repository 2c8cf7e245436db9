"""What an installation can choose, from the environment. `icabinet check --settings` prints it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

MIB = 1024 * 1024


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`data` holds the database, the files and what is derived from them; everything to back up is in it."""

    data: Path = Path(".var/data")
    database: str = ""
    """SQLAlchemy address; empty means SQLite in `data`."""
    host: str = "127.0.0.1"
    port: int = 8080
    address: str = ""
    """Address that tablets use, for QR codes, such as https://hop.thanhpho.gov.vn; empty: as the browser asked."""
    office: str = "Văn phòng Ủy ban nhân dân thành phố"
    model: Path = Path(".var/model")
    """Folder of the sentence-transformers model; without it the assistant searches by words and says so."""
    secure: bool = False
    """Behind HTTPS: the cookie is then sent over HTTPS only."""
    largest_upload: int = 100 * MIB
    certificate: str = ""
    """File of the server's certificate and its chain (PEM); empty: `tls/server.crt` in `data`, where that stands."""
    key: str = ""
    """File of the certificate's private key (PEM)."""
    offline_days: int = 14
    """So many days after it last heard from the server a tablet may still be read; then it wipes what it keeps."""
    http_port: int = 0
    """Plain-http port beside https, which explains how tablets come to trust it; 0: none."""

    @property
    def keys(self) -> Path:
        """Where the keys of open secret votes lie: not to be backed up."""
        return self.data / "keys"

    @property
    def tls(self) -> Path:
        """Where the office's own certificate authority lies."""
        return self.data / "tls"

    @property
    def pair(self) -> tuple[Path, Path] | None:
        """Certificate and key to serve https with, if there are any."""
        if self.certificate or self.key:
            return Path(self.certificate), Path(self.key)
        own = self.tls / "server.crt", self.tls / "server.key"
        return own if own[0].is_file() else None

    @property
    def scheme(self) -> str:
        return "http" if self.pair is None else "https"

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'icabinet.db'}"


PREFIX = "ICABINET_"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Reads ICABINET_DATA, ICABINET_PORT and so on. Raises msgspec.ValidationError on a value of the wrong type."""
    given = {
        field: environment[PREFIX + field.upper()]
        for field in Settings.__struct_fields__
        if PREFIX + field.upper() in environment
    }
    return msgspec.convert(given, Settings, strict=False, dec_hook=lambda type_, value: type_(value))
