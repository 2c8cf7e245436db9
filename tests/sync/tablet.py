"""What a tablet does with what it is sent."""

from __future__ import annotations

from typing import Any

from icabinet.views.snapshot import View


def payload(frame: bytes) -> bytes:
    """The text of a server's websocket frame (RFC 6455 §5.2)."""
    length = frame[1]
    return frame[{126: 4, 127: 10}.get(length, 2) :]


def apply(view: View, frame: dict[str, Any]) -> None:
    """What a tablet does with a frame: set or delete, in order."""
    for kind, id_, value in frame["changes"]:
        if value is not None:
            view.setdefault(kind, {})[id_] = value
        else:
            view.get(kind, {}).pop(id_, None)
            if not view.get(kind, True):
                del view[kind]
