"""A question about a passage of a paper: what it speaks of is looked for, itself is not quoted back."""

import re

from icabinet.assistant.text import collapse, nfc

LONGEST = 60
_FIGURE = re.compile(r"\S*\d\S*")


def subject_of(passage: str) -> str:
    """Its words without figures and document numbers: of the same subject other papers may have others."""
    return " ".join(_FIGURE.sub(" ", nfc(passage)).lower().split()[:LONGEST])


def is_part_of(quote: str, passage: str) -> bool:
    """Whether one holds the other, white space and letter case aside."""
    one, other = collapse(quote).casefold(), collapse(passage).casefold()
    return bool(other) and (one in other or other in one)
