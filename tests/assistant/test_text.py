import unicodedata

from icabinet.assistant.references import Reference, references
from icabinet.assistant.text import collapse, fold, old_tones, syllables, tokens


def test_marks_letter_case_and_decomposed_text_do_not_matter() -> None:
    typed = ["Đề án chuyển đổi số", "de an chuyen doi so", "ĐỀ ÁN CHUYỂN ĐỔI SỐ"]
    typed.append(unicodedata.normalize("NFD", typed[0]))
    assert {tuple(tokens(one)) for one in typed} == {tuple(tokens("đề án chuyển đổi số"))}
    assert fold("Đường Nguyễn Huệ") == "Duong Nguyen Hue"


def test_old_and_new_tone_placement_are_one() -> None:
    assert old_tones("Hoà, thuỷ lợi, UỶ BAN, khoẻ") == "Hòa, thủy lợi, ỦY BAN, khỏe"
    assert old_tones("quý, loạn, hoàn, thuyền, xoắn") == "quý, loạn, hoàn, thuyền, xoắn"


def test_abbreviations_are_found_by_their_full_words_and_the_other_way_round() -> None:
    assert syllables("UBND thị xã") == syllables("Ủy ban nhân dân thị xã")
    assert syllables("gắn chip cccd") == syllables("gắn chip căn cước công dân")


def test_an_abbreviation_inside_a_document_number_stays() -> None:
    assert syllables("15/CT-UBND") == ["15", "ct", "ubnd"]


def test_leading_zeros_and_invisible_characters_do_not_matter() -> None:
    assert syllables("Đề án 06") == syllables("đề án 6")
    assert syllables("chuyển\u00ad đổi\u200b") == ["chuyen", "doi"]
    assert collapse("một\u00a0 hai\n\tba\u200b") == "một hai ba"


def test_references_are_recognised_in_all_their_spellings() -> None:
    full = references("Thực hiện Chỉ thị số 05/CT-TTg ngày 23/2/2023")
    assert full == {Reference("chi thi", 5, "", "ct-ttg")}
    for typed in ("chi thi 05", "Chỉ thị số 5", "05/CT-TTg", "chỉ thị số: 05/ct-ttg"):
        (named,) = references(typed)
        assert any(named.may_be(one) for one in full), typed
    for other in ("Chỉ thị số 07/CT-TTg", "Kế hoạch số 05/KH-UBND", "05/CT-UBND"):
        (named,) = references(other)
        assert not any(named.may_be(one) for one in full), other


def test_dates_and_fractions_are_no_references() -> None:
    assert references("ngày 23/2/2023 đạt 5/7 chỉ tiêu, trang 3-4") == set()
