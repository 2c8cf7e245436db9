"""The web app is built when, and only when, its sources changed; the lock file names no registry."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load_hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hook = load_hook()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "src" / "main.tsx").write_text("render();")
    (tmp_path / "web" / "package-lock.json").write_text("{}")
    (tmp_path / "web" / "node_modules").mkdir()
    return tmp_path


def mark_as_built(checkout: Path) -> None:
    web = hook.Web(checkout)
    web.static.mkdir(parents=True)
    web.stamp.write_text(web.digest())


def test_a_build_is_fresh_until_a_source_changes(checkout: Path) -> None:
    assert not hook.Web(checkout).fresh()
    mark_as_built(checkout)
    assert hook.Web(checkout).fresh()
    (checkout / "web" / "src" / "main.tsx").write_text("render(App);")
    assert not hook.Web(checkout).fresh()


def test_a_new_name_and_a_new_lock_count_as_changes_but_node_modules_do_not(checkout: Path) -> None:
    first = hook.Web(checkout).digest()
    (checkout / "web" / "node_modules" / "some.js").write_text("anything")
    assert hook.Web(checkout).digest() == first
    (checkout / "web" / "src" / "main.tsx").rename(checkout / "web" / "src" / "start.tsx")
    second = hook.Web(checkout).digest()
    assert second != first
    (checkout / "web" / "package-lock.json").write_text('{"lockfileVersion": 3}')
    assert hook.Web(checkout).digest() != second


def test_a_fresh_build_and_a_skipped_one_touch_nothing(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setenv("PATH", "")
    mark_as_built(checkout)
    hook.Web(checkout).build(said.append)
    assert len(said) == 1
    shutil.rmtree(hook.Web(checkout).static)
    monkeypatch.setenv("ICABINET_WEB", "skip")
    hook.Web(checkout).build(said.append)
    assert len(said) == 1
    assert not hook.Web(checkout).static.exists()


def test_a_failed_command_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(hook.WebProblem, match="ICABINET_WEB=skip"):
        hook.run(["sh", "-c", "echo gone >&2; exit 3"], tmp_path, {"PATH": "/bin:/usr/bin"}, hook.UNREACHABLE)


def test_the_lock_file_pins_every_package_without_an_address() -> None:
    packages = json.loads((ROOT / "web" / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert installed
    assert all("resolved" not in entry for entry in installed.values())
    assert all("integrity" in entry for entry in installed.values())
    assert "omit-lockfile-registry-resolved=true" in (ROOT / "web" / ".npmrc").read_text()
