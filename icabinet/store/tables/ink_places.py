"""What became of strokes in a later version of their paper."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class InkPlace(Row):
    """One for all strokes of a person on a page; `id` is "version.page.owner" of where they were drawn.

    `version_id` is the version that was looked through. `kept`: they are on `page` of it now. `changed`: `page` is a
    proposal (0: none). `stays`: the owner leaves them where they are. `placed`: he put them there himself.
    """

    __tablename__ = "ink_place"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    owner: Mapped[str]
    paper_id: Mapped[str]
    version_id: Mapped[str]
    from_version: Mapped[str]
    from_page: Mapped[int]
    state: Mapped[str]
    page: Mapped[int]
    at: Mapped[int]
    recalled: Mapped[bool] = mapped_column(default=False)


def ink_place_id(version: str, page: int, owner: str) -> str:
    return f"{version}.{page}.{owner}"
