"""The published ballots of a secret vote, in the order of their receipts."""

from __future__ import annotations

import msgspec
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..domain.votes import BoxBallot
from ..store.tables import BallotBox
from .records import records


class SealedList(msgspec.Struct, frozen=True):
    """`sha256` is the digest that the log announced."""

    vote: str
    sha256: str
    ballots: list[BoxBallot]


def sealed_list(session: Session, stream: str, vote: str, viewer: Viewer) -> SealedList | None:
    """None where the viewer does not see the record that announces it: the same test as for everything else."""
    box = session.get(BallotBox, vote)
    if box is None or box.stream != stream:
        return None
    announced = records(box).get(("sealed_list", vote))
    if announced is None or not announced.audience & viewer.groups():
        return None
    return SealedList(vote, announced.value["sha256"], box.ballots)
