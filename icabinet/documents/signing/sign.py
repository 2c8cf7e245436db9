"""Signing a PDF of our own: PAdES baseline B-B, with a timestamp B-T (ETSI EN 319 142-1)."""

from __future__ import annotations

import asyncio
import io
import tempfile
from datetime import datetime
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.stamp import StaticStampStyle

from . import picture
from .keys import Key
from .place import Place
from .problems import NotSigned

FIELD = "ChuKySo1"


def sign(pdf: bytes, key: Key, *, at: datetime, place: Place | None, authority: str = "") -> bytes:
    """The file with the signature behind it. `authority` is the address of a timestamp authority (RFC 3161).

    `at` is what the visible field says; the file's own time of signing is the machine's clock a moment later.
    Raises NotSigned: "signing.tsa" when the authority does not answer, "signing.failed" when the key refuses,
    "signing.disk" when this machine cannot write.
    """
    try:
        return _signed(pdf, key, at, place, authority)
    except TimestampRequestError as problem:
        raise NotSigned("signing.tsa", authority) from problem
    except OSError as problem:  # what goes wrong on the way to the authority is a TimestampRequestError already
        raise NotSigned("signing.disk") from problem
    except (SigningError, PdfError, ValueError, RuntimeError) as problem:  # RuntimeError: of a token pulled out
        raise NotSigned("signing.failed", key.holder.subject) from problem


def _signed(pdf: bytes, key: Key, at: datetime, place: Place | None, authority: str) -> bytes:
    stamp: TimeStamper | None = HTTPTimeStamper(authority, timeout=10) if authority else None
    described = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=key.holder.subject
    )
    with tempfile.TemporaryDirectory(prefix="icabinet-sign-") as work:
        signer = PdfSigner(
            described,
            key.signer,
            timestamper=stamp,
            stamp_style=_style(Path(work), key, at) if place else None,
            new_field_spec=_field(place),
        )
        out = io.BytesIO()
        asyncio.run(signer.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out))
    return out.getvalue()


def _style(work: Path, key: Key, at: datetime) -> StaticStampStyle:
    target = work / "field.pdf"
    picture.draw(target, key.holder, at)
    return StaticStampStyle.from_pdf_file(str(target), border_width=0, background_opacity=1.0)


def _field(place: Place | None) -> SigFieldSpec:
    if place is None:
        return SigFieldSpec(FIELD)
    return SigFieldSpec(FIELD, on_page=place.page, box=place.box)
