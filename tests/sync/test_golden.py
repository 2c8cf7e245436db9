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

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from icabinet import clock
from icabinet.actions import OFFICE, TASKS, perform, takes_part, viewer
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
from icabinet.store.tables import Paper, WrittenAnswer
from icabinet.views.records import Record
from icabinet.views.snapshot import View, everything, seen_by
from tests.databases import make_ready
from tests.rooms import MEETING, add_paper, found_meeting, open_vote, start
from tests.sync.minutes_reader import MinutesReader
from tests.sync.tablet import apply, payload
from tests.sync.task_tries import OF_A_MEETING, ONE_TASK, TASK_TRIES
from tests.sync.tries import (
    ASKS,
    CANDIDATES,
    CHANGES_PARTS,
    CIRCULATION_COMMANDS,
    EACH,
    ELECTION,
    OFFICE_COMMANDS,
    OFTEN,
    OWN_DOCUMENTS,
    SCRIPTS,
    STANDARD,
    TRIES,
    Draw,
    new,
    quad,
    thing,
)

PEOPLE = ("chair", "secretary", "d1", "d2", "d3", "guest", "screen", "administrator", "outsider")
carried_out: Counter[str] = Counter()
rooms = itertools.count()
CIRCULATION = "c1"
ASKED_IN = ("prepared", "running")
"""The stages beside which an opinion by writing goes round: in all of them it would cost the test a third more."""
STAGES = ("voting", "prepared", "voting", "running", "speaking", "sealing")


