"""What may become of a task, and when it is clear."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain import tasks
from icabinet.domain.errors import Refused
from icabinet.domain.tasks import OPEN, RULES, Plan

NOW = 1_000
CLEAR = Plan(title="Trình đề án nhân lực", owner="user:a", deadline=NOW + 1, result="Đề án được duyệt")


def test_a_clear_plan_lacks_nothing_and_each_gap_is_named() -> None:
    assert tasks.unclear(CLEAR, NOW) == []
    gaps: dict[str, dict[str, object]] = {
        "person": {"owner": ""},
        "work": {"title": "Đề án"},
        "time": {"deadline": NOW},
        "responsibility": {"owner": "unit:Sở Y tế"},
        "result": {"result": "  "},
    }
    for clarity, change in gaps.items():
        found = tasks.unclear(msgspec.structs.replace(CLEAR, **change), NOW)
        assert found == (["person", "responsibility"] if clarity == "person" else [clarity])
    with pytest.raises(Refused) as refused:
        tasks.check_clear(msgspec.structs.replace(CLEAR, deadline=0, result=""), NOW)
    assert refused.value.facts == {"missing": "rõ thời gian, rõ kết quả"}


def test_a_unit_s_task_is_clear_once_somebody_answers_for_it() -> None:
    plan = msgspec.structs.replace(CLEAR, owner="unit:Sở Y tế", answers="Giám đốc Sở")
    assert tasks.unclear(plan, NOW) == []


def test_nobody_works_with_himself() -> None:
    with pytest.raises(Refused, match="twice"):
        tasks.check_clear(msgspec.structs.replace(CLEAR, collaborators=["user:a"]), NOW)


@given(st.lists(st.tuples(st.sampled_from(sorted(RULES)), st.sampled_from(["owner", "helper", "desk"]))))
@settings(derandomize=True, max_examples=200)
def test_whatever_is_tried_a_closed_task_stays_closed_and_only_the_desk_closes(tries: list[tuple[str, str]]) -> None:
    state: tasks.State = "given"
    for act, side in tries:
        before = state
        try:
            state = tasks.next_state(act, state, {side})  # type: ignore[arg-type]
        except Refused:
            continue
        assert before in OPEN
        assert state in OPEN or side == "desk"
        assert side != "helper" or (act == "report" and before == "accepted")
        assert state != "confirmed" or before == "done"


def test_more_time_is_later_than_the_deadline_and_than_now() -> None:
    tasks.check_more_time(NOW + 2, NOW + 1, NOW)
    for until, deadline in ((NOW + 1, NOW + 1), (NOW, 1)):
        with pytest.raises(Refused, match="not-later"):
            tasks.check_more_time(until, deadline, NOW)
