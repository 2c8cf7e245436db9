"""Columns that repeat what a row says in lower case without marks, so that the database can search in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.wording import folded
from .row import Row

R = TypeVar("R", bound=Row)


def words_without_marks() -> Mapped[str]:
    """A column that only searching reads; what stands in it is kept by `keeps_folded`."""
    return mapped_column(init=False, default="", deferred=True)


def keeps_folded(column: str, *texts: str) -> Callable[[type[R]], type[R]]:
    """The class keeps in `column` the folded words of its `texts`, whenever one of them is written through it."""

    def keep(_mapper: Any, _connection: Any, row: R) -> None:
        state = inspect(row)
        if any(state.attrs[name].history.has_changes() for name in texts):
            setattr(row, column, folded(" ".join(getattr(row, name) for name in texts)))

    def listening(table: type[R]) -> type[R]:
        event.listen(table, "before_insert", keep)
        event.listen(table, "before_update", keep)
        return table

    return listening
