"""Question sheet and key as Word files."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.quiz.draw import Sheet
from assistant.quiz.question import Form, Key, Question
from assistant.quiz.scores import spelled
from assistant.quiz.word_file import OPTION, QUESTION, WordFile
from assistant.quiz.words import words
from index.corpus import Document, Origin

Named = Callable[[str], Document | None]


def sheet_docx(sheet: Sheet, named: Named) -> bytes:
    """Write the questions for people to answer; `named` gives a document by id."""
    file = _file(words()["print"]["sheet"], sheet)
    file.centred(words()["print"]["name"])
    for part, questions in _parts(sheet.questions):
        file.heading(part)
        for question in questions:
            _question(file, question, named)
    return file.content()


def key_docx(sheet: Sheet, named: Named) -> bytes:
    """Write the answers, each with its provision and the words that carry it."""
    said = words()["print"]
    file = _file(said["key"], sheet)
    documents = [named(key.document_id) for question in sheet.questions for key in question.keys]
    if any(document and document.origin is Origin.DIGEST for document in documents):
        file.centred(said["digest_notice"])
    for part, questions in _parts(sheet.questions):
        file.heading(part)
        for question in questions:
            file.numbered(question.stem, QUESTION)
            file.plain(said["answer"].format(answer=spelled(question.answer, question)), bold=True)
            for key in question.keys:
                for line in key_lines(key, named(key.document_id)):
                    file.plain(line)
    return file.content()


def key_lines(key: Key, document: Document | None) -> list[str]:
    """Name the provision of a key and give its words; those of a digest are marked."""
    said = words()["print"]
    is_digest = document is not None and document.origin is Origin.DIGEST
    place = said["provision"].format(document=document_name(document, key.document_id), address=key.address)
    if key.carried_from:
        place += said["carried"].format(address=key.carried_from)
    return [place, said["words_digest" if is_digest else "words"].format(quote=key.quote)]


def document_name(document: Document | None, id: str) -> str:
    """Return 《title》（number）; the id where the document is not known."""
    if document is None:
        return id
    return f"《{document.title}》" + (f"（{document.document_number}）" if document.document_number else "")


def _parts(questions: Sequence[Question]) -> Iterator[tuple[str, list[Question]]]:
    said = words()
    for number, (form, group) in zip(said["numbers"]["parts"], groupby(questions, lambda one: one.form), strict=False):
        found = list(group)
        yield said["numbers"]["part"].format(number=number, form=said["forms"][form], count=len(found)), found


def _question(file: WordFile, question: Question, named: Named) -> None:
    said = words()["print"]
    gap = "" if question.items else said["blank_answer"]
    file.numbered(question.stem.replace("？", f"？{gap}", 1), QUESTION)
    source = document_name(named(question.document_id), question.document_id)
    file.plain(said["source"].format(document=source), small=True)
    for item in question.items:
        file.plain(f"{said['blank_answer']}{item}")
    if question.form is not Form.TRUTH:
        for option in question.options:
            file.numbered(option, OPTION)


def _file(title: str, sheet: Sheet) -> WordFile:
    file = WordFile(title)
    file.centred(words()["print"]["seed"].format(seed=sheet.wishes.seed, count=len(sheet.questions)))
    return file
