"""The office's rooms, and the seats of a meeting."""

from __future__ import annotations

from sqlalchemy import select

from ..domain import halls, seating
from ..domain.commands import AssignSeats, ChooseHall, ClearSeats, RemoveHall, SetHall
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.seating import SeatLine
from ..store.tables import Hall, Meeting, Member, Seat, SeatPlan
from .bus import OFFICE, handles
from .transaction import Tx


@handles(SetHall)
def set_hall(tx: Tx, c: SetHall) -> None:
    if tx.stream != OFFICE:
        raise Refused("not-found")
    halls.check_grid(c.rows)
    others = [hall for hall in tx.find(Hall) if hall.id != c.hall]
    if any(hall.name == c.name for hall in others):
        raise Refused("hall.name-taken", name=c.name)
    hall = tx.seek(Hall, c.hall)
    if hall is None:
        halls.check_room_for(len(others))
        tx.add(Hall(id=c.hall, stream=tx.stream, name=c.name, rows=c.rows))
    else:
        hall.name, hall.rows = c.name, c.rows


@handles(RemoveHall)
def remove_hall(tx: Tx, c: RemoveHall) -> None:
    tx.remove(tx.get(Hall, c.hall))


@handles(ChooseHall)
def choose(tx: Tx, c: ChooseHall) -> None:
    """Who has a seat of the same name in the new plan keeps it."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    plan = tx.seek(SeatPlan, tx.stream)
    if c.hall is None:
        if plan is not None:
            tx.remove(plan)
        return _write(tx, {})
    hall = tx.session.get(Hall, c.hall)
    if hall is None or hall.stream != OFFICE:
        raise Refused("hall.gone")
    if plan is None:
        tx.add(SeatPlan(id=tx.stream, stream=tx.stream, hall_id=hall.id, name=hall.name, rows=hall.rows))
    else:
        plan.hall_id, plan.name, plan.rows = hall.id, hall.name, hall.rows
    return _write(tx, seating.kept(_names(hall.rows), _seats(tx)))


@handles(AssignSeats)
def assign(tx: Tx, c: AssignSeats) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    plan = tx.seek(SeatPlan, tx.stream)
    if plan is None:
        raise Refused("seat.no-plan")
    owners = _owners(tx)
    if any(line.user not in owners for line in c.seats):
        raise Refused("seat.not-member")
    wanted = [SeatLine(owners[line.user], line.seat) for line in c.seats]
    _write(tx, seating.assign(_names(plan.rows), _seats(tx), wanted))


@handles(ClearSeats)
def clear(tx: Tx, c: ClearSeats) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    _write(tx, {})


def stand_up(tx: Tx, user: str) -> None:
    """Whoever is taken off the list of members leaves an empty seat."""
    if (seat := tx.seek(Seat, (tx.stream, user))) is not None:
        tx.remove(seat)


def _names(rows: list[str]) -> frozenset[str]:
    return frozenset(place.name for place in halls.places(rows))


def _seats(tx: Tx) -> dict[str, str]:
    return {seat.user_id: seat.seat for seat in tx.find(Seat)}


def _owners(tx: Tx) -> dict[str, str]:
    """Member → whose seat he sits on: a substitute on that of the person he stands for. Screens sit nowhere."""
    here = (Member.stream == tx.stream) & (Member.role != "screen") & ~Member.gone
    asked = select(Member.user_id, Member.stands_for).where(here)
    return {user: stands_for or user for user, stands_for in tx.session.execute(asked)}


def _write(tx: Tx, after: dict[str, str]) -> None:
    rows = {row.user_id: row for row in tx.find(Seat)}
    for user in rows.keys() - after.keys():
        tx.remove(rows[user])
    for user, seat in after.items():
        if user in rows:
            rows[user].seat = seat
        else:
            tx.add(Seat(stream=tx.stream, user_id=user, seat=seat))
