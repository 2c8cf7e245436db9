"""`icabinet teach`: makes the extractor's file from questions whose answers are known. Minutes to an hour."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ..assistant.extractor import LONGEST_INPUT, LONGEST_QUESTION, ends, placed
from ..assistant.text import old_tones
from .command import FILE, MODEL, THREADS
from .lessons import Lesson, qamr, squad

TAUGHT = 6
"""The last layers of the encoder; those below stay as they are, and are shared with it."""
RANK = 64
BATCH = 32
LEARNING_RATE = 2e-4
WARMING_UP = 200
DROPPED = 0.05
DECAY = 0.01
WITH_ANOTHER_SENTENCE = 0.6
"""How many questions are also put to a sentence near by, which does not answer them."""
SORTED_TOGETHER = 40
TOLD_EVERY = 100

Pieces = list[int]


@dataclass(frozen=True)
class Example:
    """Pieces of question and sentence; where the sentence's begin; first and last piece of the answer, 0: none."""

    pieces: Pieces
    begins: int
    first: int
    last: int


@click.command()
@click.option("--squad", "squads", type=FILE, multiple=True, help="Bộ câu hỏi dạng SQuAD 1.1 hoặc 2.0.")
@click.option("--qamr", "qamrs", type=(FILE, FILE), multiple=True, help="Câu và câu hỏi của QAMR (.tsv).")
@MODEL
@THREADS
@click.option("--rounds", type=float, default=1.0, show_default=True, help="Số lượt học mỗi câu hỏi.")
@click.option("--seed", type=int, default=1, show_default=True, help="Số gieo: cùng số thì học theo cùng thứ tự.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Tệp sẽ ghi.")
def teach(
    squads: tuple[Path, ...],
    qamrs: tuple[tuple[Path, Path], ...],
    model: Path,
    threads: int,
    rounds: float,
    seed: int,
    output: Path,
) -> None:
    """Dạy trợ lý đọc câu cùng câu hỏi để chỉ ra đúng những từ trả lời."""
    if not output.parent.is_dir():
        raise click.ClickException(f"Không có thư mục {output.parent}.")
    lessons = [one for path in squads for one in _read(path, squad(path))]
    lessons += [one for sentences, asked in qamrs for one in _read(asked, qamr(sentences, asked))]
    if not lessons:
        raise click.ClickException("Xin đưa ít nhất một tệp câu hỏi: --squad hoặc --qamr.")
    chance = random.Random(seed)
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    examples = list(_examples(lessons, tokenizer, chance))
    click.echo(f"{len(examples)} ví dụ, {sum(not one.last for one in examples)} không có lời giải.")
    Teaching(model, threads, seed).over(examples, rounds, chance).write(output)
    click.echo(f"Đã ghi {output}.")


def _read(path: Path, lessons: Iterator[Lesson]) -> Iterator[Lesson]:
    try:
        yield from lessons
    except (ValueError, KeyError, IndexError, TypeError) as problem:
        raise click.ClickException(f"Tệp {path.name} không đúng dạng: {problem!r}") from problem


def _examples(lessons: Sequence[Lesson], tokenizer: Tokenizer, chance: random.Random) -> Iterator[Example]:
    for one in lessons:
        yield from _example(tokenizer, one.question, one.sentence, one.span)
        if one.others and chance.random() < WITH_ANOTHER_SENTENCE:
            yield from _example(tokenizer, one.question, chance.choice(one.others), None)


def _example(tokenizer: Tokenizer, question: str, sentence: str, span: tuple[int, int] | None) -> Iterator[Example]:
    """Nothing where the answer stands behind what is read."""
    asked = tokenizer.encode(f"query: {old_tones(question)}", add_special_tokens=False).ids[:LONGEST_QUESTION]
    begin, end = ends(tokenizer)
    before = [begin, *asked, end, end]
    cut = tokenizer.encode(placed(sentence), add_special_tokens=False)
    room = LONGEST_INPUT - len(before)
    inside = [
        len(before) + at
        for at, (start, stop) in enumerate(cut.offsets[:room])
        if span and start < span[1] and stop > max(start, span[0])
    ]
    if inside or span is None:
        places = (inside[0], inside[-1]) if inside else (0, 0)
        yield Example([*before, *cut.ids[:room], end], len(before), *places)


