"""LibreOffice as a converter: its own profile each time, macros and outside links off, a limit on time."""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path

import pypdfium2

MEMORY = 3 * 1024**3
_FORBID = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Setup/L10N", "ooSetupSystemLocale", "vi-VN"),
)
_EXPORTS = {
    **dict.fromkeys((".docx", ".odt", ".doc"), "writer_pdf_Export"),
    **dict.fromkeys((".xlsx", ".ods", ".xls"), "calc_pdf_Export"),
    **dict.fromkeys((".pptx", ".odp", ".ppt"), "impress_pdf_Export"),
}


def office_program() -> str | None:
    """The path of `soffice` when LibreOffice is installed."""
    return shutil.which("soffice")


def office_to_pdf(program: str, source: Path, work: Path, seconds: float) -> Path | None:
    """Convert `source`, its kind told by the extension, into a PDF under `work`; None on failure or after `seconds`."""
    profile = work / "office-profile"
    target = work / "office-pdf"
    _write_profile(profile)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    command += ["--nodefault", "--nolockcheck", "--convert-to", f"pdf:{_EXPORTS[source.suffix]}"]
    command += ["--outdir", str(target), str(source)]
    try:
        _run(command, work, seconds)
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    made = target / f"{source.stem}.pdf"
    return made if made.is_file() else None


def made_by(pdf: Path) -> str:
    """The program and version that the PDF names as its producer, such as "LibreOffice 7.4"."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return "LibreOffice"
    with contextlib.closing(document):
        return str(document.get_metadata_value("Producer") or "LibreOffice")


def _write_profile(profile: Path) -> None:
    settings = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _FORBID
    )
    user = profile / "user"
    user.mkdir(parents=True)
    user.joinpath("registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + settings + "</oor:items>",
        encoding="utf-8",
    )


def _run(command: list[str], work: Path, seconds: float) -> None:
    """Run in a process group of its own, which is ended as a whole: soffice is a script around two programs."""
    process = subprocess.Popen(
        command,
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=_widen_memory,
    )
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        _end_group(process.pid)
        process.wait()


def _widen_memory() -> None:
    """LibreOffice maps more than the worker may; safe here because the worker has one thread."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _end_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
