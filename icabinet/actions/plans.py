"""Several items or members at once, templates, and what a new meeting takes over."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.commands import AddMembers, ChooseHall, RemoveMeetingTemplate, SaveMeetingTemplate
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.plans import PlannedItem, PlannedMember
from ..store.tables import Hall, Meeting, MeetingTemplate, Member, User
from . import agenda, halls
from .bus import OFFICE, handles
from .people import add_person, member_id, office_user
from .transaction import Tx


@handles(AddMembers)
def add_members(tx: Tx, c: AddMembers) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    for line in c.members:
        if not _is_member(tx, line.user):
            add_person(tx, office_user(tx, line.user), line.role, line.votes)


@handles(SaveMeetingTemplate)
def save_template(tx: Tx, c: SaveMeetingTemplate) -> None:
    if tx.stream != OFFICE:
        raise Refused("not-found")
    row = tx.seek(MeetingTemplate, c.template)
    if row is None:
        tx.add(MeetingTemplate(id=c.template, stream=OFFICE, name=c.name, plan=c.plan))
    else:
        row.name, row.plan = c.name, c.plan


@handles(RemoveMeetingTemplate)
def remove_template(tx: Tx, c: RemoveMeetingTemplate) -> None:
    tx.remove(tx.get(MeetingTemplate, c.template))


def take_over(tx: Tx, items: Sequence[PlannedItem], members: Sequence[PlannedMember], hall: str | None) -> None:
    """For a meeting just founded. Who left the office since, and a room that is no more, are passed over."""
    agenda.append(tx, items)
    for line in members:
        user = tx.session.get(User, line.user)
        if user is not None and user.active and user.stream == OFFICE and not _is_member(tx, line.user):
            add_person(tx, user, line.role, line.votes)
    if hall is not None and (known := tx.session.get(Hall, hall)) is not None and known.stream == OFFICE:
        halls.choose(tx, ChooseHall(hall=hall))


def _is_member(tx: Tx, user: str) -> bool:
    known = tx.seek(Member, member_id(tx.stream, user))
    return known is not None and not known.gone
