"""What all commands share.

A command is decoded strictly: unknown fields, wrong types and over-long texts are refused before a rule is asked.
Names of new things are chosen by the sender, so that a command sent twice makes one thing.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ..values import Address as Address
from ..values import Id as Id
from ..values import Line as Line
from ..values import Quad as Quad

Text = Annotated[str, Meta(max_length=8000)]
Minutes = Annotated[int, Meta(ge=0, le=600)]
Seconds = Annotated[int, Meta(ge=10, le=7200)]
Moment = Annotated[int, Meta(ge=0, le=32_503_680_000_000)]
Offset = Annotated[int, Meta(ge=0, le=100_000_000)]
Quads = Annotated[list[Quad], Meta(min_length=1, max_length=200)]


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all commands; the tag is the `type` on the wire and the kind of the event in the log."""


def kind_of(command: Command | type[Command]) -> str:
    return str(command.__struct_config__.tag)
