"""What is said about a paper that could be read: stable codes, some with the pages they mean ("scanned:3-5,9")."""

from collections.abc import Iterable, Sequence

SCANNED = "page-without-text"
"""Pages that are only pictures and cannot be searched."""
RECOGNISED = "page-recognised"
"""Pages whose letters a program recognised in a picture; there may be mistakes."""
INCOMPLETE = "conversion-incomplete"
"""The PDF for reading lacks some of the original's text."""
OLD_FONTS = "old-fonts"
"""Pages written with fonts from before Unicode (TCVN3, VNI), whose text was converted for search."""


def remark(code: str, pages: Sequence[int]) -> list[str]:
    """The remark on these pages, or none."""
    return [f"{code}:{ranges(pages)}"] if pages else []


def pages_of(code: str, remarks: Iterable[str]) -> str:
    """The pages of which `code` is said, such as "3-5,9"; "" when it is not said, or of no page in particular."""
    return next((said.partition(":")[2] for said in remarks if said.partition(":")[0] == code), "")


def ranges(pages: Sequence[int]) -> str:
    """Page numbers in ascending order as "3-5,9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ",".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)


def numbers(written: str) -> set[int]:
    """The pages that `ranges` wrote; none of "". Raises ValueError."""
    found: set[int] = set()
    for run in filter(None, written.split(",")):
        first, _, last = run.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found
