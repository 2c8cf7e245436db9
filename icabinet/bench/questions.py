"""Questions: asked one after the other over HTTP, about a packet that is indexed, on an otherwise idle server."""

from __future__ import annotations

import asyncio
import time

import msgspec

from .figures import Goal, Row, spread
from .packet import MANNER, MODEL_SECONDS, add_packet, index_packet
from .papers import questions
from .process import Server, cabinet_server
from .requests import post
from .seed import STREAM
from .trial import Bench, Trial, in_loop

INDEX_SECONDS = 300.0


async def _ask(server: Server, trial: Trial, question: str) -> str:
    """Sends the question and returns by which way it was answered: "hybrid" or "keywords"."""
    path, body = f"/api/streams/{STREAM}/ask", msgspec.json.encode({"question": question})
    reply = await post(server.address, path, trial.room.chair, "", body, "Content-Type: application/json")
    return str(msgspec.json.decode(reply)["mode"])


async def _questions(server: Server, trial: Trial, with_model: bool) -> list[Row]:
    asked = questions(trial.load.questions + 2, seed=trial.number)
    async with asyncio.timeout(MODEL_SECONDS):
        while await _ask(server, trial, asked[0]) != ("hybrid" if with_model else "keywords"):
            await asyncio.sleep(0.5)
    await _ask(server, trial, asked[1])
    took = []
    for question in asked[2:]:
        start = time.perf_counter()
        await _ask(server, trial, question)
        took.append(time.perf_counter() - start)
    label = f"câu hỏi trên {trial.load.pages} trang{MANNER[with_model]}"
    return [spread("answered", label, took, goal=Goal("p95", 150.0))]


def run(trial: Trial) -> list[Row]:
    if trial.number == 1:
        add_packet(trial.data, trial.load.pages)
    with_model = in_loop(index_packet(trial.data, trial.load.model), INDEX_SECONDS)
    with cabinet_server(trial.data, trial.load.model) as server:
        return in_loop(_questions(server, trial, with_model))


BENCH = Bench("questions", "Hỏi trợ lý", run)
