"""Rights before ranking, for every role, paper and question: an answer is what it would be without the hidden papers.

Through the assistant's own desk, as the server uses it: views that were built for others are kept there.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import pytest

from icabinet.assistant.desk import Desk
from icabinet.assistant.index import Source
from icabinet.assistant.library import Library
from icabinet.assistant.protocol import Answer, AnyReply, Ask, Index, Suggest, Suggestions

from .samples import DIRECTIVE, REPORT, SECRET

DRAFT = Source(
    "du-thao", "Dự thảo về thu gom rác", "", ["Dự kiến thu phí rác thải 45.000 đồng mỗi hộ; vỉa hè miễn phí."]
)
RECALLED = Source("thu-hoi", "Báo cáo cũ", "2026-01-02", ["Toàn thị xã có 29 tuyến phố có vỉa hè hư hỏng nặng."])
EVERY = [DIRECTIVE, REPORT, SECRET, DRAFT, RECALLED]
SEEN = {
    "chair": {"chi-thi", "bao-cao", "mat"},
    "secretary": {"chi-thi", "bao-cao", "du-thao"},
    "delegate": {"chi-thi", "bao-cao"},
    "guest": {"chi-thi"},
    "nobody": set[str](),
}
QUESTIONS = [
    "Giá khởi điểm đấu giá khu đất bến phà là bao nhiêu?",
    "thu phi rac thai bao nhieu moi ho",
    "Toàn thị xã có bao nhiêu tuyến phố có vỉa hè hư hỏng?",
    "Các tài liệu nói khác nhau thế nào về vỉa hè hư hỏng?",
    "Kinh phí thu gom rác là bao nhiêu tiền?",
    "Ai ký Chỉ thị số 15/CT-UBND?",
    "Công ty Phương Nam làm gì?",
    "45.000",
]


class Counter:
    """A desk with its papers, and the replies it gave."""

    def __init__(self, folder: Path, sources: list[Source]) -> None:
        self.replies: list[AnyReply] = []
        self.desk = Desk(Library(folder), self.replies.append)
        for number, one in enumerate(sources):
            self.desk.inbox.put(Index(number, one.key, one.title, one.date, one.pages))
        for _ in range(4 * len(sources) + 4):
            if not self.desk.inbox.empty() or self.desk.busy:
                self.desk.step()

    def asked(self, question: str, keys: set[str]) -> tuple[Answer, Suggestions]:
        self.desk.inbox.put(Ask(1, question, sorted(keys)))
        self.desk.step()
        self.desk.inbox.put(Suggest(1, sorted(keys)))
        self.desk.step()
        answer, suggestions = self.replies[-2:]
        assert isinstance(answer, Answer)
        assert isinstance(suggestions, Suggestions)
        return answer, suggestions


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Counter:
    return Counter(tmp_path_factory.mktemp("full"), EVERY)


@pytest.mark.parametrize("role", SEEN)
def test_every_answer_is_what_it_would_be_without_the_hidden_papers(full: Counter, tmp_path: Path, role: str) -> None:
    seen = SEEN[role]
    alone = Counter(tmp_path, [one for one in EVERY if one.key in seen])
    for question in QUESTIONS:
        assert full.asked(question, seen) == alone.asked(question, seen)


def test_hidden_words_reach_nobody_who_may_not_read_them(full: Counter) -> None:
    hidden = {"mat": ("41,7", "phương nam"), "du-thao": ("45.000",), "thu-hoi": ("29 tuyến",), "bao-cao": ("4.260",)}
    for (role, seen), question in itertools.product(SEEN.items(), QUESTIONS):
        answer, suggestions = full.asked(question, seen)
        said = msgspec.json.encode([answer.passages, answer.missing, suggestions.questions]).decode().lower()
        for key, words in hidden.items():
            leaked = [word for word in words if word in said]
            assert key in seen or not leaked, (role, question)


def test_whoever_may_read_the_secret_paper_is_answered_from_it(full: Counter) -> None:
    assert full.asked(QUESTIONS[0], SEEN["chair"])[0].passages[0].key == "mat"
