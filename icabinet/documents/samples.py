"""Papers made up for trying the reader: good ones of every kind that can be written here, and those same ones damaged
in the ways files are damaged on their way, or made to hurt.

The same seed makes the same files, but for the dates that Word and Excel packages hold.
"""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pypdf
from PIL import Image, ImageDraw, ImageFont
from pptx import Presentation
from pptx.util import Cm
from reportlab.pdfgen.canvas import Canvas

from icabinet.documents import typeset

_WORDS = tuple(
    word
    for line in (
        "căn cứ nghị quyết số ủy ban nhân dân thành phố giao sở tài chính chủ trì phối hợp với các đơn vị báo cáo",
        "kết quả thực hiện trước ngày mười lăm tháng mười hai tỷ lệ hồ sơ trực tuyến đạt tám mươi ba phẩy ba phần trăm",
        "kinh phí dự toán điều khoản phụ lục đại biểu biểu quyết thông qua tờ trình kế hoạch phường ấp bắc máy quét",
    )
    for word in line.split()
)

Make = Callable[[random.Random], bytes]
Damage = Callable[[random.Random, bytes], bytes]


def samples(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """`count` papers with their names, which begin with what was done to them."""
    dice = random.Random(seed)
    damaged = [(done, ending) for done in _DAMAGE for ending in _GOOD]
    hurtful = list(_HURTFUL)
    for number in range(count):
        if number % 4 == 3:
            done = hurtful[number // 4 % len(hurtful)]
            ending, content = _HURTFUL[done](dice)
        else:
            done, ending = damaged[(number - number // 4) % len(damaged)]
            content = _DAMAGE[done](dice, _GOOD[ending](dice))
            ending = "pdf" if done == "wrong-ending" else ending
        yield f"{number:04}-{done}.{ending}", content


def _text(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _docx(dice: random.Random) -> bytes:
    document = docx.Document()
    for _ in range(dice.randint(1, 40)):
        document.add_paragraph(_text(dice, dice.randint(3, 80)))
    table = document.add_table(dice.randint(1, 12), 3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = _text(dice, 4)
    return _saved(document.save)


def _pdf(dice: random.Random) -> bytes:
    file = io.BytesIO()
    page = Canvas(file, invariant=1)
    for _ in range(dice.randint(1, 8)):
        y = 800.0
        for line in typeset.wrap(_text(dice, dice.randint(0, 300)), 11, 480):
            y -= 15
            typeset.write(page, 50, y, line, 11)
        page.showPage()
    page.save()
    return file.getvalue()


def _xlsx(dice: random.Random) -> bytes:
    book = openpyxl.Workbook()
    for _ in range(dice.randint(1, 60)):
        book.active.append([_text(dice, 3), dice.random() * 1e6, dice.randint(0, 9), None, "=SUM(B1:B2)"])
    if dice.random() < 0.5:
        book.active.merge_cells("A1:C2")
    return _saved(book.save)


def _pptx(dice: random.Random) -> bytes:
    deck = Presentation()
    for _ in range(dice.randint(1, 6)):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = _text(dice, 6)
        slide.placeholders[1].text_frame.text = _text(dice, dice.randint(5, 120))
        slide.shapes.add_picture(io.BytesIO(_png(dice)), Cm(1), Cm(12), Cm(5))
    return _saved(deck.save)


def _odt(dice: random.Random) -> bytes:
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    body = "".join(f"<text:p>{_text(dice, 20)}</text:p>" for _ in range(5))
    content = f"<office:document-content{names}><office:body><office:text>{body}</office:text></office:body>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content + "</office:document-content>")
    return file.getvalue()


def _scan(dice: random.Random) -> Image.Image:
    picture = Image.new("L", (dice.randint(300, 900), dice.randint(300, 1200)), 255)
    letters = ImageFont.truetype(str(Path(typeset.__file__).parent / "fonts" / "LiberationSans-Regular.ttf"), 24)
    ImageDraw.Draw(picture).multiline_text((20, 20), _text(dice, 30).replace(" ", "\n", 8), 0, font=letters)
    return picture


def _png(dice: random.Random) -> bytes:
    return _encoded(_scan(dice).convert(dice.choice(("L", "RGB", "RGBA", "P", "1"))), "PNG")


def _jpg(dice: random.Random) -> bytes:
    return _encoded(_scan(dice).convert(dice.choice(("L", "RGB", "CMYK"))), "JPEG")


def _tiff(dice: random.Random) -> bytes:
    pages = [_scan(dice).convert("1") for _ in range(dice.randint(1, 3))]
    file = io.BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    return file.getvalue()


def _old_word(dice: random.Random) -> bytes:
    """The head of an old Word file and noise: enough to be taken for one."""
    name = "WordDocument".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + dice.randbytes(4096)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def _encoded(picture: Image.Image, form: str) -> bytes:
    file = io.BytesIO()
    picture.save(file, form)
    return file.getvalue()


_GOOD: dict[str, Make] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "pptx": _pptx,
    "png": _png,
    "jpg": _jpg,
    "tiff": _tiff,
    "odt": _odt,
    "doc": _old_word,
}


def _whole(dice: random.Random, content: bytes) -> bytes:
    return content


def _cut(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randint(1, len(content) - 1)]


def _flipped(dice: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 40)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _zeroed(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    length = min(len(content) - start, 512)
    return content[:start] + bytes(length) + content[start + length :]


def _doubled(dice: random.Random, content: bytes) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + content[max(0, at - 2000) :]


def _noise_behind(dice: random.Random, content: bytes) -> bytes:
    return content + dice.randbytes(dice.randint(1, 5000))


def _only_head(dice: random.Random, content: bytes) -> bytes:
    return content[:16] + dice.randbytes(3000)


_DAMAGE: dict[str, Damage] = {
    "whole": _whole,
    "cut": _cut,
    "flipped": _flipped,
    "zeroed": _zeroed,
    "doubled": _doubled,
    "noise-behind": _noise_behind,
    "only-head": _only_head,
    "wrong-ending": _whole,
}


def _package(base: bytes, change: dict[str, Callable[[bytes], bytes]], extra: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change[name](content) if name in change else content)
        for name, content in extra.items():
            target.writestr(name, content)
    return file.getvalue()


def _in_body(inserted: bytes) -> dict[str, Callable[[bytes], bytes]]:
    return {"word/document.xml": lambda body: body.replace(b"<w:sectPr", inserted + b"<w:sectPr", 1)}


def _bomb(dice: random.Random) -> tuple[str, bytes]:
    return "docx", _package(_docx(dice), {}, {"word/media/picture.bin": bytes(210_000_000)})


def _nested(dice: random.Random) -> tuple[str, bytes]:
    depth = dice.randint(150, 5_000)
    table, end = b"<w:tbl><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>"
    return "docx", _package(_docx(dice), _in_body(table * depth + end * depth), {})


def _entities(dice: random.Random) -> tuple[str, bytes]:
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    change = {"word/document.xml": lambda body: body.replace(b"?>", b"?>" + doctype, 1)}
    return "docx", _package(_docx(dice), change, {})


def _many_cells(dice: random.Random) -> tuple[str, bytes]:
    cells = b'<row r="9">' + b"<c><v>1</v></c>" * 300_000 + b"</row></sheetData>"
    change = {"xl/worksheets/sheet1.xml": lambda sheet: sheet.replace(b"</sheetData>", cells, 1)}
    return "xlsx", _package(_xlsx(dice), change, {})


def _macro(dice: random.Random) -> tuple[str, bytes]:
    return "pptx", _package(_pptx(dice), {}, {"ppt/vbaProject.bin": dice.randbytes(200)})


def _locked(dice: random.Random) -> tuple[str, bytes]:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf(dice)))
    writer.encrypt(dice.choice(("mat-khau", "")), owner_password="chu-so-huu", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return "pdf", file.getvalue()


def _raw_pdf(page: bytes, content: bytes, kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    """A PDF byte for byte without a table of objects: readers look for the objects themselves."""
    objects = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj\n" % (kids, count),
        b"3 0 obj<</Type/Page/Parent 2 0 R%s/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n" % page,
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(content) + content + b"\nendstream endobj\n",
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n",
    )
    return b"%PDF-1.5\n" + b"".join(objects)


def _huge_page(dice: random.Random) -> tuple[str, bytes]:
    side = dice.choice((14_400, 1_000_000, 2**31, -5, 0))
    return "pdf", _raw_pdf(b"/MediaBox[0 0 %d %d]" % (side, side), zlib.compress(b"BT /F 12 Tf (a) Tj ET"))


def _packed_bomb(dice: random.Random) -> tuple[str, bytes]:
    return "pdf", _raw_pdf(b"/MediaBox[0 0 600 800]", zlib.compress(b" " * 90_000_000, 9))


def _loop(dice: random.Random) -> tuple[str, bytes]:
    """Pages that are their own children."""
    return "pdf", _raw_pdf(b"/MediaBox[0 0 9 9]", zlib.compress(b""), kids=b"2 0 R 3 0 R 2 0 R", count=99)


def _many_pages(dice: random.Random) -> tuple[str, bytes]:
    return "pdf", _raw_pdf(b"/MediaBox[0 0 9 9]", zlib.compress(b""), kids=b"3 0 R " * 30_000, count=30_000)


def _many_words(dice: random.Random) -> tuple[str, bytes]:
    drawn = b"BT /F 1 Tf " + b"(ab cd) Tj 1 1 Td " * 60_000 + b"ET"
    return "pdf", _raw_pdf(b"/MediaBox[0 0 600 800]", zlib.compress(drawn))


def _deep_drawing(dice: random.Random) -> tuple[str, bytes]:
    return "pdf", _raw_pdf(b"/MediaBox[0 0 600 800]", zlib.compress(b"q " * 400_000 + b"[" * 200_000))


def _huge_picture(dice: random.Random) -> tuple[str, bytes]:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 6, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return "png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _endless_tiff(dice: random.Random) -> tuple[str, bytes]:
    """A directory of pictures that names itself as the next one."""
    tags = b"".join(struct.pack("<HHII", tag, 3, 1, value) for tag, value in ((256, 8), (257, 8), (258, 8), (259, 1)))
    return "tiff", b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 4) + tags + struct.pack("<I", 8) + bytes(64)


def _empty(dice: random.Random) -> tuple[str, bytes]:
    return "docx", b""


def _noise(dice: random.Random) -> tuple[str, bytes]:
    return "pdf", dice.randbytes(20_000)


_HURTFUL: dict[str, Callable[[random.Random], tuple[str, bytes]]] = {
    "zip-bomb": _bomb,
    "nested": _nested,
    "entities": _entities,
    "many-cells": _many_cells,
    "macro": _macro,
    "locked": _locked,
    "huge-page": _huge_page,
    "packed-bomb": _packed_bomb,
    "page-loop": _loop,
    "many-pages": _many_pages,
    "many-words": _many_words,
    "deep-drawing": _deep_drawing,
    "huge-picture": _huge_picture,
    "endless-tiff": _endless_tiff,
    "empty": _empty,
    "noise": _noise,
}
