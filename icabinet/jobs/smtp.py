"""The one place that speaks to the mail server (RFC 5321). Blocks; the caller gives it a thread."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import msgspec

from ..domain.letters import Fault, State
from ..settings import Settings

PATIENCE = 30.0
"""Seconds that one word of the mail server may take."""
PORTS = {"starttls": 587, "tls": 465, "none": 25}
PERMANENT = 500
MOST_SAID = 200


class Answer(msgspec.Struct, frozen=True):
    """What the mail server made of one message; "waiting": it is tried again."""

    state: State
    fault: Fault = ""
    reply: str = ""


SENT = Answer("sent")


def send(settings: Settings, messages: Sequence[EmailMessage]) -> list[Answer]:
    """One connection for all; an answer for each. Never raises: a server that is away is an answer, too."""
    answers: list[Answer] = []
    try:
        with _connected(settings) as server:
            for message in messages:
                answers.append(_one(server, message))
    except (OSError, smtplib.SMTPException) as problem:
        lost = _lost(problem)
        answers += [lost] * (len(messages) - len(answers))
    return answers


def _connected(settings: Settings) -> smtplib.SMTP:
    port = settings.smtp_port or PORTS[settings.smtp_security]
    if settings.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.smtp_host, port, timeout=PATIENCE, context=_trusting(settings))
    else:
        server = smtplib.SMTP(settings.smtp_host, port, timeout=PATIENCE)
    try:
        if settings.smtp_security == "starttls":
            server.starttls(context=_trusting(settings))
        if settings.smtp_user:
            server.login(settings.smtp_user, _password(settings))
    except BaseException:
        server.close()
        raise
    return server


def _trusting(settings: Settings) -> ssl.SSLContext:
    """Raises OSError when the file of the authority cannot be read."""
    return ssl.create_default_context(cafile=settings.smtp_authority or None)


def _password(settings: Settings) -> str:
    if settings.smtp_password_file:
        return Path(settings.smtp_password_file).read_text(encoding="utf-8").strip()
    return settings.smtp_password


def _one(server: smtplib.SMTP, message: EmailMessage) -> Answer:
    """Raises only what ends the connection."""
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        code, reply = next(iter(refused.recipients.values()))
        return _refused(code, reply, "address")
    except smtplib.SMTPSenderRefused as refused:
        return _refused(refused.smtp_code, refused.smtp_error, "sign-in")
    except smtplib.SMTPDataError as refused:
        return _refused(refused.smtp_code, refused.smtp_error, "content")
    return SENT


def _refused(code: int, reply: bytes | str, fault: Fault) -> Answer:
    """4xx is for now, 5xx for good (RFC 5321 §4.2.1); a sender that is not accepted is the office's own mistake."""
    lasting = code >= PERMANENT and fault != "sign-in"
    return Answer("refused" if lasting else "waiting", fault if code >= PERMANENT else "busy", _said(code, reply))


def _lost(problem: OSError | smtplib.SMTPException) -> Answer:
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return Answer("waiting", "sign-in", _said(problem.smtp_code, problem.smtp_error))
    return Answer("waiting", "unreachable", str(problem)[:MOST_SAID])


def _said(code: int, reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {' '.join(text.split())}"[:MOST_SAID]
