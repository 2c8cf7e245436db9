"""Values of a spreadsheet as people in Vietnam write them: 1.234,5 and 31/12/2026.

A number format is read as far as it changes meaning: decimals, groups of three, percent, what stands before and
after the number (ECMA-376 Part 1 §18.8.30). Colours and conditions are not.
"""

import datetime
import decimal
import re

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_SWAPPED = str.maketrans(",.", ".,")
_GENERAL = "General"
_LARGEST = 1e18
"""Beyond it a figure is no figure any more (and infinity none at all); it is shown as it is kept."""


def shown(value: object, number_format: str) -> str:
    """The text of a cell; empty for an empty one."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime.datetime():
            return _date(value)
        case datetime.date():
            return f"{value:%d/%m/%Y}"
        case datetime.time():
            return f"{value:%H:%M:%S}".removesuffix(":00")
        case int() | float() if abs(value) < _LARGEST:
            return _number(value, number_format)
    return str(value).replace("\r", "").strip()


def _date(value: datetime.datetime) -> str:
    day = f"{value:%d/%m/%Y}"
    return day if value.time() == datetime.time() else f"{day} {value:%H:%M}"


def _number(value: float, number_format: str) -> str:
    section = number_format.split(";")[0]
    plain = _LITERAL.sub("", section)
    pattern = _DIGITS.search(plain)
    if section == _GENERAL or pattern is None or "E+" in plain.upper():
        return f"{value:.10g}".translate(_SWAPPED)
    digits = pattern.group().strip()
    percent = "%" in plain
    decimals = len(re.sub(r"[^0#?]", "", digits.partition(".")[2]))
    groups = "," if "," in digits.partition(".")[0].rstrip(",") else ""
    exact = decimal.Decimal(repr(value)) * (100 if percent else 1)
    rounded = exact.quantize(decimal.Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_UP)
    number = f"{rounded:{groups}f}".translate(_SWAPPED)
    before, after = _around(section)
    after = f" {after}" if pattern.group().endswith(" ") and after else after
    return f"{before}{number}{'%' if percent else ''}{after}"


def _around(section: str) -> tuple[str, str]:
    """The literal texts before and after the digits, such as a currency."""
    before, after, seen = "", "", False
    at = 0
    for literal in _LITERAL.finditer(section):
        seen = seen or bool(_DIGITS.search(section[at : literal.start()]))
        text = next((group for group in literal.groups() if group), "")
        before, after = (before, after + text) if seen else (before + text, after)
        at = literal.end()
    return before, after
