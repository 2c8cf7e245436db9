"""Letters: a thousand people are asked by writing; their letters are queued, then sent to a mail server next door."""

from __future__ import annotations

import asyncio
import smtplib
import time
from collections.abc import Iterator

from .. import clock
from ..actions import OFFICE, perform
from ..domain import commands as c
from ..domain.votes import Rule
from ..jobs import post
from ..jobs.letter_message import compose
from ..settings import Settings
from ..store.database import Database
from ..store.schema import upgrade
from ..store.tables import Letter, User
from .figures import Row
from .mailbox import Mailbox, mailbox
from .trial import Bench, Trial

ASKING, SECRETARY = "cbench", "thuky"
DAY_MS = 24 * 3_600_000


def run(trial: Trial) -> list[Row]:
    url = f"sqlite:///{trial.data / f'letters-{trial.number}.db'}"
    upgrade(url)
    db, count = Database(url), trial.load.letters
    try:
        _prepare(db, count)
        queued = _timed(db, c.SendCirculation(base=1))
        nudged = _timed(db, c.NudgeCirculation(people=_names(count)))
        with mailbox() as box:
            settings = _settings(box)
            letters = db.read(lambda s: s.query(Letter).limit(count).all())
            plain = _plainly(settings, letters)
            sent = _sent(db, settings)
    finally:
        db.close()
    if box.letters != 3 * count:
        raise RuntimeError(f"{box.letters} letters arrived instead of {3 * count}")
    return [
        Row("queue", f"gửi phiếu cho {count} người: ghi thành viên và xếp thư", "ms", queued * 1000),
        Row("nudge", f"nhắc {count} người: xếp thư và ghi lời nhắc", "ms", nudged * 1000),
        Row("plain", "smtplib gửi lần lượt, một kết nối, không ghi gì", "thư/s", count / plain),
        Row("send", "máy chủ gửi và ghi kết quả", "thư/s", 2 * count / sent, ratio=2 * plain / sent),
    ]


def _prepare(db: Database, count: int) -> None:
    db.write(lambda s: s.add_all(_people(count)))
    _do(db, c.FoundCirculation(question="Góp ý dự thảo?", agency="Văn phòng"))
    plan = c.EditCirculation(
        base=0,
        question="Góp ý dự thảo?",
        explanation="",
        rule=Rule(base="entitled", quorum_numerator=0, quorum_denominator=1),
        deadline=clock.now() + 7 * DAY_MS,
        asked=_names(count),
    )
    _do(db, plan)


def _people(count: int) -> Iterator[User]:
    yield User(id=SECRETARY, stream=OFFICE, login=SECRETARY, name="Thư ký", title="", unit="", role="secretary")
    for name in _names(count):
        yield User(
            id=name, stream=OFFICE, login=name, name=f"Đại biểu {name}", title="", unit="", role="member",
            email=f"{name}@thanhpho.vn",
        )  # fmt: skip


def _names(count: int) -> list[str]:
    return [f"d{number}" for number in range(count)]


def _do(db: Database, command: c.Command) -> None:
    cause = f"bench-{time.perf_counter_ns()}"
    db.write(lambda s: perform(s, ASKING, SECRETARY, cause, command))


def _timed(db: Database, command: c.Command) -> float:
    start = time.perf_counter()
    _do(db, command)
    return time.perf_counter() - start


def _settings(box: Mailbox) -> Settings:
    return Settings(smtp_host="127.0.0.1", smtp_port=box.port, smtp_security="none", smtp_from="hop@thanhpho.vn")


def _plainly(settings: Settings, letters: list[Letter]) -> float:
    """What a script would do: the same letters one after the other over one connection."""
    start = time.perf_counter()
    with smtplib.SMTP(settings.smtp_host, settings.smtp_port) as server:
        for letter in letters:
            server.send_message(compose(letter, settings, None))
    return time.perf_counter() - start


def _sent(db: Database, settings: Settings) -> float:
    """As the server does it: fifty a connection, each try and each outcome on disk."""

    async def work() -> None:
        while await post.send_letters(db, settings):
            pass

    start = time.perf_counter()
    asyncio.run(work())
    return time.perf_counter() - start


BENCH = Bench("letters", "Thư điện tử", run)
