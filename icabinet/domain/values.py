"""Kinds of text that commands and rules share."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Id = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,40}\\Z")]
Line = Annotated[str, Meta(min_length=1, max_length=300)]
Tenths = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Quad = tuple[Tenths, Tenths, Tenths, Tenths]
"""Left, top, right, bottom in tenths of a PDF point."""
_LOCAL, _DOMAIN = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}", r"([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}"
Address = Annotated[str, Meta(max_length=254, pattern=rf"^({_LOCAL}@{_DOMAIN})?\Z")]
"""An e-mail address in ASCII (RFC 5321), or nothing."""
