"""The order of a paper's versions."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import Refused

MOST = 50
"""Versions of one paper."""


def next_number(current: int, waiting: Sequence[tuple[int, str]]) -> int:
    """The number of a new version, given the one in use and those that wait, each with its state.

    Refused("version.waiting") while another one waits that can be read or is being read, Refused("version.too-many").
    """
    if any(state != "failed" for _, state in waiting):
        raise Refused("version.waiting")
    if current >= MOST:
        raise Refused("version.too-many", most=MOST)
    return current + 1


def replaces(current: int, number: int) -> None:
    """Refused("version.used") unless a version is newer than the one in use."""
    if number <= current:
        raise Refused("version.used")
