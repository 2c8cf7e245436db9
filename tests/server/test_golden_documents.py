"""The words of every official document of one full meeting, held against files in `golden`.

After a change that is meant: pytest tests/server/test_golden_documents.py --golden, then read what git shows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from icabinet.store.database import Database
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.documents.measures import outside_of_the_decree, outside_of_the_page
from tests.server.full_meeting import Script, Timed, hold, prepare

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = (
    "invitation",
    "attendance",
    "minutes",
    "conclusions",
    "opinion:v1",
    "opinion:v8",
    *(f"count:v{number}" for number in (1, 2, 3, 6, 7, 8)),
    *(f"resolution:v{number}" for number in (1, 8)),
)

TWICE = ("minutes", "invitation")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[bytes, bytes]]]:
    """Of every document the Word file and the PDF, some asked for twice: the same log, the same bytes."""
    folder = tmp_path_factory.mktemp("full")
    make_ready(sqlite_url(folder))
    db = Database(sqlite_url(folder))
    prepare(db)
    db.close()
    server = Timed(folder / "data", sqlite_url(folder))
    server.start()
    try:
        yield taken(server)
    finally:
        for tab in server.tabs:
            tab.http.close()
        server.stop()


def taken(server: Timed) -> dict[str, tuple[bytes, bytes]]:
    script = Script(server)
    hold(script)
    desk = script.tab("secretary").http
    found = {}
    for document in DOCUMENTS:
        times = 2 if document in TWICE else 1
        path = f"/api/streams/m1/official/{document}"
        answers = [desk.get(f"{path}/{format_}") for format_ in ("docx", "pdf") * times]
        assert {answer.status_code for answer in answers} == {200}, (document, answers[0].text)
        assert [answer.content for answer in answers[:2]] == [answer.content for answer in answers[-2:]]
        found[document] = (answers[0].content, answers[1].content)
    return found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_words_of_a_full_meeting(
    document: str, files: dict[str, tuple[bytes, bytes]], request: pytest.FixtureRequest
) -> None:
    word, pdf = files[document]
    found = lines(word)
    place = GOLDEN / f"{document.replace(':', '-')}.txt"
    if request.config.getoption("--golden"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == place.read_text("utf-8").splitlines()
    printed = bare("".join(body(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))
    missing = [cell for line in found for cell in line.split(" | ") if bare(cell) not in printed]
    assert missing == [], "in the Word file, but not in the PDF"


def lines(content: bytes) -> list[str]:
    """Paragraphs, and rows of tables as "cell | cell", in the order of the page."""
    document = docx.Document(io.BytesIO(content))
    found: list[str] = []
    for element in document.element.body:
        if element.tag == qn("w:p"):
            found.append(Paragraph(element, document).text.strip())
        elif element.tag == qn("w:tbl"):
            for row in Table(element, document).rows:
                found.append(" | ".join(" ".join(cell.text.split()) for cell in row.cells))
    return [line for line in found if line.strip(" |")]


def body(page: str) -> str:
    """Without the page's number, which would stand in the middle of a paragraph that goes on."""
    return "\n".join(line for line in page.splitlines() if not line.strip().isdigit())


def bare(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_keeps_the_measures_of_the_decree(document: str, files: dict[str, tuple[bytes, bytes]]) -> None:
    word, pdf = files[document]
    assert outside_of_the_decree(word) == []
    assert outside_of_the_page(pdf) == []
