"""The roles people have, in a meeting and in the office."""

from __future__ import annotations

from typing import Literal

Role = Literal["chair", "secretary", "delegate", "guest", "screen"]
OfficeRole = Literal["administrator", "secretary", "member"]

ATTENDING: frozenset[str] = frozenset({"chair", "delegate"})
"""Roles that count towards the quorum; guests and secretaries are listed apart."""
