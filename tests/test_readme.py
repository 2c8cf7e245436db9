"""What the README promises is so, and what no file may hold is in none."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from pathlib import Path

import msgspec
import pytest
from click import Context

from icabinet.assistant import client, desk
from icabinet.bench.commands import bench
from icabinet.cli.main import cli
from icabinet.documents import kinds, names, packages, pdf, picture_pdf, sheet_bounds
from icabinet.server import gate, hub, requests, run, sign_in
from icabinet.settings import MIB, PREFIX, Settings
from icabinet.store import database, sign_ins

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
UNPACKED = kinds.MAX_UNPACKED_BYTES // MIB
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The cells of the first table whose heading row begins with these words."""
    after = README.split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in after.splitlines()[2:]]


def bare(cell: str) -> str:
    return cell.strip("`")


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            found[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return found


def test_every_make_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"make ([a-z]+)", " ".join(re.findall(r"`[^`]+`|```.*?```", README, re.S))))
    assert {"demo", "test"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.M))


def test_every_bench_that_the_readme_names_exists() -> None:
    row = next(cells[1] for cells in table("command") if bare(cells[0]) == "icabinet bench")
    named = {name.strip() for name in row.split(":", 1)[1].split(",")}
    assert named <= set(bench.commands)


def test_settings_table_is_the_settings() -> None:
    shown = [(bare(row[0]), bare(row[1])) for row in table("variable")]
    fields = msgspec.structs.fields(Settings)
    assert sorted(shown) == sorted((PREFIX + field.name.upper(), str(field.default)) for field in fields)


def test_commands_table_is_the_commands() -> None:
    assert sorted(bare(row[0]) for row in table("command")) == [
        f"icabinet {name}" for name in cli.list_commands(Context(cli))
    ]


def test_close_codes_are_the_hubs() -> None:
    shown = {row[0] for row in table("close code")}
    assert {str(hub.BAD_MESSAGE), str(hub.SIGN_IN_ENDED), str(hub.NO_PART)} == {c for c in shown if c.startswith("4")}


@pytest.mark.parametrize(
    ("row", "promised"),
    [
        ("a paper", f"{kinds.MAX_BYTES // MIB} MiB"),
        ("pages of a paper; characters of a page", f"{pdf.MAX_PAGES:,}; "),
        (
            "an Office file: parts, unpacked, XML part, ratio",
            f"{packages.MAX_ENTRIES:,}; {kinds.MAX_UNPACKED_BYTES // MIB} Mi",
        ),
        (
            "cells of a workbook; pictures of a TIFF file; points of a picture",
            f"{sheet_bounds.MAX_CELLS:,}; {picture_pdf.MAX_PICTURES}; {picture_pdf.MAX_PIXELS // 1_000_000} million",
        ),
        ("file name", f"{names.MAX_NAME} characters"),
        (
            "a request that is not an upload; a websocket message",
            f"{requests.SMALL // 1024} KiB; {run.LARGEST_MESSAGE // 1024} KiB",
        ),
        ("wrong passwords", f"{sign_in.TRIES} in a minute"),
        ("a password", f"at least {sign_in.LEAST_PASSWORD} characters"),
        ("a sign-in", f"{sign_ins.LIFE_MS // 3_600_000} hours"),
        ("an ended sign-in seen by another process", f"up to {sign_in.TRUST_MS // 1000} s"),
        ("events kept in memory", f"{hub.KEEP:,} a stream"),
        ("a stream that nobody follows", f"{hub.EMPTY_BEATS * hub.BEAT / 60:.0f} minutes"),
        ("frames to a tablet", f"{1 / hub.PAUSE:.0f} a second"),
        ("bytes a tablet has not taken", f"{hub.FULL // MIB} MiB"),
        ("a silent connection", f"{hub.SILENCE:.0f} s"),
        ("commands in one commit", f"{database.SHARE}"),
        ("pieces that tablets fetch ahead at once, all together", f"{gate.TOGETHER}"),
        ("reading without the server", f"{Settings().offline_days} days"),
        ("requests waiting for the assistant", f"{client.MOST_WAITING}; {client.ANSWER_SECONDS:.0f} s an answer"),
        ("quotations in an answer", f"5 ({desk.MOST_QUOTES} at most)"),
    ],
)
def test_limits_are_those_of_the_code(row: str, promised: str) -> None:
    limits = {cells[0]: cells[1] for cells in table("what")}
    assert limits[row].startswith(promised)


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {name_of(line) for line in project["dependencies"] + project["optional-dependencies"]["test"]}
    package = json.loads((ROOT / "web" / "package.json").read_text(encoding="utf-8"))
    needed |= package["dependencies"].keys() | package["devDependencies"].keys()
    rows = table("Python") + table("tests only") + table("web")
    explained = {name.strip() for row in rows for name in row[0].split(",")}
    assert explained == needed


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=; ]", requirement, maxsplit=1)[0]


def test_the_lock_file_names_no_addresses() -> None:
    lock = (ROOT / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"]
    asked = {name for package in packages.values() for name in package.get("optionalDependencies", {})}
    held = {path.rpartition("node_modules/")[2] for path in packages}
    assert asked <= held, "made beside an installed node_modules: other platforms' packages are missing"


def test_no_file_names_a_machine_or_a_registry() -> None:
    hosts = ("registry.npmjs", "pypi", "files.pythonhosted", "download.pytorch", "deb.debian")
    words = "|".join(re.escape(host + ".") for host in hosts)
    forbidden = re.compile(rf"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|(?:{words})(?:org|com)\b|/tmp/\w")
    found = {name: match.group() for name, text in texts().items() if (match := forbidden.search(text))}
    assert not found


def test_files_and_functions_stay_readable() -> None:
    generated = ("package-lock.json", "web/src/wire.ts")
    sources = {name: text for name, text in texts().items() if not name.endswith(generated)}
    long_files = [name for name, text in sources.items() if text.count("\n") > 400]
    assert not long_files
    long_functions = [
        f"{name}:{node.lineno} {node.name}"
        for name, text in sources.items()
        if name.endswith(".py") and "/migrations/" not in name  # a migration is a list of tables
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    ]
    assert not long_functions
