"""What an installation can choose, from the environment. `icabinet check --settings` prints it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

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
    thrifty: bool = False
    """The assistant computes in at most 400 MB of memory instead of 900; reading papers takes it longer."""
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
    smtp_host: str = ""
    """The mail server that takes the office's letters; empty: none are sent."""
    smtp_port: int = 0
    """0: the usual one of `smtp_security` (587, 465, 25)."""
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_password_file: str = ""
    """File that holds the password, in the place of `smtp_password`."""
    smtp_authority: str = ""
    """File with the certificate authority of the mail server (PEM); empty: those that this machine trusts."""
    smtp_from: str = ""
    """Address that letters come from; empty: `smtp_user`."""
    sign_key: str = ""
    """PKCS#12 file that documents are signed with; empty, and no `sign_module`: documents are not signed."""
    sign_module: str = ""
    """PKCS#11 driver of the token that holds the key, in the place of `sign_key`."""
    sign_token: str = ""
    sign_label: str = ""
    """Names of the token, and of the key with its certificate in it."""
    sign_passphrase: str = ""
    """Of the file, or the token's PIN."""
    sign_passphrase_file: str = ""
    sign_tsa: str = ""
    """Address of a timestamp authority (RFC 3161); empty: the time is this machine's."""
    sign_trust: str = ""
    """PEM file of the authorities whose signatures count as trusted."""
    sign_visible: str = "minutes,conclusions,invitation,resolution,count"
    """Kinds of documents whose signature is seen above the signer's name; on others it is invisible."""

    wording_address: str = ""
    """Address of a language model's server that follows OpenAI's interface, such as http://10.0.0.5:8000/v1."""
    wording_model: str = ""
    """The model's name there; without address and name answers are quotations only."""
    wording_key: str = ""
    wording_key_file: str = ""
    """File that holds the key, in the place of `wording_key`."""
    wording_outside: bool = False
    """Whether the server may have a public address: questions and quotations then leave the office's network."""
    wording_seconds: int = 30

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
    def mail(self) -> bool:
        """Whether letters are sent at all."""
        return bool(self.smtp_host and self.sender)

    @property
    def signs(self) -> bool:
        """Whether there is a key to sign documents with."""
        return bool(self.sign_key or self.sign_module)

    @property
    def sender(self) -> str:
        return self.smtp_from or self.smtp_user

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
