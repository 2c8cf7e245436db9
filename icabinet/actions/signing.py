"""Documents that the office signed digitally."""

from __future__ import annotations

from ..domain import official
from ..domain.commands import KeepSigned
from ..store.tables import SignedDocument
from ..views.signed import need_signable
from .bus import handles
from .transaction import Tx


@handles(KeepSigned)
def keep(tx: Tx, c: KeepSigned) -> None:
    """A signed file stays for good; what was corrected is signed anew beside it."""
    key = official.parse(c.document)
    need_signable(tx.session, tx.stream, key, c.source)
    former = [row for row in tx.find(SignedDocument) if row.document == c.document]
    tx.add(
        SignedDocument(
            id=c.signing,
            stream=tx.stream,
            document=c.document,
            number=len(former) + 1,
            sha256=c.sha256,
            source=c.source,
            subject=c.subject,
            issuer=c.issuer,
            stamped=c.stamped,
            author=tx.actor.user,
            at=tx.now,
        )
    )
