"""Everything that anyone can ask the cabinet to do, one module a subject.

Each module lists what people send in `Outside`.
"""

from __future__ import annotations

from . import (
    agenda,
    circulations,
    documents,
    halls,
    ink,
    ink_places,
    interests,
    invitations,
    letters,
    meetings,
    minutes,
    notes,
    office,
    official,
    paper_requests,
    papers,
    people_groups,
    placements,
    plans,
    positions,
    presenting,
    reading,
    screens,
    service,
    speakers,
    tallies,
    tasks,
    versions,
    votes,
)
from .agenda import *
from .base import *
from .circulations import *
from .documents import *
from .halls import *
from .ink import *
from .ink_places import *
from .interests import *
from .invitations import *
from .letters import *
from .meetings import *
from .minutes import *
from .notes import *
from .office import *
from .official import *
from .paper_requests import *
from .papers import *
from .people_groups import *
from .placements import *
from .plans import *
from .positions import *
from .presenting import *
from .reading import *
from .screens import *
from .service import *
from .speakers import *
from .tallies import *
from .tasks import *
from .versions import *
from .votes import *

FromOutside = (
    office.Outside | meetings.Outside | agenda.Outside | papers.Outside | versions.Outside
    | paper_requests.Outside | notes.Outside | ink.Outside | ink_places.Outside | placements.Outside
    | speakers.Outside | votes.Outside
    | minutes.Outside | screens.Outside | invitations.Outside | interests.Outside | tallies.Outside
    | service.Outside | positions.Outside | halls.Outside | presenting.Outside | reading.Outside | documents.Outside
    | official.Outside | letters.Outside | plans.Outside | people_groups.Outside | circulations.Outside | tasks.Outside
)  # fmt: skip
"""What the command address decodes."""

FromInside = (
    office.SetPassword | meetings.FollowUser | papers.AddPaper | papers.FinishPaper | papers.LogOpening
    | papers.FinishIndexing | paper_requests.SubmitPaper | versions.AddVersion | placements.CarryNotes
    | documents.AddDocument | documents.FinishDocument | ink_places.CarryInk
    | letters.FinishLetters | letters.FireReminder | circulations.ConfirmAnswer | tasks.AttachFile
    | official.SetTemplate | official.KeepSigned
)  # fmt: skip
"""What only the server's own parts send."""
