"""The office's people, and who of them takes part in a meeting."""

from __future__ import annotations

from sqlalchemy import func, select

from ..domain.audience import SYSTEM
from ..domain.commands import AddMember, CreateUser, RemoveMember, SetPassword, UpdateUser
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, Member, User
from .bus import OFFICE, handles
from .floor import step_down
from .transaction import Tx


@handles(CreateUser)
def create(tx: Tx, c: CreateUser) -> None:
    """People belong to the office; nobody takes the name under which the server's own parts act."""
    if tx.stream != OFFICE:
        raise Refused("not-found")
    if c.user == SYSTEM:
        raise Refused("exists")
    if tx.session.scalars(select(User).where(User.login == c.login)).one_or_none():
        raise Refused("user.login-taken", login=c.login)
    tx.add(User(id=c.user, stream=tx.stream, login=c.login, name=c.name, title=c.title, unit=c.unit, role=c.role))


@handles(UpdateUser)
def update(tx: Tx, c: UpdateUser) -> None:
    user = tx.get(User, c.user)
    if user.id == tx.actor.user and (not c.active or c.role != user.role):
        raise Refused("user.not-oneself")
    user.name, user.title, user.unit, user.role, user.active = c.name, c.title, c.unit, c.role, c.active


@handles(SetPassword)
def set_password(tx: Tx, c: SetPassword) -> None:
    tx.get(User, c.user).password = c.hash


def member_id(stream: str, user: str) -> str:
    return f"{stream}.{user}"


@handles(AddMember)
def add_member(tx: Tx, c: AddMember) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    user = tx.session.get(User, c.user)
    if user is None or user.stream != OFFICE or not user.active:
        raise Refused("user.not-found")
    if c.votes and c.role not in ("chair", "delegate"):
        raise Refused("member.cannot-vote")
    if c.role == "chair" and tx.find(Member, Member.role == "chair"):
        raise Refused("member.chair-taken")
    last = tx.session.scalar(select(func.max(Member.order)).where(Member.stream == tx.stream)) or 0
    tx.add(
        Member(
            id=member_id(tx.stream, c.user),
            stream=tx.stream,
            user_id=user.id,
            name=user.name,
            title=user.title,
            unit=user.unit,
            role=c.role,
            votes=c.votes,
            order=last + 1,
        )
    )


@handles(RemoveMember)
def remove_member(tx: Tx, c: RemoveMember) -> None:
    if tx.get(Meeting, tx.stream).state != "prepared":
        raise Refused("member.meeting-began")
    if c.user == tx.actor.user:
        raise Refused("user.not-oneself")
    member = tx.get(Member, member_id(tx.stream, c.user))
    step_down(tx, c.user)
    tx.remove(member)
