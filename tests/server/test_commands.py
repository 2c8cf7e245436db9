"""The command address: strict, once, durable, in words."""

from __future__ import annotations

from tests.server.conftest import Server, Tab


def running_vote(server: Server) -> tuple[Tab, Tab, Tab]:
    chair, one, two = server.tab("chair"), server.tab("d1"), server.tab("d2")
    chair.do("meeting.start")
    one.do("attendance.check-in")
    two.do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua?", rule={"numerator": 2, "denominator": 3})
    chair.do("vote.open", vote="v1")
    return chair, one, two


def test_unknown_fields_are_refused_and_change_nothing(server: Server) -> None:
    tab = server.tab("d1")
    before = tab.at()
    bodies: list[object] = [{"type": "attendance.check-in", "user": "d2"}, {"type": "no.such"}, {"typo": 1}, []]
    for body in bodies:
        answer = tab.http.post("/api/streams/m1/commands", json=body, headers={"idempotency-key": tab.key()})
        assert answer.status_code == 400, body
        assert "tải lại trang" in answer.json()["message"]
    assert tab.at() == before


def test_internal_commands_cannot_be_sent_from_outside(server: Server) -> None:
    tab = server.tab("administrator")
    answer = tab.command("user.password", stream="office", user="chair", hash="x")
    assert answer.status_code == 400


def test_the_same_command_sent_twice_is_carried_out_once(any_server: Server) -> None:
    chair = any_server.tab("chair")
    first = chair.command("item.add", key="same-key-0001", item="i9", title="Nội dung bổ sung")
    again = chair.command("item.add", key="same-key-0001", item="i9", title="Nội dung bổ sung")
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert chair.at() == first.json()["at"]


def test_a_key_used_for_something_else_is_not_called_done(server: Server) -> None:
    chair = server.tab("chair")
    assert chair.command("meeting.start", key="same-key-0002").status_code == 200
    assert chair.command("meeting.pause", key="same-key-0002").json()["error"] == "key-reused"
    assert chair.records()["meeting"]["m1"]["state"] == "running"


def test_a_late_ballot_is_refused_in_words(any_server: Server) -> None:
    chair, one, two = running_vote(any_server)
    one.do("ballot.cast", vote="v1", choice="for")
    chair.do("vote.close", vote="v1")
    late = two.command("ballot.cast", vote="v1", choice="for")
    assert late.status_code == 409
    assert "phiếu chưa được ghi" in late.json()["message"]
    assert chair.records()["result"]["v1"]["tally"] == {"for": 1, "against": 0, "other": 0, "abstain": 0}


def test_two_tabs_of_one_delegate_count_once(any_server: Server) -> None:
    chair, one, _ = running_vote(any_server)
    other_tab = any_server.tab("d1")
    one.do("ballot.cast", vote="v1", choice="for")
    other_tab.do("ballot.cast", vote="v1", choice="against")
    assert one.records()["progress"]["v1"] == {"cast": 1, "of": 2}
    assert one.records()["my_ballot"]["v1.d1"]["choice"] == "against"
    chair.do("vote.close", vote="v1")
    chair.do("vote.publish", vote="v1")
    result = one.records()["result"]["v1"]
    assert result["sentence"] == (
        "Có 2/3 đại biểu dự họp (đủ túc số 2/3). 0 đồng ý, 1 không đồng ý, 1 không bỏ phiếu. "
        "0/2 = 0 % ≤ 2/3 (cần ít nhất 2): không thông qua."
    )


def test_who_was_not_there_when_the_vote_opened_cannot_vote(server: Server) -> None:
    running_vote(server)
    late = server.tab("d3")
    late.do("attendance.check-in")
    answer = late.command("ballot.cast", vote="v1", choice="for")
    assert answer.status_code == 403
    assert "danh sách biểu quyết" in answer.json()["message"]


def test_a_vote_without_quorum_does_not_open(server: Server) -> None:
    chair = server.tab("chair")
    chair.do("meeting.start")
    server.tab("d1").do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua?", rule={})
    answer = chair.command("vote.open", vote="v1")
    missing = "Chưa đủ túc số: có mặt 1/3, cần ít nhất 2 đại biểu. Xin chờ thêm đại biểu điểm danh."
    assert answer.json()["message"] == missing


def test_a_delegate_cannot_do_what_is_the_chairs(server: Server) -> None:
    delegate = server.tab("d1")
    for type_, fields in [
        ("meeting.start", {}),
        ("agenda.go", {"item": "i1"}),
        ("paper.recall", {"paper": "p1", "reason": "x"}),
        ("minutes.edit", {"block": "opening", "text": "x"}),
        ("attendance.mark", {"user": "d2", "state": "present"}),
    ]:
        answer = delegate.command(type_, **fields)
        assert answer.status_code == 403, type_
        assert answer.json()["error"] == "not-allowed"


def test_a_request_without_a_key_is_not_carried_out(server: Server) -> None:
    tab = server.tab("d1")
    answer = tab.http.post("/api/streams/m1/commands", json={"type": "attendance.check-in"})
    assert answer.json()["error"] == "key-needed"
    assert tab.records()["attendance"]["d1"]["state"] == "absent"


def test_a_new_meeting_has_its_maker_as_secretary(server: Server) -> None:
    secretary = server.tab("secretary")
    made = {"meeting": "m77", "title": "Họp giao ban", "place": "P2", "starts_at": 1, "agency": "VP"}
    answer = secretary.http.post("/api/meetings", json=made, headers={"idempotency-key": secretary.key()})
    assert answer.status_code == 201, answer.text
    assert secretary.records("m77")["member"]["secretary"]["role"] == "secretary"
    delegate = server.tab("d1")
    refused = delegate.http.post("/api/meetings", json=made | {"meeting": "m78"}, headers={"idempotency-key": "x" * 9})
    assert refused.status_code == 403
    assert secretary.http.get("/api/streams/m78").status_code == 404
