"""Notes find their sentence in a new version, or say that they did not."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.bench.drafts import Draft, Part, Writer
from icabinet.bench.edits import EDITS
from icabinet.bench.marks import Judge, marks
from icabinet.bench.typeset import Ruler, Setting, typeset
from icabinet.documents.alignment import align
from icabinet.documents.anchors import Anchor, Placement, Placer
from icabinet.documents.compare import compare
from icabinet.documents.reading import Reading, boxes

NARROW, WIDE = Setting(letters=60, lines=24), Setting(letters=90, lines=38)
PARAGRAPHS = (
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị quyết này quy định mức hỗ trợ cho hộ nghèo trên địa bàn thành phố giai đoạn 2026 đến 2030.",
    "Mức hỗ trợ là 1.500.000 đồng mỗi tháng cho một hộ có đủ hồ sơ theo quy định.",
    "Điều 2. Nguồn kinh phí",
    "Kinh phí thực hiện lấy từ ngân sách thành phố, bố trí trong dự toán hằng năm của Sở Tài chính.",
    "Việc hoà giải ở cơ sở và tuỳ theo tình hình thực tế do Ủy ban nhân dân xã quyết định.",
)


def draft(*paragraphs: str) -> Draft:
    writer = Writer(0)
    return [Part("line", writer.words(text)) for text in paragraphs]


def note_on(reading: Reading, quote: str) -> Anchor:
    for page in reading.pages:
        at = page.text.replace("\n", " ").find(quote)
        if at >= 0:
            end = at + len(quote)
            return Anchor(page=page.number, quads=boxes(page, at, end), exact=quote, start=at, end=end)
    raise AssertionError(quote)


def placed(quote: str, *after: str, before: tuple[str, ...] = PARAGRAPHS, to: Setting = WIDE) -> Placement:
    old = typeset(draft(*before), NARROW)
    return Placer(old, typeset(draft(*after), to)).place(note_on(old, quote))


def said(placement: Placement) -> str:
    assert placement.anchor is not None
    return " ".join(placement.anchor.exact.split())


def test_the_same_words_in_other_lines_are_kept() -> None:
    found = placed("bố trí trong dự toán hằng năm", *PARAGRAPHS)
    assert (found.state, said(found)) == ("kept", "bố trí trong dự toán hằng năm")


def test_renumbering_and_another_place_of_the_tone_are_no_change_of_text() -> None:
    after = ["Điều 1. Giải thích từ ngữ", "Hộ nghèo là hộ có giấy chứng nhận.", *PARAGRAPHS]
    after[2], after[5] = "Điều 2. Phạm vi điều chỉnh", "Điều 3. Nguồn kinh phí"
    after[7] = "Việc hòa giải ở cơ sở và tùy theo tình hình thực tế do Uỷ ban nhân dân xã quyết định."
    assert said(placed("Điều 2. Nguồn kinh phí", *after)) == "Điều 3. Nguồn kinh phí"
    found = placed("hoà giải ở cơ sở và tuỳ theo tình hình", *after)
    assert (found.state, said(found)) == ("kept", "hòa giải ở cơ sở và tùy theo tình hình")


def test_a_changed_figure_is_shown_for_decision() -> None:
    after = [text.replace("1.500.000", "2.000.000") for text in PARAGRAPHS]
    found = placed("Mức hỗ trợ là 1.500.000 đồng", *after)
    assert (found.state, said(found)) == ("changed", "Mức hỗ trợ là 2.000.000 đồng")


def test_a_reference_that_now_names_another_article_is_a_changed_text() -> None:
    before = (*PARAGRAPHS, "Hồ sơ được lập theo quy định tại khoản 2 Điều 7 của Luật này.")
    after = (*PARAGRAPHS, "Hồ sơ được lập theo quy định tại khoản 2 Điều 9 của Luật này.")
    assert placed("quy định tại khoản 2 Điều 7", *after, before=before).state == "changed"


def test_a_struck_out_sentence_is_lost() -> None:
    after = [text for text in PARAGRAPHS if "Mức hỗ trợ" not in text]
    assert placed("Mức hỗ trợ là 1.500.000 đồng mỗi tháng", *after).state == "lost"


def test_a_moved_paragraph_is_found_where_it_went() -> None:
    order = [0, 1, 3, 4, 5, 2]
    found = placed("1.500.000 đồng mỗi tháng cho một hộ", *(PARAGRAPHS[index] for index in order))
    assert (found.state, said(found)) == ("moved", "1.500.000 đồng mỗi tháng cho một hộ")


def test_a_passage_over_a_page_end_stays_whole() -> None:
    found = placed(PARAGRAPHS[4], *PARAGRAPHS, to=Setting(letters=40, lines=9))
    assert len(found.places) == 2
    assert said(found) == PARAGRAPHS[4]


def test_of_two_equal_sentences_of_which_one_is_struck_out_none_is_taken_silently() -> None:
    same = "Chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện."
    before = (PARAGRAPHS[0], same, *PARAGRAPHS[1:], same)
    old = typeset(draft(*before), WIDE)
    new = typeset(draft(*PARAGRAPHS, same), WIDE)
    first = note_on(old, same)
    placement = Placer(old, new).place(first)
    assert placement.state in ("changed", "lost")


def test_a_phrase_of_a_struck_item_is_not_offered_on_another_office_s_item() -> None:
    """Papers of offices say the same of everybody; only the rarer words around tell whose sentence it was."""
    tasks = {
        "Sở Tài chính": "rà soát nợ đọng",
        "Sở Y tế": "tiêm phòng cúm mùa",
        "Công an thành phố": "cấp thẻ căn cước",
        "Sở Xây dựng": "sửa mái trường",
        "Sở Nội vụ": "đánh giá viên chức",
        "Sở Tư pháp": "chứng thực bản sao",
        "Thanh tra thành phố": "xử lý đơn thư",
        "Sở Công Thương": "kiểm tra chợ đầu mối",
    }
    items = [
        f"{office} chủ trì, phối hợp với các cơ quan liên quan {task}, báo cáo Ủy ban nhân dân thành phố kết quả "
        "thực hiện hằng quý."
        for office, task in tasks.items()
    ]
    added = items[0].replace("Sở Tài chính", "Văn phòng").replace("rà soát nợ đọng", "lắp biển báo")
    struck = items[3]
    old = typeset(draft(*items), NARROW)
    placer = Placer(old, typeset(draft(*(item for item in items if item is not struck), added), WIDE))
    text = old.pages[0].text.replace("\n", " ")
    start = text.index("báo cáo Ủy ban", text.index("Sở Xây dựng"))
    end = start + len("báo cáo Ủy ban nhân dân thành phố kết quả")
    page = old.pages[0]
    note = Anchor(page=1, quads=boxes(page, start, end), exact=text[start:end], start=start, end=end)
    assert placer.place(note).state == "lost"


def test_a_note_without_words_in_its_own_version_is_lost() -> None:
    reading = typeset(draft(*PARAGRAPHS), WIDE)
    anchor = Anchor(page=7, quads=[(0, 0, 10, 10)], exact="không có trong tài liệu này")
    assert Placer(reading, reading).place(anchor).state == "lost"


def test_a_struck_item_is_removed_whole_and_the_next_takes_its_number() -> None:
    items = ("1. Giao Sở Tài chính.", "2. Phê bình các cơ quan chậm trễ.", "3. Thống nhất số liệu của thành phố.")
    old = typeset(draft(PARAGRAPHS[0], *items, PARAGRAPHS[1]), WIDE)
    new = typeset(draft(PARAGRAPHS[0], items[0], items[2].replace("3.", "2."), PARAGRAPHS[1]), WIDE)
    kinds = [row.kind for row in compare(old, new).rows]
    assert kinds == ["same", "same", "removed", "numbered", "same"]


def test_words_moved_to_another_place_are_told_at_both_places() -> None:
    long = "Sở Nội vụ rà soát toàn bộ biên chế của các đơn vị sự nghiệp công lập trước quý III."
    comparison = compare(typeset(draft(long, *PARAGRAPHS), NARROW), typeset(draft(*PARAGRAPHS, long), WIDE))
    moved = [row for row in comparison.rows if row.kind == "moved"]
    assert [(row.pieces[0].op, row.old is None, row.new is None) for row in moved] == [
        ("<", False, True),
        (">", True, False),
    ]


def test_every_word_of_both_versions_is_in_the_comparison() -> None:
    writer = Writer(3)
    before = writer.draft(6)
    after = EDITS["everything"][1](before, writer)
    rows = compare(typeset(before, NARROW), typeset(after, WIDE)).rows
    for text, ops in ((before, "=-<"), (after, "=+>")):
        said = " ".join(piece.text for row in rows for piece in row.pieces if piece.op in ops)
        written = " ".join(word.text for part in text for word in part.words)
        assert sorted(said.replace("-", " ").split()) == sorted(written.replace("-", " ").split())


@settings(max_examples=6, derandomize=True, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(sorted(EDITS)))
def test_no_note_stands_silently_on_other_words(seed: int, kind: str) -> None:
    writer = Writer(seed)
    before = writer.draft(5)
    after = EDITS[kind][1](before, writer)
    old, new = typeset(before, NARROW), typeset(after, WIDE)
    judge, placer = Judge(Ruler(after, new)), Placer(old, new)
    for mark in marks(old, Ruler(before, old), 20, random.Random(seed)):
        placement = placer.place(mark.anchor)
        if placement.state in ("kept", "moved"):
            found = judge.under(placement)
            assert [word.text for word in found] == [word.text for word in mark.words if not word.label]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(1, 9))
def test_every_note_gets_an_answer_also_near_the_ends(seed: int, kept: int, page: int) -> None:
    """Short versions, quotations that are nowhere, pages that are not there."""
    chance = random.Random(seed)
    old = typeset(draft(*PARAGRAPHS), NARROW)
    new = typeset(draft(*chance.sample(PARAGRAPHS, kept), "Hết."), WIDE)
    words = " ".join(PARAGRAPHS).split()
    start = chance.randrange(len(words))
    quote = " ".join(words[start : start + chance.randint(1, 20)])
    anchor = Anchor(page=page, quads=[(0, 0, 3000, 3000)], exact=quote)
    placement = Placer(old, new).place(anchor)
    assert (placement.anchor is None) == (placement.state == "lost")


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.lists(st.sampled_from("abcdefgh"), max_size=60))
def test_aligned_words_are_equal_and_no_word_is_taken_twice(one: list[str], other: list[str]) -> None:
    alignment = align(one, other, "a")
    taken = [place for place in alignment.to if place >= 0]
    assert len(set(taken)) == len(taken)
    assert all(one[at] == other[place] for at, place in enumerate(alignment.to) if place >= 0)
