import unicodedata

import pytest

from icabinet.assistant.restore import Habits, Restorer

from .samples import DIRECTIVE, REPORT


@pytest.fixture
def restorer() -> Restorer:
    return Restorer([Habits().learn("\n".join(source.pages)) for source in (DIRECTIVE, REPORT)])


def test_marks_come_back_as_the_papers_write_them(restorer: Restorer) -> None:
    typed = "ty le gach vo sau nghiem thu la bao nhieu phan tram?"
    assert restorer.restore(typed) == "tỷ lệ gạch vỡ sau nghiệm thu là bao nhiêu phần trăm?"


def test_letter_case_numbers_and_signs_stay(restorer: Restorer) -> None:
    assert restorer.restore("UBND thi xa: 38 tuyen pho?") == "UBND thị xã: 38 tuyến phố?"


def test_marks_that_were_typed_are_kept(restorer: Restorer) -> None:
    assert restorer.restore("khoi luong rac thải") == "khối lượng rác thải"


def test_a_question_with_marks_is_only_composed(restorer: Restorer) -> None:
    question = "Khối lượng rác thải năm ngoái là bao nhiêu?"
    assert restorer.restore(question) == question
    assert restorer.restore(unicodedata.normalize("NFD", question)) == question


def test_words_of_no_paper_pass_through(restorer: Restorer) -> None:
    assert restorer.restore("blockchain xyz") == "blockchain xyz"
    assert restorer.restore("") == ""
    assert restorer.restore("?!") == "?!"
