"""The server's certificate while it serves: taken anew when its file changes, and its end announced in time."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import structlog

from .. import certificates, clock
from ..settings import Settings

LOOK_SECONDS = 30.0
_DAY = 24 * 3600.0
_log = structlog.get_logger(part="https")


async def watch(settings: Settings, context: ssl.SSLContext) -> None:
    """Until cancelled: `icabinet tls renew` takes effect without a restart, and the log warns once a day."""
    pair = settings.pair
    assert pair is not None
    seen, warned = _stamp(pair), float("-inf")
    while True:
        if clock.steady() - warned >= _DAY:
            warned = clock.steady()
            warn(pair[0])
        await asyncio.sleep(LOOK_SECONDS)
        stamp = _stamp(pair)
        if stamp != seen and _take(pair, context):
            seen = stamp
            _log.info("the new certificate is in use", ends=str(certificates.standing(pair[0]).ends))


def warn(certificate: Path) -> None:
    left = certificates.standing(certificate).days_left(clock.utc())
    if left < 0:
        _log.error("the certificate has expired: renew it (icabinet tls renew)", days=-left)
    elif left <= certificates.WARN_DAYS:
        _log.warning("the certificate expires soon: renew it (icabinet tls renew)", days_left=left)


def _take(pair: tuple[Path, Path], context: ssl.SSLContext) -> bool:
    """False while certificate and key do not belong together, as in the midst of a renewal."""
    try:
        context.load_cert_chain(*pair)
    except (OSError, ssl.SSLError) as problem:
        _log.warning("the new certificate cannot be used yet", problem=str(problem))
        return False
    return True


def _stamp(pair: tuple[Path, Path]) -> tuple[float, ...]:
    return tuple(path.stat().st_mtime if path.is_file() else 0.0 for path in pair)
