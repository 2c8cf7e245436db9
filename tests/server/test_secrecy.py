"""Who has the whole disk after the close cannot tell who voted how; and no power cut loses a sealed ballot."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from icabinet.store.database import Database
from icabinet.store.keys import Keys
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import found_meeting
from tests.server.conftest import Server, hashed
from tests.server.linking import Ballots, Dump, Search, take

VOTES = 50
VOTERS = [f"d{number}" for number in range(1, 9)]
CHOICES = ("for", "against", "other", "abstain")
"""Guessing is right about once a vote: 50 times, give or take 7. More than this is no luck."""
LUCK = 110
SECRET = {"secrecy": "secret", "quorum_numerator": 0}


class Voted:
    """What the test alone knows: who cast which receipt, and what lay on the disk while the votes were open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.truth: dict[str, dict[str, str]] = {}
        self.order: dict[str, list[str]] = {}
        self.keys: list[bytes] = []
        self.envelopes: list[bytes] = []

    @property
    def votes(self) -> list[Ballots]:
        return [Ballots(vote, VOTERS, sorted(receipts.values())) for vote, receipts in self.truth.items()]


class Logged(Server):
    """Its own words go to a file in the data folder, as an office would keep them."""

    def __init__(self, data: Path, database: str) -> None:
        super().__init__(data, database)
        self.said = data / "server.log"


@pytest.fixture(scope="module")
def voted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voted]:
    """Fifty secret votes of eight people, cast in ever other orders, some changed, all closed and published."""
    folder = tmp_path_factory.mktemp("secrecy")
    data = folder / "data"
    data.mkdir()
    make_ready(sqlite_url(data))
    db = Database(sqlite_url(data))
    found_meeting(db, len(VOTERS), hashed())
    db.close()
    server = Logged(data, sqlite_url(data))
    server.start()
    known = Voted(data)
    _vote(server, known)
    yield known
    for tab in server.tabs:
        tab.http.close()
    server.stop()


def _vote(server: Server, known: Voted) -> None:
    dice = random.Random(1)
    chair = server.tab("chair")
    tabs = {user: server.tab(user) for user in VOTERS}
    chair.do("meeting.start")
    for tab in tabs.values():
        tab.do("attendance.check-in")
    for number in range(VOTES):
        vote = f"vote{number:02}"
        chair.do("vote.prepare", vote=vote, item="i2", question="Bầu?", rule=SECRET)
        chair.do("vote.open", vote=vote)
        known.order[vote] = dice.sample(VOTERS, len(VOTERS))
        known.truth[vote] = {}
        for user in [*known.order[vote], *dice.sample(VOTERS, 2)]:
            known.truth[vote][user] = _seal(tabs[user], vote, dice)
        _remember(known, vote)
        chair.do("vote.close", vote=vote)
        chair.do("vote.publish", vote=vote)


def _seal(tab: Any, vote: str, dice: random.Random) -> str:
    receipt = f"{dice.getrandbits(80):020x}"
    choice = dice.choice(CHOICES)
    opinion = "Đề nghị làm rõ nguồn vốn" * dice.randrange(1, 9) if choice == "other" else ""
    tab.do("ballot.seal", vote=vote, receipt=receipt, choice=choice, opinion=opinion)
    return receipt


def _remember(known: Voted, vote: str) -> None:
    """What a thief could have taken while the vote was open; nothing of it may be left behind."""
    known.keys.append(Keys(known.folder / "keys").read(vote))
    rows = take(known.folder, known.folder / "icabinet.db").tables["sealed_ballot"]
    known.envelopes += [bytes(row["sealed"]) for row in rows]


@pytest.fixture(scope="module")
def dump(voted: Voted) -> Dump:
    """Taken under the running server, so that its write-ahead log and its own log are in it."""
    return take(voted.folder, voted.folder / "icabinet.db")


