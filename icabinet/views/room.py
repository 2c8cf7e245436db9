"""Who could be asked to come: people of the office that have no part in a meeting yet."""

from __future__ import annotations

import unicodedata

import msgspec
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ..store.tables import Member, User

MOST_FOUND = 20
LEAST_WORDS = 2


class Candidate(msgspec.Struct, frozen=True):
    id: str
    name: str
    title: str
    unit: str


def candidates(session: Session, stream: str, words: str) -> list[Candidate]:
    """At most MOST_FOUND active people whose name, title or unit has all the words; none for fewer than two letters."""
    wanted = _folded(words).split()
    if sum(map(len, wanted)) < LEAST_WORDS:
        return []
    part = exists().where(Member.stream == stream, Member.user_id == User.id, ~Member.gone)
    users = session.scalars(select(User).where(User.active, ~part).order_by(User.name))
    found = (user for user in users if _has(f"{user.name} {user.title} {user.unit}", wanted))
    return [Candidate(u.id, u.name, u.title, u.unit) for u, _ in zip(found, range(MOST_FOUND), strict=False)]


def _has(text: str, words: list[str]) -> bool:
    place = _folded(text)
    return all(word in place for word in words)


def _folded(text: str) -> str:
    """Lower case without marks, as the tablet searches: "Đề án" and "de an" meet."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
