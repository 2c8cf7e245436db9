"""A browser for the tests: this machine's, else Debian's when we may install it, else Playwright's own download."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from debian import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
Npx = Callable[..., bool]


def find_browser(npx: Npx) -> str:
    """The path of a Chromium, or "" when there is none and none could be fetched."""
    return on_machine() or from_debian() or from_playwright(npx)


def on_machine() -> str:
    named = os.environ.get("ICABINET_CHROMIUM", "")
    return named if Path(named).is_file() else next(filter(None, map(shutil.which, NAMES)), "")


def from_debian() -> str:
    return on_machine() if install("chromium") else ""


def from_playwright(npx: Npx) -> str:
    if not npx("playwright-core", "install", "chromium"):
        return ""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return next((str(path) for path in sorted(cache.glob("chromium-*/chrome-linux*/chrome"), reverse=True)), "")
