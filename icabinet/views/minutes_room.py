"""What the minutes tell of the room: who stood in for whom, who came late, left and came back."""

from __future__ import annotations

from collections.abc import Iterable

from ..clock import local
from ..domain.attendance import Passage
from ..domain.wording import legal_time
from ..store.tables import Invitation, Member


def room_words(members: list[Member], answers: Iterable[Invitation]) -> str:
    """One sentence a fact; empty when everybody came himself."""
    by_user = {member.user_id: member for member in members}
    told = [_substitutions(by_user, answers), *(passages(member) for member in members)]
    return " ".join(sentence for sentence in told if sentence)


def passages(member: Member) -> str:
    """Coming late, leaving and coming back with their times; nothing for whoever was there all the time."""
    words = [_passage(number, passage, member.late) for number, passage in enumerate(member.passages)]
    said = ", ".join(word for word in words if word)
    return f"{member.name} {said}." if said else ""


def _passage(number: int, passage: Passage, late: bool) -> str:
    at = legal_time(local(passage.at))
    if passage.state == "left":
        return f"rời họp lúc {at}"
    if number:
        return f"trở lại lúc {at}"
    return f"đến muộn lúc {at}" if late else ""


def _substitutions(by_user: dict[str, Member], answers: Iterable[Invitation]) -> str:
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
        vote = "được uỷ quyền biểu quyết" if answer.authority else "không biểu quyết"
        return f"{answer.substitute_name}{place} dự thay {principal.name}, {vote}."
    if answer.state == "revoked" and answer.decision and answer.decided_at:
        ended = legal_time(local(answer.decided_at))
        return f"{answer.substitute_name}{place} dự thay {principal.name} đến {ended}: {answer.decision}."
    return ""