def test_the_dump_is_of_everything(voted: Voted, dump: Dump) -> None:
    assert {"icabinet.db", "icabinet.db-wal", "icabinet.db-shm", "server.log"} <= set(dump.files)
    boxes = "".join(str(row["ballots"]) for row in dump.tables["ballot_box"])
    assert all(receipt in boxes for vote in voted.truth.values() for receipt in vote.values())
    cast = [row for row in dump.tables["event"] if row["kind"] == "ballot.seal"]
    assert len(cast) == VOTES * (len(VOTERS) + 2), "the log knows who voted, and when"


def test_no_attack_ties_voters_to_ballots(voted: Voted, dump: Dump) -> None:
    hits, attack = Search(dump, voted.votes).best(voted.truth)
    assert hits <= LUCK, f"{attack} is right for {hits} of {VOTES * len(VOTERS)} ballots"


def test_neither_keys_nor_envelopes_are_left_anywhere(voted: Voted, dump: Dump) -> None:
    everything = b"".join(dump.files.values())
    assert len(voted.keys) == VOTES
    assert len(voted.envelopes) == VOTES * len(VOTERS)
    assert len({len(envelope) for envelope in voted.envelopes}) == 1
    assert not any(key in everything for key in voted.keys)
    assert not any(envelope[:32] in everything for envelope in voted.envelopes)
    assert dump.tables["sealed_ballot"] == []
    assert not [name for name in dump.files if name.startswith("keys")]


def test_no_choice_stands_in_the_log_of_events(dump: Dump) -> None:
    for row in dump.tables["event"]:
        if row["kind"] == "ballot.seal":
            changes = bytes(row["changes"]).decode()
            assert not any(f'"{choice}"' in changes for choice in CHOICES)
            assert "Đề nghị" not in changes


def _rows_in_order_of_casting(voted: Voted, dump: Dump) -> None:
    dump.tables["leak"] = [
        {"receipt": voted.truth[vote][user]} for vote, order in voted.order.items() for user in order
    ]


def _a_time_beside_the_receipt(voted: Voted, dump: Dump) -> None:
    times = {
        (vote, row["user_id"]): row["sealed_at"]
        for row in dump.tables["voter"]
        for vote in voted.truth
        if row["vote_id"] == vote
    }
    dump.tables["leak"] = sorted(
        (
            {"receipt": receipt, "at": times[vote, user] + 3}
            for vote, receipts in voted.truth.items()
            for user, receipt in receipts.items()
        ),
        key=lambda row: str(row["receipt"]),
    )


def _a_number_beside_the_receipt(voted: Voted, dump: Dump) -> None:
    """A row number that outlived the sorting."""
    dump.tables["leak"] = [
        {"receipt": receipt, "rowid": voted.order[vote].index(user)}
        for vote, receipts in voted.truth.items()
        for receipt, user in sorted((receipt, user) for user, receipt in receipts.items())
    ]


def _places_in_a_file(voted: Voted, dump: Dump) -> None:
    pages = [voted.truth[vote][user] for vote, order in voted.order.items() for user in order]
    dump.files["leak"] = b"\0".join(receipt.encode() for receipt in pages)


def _sizes(voted: Voted, dump: Dump) -> None:
    """Envelopes as long as what is in them, and boxes that tell the lengths."""
    dump.tables["kept"] = [
        {"vote": vote, "user": user, "sealed": "x" * (40 + number)}
        for vote, order in voted.order.items()
        for number, user in enumerate(order)
    ]
    dump.tables["leak"] = [
        {"receipt": voted.truth[vote][user], "said": "y" * number}
        for vote, order in voted.order.items()
        for number, user in enumerate(order)
    ]
    dump.tables["leak"].sort(key=lambda row: str(row["receipt"]))


def _a_line_of_a_log(voted: Voted, dump: Dump) -> None:
    lines = [f"{user} POST {receipt}" for receipts in voted.truth.values() for user, receipt in receipts.items()]
    dump.files["leak"] = ("\n" * 400).join(lines).encode()


