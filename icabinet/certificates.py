"""An office's own certificate authority, and short-lived server certificates of it.

What iPads ask of a certificate (Apple support 103769, 102028): SHA-2, the name in subjectAltName, the use serverAuth,
and a short life. The authority itself may sign for the names it was made for and for private networks only
(RFC 5280 §4.2.1.10), so that a tablet that trusts it does not trust it for the rest of the world.
"""

from __future__ import annotations

import datetime
import ipaddress
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_DAYS = 3650
LONGEST_DAYS = 397
WARN_DAYS = 30
_EARLIER = datetime.timedelta(hours=1)
"""Tablets whose clocks are a little behind shall take a fresh certificate, too."""
_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "::1/128")

_TITLE = "i-Cabinet server"
"""No host's name: OpenSSL would hold an address in this place against the authority's bounds as if it were one."""

AUTHORITY, AUTHORITY_KEY = "ca.crt", "ca.key"
SERVER, SERVER_KEY = "server.crt", "server.key"


class NotPossible(Exception):
    """`code` is one of: exists, no-authority, name, days, outside, public-address; `fact` what it is about."""

    def __init__(self, code: str, fact: str = "") -> None:
        super().__init__(code)
        self.code, self.fact = code, fact


class Standing(NamedTuple):
    """What a certificate says of itself; times in UTC."""

    names: tuple[str, ...]
    ends: datetime.datetime
    issuer: str

    def days_left(self, now: datetime.datetime) -> int:
        """Whole days, 0 on the last one, negative when it has ended."""
        return (self.ends - now).days


def begin(folder: Path, office: str, names: Sequence[str], days: int, now: datetime.datetime) -> None:
    """Makes the authority and the first server certificate. Raises NotPossible, and then nothing was written."""
    if (folder / AUTHORITY).exists() or (folder / AUTHORITY_KEY).exists():
        raise NotPossible("exists", str(folder / AUTHORITY))
    _check(names, days)
    key = ec.generate_private_key(ec.SECP256R1())
    authority = _authority(office, names, key, now)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _issue(folder, authority, key, names, days, now)
    _write(folder / AUTHORITY_KEY, _secret(key), 0o600)
    _write(folder / AUTHORITY, _public(authority), 0o644)


def renew(folder: Path, names: Sequence[str], days: int, now: datetime.datetime) -> Standing:
    """A new server certificate of the same authority, for `names` or else for those of the present one."""
    try:
        authority = x509.load_pem_x509_certificate((folder / AUTHORITY).read_bytes())
        key = serialization.load_pem_private_key((folder / AUTHORITY_KEY).read_bytes(), None)
    except FileNotFoundError as problem:
        raise NotPossible("no-authority", str(folder)) from problem
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    wanted = names or standing(folder / SERVER).names
    _check(wanted, days)
    allowed = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    for name in wanted:
        if not any(_within(name, subtree) for subtree in allowed):
            raise NotPossible("outside", name)
    _issue(folder, authority, key, wanted, days, now)
    return standing(folder / SERVER)


def standing(certificate: Path) -> Standing:
    """Of the first certificate in the file. Raises OSError or ValueError."""
    leaf = x509.load_pem_x509_certificates(certificate.read_bytes())[0]
    try:
        said = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        said = x509.SubjectAlternativeName([])
    names = (*said.get_values_for_type(x509.DNSName), *map(str, said.get_values_for_type(x509.IPAddress)))
    return Standing(tuple(names), leaf.not_valid_after_utc, leaf.issuer.rfc4514_string())


def fingerprint(certificate: Path) -> str:
    """SHA-256 over the certificate's DER, in pairs, as tablets show it."""
    digest = x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256())
    return digest.hex(":").upper()


def title(certificate: Path) -> str:
    """The name under which tablets list it."""
    subject = x509.load_pem_x509_certificate(certificate.read_bytes()).subject
    return str(subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _check(names: Sequence[str], days: int) -> None:
    if not 1 <= days <= LONGEST_DAYS:
        raise NotPossible("days", str(days))
    if not names:
        raise NotPossible("name")
    for name in names:
        address = _address(name)
        if address is not None and not any(address in network for network in _networks(address.version)):
            raise NotPossible("public-address", name)
        if address is None and not _is_host(name):
            raise NotPossible("name", name)


def _authority(
    office: str, names: Sequence[str], key: ec.EllipticCurvePrivateKey, now: datetime.datetime
) -> x509.Certificate:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, office[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"i-Cabinet {now:%Y-%m-%d}"),
        ]
    )
    own = [x509.DNSName(host) for host in names if _address(host) is None]
    private = [x509.IPAddress(ipaddress.ip_network(network)) for network in _PRIVATE]
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + datetime.timedelta(days=AUTHORITY_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.NameConstraints([*own, x509.DNSName("localhost"), *private], None), critical=True)
        .sign(key, hashes.SHA256())
    )


def _issue(
    folder: Path, authority: x509.Certificate, signer: ec.EllipticCurvePrivateKey, names: Sequence[str], days: int,
    now: datetime.datetime,
) -> None:  # fmt: skip
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    leaf = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _TITLE)]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(min(now + datetime.timedelta(days=days) - _EARLIER, authority.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _write(folder / SERVER_KEY, _secret(key), 0o600)
    _write(folder / SERVER, _public(leaf) + _public(authority), 0o644)


def _within(name: str, subtree: x509.GeneralName) -> bool:
    address = _address(name)
    if isinstance(subtree, x509.DNSName):
        return address is None and (name == subtree.value or name.endswith(f".{subtree.value}"))
    return address is not None and isinstance(subtree, x509.IPAddress) and address in subtree.value  # type: ignore[operator]


def _networks(version: int) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    return [network for text in _PRIVATE if (network := ipaddress.ip_network(text)).version == version]


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_host(name: str) -> bool:
    labels = name.split(".")
    plain = all(label and len(label) <= 63 and label.strip("-") == label for label in labels)
    return plain and len(name) <= 253 and all(c.isascii() and (c.isalnum() or c in "-.") for c in name)


def _general(name: str) -> x509.GeneralName:
    address = _address(name)
    return x509.DNSName(name) if address is None else x509.IPAddress(address)


def _public(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _secret(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write(path: Path, content: bytes, mode: int) -> None:
    """Never half written, and never readable by others even for a moment."""
    passing = path.with_name(f".{path.name}.new")
    passing.unlink(missing_ok=True)
    with os.fdopen(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
    os.replace(passing, path)
