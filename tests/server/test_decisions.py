"""Every kind of open vote through a real server: the tablets hear of it, and it stands in the minutes."""

from __future__ import annotations

import io
from typing import Any

import docx

from tests.server.conftest import Server, Tab, receive, wait_for_change

OPTIONS = [{"id": "a", "label": "Ông An"}, {"id": "b", "label": "Bà Bình"}, {"id": "c", "label": "Ông Cường"}]


def begin(server: Server) -> tuple[Tab, list[Tab]]:
    chair, delegates = server.tab("chair"), [server.tab(f"d{number}") for number in (1, 2, 3)]
    chair.do("meeting.start")
    for tab in delegates:
        tab.do("attendance.check-in")
    return chair, delegates


def hold(server: Server, vote: str, plan: dict[str, Any], ballots: list[dict[str, Any]]) -> dict[str, Any]:
    """From preparing to publishing; the result as the guest's tablet hears it."""
    chair, delegates = server.tab("chair"), [server.tab(f"d{number}") for number in (1, 2, 3)]
    chair.do("vote.prepare", vote=vote, item="i2", question=f"Câu hỏi {vote}", **plan)
    guest = server.tab("guest")
    with guest.follow(guest.at()) as tablet:
        chair.do("vote.open", vote=vote)
        for tab, ballot in zip(delegates, ballots, strict=False):
            tab.do("ballot.cast", vote=vote, **ballot)
        chair.do("vote.close", vote=vote)
        chair.do("vote.publish", vote=vote)
        result: dict[str, Any] = wait_for_change(tablet, "result")[2]
    return result


def test_open_list_and_candidates_votes_end_in_the_minutes(server: Server) -> None:
    begin(server)
    standard = hold(
        server, "v1", {"rule": {}}, [{"choice": "for"}, {"choice": "for"}, {"choice": "other", "opinion": "Nên hoãn"}]
    )
    assert (standard["result"], standard["in_favour"], standard["base"]) == ("passed", 2, 3)
    list_rule = {"method": "list", "most": 2, "seats": 2, "ties": "repeat"}
    chosen = hold(
        server, "v2", {"rule": list_rule, "options": OPTIONS}, [{"picks": ["a", "b"]}, {"picks": ["a"]}, {"picks": []}]
    )
    assert chosen["result"] == "elected" and chosen["blank"] == 1
    assert [line["elected"] for line in chosen["lines"]] == [True, False, False]
    each_rule = {"method": "candidates", "seats": 0}
    marks = [{"marks": {"a": "for", "b": "for"}}, {"marks": {"a": "for", "b": "against"}}, {"marks": {"c": "abstain"}}]
    each = hold(server, "v3", {"rule": each_rule, "options": OPTIONS}, marks)
    assert [(line["for"], line["against"], line["abstain"]) for line in each["lines"]] == [
        (2, 0, 0),
        (1, 1, 0),
        (0, 0, 1),
    ]
    secretary = server.tab("secretary")
    blocks = {block["id"]: block for block in secretary.http.get("/api/streams/m1/minutes").json()["blocks"]}
    assert blocks["vote:v1"]["rows"] == [["Câu hỏi v1", "3", "2", "0", "1", "0", "66,7 %", "Thông qua"]]
    assert "Ý kiến khác: Người d3: “Nên hoãn”." in blocks["vote:v1:sentence"]["text"]
    assert blocks["vote:v2"]["rows"][0] == ["Ông An", "2", "66,7 %", "Trúng cử"]
    assert "Trúng cử 1/2: Ông An (2 phiếu)." in blocks["vote:v2:sentence"]["text"]
    assert blocks["vote:v3"]["rows"][1] == ["Bà Bình", "1", "1", "0", "33,3 %", "Không trúng cử"]
    document = docx.Document(io.BytesIO(secretary.http.get("/api/streams/m1/official/minutes/docx").content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"Ông An", "Bà Bình", "Ông Cường", "Trúng cử"} <= set(cells)


def test_everybody_watches_a_live_count_and_nobody_another_one(server: Server) -> None:
    chair, (one, two, _) = begin(server)
    guest = server.tab("guest")
    chair.do("vote.prepare", vote="v1", item="i2", question="?", rule={"shows": "live"})
    with guest.follow(guest.at()) as tablet:
        chair.do("vote.open", vote="v1")
        one.do("ballot.cast", vote="v1", choice="against")
        two.do("ballot.cast", vote="v1", choice="for")
        one.do("ballot.cast", vote="v1", choice="for")
        counts = [wait_for_change(tablet, "live_tally")[2]["tally"]]
        while counts[-1]["for"] < 2:
            counts.append(wait_for_change(tablet, "live_tally")[2]["tally"])
        assert counts[-1] == {"for": 2, "against": 0, "other": 0, "abstain": 0}
        chair.do("vote.close", vote="v1")
        closed = receive(tablet)["changes"]
        assert ["live_tally", "v1", None] in closed, "the count so far gives way to the result"
        assert [change[2]["result"] for change in closed if change[0] == "result"] == ["passed"]
    chair.do("vote.prepare", vote="v2", item="i2", question="?", rule={})
    chair.do("vote.open", vote="v2")
    one.do("ballot.cast", vote="v2", choice="for")
    chair.do("vote.close", vote="v2")
    seen = guest.http.get("/api/streams/m1").json()["records"]
    assert "live_tally" not in seen and set(seen["result"]) == {"v1"}


def test_a_stopped_vote_stays_on_record_and_is_repeated(server: Server) -> None:
    chair, (one, _, _) = begin(server)
    chair.do("vote.prepare", vote="v1", item="i2", question="Nhầm", rule={"quorum_number": 2}, seconds=60)
    chair.do("vote.open", vote="v1")
    one.do("ballot.cast", vote="v1", choice="for")
    assert one.command("vote.repeat", vote="v1", again="v2", reason="x").status_code == 403
    chair.do("vote.repeat", vote="v1", again="v2", reason="Đọc nhầm câu hỏi")
    refused = one.command("ballot.cast", vote="v1", choice="against")
    assert (refused.status_code, refused.json()["error"]) == (409, "vote.not-open")
    chair.do("vote.open", vote="v2")
    votes = one.http.get("/api/streams/m1").json()["records"]["vote"]
    assert (votes["v1"]["state"], votes["v1"]["reason"]) == ("void", "Đọc nhầm câu hỏi")
    assert (votes["v2"]["repeats"], votes["v2"]["rule"]) == ("v1", votes["v1"]["rule"])
    assert votes["v2"]["deadline"] == votes["v2"]["opened_at"] + 60_000
    blocks = {block["id"]: block for block in chair.http.get("/api/streams/m1/minutes").json()["blocks"]}
    assert "được huỷ lúc" in blocks["vote:v1:sentence"]["text"]
    assert "Lý do: Đọc nhầm câu hỏi." in blocks["vote:v1:sentence"]["text"]
