"""What offices do to a paper between two versions; every edit keeps track of what became of each word."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from .drafts import Draft, Part, Writer, Written, renumbered

Edit = Callable[[Draft, Writer], Draft]
_NUMBER = re.compile(r"\d")
_SLIPS = (("s", "x"), ("ch", "tr"), ("i", "y"), ("ã", "ả"), ("d", "gi"), ("n", "l"))
_REWORDED = ("phải hoàn thành việc này", "khẩn trương triển khai, bảo đảm chất lượng", "tổ chức lại cho phù hợp")


def typos(draft: Draft, writer: Writer) -> Draft:
    """Every thirtieth word gets a slip of the pen, or loses one."""
    return [
        Part(part.kind, tuple(_slip(word, writer) if writer.chance.random() < 0.03 else word for word in part.words))
        for part in draft
    ]


def _slip(word: Written, writer: Writer) -> Written:
    for right, wrong in writer.chance.sample(_SLIPS, len(_SLIPS)):
        if right in word.text and not word.label:
            return msgspec.structs.replace(word, text=word.text.replace(right, wrong, 1))
    return word


def figures(draft: Draft, writer: Writer) -> Draft:
    """A third of the figures are brought up to date."""
    return [Part(part.kind, tuple(_updated(word, writer) for word in part.words)) for part in draft]


def _updated(word: Written, writer: Writer) -> Written:
    if word.label or not _NUMBER.search(word.text) or writer.chance.random() > 0.33:
        return word
    return msgspec.structs.replace(word, text=_NUMBER.sub(lambda _: str(writer.chance.randint(1, 9)), word.text))


def reworded(draft: Draft, writer: Writer) -> Draft:
    """In every fourth item a clause of some words is said otherwise."""
    return [
        _reworded(part, writer) if part.kind == "item" and writer.chance.random() < 0.25 else part for part in draft
    ]


def _reworded(part: Part, writer: Writer) -> Part:
    length = writer.chance.randint(3, 7)
    if len(part.words) < length + 4:
        return part
    at = writer.chance.randint(1, len(part.words) - length)
    was = tuple(word.id for word in part.words[at : at + length])
    fresh = writer.words(writer.chance.choice(_REWORDED), was)
    return Part(part.kind, (*part.words[:at], *fresh, *part.words[at + length :]))


def inserted(draft: Draft, writer: Writer) -> Draft:
    """A new article before the third, and two new items; everything after them is renumbered."""
    places = [index for index, part in enumerate(draft) if part.kind == "article"]
    at = places[min(2, len(places) - 1)]
    made = [*draft[:at], *writer.article(), *draft[at:]]
    for _ in range(2):
        items = [index for index, part in enumerate(made) if part.kind == "item"]
        made.insert(writer.chance.choice(items), writer.item())
    return renumbered(made)


def deleted(draft: Draft, writer: Writer) -> Draft:
    """Every eighth item is struck out."""
    kept = [part for part in draft if part.kind != "item" or writer.chance.random() > 0.125]
    return renumbered(kept)


def moved(draft: Draft, writer: Writer) -> Draft:
    """Two items change their places, far apart."""
    made = list(draft)
    for _ in range(2):
        items = [index for index, part in enumerate(made) if part.kind == "item"]
        part = made.pop(writer.chance.choice(items))
        made.insert(writer.chance.choice(items[:-1]), part)
    return renumbered(made)


def swapped(draft: Draft, writer: Writer) -> Draft:
    """Two articles change places and numbers."""
    starts = [index for index, part in enumerate(draft) if part.kind == "article"]
    one, other = sorted(writer.chance.sample(range(len(starts) - 1), 2))
    a, b, c, d = starts[one], starts[one + 1], starts[other], starts[other + 1]
    return renumbered([*draft[:a], *draft[c:d], *draft[b:c], *draft[a:b], *draft[d:]])


def nothing(draft: Draft, writer: Writer) -> Draft:
    """The same words; only the typesetting differs."""
    return draft


def everything(draft: Draft, writer: Writer) -> Draft:
    """A whole round of comments worked in."""
    for edit in (typos, figures, reworded, deleted, inserted, moved):
        draft = edit(draft, writer)
    return draft


EDITS: dict[str, tuple[str, Edit]] = {
    "typeset": ("dàn trang lại", nothing),
    "typos": ("sửa lỗi chính tả", typos),
    "figures": ("cập nhật số liệu", figures),
    "reworded": ("sửa câu chữ", reworded),
    "inserted": ("thêm điều, đánh số lại", inserted),
    "deleted": ("bỏ khoản", deleted),
    "moved": ("chuyển đoạn", moved),
    "swapped": ("đổi chỗ hai điều", swapped),
    "everything": ("tất cả cùng lúc", everything),
}
