"""The rules say no."""

from __future__ import annotations


class Refused(Exception):
    """A command that the rules do not allow. Nothing was changed.

    `code` is stable and has its wording in `icabinet.server.problems`; `facts` fill the wording's blanks.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
