"""The key that documents are signed with: a PKCS#12 file, or a key that stays in a token (PKCS#11).

Neither the passphrase nor the PIN is kept: it is read when it is needed, from the environment or from a file.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import Signer, SimpleSigner

from ...settings import Settings
from .facts import Holder, holder_of, may_sign
from .problems import NotSigned

if TYPE_CHECKING:
    from pkcs11 import Session

_SALT = secrets.token_bytes(16)
_refused: set[bytes] = set()
"""PINs that a token did not take, hashed with the token's name: a few more tries would lock it.

Forgotten when the server starts anew, which is what somebody does who gave the token another PIN.
"""


class Key(msgspec.Struct, frozen=True):
    """Ready to sign while its context lasts. `token`: it never leaves its device."""

    signer: Signer
    holder: Holder
    certificate: x509.Certificate
    token: bool


@contextlib.contextmanager
def key_of(settings: Settings) -> Iterator[Key]:
    """Raises NotSigned: "signing.no-key", and what is wrong with the file, the token or the passphrase."""
    if settings.sign_module:
        with _in_token(settings) as key:
            yield key
    elif settings.sign_key:
        yield _in_file(settings)
    else:
        raise NotSigned("signing.no-key")


def certificate_of(settings: Settings) -> x509.Certificate:
    """The key's, without its PIN where the token shows certificates to everybody. Raises NotSigned as `key_of` does."""
    if settings.sign_module:
        _pin(settings)
        with _session(settings, "") as session:
            shown = _shown(session, settings.sign_label)
        if shown is not None:
            return shown
    with key_of(settings) as key:
        return key.certificate


def need_usable(certificate: x509.Certificate, now: int) -> None:
    """Raises NotSigned: "signing.usage", "signing.not-yet", "signing.expired" with the day (ISO) that matters."""
    holder = holder_of(certificate)
    if not may_sign(certificate):
        raise NotSigned("signing.usage", holder.subject)
    if now < holder.begins:
        raise NotSigned("signing.not-yet", certificate.not_valid_before_utc.date().isoformat())
    if now > holder.ends:
        raise NotSigned("signing.expired", certificate.not_valid_after_utc.date().isoformat())


def _in_file(settings: Settings) -> Key:
    try:
        content = Path(settings.sign_key).read_bytes()
    except OSError as problem:
        raise NotSigned("signing.missing-file", settings.sign_key) from problem
    try:
        asn1_pkcs12.Pfx.load(content, strict=True).native  # noqa: B018 - reads all of it
    except (ValueError, TypeError) as problem:
        raise NotSigned("signing.broken-file", settings.sign_key) from problem
    passphrase = _passphrase(settings).encode()
    try:
        found, certificate, _ = pkcs12.load_key_and_certificates(content, passphrase or None)
    except ValueError as problem:
        raise NotSigned("signing.passphrase") from problem
    if found is None or certificate is None:
        raise NotSigned("signing.empty-file", settings.sign_key)
    signer = SimpleSigner.load_pkcs12_data(content, [], passphrase or None)
    return Key(signer, holder_of(certificate), certificate, token=False)


@contextlib.contextmanager
def _in_token(settings: Settings) -> Iterator[Key]:
    with _session(settings, _pin(settings)) as session:
        from pyhanko.sign.pkcs11 import PKCS11Signer

        signer = PKCS11Signer(session, cert_label=settings.sign_label, key_label=settings.sign_label)
        try:
            found = signer.signing_cert
        except Exception as problem:  # pyHanko and the driver have no common error
            raise NotSigned("signing.no-label", settings.sign_label) from problem
        if found is None:
            raise NotSigned("signing.no-label", settings.sign_label)
        certificate = x509.load_der_x509_certificate(found.dump())
        yield Key(signer, holder_of(certificate), certificate, token=True)


def _session(settings: Settings, pin: str) -> Session:
    """Of the token; without a PIN nobody is logged in. Raises NotSigned, and remembers a PIN that was not taken."""
    try:
        import pkcs11
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.pkcs11 import open_pkcs11_session
    except ImportError as problem:
        raise NotSigned("signing.no-pkcs11") from problem
    if not Path(settings.sign_module).is_file():
        raise NotSigned("signing.missing-file", settings.sign_module)
    wanted = TokenCriteria(label=settings.sign_token)
    try:
        return open_pkcs11_session(settings.sign_module, token_criteria=wanted, user_pin=pin or None)
    except (pkcs11.exceptions.PinIncorrect, pkcs11.exceptions.PinInvalid, pkcs11.exceptions.PinLenRange) as problem:
        _refused.add(_hashed(settings, pin))
        raise NotSigned("signing.pin") from problem
    except (pkcs11.exceptions.PinLocked, pkcs11.exceptions.PinExpired) as problem:
        raise NotSigned("signing.pin-locked", settings.sign_token) from problem
    except (pkcs11.exceptions.PKCS11Error, RuntimeError, OSError) as problem:
        raise NotSigned("signing.no-token", settings.sign_token) from problem


def _shown(session: Session, label: str) -> x509.Certificate | None:
    """The certificate of this label, if the token shows exactly one before anybody has logged in."""
    from pkcs11 import Attribute, ObjectClass, exceptions

    try:
        found = [*session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.LABEL: label})]
        return x509.load_der_x509_certificate(found[0][Attribute.VALUE]) if len(found) == 1 else None
    except (exceptions.PKCS11Error, ValueError):
        return None


def _pin(settings: Settings) -> str:
    """Raises NotSigned: "signing.pin" for one that the token has refused before, "signing.missing-file"."""
    pin = _passphrase(settings)
    if _hashed(settings, pin) in _refused:
        raise NotSigned("signing.pin")
    return pin


def _hashed(settings: Settings, pin: str) -> bytes:
    whole = repr((settings.sign_module, settings.sign_token, pin))
    return hashlib.blake2b(whole.encode(), key=_SALT).digest()


def _passphrase(settings: Settings) -> str:
    """Raises NotSigned("signing.missing-file")."""
    if not settings.sign_passphrase_file:
        return settings.sign_passphrase
    try:
        return Path(settings.sign_passphrase_file).read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise NotSigned("signing.missing-file", settings.sign_passphrase_file) from problem
