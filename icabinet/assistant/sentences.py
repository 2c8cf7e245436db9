"""Cuts the words of a language model into sentences while they come in."""

import re

LONGEST = 2_000
"""Characters without an end: what is longer is no sentence."""
_END = re.compile(r"[.!?…]+[\"”’)]*(?:\s*\[[\d\s,;]{1,40}\])*(?=\s+(?P<next>\S))|\n+")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:TP|ThS|TS|GS|PGS|BS|Tr|tr|v\.v|[A-ZĐ]|\d{1,2})\.$")


class Sentences:
    """Feed it pieces; it gives every sentence once it is clear where it ends, with the citations behind it."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> list[str]:
        self._held += piece
        found: list[str] = []
        at = begin = 0
        while match := _END.search(self._held, at):
            at = match.end()
            if match["next"] == "[" or _ABBREVIATION.search(self._held[begin:at]):
                continue
            found.append(self._held[begin:at].strip())
            begin = at
        self._held = self._held[begin:][:LONGEST]
        return [one for one in found if one]

    def rest(self) -> list[str]:
        """What was said last, when the words have ended as they should."""
        held, self._held = self._held.strip(), ""
        return [held] if held else []
