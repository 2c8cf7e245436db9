"""The web app's files and the headers that protect it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CSP = (
    "default-src 'none'; script-src 'self'{wasm}; worker-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
PAGE_POLICY = _CSP.format(wasm="")
WORKER_POLICY = _CSP.format(wasm=" 'wasm-unsafe-eval'")
"""pdf.js decodes scans with WebAssembly in its worker; only the worker's own script may."""
PROTECTION = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
"""What every answer carries (OWASP Secure Headers): the content policy, no sniffing, no framing."""
IMMUTABLE = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Files with a hash in their name never change; where a .gz stands beside one, it is sent instead."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        accepts = Headers(scope=scope).get("accept-encoding", "")
        zipped = f"{path}.gz"
        if "gzip" in accepts and self._stands(zipped):
            response = await super().get_response(zipped, scope)
            response.headers["content-encoding"] = "gzip"
            response.headers["content-type"] = _media_type(path)
            response.headers["vary"] = "accept-encoding"
        else:
            response = await super().get_response(path, scope)
        response.headers["cache-control"] = IMMUTABLE
        if "worker" in path:
            response.headers["content-security-policy"] = WORKER_POLICY
        return response

    def _stands(self, path: str) -> bool:
        try:
            return self.lookup_path(path)[1] is not None
        except (OSError, ValueError):  # too long for a file name, or not one at all
            return False


def _media_type(path: str) -> str:
    endings = {
        "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "wasm": "application/wasm",
        "svg": "image/svg+xml",
        "json": "application/json",
    }
    return endings.get(path.rsplit(".", 1)[-1], "application/octet-stream")


def page(folder: Path, name: str) -> Callable[[Request], Awaitable[Response]]:
    """One of the app's own pages or fixed-name files; never cached, so that a new version shows at once."""

    async def send(request: Request) -> Response:
        file = folder / name
        if not file.is_file():
            return PlainTextResponse("Giao diện chưa được dựng. Xin chạy “make web”.", 503)
        return FileResponse(file, headers={"cache-control": "no-cache"})

    return send


class SecurityHeaders:
    """Adds PROTECTION to every answer that does not say otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in PROTECTION.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)
