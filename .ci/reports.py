"""Counts of tests out of the files that the test runners write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def words(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def of_junit(report: Path) -> Count:
    """pytest's JUnit XML; a run that ended before it could write one has failed."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return Count(failed=1)
    ran, failed, skipped = (
        sum(int(suite.get(name, "0")) for suite in suites) for name in ("tests", "failures", "skipped")
    )
    failed += sum(int(suite.get("errors", "0")) for suite in suites)
    return Count(ran - failed - skipped, failed, skipped)


def of_vitest(report: Path) -> Count:
    """vitest's JSON; a file whose set-up broke has no tests of its own and counts as one failure."""
    try:
        told = json.loads(report.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Count(failed=1)
    broken = sum(1 for file in told["testResults"] if file["status"] == "failed" and not _failures(file))
    return Count(
        told["numPassedTests"],
        told["numFailedTests"] + broken,
        told["numPendingTests"] + told.get("numTodoTests", 0),
    )


def _failures(file: dict[str, list[dict[str, str]]]) -> int:
    return sum(1 for test in file["assertionResults"] if test["status"] == "failed")
