"""Indexing: pages a second through the assistant's own process, words and vectors."""

from __future__ import annotations

import time
from pathlib import Path

from ..assistant.client import Assistant
from .figures import Goal, Row
from .packet import MANNER, PAGES_A_PAPER, model_loaded
from .papers import prose
from .process import cpu_of, memory_of, peak_of
from .trial import Bench, Trial, in_loop

SECONDS = 300.0
PAGES_A_SECOND = 5.0
MOST_MEMORY, THRIFTY_MEMORY = 900.0, 400.0
"""MB."""


async def _index(trial: Trial, folder: Path) -> list[Row]:
    assistant = Assistant(trial.load.model, folder, thrifty=trial.load.thrifty)
    start = time.perf_counter()
    await assistant.start()
    try:
        with_model = await model_loaded(assistant)
        loaded = time.perf_counter() - start
        cpu, start = cpu_of(assistant.pid or 0), time.perf_counter()
        for number, at in enumerate(range(0, trial.load.pages, PAGES_A_PAPER)):
            pages = prose(min(PAGES_A_PAPER, trial.load.pages - at), seed=1000 * trial.number + number)
            await assistant.index(f"bench-{number}", f"Báo cáo {number}", "", pages)
        memory, peak = memory_of(assistant.pid or 0), peak_of(assistant.pid or 0)
        took, cpu = time.perf_counter() - start, cpu_of(assistant.pid or 0) - cpu
    finally:
        await assistant.stop()
    most = THRIFTY_MEMORY if trial.load.thrifty else MOST_MEMORY
    goal = Goal("median", PAGES_A_SECOND, at_least=True)
    return [
        Row("rate", f"tốc độ lập chỉ mục{MANNER[with_model]}", "trang/s", trial.load.pages / took, goal=goal),
        Row("took", f"lập chỉ mục {trial.load.pages} trang", "ms", took * 1000),
        Row("cpu", "CPU mỗi trang", "ms", cpu / trial.load.pages * 1000),
        Row("model", "nạp mô hình", "ms", loaded * 1000),
        Row("memory", "bộ nhớ của tiến trình trợ lý", "MB", memory / 1e6, goal=Goal("median", most)),
        Row("peak", "… lúc cao nhất, kể cả khi nạp mô hình", "MB", peak / 1e6),
    ]


def run(trial: Trial) -> list[Row]:
    return in_loop(_index(trial, trial.data / f"index-{trial.number}"), SECONDS)


BENCH = Bench("index", "Lập chỉ mục tài liệu", run)