class Room(RuleBasedStateMachine):
    @initialize(seed=st.integers(0, 2**32 - 1))
    def begin(self, seed: int) -> None:
        """Hypothesis chooses the seed instead of each value: its own choices are too alike to reach every command."""
        stage = STAGES[(room := next(rooms)) % len(STAGES)]
        self.random = random.Random(f"{stage} {seed} {room}")
        self.other_random = random.Random(f"tasks {stage} {seed} {room}")
        self.script = list(SCRIPTS.get(stage, ()))
        self.folder = tempfile.TemporaryDirectory()
        url = f"sqlite:///{Path(self.folder.name) / 'room.db'}"
        make_ready(url)
        self.db = Database(url)
        found_meeting(self.db)
        add_paper(self.db)
        self.minutes = MinutesReader(self.db)
        self.owner: dict[str, str] = {}
        self.read: dict[str, tuple[int, list[Record]]] = {}
        self.had: dict[tuple[str, str], View] = {}
        self.at: dict[tuple[str, str], int] = {}
        self.streams = (MEETING, OFFICE, CIRCULATION) if stage in ASKED_IN else (MEETING, OFFICE, TASKS)
        if stage in ASKED_IN:
            self.ask_by_writing()
        self.go_on(stage)
        self.read.clear()
        for user in PEOPLE:
            for stream in self.streams:
                self.reload(user, stream)

    def go_on(self, stage: str) -> None:
        """Random steps alone would rarely get as far as a ballot."""
        for user, command in OWN_DOCUMENTS:
            self.send(user, OFFICE, command)
        if stage == "speaking":
            for user, command in ONE_TASK:
                self.send(user, MEETING if isinstance(command, OF_A_MEETING) else TASKS, command)
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
            self.invite_and_remind()
            return
        start(self.db, ["d1", "d2", "d3", "guest"])
        if stage == "voting":
            self.vote()
            for user, number in (("d1", 1), ("d2", 2)):
                quads = [quad]
                self.send(user, MEETING, c.AddNote(note=f"n{number}", version="p1v", page=1, quads=quads, exact="x"))
                self.send(user, MEETING, c.AddComment(comment=f"c{number}", paper="p1", text="Nhất trí"))
                self.send(user, MEETING, c.RequestSpeech(speech=f"s{number}"))

    def invite_and_remind(self) -> None:
        """An hour before the meeting, which the clock of this machine will not see."""
        known = c.UpdateUser(
            user="d1", name="Tên khác", title="", unit="", role="member", active=True, email="d1@thanhpho.vn"
        )
        self.send("administrator", OFFICE, known)
        self.send("secretary", MEETING, c.SendInvitations())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "now", lambda: 4_102_444_800_000 - 3_600_000)
            self.send(SYSTEM, MEETING, c.FireReminder(reminder="m1:m1:60:everybody"))
            self.send("d1", MEETING, c.SeeNotices(notices=["m1.remind.m1.60.4102444800000.d1"]))

    def ask_by_writing(self) -> None:
        """Sent and answered once; the rest is tried by chance."""
        self.send("secretary", CIRCULATION, c.FoundCirculation(question="Góp ý?", agency="Văn phòng"))
        plan = c.EditCirculation(
            base=0,
            question="Góp ý?",
            explanation="",
            rule=STANDARD,
            deadline=4_000_000_000_000,
            tracker="guest",
            asked=["d1", "d2"],
        )
        self.send("secretary", CIRCULATION, plan)
        self.send("secretary", CIRCULATION, c.SendCirculation(base=1))
        self.send("d1", CIRCULATION, c.AnswerCirculation(choice="other", text="Sửa Điều 2"))
        self.confirm("d1")
        tomorrow = clock.now() + 24 * 3_600_000  # nobody is nudged soon after a letter
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "now", lambda: tomorrow)
            self.send("guest", CIRCULATION, c.NudgeCirculation(people=["d2"]))

    def confirm(self, user: str) -> None:
        held = self.db.read(lambda s: s.get(WrittenAnswer, f"{CIRCULATION}.{user}"))
        self.send(user, CIRCULATION, c.ConfirmAnswer(at=held.at if held else 0))

    def end_asking(self) -> None:
        for user in ("d1", "d2"):
            self.send(user, CIRCULATION, c.AnswerCirculation(choice="for"))
        self.send("guest", CIRCULATION, c.CloseCirculation())
        self.send("secretary", CIRCULATION, c.PublishCirculation())

    def lock_minutes(self) -> None:
        """At the end of every room whose meeting can end: a digest cannot be guessed."""
        self.send("secretary", MEETING, c.AddParagraph(paragraph="o9", after="item:i1:heading", text="Ghi"))
        self.send("secretary", MEETING, c.MoveParagraph(paragraph="o9", after="item:i2:heading"))
        self.send("chair", MEETING, c.EndMeeting())
        digest = self.minutes.checked().digest
        for user in ("chair", "secretary"):
            self.send(user, MEETING, c.ConfirmMinutes(digest=digest))
        for name in ("k8", "k9"):
            made = c.CorrectMinutes(correction=name, block="attendance", text="Sửa", reason="Nhầm")
            self.send("secretary", MEETING, made)
        self.send("chair", MEETING, c.AcceptCorrection(correction="k8"))
        self.send("secretary", MEETING, c.WithdrawCorrection(correction="k9"))
        self.minutes.checked()

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
        """Read once after each change, or the test would spend its time here."""
        if stream not in self.read:
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
        if TASKS in self.streams:
            self.somebody_tries_a_task(self.other_random.choice)

    def somebody_tries_a_task(self, draw: Draw) -> None:
        command = TASK_TRIES[draw([*TASK_TRIES])](draw)
        self.send(draw(PEOPLE), MEETING if isinstance(command, OF_A_MEETING) else TASKS, command)

    def somebody_tries(self, draw: Draw) -> None:
        reachable = [one for one in TRIES if CIRCULATION in self.streams or one not in CIRCULATION_COMMANDS]
        never = [one for one in reachable if kind_of(one) not in carried_out]
        command = draw(never) if never and draw(range(3)) == 0 else draw([*reachable, *OFTEN, *OFTEN])
        rightly = draw(range(10))
        stream = stream_of(command)
        tried = TRIES[command](draw)
        owner = self.owner.get(thing(tried), "") if rightly > 3 else ""
        self.send(owner or draw(self.actors(command, rightly, stream)), stream, tried)

    def actors(self, command: type[Command], rightly: int, stream: str) -> list[str]:
        """Mostly somebody who may, or the attempt would nearly always end at the first gate."""
        people = (*PEOPLE, SYSTEM)
        allowed = self.db.read(lambda s: [p for p in people if policy.may(viewer(s, p, stream).roles, command)])
        return allowed if allowed and rightly else [*PEOPLE, SYSTEM]

    def roles(self, user: str, stream: str = MEETING) -> frozenset[str]:
        return self.db.read(lambda s: viewer(s, user, stream)).roles

    def send(self, user: str, stream: str, command: Command) -> None:
        before = self.parts() if isinstance(command, CHANGES_PARTS) else {}
        try:
            self.db.write(lambda s: perform(s, stream, user, f"k{next(new)}", command))
        except Refused:
            carried_out["refused"] += 1
            return
        carried_out[kind_of(command)] += 1
        self.read.clear()
        if isinstance(command, c.AddNote | c.AddComment | ASKS):
            self.owner[thing(command)] = user
        for part, who in before.items():
            if self.parts()[part] != who:
                self.reload(*part)  # the server sends "reset" when somebody's part changed

    def parts(self) -> dict[tuple[str, str], Viewer]:
        seen = [(user, stream) for user in PEOPLE for stream in self.streams]
        return self.db.read(lambda s: {part: viewer(s, *part) for part in seen})

    @rule(sleepers=st.sets(st.sampled_from(PEOPLE), max_size=5))
    def those_awake_catch_up(self, sleepers: set[str]) -> None:
        self.minutes.look()
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
            assert all(
                row["owner"] == user or user in ("administrator", "chair", "d2")
                for row in view.get("document", {}).values()
            )
            for task in view.get("task", {}).values():
                groups = self.db.read(lambda s: viewer(s, user, TASKS)).groups()  # noqa: B023 (called at once)
                assert groups & {task["owner"], *task["collaborators"], *task["desk"], "role:office:secretary"}
            assert all(id_.endswith(f".{user}") for id_ in view.get("my_ballot", {})), "a ballot on another tablet"
            assert all(id_.endswith(f".{user}") for id_ in view.get("my_sealed", {}))
            self.no_opinion_before_the_end(user, view)
            if user not in ("chair", "secretary"):
                assert all(id_.endswith(f".{user}") for id_ in view.get("position", {}))
                assert all(id_.endswith(f".{user}") for id_ in view.get("reading", {})), "how far another has read"
            for mark in (*view.get("note", {}).values(), *view.get("stroke", {}).values()):
                people = {"user:d2": "d2", "role:secretary": "secretary"}
                with_some = {people.get(group, user) for group in mark["named"]}
                assert mark["author"] == user or (mark["shared"] and (not mark["named"] or user in with_some))
            assert all(id_.endswith(f".{user}") for id_ in view.get("reading_place", {})), "where another reads"
            own = {id_ for id_, note in view.get("note", {}).items() if note["author"] == user}
            assert set(view.get("placement", {})) <= own, "what became of somebody else's note"
            assert all(id_.endswith(f".{user}") for id_ in view.get("ink_place", {})), "of somebody else's strokes"
            if user not in ("chair", "secretary", "screen"):
                assert not view.get("screen")
            if user not in ("chair", "secretary"):
                assert not view.get("voted") and not view.get("absence") and not view.get("minutes_edit")
            if user != "secretary" and stream == MEETING:
                assert not view.get("letter"), "to whom letters went"
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

    def no_opinion_before_the_end(self, user: str, view: View) -> None:
        """Nobody's but one's own, the desk's neither; a draft is for those who write it."""
        assert all(id_.endswith(f".{user}") for id_ in view.get("my_answer", {})), "an answer on another tablet"
        for circulation in view.get("circulation", {}).values():
            assert circulation["state"] in ("closed", "published") or not view.get("opinion")
            at_desk = user in ("secretary", "chair", "guest")
            assert at_desk or (
                circulation["sent_at"] and not view.get("answered") and not view.get("circulation_asked")
            )
            assert at_desk or not view.get("opinion") or circulation["names"]

    def no_trace_of_secrets(self, user: str, view: View) -> None:
        """Of whoever caught up: not the paper, nor what quotes it; read from the table, not from the audience."""
        with_papers = ("version", "note", "stroke", "comment")
        for paper in self.db.read(lambda s: list(s.scalars(select(Paper).where(Paper.stream == MEETING)))):
            own = {f"user:{user}", *(f"role:{role}" for role in self.roles(user))}
            own_work = paper.state == "submitted" and (paper.submitter in own or paper.submitter.startswith("unit:"))
            if paper.readers and not own_work and not any(r in own or r.startswith("unit:") for r in paper.readers):
                quoted = [row["paper"] for kind in with_papers for row in view.get(kind, {}).values()]
                assert paper.id not in {*view.get("paper", {}), *view.get("recalled", {}), *quoted}

    def teardown(self) -> None:
        if hasattr(self, "db"):
            self.lock_minutes()
            if CIRCULATION in self.streams:
                self.end_asking()
            for user, stream in self.had:
                self.catch_up(user, stream)
                assert self.had[user, stream] == self.fresh(user, stream)[1], (user, stream)
            assert self.db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None
            self.db.close()
            self.folder.cleanup()


def stream_of(command: type[Command]) -> str:
    if command in OFFICE_COMMANDS:
        return OFFICE
    if command in CIRCULATION_COMMANDS:
        return CIRCULATION
    begins = {c.FoundMeeting: "m", c.FoundCirculation: "c"}
    return f"{begins[command]}{next(new) + 100}" if command in begins else MEETING


@pytest.mark.long
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
    assert {*TRIES, *TASK_TRIES} == set(policy.COMMANDS)
