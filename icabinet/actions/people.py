"""The office's people, and who of them takes part in a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select

from ..domain.audience import SYSTEM
from ..domain.commands import AddMember, CreateUser, FollowUser, RemoveMember, SetPassword, UpdateUser
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.people import Role
from ..store.tables import Interest, Invitation, Meeting, Member, Presenter, User
from . import inviting
from .bus import OFFICE, handles, perform
from .floor import step_down
from .halls import stand_up
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
    tx.add(
        User(
            id=c.user, stream=tx.stream, login=c.login, name=c.name, title=c.title, unit=c.unit, role=c.role,
            email=c.email,
        )
    )  # fmt: skip


@handles(UpdateUser)
def update(tx: Tx, c: UpdateUser) -> None:
    user = tx.get(User, c.user)
    if user.id == tx.actor.user and (not c.active or c.role != user.role):
        raise Refused("user.not-oneself")
    user.name, user.title, user.unit, user.role, user.active = c.name, c.title, c.unit, c.role, c.active
    user.email = user.email if c.email is None else c.email
    tx.session.flush()
    for stream in tx.session.scalars(_meetings_to_follow(user)).all():
        perform(tx.session, stream, SYSTEM, tx.cause, FollowUser(user=user.id))


def _meetings_to_follow(user: User) -> Select[str]:
    """Meetings that know the person by an older name or place; those that ended keep what was true then."""
    old = or_(Member.name != user.name, Member.title != user.title, Member.unit != user.unit)
    return (
        select(Member.stream)
        .join(Meeting, Meeting.id == Member.stream)
        .where(Member.user_id == user.id, Meeting.state != "ended", ~Member.gone, old)
        .order_by(Member.stream)
    )


@handles(FollowUser)
def follow(tx: Tx, c: FollowUser) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    member = tx.get(Member, member_id(tx.stream, c.user))
    user = tx.session.get_one(User, c.user)
    member.name, member.title, member.unit = user.name, user.title, user.unit


@handles(SetPassword)
def set_password(tx: Tx, c: SetPassword) -> None:
    tx.get(User, c.user).password = c.hash


def member_id(stream: str, user: str) -> str:
    return f"{stream}.{user}"


def office_user(tx: Tx, user_id: str) -> User:
    """Somebody of the office whose account is in use; anybody else is Refused("user.not-found")."""
    user = tx.session.get(User, user_id)
    if user is None or user.stream != OFFICE or not user.active:
        raise Refused("user.not-found")
    return user


def office_users(tx: Tx, users: Sequence[str]) -> list[User]:
    """The same for many, in their order."""
    found = {user.id: user for user in tx.session.scalars(select(User).where(User.id.in_(users)))}
    if any(user not in found or found[user].stream != OFFICE or not found[user].active for user in users):
        raise Refused("user.not-found")
    return [found[user] for user in users]


def join(tx: Tx, user: User, role: Role, votes: bool) -> Member:
    """A member at the end of the list, with name and place as the office knows them today.

    Refused("exists") for whoever has a part; a former member takes his own line again, with his comings and goings.
    """
    (member,) = join_all(tx, [user], role, votes)
    return member


def join_all(tx: Tx, users: Sequence[User], role: Role, votes: bool) -> list[Member]:
    """The same for many at once."""
    names = [member_id(tx.stream, user.id) for user in users]
    former = {member.id: member for member in tx.find(Member, Member.id.in_(names)) if member.gone}
    last = tx.session.scalar(select(func.max(Member.order)).where(Member.stream == tx.stream)) or 0
    fresh = [user for user, name in zip(users, names, strict=True) if name not in former]
    made = [_member(tx, user, role, votes, last + place) for place, user in enumerate(fresh, 1)]
    tx.add_all(made)
    by_name = former | {member.id: member for member in made}
    for user, name in zip(users, names, strict=True):
        if name in former:
            _come_back(former[name], user, role, votes)
    return [by_name[name] for name in names]


def _member(tx: Tx, user: User, role: Role, votes: bool, order: int) -> Member:
    return Member(
        id=member_id(tx.stream, user.id), stream=tx.stream, user_id=user.id, name=user.name, title=user.title,
        unit=user.unit, role=role, votes=votes, order=order,
    )  # fmt: skip


def _come_back(former: Member, user: User, role: Role, votes: bool) -> None:
    former.gone, former.role, former.votes, former.stands_for = False, role, votes, ""
    former.name, former.title, former.unit = user.name, user.title, user.unit
    former.attendance, former.attendance_at, former.reason = "absent", None, ""


@handles(AddMember)
def add_member(tx: Tx, c: AddMember) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    add_person(tx, office_user(tx, c.user), c.role, c.votes)


def add_person(tx: Tx, user: User, role: Role, votes: bool) -> None:
    """Refused("member.cannot-vote"), Refused("member.chair-taken"), Refused("exists")."""
    if votes and role not in ("chair", "delegate"):
        raise Refused("member.cannot-vote")
    if role == "chair" and tx.find(Member, Member.role == "chair"):
        raise Refused("member.chair-taken")
    join(tx, user, role, votes)


@handles(RemoveMember)
def remove_member(tx: Tx, c: RemoveMember) -> None:
    if tx.get(Meeting, tx.stream).state != "prepared":
        raise Refused("member.meeting-began")
    if c.user == tx.actor.user:
        raise Refused("user.not-oneself")
    member = tx.get(Member, member_id(tx.stream, c.user))
    step_down(tx, c.user)
    if member.stands_for or member.substitute:
        raise Refused("member.substitution")
    if (answer := tx.seek(Invitation, member.id)) is not None:
        tx.remove(answer)
    inviting.call_off(tx, tx.get(Meeting, tx.stream), [c.user])
    stand_up(tx, c.user)
    for interest in tx.find(Interest, Interest.user_id == member.user_id):
        tx.remove(interest)
    if (presenter := tx.seek(Presenter, tx.stream)) is not None and presenter.user_id == c.user:
        tx.remove(presenter)
    tx.remove(member)
