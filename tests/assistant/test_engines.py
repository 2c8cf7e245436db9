"""The thrifty engine on the real model; on a small one both are compared in test_build."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from icabinet.assistant.index import Encodes
from icabinet.assistant.loading import load_encoder
from icabinet.assistant.model import Encoder
from icabinet.assistant.plain import PlainEncoder

from .samples import REPORT

SHORT = [REPORT.pages[0], "Hoà", "rác thải"]
SAME = 0.9998


def test_numpy_alone_sees_the_same_meaning_as_torch(model_folder: Path, encoder: Encodes) -> None:
    assert isinstance(encoder, Encoder)
    plain = load_encoder(model_folder, 2, thrifty=True)
    assert isinstance(plain, PlainEncoder)
    assert encoder.fingerprint == plain.fingerprint
    assert (encoder.passages(SHORT) * plain.passages(SHORT)).sum(axis=1).min() > SAME
    question = "Vỉa hè nào hư hỏng?"
    assert encoder.question(question) @ plain.question(question) > SAME


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("漢字", ["▁", "漢", "字"]),
        ("Москва", ["▁М", "о", "с", "к", "в", "а"]),
    ],
)
def test_other_scripts_are_read_letter_by_letter(model_folder: Path, text: str, pieces: list[str]) -> None:
    read = Tokenizer.from_file(str(model_folder / "tokenizer.json")).encode(text)
    assert read.tokens[1:-1] == pieces
    assert "<unk>" not in read.tokens
