"""How much a person may keep of his own."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import Refused

MIB = 1024 * 1024
MOST_BYTES = 500 * MIB
MOST_DOCUMENTS = 500
MOST_FOLDERS = 100


def check_room(sizes: Sequence[int], more: int) -> None:
    """Refused when one more document of so many bytes would go over what a person may keep."""
    if len(sizes) >= MOST_DOCUMENTS:
        raise Refused("document.too-many", most=MOST_DOCUMENTS)
    if sum(sizes) + more > MOST_BYTES:
        raise Refused("document.full", most=MOST_BYTES // MIB, used=sum(sizes) // MIB)


def check_folders(folders: int) -> None:
    if folders >= MOST_FOLDERS:
        raise Refused("folder.too-many", most=MOST_FOLDERS)
