"""The bundle over the wire: how far it is, the file, and who may take it."""

from __future__ import annotations

import json

from icabinet.documents.bundle.check import check
from icabinet.documents.bundle.pack import sha256
from tests.server.conftest import Server
from tests.server.test_minutes import hold_a_meeting


def test_the_desk_hears_how_far_the_bundle_is_and_takes_it(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    path = "/api/streams/m1/bundle"
    with secretary.http.stream("GET", path) as answer:
        said = [json.loads(line) for line in answer.iter_lines()]
    assert [line["done"] for line in said[1:-1]] == list(range(1, said[1]["of"]))
    name = said[-1]["name"]
    file = secretary.http.get(f"{path}/{name}")
    assert (sha256(file.content), len(file.content)) == (name, said[-1]["size"])
    assert check(file.content).differences == []
    assert secretary.http.get(f"{path}/{'0' * 64}").json()["error"] == "bundle.gone"
    delegate = server.tab("d1")
    assert [delegate.http.get(one).status_code for one in (path, f"{path}/{name}")] == [403, 403]
