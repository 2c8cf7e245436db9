"""What comes over the wire is bounded, so that no number is too large for a database and no name has two lines."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from icabinet.domain import commands as c

NOTE = {"type": "note.add", "note": "n1", "version": "p1v", "page": 1, "quads": [[0, 0, 9, 9]], "exact": "x"}


def decoded(fields: dict[str, Any]) -> c.Command:
    command: c.Command = msgspec.json.decode(msgspec.json.encode(fields), type=c.FromOutside)
    return command


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 2**63},
        {"end": 2**63},
        {"quads": [[0, 0, 9, 2**63]]},
        {"note": "n1\n"},
    ],
)
def test_a_note_out_of_all_bounds_is_refused_before_a_rule_is_asked(wrong: dict[str, Any]) -> None:
    assert isinstance(decoded(NOTE), c.AddNote)
    with pytest.raises(msgspec.ValidationError):
        decoded(NOTE | wrong)


def test_a_login_ends_where_its_line_ends() -> None:
    with pytest.raises(msgspec.ValidationError):
        decoded({"type": "user.create", "user": "u1", "login": "ten.moi\n", "name": "Người mới"})
