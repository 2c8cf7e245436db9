"""The one way in: a command, an actor, a transaction, an event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Table, and_, bindparam, select
from sqlalchemy.orm import Session

from .. import clock
from ..domain import policy
from ..domain.audience import SYSTEM, Viewer
from ..domain.commands import Command, FoundCirculation, FoundMeeting, kind_of
from ..domain.errors import Refused
from ..store import log
from ..store.prepared import Prepared
from ..store.tables import Member, User
from .transaction import Tx

OFFICE = "office"
TASKS = "tasks"
"""The stream of tasks: they outlive their meeting, and their owners need not have had a part in it."""
C = TypeVar("C", bound=Command)
Handler = Callable[[Tx, Any], None]
_HANDLERS: dict[type[Command], Handler] = {}

_user = cast(Table, User.__table__)
_member = cast(Table, Member.__table__)
_in_it = and_(_member.c.stream == bindparam("stream"), ~_member.c.gone)
_takes_part = and_(_member.c.user_id == _user.c.id, _in_it)
_roles = (
    select(_user.c.role, _member.c.role, _member.c.unit, _user.c.unit)
    .select_from(_user.outerjoin(_member, _takes_part))
    .where(_user.c.active)
)
_roles_of_one = Prepared(_roles.where(_user.c.id == bindparam("user")))
_roles_of_many = _roles.add_columns(_user.c.id).where(_user.c.id.in_(bindparam("users", expanding=True)))


def handles(command: type[C]) -> Callable[[Callable[[Tx, C], None]], Callable[[Tx, C], None]]:
    """Registers the one function that carries a command out. Who may send it stands in domain.policy."""

    def register(function: Callable[[Tx, C], None]) -> Callable[[Tx, C], None]:
        _HANDLERS[command] = function
        return function

    return register


def handled() -> frozenset[type[Command]]:
    return frozenset(_HANDLERS)


def viewer(session: Session, user: str, stream: str) -> Viewer:
    """The person as this stream sees him: his role in the meeting, and his role in the office.

    Somebody inactive, or without any part in the stream, has no roles and so sees and may do nothing.
    """
    if user == SYSTEM:
        return Viewer(SYSTEM, frozenset({SYSTEM}))
    row = _roles_of_one.one(session.connection(), {"user": user, "stream": stream})
    return _seen(user, stream, *row) if row else Viewer(user, frozenset())


def viewers(session: Session, users: Sequence[str], stream: str) -> dict[str, Viewer]:
    """Several people at once, as `viewer` tells them."""
    rows = session.connection().execute(_roles_of_many, {"users": users, "stream": stream})
    found = {user: _seen(user, stream, *parts) for *parts, user in rows}
    return {user: found.get(user) or Viewer(user, frozenset()) for user in users}


def _seen(user: str, stream: str, office: str, meeting: str | None, unit: str | None, home: str) -> Viewer:
    """A meeting knows people by the unit they came from, the register of tasks by the one they belong to today."""
    roles = {f"office:{office}", meeting} if meeting else {f"office:{office}"}
    return Viewer(user, frozenset(roles), home if stream == TASKS else unit or "")


def takes_part(who: Viewer, stream: str) -> bool:
    """Whether the stream may be read at all: a meeting by its members, the office by its administrators.

    The stream of tasks by everybody: each task is shown to its parties alone.
    """
    if stream == OFFICE:
        return bool(who.roles & {policy.ADMINISTRATOR, policy.OFFICE_SECRETARY, SYSTEM})
    if stream == TASKS:
        return bool(who.roles)
    return any(not role.startswith("office:") for role in who.roles)


def perform(session: Session, stream: str, user: str, cause: str, command: Command) -> int:
    """Carries the command out and returns the number of its event.

    The same request sent again (same stream, user and cause) changes nothing and returns the first one's number.
    Raises Refused; the caller rolls back.
    """
    head = log.lock(session.connection(), stream)
    if head is None:
        head = _begin(session, stream, command)
    done = log.done_before(session.connection(), stream, user, cause)
    if done is not None:
        return _repeated(done, command)
    who = viewer(session, user, stream)
    policy.need(who.roles, command)
    tx = Tx(session, head, who, clock.now(), cause)
    _HANDLERS[type(command)](tx, command)
    return tx.finish(kind_of(command))


def _repeated(done: tuple[int, str], command: Command) -> int:
    """A key that comes back with another command is a sender's mistake; calling it done would lose the command."""
    seq, kind = done
    if kind != kind_of(command):
        raise Refused("key-reused")
    return seq


def _begin(session: Session, stream: str, command: Command) -> log.Head:
    """Only founding a meeting or a circulation, and the first command of office or tasks, open a new log."""
    if stream not in (OFFICE, TASKS) and not isinstance(command, FoundMeeting | FoundCirculation):
        raise Refused("not-found")
    return log.found(session.connection(), stream)
