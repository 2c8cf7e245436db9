"""`icabinet evaluate`: the figures of the assistant on the shipped questions and on files of one's own."""

from __future__ import annotations

import time
from pathlib import Path

import click
import msgspec

from ..assistant.bm25 import Words
from ..assistant.calibration import SHIPPED, Calibration, for_model, read
from ..assistant.index import Encodes
from ..assistant.loading import load_encoder
from ..assistant.text import fold
from .asking import Session, ask_all, chance, index, without_gold
from .cache import Remembering
from .cases import Trial, demo, packet, wrong_quotes, xquad
from .duties import duty_figures, told
from .report import LABELS, Figures, figures, lines, misses
from .ways import WAYS, Way

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
MODEL = click.option("--model", type=FOLDER, default=Path(".var/model"), show_default=True, help="Thư mục mô hình.")
CACHE = click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="Nơi nhớ véc-tơ giữa các lần.")
SQUAD = click.option("--xquad", "squads", type=FILE, multiple=True, help="Bộ câu hỏi dạng SQuAD (ví dụ XQuAD-vi).")
PACKET = click.option("--packet", "packets", type=(FILE, FOLDER), multiple=True, help="Câu hỏi .jsonl và thư mục .txt.")
DEMO = click.option("--demo/--no-demo", "with_demo", default=True, show_default=True, help="Bộ câu hỏi kèm theo.")
THREADS = click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="Số luồng.")


TOLD_OF_WAYS = ("ndcg10", "recall1", "sentence1", "sentence3")


@click.command()
@DEMO
@SQUAD
@PACKET
@MODEL
@CACHE
@THREADS
@click.option("--calibration", type=FILE, help="Tệp hiệu chỉnh; mặc định theo mô hình.")
@click.option("--keywords", is_flag=True, help="Chỉ theo từ, không dùng mô hình.")
@click.option("--folded", is_flag=True, help="Hỏi không dấu.")
@click.option("--ways", "with_ways", is_flag=True, help="Hỏi lại theo các cách gõ khác: NFD, dấu thanh, viết tắt.")
@click.option("--misses", "with_misses", is_flag=True, help="In các câu trả lời chưa đúng.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def evaluate(
    with_demo: bool,
    squads: tuple[Path, ...],
    packets: tuple[tuple[Path, Path], ...],
    model: Path,
    cache: Path | None,
    threads: int,
    calibration: Path | None,
    keywords: bool,
    folded: bool,
    with_ways: bool,
    with_misses: bool,
    as_json: bool,
) -> None:
    """Đo trợ lý trên các câu hỏi đã biết lời giải: tìm đúng, trích đúng, biết từ chối, nhanh hay chậm."""
    encoder = None if keywords else encoder_of(model, threads, cache)
    formulas = read(calibration) if calibration else SHIPPED if keywords else for_model(model)
    found: list[Figures] = []
    for trial in trials(with_demo, squads, packets):
        chosen = _asked(trial, fold) if folded else trial
        found.append(_measure(chosen, encoder, formulas, with_misses))
        if not as_json:
            click.echo(lines(found[-1]) + "\n")
        if with_ways and not as_json:
            click.echo(_ways(trial, encoder, formulas) + "\n")
        if trial.name == "demo":
            found.append(duty_figures(trial, told()))
            if not as_json:
                click.echo(lines(found[-1]) + "\n")
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
    if isinstance(encoder, Remembering):
        encoder.save()


def encoder_of(model: Path, threads: int, cache: Path | None) -> Encodes:
    encoder = load_encoder(model, threads)
    return Remembering(encoder, cache) if cache else encoder


def trials(with_demo: bool, squads: tuple[Path, ...], packets: tuple[tuple[Path, Path], ...]) -> list[Trial]:
    """Raises ClickException where the expected words of a question do not stand in the papers it names."""
    chosen = ([demo()] if with_demo else []) + [xquad(one) for one in squads] + [packet(*one) for one in packets]
    for trial in chosen:
        if wrong := wrong_quotes(trial):
            raise click.ClickException(f"{trial.name}: lời giải không có trong tài liệu: {', '.join(wrong)}")
    return chosen


def _asked(trial: Trial, way: Way) -> Trial:
    cases = [msgspec.structs.replace(case, question=way(case.question)) for case in trial.cases]
    return msgspec.structs.replace(trial, cases=cases)


def _ways(trial: Trial, encoder: Encodes | None, calibration: Calibration) -> str:
    """A line a way to type the questions, with how many it changes."""
    words = Words()
    papers = index(trial, encoder, words)
    rows = [f"{trial.name}, gõ theo cách khác:"]
    for name, way in WAYS.items():
        asked = _asked(trial, way)
        changed = sum(one.question != other.question for one, other in zip(asked.cases, trial.cases, strict=True))
        found = figures(name, ask_all(Session(asked, papers, words, encoder, calibration)), [])
        told = ", ".join(f"{LABELS[one]} {found.values[one]:.3f}" for one in TOLD_OF_WAYS)
        rows.append(f"  {name} ({changed} câu đổi): {told}".replace(".", ","))
    return "\n".join(rows)


def _measure(trial: Trial, encoder: Encodes | None, calibration: Calibration, with_misses: bool) -> Figures:
    words = Words()
    started = time.perf_counter()
    session = Session(trial, index(trial, encoder, words), words, encoder, calibration)
    took = time.perf_counter() - started
    outcomes = ask_all(session)
    others = [chance(session, view, case) for case, view in without_gold(session)] if trial.without_gold else []
    if with_misses:
        click.echo(misses(outcomes) + "\n")
    found = figures(trial.name, outcomes, others)
    if not trial.readings:
        return found  # texts that are not printed pages: a page is something else there
    pages = sum(len(one.pages) for one in trial.readings.values())
    return msgspec.structs.replace(found, values=found.values | {"pages_per_second": pages / took})
