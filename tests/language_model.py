"""A small server that speaks OpenAI's interface over real HTTP, and says what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG = "…"
"""Said in the place of a piece: nothing more comes until the server is closed."""
CUT = "✂"
"""Said in the place of a piece: the connection ends without the end being told."""


@dataclass
class Script:
    """What is said next, piece by piece; what was asked. `plain`: all of it as one JSON document."""

    pieces: list[str] = field(default_factory=list)
    status: int = 200
    plain: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    script: Script

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        self.script.asked.append(json.loads(content) | {"path": self.path})
        self.script.headers.append(dict(self.headers))
        self.send_response(self.script.status)
        kind = "application/json" if self.script.plain else "text/event-stream"
        self.send_header("content-type", kind)
        self.end_headers()
        if self.script.plain:
            message = {"role": "assistant", "content": "".join(self.script.pieces)}
            self._say(json.dumps({"choices": [{"message": message}]}))
            return
        for piece in self.script.pieces:
            if piece == HANG:
                self.script.closing.wait(30)
            if piece in (HANG, CUT):
                return
            self._say(f"data: {json.dumps({'choices': [{'delta': {'content': piece}}]})}\n\n")
        self._say("data: [DONE]\n\n")

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing on the terminal."""


@contextmanager
def language_model(script: Script) -> Iterator[str]:
    """Its address, as the setting names it."""
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        script.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
