"""An authority of the tests' own and keys that it issued, made once a run: RSA keys take their time."""

from __future__ import annotations

import functools
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from icabinet import clock
from icabinet.documents.signing import trial
from icabinet.settings import Settings

PASSPHRASE = "mật khẩu thử"
OFFICE = "Văn phòng UBND thành phố Vĩnh Giang"


@functools.cache
def authority() -> trial.Pair:
    return trial.issue("CA thử", "Cơ quan cấp thử", clock.utc() - timedelta(days=4000), _later(), bits=2048)


@functools.cache
def signer(ended: bool = False) -> trial.Pair:
    begins = clock.utc() - timedelta(days=3000)
    ends = clock.utc() - timedelta(days=1) if ended else _later()
    return trial.issue("Người ký thử", OFFICE, begins, ends, authority(), bits=2048)


def _later() -> datetime:
    return clock.utc() + timedelta(days=3000)


def settings_in(folder: Path, pair: trial.Pair | None = None, passphrase: str = PASSPHRASE) -> Settings:
    """With the key in a file, and its authority trusted."""
    key, trust = folder / "key.p12", folder / "ca.pem"
    key.write_bytes(trial.packed(pair or signer(), authority(), PASSPHRASE))
    trust.write_bytes(authority().certificate.public_bytes(Encoding.PEM))
    return Settings(sign_key=str(key), sign_passphrase=passphrase, sign_trust=str(trust))
