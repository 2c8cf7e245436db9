"""Every bench runs against a real server and says what it measured."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from icabinet.bench.browser import NoBrowser, found
from icabinet.bench.commands import bench
from tests.patience import PATIENCE


def measure(tmp_path: Path, *arguments: str, runs: int = 1) -> list[dict[str, Any]]:
    """Two runs where the second meets what the first has left in the meeting."""
    shared = ["--connections", "5", "--runs", str(runs), "--json", "--folder", str(tmp_path)]
    outcome = CliRunner().invoke(bench, [*arguments, *shared], catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    assert list(tmp_path.iterdir()) == [], "a bench leaves nothing behind"
    (report,) = json.loads(outcome.output)
    assert report["connections"] == 5
    rows: list[dict[str, Any]] = report["rows"]
    return rows


def columns(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in rows}


def test_fan_out_compares_both_ways_in_the_same_run(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "fan-out", "--bursts", "3"))
    assert rows["send_text.each"]["ratio"] == 1.0
    assert rows["hub.each"]["ratio"] > 0
    assert rows["whole.delay"]["most"] >= rows["whole.delay"]["median"] > 0


def test_votes_are_counted_and_published_to_all(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "votes", runs=2))
    assert rows["rate"]["median"] > 0
    assert rows["ack"]["most"] >= rows["ack"]["p99"] >= rows["ack"]["p95"] >= rows["ack"]["median"] > 0
    assert rows["published"]["p99"] > 0


def test_an_election_is_counted_candidate_by_candidate(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "votes", "--options", "7", "--indexing", "--model", str(tmp_path / "none")))
    assert rows["ack"]["most"] > 0
    assert rows["ack.indexing"]["ratio"] == pytest.approx(rows["ack.indexing"]["p99"] / rows["ack"]["p99"])


def test_every_screen_follows_every_change(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "screens", "--bursts", "2"))
    assert rows["follow"]["most"] >= rows["follow"]["p99"] >= rows["follow"]["median"] > 0


def test_the_consoles_redraw_in_a_browser_and_are_compared_with_a_bare_page(tmp_path: Path) -> None:
    try:
        found()
    except NoBrowser as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(missing))
    rows = columns(measure(tmp_path, "console", "--bursts", "2", "--events", "3"))
    for name in ("ballots", "hands", "passages", "roll", "bare"):
        assert rows[name]["most"] >= rows[name]["p99"] >= rows[name]["median"] > 0
    assert rows["roll.cpu"]["median"] > 0


def test_every_tablet_is_told_each_page_that_the_chair_turns_to(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "present", "--bursts", "3"))
    assert rows["follow"]["most"] >= rows["follow"]["p99"] >= rows["follow"]["median"] > 0
    assert rows["send_text"]["p99"] > 0


def test_everybody_fetches_ahead_while_the_meeting_votes(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "prefetch", "--megabytes", "1"))
    assert rows["alone"]["most"] > 0
    assert rows["beside"]["p99"] >= rows["beside"]["median"] > 0
    assert rows["loaded"]["most"] >= rows["loaded"]["median"] > 0


def test_a_long_paper_is_opened_and_scrolled_in_a_browser(tmp_path: Path) -> None:
    try:
        found()
    except NoBrowser as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(missing))
    rows = columns(measure(tmp_path, "reader", "--pages", "6"))
    assert 0 < rows["store"]["median"] <= rows["store"]["most"]
    assert 1 <= rows["canvases"]["median"] <= 5
    assert 0 <= rows["white"]["median"] <= 100
    assert rows["memory"]["median"] > 0


def test_a_pen_writes_in_a_browser_and_another_device_has_the_strokes(tmp_path: Path) -> None:
    try:
        found()
    except NoBrowser as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(missing))
    rows = columns(measure(tmp_path, "ink", "--strokes", "2", "--drawn", "40"))
    assert rows["move"]["most"] >= rows["move"]["p99"] >= 0
    assert 100 < rows["bytes"]["median"] <= 600
    assert rows["device"]["most"] > 0
    assert rows["open.drawn"]["ratio"] > 0
    assert rows["snapshot.drawn"]["median"] > rows["snapshot.plain"]["median"] > 0


def test_everybody_catches_up_after_a_storm(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "reconnect", "--missed", "21", runs=2))
    assert rows["caught-up"]["most"] > 0


def test_a_large_paper_reaches_every_tablet(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "upload", "--megabytes", "1"))
    assert rows["all"]["median"] >= rows["loaded"]["most"] > 0


def test_a_connected_tablet_costs_memory(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "idle-memory"))
    assert rows["server"]["median"] > 0
    assert rows["start"]["median"] > 0


def test_indexing_without_a_model_is_said_to_be_so(tmp_path: Path) -> None:
    rows = measure(tmp_path, "index", "--pages", "3", "--model", str(tmp_path / "none"))
    assert "không có mô hình" in rows[0]["label"]
    assert rows[0]["median"] > 0


def test_questions_are_answered(tmp_path: Path) -> None:
    rows = measure(tmp_path, "questions", "--pages", "3", "--questions", "4", "--model", str(tmp_path / "none"))
    assert rows[0]["p95"] >= rows[0]["median"] > 0


def test_notes_are_placed_for_every_kind_of_edit(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "anchors", "--seed", "7"))
    assert rows["typeset.same"]["median"] == 100.0
    assert rows["converted.edited"]["median"] > 80
    assert rows["all.same"]["median"] >= 98
    assert rows["took"]["median"] > 0


def test_years_of_work_are_counted(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "statistics", "--meetings", "3"))
    assert "30 nhiệm vụ" in rows["tasks"]["label"]
    assert rows["tasks"]["p95"] >= rows["tasks"]["median"] > 0
    assert rows["asked"]["median"] > 0
    assert "3 cuộc họp" in rows["meetings"]["label"] and rows["meetings"]["median"] > 0
    assert rows["plain"]["median"] > 0


def test_letters_are_queued_and_sent(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "letters", "--letters", "3"))
    assert rows["send"]["ratio"] > 0 and rows["queue"]["median"] > 0


def test_searching_and_the_private_calendar_are_timed(tmp_path: Path) -> None:
    rows = columns(measure(tmp_path, "find", "--meetings", "3"))
    assert rows["find"]["p99"] >= rows["find"]["median"] > 0
    assert rows["plain"]["median"] > 0 and rows["feed"]["median"] > 0


def test_being_told_to_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "icabinet.cli.main", "bench", "votes", "--connections", "5"]
    with subprocess.Popen([*command, "--folder", str(tmp_path)], stdout=subprocess.DEVNULL) as running:
        while not list(tmp_path.glob("*/icabinet.db")):
            assert running.poll() is None
            time.sleep(0.05)
        running.terminate()
        assert running.wait(PATIENCE) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_questions_to_a_large_archive_are_timed(tmp_path: Path) -> None:
    arguments = ["archive", "--passages", "40", "--questions", "2", "--model", str(tmp_path / "none")]
    rows = columns(measure(tmp_path, *arguments))
    assert rows["asked"]["most"] >= rows["asked"]["median"] > 0
    assert "chỉ theo từ" in rows["asked"]["label"]
    assert rows["memory"]["median"] > 0
