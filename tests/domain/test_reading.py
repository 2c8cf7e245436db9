"""Pages seen are kept as bits: none is ever lost, and none beyond the last page counts."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain.errors import Refused
from icabinet.domain.reading import count, merged

seen = st.binary(max_size=40).map(lambda bits: base64.b64encode(bits).decode())


def pages_of(text: str) -> set[int]:
    bits = base64.b64decode(text)
    return {8 * at + bit + 1 for at, byte in enumerate(bits) for bit in range(8) if byte & (0x80 >> bit)}


@settings(derandomize=True)
@given(seen, seen, st.integers(0, 300))
def test_merging_keeps_every_page_of_both_and_no_other(one: str, other: str, pages: int) -> None:
    both = merged(one, other, pages)
    assert pages_of(both) == {page for page in pages_of(one) | pages_of(other) if page <= pages}
    assert count(both) == len(pages_of(both))
    assert merged(both, one, pages) == both


@pytest.mark.parametrize("text", ["A", "=", "AAA", "===="])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        merged("", text, 8)
    assert refused.value.code == "reading.no-bits"
