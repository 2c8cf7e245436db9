"""Whose certificate it is, by whom it was issued and how long it holds, in words that people can compare."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from cryptography import x509
from cryptography.x509.oid import NameOID


class Holder(msgspec.Struct, frozen=True):
    """A certificate in words. Times are milliseconds UTC; `serial` is hexadecimal."""

    subject: str
    organisation: str
    issuer: str
    serial: str
    begins: int
    ends: int


def holder_of(certificate: x509.Certificate) -> Holder:
    return Holder(
        subject=_named(certificate.subject, NameOID.COMMON_NAME) or certificate.subject.rfc4514_string(),
        organisation=_named(certificate.subject, NameOID.ORGANIZATION_NAME),
        issuer=_named(certificate.issuer, NameOID.COMMON_NAME) or certificate.issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:X}",
        begins=milliseconds(certificate.not_valid_before_utc),
        ends=milliseconds(certificate.not_valid_after_utc),
    )


def milliseconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() * 1000)


def may_sign(certificate: x509.Certificate) -> bool:
    """Whether its use is signing documents (RFC 5280, 4.2.1.3); one that names no use may be used for all."""
    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return use.digital_signature or use.content_commitment


def _named(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    return ", ".join(str(part.value) for part in name.get_attributes_for_oid(oid))[:300]
