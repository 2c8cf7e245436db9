"""The list of who voted how, over HTTP: whom it is given to, and that nothing is sent twice."""

from __future__ import annotations

from tests.server.conftest import Server
from tests.server.test_decisions import begin, hold

PATH = "/api/streams/m1/votes/v1/roll-call"


def test_the_published_list_is_fetched_with_the_right_to_it(server: Server) -> None:
    begin(server)
    hold(server, "v1", {"rule": {}}, [{"choice": "for"}, {"choice": "against"}])
    for login in ("d3", "guest", "screen", "chair"):
        tab = server.tab(login)
        answer = tab.http.get(PATH)
        assert answer.status_code == 200, login
        assert answer.json()["lines"] == [
            {"user": "d1", "cast": True, "choice": "for"},
            {"user": "d2", "cast": True, "choice": "against"},
            {"user": "d3"},
        ]
        again = tab.http.get(PATH, headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    for login in ("outsider", "administrator"):
        assert server.tab(login).http.get(PATH).status_code == 404


def test_nothing_is_given_of_an_open_a_void_or_a_secret_vote(server: Server) -> None:
    chair, (first, *_) = begin(server)
    chair.do("vote.prepare", vote="v1", item="i2", question="?", rule={})
    chair.do("vote.open", vote="v1")
    first.do("ballot.cast", vote="v1", choice="for")
    assert chair.http.get(PATH).status_code == 404
    chair.do("vote.close", vote="v1")
    assert chair.http.get(PATH).status_code == 404
    chair.do("vote.publish", vote="v1")
    etag = chair.http.get(PATH).headers["etag"]
    chair.do("vote.void", vote="v1", reason="Nhầm")
    assert chair.http.get(PATH, headers={"if-none-match": etag}).status_code == 404
    chair.do("vote.prepare", vote="v2", item="i2", question="?", rule={"secrecy": "secret"})
    chair.do("vote.open", vote="v2")
    first.do("ballot.seal", vote="v2", receipt="receipt-of-d1", choice="for")
    chair.do("vote.close", vote="v2")
    chair.do("vote.publish", vote="v2")
    assert chair.http.get(PATH.replace("v1", "v2")).status_code == 404
