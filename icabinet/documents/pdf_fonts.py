"""Which characters of a PDF page are written in fonts from before Unicode, by pdfium's names of fonts."""

import ctypes
from collections.abc import Sequence

import pypdfium2.raw as pdfium_c

from icabinet.documents.old_fonts import ENOUGH_WORDS, SIGNS, Encoding, encoding_of

_LONGEST_NAME = 200


def old_encodings(text_page: pdfium_c.FPDF_TEXTPAGE, codes: Sequence[int]) -> dict[int, Encoding]:
    """The encoding of each character (by its index) that has an old one; empty for a page of Unicode.

    Asking for fonts is slow, so it is done only where characters stand that Unicode text hardly ever holds.
    """
    if sum(code in SIGNS for code in codes) < ENOUGH_WORDS:
        return {}
    fonts = _fonts(text_page, len(codes))
    words: dict[str, list[str]] = {}
    for font, word in _words(fonts, codes):
        words.setdefault(font, []).append(word)
    known = {font: encoding_of(font, texts) for font, texts in words.items()}
    return {index: encoding for index, font in enumerate(fonts) if (encoding := known.get(font))}


def _fonts(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[str]:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    fonts = []
    for index in range(count):
        length = pdfium_c.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, flags)
        fonts.append(name.value.decode("utf-8", "replace") if 0 < length <= _LONGEST_NAME else "")
    return fonts


def _words(fonts: Sequence[str], codes: Sequence[int]) -> list[tuple[str, str]]:
    """Runs without white space in one font."""
    words: list[tuple[str, str]] = []
    goes_on = False
    for font, code in zip(fonts, codes, strict=True):
        char = chr(code) if 0 < code < 0x110000 else " "
        is_letter = (not char.isspace() and char.isprintable()) or code in SIGNS
        if is_letter and goes_on and words[-1][0] == font:
            words[-1] = (font, words[-1][1] + char)
        elif is_letter:
            words.append((font, char))
        goes_on = is_letter
    return words
