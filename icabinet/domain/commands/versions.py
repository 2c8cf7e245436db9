"""Later versions of a paper: handed in, used in place of the one before, or withdrawn."""

from __future__ import annotations

from .base import Command, Id
from .papers import FileCommand


class AddVersion(FileCommand, frozen=True, tag="version.add"):
    paper: Id


class UseVersion(Command, frozen=True, tag="version.use"):
    """From now on this version is the paper; the one before stays readable."""

    paper: Id
    version: Id


class RemoveVersion(Command, frozen=True, tag="version.remove"):
    """Withdraws a version that was handed in and never used."""

    version: Id


Outside = UseVersion | RemoveVersion
