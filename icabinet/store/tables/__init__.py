"""Every table, typed, without logic, one module a subject."""

from __future__ import annotations

from .halls import *
from .interests import *
from .invitations import *
from .logs import *
from .meetings import *
from .minutes import *
from .paper_requests import *
from .papers import *
from .people import *
from .placements import *
from .positions import *
from .presenting import *
from .reading import *
from .row import *
from .screens import *
from .secret_ballots import *
from .service import *
from .speakers import *
from .tallies import *
from .votes import *
