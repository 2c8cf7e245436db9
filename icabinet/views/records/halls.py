"""The office's rooms; the plan of a meeting, and its seats."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Hall, Seat, SeatPlan
from .record import Record, shows


@shows(Hall)
def _hall(h: Hall) -> Iterator[Record]:
    yield Record("hall", h.id, audience("hall"), {"name": h.name, "rows": h.rows})


@shows(SeatPlan)
def _seat_plan(p: SeatPlan) -> Iterator[Record]:
    value = {"hall": p.hall_id, "name": p.name, "rows": p.rows}
    yield Record("seat_plan", p.id, audience("seat_plan"), value)


@shows(Seat)
def _seat(s: Seat) -> Iterator[Record]:
    yield Record("seat", s.user_id, audience("seat"), {"seat": s.seat})
