"""What went wrong without ending anything is told on standard error, for the log."""

import contextlib
import traceback


def tell() -> None:
    """The exception being handled. The log may lie on the same full disk: then nothing is told."""
    with contextlib.suppress(OSError):
        traceback.print_exc()