class Teaching:
    """The encoder with a head of two numbers a piece: how likely the answer begins there, and ends there."""

    def __init__(self, model: Path, threads: int, seed: int) -> None:
        import torch
        from transformers import BertModel

        torch.manual_seed(seed)
        torch.set_num_threads(threads)
        self._torch = torch
        self._bert: Any = BertModel.from_pretrained(model, add_pooling_layer=False, dtype=torch.float32)
        self._head = torch.nn.Linear(self._bert.config.hidden_size, 2)
        torch.nn.init.normal_(self._head.weight, std=0.02)
        torch.nn.init.zeros_(self._head.bias)
        self._bert.requires_grad_(False)
        self._last = self._bert.encoder.layer[-TAUGHT:]
        self._last.requires_grad_(True)
        self._before = {name: one.detach().clone() for name, one in self._last.named_parameters()}
        for part in self._bert.modules():
            if isinstance(part, torch.nn.Dropout):
                part.p = DROPPED

    def over(self, examples: Sequence[Example], rounds: float, chance: random.Random) -> Teaching:
        """Adam with decay, a warm-up and a straight way down to nothing (as BERT is fine-tuned)."""
        torch, steps = self._torch, max(1, int(rounds * len(examples) / BATCH))
        parameters = [*self._last.parameters(), *self._head.parameters()]
        groups = [
            {"params": [one for one in parameters if one.ndim > 1], "weight_decay": DECAY},
            {"params": [one for one in parameters if one.ndim == 1], "weight_decay": 0.0},
        ]
        adam = torch.optim.AdamW(groups, lr=LEARNING_RATE, betas=(0.9, 0.98))
        warm = min(WARMING_UP, max(1, steps // 10))

        def share(at: int) -> float:
            return min((at + 1) / warm, (steps - at) / max(1, steps - warm))

        rate = torch.optim.lr_scheduler.LambdaLR(adam, share)
        self._bert.train()
        started, lost = time.monotonic(), 0.0
        for step, batch in zip(range(1, steps + 1), _batches(examples, chance), strict=False):
            loss = self._loss(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            adam.step()
            rate.step()
            adam.zero_grad(set_to_none=True)
            lost += float(loss.detach())
            if step % TOLD_EVERY == 0 or step == steps:
                left = (time.monotonic() - started) / step * (steps - step) / 60
                since = step % TOLD_EVERY or TOLD_EVERY
                click.echo(f"bước {step}/{steps}, mất mát {lost / since:.3f}, còn khoảng {left:.0f} phút")
                lost = 0.0
        return self

    def _loss(self, batch: Sequence[Example]) -> Any:
        torch, longest = self._torch, max(len(one.pieces) for one in batch)
        pieces, there, possible = (torch.zeros(len(batch), longest, dtype=torch.int64) for _ in range(3))
        for row, one in enumerate(batch):
            pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            there[row, : len(one.pieces)] = 1
            possible[row, one.begins : len(one.pieces) - 1] = 1
            possible[row, 0] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self._head(self._bert(input_ids=pieces, attention_mask=there).last_hidden_state)
        scores = scores.float().masked_fill(possible[..., None] == 0, -1e4)
        loss = torch.nn.functional.cross_entropy
        first, last = (torch.tensor([getattr(one, name) for one in batch]) for name in ("first", "last"))
        return (loss(scores[..., 0], first) + loss(scores[..., 1], last)) / 2

    def write(self, path: Path) -> None:
        """See :mod:`icabinet.assistant.extractor`."""
        from safetensors.numpy import save_file

        tensors = {f"head.{name}": _half(one) for name, one in self._head.named_parameters()}
        for number, layer in enumerate(self._last):
            for name, parts in LAYOUT.items():
                weights, biases = ([layer.get_parameter(f"{part}.{one}").detach() for part in parts] for one in SIDES)
                tensors[f"{number}.{name}.bias"] = _half(self._torch.cat(biases))
                if weights[0].ndim == 1:
                    tensors[f"{number}.{name}.weight"] = _half(weights[0])
                    continue
                before = [self._before[f"{number}.{part}.weight"] for part in parts]
                tall, flat = _thin(self._torch.cat(weights) - self._torch.cat(before))
                tensors |= {f"{number}.{name}.tall": tall, f"{number}.{name}.flat": flat}
        save_file(tensors, path)


SIDES = ("weight", "bias")
LAYOUT = {
    "attend": [f"attention.self.{side}" for side in ("query", "key", "value")],
    "out": ["attention.output.dense"],
    "out_norm": ["attention.output.LayerNorm"],
    "widen": ["intermediate.dense"],
    "narrow": ["output.dense"],
    "narrow_norm": ["output.LayerNorm"],
}


def _thin(difference: Any) -> tuple[NDArray[np.float16], NDArray[np.float16]]:
    """The two matrices of rank RANK whose product is nearest to it (Eckart & Young 1936)."""
    tall, sizes, flat = np.linalg.svd(difference.detach().numpy(), full_matrices=False)
    share = np.sqrt(sizes[:RANK])
    return (tall[:, :RANK] * share).astype(np.float16), (share[:, None] * flat[:RANK]).astype(np.float16)


def _half(values: Any) -> NDArray[np.float16]:
    return np.asarray(values.detach().numpy(), np.float16)


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Without end; those of about one length together."""
    while True:
        order = chance.sample(examples, len(examples))
        for at in range(0, len(order), BATCH * SORTED_TOGETHER):
            some = sorted(order[at : at + BATCH * SORTED_TOGETHER], key=lambda one: len(one.pieces))
            batches = [some[start : start + BATCH] for start in range(0, len(some), BATCH)]
            yield from chance.sample(batches, len(batches))
