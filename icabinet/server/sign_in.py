"""Signing in: Argon2id passwords (RFC 9106), cookie sessions, CSRF tokens, and a limit on guessing."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

import argon2
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection, Request

from .. import clock
from ..store import sign_ins
from ..store.database import Database
from ..store.sign_ins import Signed
from ..store.tables import User
from .problems import Problem
from .together import Together

COOKIE = "icabinet_session"
LEAST_PASSWORD = 10
TRIES = 5
WAIT_MS = 60_000
TRUST_MS = 15_000
"""How long a process may believe that a cookie still holds before it asks the database again."""
KNOWN = 10_000
"""More remembered sign-ins than this, and the stale ones are let go of."""

_hasher = argon2.PasswordHasher()  # RFC 9106 §4, second recommended option: 64 MiB, 3 passes, 4 lanes


def hash_password(password: str) -> str:
    """Raises Problem("password.short")."""
    if len(password) < LEAST_PASSWORD:
        raise Problem("password.short", least=LEAST_PASSWORD, status=400)
    return _hasher.hash(password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A hash to compare with when there is no such login, so that both cases take the same time."""
    return _hasher.hash("không ai có mật khẩu này")


def matches(hash_: str, password: str) -> bool:
    try:
        return _hasher.verify(hash_ or _nobody(), password) and bool(hash_)
    except argon2.exceptions.VerificationError:
        return False
    except argon2.exceptions.InvalidHashError:
        return False


def by_login(session: Session, login: str) -> User | None:
    return session.scalars(select(User).where(User.login == login, User.active)).one_or_none()


class SignIns:
    """The signed-in browsers, remembered for a few seconds so that a thousand ballots do not ask the database."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, tuple[Signed, int]] = {}
        self._together = Together(self._find)
        self._forgotten = 0

    async def of(self, connection: HTTPConnection) -> Signed | None:
        token = connection.cookies.get(COOKIE)
        return await self.by_key(sign_ins.key_of(token)) if token else None

    async def by_key(self, key: str) -> Signed | None:
        now = clock.now()
        known = self._known.get(key)
        if known is not None and now - known[1] < TRUST_MS:
            return known[0] if known[0].expires_at > now else None
        return await self._together.ask(key)

    async def _find(self, keys: Sequence[str]) -> dict[str, Signed]:
        """What is read while something is being forgotten answers this time, and is not remembered."""
        now, forgotten = clock.now(), self._forgotten
        found = await self._db.aread(lambda s: sign_ins.find(s, keys, now))
        for key in keys:
            self._known.pop(key, None)
        if len(self._known) > KNOWN:
            self._known = {key: known for key, known in self._known.items() if now - known[1] < TRUST_MS}
        if forgotten == self._forgotten:
            self._known |= {key: (signed, now) for key, signed in found.items()}
        return found

    def forget(self, key: str) -> None:
        self._forgotten += 1
        self._known.pop(key, None)

    def forget_all(self) -> None:
        self._forgotten += 1
        self._known.clear()


class Tries:
    """Wrong passwords per login and address; after TRIES of them, WAIT_MS of silence."""

    def __init__(self) -> None:
        self._wrong: dict[tuple[str, str], list[int]] = {}

    def check(self, login: str, address: str) -> None:
        """Raises Problem("sign-in.wait") with the seconds left."""
        now = clock.now()
        recent = self._recent(login, address, now)
        if len(recent) >= TRIES:
            raise Problem("sign-in.wait", seconds=max(1, (recent[-1] + WAIT_MS - now + 999) // 1000))

    def wrong(self, login: str, address: str) -> int:
        """Notes a wrong try and returns how many are left."""
        now = clock.now()
        recent = [*self._recent(login, address, now), now]
        self._wrong[login, address] = recent
        return max(0, TRIES - len(recent))

    def right(self, login: str, address: str) -> None:
        self._wrong.pop((login, address), None)

    def _recent(self, login: str, address: str, now: int) -> list[int]:
        if len(self._wrong) > 10_000:
            self._wrong = {key: at for key, at in self._wrong.items() if now - at[-1] < WAIT_MS}
        return [at for at in self._wrong.get((login, address), []) if now - at < WAIT_MS]


def same_origin(connection: HTTPConnection) -> bool:
    """Browsers name the page that asks; another site's must neither ride on the cookie nor put its own in place."""
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host")


def check_csrf(request: Request, signed: Signed) -> None:
    given = request.headers.get("x-csrf-token", "")
    if not hmac.compare_digest(given.encode(), signed.csrf.encode()):
        raise Problem("csrf")
