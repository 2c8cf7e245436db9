"""How well work that papers give to somebody is found: every sentence of three papers, told by hand."""

from __future__ import annotations

from importlib.resources import files

import msgspec

from ..assistant.duties import Duty, duties
from .cases import Trial
from .report import Figures


class Told(msgspec.Struct, frozen=True):
    """A sentence by its first words; `agency` empty: nobody has to do anything. `deadline`: YYYY-MM-DD or empty."""

    paper: str
    begins: str
    agency: str
    deadline: str


def told() -> list[Told]:
    lines = files("icabinet.demo").joinpath("duties.jsonl").read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Told) for line in lines]


def duty_figures(trial: Trial, sentences: list[Told]) -> Figures:
    """Shares of what was found that is right, of what is there that was found; of these whose agency, day are right."""
    pages = {source.key: source.pages for source in trial.sources}
    found = {key: duties(pages[key]) for key in {one.paper for one in sentences}}
    wanted = [one for one in sentences if one.agency]
    hits = [(one, duty) for one in wanted if (duty := _found(one, found[one.paper]))]
    wrong = sum(1 for one in sentences if not one.agency and _found(one, found[one.paper]))
    values = {
        "duties": len(wanted),
        "other_sentences": len(sentences) - len(wanted),
        "duty_precision": len(hits) / max(1, len(hits) + wrong),
        "duty_recall": len(hits) / max(1, len(wanted)),
        "duty_agency": sum(_same(one.agency, duty.agency) for one, duty in hits) / max(1, len(hits)),
        "duty_deadline": sum(one.deadline == _day(duty) for one, duty in hits) / max(1, len(hits)),
    }
    return Figures("nhiệm vụ trong tài liệu", values, {})


def _found(one: Told, duties_there: list[Duty]) -> Duty | None:
    return next((duty for duty in duties_there if " ".join(duty.quote.split()).startswith(one.begins)), None)


def _same(told_agency: str, found: str) -> bool:
    return told_agency.lower() == found.lower()


def _day(duty: Duty) -> str:
    return duty.due.day.isoformat() if duty.due and duty.due.day else ""
