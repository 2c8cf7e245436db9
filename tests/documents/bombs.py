"""Files made to hurt: each function writes one to `path` and returns it."""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.documents.paper_makers import packed, raw_pdf, word_file

BODY = "word/document.xml"
MARK = "điểm đánh dấu"
_DECLARATION = b'<?xml version="1.0"?>'
Change = Callable[[bytes], bytes]
Maker = Callable[[Path], Path]


def word_variant(
    path: Path, changes: Mapping[str, Change] | None = None, extra: Mapping[str, bytes] | None = None
) -> Path:
    """A small Word file with some parts changed and some added."""
    base = word_file(path.with_name("base-of-" + path.name), [f"Xin chào {MARK}."])
    with zipfile.ZipFile(base) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            change = (changes or {}).get(name)
            target.writestr(name, change(content) if change else content)
        for name, content in (extra or {}).items():
            target.writestr(name, content)
    return path


def _at_end(inserted: bytes) -> Change:
    return lambda body: body.replace(b"<w:sectPr", inserted + b"<w:sectPr", 1)


def _with_doctype(doctype: bytes, entity: bytes) -> Change:
    def change(body: bytes) -> bytes:
        rest = body[body.index(b"?>") + 2 :]
        return _DECLARATION + doctype + rest.replace(MARK.encode(), entity)

    return change


def zip_bomb_of_text(path: Path) -> Path:
    """60 MB of one letter in the body."""
    return word_variant(path, {BODY: lambda body: body.replace(MARK.encode(), b"a " * 30_000_000)})


def zip_bomb_of_media(path: Path) -> Path:
    """250 MB of zeros in a picture that nothing refers to."""
    return word_variant(path, extra={"word/media/picture.bin": b"\0" * 250_000_000})


def zip_of_many_entries(path: Path) -> Path:
    """5,000 empty parts."""
    return word_variant(path, extra={f"word/{number}.bin": b"" for number in range(5_000)})


def huge_zip_directory(path: Path) -> Path:
    """A directory of 3 MB whose record claims one entry: zipfile itself would load all of it."""
    word_variant(path, extra={f"word/{number:0>60}.bin": b"" for number in range(30_000)})
    content = bytearray(path.read_bytes())
    end = content.rfind(b"PK\x05\x06")
    content[end + 8 : end + 12] = b"\x01\0\x01\0"
    path.write_bytes(bytes(content))
    return path


def many_paragraphs(path: Path) -> Path:
    """1,000,000 paragraphs of nothing in 26 MB of XML, below every limit on sizes."""
    noise = bytes(range(256)) * 4096
    return word_variant(path, {BODY: _at_end(b"<w:p><w:r/><w:r/></w:p>" * 1_000_000)}, {"word/media/noise.bin": noise})


def billion_laughs(path: Path) -> Path:
    """Entities that double nine times by ten (CVE-2003-1564)."""
    steps = b"".join(b'<!ENTITY %c "%s">' % (98 + step, (b"&%c;" % (97 + step)) * 10) for step in range(9))
    doctype = b'<!DOCTYPE l [<!ENTITY a "lollollollollollollollollollol">' + steps + b"]>"
    return word_variant(path, {BODY: _with_doctype(doctype, b"&j;")})


def external_entity(path: Path, secret: Path) -> Path:
    """An entity that would show another file of the server."""
    doctype = b'<!DOCTYPE r [<!ENTITY x SYSTEM "%s">]>' % secret.as_uri().encode()
    return word_variant(path, {BODY: _with_doctype(doctype, b"&x;")})


def hidden_external_entity(path: Path, secret: Path) -> Path:
    """The same in UTF-16, where a search for the bytes <!DOCTYPE finds nothing."""
    plain = _with_doctype(b'<!DOCTYPE r [<!ENTITY x SYSTEM "%s">]>' % secret.as_uri().encode(), b"&x;")

    def change(body: bytes) -> bytes:
        text = plain(body).decode("utf-8").replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>')
        return text.encode("utf-16")

    return word_variant(path, {BODY: change})


def external_entity_in_footnotes(path: Path, secret: Path) -> Path:
    """The same in a part that python-docx never parses."""
    doctype = b'<!DOCTYPE r [<!ENTITY x SYSTEM "%s">]>' % secret.as_uri().encode()
    return word_variant(path, extra={"word/footnotes.xml": _DECLARATION + doctype + b"<r>&x;</r>"})


def deep_nesting(path: Path) -> Path:
    """200,000 paragraphs, each within the one before."""
    return word_variant(path, {BODY: _at_end(b"<w:p>" * 200_000 + b"</w:p>" * 200_000)})


def nested_tables(path: Path, depth: int = 400) -> Path:
    """Tables within tables."""
    table = b""
    for _ in range(depth):
        cell = b"<w:tc><w:tcPr/>" + table + b"<w:p/></w:tc>"
        table = b"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>" + cell + b"</w:tr></w:tbl>"
    return word_variant(path, {BODY: _at_end(table)})


def broken_xml(path: Path) -> Path:
    """A body that ends in the middle of a tag."""
    return word_variant(path, {BODY: lambda body: body[: len(body) // 2]})


def without_body(path: Path) -> Path:
    """A package that says it is a Word document and has none."""
    base = word_file(path.with_name("base-of-" + path.name), ["Xin chào."])
    with zipfile.ZipFile(base) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            if name != BODY:
                target.writestr(name, source.read(name))
    return path


def with_macro(path: Path) -> Path:
    """A macro document renamed to .docx."""
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    return word_variant(
        path, {"[Content_Types].xml": lambda types: re.sub(rb"application/[\w.-]+document\.main\+xml", macro, types)}
    )


def spreadsheet(path: Path) -> Path:
    """A zip that is an Office file of another kind."""
    sheet = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return word_variant(
        path, {"[Content_Types].xml": lambda types: re.sub(rb"application/[\w.-]+document\.main\+xml", sheet, types)}
    )


def ole_file(path: Path, stream: str) -> Path:
    """An OLE container holding a stream of the given name (the header and one directory name)."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path.write_bytes(head + stream.encode("utf-16-le") + bytes(1024))
    return path


def flate_bomb(path: Path, times: int = 1) -> Path:
    """A page drawn by 60 MB of blanks, packed `times` times over."""
    content = b" " * 60_000_000
    for _ in range(times):
        content = zlib.compress(content, 9)
    return raw_pdf(path, content, filters="/FlateDecode " * times)


def slow_page(path: Path) -> Path:
    """800,000 letters drawn one by one, which takes a reader many seconds."""
    return raw_pdf(path, packed(b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (a) Tj ET\n" * 800_000))


def huge_array(path: Path) -> Path:
    """One drawing operator with millions of operands, which ends pdfium for lack of memory."""
    return raw_pdf(path, packed(b"BT /F1 1 Tf [" + b"(a)-1 " * 3_000_000 + b"] TJ ET"))


def many_pages(path: Path, pages: int) -> Path:
    """The same page again and again."""
    return raw_pdf(path, packed(b"BT /F1 12 Tf 72 700 Td (xin chao) Tj ET"), pages=pages)
