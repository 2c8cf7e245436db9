"""Kinds of text that commands and rules share."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Id = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,40}\\Z")]
Line = Annotated[str, Meta(min_length=1, max_length=300)]
