"""The gate of pages: who may open what is made for the asker, as policy.PAGES says."""

from __future__ import annotations

from starlette.requests import Request

from ..domain.audience import Viewer
from ..domain.policy import need_page, office_roles
from ..store.sign_ins import Signed
from .requests import signed_in
from .snapshots import participant


async def at_office(request: Request, page: str) -> Signed:
    """The asker. Refused("not-allowed") when his role in the office does not open the page."""
    signed = await signed_in(request)
    need_page(office_roles(signed.office_role), page)
    return signed


async def in_stream(request: Request, page: str, stream: str = "") -> Viewer:
    """The asker in the stream of the address, or in `stream`. Problem("not-found") when he has no part in it."""
    who = await participant(request, stream or request.path_params["stream"])
    need_page(who.roles, page)
    return who