def _the_key_of_a_request(voted: Voted, dump: Dump) -> None:
    dump.tables["leak"] = [
        {"actor": user, "cause": f"ballot-{receipt}"}
        for receipts in voted.truth.values()
        for user, receipt in receipts.items()
    ]


LEAKS: list[Callable[[Voted, Dump], None]] = [
    _rows_in_order_of_casting,
    _a_time_beside_the_receipt,
    _a_number_beside_the_receipt,
    _places_in_a_file,
    _sizes,
    _a_line_of_a_log,
    _the_key_of_a_request,
]


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_would_be_found(voted: Voted, dump: Dump, leak: Callable[[Voted, Dump], None]) -> None:
    """The same attacks on the same dump with one mistake in it: else the silence above would prove nothing."""
    leaky = copy.deepcopy(dump)
    leak(voted, leaky)
    hits, attack = Search(leaky, voted.votes).best(voted.truth)
    assert hits > 2 * LUCK, f"the best attack was {attack} with {hits}"


def test_sealed_ballots_acknowledged_before_the_kill_are_counted(any_server: Server) -> None:
    chair, one, two = any_server.tab("chair"), any_server.tab("d1"), any_server.tab("d2")
    chair.do("meeting.start")
    for tab in (one, two):
        tab.do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Bầu?", rule=SECRET)
    chair.do("vote.open", vote="v1")
    said = {"vote": "v1", "receipt": "receipt-0001", "choice": "for"}
    assert one.command("ballot.seal", key="ballot-of-d1", **said).status_code == 200
    any_server.kill()
    any_server.start()
    again = one.command("ballot.seal", key="ballot-of-d1", **said)
    assert again.status_code == 200, "the retry of an acknowledged ballot is acknowledged again"
    two.do("ballot.seal", vote="v1", receipt="receipt-0002", choice="against")
    chair.do("vote.close", vote="v1")
    any_server.kill()
    any_server.start()
    chair.do("vote.publish", vote="v1")
    records = two.records()
    assert records["result"]["v1"]["tally"] == {"for": 1, "against": 1, "other": 0, "abstain": 0}
    answer = two.http.get("/api/streams/m1/votes/v1/sealed-list")
    assert answer.headers["etag"] == f'"{records["sealed_list"]["v1"]["sha256"]}"'
    known = {"if-none-match": answer.headers["etag"]}
    assert two.http.get("/api/streams/m1/votes/v1/sealed-list", headers=known).status_code == 304
    assert any_server.tab("outsider").http.get("/api/streams/m1/votes/v1/sealed-list").status_code == 404
    receipts = [ballot["receipt"] for ballot in answer.json()["ballots"]]
    assert receipts == ["receipt-0001", "receipt-0002"]
    assert Keys(any_server.data / "keys").votes() == []


def test_a_key_that_outlived_its_vote_is_gone_after_the_start(server: Server) -> None:
    """As after a power cut between the commit of the close and the removal of the key."""
    chair, one = server.tab("chair"), server.tab("d1")
    chair.do("meeting.start")
    one.do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Bầu?", rule=SECRET)
    chair.do("vote.open", vote="v1")
    place = Keys(server.data / "keys").path("v1")
    key = place.read_bytes()
    chair.do("vote.close", vote="v1")
    assert not place.exists()
    server.kill()
    place.write_bytes(key)
    server.start()
    assert not place.exists()


def test_a_vote_whose_key_is_lost_says_what_to_do(server: Server) -> None:
    chair, one = server.tab("chair"), server.tab("d1")
    chair.do("meeting.start")
    one.do("attendance.check-in")
    chair.do("vote.prepare", vote="v1", item="i2", question="Bầu?", rule=SECRET)
    chair.do("vote.open", vote="v1")
    one.do("ballot.seal", vote="v1", receipt="receipt-0001", choice="for")
    Keys(server.data / "keys").destroy("v1")
    refused = chair.command("vote.close", vote="v1")
    assert refused.status_code == 409
    assert "biểu quyết lại" in refused.json()["message"]
    chair.do("vote.repeat", vote="v1", again="v2", reason="Mất khóa")
