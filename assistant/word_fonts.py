"""Fonts of Word files: Word keeps those for Chinese apart from those for Latin letters."""

from docx.oxml.ns import qn
from docx.styles.style import CharacterStyle


def set_fonts(style: CharacterStyle, *, latin: str, east_asian: str) -> None:
    """Name the fonts of a style, in place of those of the theme, which would win."""
    style.font.name = latin
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [one for one in fonts.attrib if "heme" in one]:
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), east_asian)
