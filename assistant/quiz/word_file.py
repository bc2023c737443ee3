"""A Word file in the manner of the office: 仿宋, A4, questions and options numbered by Word itself."""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.styles.style import BaseStyle, ParagraphStyle

from assistant.word_fonts import set_fonts

BODY, HEADING = "仿宋", "黑体"
LATIN = "Times New Roman"
LIST = 77
"""Id of our numbering; the template's own are below."""
QUESTION, OPTION = 0, 1
"""Levels of the numbering: 1. 2. 3., and below it A. B. C., which begins anew with every question."""
INDENT = Cm(0.78)
SMALL = Pt(9)


class WordFile:
    """One file that is written from top to bottom."""

    def __init__(self, title: str) -> None:
        """Begin with the title."""
        self._file = docx.Document()
        section = self._file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.6)
        section.top_margin = section.bottom_margin = Cm(2.5)
        for name, font, size in (("Normal", BODY, 12), ("Heading 1", HEADING, 18), ("Heading 2", HEADING, 14)):
            _set_font(self._file.styles[name], font, size)
        _add_numbering(self._file)
        _add_page_number(self._file)
        self._file.core_properties.title, self._file.core_properties.author = title, ""
        self._file.add_heading(title, 1).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, text: str) -> None:
        """Begin a part."""
        self._file.add_heading(text, 2)

    def centred(self, text: str) -> None:
        """Write a line in the middle."""
        self._file.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def numbered(self, text: str, level: int) -> None:
        """Write a question or an option; Word counts."""
        paragraph = self._file.add_paragraph(text)
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{LIST}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
        paragraph.paragraph_format.keep_with_next = level == QUESTION

    def plain(self, text: str, *, bold: bool = False, small: bool = False) -> None:
        """Write a line below a question."""
        paragraph = self._file.add_paragraph()
        paragraph.paragraph_format.left_indent = INDENT
        run = paragraph.add_run(text)
        run.bold = bold
        if small:
            run.font.size = SMALL

    def content(self) -> bytes:
        """Return the file."""
        content = io.BytesIO()
        self._file.save(content)
        return content.getvalue()


def _set_font(style: BaseStyle, font: str, size: int) -> None:
    assert isinstance(style, ParagraphStyle)
    set_fonts(style, latin=LATIN, east_asian=font)
    style.font.size, style.font.color.rgb = Pt(size), None
    style.paragraph_format.space_after = Pt(4)


def _add_numbering(file: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%{level + 1}."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="440"/></w:pPr></w:lvl>'
        for level, form, left in ((QUESTION, "decimal", 440), (OPTION, "upperLetter", 880))
    )
    numbering = file.part.numbering_part.element
    kind = '<w:multiLevelType w:val="multilevel"/>'
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{LIST}">{kind}{levels}</w:abstractNum>'
    number = f'<w:num {nsdecls("w")} w:numId="{LIST}"><w:abstractNumId w:val="{LIST}"/></w:num>'
    numbering.insert(0, parse_xml(abstract))  # the schema wants these before the others
    numbering.append(parse_xml(number))


def _add_page_number(file: Document) -> None:
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))
