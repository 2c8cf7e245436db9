"""What the signatures of a PDF are worth: whole, by whom, and whether that can still be trusted.

Whether a certificate was revoked is not asked: on a network of its own no list of revocations can be fetched.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from .facts import Holder, holder_of, milliseconds
from .problems import NotSigned

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it would print whole tracebacks of what we say in words
State = Literal["valid", "changed", "added", "expired", "untrusted"]
_SIGNED_ON = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
"""What may follow a signature: more of them with their fields, timestamps, proofs of certificates."""
_USES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


class Signature(msgspec.Struct, frozen=True):
    """One signature of a file.

    changed: other bytes than were signed; added: something else than more signatures was put behind; expired: the
    certificate has ended and no timestamp proves that it was signed before; untrusted: its issuer is not known here.
    `at` is the time of signing in ms UTC (0: none is named), of the signer's own clock unless `stamped`.
    """

    state: State
    holder: Holder
    at: int
    stamped: bool


class Unreadable(Exception):
    """No PDF file, or one that is broken."""


def roots_of(path: str) -> list[asn1_x509.Certificate]:
    """The certificates of a PEM file. Raises NotSigned: "signing.missing-file", "signing.broken-trust"."""
    if not path:
        return []
    try:
        found = x509.load_pem_x509_certificates(Path(path).read_bytes())
    except OSError as problem:
        raise NotSigned("signing.missing-file", path) from problem
    except ValueError as problem:
        raise NotSigned("signing.broken-trust", path) from problem
    return [asn1_x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in found]


def signatures(pdf: bytes, roots: Sequence[asn1_x509.Certificate], now: int) -> list[Signature]:
    """Of the whole file in their order; empty when nobody signed it. Raises Unreadable."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        closed = _closed(reader)
        return [_looked_at(one, roots, now, closed) for one in reader.embedded_regular_signatures]
    except Exception as problem:  # the file is anybody's, and pyHanko's parts have no common error
        raise Unreadable(str(problem)) from problem


def _closed(reader: PdfFileReader) -> bool:
    """Whether the last signature or timestamp stands behind the whole file: nothing follows that nobody signed."""
    last = reader.embedded_signatures[-1:]
    return any(one.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE for one in last)


def _looked_at(one: EmbeddedPdfSignature, roots: Sequence[asn1_x509.Certificate], now: int, closed: bool) -> Signature:
    holder = holder_of(x509.load_der_x509_certificate(one.signer_cert.dump()))
    named = one.self_reported_timestamp
    status = asyncio.run(_status(one, roots, named))
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.valid and stamp.trusted
    at = stamp.timestamp if stamped and stamp is not None else named
    moment = milliseconds(at) if at is not None else 0
    state = _state(status, holder, moment if stamped else now, moment)
    if state != "changed" and not (closed and _covers(status)):
        state = "added"
    return Signature(state, holder, moment, stamped)


async def _status(
    one: EmbeddedPdfSignature, roots: Sequence[asn1_x509.Certificate], at: datetime | None
) -> PdfSignatureStatus:
    """The chain is looked at as it was when the file says that it was signed; `_state` asks about today."""
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=_aware(at))
    return await async_validate_pdf_signature(one, context, key_usage_settings=_USES)


def _state(status: PdfSignatureStatus, holder: Holder, proved: int, named: int) -> State:
    """`proved`: by when it certainly was signed; `named`: what its signer says."""
    if not (status.intact and status.valid):
        return "changed"
    if proved > holder.ends or not holder.begins <= named <= holder.ends:
        return "expired"
    return "valid" if status.trusted else "untrusted"


def _covers(status: PdfSignatureStatus) -> bool:
    """Everything in the file, or all that was there when it was made, if only signing went on behind it."""
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return True
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    return whole and bool(status.docmdp_ok) and status.modification_level in _SIGNED_ON


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
