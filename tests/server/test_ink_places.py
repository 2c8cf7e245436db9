"""Strokes follow their paper into a new version where the page is the same; elsewhere their owner is asked."""

from __future__ import annotations

import time
from typing import Any

from icabinet.domain import ink
from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab
from tests.server.test_versions import published, replaced

ON_FIRST_LINES = ink.pack([(800, 900, 128), (1500, 900, 128)])


def draw(tab: Tab, name: str, points: str, version: str = "p1v") -> None:
    tab.do("ink.draw", version=version, strokes=[{"stroke": name, "page": 1, "points": points}])


def until_placed(tab: Tab) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        places = tab.records().get("ink_place", {})
        if places:
            return dict(places)
        time.sleep(0.1)
    raise AssertionError("the strokes were never looked for")


def test_strokes_on_a_changed_page_stay_until_their_owner_decides(server: Server) -> None:
    secretary, delegate = published(server)
    other = server.tab("d2")
    draw(delegate, "k1", ink.pack([(800, 1500, 128), (1500, 1500, 128)]))
    replaced(secretary)
    [(name, place)] = until_placed(delegate).items()
    assert name == "p1v.1.d1"
    assert (place["state"], place["page"], place["version"]) == ("changed", 1, "p1w")
    assert delegate.records()["stroke"]["k1"]["version"] == "p1v", "never silently elsewhere"
    assert "ink_place" not in secretary.records()
    wanted: dict[str, Any] = {"version": "p1v", "page": 1, "to_version": "p1w", "to_page": 1}
    assert other.command("ink.place", **wanted).status_code == 404
    assert delegate.command("ink.place", **wanted | {"to_page": 9}).status_code == 409
    delegate.do("ink.place", **wanted)
    assert delegate.records()["stroke"]["k1"]["version"] == "p1w"
    assert delegate.command("ink.stay", version="p1v", page=1).status_code == 404, "nothing is left there"


def test_strokes_on_a_page_that_is_the_same_go_along_and_late_ones_too(server: Server) -> None:
    secretary, delegate = published(server)
    draw(delegate, "k1", ON_FIRST_LINES)
    replaced(secretary)
    [place] = until_placed(delegate).values()
    assert (place["state"], place["page"]) == ("kept", 1), "only what is farther down has changed"
    assert delegate.records()["stroke"]["k1"]["version"] == "p1w"
    draw(delegate, "k2", ON_FIRST_LINES)
    end = time.monotonic() + PATIENCE
    while delegate.records()["stroke"]["k2"]["version"] == "p1v" and time.monotonic() < end:
        time.sleep(0.1)
    assert delegate.records()["stroke"]["k2"]["version"] == "p1w"
