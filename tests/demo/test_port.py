"""The demonstration says at once that its port is taken, before it prepares anything."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from icabinet.cli.main import cli


def test_a_taken_port_is_named_and_nothing_is_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICABINET_DATA", str(tmp_path / "data"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = CliRunner().invoke(cli, ["demo", "--host", "127.0.0.1", "--port", str(port)])
    assert answer.exit_code == 1
    assert f"cổng {port}" in answer.output
    assert f"--port {port + 1}" in answer.output
    assert list(tmp_path.iterdir()) == []
