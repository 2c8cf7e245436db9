"""`/cai-dat`: how a tablet comes to trust the office's own certificate authority. Reachable before it does."""

from __future__ import annotations

import html
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from string import Template

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ... import certificates
from ...settings import Settings
from ..codes import svg
from ..statics import PAGE_POLICY, SecurityHeaders

_HERE = Path(__file__).parent
_PAGE = Template((_HERE / "page.html").read_text(encoding="utf-8"))
_FILES = {"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8"}
_LOOKS_OVER = {"content-security-policy": PAGE_POLICY.replace("connect-src 'self'", "connect-src https:")}
"""The page asks the https address whether this tablet trusts it already."""


def routes(settings: Settings) -> list[Route]:
    return [
        Route("/cai-dat", _page(settings)),
        Route("/cai-dat/ca.crt", _authority(settings)),
        Route("/cai-dat/qr.svg", _code),
        Route("/cai-dat/{name}", _file),
    ]


def plain_door(settings: Settings) -> Starlette:
    """What answers on the plain-http port: the page above where there is an own authority, else the way to https."""

    async def elsewhere(request: Request) -> Response:
        return RedirectResponse("/cai-dat" if own_authority(settings) else https_address(settings, request), 302)

    return Starlette(
        routes=[*routes(settings), Route("/{path:path}", elsewhere)], middleware=[Middleware(SecurityHeaders)]
    )


def own_authority(settings: Settings) -> Path | None:
    """The authority's certificate, if it is the one behind what this server shows."""
    pair, authority = settings.pair, settings.tls / certificates.AUTHORITY
    return authority if pair and pair[0].parent == settings.tls and authority.is_file() else None


def https_address(settings: Settings, request: Request) -> str:
    """Without a stroke at the end."""
    if settings.address.startswith("https://"):
        return settings.address.rstrip("/")
    host = request.url.hostname or "localhost"
    host = f"[{host}]" if ":" in host else host
    return f"https://{host}" if settings.port == 443 else f"https://{host}:{settings.port}"


def _page(settings: Settings) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        authority = own_authority(settings)
        if authority is None:
            return RedirectResponse("/", 302)
        shown = certificates.standing(settings.tls / certificates.SERVER)
        values = {
            "office": settings.office,
            "https": https_address(settings, request),
            "fingerprint": certificates.fingerprint(authority),
            "name": certificates.title(authority),
            "names": ", ".join(shown.names),
        }
        text = _PAGE.substitute({name: html.escape(value) for name, value in values.items()})
        return Response(text, media_type="text/html", headers={"cache-control": "no-store", **_LOOKS_OVER})

    return send


def _authority(settings: Settings) -> Callable[[Request], Awaitable[Response]]:
    """In DER, which both iPadOS and Android take from a browser's download."""

    async def send(request: Request) -> Response:
        authority = own_authority(settings)
        if authority is None:
            return RedirectResponse("/", 302)
        content = ssl.PEM_cert_to_DER_cert(authority.read_text(encoding="ascii"))
        return Response(content, media_type="application/x-x509-ca-cert", headers={"cache-control": "no-store"})

    return send


async def _code(request: Request) -> Response:
    return svg(f"{str(request.base_url).rstrip('/')}/cai-dat")


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        return RedirectResponse("/cai-dat", 302)
    return Response((_HERE / name).read_bytes(), media_type=_FILES[name], headers={"cache-control": "no-cache"})
