"""A .docx file of our own as PDF, by the rdocx wheel, which needs no office program: equal files give equal bytes."""

import rdocx


class NotPrinted(Exception):
    """The converter refused the file."""


def to_pdf(docx: bytes) -> bytes:
    """Raises NotPrinted; a panic of the converter's Rust code is a BaseException of its own."""
    try:
        return bytes(rdocx.Document.from_bytes(docx).to_pdf())
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as problem:
        raise NotPrinted(str(problem)) from problem
