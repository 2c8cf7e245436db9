"""For every viewer, whenever they look: the view they had plus the events they were sent is the fresh snapshot.

A state machine sends every kind of command, from people with and without the right to. Some viewers sleep and catch
up later from their position, so that merged batches are tested as well as single events.
"""

from __future__ import annotations

import itertools
import random
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from icabinet.actions import OFFICE, perform, takes_part, viewer
from icabinet.domain import commands as c
from icabinet.domain import policy
from icabinet.domain.audience import SYSTEM, Viewer
from icabinet.domain.commands import Command, kind_of
from icabinet.domain.errors import Refused
from icabinet.domain.seating import SeatLine
from icabinet.domain.votes import Rule
from icabinet.server.batches import Batch, pieces
from icabinet.store import log
from icabinet.store.database import Database
from icabinet.store.schema import upgrade
from icabinet.store.tables import Paper
from icabinet.views.records import Record
from icabinet.views.snapshot import View, everything, seen_by
from tests.rooms import MEETING, add_paper, found_meeting, open_vote, start
from tests.sync.tries import (
    CANDIDATES,
    CHANGES_PARTS,
    EACH,
    ELECTION,
    OFFICE_COMMANDS,
    OFTEN,
    SCRIPTS,
    STANDARD,
    TRIES,
    Draw,
    new,
    quad,
)

PEOPLE = ("chair", "secretary", "d1", "d2", "d3", "guest", "screen", "administrator", "outsider")
VIEWERS = PEOPLE
carried_out: Counter[str] = Counter()

rooms = itertools.count()
ASKS = c.RequestSpeech | c.AskQuestion | c.ReplyToSpeech | c.RaisePointOfOrder
STAGES = ("voting", "prepared", "voting", "running", "speaking", "sealing")


