"""Form and numbers of the documents of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import OfficialForm, OfficialNumber, OfficialTemplate, SignedDocument
from .record import Record, shows


@shows(OfficialForm)
def _official_form(f: OfficialForm) -> Iterator[Record]:
    value = {
        "place": f.place,
        "symbol": f.symbol,
        "authority": f.authority,
        "signer": f.signer,
        "recipients": f.recipients,
    }
    yield Record("official_form", f.stream, audience("official_form"), value)


@shows(OfficialNumber)
def _official_number(n: OfficialNumber) -> Iterator[Record]:
    value = {"number": n.number, "dated": n.dated}
    yield Record("official_number", n.document, audience("official_number"), value)


@shows(OfficialTemplate)
def _official_template(t: OfficialTemplate) -> Iterator[Record]:
    value = {"name": t.name, "sha256": t.sha256, "author": t.author, "at": t.at}
    yield Record("official_template", t.kind, audience("official_template"), value)


@shows(SignedDocument)
def _signed_document(d: SignedDocument) -> Iterator[Record]:
    value = {
        "document": d.document,
        "number": d.number,
        "sha256": d.sha256,
        "subject": d.subject,
        "issuer": d.issuer,
        "stamped": d.stamped,
        "at": d.at,
    }
    yield Record("signed_document", d.id, audience("signed_document"), value)
