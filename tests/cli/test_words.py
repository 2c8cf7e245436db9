"""What people are told when something is refused: what happened, and what they can do now, in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import click

from icabinet.cli.main import cli
from icabinet.documents.refusals import ENGLISH, MESSAGES
from icabinet.server.problems import WORDS, in_words

ROOT = Path(__file__).parents[2]
ADVICE = re.compile(r"\b(xin|hãy|đề nghị)\b", re.IGNORECASE)
TRIES_LEFT = "sign-in.wrong"
"""It says how often one may try again, which is the advice."""
MACHINE_WORDS = re.compile(r"\b(id|token|json|csrf|error|server|null|cookie|http)\b", re.IGNORECASE)


WRITTEN = [
    *(ROOT / "web" / "src" / "i18n" / "vi").rglob("*.ts"),
    *(ROOT / "icabinet" / "server").glob("*.py"),
    *(ROOT / "icabinet" / "views").rglob("*.py"),
    *(ROOT / "icabinet" / "domain").rglob("*.py"),
    ROOT / "icabinet" / "documents" / "kinds.py",
]
"""What people read; papers, proper names and the decree's form of the minutes keep the spelling that they have."""
OLD_TONE = re.compile(r"\w*(?:[óòỏõọ][ae]|[úùủũụ]y)(?!\w)", re.IGNORECASE)
"""hóa, xóa, hủy, ủy: written hoá, xoá, huỷ, uỷ here, the tone on the vowel that is said longest."""


def blanks(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_refusal_says_what_to_do_next() -> None:
    told = {code: vietnamese for code, (_, vietnamese, _) in WORDS.items()}
    assert {code for code, sentence in told.items() if not ADVICE.search(sentence)} == {TRIES_LEFT}
    assert [code for code, sentence in MESSAGES.items() if not ADVICE.search(sentence)] == []


def test_tones_stand_where_the_ministry_of_education_puts_them() -> None:
    found = [f"{file.name}: {word}" for file in WRITTEN for word in OLD_TONE.findall(file.read_text("utf-8"))]
    assert found == [], "write oá, oè, uý with the tone on the last vowel"


def test_no_refusal_speaks_of_the_machine() -> None:
    told = {code: vietnamese for code, (_, vietnamese, _) in WORDS.items()} | MESSAGES
    assert [code for code, sentence in told.items() if MACHINE_WORDS.search(sentence)] == []


def test_both_languages_name_the_same_facts() -> None:
    pairs = {code: (vietnamese, english) for code, (_, vietnamese, english) in WORDS.items()}
    pairs |= {code: (sentence, ENGLISH[code]) for code, sentence in MESSAGES.items()}
    assert [code for code, (one, other) in pairs.items() if blanks(other) - blanks(one)] == []
    assert ENGLISH.keys() == MESSAGES.keys()


def test_a_papers_fault_is_english_for_those_who_ask() -> None:
    facts: dict[str, str | int] = {"pages": 2500, "limit": 2000}
    assert in_words("paper.too-many-pages", facts, english=True).startswith("The file has 2500 pages")
    assert in_words("paper.too-many-pages", facts).startswith("Tệp có 2500 trang")


def test_every_option_of_the_command_line_says_what_it_does() -> None:
    context = click.Context(cli)
    commands = {name: command for name in cli.list_commands(context) if (command := cli.get_command(context, name))}
    silent = [
        f"{name} {option.opts[-1]}"
        for name, command in commands.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []
