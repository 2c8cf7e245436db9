"""Whatever a file does to the child process, the caller gets an outcome or a plain refusal and a clean folder."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from icabinet.documents import sandbox
from icabinet.documents.errand import Step
from icabinet.documents.kinds import BadPaper, Kind, inspect
from icabinet.documents.reading import decode, locate
from icabinet.documents.sandbox import read_paper
from tests.documents import bombs
from tests.documents.paper_makers import SENTENCES, locked, pdf_of, picture_of, word_file
from tests.patience import PATIENCE

MIB = 1024 * 1024


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder for results; it does not exist yet."""
    return tmp_path / "kết quả" / "phiên bản 1"


def left_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refused(source: Path, kind: Kind, out: Path, *, seconds: float = 30, memory: int = 1024 * MIB) -> str:
    with pytest.raises(BadPaper) as caught:
        read_paper(source, kind, out, seconds=seconds, memory=memory)
    assert left_in(out) == []
    assert caught.value.message()
    return caught.value.code


def test_a_pdf_is_read(tmp_path: Path, out: Path) -> None:
    source = pdf_of(word_file(tmp_path / "Báo cáo 📄.docx", SENTENCES, title="Báo cáo quý III"))
    outcome = read_paper(source, inspect(source, source.name), out)
    assert (outcome.pages, outcome.title, outcome.warnings) == (1, "Báo cáo quý III", [])
    assert left_in(out) == ["reading.msgpack"]
    reading = decode((out / "reading.msgpack").read_bytes())
    assert all(locate(reading, sentence) for sentence in SENTENCES)


def test_a_word_file_is_read_and_becomes_a_pdf(tmp_path: Path, out: Path) -> None:
    source = word_file(tmp_path / "a.docx", SENTENCES, title="Tờ trình số 118")
    outcome = read_paper(source, inspect(source, source.name), out)
    assert (outcome.pages, outcome.title, outcome.warnings) == (1, "Tờ trình số 118", [])
    assert left_in(out) == ["reading.msgpack", "reading.pdf"]
    page = decode((out / "reading.msgpack").read_bytes()).pages[0]
    assert all(locate(decode((out / "reading.msgpack").read_bytes()), sentence) for sentence in SENTENCES)
    assert picture_of(out / "reading.pdf", 1).shape[0] == round(page.height * 4)


def test_reading_again_replaces_the_results(tmp_path: Path, out: Path) -> None:
    source = word_file(tmp_path / "a.docx", SENTENCES)
    read_paper(source, Kind.DOCX, out)
    first = decode((out / "reading.msgpack").read_bytes())
    read_paper(source, Kind.DOCX, out)
    assert decode((out / "reading.msgpack").read_bytes()) == first
    assert left_in(out) == ["reading.msgpack", "reading.pdf"]


def test_a_failed_reading_leaves_earlier_results_alone(tmp_path: Path, out: Path) -> None:
    read_paper(word_file(tmp_path / "a.docx", SENTENCES), Kind.DOCX, out)
    before = (out / "reading.msgpack").read_bytes()
    with pytest.raises(BadPaper):
        read_paper(bombs.broken_xml(tmp_path / "b.docx"), Kind.DOCX, out)
    assert (out / "reading.msgpack").read_bytes() == before
    assert left_in(out) == ["reading.msgpack", "reading.pdf"]


def test_bad_word_files_are_refused(tmp_path: Path, out: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu của máy chủ", encoding="utf-8")
    external = bombs.external_entity(tmp_path / "a.docx", secret)
    assert refused(external, Kind.DOCX, out) == "paper.external-entities"
    assert refused(bombs.billion_laughs(tmp_path / "b.docx"), Kind.DOCX, out) == "paper.external-entities"
    assert refused(bombs.deep_nesting(tmp_path / "c.docx"), Kind.DOCX, out) == "paper.too-complex"
    assert refused(bombs.broken_xml(tmp_path / "d.docx"), Kind.DOCX, out) == "paper.broken"


def test_bad_pdf_files_are_refused(tmp_path: Path, out: Path) -> None:
    good = pdf_of(word_file(tmp_path / "a.docx", SENTENCES))
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 64 + b"\nstartxref\n9\n%%EOF\n")
    assert refused(locked(good, "mat-khau"), Kind.PDF, out) == "paper.encrypted"
    assert refused(damaged, Kind.PDF, out) == "paper.broken"
    assert refused(bombs.flate_bomb(tmp_path / "b.pdf"), Kind.PDF, out) == "paper.too-complex"
    assert refused(bombs.flate_bomb(tmp_path / "c.pdf", times=3), Kind.PDF, out) == "paper.too-complex"
    assert refused(bombs.many_pages(tmp_path / "d.pdf", 50_000), Kind.PDF, out) == "paper.too-many-pages"


