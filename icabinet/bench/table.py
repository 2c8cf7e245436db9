"""Figures as a plain table for people."""

from __future__ import annotations

from .figures import COLUMNS, Column, Report, Row

HEAD = ("", "trung vị", "p95", "p99", "lớn nhất", "so với gửi lẻ", "đơn vị", "mục tiêu")
SIGNS: dict[Column, str] = {"median": "trung vị", "p95": "p95", "p99": "p99", "most": "lớn nhất", "ratio": "số lần"}


def table(report: Report) -> str:
    """The report as lines of text: a title, a head, a line a row."""
    lines = [HEAD, *(_cells(row) for row in report.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    title = f"{report.title}: {report.connections} máy, trung vị của {report.runs} lần chạy"
    return "\n".join([title, *(_line(cells, widths) for cells in lines)])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *figures, unit, goal = cells
    padded = [figure.rjust(width) for figure, width in zip(figures, widths[1:-2], strict=True)]
    return "  ".join(["", first.ljust(widths[0]), *padded, unit.ljust(widths[-2]), goal]).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    figures = [_number(getattr(row, column)) for column in COLUMNS]
    return (row.label, *figures, row.unit, _goal(row))


def _number(value: float | None) -> str:
    """Three digits that matter, with the decimal comma of Vietnamese print."""
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}".replace(".", ",")


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    sign = "≥" if row.goal.at_least else "≤"
    verdict = {True: "đạt", False: "chưa đạt", None: ""}[row.met]
    return f"{SIGNS[row.goal.column]} {sign} {_number(row.goal.limit)}: {verdict}"
