"""The minutes of a long meeting: as a Word file, as a draft, and on the secretary's sheet in a real browser."""

from __future__ import annotations

import asyncio
import io
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import docx
import msgspec

from ..documents import minutes_docx
from ..domain import commands as c
from ..domain.votes import Rule
from ..settings import Settings
from ..store.database import Database
from ..views.document_form import form_of
from ..views.minutes import draft
from ..views.minutes_file import as_minutes
from ..views.minutes_sheet import Sheets
from .browser import Page, browser
from .console import script
from .figures import Goal, Row, spread
from .process import Server, cabinet_server
from .requests import command
from .seed import CHAIR, STREAM, Step, carry_out
from .trial import Bench, Trial, in_loop

ITEMS, SPEECHES, VOTES = 40, 200, 60
BALLOTS = 50
"""A vote; how many there were changes no word of the minutes."""
TIMES = 5
SECONDS = 300.0
WAIT = 30.0
_encode = msgspec.json.Encoder().encode


def _long_meeting(trial: Trial) -> Iterator[Step]:
    """Items with their share of speeches and votes, each concluded."""
    delegates = [seat.user for seat in trial.room.tablets]
    for number in range(ITEMS):
        item = f"it{number}"
        yield STREAM, CHAIR, c.AddItem(item=item, title=f"Báo cáo số {number} về tình hình thực hiện nhiệm vụ")
        yield STREAM, CHAIR, c.GoToItem(item=item)
        for turn in range(number * SPEECHES // ITEMS, (number + 1) * SPEECHES // ITEMS):
            yield from speech(f"s{turn}", delegates[turn % len(delegates)])
        for turn in range(number * VOTES // ITEMS, (number + 1) * VOTES // ITEMS):
            yield from _vote(f"v{turn}", item, delegates)
        yield STREAM, CHAIR, c.ConcludeItem(item=item, text="Giao các sở, ngành hoàn thiện, báo cáo trong tháng.")


def speech(id_: str, user: str) -> Iterator[Step]:
    yield STREAM, user, c.RequestSpeech(speech=id_, subject="Kiến nghị về tiến độ giải ngân vốn đầu tư công")
    yield STREAM, CHAIR, c.CallSpeaker(speech=id_, seconds=300)
    yield STREAM, CHAIR, c.EndSpeech(speech=id_)


def _vote(id_: str, item: str, delegates: list[str]) -> Iterator[Step]:
    rule = Rule(quorum_numerator=0)
    yield STREAM, CHAIR, c.PrepareVote(vote=id_, item=item, question=f"Thông qua nội dung {id_}", rule=rule)
    yield STREAM, CHAIR, c.OpenVote(vote=id_)
    for place in range(0, len(delegates), max(1, len(delegates) // BALLOTS)):
        yield STREAM, delegates[place], c.CastBallot(vote=id_, choice="for")
    yield STREAM, CHAIR, c.CloseVote(vote=id_)
    yield STREAM, CHAIR, c.PublishVote(vote=id_)


def _files(trial: Trial) -> list[Row]:
    """Made without a server: how long the draft and its Word file take, and a plain file with the same words."""
    db = Database(Settings(data=trial.data).database_url)
    try:
        if trial.number == 1:
            carry_out(db, list(_long_meeting(trial)), "long")
        whole = _took(lambda: _encode(db.read(lambda s: draft(s, STREAM))), TIMES)
        news, sent = _after_changes(db, trial)
        found = db.read(lambda s: as_minutes(draft(s, STREAM), form_of(s, STREAM)))
    finally:
        db.close()
    made = _took(lambda: minutes_docx.build(found), TIMES)
    plain = _took(lambda: _plain(minutes_docx.build(found)), TIMES)
    changed = spread("news", "các đoạn đã đổi, sau mỗi thay đổi", news)
    word = spread("docx", "biên bản thành tệp Word", made, goal=Goal("p99", 5000.0))
    bare = spread("plain", "  … tệp python-docx trơn, cùng số đoạn và số ô", plain)
    return [
        spread("draft", "bản thảo đầy đủ, đọc lại cả nhật ký", whole),
        msgspec.structs.replace(changed, ratio=changed.median / statistics.median(whole)),
        Row("news.size", "  … gửi đi sau một thay đổi", "kB", sent / 1024),
        msgspec.structs.replace(word, ratio=word.median / bare.median),
        bare,
    ]


def _after_changes(db: Database, trial: Trial) -> tuple[list[float], int]:
    """Seconds from a recorded change to what is sent of the minutes, and the most bytes of it."""
    sheets, took, sent = Sheets(), [], 0
    mark = db.read(lambda s: sheets.news(s, STREAM)).mark
    for number in range(TIMES):
        step = c.ConcludeItem(item=f"it{number}", text=f"Kết luận viết lại lần {trial.number}.{number}.")
        carry_out(db, [(STREAM, CHAIR, step)], f"changed-{trial.number}-{number}")
        begun = time.perf_counter()
        news = db.read(lambda s, mark=mark: sheets.news(s, STREAM, mark))  # type: ignore[misc]
        content = _encode(news.blocks)
        took.append(time.perf_counter() - begun)
        mark, sent = news.mark, max(sent, len(content))
    return took, sent


def _plain(content: bytes) -> float:
    """Seconds for as many paragraphs and cells with the same words, without any layout."""
    opened = docx.Document(io.BytesIO(content))
    words = [paragraph.text for paragraph in opened.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    begun = time.perf_counter()
    bare = docx.Document()
    for text in words:
        bare.add_paragraph(text)
    for rows in tables:
        table = bare.add_table(len(rows), len(rows[0]))
        for made, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(made.cells, row, strict=False):
                cell.text = text
    bare.save(io.BytesIO())
    return time.perf_counter() - begun


def _took(work: Callable[[], Any], times: int) -> list[float]:
    """Seconds of each; work that times a part of itself says so by returning a number."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        said = work()
        found.append(said if isinstance(said, float) else time.perf_counter() - begun)
    return found


async def _on_the_sheet(server: Server, trial: Trial) -> list[Row]:
    """From the arrival of the event until the changed sheet is painted: the draft is asked for on the way."""
    address = server.address
    async with browser() as page:
        await page.before_every_page(script("watch.js"))
        await page.before_every_page(script("sheet.js"))
        await page.sign_in(address, trial.room.secretary)
        await page.goto(f"http://{address.host}:{address.port}/#/meeting/{STREAM}/desk")
        await _open_minutes(page)
        for number in range(trial.load.bursts):
            await asyncio.sleep(1.0)
            fields: dict[str, object] = {"type": "item.conclude", "item": f"it{number % ITEMS}"}
            fields["text"] = f"Kết luận viết lại lần {trial.number}.{number}."
            await command(address, STREAM, trial.room.chair, f"again-{trial.number}-{number}", fields)
            await page.until(f"icabinetSheet.took.length > {number}", WAIT)
        took = [float(one) for one in await page.run("icabinetSheet.took")]
        fetched = [float(one) for one in await page.run("icabinetSheet.fetched")]
    label = "biên bản trên màn hình, từ lúc sự kiện đến"
    return [
        spread("sheet", label, [one / 1000 for one in took], goal=Goal("p99", 100.0)),
        spread("sheet.fetch", "  … trong đó hỏi máy chủ", [one / 1000 for one in fetched]),
    ]


async def _open_minutes(page: Page) -> None:
    """The section of the desk whose picture is that of the minutes; how many stand before it may change."""
    await page.tap('.desk-section[data-section="minutes"]')
    await page.until("document.querySelectorAll('.sheet-block').length > 100", WAIT)
    await asyncio.sleep(1.0)
    await page.run("icabinetSheet.watch('.sheet-paper')")


def run(trial: Trial) -> list[Row]:
    rows = _files(trial)
    with cabinet_server(trial.data) as server:
        return rows + in_loop(_on_the_sheet(server, trial), SECONDS)


BENCH = Bench("minutes", "Biên bản của một cuộc họp dài: 40 nội dung, 200 lượt phát biểu, 60 biểu quyết", run)
