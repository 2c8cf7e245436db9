"""Answers to the invitation. A substitute becomes a member, and nobody votes in two places."""

from __future__ import annotations

from ..domain import invitations
from ..domain.attendance import passed
from ..domain.commands import AnswerInvitation, DecideSubstitute, RevokeSubstitute, SetRoomRules
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Invitation, Meeting, Member, RoomRules, User, Vote
from . import rolls
from .bus import handles
from .floor import step_down
from .people import join, member_id, office_user
from .transaction import Tx


@handles(SetRoomRules)
def set_rules(tx: Tx, c: SetRoomRules) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    rules = tx.get(RoomRules, tx.stream)
    rules.substitutes, rules.code_needed = c.substitutes, c.code_needed


@handles(AnswerInvitation)
def answer(tx: Tx, c: AnswerInvitation) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    policy = tx.get(RoomRules, tx.stream).substitutes
    member = tx.get(Member, member_id(tx.stream, _whose(tx, c.user)))
    if member.role == "screen":
        raise Refused("not-allowed")
    if member.attendance == "present":
        raise Refused("invitation.present")
    invitations.check(c.answer, c.reason, policy)
    if member.substitute:
        _answer_again(tx, meeting, member)
    invitation = _write(tx, member, c, invitations.first_state(c.answer, policy))
    if c.answer == "substitute":
        _name_substitute(tx, member, invitation, c)
    _excuse(tx, member, invitation)


@handles(DecideSubstitute)
def decide(tx: Tx, c: DecideSubstitute) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    principal = tx.get(Member, member_id(tx.stream, c.user))
    invitation = tx.get(Invitation, principal.id)
    invitations.need_asked(invitation.state)
    invitation.decided_at, invitation.decision = tx.now, c.reason.strip()
    if c.accept:
        _put_in(tx, principal, invitation)
    else:
        invitation.state = "refused"


@handles(RevokeSubstitute)
def revoke(tx: Tx, c: RevokeSubstitute) -> None:
    """The substitute leaves the meeting; once it has begun his name stays beside what he did in it."""
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    principal = tx.get(Member, member_id(tx.stream, c.user))
    if not principal.substitute:
        raise Refused("substitute.not-in-force")
    _take_out(tx, meeting, principal, c.reason)


def need_own_place(member: Member) -> None:
    """Refused("substitute.in-force") for whoever gave his vote away with his place; others may come, too."""
    if member.substitute and not member.votes:
        raise Refused("substitute.in-force")


def _whose(tx: Tx, user: str | None) -> str:
    if user is None or user == tx.actor.user:
        return tx.actor.user
    if not tx.actor.roles & {"chair", "secretary"}:
        raise Refused("not-allowed")
    return user


def _write(tx: Tx, member: Member, c: AnswerInvitation, state: invitations.State) -> Invitation:
    """The newest answer replaces the one before."""
    invitation = tx.seek(Invitation, member.id) or tx.add(
        Invitation(id=member.id, stream=tx.stream, user_id=member.user_id, answer=c.answer, state=state, at=tx.now)
    )
    invitation.answer, invitation.state, invitation.at, invitation.reason = c.answer, state, tx.now, c.reason.strip()
    invitation.substitute_id = invitation.substitute_name = invitation.substitute_place = invitation.decision = ""
    invitation.authority = invitation.moved_vote = False
    invitation.decided_at = None
    return invitation


def _answer_again(tx: Tx, meeting: Meeting, member: Member) -> None:
    """Until the meeting begins a new answer ends the substitution by itself; then it is the desk's to end."""
    if meeting.state != "prepared":
        raise Refused("substitute.in-force")
    _take_out(tx, meeting, member, "")


def _name_substitute(tx: Tx, member: Member, invitation: Invitation, c: AnswerInvitation) -> None:
    invitations.check_pair(member.role, member.stands_for, member.user_id, c.substitute or "")
    user = office_user(tx, c.substitute or "")
    _need_outside(tx, user)
    invitation.substitute_id, invitation.substitute_name = user.id, user.name
    invitation.substitute_place = ", ".join(part for part in (user.title, user.unit) if part)
    invitation.authority = c.authority and member.votes
    if invitation.state == "given":
        _put_in(tx, member, invitation)


def _excuse(tx: Tx, member: Member, invitation: Invitation) -> None:
    """The roll follows the answer until somebody is called up."""
    if invitation.answer == "attend":
        if member.attendance == "excused":
            member.attendance, member.attendance_at, member.reason = "absent", None, ""
    elif invitation.answer == "decline":
        member.attendance, member.attendance_at, member.reason = "excused", tx.now, invitation.reason


def _need_outside(tx: Tx, user: User) -> None:
    """Somebody who has a place of his own in the meeting stands for nobody else: he would be in the roll twice."""
    member = tx.seek(Member, member_id(tx.stream, user.id))
    if member is not None and not member.gone:
        raise Refused("substitute.already-member", name=user.name)


def _need_no_open_vote(tx: Tx) -> None:
    if tx.find(Vote, Vote.state == "open"):
        raise Refused("substitute.vote-open")


def _put_in(tx: Tx, principal: Member, invitation: Invitation) -> None:
    _need_no_open_vote(tx)
    if principal.attendance == "present":
        raise Refused("invitation.present")
    user = office_user(tx, invitation.substitute_id)
    _need_outside(tx, user)
    votes = principal.votes and invitation.authority
    substitute = join(tx, user, principal.role, votes)
    substitute.stands_for, principal.substitute = principal.user_id, user.id
    principal.votes = principal.votes and not votes
    invitation.state, invitation.moved_vote, invitation.decided_at = "accepted", votes, tx.now
    principal.attendance, principal.attendance_at = "excused", tx.now
    principal.reason = invitation.reason
    rolls.follow_seats(tx)


def _take_out(tx: Tx, meeting: Meeting, principal: Member, reason: str) -> None:
    _need_no_open_vote(tx)
    substitute = tx.get(Member, member_id(tx.stream, principal.substitute))
    invitation = tx.get(Invitation, principal.id)
    if invitation.moved_vote:
        principal.votes, substitute.votes = True, False
    principal.substitute, principal.reason = "", ""
    if principal.attendance == "excused":
        principal.attendance, principal.attendance_at = "absent", None
    invitation.state, invitation.moved_vote = "revoked", False
    invitation.decided_at, invitation.decision = tx.now, reason
    step_down(tx, substitute.user_id)
    if meeting.state == "prepared":
        if (own := tx.seek(Invitation, substitute.id)) is not None:
            tx.remove(own)
        tx.remove(substitute)
    else:
        _leave(tx, substitute)
    rolls.follow_seats(tx)


def _leave(tx: Tx, member: Member) -> None:
    """He keeps `stands_for`, which the list of attendance tells."""
    if member.attendance == "present":
        member.attendance, member.attendance_at = "left", tx.now
        member.passages = passed(member.passages, "left", tx.now)
    member.role, member.gone = "guest", True