def test_a_file_that_eats_memory_ends_only_the_child(tmp_path: Path, out: Path) -> None:
    assert refused(bombs.huge_array(tmp_path / "a.pdf"), Kind.PDF, out, memory=400 * MIB) == "paper.memory"


def test_a_good_paper_is_read_though_the_machine_is_busy(tmp_path: Path, out: Path) -> None:
    def busy(step: Step | None) -> None:
        children = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split()
        for child in map(int, children):
            os.kill(child, signal.SIGSTOP)
            threading.Timer(2.5, os.kill, (child, signal.SIGCONT)).start()

    paper = pdf_of(word_file(tmp_path / "a.docx", SENTENCES))
    assert read_paper(paper, Kind.PDF, out, seconds=2, tell=busy).pages


def test_a_file_that_eats_time_is_stopped(tmp_path: Path, out: Path) -> None:
    assert refused(bombs.slow_page(tmp_path / "a.pdf"), Kind.PDF, out, seconds=1) == "paper.timeout"


def test_a_source_that_is_gone_is_refused_like_a_broken_one(tmp_path: Path, out: Path) -> None:
    assert refused(tmp_path / "không có.pdf", Kind.PDF, out) == "paper.broken"


def waiting_office(folder: Path) -> Path:
    """A stand-in for LibreOffice that hangs together with a child of its own, whose id it writes down."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > '{folder}/child'\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    return program.parent


def is_running(process: int) -> bool:
    """Neither gone nor a zombie that its new parent has not buried yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def ends_soon(process: int) -> bool:
    until = time.monotonic() + PATIENCE
    while is_running(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_running(process)


def test_a_hanging_converter_is_replaced_and_leaves_no_process(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{waiting_office(tmp_path)}:{os.environ['PATH']}")
    outcome = read_paper(word_file(tmp_path / "a.docx", SENTENCES), Kind.DOCX, out, seconds=10)
    assert outcome.pages == 1
    assert "rdocx" in decode((out / "reading.msgpack").read_bytes()).tool
    assert ends_soon(int((tmp_path / "child").read_text()))


def test_at_the_time_limit_converters_end_with_the_child(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = waiting_office(tmp_path) / "soffice"
    program.write_text(program.read_text().replace("wait\n", "kill -STOP $PPID\nwait\n"), encoding="utf-8")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    assert refused(word_file(tmp_path / "a.docx", SENTENCES), Kind.DOCX, out, seconds=2) == "paper.timeout"
    assert ends_soon(int((tmp_path / "child").read_text()))


def test_the_worker_hears_one_line_and_answers_in_steps_and_a_verdict(tmp_path: Path) -> None:
    source = pdf_of(word_file(tmp_path / "a.docx", SENTENCES))
    errand = {"source": str(source), "kind": "pdf", "out_dir": str(tmp_path), "seconds": 30, "memory": 1024 * MIB}
    command = [sys.executable, "-c", sandbox._START, str(sandbox._ROOT)]
    done = subprocess.run(command, input=json.dumps(errand) + "\n", capture_output=True, text=True, check=True)
    *steps, verdict = map(json.loads, done.stdout.splitlines())
    assert 10 * MIB < verdict.pop("memory") < 1024 * MIB
    assert verdict == {"type": "verdict", "ok": True, "pages": 1}
    assert steps == [{"type": "step", "stage": "reading", "done": 0, "of": 1}]
    assert decode((tmp_path / "reading.msgpack").read_bytes()).pages[0].number == 1


def test_the_worker_loads_no_model_and_no_numbers_library() -> None:
    """They would not fit into its memory."""
    code = (
        "import sys; import icabinet.documents.worker, icabinet.documents.pdf, icabinet.documents.convert;"
        "print(sorted({'torch', 'numpy', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=sandbox._ROOT)
    assert done.stdout.strip() == "[]"
