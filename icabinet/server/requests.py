"""What every route needs: who asks, a body of a known shape, an answer, an error in words."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import msgspec
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..domain.errors import Refused
from ..store.sign_ins import Signed
from .cabinet import Cabinet, cabinet
from .problems import Body, Problem, in_words
from .sign_in import check_csrf
from .statics import PROTECTION

T = TypeVar("T")
SMALL = 256 * 1024
"""The largest body of a request that is not an upload."""
NOT_FOUND = 404
TOO_LARGE = 413
ZERO = b"\\u0000"
"""A character that nobody types and PostgreSQL cannot store."""
_KEY = re.compile(r"^[A-Za-z0-9_-]{8,64}$")
_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger(part="web")
Endpoint = Callable[[Request], Awaitable[Response]]


async def signed_in(request: Request) -> Signed:
    """Who asks; Problem("sign-in.needed") for nobody, Problem("csrf") for a change without the token."""
    signed = await cabinet(request).sign_ins.of(request)
    if signed is None:
        raise Problem("sign-in.needed")
    if "\0" in request.scope["path"]:
        raise Problem("not-found")
    if request.method not in ("GET", "HEAD"):
        check_csrf(request, signed)
    return signed


async def body(request: Request, decoder: msgspec.json.Decoder[T]) -> T:
    """Problem("bad-request") when the body is too large or not exactly of the expected shape."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > SMALL:
            raise Problem("bad-request", status=TOO_LARGE)
    if ZERO in content:
        raise Problem("bad-request")
    try:
        return decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:  # ValidationError is one of the first
        raise Problem("bad-request", where=str(problem)[:200]) from problem


def key(request: Request) -> str:
    """The sender's name for this very request, so that it is carried out once however often it comes."""
    given = request.headers.get("idempotency-key", "")
    if not _KEY.match(given):
        raise Problem("key-needed")
    return given


def answer(value: Any, status: int = 200) -> Response:
    return Response(_encode(value), status, media_type="application/json", headers={"cache-control": "no-store"})


def problem_answer(request: Request, problem: Problem) -> Response:
    english = request.headers.get("accept-language", "").startswith("en")
    message = in_words(problem.code, problem.facts, english)
    response = answer(Body(problem.code, message, problem.facts), problem.status)
    if problem.status == TOO_LARGE:
        response.headers["connection"] = "close"  # or the server would go on reading what it has refused
    return response


async def nowhere(request: Request) -> Response:
    """An address of the interface that does not exist must not be answered with the app's page."""
    raise Problem("not-found")


async def on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_answer(request, error)


async def on_refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return problem_answer(request, Problem.with_facts(error.code, error.facts))


async def on_http(request: Request, error: Exception) -> Response:
    """What Starlette itself refuses (no such file, a method that an address does not know), in our words."""
    assert isinstance(error, HTTPException)
    code = "not-found" if error.status_code == NOT_FOUND else "bad-request"
    response = problem_answer(request, Problem(code, status=error.status_code))
    response.headers.update(error.headers or {})
    return response


async def on_crash(request: Request, error: Exception) -> Response:
    """Sent from outside all middleware, so the headers that protect a page are added here."""
    _log.error("request failed", path=request.url.path, exc_info=error)
    response = problem_answer(request, Problem("internal"))
    response.headers.update(PROTECTION)
    return response


__all__ = [
    "Cabinet",
    "answer",
    "body",
    "cabinet",
    "key",
    "nowhere",
    "on_crash",
    "on_http",
    "on_problem",
    "on_refused",
    "signed_in",
]
