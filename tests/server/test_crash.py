"""SIGKILL in mid-meeting: nothing acknowledged is lost, nothing is counted twice, everyone resumes."""

from __future__ import annotations

import subprocess
import sys
import threading

import httpx2

from icabinet.cli.checks import broken_logs
from icabinet.store.database import Database
from tests.patience import PATIENCE
from tests.rooms import MEETING, add_person
from tests.server.conftest import ANEW, PLAIN, Server, receive, wait_for_change


def test_ballots_acknowledged_before_the_kill_count_exactly_once(any_server: Server) -> None:
    chair, one, two = any_server.tab("chair"), any_server.tab("d1"), any_server.tab("d2")
    chair.do("meeting.start")
    for tab in (one, two):
        tab.do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua?", rule={})
    chair.do("vote.open", vote="v1")
    since = two.at()
    assert one.command("ballot.cast", key="ballot-of-d1", vote="v1", choice="for").status_code == 200
    any_server.kill()
    any_server.start()
    again = one.command("ballot.cast", key="ballot-of-d1", vote="v1", choice="for")
    assert again.status_code == 200, "the retry of an acknowledged ballot is acknowledged again"
    with two.follow(since) as tablet:
        assert wait_for_change(tablet, "progress")[2] == {"cast": 1, "of": 2}
        two.do("ballot.cast", vote="v1", choice="for")
        chair.do("vote.close", vote="v1")
        chair.do("vote.publish", vote="v1")
        result = wait_for_change(tablet, "result")[2]
    assert result["tally"] == {"for": 2, "against": 0, "other": 0, "abstain": 0}
    assert broken_logs(any_server.database) == {}


def test_a_kill_under_load_loses_nothing_that_was_acknowledged(server: Server) -> None:
    """Many voters at once, killed in the middle; each retries with the same key until it is acknowledged."""
    voters = 30
    server.stop()
    db = Database(server.database)
    for number in range(voters):
        add_person(db, f"w{number}")
    db.close()
    server.start()
    secretary, chair = server.tab("secretary"), server.tab("chair")
    for number in range(voters):
        secretary.do("member.add", user=f"w{number}", role="delegate", votes=True)
        secretary.do("attendance.mark", user=f"w{number}", state="present")
    chair.do("meeting.start")
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua?", rule={})
    chair.do("vote.open", vote="v1")
    server.stop()
    acknowledged = _cast_and_kill(server.database, voters)
    assert 0 < len(acknowledged) <= voters
    server.start()
    cast = server.tab("chair").records()["progress"]["v1"]["cast"]
    assert cast >= len(acknowledged)
    assert set(server.tab("chair").records()["voted"]) >= {f"v1.{user}" for user in acknowledged}


def _cast_and_kill(database: str, voters: int) -> set[str]:
    """A child process casts ballots through the command bus and says which were acknowledged, until it is killed."""
    program = (
        "import sys\n"
        "from icabinet.store.database import Database\n"
        "from icabinet.actions import perform\n"
        "from icabinet.domain.commands import CastBallot\n"
        "db = Database(sys.argv[1])\n"
        "for n in range(int(sys.argv[2])):\n"
        "    c = CastBallot(vote='v1', choice='for')\n"
        "    db.write(lambda s: perform(s, 'm1', f'w{n}', f'key-{n:06}', c))\n"
        "    print(f'w{n}', flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", program, database, str(voters)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = set()
    for line in child.stdout:
        said.add(line.strip())
        if len(said) == voters // 2:
            child.kill()
    child.wait()
    child.stdout.close()
    return said


def test_a_tablet_resumes_after_a_restart_without_a_reload(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    with delegate.follow(delegate.at()) as tablet:
        secretary.do("item.add", item="before", title="Trước khi khởi động lại")
        seen = receive(tablet)["at"]
    server.kill()
    server.start()
    secretary.do("item.add", item="after", title="Sau khi khởi động lại")
    with delegate.follow(seen) as tablet:
        assert wait_for_change(tablet, "item")[1] == "after"


def test_many_tries_at_once_to_vote_twice(server: Server) -> None:
    """Two tabs and retries of one delegate at the same time; one ballot stays, whatever the order."""
    chair = server.tab("chair")
    tabs = [server.tab("d1"), server.tab("d1")]
    chair.do("meeting.start")
    for login in ("d1", "d2"):
        server.tab(login).do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua?", rule={})
    chair.do("vote.open", vote="v1")
    codes: list[int] = []

    def cast(tab_number: int, choice: str) -> None:
        with httpx2.Client(
            base_url=server.url, cookies=tabs[tab_number].http.cookies, timeout=PATIENCE, verify=PLAIN, limits=ANEW
        ) as http:
            for number in range(100):
                headers = {
                    "x-csrf-token": tabs[tab_number].me["csrf"],
                    "idempotency-key": f"retry-{tab_number}-{number // 4}",
                }
                body = {"type": "ballot.cast", "vote": "v1", "choice": choice}
                codes.append(http.post(f"/api/streams/{MEETING}/commands", json=body, headers=headers).status_code)

    threads = [threading.Thread(target=cast, args=(number % 2, ("for", "against")[number % 2])) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(codes) == {200}
    chair.do("vote.close", vote="v1")
    tally = chair.records()["result"]["v1"]["tally"]
    assert sum(tally.values()) == 1
