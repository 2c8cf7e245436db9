"""The arithmetic of the figures, and the light client that takes frames apart."""

from __future__ import annotations

import asyncio

import pytest

from icabinet.bench.figures import Goal, Report, Row, medians, share, spread
from icabinet.bench.requests import Seat
from icabinet.bench.table import table
from icabinet.bench.tablet import Tablet
from icabinet.server.frames import text_frame


@pytest.mark.parametrize(("part", "expected"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100)])
def test_a_share_is_the_value_that_so_many_do_not_exceed(part: float, expected: int) -> None:
    assert share(list(range(100, 0, -1)), part) == expected


def test_a_share_of_few_values_is_one_of_them() -> None:
    assert share([3.0], 0.99) == 3.0
    assert share([1.0, 2.0], 0.99) == 2.0


def test_medians_are_taken_column_by_column() -> None:
    runs = [[spread("ack", "", [0.001 * value, 0.1])] for value in (3, 1, 2)]
    (row,) = medians(runs)
    assert row.median == pytest.approx(2.0)
    assert row.most == pytest.approx(100.0)


def test_what_one_run_could_not_measure_has_no_median() -> None:
    runs = [[Row("a", "", "%", 1.0), Row("b", "", "%", 2.0)], [Row("b", "", "%", 4.0)]]
    assert [(row.name, row.median) for row in medians(runs)] == [("b", 3.0)]


def test_a_goal_without_its_figure_is_neither_met_nor_missed() -> None:
    assert Row("a", "", "ms", 5.0, goal=Goal("p99", 10.0)).met is None
    assert Row("a", "", "ms", 5.0, p99=9.0, goal=Goal("p99", 10.0)).met is True
    assert Row("a", "", "x", 5.0, ratio=7.0, goal=Goal("ratio", 8.0, at_least=True)).met is False


def test_people_get_a_table() -> None:
    rows = [spread("ack", "phiếu", [0.0125, 1.5], goal=Goal("most", 2000.0)), Row("rate", "tốc độ", "phiếu/s", 812.4)]
    title, head, first, second = table(Report("votes", "Biểu quyết", 5, 3, rows)).splitlines()
    assert title == "Biểu quyết: 5 máy, trung vị của 3 lần chạy"
    assert head.split()[:2] == ["trung", "vị"]
    assert first.split() == ["phiếu", "12,5", "1500", "1500", "1500", "ms", "lớn", "nhất", "≤", "2000:", "đạt"]
    assert second.split() == ["tốc", "độ", "812", "phiếu/s"]


@pytest.mark.parametrize("step", [1, 2, 7, 100_000])
def test_the_light_client_takes_frames_apart_however_they_arrive(step: int) -> None:
    payloads = [b"a", b"b" * 125, b"c" * 126, b"d" * 70_000, b"e"]
    stream = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n" + b"".join(map(text_frame, payloads))
    assert asyncio.run(_heard(stream, step)) == payloads


async def _heard(stream: bytes, step: int) -> list[bytes]:
    heard: list[bytes] = []
    tablet = Tablet(Seat("", "", ""), heard.append, lambda reason: None)
    for at in range(0, len(stream), step):
        tablet.data_received(stream[at : at + step])
    return heard
