"""Declared interests: a delegate with a stake of his own in an item takes no part in deciding it.

Luật Phòng, chống tham nhũng 2018, Điều 23: whoever knows or must know of a conflict of interest says so, and may be
taken off the matter. Here he leaves the roll and the base of every vote on the item, and the minutes say so.
"""

from __future__ import annotations

from .errors import Refused


def whose(sender: str, at_desk: bool, user: str) -> str:
    """The person concerned: the sender, or at the desk anybody. Refused("not-allowed") otherwise."""
    if user in ("", sender):
        return sender
    if not at_desk:
        raise Refused("not-allowed")
    return user
