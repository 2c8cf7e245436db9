"""What of a meeting goes into the bundle that its desk takes away: nothing secret, nothing private."""

from __future__ import annotations

from .audience import EVERYONE, Audience

DESK_RECORDS: frozenset[str] = frozenset(
    {
        "absence",
        "tally_entry",
        "minutes_edit",
        "minutes_paragraph",
        "minutes_seal",
        "minutes_correction",
        "official_form",
        "official_number",
    }
)
"""What chair and secretary alone see and the file of the meeting must hold all the same: the minutes rest on it."""
LOGGED: frozenset[str] = DESK_RECORDS | frozenset(
    {
        "meeting",
        "member",
        "former_member",
        "attendance",
        "item",
        "conclusion",
        "vote",
        "vote_list",
        "block",
        "progress",
        "result",
        "roll_call",
        "sealed_list",
        "queue",
        "speech",
        "interest",
        "presenter",
        "signed_document",
    }
)
"""Records whose changes are told in the bundle's log. Papers and marks are not: what was open may be secret now."""


def holds(kind: str, audience: Audience) -> bool:
    """Whether the bundle holds a record: everybody in the meeting sees it, or it is of the minutes themselves."""
    return audience >= EVERYONE or kind in DESK_RECORDS


def tells(kind: str, audience: Audience) -> bool:
    """Whether the bundle's log tells of a change; an event with any other change keeps its hash alone."""
    return kind in LOGGED and holds(kind, audience)
