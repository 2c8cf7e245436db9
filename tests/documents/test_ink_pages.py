"""Strokes are carried only to a page that shows the same around them."""

from __future__ import annotations

from icabinet.documents.ink_pages import Sheet, SheetPlace, place_sheets
from icabinet.documents.reading import Page, Reading, Word

LINES = [f"Dòng {number} của trang nói về nội dung riêng số {number * 7}" for number in range(1, 21)]


def page(number: int, lines: list[str], shift: int = 0) -> Page:
    """A line every 200 tenths of a point, a word every 300."""
    text, words = "", []
    for row, line in enumerate(lines):
        for column, word in enumerate(line.split()):
            x, y = 700 + 300 * column, 700 + 200 * row + shift
            words.append(Word(len(text), len(text) + len(word), x, y, x + 250, y + 120))
            text += word + " "
        text = text[:-1] + "\n"
    return Page(number=number, width=595, height=842, text=text, words=tuple(words))


def reading(*pages: Page) -> Reading:
    return Reading(pages=pages, title="", tool="test", warnings=[])


def placed(new: Reading, top: int, old: Reading | None = None, of: int = 1) -> SheetPlace:
    [found] = place_sheets(old or reading(page(1, LINES)), new, [Sheet(of, (900, top, 1500, top + 100))])
    return found


def test_strokes_stay_where_the_same_is_printed_around_them() -> None:
    changed_below = [*LINES[:15], "Câu mới", *LINES[15:]]
    assert placed(reading(page(1, LINES)), 1200) == SheetPlace("kept", 1)
    assert placed(reading(page(1, changed_below)), 1200) == SheetPlace("kept", 1), "it changed farther down"
    assert placed(reading(page(1, LINES, shift=10)), 1200) == SheetPlace("kept", 1), "nobody sees a point"


def test_strokes_go_to_another_number_when_the_page_moved_as_a_whole() -> None:
    assert placed(reading(page(1, ["Bìa mới"]), page(2, LINES)), 1200) == SheetPlace("kept", 2)


def test_what_is_not_the_same_around_them_is_for_the_owner_to_see() -> None:
    other_word = [line.replace("riêng", "chung") if row == 3 else line for row, line in enumerate(LINES)]
    pushed = ["Câu thêm vào đầu trang", *LINES]
    assert placed(reading(page(1, other_word)), 1200) == SheetPlace("changed", 1)
    assert placed(reading(page(1, pushed)), 1200) == SheetPlace("changed", 1)
    assert placed(reading(page(1, LINES, shift=40)), 1200) == SheetPlace("changed", 1)
    assert placed(reading(page(1, ["Khác hẳn"]), page(2, other_word)), 1200) == SheetPlace("changed", 2)
    added = [f"{line} thêm" if row == 3 else line for row, line in enumerate(LINES)]
    assert placed(reading(page(1, added)), 1200) == SheetPlace("changed", 1), "a word was added beside them"


def test_pages_that_look_alike_are_told_apart_or_not_used() -> None:
    form = [*LINES[:10], "Mẫu số một"]
    old = reading(page(1, form), page(2, [*LINES[:10], "Mẫu số hai"]))
    assert placed(old, 1200, old, of=2) == SheetPlace("kept", 2)
    swapped = reading(page(1, [*LINES[:10], "Mẫu khác"]), page(2, form))
    assert placed(swapped, 1200, old, of=2).state == "changed"


def test_a_page_without_words_vouches_for_nothing() -> None:
    blank = reading(page(1, []))
    assert placed(blank, 1200, blank) == SheetPlace("changed", 1)
    assert placed(reading(), 1200) == SheetPlace("changed", 0)
    assert placed(blank, 1200, blank, of=7) == SheetPlace("changed", 0)
