"""Counts of tests out of the files that the test runners write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

LONGEST = 240


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    names: tuple[str, ...] = ()
    """The failed tests, each with the first line of what it said."""
    files: tuple[str, ...] = ()
    """Those that hold failed tests, where the runner tells."""
    unsteady: tuple[str, ...] = ()
    """Tests that failed among the others and passed alone."""

    def __add__(self, other: Count) -> Count:
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.names + other.names,
            self.files + other.files,
            self.unsteady + other.unsteady,
        )

    def passed_alone(self) -> Count:
        """When the failed tests passed at their second try."""
        return Count(self.passed + self.failed, 0, self.skipped, unsteady=self.names)

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
    names = tuple(
        _named(f"{case.get('classname')}::{case.get('name')}", problem.get("message", ""))
        for suite in suites
        for case in suite.iter("testcase")
        for problem in (*case.iter("failure"), *case.iter("error"))
    )
    return Count(ran - failed - skipped, failed, skipped, names)


def of_vitest(report: Path) -> Count:
    """vitest's JSON; a file whose set-up broke has no tests of its own and counts as one failure."""
    try:
        told = json.loads(report.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Count(failed=1)
    names: list[str] = []
    for file in told["testResults"]:
        failed = [test for test in file["assertionResults"] if test["status"] == "failed"]
        names += [_named(test["fullName"], "".join(test["failureMessages"][:1])) for test in failed]
        if file["status"] == "failed" and not failed:
            names.append(_named(Path(file["name"]).name, file.get("message", "")))
    skipped = told["numPendingTests"] + told.get("numTodoTests", 0)
    files = tuple(file["name"] for file in told["testResults"] if file["status"] == "failed")
    return Count(told["numPassedTests"], len(names), skipped, tuple(names), files)


def _named(test: str, message: str) -> str:
    first = message.strip().splitlines()[:1]
    return ": ".join([test, *first])[:LONGEST]
