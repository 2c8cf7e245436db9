"""What people draw on papers by hand."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire


class Stroke(Row):
    """`points` as domain.ink writes them; `readers`, `shared`, `named` and `recalled` as in Note."""

    __tablename__ = "stroke"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    version_id: Mapped[str] = mapped_column(index=True)
    author: Mapped[str]
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]))
    at: Mapped[int]
    page: Mapped[int]
    colour: Mapped[str]
    width: Mapped[int]
    points: Mapped[str]
    shared: Mapped[bool] = mapped_column(default=False)
    named: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    recalled: Mapped[bool] = mapped_column(default=False)
