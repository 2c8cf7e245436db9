"""Everything that anyone can ask the cabinet to do, one module a subject.

Each module lists what people send in `Outside`.
"""

from __future__ import annotations

from . import (
    agenda,
    halls,
    interests,
    invitations,
    meetings,
    minutes,
    notes,
    office,
    paper_requests,
    papers,
    placements,
    positions,
    presenting,
    reading,
    screens,
    service,
    speakers,
    tallies,
    versions,
    votes,
)
from .agenda import *
from .base import *
from .halls import *
from .interests import *
from .invitations import *
from .meetings import *
from .minutes import *
from .notes import *
from .office import *
from .paper_requests import *
from .papers import *
from .placements import *
from .positions import *
from .presenting import *
from .reading import *
from .screens import *
from .service import *
from .speakers import *
from .tallies import *
from .versions import *
from .votes import *

FromOutside = (
    office.Outside | meetings.Outside | agenda.Outside | papers.Outside | versions.Outside
    | paper_requests.Outside | notes.Outside | placements.Outside | speakers.Outside | votes.Outside
    | minutes.Outside | screens.Outside | invitations.Outside | interests.Outside | tallies.Outside
    | service.Outside | positions.Outside | halls.Outside | presenting.Outside | reading.Outside
)  # fmt: skip
"""What the command address decodes."""

FromInside = (
    office.SetPassword | meetings.FollowUser | papers.AddPaper | papers.FinishPaper | papers.LogOpening
    | paper_requests.SubmitPaper | versions.AddVersion | placements.CarryNotes
)  # fmt: skip
"""What only the server's own parts send."""
