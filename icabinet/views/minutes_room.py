"""What the minutes tell of the room: who stood in for whom."""

from __future__ import annotations

from collections.abc import Iterable

from ..clock import local
from ..domain.wording import legal_time
from ..store.tables import Invitation, Member


def room_words(members: list[Member], answers: Iterable[Invitation]) -> str:
    """One sentence a fact; empty when everybody came himself."""
    by_user = {member.user_id: member for member in members}
    known = [(by_user[answer.user_id], answer) for answer in answers if answer.user_id in by_user]
    return " ".join(
        sentence
        for principal, answer in sorted(known, key=lambda pair: pair[0].order)
        if (sentence := substitution(principal, answer))
    )


def substitution(principal: Member, answer: Invitation) -> str:
    """Only what was in force while the meeting ran; requests that came to nothing are no part of the minutes."""
    place = f" ({answer.substitute_place})" if answer.substitute_place else ""
    if answer.state == "accepted" or principal.substitute:
        vote = "được ủy quyền biểu quyết" if answer.authority else "không biểu quyết"
        return f"{answer.substitute_name}{place} dự thay {principal.name}, {vote}."
    if answer.state == "revoked" and answer.decision and answer.decided_at:
        ended = legal_time(local(answer.decided_at))
        return f"{answer.substitute_name}{place} dự thay {principal.name} đến {ended}: {answer.decision}."
    return ""
