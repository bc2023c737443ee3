import docx
from docx.oxml.ns import qn

from assistant.word_fonts import set_fonts


def test_the_font_for_chinese_stands_beside_the_latin_one_and_no_theme_wins():
    style = docx.Document().styles["Heading 1"]
    set_fonts(style, latin="Times New Roman", east_asian="仿宋")
    fonts = style.element.rPr.rFonts.attrib

    assert fonts[qn("w:eastAsia")] == "仿宋"
    assert fonts[qn("w:ascii")] == "Times New Roman"
    assert not [name for name in fonts if "heme" in name]
