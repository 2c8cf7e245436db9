"""A key for trying out: an authority of its own, and a signer's certificate of it in a PKCS#12 file."""

from __future__ import annotations

import datetime
import secrets
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

KEY, PASSPHRASE, AUTHORITY = "trial.p12", "trial.pass", "trial-ca.pem"
BITS = 3072
_NO_USE = dict.fromkeys(
    (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    ),
    False,
)


class Exists(Exception):
    """There is such a file already: the path."""


class Pair:
    """A certificate with its private key."""

    def __init__(self, certificate: x509.Certificate, key: rsa.RSAPrivateKey) -> None:
        self.certificate, self.key = certificate, key


def make(folder: Path, office: str, days: int, now: datetime.datetime) -> None:
    """Writes KEY, PASSPHRASE and AUTHORITY into the folder. Raises Exists, and then nothing was written."""
    for name in (KEY, PASSPHRASE, AUTHORITY):
        if (folder / name).exists():
            raise Exists(str(folder / name))
    ends = now + datetime.timedelta(days=days)
    authority = issue(f"{office} – thử ký số", office, now, ends)
    signer = issue(f"{office} (chữ ký thử)", office, now, ends, authority)
    passphrase = secrets.token_urlsafe(16)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / KEY, packed(signer, authority, passphrase))
    _write(folder / PASSPHRASE, passphrase.encode())
    (folder / AUTHORITY).write_bytes(authority.certificate.public_bytes(Encoding.PEM))


def issue(
    name: str, office: str, begins: datetime.datetime, ends: datetime.datetime, by: Pair | None = None, bits: int = BITS
) -> Pair:
    """A certificate for signing documents, or without `by` an authority's own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    subject = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, office[:64]), x509.NameAttribute(NameOID.COMMON_NAME, name[:64])]
    )
    use = _NO_USE | ({"digital_signature": True, "content_commitment": True} if by else {"key_cert_sign": True})
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**use), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    issuer = by.key if by else key
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), critical=False)
    return Pair(made.sign(issuer, hashes.SHA256()), key)


def packed(signer: Pair, authority: Pair, passphrase: str) -> bytes:
    """As a PKCS#12 file with the authority's certificate."""
    return pkcs12.serialize_key_and_certificates(
        b"icabinet",
        signer.key,
        signer.certificate,
        [authority.certificate],
        BestAvailableEncryption(passphrase.encode()),
    )


def _write(place: Path, content: bytes) -> None:
    """For nobody else's eyes, from its first moment on."""
    place.touch(mode=0o600, exist_ok=False)
    place.write_bytes(content)
