"""Opinions by writing through the server: founded, answered live, confirmed with the password, the file handed out."""

from __future__ import annotations

from icabinet import clock
from tests.server.conftest import PASSWORD, Server, receive
from tests.server.test_documents import put, wait_until_read

ASKING = "c1"


def test_from_the_draft_to_an_answer_with_a_file(server: Server) -> None:
    desk, member, other = server.tab("secretary"), server.tab("d1"), server.tab("d2")
    made = {"circulation": ASKING, "question": "Góp ý?", "agency": "Văn phòng"}
    for tab, status in ((member, 403), (desk, 201)):
        answer = tab.http.post("/api/circulations", json=made, headers={"idempotency-key": tab.key()})
        assert answer.status_code == status
    rule = {"base": "entitled", "quorum_numerator": 0}
    plan = {"question": "Góp ý?", "explanation": "", "rule": rule, "deadline": clock.now() + 600_000}
    desk.do("circulation.edit", stream=ASKING, base=0, asked=["d1", "d2"], **plan)
    assert member.http.get("/api/circulations").json()["circulations"] == []
    desk.do("circulation.send", stream=ASKING, base=1)
    (line,) = member.http.get("/api/circulations").json()["circulations"]
    assert (line["role"], line["answered_at"]) == ("delegate", None)
    assert put(member) == 201
    assert wait_until_read(member) == "ready"
    with desk.follow(desk.at(ASKING), ASKING) as socket:
        member.do("circulation.answer", stream=ASKING, choice="other", document="e1")
        heard = receive(socket)
        assert {kind for kind, *_ in heard["changes"]} == {"answered", "circulation_progress"}
    address = f"/api/streams/{ASKING}/answers/d1/file"
    assert [tab.http.get(address).status_code for tab in (member, desk, other)] == [200, 404, 404]
    at = member.records(ASKING)["my_answer"][f"{ASKING}.d1"]["at"]
    for password, status in (("sai-mat-khau", 403), (PASSWORD, 200)):
        confirmation = {"password": password, "at": at}
        headers = {"idempotency-key": member.key()}
        given = member.http.post(f"/api/streams/{ASKING}/confirm", json=confirmation, headers=headers)
        assert given.status_code == status, given.text
    other.do("circulation.answer", stream=ASKING, choice="for")
    desk.do("circulation.close", stream=ASKING)
    assert [tab.http.get(address).status_code for tab in (desk, other)] == [200, 404]
    papers = [f"/api/streams/{ASKING}/{path}" for path in ("summary/docx", "answers/d1/form/docx")]
    taken = [[tab.http.get(paper).status_code for paper in papers] for tab in (desk, member, other)]
    assert taken == [[200, 200], [403, 200], [403, 404]]
    assert desk.http.get(papers[0].replace("docx", "pdf")).content.startswith(b"%PDF")
