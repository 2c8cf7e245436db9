"""Every table, typed, without logic, one module a subject."""

from __future__ import annotations

from .invitations import *
from .logs import *
from .meetings import *
from .minutes import *
from .papers import *
from .people import *
from .row import *
from .screens import *
from .speakers import *
from .votes import *
