"""Groups of people that the office uses again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.views.people_groups import groups
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import do, found_meeting


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    do(db, "secretary", c.SavePeopleGroup(group="g1", name="Thường trực", people=["d2", "d1", "d2"]), OFFICE)
    yield db
    db.close()


def told(db: Database) -> list[tuple[str, list[str]]]:
    return [(one.name, one.people) for one in db.read(groups)]


def test_it_is_kept_changed_and_removed(office: Database) -> None:
    assert told(office) == [("Thường trực", ["d2", "d1"])]
    do(office, "administrator", c.SavePeopleGroup(group="g1", name="Thường vụ", people=["d1", "guest"]), OFFICE)
    leaves = c.UpdateUser(user="guest", name="Khách", title="", unit="", role="member", active=False)
    do(office, "administrator", leaves, OFFICE)
    assert told(office) == [("Thường vụ", ["d1"])]
    do(office, "secretary", c.RemovePeopleGroup(group="g1"), OFFICE)
    assert told(office) == []


@pytest.mark.parametrize(
    ("user", "group", "name", "people", "code"),
    [
        ("secretary", "g2", "thuong truc", ["d1"], "people-group.name-taken"),
        ("secretary", "g2", "Khác", ["nobody"], "user.not-found"),
        ("d1", "g2", "Khác", ["d1"], "not-allowed"),
    ],
)
def test_what_is_refused(office: Database, user: str, group: str, name: str, people: list[str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        do(office, user, c.SavePeopleGroup(group=group, name=name, people=people), OFFICE)
    assert refused.value.code == code


def test_a_meeting_keeps_no_groups(office: Database) -> None:
    with pytest.raises(Refused, match="not-"):
        do(office, "secretary", c.SavePeopleGroup(group="g2", name="Khác", people=["d1"]))
