"""Two things set against each other ("giữa xã A và xã B"): each is searched by itself and quoted beside the other."""

from dataclasses import dataclass, replace

from icabinet.assistant.calibration import Calibration
from icabinet.assistant.comparison import sides
from icabinet.assistant.reordering import considered
from icabinet.assistant.search import Asked, EncodesQuestions, Ranking, View


@dataclass(frozen=True)
class Side:
    """What is asked of one of the two, and the number of the sentence that says it best."""

    asked: Asked
    ranking: Ranking
    number: int


def facing(view: View, asked: Asked, encoder: EncodesQuestions | None, calibration: Calibration) -> list[Side]:
    """Empty where no two sides are named, where they are papers, and where one sentence speaks of both."""
    found: list[Side] = []
    for question in sides(asked.restored) if view.sentences else []:
        side = replace(view.ask(question, encoder), kind=asked.kind, comparison=False)
        ranking = considered(view, side, calibration)
        found.append(Side(side, ranking, ranking.best(1)[0]))
    return found if len({one.number for one in found}) > 1 else []
