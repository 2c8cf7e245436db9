"""Every table, typed, without logic, one module a subject."""

from __future__ import annotations

from .asked import *
from .candidates import *
from .circulations import *
from .documents import *
from .feeds import *
from .halls import *
from .ink import *
from .ink_places import *
from .interests import *
from .invitations import *
from .letters import *
from .logs import *
from .meetings import *
from .minutes import *
from .official import *
from .paper_requests import *
from .papers import *
from .people import *
from .people_groups import *
from .placements import *
from .plans import *
from .positions import *
from .presenting import *
from .reading import *
from .row import *
from .screens import *
from .secret_ballots import *
from .service import *
from .speakers import *
from .tallies import *
from .tasks import *
from .votes import *
