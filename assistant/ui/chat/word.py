"""A conversation as a document of Word. The only module of the chat that knows python-docx."""

from io import BytesIO
from typing import cast

from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph

from assistant.answer import Answer, Outcome, Table
from assistant.ui.chat.above import above_table
from assistant.ui.chat.quoting import line, words
from assistant.ui.chat.session import Turns
from assistant.ui.texts import Texts
from assistant.word_fonts import set_fonts

SONG, HEI = "宋体", "黑体"
STYLES = (("Normal", SONG), ("Title", HEI), ("Heading 1", HEI), ("Heading 2", HEI), ("Quote", SONG))
LATIN = "Times New Roman"
BODY_POINTS = 12
INDENT_TWIPS = 567


def word(title: str, turns: Turns, texts: Texts) -> bytes:
    """Return a conversation as .docx: a heading for each question, the answer, and its provisions as a list."""
    document = Document()
    for name, font in STYLES:
        _set_font(document, name, font)
    cast(CharacterStyle, document.styles["Normal"]).font.size = Pt(BODY_POINTS)
    document.core_properties.title = _clean(title)
    document.core_properties.author = texts["name"]
    document.add_heading(_clean(title), 0)
    document.add_paragraph(texts["chat.export.made"].format(advice=texts["advice"]))
    for turn in turns:
        document.add_heading(_clean(turn.question), 1)
        if turn.answer is not None:
            _answer(document, turn.answer, texts)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_font(document: Opened, name: str, east_asian: str) -> None:
    set_fonts(cast(CharacterStyle, document.styles[name]), latin=LATIN, east_asian=east_asian)


def _answer(document: Opened, answer: Answer, texts: Texts) -> None:
    outcome = document.add_paragraph()
    outcome.add_run(texts[f"outcome.{answer.status.value}"]).bold = True
    for paragraph in above_table(answer):
        document.add_paragraph(_clean(paragraph))
    if answer.table is not None:
        _table(document, answer.table)
    if answer.notices:
        document.add_heading(texts["chat.export.notices"], 2)
        for notice in answer.notices:
            document.add_paragraph(_clean(notice), style="List Bullet")
    if answer.citations and answer.status is not Outcome.ERROR:
        document.add_heading(texts["chat.export.citations"], 2)
        numbered = _numbering(document)
        for citation in answer.citations:
            item = document.add_paragraph(_clean(line(citation, texts)))
            _number(item, numbered)
            quote = document.add_paragraph(_clean(words(citation, texts)), style="Quote")
            quote.paragraph_format.left_indent = item.paragraph_format.left_indent


def _table(document: Opened, table: Table) -> None:
    drawn = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    for values in (table.columns, *table.rows):
        for cell, value in zip(drawn.add_row().cells, values, strict=True):
            cell.text = _clean(value)


def _numbering(document: Opened) -> int:
    """Add a list that counts [1], [2] … from one, as the marks of one answer do, and return its id."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    name = max((int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))), default=-1) + 1
    abstract.set(qn("w:abstractNumId"), str(name))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("start", "1"), ("numFmt", "decimal"), ("lvlText", "[%1]"), ("lvlJc", "left")):
        level.append(_element(f"w:{tag}", value))
    indent = OxmlElement("w:pPr")
    indent.append(_element("w:ind", None, left=str(INDENT_TWIPS), hanging=str(INDENT_TWIPS)))
    level.append(indent)
    abstract.append(level)
    # The schema wants all of these before the first w:num.
    first = numbering.find(qn("w:num"))
    numbering.append(abstract) if first is None else first.addprevious(abstract)
    return int(numbering.add_num(name).numId)


def _element(tag: str, value: str | None, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for key, said in {**({"val": value} if value is not None else {}), **attributes}.items():
        element.set(qn(f"w:{key}"), said)
    return element


def _number(item: Paragraph, number: int) -> None:
    properties = item._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _clean(written: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(one for one in written if one.isprintable() or one in "\n\t")
