"""An office's own Word file with named places: checked when it comes in, filled in when a document is made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

import docx
import msgspec
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from ..domain.official import Kind
from .layout import printable
from .layout_file import new_document, to_bytes
from .packages import check_zip, package_type
from .refusals import BadPaper
from .template_names import BODY, Name, names_of

LARGEST = 2 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
"""Bytes: it is opened each time that a document is made."""
_PLACE = re.compile(r"\{\{\s*([A-Za-z_]+)\s*\}\}")
_HALF = re.compile(r"\{\{|\}\}")
_ACTIVE = ("/word/embeddings/", "/word/activeX/", "/word/afchunk")


class Filling(msgspec.Struct, frozen=True):
    """What stands in the places: words and lines as text, bodies as what writes them at the end of a document.

    `after` writes what follows behind the template's last line: appendices.
    """

    texts: Mapping[str, str]
    bodies: Mapping[str, Callable[[Document], None]]
    after: Callable[[Document], None] | None = None


def check(content: bytes, kind: Kind) -> list[str]:
    """The names that it holds, in their order.

    Raises BadPaper: the codes of papers, and "template.broken", "template.unknown" (names), "template.no-body",
    "template.place" (name), "template.outside" for what it would fetch from elsewhere or run.
    """
    document = _opened(content)
    known = {name.name: name for name in names_of(kind)}
    found: list[str] = []
    for paragraph in _paragraphs(document):
        text = _text(paragraph)
        named = [match.group(1).lower() for match in _PLACE.finditer(text)]
        if _HALF.search(_PLACE.sub("", text)):
            raise BadPaper("template.broken", words=text.strip()[:80])
        unknown = [name for name in named if name not in known]
        if unknown:
            raise BadPaper("template.unknown", names=", ".join(unknown))
        _check_bodies(document, paragraph, [known[name] for name in named])
        found += [name for name in named if name not in found]
    if BODY not in found:
        raise BadPaper("template.no-body")
    return found


def fill(content: bytes, kind: Kind, filling: Filling) -> bytes:
    """The document; equal templates and fillings give equal bytes. A name in capitals gets its text in capitals."""
    document = docx.Document(io.BytesIO(content))
    _lend_styles(document)
    shapes = {name.name: name.shape for name in names_of(kind)}
    for paragraph in list(_paragraphs(document)):
        named = [match.group(1).lower() for match in _PLACE.finditer(_text(paragraph))]
        if named and shapes.get(named[0]) == "body":
            _put_body(document, paragraph, filling.bodies.get(named[0]))
        elif any(shapes.get(name) == "lines" for name in named):
            _put_lines(paragraph, filling.texts, next(name for name in named if shapes.get(name) == "lines"))
        elif named:
            _put_words(paragraph, filling.texts)
    if filling.after is not None:
        filling.after(document)
    return to_bytes(document)


def _opened(content: bytes) -> Document:
    if len(content) > LARGEST:
        raise BadPaper("template.too-large", megabytes=LARGEST // 1024 // 1024)
    file = io.BytesIO(content)
    check_zip(file, len(content))
    with zipfile.ZipFile(file) as package:
        if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
            raise BadPaper("paper.zip-bomb")
    if package_type(file) != "docx":
        raise BadPaper("template.not-word")
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as problem:  # python-docx and lxml have no common error
        raise BadPaper("paper.broken") from problem
    for part in document.part.package.iter_parts():
        if str(part.partname).startswith(_ACTIVE):
            raise BadPaper("template.outside")
        for relation in part.rels.values():
            if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                raise BadPaper("template.outside")
    return document


def _paragraphs(document: Document) -> Iterator[Any]:
    """Of the text with its tables and text boxes, and of every header and footer."""
    roots = [document.element.body]
    for part in document.part.package.iter_parts():
        if str(part.content_type).endswith(("header+xml", "footer+xml")):
            roots.append(part.element)
    for root in roots:
        yield from root.iter(qn("w:p"))


def _runs(paragraph: Any) -> list[Any]:
    """The texts of this paragraph alone, not of a text box inside it."""
    return [text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is paragraph]


def _text(paragraph: Any) -> str:
    return "".join(run.text or "" for run in _runs(paragraph))


def _check_bodies(document: Document, paragraph: Any, named: list[Name]) -> None:
    """A body stands alone in a paragraph of the text itself; lines share theirs with words at most."""
    for name in named:
        alone = len(named) == 1 and _PLACE.fullmatch(_text(paragraph).strip()) is not None
        inside = paragraph.getparent() is document.element.body
        if name.shape == "body" and not (alone and inside):
            raise BadPaper("template.place", name=name.name)
        if name.shape == "lines" and sum(one.shape == "lines" for one in named) > 1:
            raise BadPaper("template.place", name=name.name)


def _put_words(paragraph: Any, texts: Mapping[str, str]) -> None:
    """Word cuts a name into several runs: its text goes into the first of them, with that one's look."""
    for match in reversed(list(_PLACE.finditer(_text(paragraph)))):
        written = match.group(1)
        value = printable(texts.get(written.lower(), ""))
        _replace(paragraph, match.start(), match.end(), value.upper() if written.isupper() else value)


def _replace(paragraph: Any, start: int, end: int, value: str) -> None:
    at = 0
    for run in _runs(paragraph):
        text = run.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first < last or (first == last == 0 and start == end):
            run.text = text[:first] + value + text[last:]
            run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""


def _put_lines(paragraph: Any, texts: Mapping[str, str], name: str) -> None:
    for line in texts.get(name, "").split("\n"):
        copy = deepcopy(paragraph)
        paragraph.addprevious(copy)
        _put_words(copy, {**texts, name: line})
    paragraph.getparent().remove(paragraph)


def _put_body(document: Document, paragraph: Any, write: Callable[[Document], None] | None) -> None:
    """Written at the end of the text, then moved to its place."""
    body = document.element.body
    before = set(body)
    if write is not None:
        write(document)
    for element in [element for element in body if element not in before]:
        paragraph.addprevious(element)
    body.remove(paragraph)


def _lend_styles(document: Document) -> None:
    """The styles that our parts are written in, where the template has none of that name."""
    own = document.styles.element
    names = {style.name: style.style_id for style in document.styles}
    ids = set(names.values())
    lent = {style.style_id: style for style in new_document(title="", author="", written=None).styles}
    renamed = {id_: names.get(style.name, f"{id_}Lent" if id_ in ids else id_) for id_, style in lent.items()}
    for id_, style in lent.items():
        if style.name in names:
            continue
        copy = deepcopy(style.element)
        copy.set(qn("w:styleId"), renamed[id_])
        for tag in ("w:basedOn", "w:next", "w:link"):
            for reference in copy.findall(qn(tag)):
                reference.set(qn("w:val"), renamed[reference.get(qn("w:val"))])
        own.append(copy)
