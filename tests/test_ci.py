"""What `make test` reports is what the runners found."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(ROOT / ".ci"))  # where its scripts find each other
reports = script("reports")
check = script("check")
environment = script("environment")
TESTS = """
import pytest
def test_good(): pass
def test_also_good(): pass
def test_bad(): assert False
@pytest.mark.skip
def test_left_out(): pass
@pytest.fixture
def broken(): raise OSError
def test_without_its_fixture(broken): pass
"""


def test_pytest_is_counted_as_it_counts_itself(tmp_path: Path) -> None:
    (tmp_path / "test_five.py").write_text(TESTS)
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    subprocess.run([*command, f"--junitxml={report}", str(tmp_path)], capture_output=True, check=False)
    count = reports.of_junit(report)
    assert (count.passed, count.failed, count.skipped) == (2, 2, 1)
    assert [name.partition(":: ")[0].split(":")[2] for name in count.names] == ["test_bad", "test_without_its_fixture"]
    assert "assert False" in count.names[0]


def test_a_runner_that_left_no_report_has_failed(tmp_path: Path) -> None:
    assert reports.of_junit(tmp_path / "none.xml").failed == 1
    assert reports.of_vitest(tmp_path / "none.json").failed == 1


def test_a_vitest_file_that_could_not_begin_counts_as_a_failure(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    told = {
        "numPassedTests": 3,
        "numFailedTests": 0,
        "numPendingTests": 1,
        "testResults": [
            {"status": "passed", "assertionResults": [{"status": "passed"}]},
            {"status": "failed", "name": "/web/test/link.test.ts", "message": "no such module", "assertionResults": []},
        ],
    }
    report.write_text(json.dumps(told))
    names, files = ("link.test.ts: no such module",), ("/web/test/link.test.ts",)
    expected = reports.Count(passed=3, failed=1, skipped=1, names=names, files=files)
    assert reports.of_vitest(report) == expected


def count_of(*failed: str, passed: int = 5) -> Any:
    return check.Count(passed, len(failed), 0, tuple(failed), tuple(failed))


@pytest.mark.parametrize(
    ("first", "alone", "outcome"),
    [
        (count_of("a"), count_of(passed=1), (True, 6, 0, ("a",))),
        (count_of("a"), count_of("a", passed=0), (False, 5, 1, ())),
        (count_of("a", "b"), count_of("b", passed=1), (False, 5, 2, ())),
        (count_of("a", "b"), count_of(passed=1), (False, 5, 2, ())),
        (count_of("a"), count_of(passed=0), (False, 5, 1, ())),
        (count_of("a", "b", "c", "d"), count_of(passed=4), (False, 5, 4, ())),
        (count_of(), count_of(passed=4), (False, 5, 1, ())),
    ],
)
def test_what_fails_is_tried_once_more_alone(
    first: Any, alone: Any, outcome: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runner itself failed each time; one that broke down without a failed test is not tried again."""
    monkeypatch.setattr(check, "REPORTS", tmp_path)
    found = check.carry_out(check.Step("few", lambda: False, lambda: first, lambda failed: check.passed(alone, failed)))
    assert (found.ok, found.count.passed, found.count.failed, found.count.unsteady) == outcome


def test_the_closing_line_is_plain() -> None:
    together = reports.Count(2, 0, 1) + reports.Count(3, 1)
    assert together.words() == "5 passed, 1 failed, 1 skipped"
    assert reports.Count(4).words() == "4 passed, 0 failed"


def test_a_step_is_done_again_only_when_what_it_reads_changed(tmp_path: Path) -> None:
    done: list[str] = []

    def step(reads: str, succeeds: bool = True) -> Any:
        def work() -> bool:
            done.append(reads)
            return succeeds

        return environment.Step("words", tmp_path / "stamp", reads, work, "failed")

    first = step("one")
    assert not first.fresh()
    assert environment.carry_out(first, "head")
    assert step("one").fresh()
    assert not environment.carry_out(step("two", succeeds=False), "head")
    assert not step("two").fresh()
    assert done == ["one", "two"]


def test_a_machine_without_a_fitting_python_is_told_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    command = ["/bin/sh", str(ROOT / ".ci" / "python"), "-c", "print('ran')"]
    asked = {**os.environ, "PYTHON": str(old)}
    refused = subprocess.run(command, env=asked, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "Python 3.11" in refused.stderr
    assert "venv" in refused.stderr
    taken = subprocess.run(
        command, env={**asked, "PYTHON": sys.executable}, capture_output=True, text=True, check=False
    )
    assert taken.stdout == "ran\n"
