"""Runs of a Word document in fonts from before Unicode, rewritten in Unicode and a font of today.

Without those fonts, which servers and tablets do not have, such a run would be shown as "Céng hßa x· héi".
"""

from collections.abc import Mapping

import msgspec
from lxml import etree

from icabinet.documents.docx_revisions import W
from icabinet.documents.old_fonts import Encoding, encoding_of, encoding_of_font, to_unicode

_FONT_KINDS = ("ascii", "hAnsi", "cs", "eastAsia")
_SANS = ("arial", "helve", "swiss", "avant")
_MAX_STYLES = 30


class Fonts(msgspec.Struct, frozen=True):
    """The font of each style by its id, and that of text without a style."""

    styles: Mapping[str, str]
    default: str


def fonts_of(styles: bytes, parser: etree.XMLParser) -> Fonts:
    """From word/styles.xml (ECMA-376 Part 1 §17.7). Raises etree.XMLSyntaxError."""
    root = etree.fromstring(styles, parser)
    own = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    fonts = {name: _of_style(own, name) for name in own}
    plain = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    usual = next((name for name, style in own.items() if _is_usual(style)), "")
    default = fonts.get(usual) or (_named(plain) if plain is not None else "")
    return Fonts({name: font or default for name, font in fonts.items()}, default)


def _is_usual(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true")


def _of_style(styles: Mapping[str, etree._Element], name: str) -> str:
    """The font a style names, or the one it is based on does."""
    for _ in range(_MAX_STYLES):
        style = styles.get(name)
        if style is None:
            return ""
        properties = style.find(W + "rPr")
        font = _named(properties) if properties is not None else ""
        if font:
            return font
        based = style.find(W + "basedOn")
        name = based.get(W + "val", "") if based is not None else ""
    return ""


def _named(properties: etree._Element) -> str:
    fonts = properties.find(W + "rFonts")
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""


def in_unicode(root: etree._Element, fonts: Fonts) -> bool:
    """Rewrites the runs of a story in place; whether there were any."""
    found = False
    for paragraph in root.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        usual = fonts.styles.get(style.get(W + "val", ""), fonts.default) if style is not None else fonts.default
        for run in paragraph.iter(W + "r"):
            font = _font_of(run, fonts) or usual
            texts = [text for text in run.findall(W + "t") if text.text]
            encoding = encoding_of(font, [text.text or "" for text in texts]) if encoding_of_font(font) else None
            if encoding and texts:
                _rewrite(run, texts, font, encoding)
                found = True
    return found


def _font_of(run: etree._Element, fonts: Fonts) -> str:
    properties = run.find(W + "rPr")
    if properties is None:
        return ""
    style = properties.find(W + "rStyle")
    return _named(properties) or (fonts.styles.get(style.get(W + "val", ""), "") if style is not None else "")


def _rewrite(run: etree._Element, texts: list[etree._Element], font: str, encoding: Encoding) -> None:
    for text in texts:
        text.text = to_unicode(text.text or "", encoding)
    properties = run.find(W + "rPr")
    if properties is None:
        properties = etree.Element(W + "rPr")
        run.insert(0, properties)
    for old in properties.findall(W + "rFonts"):
        properties.remove(old)
    replacement = "Arial" if any(name in font.casefold() for name in _SANS) else "Times New Roman"
    named = etree.Element(W + "rFonts")
    for kind in _FONT_KINDS:
        named.set(W + kind, replacement)
    properties.insert(1 if properties.find(W + "rStyle") is not None else 0, named)
