"""What an office must be able to read and sign off: the rights, the settings, and that no log was touched."""

from __future__ import annotations

import ssl
import urllib.request

from sqlalchemy import select

from ..domain import policy
from ..domain.commands import kind_of
from ..settings import Settings, from_environment
from ..store import log
from ..store.database import Database
from ..store.tables import Stream


def permissions() -> str:
    """Three tables: command × role, record × audience, page × role. The golden file in tests holds this very text."""
    width = max(len(kind_of(command)) for command in policy.COMMANDS) + 2
    lines = ["commands: who may send them", ""]
    lines.append("".ljust(width) + "  ".join(policy.ROLES))
    for command in sorted(policy.COMMANDS, key=kind_of):
        cells = [("x" if role in policy.COMMANDS[command] else ".").center(len(role)) for role in policy.ROLES]
        lines.append(kind_of(command).ljust(width) + "  ".join(cells).rstrip())
    lines += ["", "records: who sees them", ""]
    width = max(len(record) for record in policy.RECORDS) + 2
    for record, audience in policy.RECORDS.items():
        lines.append(record.ljust(width) + (", ".join(sorted(audience)) or "nobody"))
    lines += ["", "pages: who may open them", ""]
    width = max(len(page) for page in policy.PAGES) + 2
    lines += [page.ljust(width) + ", ".join(sorted(roles)) for page, roles in policy.PAGES.items()]
    return "\n".join(lines) + "\n"


def settings() -> str:
    current = from_environment()
    shown = {name: getattr(current, name) for name in Settings.__struct_fields__}
    for secret in ("smtp_password", "wording_key", "sign_passphrase"):  # what is printed is passed on
        shown[secret] = "(đã đặt)" if shown[secret] else ""
    return "".join(f"ICABINET_{name.upper()}={value}\n" for name, value in shown.items())


def broken_logs(url: str) -> dict[str, int]:
    """Each stream whose chain does not hold, with the number of the first event that is not as it was."""
    db = Database(url)
    try:
        streams = db.read(lambda s: list(s.scalars(select(Stream.id))))
        found = {name: db.read(lambda s, n=name: log.first_broken(s.connection(), n)) for name in streams}  # type: ignore[misc]
        return {name: seq for name, seq in found.items() if seq is not None}
    finally:
        db.close()


def alive() -> bool:
    """Whether the server of these settings answers on this machine; whose certificate it shows does not matter here."""
    settings = from_environment()
    address = f"{settings.scheme}://127.0.0.1:{settings.port}/api/health"
    trusting = ssl._create_unverified_context() if settings.pair else None
    try:
        with urllib.request.urlopen(address, timeout=4, context=trusting) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
