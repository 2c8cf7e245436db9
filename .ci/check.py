"""Checks everything, says at the end what failed, and closes with one line, "N passed, N failed".

    .venv/bin/python .ci/check.py [STEP …]

Every step is carried out even when an earlier one failed; the exit status is 0 only when none did. A failed step that
runs no tests (a style, a type) counts as one failure. What a step printed is kept in .var/reports/STEP.log. Types are
checked beside the steps of the web, which leave a core idle; what such a step printed is only in its file.
A few failed tests of a step are tried once more, alone: what passes then raced with something on a busy machine. It
counts as passed and is named at the end as unsteady, to be mended; more than a few fail at once.
Environment: `.ci/environment.py --test` makes it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from browser import find_browser
from debian import install
from reports import Count, of_junit, of_vitest

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "web"
REPORTS = ROOT / ".var" / "reports"
BIN = ROOT / ".venv" / "bin"
sys.path.insert(0, str(ROOT))

from hatch_build import Web, WebProblem, find_npm  # noqa: E402 (found beside the sources, not installed)

CI = os.environ.get("CI", "") not in ("", "false", "0")
MINUTE = 60.0
LAST_WORDS = 5.0  # seconds for what a process left in the pipe
FEW = 3  # failed tests of a step that are tried again
SHOWN_AGAIN = 40  # lines of a failed step without a failed test by name


@dataclass
class Outcome:
    name: str
    ok: bool
    seconds: float
    count: Count


@dataclass(frozen=True)
class Step:
    """`report` tells how many tests ran; a step without one is a single check. `again`: tries the failed tests alone.
    `beside`: while the next ones go on.
    """

    name: str
    work: Callable[[], bool]
    report: Callable[[], Count] | None = None
    again: Callable[[Count], bool] | None = None
    beside: bool = False


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    started, wanted = time.monotonic(), sys.argv[1:]
    steps = [step for step in plan() if not wanted or step.name in wanted]
    REPORTS.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(1) as aside:
        try:
            begun = {step.name: aside.submit(carry_out, step) for step in steps if step.beside}
            done = {step.name: carry_out(step) for step in steps if not step.beside}
            done |= {name: future.result() for name, future in begun.items()}
        finally:
            end_all()
    return summary([done[step.name] for step in steps], time.monotonic() - started)


@dataclass
class Log:
    """Where the output of a step goes: into its file, and onto the screen unless another step is shown there."""

    file: BinaryIO
    shown: bool

    def take(self, line: bytes) -> None:
        self.file.write(line)
        if self.shown:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()


LOG: ContextVar[Log] = ContextVar("LOG")
RUNNING: set[subprocess.Popen[bytes]] = set()
STOPPED = threading.Event()


def plan() -> list[Step]:
    tools = Tools()
    pytest = REPORTS / "pytest.xml"
    unit, story = REPORTS / "vitest.json", REPORTS / "e2e.json"
    return [
        Step("style", lambda: call([BIN / "ruff", "check", "."])),
        Step("format", lambda: call([BIN / "ruff", "format", "--check", "."])),
        Step("types", types, beside=True),
        Step("layers", lambda: call([BIN / "lint-imports", "--no-cache"])),
        Step("web-build", tools.build_web),
        Step("wire", wire_is_fresh),
        Step("web-types", lambda: tools.npm("run", "types")),
        Step("web-style", lambda: tools.npm("run", "lint")),
        Step("browser", tools.look_for_browser),
        Step("recogniser", look_for_recogniser),
        Step(
            "vitest",
            lambda: tools.vitest("test", "default", unit),
            lambda: of_vitest(unit),
            lambda failed: tools.vitest_again("test", failed),
        ),
        Step("pytest", lambda: run_pytest(pytest), lambda: of_junit(pytest), pytest_again),
        Step(
            "e2e",
            lambda: tools.vitest("e2e", "verbose", story),
            lambda: of_vitest(story),
            lambda failed: tools.vitest_again("e2e", failed),
        ),
    ]


def carry_out(step: Step) -> Outcome:
    if not step.beside:
        print(f"\n━━ {step.name}", flush=True)
    started = time.monotonic()
    with log_of(step.name).open("wb") as file:
        LOG.set(Log(file, shown=not step.beside))
        ok = succeeds(step.work)
        count = step.report() if step.report else Count()
        if step.again and count.names and count.failed <= FEW:
            say(f"\n{step.name}: {count.failed} failed; once more, alone.")
            again = step.again
            if succeeds(lambda: again(count)):
                count, ok = count.passed_alone(), True
    ok = ok and not count.failed
    if not ok and not count.failed:
        count += Count(failed=1)
    seconds = time.monotonic() - started
    print(f"━━ {step.name}: {'ok' if ok else 'FAILED'}, {seconds:.1f} s", flush=True)
    return Outcome(step.name, ok, seconds, count)


def succeeds(work: Callable[[], bool]) -> bool:
    try:
        return work()
    except (OSError, WebProblem, subprocess.TimeoutExpired) as problem:
        say(str(problem))
        return False


def summary(outcomes: list[Outcome], seconds: float) -> int:
    print("\nstep          seconds  outcome")
    for outcome in outcomes:
        print(f"{outcome.name:<12}{outcome.seconds:9.1f}  {'ok' if outcome.ok else 'FAILED'}")
    print(f"{'together':<12}{seconds:9.1f}\n")
    for outcome in outcomes:
        if not outcome.ok:
            print(f"{outcome.name} failed:", *what_failed(outcome), "", sep="\n  ")
        if outcome.count.unsteady:
            print(f"{outcome.name}, unsteady:", *outcome.count.unsteady, "", sep="\n  ")
    total = sum((outcome.count for outcome in outcomes), Count())
    print(total.words(), flush=True)
    return 0 if all(outcome.ok for outcome in outcomes) else 1


def what_failed(outcome: Outcome) -> list[str]:
    """The failed tests by name, or the end of what the step printed."""
    if outcome.count.names:
        return list(outcome.count.names)
    printed = log_of(outcome.name).read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in printed if line.strip()][-SHOWN_AGAIN:]


def log_of(step: str) -> Path:
    return REPORTS / f"{step}.log"


def say(words: str) -> None:
    LOG.get().take(f"{words}\n".encode())


def call(command: list[str | Path], folder: Path = ROOT, minutes: float = 5, **environment: str) -> bool:
    return run([str(part) for part in command], folder, {**os.environ, **environment}, minutes)


def run(command: list[str], folder: Path, environment: dict[str, str], minutes: float) -> bool:
    """Whether it succeeded. One that hangs is ended with all that it started: subprocess.TimeoutExpired."""
    if STOPPED.is_set():
        return False
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    RUNNING.add(process)
    reading = threading.Thread(target=copy_lines, args=(process.stdout, LOG.get()))
    reading.start()
    try:
        return process.wait(minutes * MINUTE) == 0
    except BaseException:
        end(process)
        raise
    finally:
        RUNNING.discard(process)
        reading.join(LAST_WORDS)


def end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def end_all() -> None:
    """What runs beside when this is told to stop; nothing new begins."""
    STOPPED.set()
    for process in list(RUNNING):
        end(process)


def copy_lines(printed: IO[bytes], log: Log) -> None:
    for line in printed:
        log.take(line)


def types() -> bool:
    scripts = [ROOT / "hatch_build.py", *sorted((ROOT / ".ci").glob("*.py"))]
    return all([call([BIN / "mypy"]), call([BIN / "mypy", *scripts])])


def run_pytest(report: Path) -> bool:
    """On every core: most of these tests wait for a server, a database or a converter.

    They start some two hundred processes, which shall find their modules compiled.
    """
    report.unlink(missing_ok=True)
    options = ["-n", "auto", "--dist=worksteal", f"--junitxml={report}", "--durations=20", "-rs"]
    return call([BIN / "pytest", *options], minutes=40, PYTHONDONTWRITEBYTECODE="")


def pytest_again(failed: Count) -> bool:
    report = REPORTS / "pytest-again.xml"
    report.unlink(missing_ok=True)
    only = ["--last-failed", "--last-failed-no-failures=none"]
    return call([BIN / "pytest", *only, f"--junitxml={report}"], minutes=20) and passed(of_junit(report), failed)


def passed(alone: Count, failed: Count) -> bool:
    """All that had failed, and nothing failed now."""
    return alone.passed >= failed.failed and not alone.failed


def look_for_recogniser() -> bool:
    """Tesseract reads scans; without it those tests say that they were skipped, and the rest of scans is tested."""
    if not shutil.which("tesseract"):
        install("tesseract-ocr", "tesseract-ocr-vie")
    found = shutil.which("tesseract")
    say(found or NO_RECOGNISER)
    return True


def wire_is_fresh() -> bool:
    """The types of commands that the tablet knows are those that the server decodes."""
    wanted = subprocess.run([BIN / "icabinet", "wire"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    if (WEB / "src" / "wire.ts").read_text() == wanted:
        return True
    say("web/src/wire.ts is stale: run `icabinet wire > web/src/wire.ts`.")
    return False


class Tools:
    """Node, npm and a browser, from the machine or fetched."""

    def __init__(self) -> None:
        self.browser = ""
        self._npm: tuple[list[str], dict[str, str]] | None = None

    def npm(self, *arguments: str, minutes: float = 5, **more: str) -> bool:
        if self._npm is None:
            self._npm = find_npm(ROOT)
        command, environment = self._npm
        return run([*command, *arguments], WEB, {**environment, **more}, minutes)

    def build_web(self) -> bool:
        """Also installs web/node_modules as the lock file says, which the other web steps need."""
        web = Web(ROOT)
        if not web.installed() and not self.npm("ci"):
            return False
        web.build(say)
        return web.fresh()

    def look_for_browser(self) -> bool:
        self.browser = find_browser(lambda *arguments: self.npm("exec", "--", *arguments, minutes=10))
        if self.browser:
            say(self.browser)
            return True
        say(NO_BROWSER)
        return not CI

    def vitest_again(self, script: str, failed: Count) -> bool:
        """The whole files: the tests of one may tell a story."""
        report = REPORTS / f"{script}-again.json"
        return self.vitest(script, "default", report, *failed.files) and passed(of_vitest(report), failed)

    def vitest(self, script: str, shown: str, report: Path, *files: str) -> bool:
        report.unlink(missing_ok=True)
        reporters = [f"--reporter={shown}", "--reporter=json", f"--outputFile.json={report}"]
        python, model = BIN / "python", ROOT / ".var" / "model"
        found = {"ICABINET_CHROMIUM": self.browser, "ICABINET_PYTHON": str(python), "ICABINET_MODEL": str(model)}
        return self.npm("run", script, "--", *reporters, *files, minutes=40, **found)


NO_RECOGNISER = """
****************************************************************************
  No Tesseract on this machine: reading letters in scans is NOT tested in this
  run. Install tesseract-ocr and tesseract-ocr-vie.
****************************************************************************
"""
NO_BROWSER = """
****************************************************************************
  No browser on this machine: what a person sees is NOT tested in this run.
  Install Chromium, or name one: ICABINET_CHROMIUM=/path/to/chromium
****************************************************************************
"""

if __name__ == "__main__":
    sys.exit(main())
