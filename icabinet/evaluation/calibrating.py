"""`icabinet calibrate`: fits when the assistant answers, doubts or refuses, on questions with and without an answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
import msgspec

from ..assistant.bm25 import Words
from ..assistant.calibration import FILE_NAME, Calibration, Formula, fit, for_model
from ..assistant.demands import demands
from ..assistant.index import Encodes
from ..assistant.refusal import Seen, observations, probability
from ..assistant.reordering import Choice, best, learned, looked_at, reordered
from ..assistant.rereading import reread, seen
from ..assistant.search import Asked, Ranking, View
from ..assistant.traits import traits
from .asking import Session, answers, index, without_gold
from .cache import Remembering
from .cases import Case, Trial
from .command import CACHE, DEMO, MODEL, PACKET, SQUAD, THREADS, encoder_of, trials
from .measures import auroc, mean, threshold_keeping, wrong_at

KEPT = 0.95
"""The share of answerable questions that are answered, at least as "có thể liên quan"."""
WRONG = 0.10
"""The share of unanswerable ones that may be answered without that remark."""

Sides = tuple[list[Seen], list[Seen]]
Rank = Callable[[View, Asked], Ranking]


@click.command()
@DEMO
@SQUAD
@PACKET
@MODEL
@CACHE
@THREADS
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Mặc định: tệp trong thư mục mô hình.")
@click.option("--keywords", is_flag=True, help="Chỉ theo từ; dùng khi không có mô hình.")
@click.option("--half", is_flag=True, help="Chỉ học trên một nửa câu hỏi của mỗi bộ và in kết quả trên nửa còn lại.")
def calibrate(
    with_demo: bool,
    squads: tuple[Path, ...],
    packets: tuple[tuple[Path, Path], ...],
    model: Path,
    cache: Path | None,
    threads: int,
    output: Path | None,
    keywords: bool,
    half: bool,
) -> None:
    """Hiệu chỉnh lúc nào trợ lý trả lời, ngờ hay từ chối, theo các câu hỏi đã biết lời giải."""
    encoder = None if keywords else encoder_of(model, threads, cache)
    chosen = trials(with_demo, squads, packets)
    former = for_model(model)
    words, words_order = _learn("chỉ theo từ", chosen, None, half)
    both, both_order = former.hybrid, former.order_hybrid
    extracted, extracted_order = former.extracted, former.order_extracted
    if encoder:
        both, both_order = _learn("theo nghĩa và theo từ", chosen, encoder, half)
    if encoder and encoder.extractor:
        extracted, extracted_order = _learn_extracted(chosen, encoder, both_order, half) or (None, {})
    names = [trial.name for trial in chosen]
    made = Calibration(both, words, extracted, both_order, words_order, extracted_order, names)
    target = output or model / FILE_NAME
    target.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    click.echo(f"Đã ghi {target}.")
    if isinstance(encoder, Remembering):
        encoder.save()


def _learn(
    label: str, chosen: Sequence[Trial], encoder: Encodes | None, half: bool
) -> tuple[Formula, dict[str, float]]:
    """First in which order the best sentences stand, then what is seen of the first one when it answers."""
    sessions = [_session(trial, encoder) for trial in chosen]
    order = _order(label, sessions, [_choices(session) for session in sessions], half)
    return _formula(label, sessions, lambda view, asked: reordered(view, asked, order), half), order


def _learn_extracted(
    chosen: Sequence[Trial], encoder: Encodes, former: dict[str, float], half: bool
) -> tuple[Formula, dict[str, float]] | None:
    """The same when the first few sentences are read together with the question; None where these teach no order."""
    label = "đọc câu cùng câu hỏi"
    sessions = [_session(trial, encoder) for trial in chosen]
    order = _order(label, sessions, [_few(session, former) for session in sessions], half)
    if not order:
        return None

    def rank(view: View, asked: Asked) -> Ranking:
        return reread(view, asked, reordered(view, asked, former), order)

    return _formula(label, sessions, rank, half, extracted=True), order


def _order(label: str, sessions: Sequence[Session], every: Sequence[list[Choice]], half: bool) -> dict[str, float]:
    learnt = [part[::2] for part in every] if half else every
    order = learned([one for part in learnt for one in part])
    for session, part in zip(sessions, every, strict=True):
        _tell_order(f"{label}, {session.trial.name}", order, part[1::2] if half else part)
    return order


def _session(trial: Trial, encoder: Encodes | None) -> Session:
    words = Words()
    return Session(trial, index(trial, encoder, words), words, encoder)


def _choices(session: Session) -> list[Choice]:
    """The best sentences of every answerable question that compares nothing, with their traits."""
    found: list[Choice] = []
    view = session.view
    for case in session.trial.cases:
        asked = view.ask(case.question, session.encoder)
        ranking = view.rank(asked)
        if case.answerable and not asked.comparison and (numbers := looked_at(view, ranking)):
            places = [(view.passages[view.owners[at]][0].key, view.sentences[at]) for at in numbers]
            found.append((traits(view, asked, ranking, numbers), [answers(case, *place) for place in places]))
    return found


def _few(session: Session, order: dict[str, float]) -> list[Choice]:
    """The first few sentences of every such question, as they are when each was read with it."""
    found: list[Choice] = []
    view = session.view
    for case in session.trial.cases:
        asked = view.ask(case.question, session.encoder)
        ranking = reordered(view, asked, order)
        if case.answerable and ranking.order:
            rows = seen(view, asked, ranking)
            places = [(view.passages[view.owners[at]][0].key, view.sentences[at]) for at in ranking.order[: len(rows)]]
            found.append((rows, [answers(case, *place) for place in places]))
    return found


def _tell_order(label: str, order: dict[str, float], choices: Sequence[Choice]) -> None:
    before = mean([right[0] for _, right in choices])
    after = mean([right[best(order, rows)] for rows, right in choices])
    click.echo(f"{label}: câu đúng đứng đầu {before:.3f}, xếp lại {after:.3f}")


def _formula(label: str, sessions: Sequence[Session], rank: Rank, half: bool, *, extracted: bool = False) -> Formula:
    """``extracted``: only of questions whose first sentences were read with them: none that compares papers."""
    every = [_sides(session, rank) for session in sessions]
    if extracted:
        every = [(_with_margin(good), _with_margin(bad)) for good, bad in every]
    if not any(good for good, _ in every) or not any(bad for _, bad in every):
        raise click.ClickException("Xin đưa cả câu hỏi có và câu hỏi không có lời giải.")
    learnt = [_part(sides, 0) for sides in every] if half else every
    good, bad = _together(learnt)
    bias, weights = fit(good, bad)
    formula = Formula(bias, weights, 1.0, 0.0)
    kept, others = _chances(formula, (good, bad))
    possible = threshold_keeping(kept, KEPT)
    limits = msgspec.structs.replace(
        formula, possible_from=_short(possible), answer_from=_short(max(possible, threshold_keeping(others, WRONG)))
    )
    for session, sides in zip(sessions, every, strict=True):
        _tell(f"{label}, {session.trial.name}", limits, _part(sides, 1) if half else sides)
    return limits


def _with_margin(side: list[Seen]) -> list[Seen]:
    return [one for one in side if "margin" in one]


def _sides(session: Session, rank: Rank) -> Sides:
    """What was seen of the questions with an answer, and of those without."""
    cases, view = session.trial.cases, session.view
    good = list(_seen(session, rank, ((case, view) for case in cases if case.answerable)))
    bad = list(_seen(session, rank, ((case, view) for case in cases if not case.answerable)))
    gone = without_gold(session) if session.trial.without_gold else iter(())
    return good, bad + list(_seen(session, rank, gone))


def _seen(session: Session, rank: Rank, asked_of: Iterator[tuple[Case, View]]) -> Iterator[Seen]:
    for case, view in asked_of:
        asked = view.ask(case.question, session.encoder)
        if view.sentences:
            yield observations(view, asked, rank(view, asked), demands(asked.restored))


def _part(sides: Sides, which: int) -> Sides:
    """Every other question."""
    return sides[0][which::2], sides[1][which::2]


def _together(every: Sequence[Sides]) -> Sides:
    return [one for good, _ in every for one in good], [one for _, bad in every for one in bad]


def _chances(formula: Formula, sides: Sides) -> tuple[list[float], list[float]]:
    both = Calibration(formula, formula, formula)
    good, bad = ([probability(both, seen) for seen in side] for side in sides)
    return good, bad


def _tell(label: str, formula: Formula, sides: Sides) -> None:
    good, bad = _chances(formula, sides)
    answered = mean([one >= formula.answer_from for one in good]), mean([one >= formula.answer_from for one in bad])
    click.echo(
        f"{label}: AUROC {auroc(good, bad):.3f}, nhầm khi giữ 95% {wrong_at(good, bad):.3f}, "
        f"trả lời {answered[0]:.3f} câu có và {answered[1]:.3f} câu không có lời giải"
    )


def _short(value: float) -> float:
    """Never more, or the question that the limit was taken from would fall below it."""
    return math.floor(value * 10_000) / 10_000
