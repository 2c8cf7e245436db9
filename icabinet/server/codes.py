"""QR codes of this server's own addresses, for tablets and the big screen."""

from __future__ import annotations

import io

import segno
from starlette.requests import Request
from starlette.responses import Response

from .problems import Problem
from .requests import cabinet


async def qr(request: Request) -> Response:
    """Only paths of this server: a code on the big screen must never lead anywhere else."""
    path = request.query_params.get("path", "/")
    if not path.startswith("/") or path.startswith("//") or len(path) > 200:
        raise Problem("bad-request")
    return qr_of(request, path)


def qr_of(request: Request, path: str) -> Response:
    """A picture of this server's address followed by `path`."""
    return svg(address_of(request) + path)


def svg(text: str) -> Response:
    image = io.BytesIO()
    segno.make(text, error="m").save(image, kind="svg", scale=8, border=2, xmldecl=False)
    return Response(image.getvalue(), media_type="image/svg+xml")


def address_of(request: Request) -> str:
    """Where tablets find this server, without a slash at its end."""
    return (cabinet(request).settings.address or str(request.base_url)).rstrip("/")
