"""What all tables share. Times are milliseconds UTC; `stream` is the log a row belongs to."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import BigInteger, Dialect, LargeBinary, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass


class Wire(TypeDecorator[Any]):
    """A value kept as the JSON it has on the wire, read back as the type it came from."""

    impl = Text
    cache_ok = True

    def __init__(self, type_: Any) -> None:
        super().__init__()
        self.type_ = type_
        self._decode = msgspec.json.Decoder(type_).decode  # working the type out takes longer than a short value

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else self._decode(value)


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
    type_annotation_map = {int: BigInteger, bytes: LargeBinary, str: Text}  # noqa: RUF012 (SQLAlchemy reads it so)