class Room(RuleBasedStateMachine):
    @initialize(seed=st.integers(0, 2**32 - 1))
    def begin(self, seed: int) -> None:
        """Hypothesis chooses the seed instead of each value: its own choices are too alike to reach every command."""
        room = next(rooms)
        stage = STAGES[room % len(STAGES)]
        self.random = random.Random(f"{stage} {seed} {room}")
        self.script = list(SCRIPTS.get(stage, ()))
        self.folder = tempfile.TemporaryDirectory()
        url = f"sqlite:///{Path(self.folder.name) / 'room.db'}"
        upgrade(url)
        self.db = Database(url)
        found_meeting(self.db)
        add_paper(self.db)
        self.owner: dict[str, str] = {}
        self.read: dict[str, tuple[int, list[Record]]] = {}
        self.had: dict[tuple[str, str], View] = {}
        self.at: dict[tuple[str, str], int] = {}
        self.go_on(stage)
        for user in VIEWERS:
            for stream in (MEETING, OFFICE):
                self.reload(user, stream)

    def go_on(self, stage: str) -> None:
        """Random steps alone would rarely get as far as a ballot."""
        for user in ("d1", "d2", "d3"):
            self.send(user, MEETING, c.SetPosition(item="i2", stance="agree"))
            self.send(user, MEETING, c.ReportReading(version="p1v", page=1, seen="gA=="))
        common = c.PrepareVote(vote="common", item="i1", items=["i1", "i2"], question="Thông qua?", rule=Rule())
        self.send("secretary", MEETING, common)
        self.send("administrator", OFFICE, c.SetHall(hall="h1", name="Hội trường", rows=["###", "ooo", "o.o"]))
        self.send("secretary", MEETING, c.ChooseHall(hall="h1"))
        self.send("secretary", MEETING, c.AssignSeats(seats=[SeatLine("d1", "A1"), SeatLine("d3", "B2")]))
        self.send("d3", MEETING, c.AnswerInvitation(answer="substitute", substitute="administrator", authority=True))
        if stage == "prepared":
            self.send("chair", MEETING, c.DecideSubstitute(user="d3", accept=True))
            return
        start(self.db, ["d1", "d2", "d3", "guest"])
        if stage == "voting":
            self.vote()
            for user, number in (("d1", 1), ("d2", 2)):
                quads = [quad]
                self.send(user, MEETING, c.AddNote(note=f"n{number}", version="p1v", page=1, quads=quads, exact="x"))
                self.send(user, MEETING, c.AddComment(comment=f"c{number}", paper="p1", text="Nhất trí"))
                self.send(user, MEETING, c.RequestSpeech(speech=f"s{number}"))

    def vote(self) -> None:
        """A vote of some kind is open, and two people have cast their ballots in it."""
        rule = self.random.choice([STANDARD, ELECTION, EACH])
        open_vote(self.db, rule=rule, options=[] if rule is STANDARD else CANDIDATES, seconds=60)
        for user in ("d1", "d2", "d1"):
            said = {STANDARD: {"choice": "for"}, ELECTION: {"picks": ["a", "c"]}, EACH: {"marks": {"b": "against"}}}
            self.send(user, MEETING, c.CastBallot(vote="v1", **said[rule]))  # type: ignore[arg-type]

    def reload(self, user: str, stream: str) -> None:
        self.at[user, stream], self.had[user, stream] = self.fresh(user, stream)

    def fresh(self, user: str, stream: str) -> tuple[int, View]:
        found = self.everything(stream)
        who = self.db.read(lambda s: viewer(s, user, stream))
        seq, records = found
        seen = seen_by(who, records) if takes_part(who, stream) else {}
        return seq, msgspec.json.decode(msgspec.json.encode(seen))

    def everything(self, stream: str) -> tuple[int, list[Record]]:
        """Read once per position, or the test would spend its time here."""
        seq = self.db.read(lambda s: log.streams(s.connection()))[stream]
        if stream not in self.read or self.read[stream][0] != seq:
            found = self.db.read(lambda s: everything(s, stream))
            assert found is not None
            self.read[stream] = found
        return self.read[stream]

    @rule()
    def several_try(self) -> None:
        """Some stages have a script, or random steps alone would rarely get to the end of a long row of acts."""
        for user, command in self.script[:4]:
            self.send(user, MEETING, command)
        del self.script[:4]
        for _ in range(6):
            self.somebody_tries(self.random.choice)

    def somebody_tries(self, draw: Draw) -> None:
        never = [one for one in TRIES if kind_of(one) not in carried_out]
        command = draw(never) if never and draw(range(3)) == 0 else draw([*TRIES, *OFTEN, *OFTEN])
        rightly = draw(range(10))
        stream = (
            OFFICE if command in OFFICE_COMMANDS else f"m{next(new) + 100}" if command is c.FoundMeeting else MEETING
        )
        tried = TRIES[command](draw)
        owner = self.owner.get(thing(tried), "") if rightly > 3 else ""
        self.send(owner or draw(self.actors(command, rightly)), stream, tried)

    def actors(self, command: type[Command], rightly: int) -> list[str]:
        """Mostly somebody who may, or the attempt would nearly always end at the first gate."""
        allowed = [p for p in (*PEOPLE, SYSTEM) if policy.may(self.roles(p), command)]
        return allowed if allowed and rightly else [*PEOPLE, SYSTEM]

    def roles(self, user: str) -> frozenset[str]:
        return self.db.read(lambda s: viewer(s, user, MEETING)).roles

    def send(self, user: str, stream: str, command: Command) -> None:
        before = self.parts() if isinstance(command, CHANGES_PARTS) else {}
        try:
            self.db.write(lambda s: perform(s, stream, user, f"k{next(new)}", command))
        except Refused:
            carried_out["refused"] += 1
            return
        carried_out[kind_of(command)] += 1
        if isinstance(command, c.AddNote | c.AddComment | ASKS):
            self.owner[thing(command)] = user
        for part, who in before.items():
            if self.parts()[part] != who:
                self.reload(*part)  # the server sends "reset" when somebody's part changed

    def parts(self) -> dict[tuple[str, str], Viewer]:
        seen = [(user, stream) for user in VIEWERS for stream in (MEETING, OFFICE)]
        return self.db.read(lambda s: {part: viewer(s, *part) for part in seen})

    @rule(sleepers=st.sets(st.sampled_from(VIEWERS), max_size=5))
    def those_awake_catch_up(self, sleepers: set[str]) -> None:
        for user, stream in self.had:
            if user not in sleepers:
                self.catch_up(user, stream)
                assert (self.at[user, stream], self.had[user, stream]) == self.fresh(user, stream), (user, stream)

    def catch_up(self, user: str, stream: str) -> None:
        who = self.db.read(lambda s: viewer(s, user, stream))
        since = self.at[user, stream]
        events = self.db.read(lambda s: log.since(s.connection(), stream, since))
        if not events:
            return
        self.at[user, stream] = events[-1].seq
        if takes_part(who, stream):
            frame = Batch(stream, events[-1].seq, [pieces(event) for event in events]).frame(who.groups())
            if frame:
                apply(self.had[user, stream], msgspec.json.decode(payload(frame)))

    @invariant()
    def nobody_sees_what_is_not_his(self) -> None:
        if not hasattr(self, "db"):
            return
        for (user, stream), view in self.had.items():
            assert all(id_.endswith(f".{user}") for id_ in view.get("my_ballot", {})), "a ballot on another tablet"
            assert all(id_.endswith(f".{user}") for id_ in view.get("my_sealed", {}))
            if user not in ("chair", "secretary"):
                assert all(id_.endswith(f".{user}") for id_ in view.get("position", {}))
                assert all(id_.endswith(f".{user}") for id_ in view.get("reading", {})), "how far another has read"
            assert all(note["shared"] or note["author"] == user for note in view.get("note", {}).values())
            assert all(id_.endswith(f".{user}") for id_ in view.get("reading_place", {})), "where another reads"
            own = {id_ for id_, note in view.get("note", {}).items() if note["author"] == user}
            assert set(view.get("placement", {})) <= own, "what became of somebody else's note"
            if user not in ("chair", "secretary", "screen"):
                assert not view.get("screen")
            if user not in ("chair", "secretary"):
                assert not view.get("voted") and not view.get("absence") and not view.get("minutes_edit")
            seats = [seat["seat"] for seat in view.get("seat", {}).values()]
            assert len(set(seats)) == len(seats), "two people on one seat"
            for vote in view.get("roll_call", {}):
                assert view["vote"][vote]["state"] == "published"
                assert view["vote"][vote]["rule"]["secrecy"] == "open"
            if user != "secretary":
                states = {paper["state"] for paper in view.get("paper", {}).values()}
                assert states <= {"published", "submitted"}
                named = [request["addressee"] for request in view.get("paper_request", {}).values()]
                assert all(name == f"user:{user}" or name.startswith("unit:") for name in named)
                assert not view.get("opening") and not view.get("paper_readers")
                if stream == MEETING and self.at[user, stream] == self.everything(stream)[0]:
                    self.no_trace_of_secrets(user, view)

    def no_trace_of_secrets(self, user: str, view: View) -> None:
        """Of whoever caught up: not the paper, nor what quotes it; read from the table, not from the audience."""
        with_papers = ("version", "note", "comment")
        for paper in self.db.read(lambda s: list(s.scalars(select(Paper).where(Paper.stream == MEETING)))):
            own = {f"user:{user}", *(f"role:{role}" for role in self.roles(user))}
            if paper.readers and not any(r in own or r.startswith("unit:") for r in paper.readers):
                quoted = [row["paper"] for kind in with_papers for row in view.get(kind, {}).values()]
                assert paper.id not in {*view.get("paper", {}), *view.get("recalled", {}), *quoted}

    def teardown(self) -> None:
        if hasattr(self, "db"):
            for user, stream in self.had:
                self.catch_up(user, stream)
                assert self.had[user, stream] == self.fresh(user, stream)[1], (user, stream)
            assert self.db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None
            self.db.close()
            self.folder.cleanup()


