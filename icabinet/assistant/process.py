"""The assistant's own process: ``python -m icabinet.assistant.process --model DIR --data DIR``.

Requests come in on standard input and replies go out on standard output (see ``protocol``); everything else that
wants to print goes to standard error. It ends when its input ends, so it never outlives the server.
"""

import argparse
import contextlib
import os
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from icabinet.assistant.calibration import for_model
from icabinet.assistant.desk import Desk, ModelLoaded
from icabinet.assistant.library import Library
from icabinet.assistant.loading import load_encoder
from icabinet.assistant.protocol import AnyReply, AnyRequest, BadFrame, Failed, frame, read_frame

STANDING_BACK = 10
STARTING = "Khởi động"


class _Numbered(msgspec.Struct):
    id: int = 0


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="icabinet.assistant.process")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=max(1, min(4, os.cpu_count() or 1)))
    parser.add_argument("--thrifty", action="store_true")
    chosen = parser.parse_args(arguments)
    with contextlib.suppress(OSError):
        os.nice(STANDING_BACK)  # the server's event loop goes first
    requests, replies = _take_pipes()
    desk = Desk(Library(chosen.data), _sender(replies), for_model(chosen.model))
    threading.Thread(target=_load_model, args=(desk, chosen), daemon=True).start()
    threading.Thread(target=_work, args=(desk,), daemon=True).start()
    _receive(requests, desk, _sender(replies))
    os._exit(0)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keeps the true standard output for replies; whatever prints from now on prints to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, replies


_sending = threading.Lock()


def _sender(replies: BinaryIO) -> Callable[[AnyReply], None]:
    def send(reply: AnyReply) -> None:
        with _sending, contextlib.suppress(BrokenPipeError):
            replies.write(frame(reply))
            replies.flush()

    return send


def _receive(requests: BinaryIO, desk: Desk, reply: Callable[[AnyReply], None]) -> None:
    decoder = msgspec.json.Decoder(AnyRequest)
    try:
        while (content := read_frame(requests)) is not None:
            try:
                desk.inbox.put(decoder.decode(content))
            except (msgspec.DecodeError, UnicodeDecodeError) as problem:
                reply(Failed(_id_of(content), str(problem)))
    except BadFrame as problem:
        print(f"assistant: {problem}", file=sys.stderr, flush=True)


def _id_of(content: bytes) -> int:
    try:
        return msgspec.json.decode(content, type=_Numbered).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        return 0


def _work(desk: Desk) -> None:
    try:
        desk.work_forever()
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _load_model(desk: Desk, chosen: argparse.Namespace) -> None:
    """In its own thread, because it takes seconds; questions are answered by keywords meanwhile."""
    folder: Path = chosen.model
    if not (folder / "config.json").is_file():
        desk.inbox.put(ModelLoaded(None))
        return
    try:
        encoder = load_encoder(folder, chosen.threads, thrifty=chosen.thrifty)
        encoder.question(STARTING)
        if encoder.extractor:
            encoder.extractor.extract(STARTING, [STARTING])
        desk.inbox.put(ModelLoaded(encoder))
    except Exception:
        traceback.print_exc()
        desk.inbox.put(ModelLoaded(None))


if __name__ == "__main__":
    main()
