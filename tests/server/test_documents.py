"""One's own files through the server: the owner's, theirs with whom he shares, and nobody else's at any gate."""

from __future__ import annotations

import time
from urllib.parse import quote

from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab
from tests.server.test_files import leftovers, pdf_file


def put(tab: Tab, document: str = "e1", content: bytes = b"", name: str = "riêng.pdf") -> int:
    headers = {"idempotency-key": tab.key(), "x-file-name": quote(name)}
    params = {"document": document, "folder": "", "title": ""}
    answer = tab.http.post("/api/documents", params=params, content=content or pdf_file(), headers=headers)
    return answer.status_code


def wait_until_read(tab: Tab) -> str:
    """Also the letters of a scan."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        (line,) = tab.http.get("/api/documents").json()["documents"]
        if line["state"] != "processing" and not line["work"]:
            return str(line["state"])
        time.sleep(0.05)
    raise AssertionError("not read")


def test_a_file_of_ones_own_is_read_by_its_owner_and_those_he_names_until_he_takes_it_back(server: Server) -> None:
    owner, named, other, administrator = (server.tab(user) for user in ("d1", "d2", "d3", "administrator"))
    assert put(owner, content=b"nothing that can be read") == 400
    assert leftovers(server) == []
    assert put(owner) == 201
    assert wait_until_read(owner) == "ready"
    addresses = tuple(f"/api/documents/e1/{name}" for name in ("reading", "original", "leaves"))

    def open_to(tab: Tab) -> set[int]:
        return {tab.http.get(address).status_code for address in addresses}

    assert (open_to(owner), open_to(named), open_to(administrator)) == ({200}, {404}, {404})
    found = owner.http.get("/api/documents/people", params={"words": "người d2"}).json()["people"]
    assert [person["id"] for person in found] == ["d2"]
    owner.do("document.share", stream="office", document="e1", people=["d2"])
    assert (open_to(named), open_to(other), open_to(administrator)) == ({200}, {404}, {404})
    part = named.http.get(addresses[0], headers={"range": "bytes=0-9", "x-prefetch": "1"})
    assert (part.status_code, len(part.content)) == (206, 10), "kept on a tablet piece by piece, like a paper"
    assert not other.http.get("/api/documents").json()["documents"]
    assert "document" not in administrator.records("office")
    owner.do("document.share", stream="office", document="e1", people=[])
    assert open_to(named) == {404}
    owner.do("document.remove", stream="office", document="e1")
    assert open_to(owner) == {404}
