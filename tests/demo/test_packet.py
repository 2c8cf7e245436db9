"""The demonstration packet: real files with real text, whose questions are answered where they say."""

import io
from collections import Counter
from pathlib import Path

import docx
import msgspec
import pypdf
import pytest
import rdocx
from docx.document import Document
from docx.table import Table, _Cell

import icabinet.demo
from icabinet.demo.packet import PacketPaper, write_packet
from icabinet.demo.packet.markup import paper_docx, read_paper
from icabinet.demo.packet.writer import paper_sources
from icabinet.demo.people import MEETING, PEOPLE

LONGEST_REPEATABLE = 60
SHORT_QUOTE = 25
"""Letters: the name under a paper stands under other papers too."""


class Question(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    type: str
    question: str
    answerable: bool
    gold_doc: list[str]
    gold_quote: list[str]
    gold_answer: str | None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packet")


@pytest.fixture(scope="module")
def papers(folder: Path) -> list[PacketPaper]:
    return write_packet(folder)


@pytest.fixture(scope="module")
def pages(folder: Path, papers: list[PacketPaper]) -> dict[str, list[str]]:
    return {paper.file: _pages(folder / paper.file) for paper in papers}


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    lines = (Path(icabinet.demo.__file__).parent / "questions.jsonl").read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Question) for line in lines]


def _pages(path: Path) -> list[str]:
    data = path.read_bytes()
    if path.suffix == ".docx":
        data = rdocx.Document.from_bytes(data).to_pdf()
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _paragraphs(document: Document) -> list[str]:
    texts = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            texts += [paragraph.text for cell in _cells(block) for paragraph in cell.paragraphs]
        else:
            texts.append(block.text)
    return texts


def _cells(table: Table) -> list[_Cell]:
    return [_Cell(cell, table) for row in table._tbl.tr_lst for cell in row.tc_lst]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_packet_holds_every_kind_of_paper_under_its_agenda_item(papers: list[PacketPaper]) -> None:
    assert [(paper.kind_word, paper.item) for paper in papers] == [
        ("Giấy mời", 1),
        ("Chỉ thị", 2),
        ("Báo cáo", 2),
        ("Báo cáo", 3),
        ("Kế hoạch", 4),
        ("Tờ trình", 4),
        ("Nghị quyết", 5),
    ]
    assert {paper.media for paper in papers} == {"pdf", "docx"}
    assert {paper.item for paper in papers} == set(range(1, len(MEETING.agenda) + 1))


def test_packet_has_at_least_forty_pages_of_text(pages: dict[str, list[str]]) -> None:
    every = [page for texts in pages.values() for page in texts]
    assert 40 <= len(every) <= 55
    assert all(len(_squeezed(page)) > 150 for page in every)


def test_word_papers_open_in_word_form(folder: Path, papers: list[PacketPaper]) -> None:
    for paper in papers:
        if paper.media == "docx":
            document = docx.Document(str(folder / paper.file))
            assert document.tables[0].cell(0, 1).text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            assert document.core_properties.title == paper.title


def test_only_the_resolution_is_a_draft(pages: dict[str, list[str]]) -> None:
    assert [name for name, texts in pages.items() if "DỰ THẢO" in texts[0]] == ["07-du-thao-nghi-quyet.docx"]


def test_nothing_longer_than_a_phrase_is_written_twice() -> None:
    documents = (docx.Document(io.BytesIO(paper_docx(*read_paper(source)))) for source in paper_sources())
    texts = [text for document in documents for text in _paragraphs(document)]
    seen = Counter(text for text in texts if len(text) > LONGEST_REPEATABLE)
    assert len(seen) > 250
    assert [text for text, times in seen.items() if times > 1] == []


def test_same_packet_is_written_every_time(folder: Path, papers: list[PacketPaper], tmp_path: Path) -> None:
    assert write_packet(tmp_path) == papers
    for paper in papers:
        assert (tmp_path / paper.file).read_bytes() == (folder / paper.file).read_bytes()


def test_every_gold_quote_stands_in_its_paper_and_a_long_one_nowhere_else(
    pages: dict[str, list[str]], questions: list[Question]
) -> None:
    texts = {name: _squeezed(" ".join(each)) for name, each in pages.items()}
    for question in questions:
        for at, quote in enumerate(question.gold_quote):
            found = [name for name, text in texts.items() if _squeezed(quote) in text]
            of_paper = question.gold_doc[at] if len(question.gold_doc) > 1 else question.gold_doc[0]
            assert of_paper in found, question.id
            assert found == [of_paper] or len(quote) < SHORT_QUOTE, question.id


def test_questions_are_many_and_a_quarter_of_them_has_no_answer(questions: list[Question]) -> None:
    counted = Counter(question.answerable for question in questions)
    assert counted.total() >= 120
    assert counted[False] >= counted.total() / 4
    assert (
        len({question.id for question in questions})
        == len({question.question for question in questions})
        == len(questions)
    )
    for question in questions:
        assert bool(question.gold_quote) == question.answerable == (question.gold_answer is not None)
    asked_for = {question.type for question in questions if question.answerable}
    assert asked_for >= {"number", "percent", "date", "person", "place", "legal", "list", "table", "comparison"}


def test_reports_give_different_figures_for_the_same_indicator(pages: dict[str, list[str]]) -> None:
    city = _squeezed(" ".join(pages["03-bao-cao-345-BC-UBND.pdf"]))
    police = _squeezed(" ".join(pages["04-bao-cao-1186-BC-CATP.docx"]))
    for of_city, of_police in (("1.102.750", "968.420"), ("214.600", "187.350"), ("864.300", "803.150")):
        assert of_city in city
        assert of_city not in police
        assert of_police in police
        assert of_police not in city


@pytest.mark.usefixtures("papers")
def test_tables_by_commune_add_up_to_their_totals(folder: Path) -> None:
    table = docx.Document(str(folder / "05-ke-hoach-214-KH-UBND.docx")).tables[-1]
    rows = [[_Cell(cell, table).text for cell in row.tc_lst] for row in table._tbl.tr_lst]
    communes = [row for row in rows if row[0].isdigit()]
    assert len(communes) == 68
    for column in (3, 4, 5):
        assert sum(_number(row[column]) for row in communes) == _number(rows[-1][column])


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def test_meeting_has_its_people(pages: dict[str, list[str]]) -> None:
    roles = Counter(person.role for person in PEOPLE)
    assert (roles["chair"], roles["secretary"], roles["delegate"], roles["guest"]) == (1, 1, 12, 2)
    assert all(person.login.isascii() for person in PEOPLE)
    assert len({person.login for person in PEOPLE}) == len({person.name for person in PEOPLE}) == len(PEOPLE)
    invitation = " ".join(pages["01-giay-moi-412-GM-UBND.pdf"])
    assert next(person.name for person in PEOPLE if person.role == "chair") in invitation
