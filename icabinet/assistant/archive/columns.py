"""Columns of numbers in memory or in a file, read piece by piece: what lies in a file takes no memory."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class Column(Protocol):
    def part(self, first: int, last: int) -> NDArray[Any]: ...

    def some(self, rows: Iterable[int]) -> NDArray[Any]: ...

    def wipe(self, first: int, last: int) -> None:
        """Puts zeros there."""


class Held:
    """A column in memory."""

    def __init__(self, numbers: NDArray[Any]) -> None:
        self._numbers = numbers

    def part(self, first: int, last: int) -> NDArray[Any]:
        return self._numbers[first:last]

    def some(self, rows: Iterable[int]) -> NDArray[Any]:
        return self._numbers[np.fromiter(rows, np.int64)]

    def wipe(self, first: int, last: int) -> None:
        self._numbers[first:last] = 0


class Filed:
    """A column in a file of its own. It is read, not mapped: its pages never count as memory of the process."""

    def __init__(self, path: Path, kind: str, width: int = 0) -> None:
        """``width``: numbers a row; 0: rows are single numbers. Raises OSError."""
        self._file = os.open(path, os.O_RDWR)
        self._kind, self._width = np.dtype(kind), width
        self._row = self._kind.itemsize * max(1, width)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)

    def __len__(self) -> int:
        return os.fstat(self._file).st_size // self._row

    def part(self, first: int, last: int) -> NDArray[Any]:
        return self._shaped(self._read(first, last - first))

    def some(self, rows: Iterable[int]) -> NDArray[Any]:
        return self._shaped(b"".join([self._read(row, 1) for row in rows]))

    def wipe(self, first: int, last: int) -> None:
        os.pwrite(self._file, bytes((last - first) * self._row), first * self._row)

    def _read(self, first: int, rows: int) -> bytes:
        return os.pread(self._file, rows * self._row, first * self._row)

    def _shaped(self, content: bytes) -> NDArray[Any]:
        numbers = np.frombuffer(content, self._kind)
        return numbers.reshape(-1, self._width) if self._width else numbers
