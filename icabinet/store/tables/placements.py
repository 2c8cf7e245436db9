"""What became of notes in a later version of their paper."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire


class Placement(Row):
    """One a note, by the note's name. `version_id` is the version that was looked through.

    `kept` and `moved`: the note stands there now, and came from `from_version`. `changed`: a place is proposed.
    `lost`: there is none. `stays`: the owner leaves the note where it was made. `placed`: he put it there himself.
    """

    __tablename__ = "placement"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    owner: Mapped[str]
    paper_id: Mapped[str]
    version_id: Mapped[str]
    from_version: Mapped[str]
    from_page: Mapped[int]
    state: Mapped[str]
    at: Mapped[int]
    page: Mapped[int] = mapped_column(default=0)
    quads: Mapped[list[tuple[int, int, int, int]]] = mapped_column(
        Wire(list[tuple[int, int, int, int]]), default_factory=list
    )
    exact: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    start: Mapped[int] = mapped_column(default=0)
    end: Mapped[int] = mapped_column(default=0)
    recalled: Mapped[bool] = mapped_column(default=False)
