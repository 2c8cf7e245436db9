"""Makes the files of the packet from the texts in `papers`."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec
import rdocx

from icabinet.demo.packet.markup import paper_docx, read_paper


class PacketPaper(msgspec.Struct, frozen=True):
    """One written file: its name, its title, its kind in Vietnamese, the agenda item (from 1) it belongs to."""

    file: str
    title: str
    kind_word: str
    item: int
    media: Literal["pdf", "docx"]


def write_packet(directory: Path) -> list[PacketPaper]:
    """Write all papers into `directory` (made if missing), in the order of their file names."""
    directory.mkdir(parents=True, exist_ok=True)
    return [_write(source, directory) for source in paper_sources()]


def paper_sources() -> list[str]:
    """The texts of all papers as they are written down, in the order of their file names."""
    folder = files("icabinet.demo.packet") / "papers"
    texts = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name)
    return [entry.read_text("utf-8") for entry in texts]


def _write(source: str, directory: Path) -> PacketPaper:
    head, lines = read_paper(source)
    content = paper_docx(head, lines)
    if head.media == "pdf":
        content = rdocx.Document.from_bytes(content).to_pdf()
    name = f"{head.file}.{head.media}"
    (directory / name).write_bytes(content)
    return PacketPaper(name, head.title, head.kind_word, head.item, head.media)
