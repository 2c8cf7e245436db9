"""Why a document could not be signed; each code has its sentence in the server's tables."""

from __future__ import annotations


class NotSigned(Exception):
    """`code` is "signing.…", `fact` what it is about: a path, a name, a day. Nothing was changed."""

    def __init__(self, code: str, fact: str = "") -> None:
        super().__init__(code)
        self.code, self.fact = code, fact
