"""The websocket: snapshot plus events, resuming, and clients that behave badly."""

from __future__ import annotations

import json
import select
import socket
import threading

import pytest
from websockets.exceptions import ConnectionClosed, ConnectionClosedError
from websockets.sync.client import ClientConnection, connect

from tests.patience import PATIENCE
from tests.server.conftest import Server, receive, wait_for_change


def test_changes_reach_those_they_concern_and_nobody_else(any_server: Server) -> None:
    secretary, delegate = any_server.tab("secretary"), any_server.tab("d1")
    since = delegate.at()
    with secretary.follow(since) as desk, delegate.follow(since) as tablet:
        secretary.do("attendance.mark", user="d2", state="excused", reason="Đi công tác")
        assert wait_for_change(desk, "absence")[2] == {"reason": "Đi công tác"}
        changes = receive(tablet)["changes"]
        assert [change[0] for change in changes] == ["attendance"], "the reason is the desk's"


def test_a_tablet_that_was_away_resumes_from_its_position(any_server: Server) -> None:
    chair, delegate = any_server.tab("chair"), any_server.tab("d1")
    since = delegate.at()
    for number in range(5):
        chair.do("item.add", item=f"x{number}", title=f"Nội dung {number}")
    with delegate.follow(since) as tablet:
        frame = receive(tablet)
    assert [change[1] for change in frame["changes"]] == ["x0", "x1", "x2", "x3", "x4"]
    assert frame["at"] == delegate.at()


def test_changes_of_the_same_record_are_merged(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    since = delegate.at()
    for number in range(20):
        secretary.do("meeting.update", title=f"Tên {number}", place="P", starts_at=1)
    with delegate.follow(since) as tablet:
        frame = receive(tablet)
    assert [change[2]["title"] for change in frame["changes"]] == ["Tên 19"]


def test_a_position_the_server_never_gave_leads_to_a_fresh_view(server: Server) -> None:
    delegate = server.tab("d1")
    with delegate.follow(since=999_999) as tablet:
        assert receive(tablet, "reset")["stream"] == "m1"


def test_a_member_who_is_taken_out_is_shown_out(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d3")
    with delegate.follow(delegate.at()) as tablet:
        secretary.do("member.remove", user="d3")
        with pytest.raises(ConnectionClosedError) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4403


@pytest.mark.parametrize(("login", "code"), [("outsider", 4403), (None, 4401)])
def test_who_has_no_part_is_told_so_by_code(server: Server, login: str | None, code: int) -> None:
    if login is None:
        with connect(server.url.replace("http", "ws") + "/ws") as stranger, pytest.raises(ConnectionClosed) as closed:
            receive(stranger, "never")
    else:
        with server.tab(login).follow(0) as outsider, pytest.raises(ConnectionClosed) as closed:
            receive(outsider, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == code


def test_another_sites_page_cannot_ride_on_the_cookie(server: Server) -> None:
    with server.tab("d1").socket(origin="http://evil.example") as foreign, pytest.raises(ConnectionClosed) as closed:
        receive(foreign, "hello")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


@pytest.mark.parametrize("message", ["{", '{"type":"subscribe"}', '{"type":"subscribe","streams":{},"x":1}', "[]"])
def test_a_message_that_is_not_understood_closes_the_connection(server: Server, message: str) -> None:
    with server.tab("d1").socket() as tablet:
        tablet.send(message)
        with pytest.raises(ConnectionClosed) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4400


def test_signing_out_ends_the_connection_at_once(server: Server) -> None:
    delegate = server.tab("d1")
    with delegate.follow(delegate.at()) as tablet:
        assert delegate.http.post("/api/sign-out").status_code == 204
        with pytest.raises(ConnectionClosed) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


def test_a_deactivated_person_is_out_in_mid_stream(any_server: Server) -> None:
    administrator, delegate = any_server.tab("administrator"), any_server.tab("d1")
    with delegate.follow(delegate.at()) as tablet:
        person = {"user": "d1", "name": "Người d1", "title": "", "unit": "", "role": "member"}
        answer = administrator.command("user.update", stream="office", active=False, **person)
        assert answer.status_code == 200
        with pytest.raises(ConnectionClosed) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401
    assert delegate.http.get("/api/me").status_code == 401


def test_the_desk_sees_who_is_connected_and_delegates_do_not(server: Server) -> None:
    chair, delegate = server.tab("chair"), server.tab("d1")
    with chair.follow(chair.at()) as desk, delegate.follow(delegate.at()) as tablet:
        told = receive(desk, "signal")
        while "d1" not in told["value"]["online"]:
            told = receive(desk, "signal")
        assert told["kind"] == "presence"
        with pytest.raises(TimeoutError):
            receive(tablet, "signal", seconds=1.5)


def test_a_client_that_never_reads_is_cut_off_and_harms_nobody(server: Server) -> None:
    """Its unread bytes are bounded; the others get every change meanwhile."""
    chair, reader, deaf = server.tab("chair"), server.tab("d1"), server.tab("d2")
    chair.do("meeting.start")
    for number in range(30):
        chair.do("item.add", item=f"long{number}", title=f"Nội dung {number}")
    with reader.follow(reader.at()) as tablet:
        raw = _deaf_socket(server, deaf.http.cookies["icabinet_session"], deaf.at())
        seen = _wait_in_thread(tablet)
        cut_off = False
        for number in range(1500):  # 23 kB each: sooner or later more than the kernel keeps for the deaf client
            chair.do("item.conclude", item=f"long{number % 30}", text=f"{number} " + "ộ" * 7900)
            cut_off = _is_cut_off(raw)
            if cut_off:
                break
        chair.do("item.add", item="last", title="Nội dung cuối")
        seen.join(PATIENCE)
        assert not seen.is_alive(), "the reader got the last change"
        raw.close()
    assert cut_off


def _wait_in_thread(tablet: ClientConnection) -> threading.Thread:
    """Reads until the item called "last" has come."""

    def read() -> None:
        while wait_for_change(tablet, "item")[1] != "last":
            pass

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


def _deaf_socket(server: Server, cookie: str, since: int) -> socket.socket:
    """Follows the meeting with a tiny receive buffer, and never reads."""
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.connect(("127.0.0.1", server.port))
    raw.sendall(
        f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        f"Cookie: icabinet_session={cookie}\r\n\r\n".encode()
    )
    while b"hello" not in raw.recv(4096):  # RFC 6455 §4.1: nothing may be sent before the server has answered
        pass
    text = json.dumps({"type": "subscribe", "streams": {"m1": since}}).encode()
    raw.sendall(bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text)
    return raw


def _is_cut_off(raw: socket.socket) -> bool:
    """Whether the server has dropped the connection; what it sent before is left unread."""
    waiting = select.poll()
    waiting.register(raw, select.POLLERR | select.POLLHUP)
    return bool(waiting.poll(0))
