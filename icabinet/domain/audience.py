"""Who may see a record: one small value, one test."""

from __future__ import annotations

import msgspec

Audience = frozenset[str]
"""Group names such as `everyone`, `role:secretary`, `user:u17`; a viewer sees what meets his own groups."""

EVERYONE: Audience = frozenset({"everyone"})
DESK: Audience = frozenset({"role:chair", "role:secretary"})
NOBODY: Audience = frozenset()
SYSTEM = "system"


class Viewer(msgspec.Struct, frozen=True):
    """A person (or the system itself) as one stream sees them.

    `roles` holds the role in the meeting ("chair") and the role in the office ("office:administrator"); `unit` is
    the unit that the person comes from in this meeting, empty outside of it.
    """

    user: str
    roles: frozenset[str]
    unit: str = ""

    def groups(self) -> frozenset[str]:
        own = {f"unit:{self.unit}"} if self.unit else set()
        return frozenset({"everyone", f"user:{self.user}", *(f"role:{role}" for role in self.roles)}) | own


def only(user: str) -> Audience:
    return frozenset({f"user:{user}"})