def payload(frame: bytes) -> bytes:
    """The text of a server's websocket frame (RFC 6455 §5.2)."""
    length = frame[1]
    return frame[{126: 4, 127: 10}.get(length, 2) :]


def thing(command: Command) -> str:
    """The name of the note, comment or speech that a command is about; empty for everything else."""
    if isinstance(
        command, c.AddNote | c.EditNote | c.ShareNote | c.RemoveNote | c.TakePlace | c.PlaceNote | c.KeepNote
    ):
        return command.note
    if isinstance(command, c.AddComment | c.RemoveComment):
        return command.comment
    if isinstance(command, ASKS | c.WithdrawSpeech):
        return command.speech
    return ""


def apply(view: View, frame: dict[str, Any]) -> None:
    """What a tablet does with a frame: set or delete, in order."""
    for kind, id_, value in frame["changes"]:
        if value is not None:
            view.setdefault(kind, {})[id_] = value
        else:
            view.get(kind, {}).pop(id_, None)
            if not view.get(kind, True):
                del view[kind]


def test_old_view_plus_events_is_the_fresh_snapshot() -> None:
    carried_out.clear()
    run_state_machine_as_test(
        Room,
        settings=settings(
            max_examples=42,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    never = {kind_of(command) for command in policy.COMMANDS} - set(carried_out)
    assert not never, f"the machine never carried out {sorted(never)}: {carried_out}"


def test_every_command_has_a_try_and_a_right() -> None:
    assert set(TRIES) == set(policy.COMMANDS)
