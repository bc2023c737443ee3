"""Answer from the catalogue and the outlines: which documents, how many parts, when issued."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue, Entry
from assistant.compose.naming import document_name
from assistant.draft import Draft, DraftClaim, Support
from assistant.folding import fold
from assistant.question import Question
from assistant.survey import outermost
from index.corpus import Document, Provision, Status

WHICH = re.compile(
    r"库里|资料库|哪些文件|哪几|几份|多少份|多少个文件|适用|^有(没有)?.{0,12}文件|哪些.{0,12}的$|的(有)?哪些$|哪一?[份个部](文件)?最|最(新|早|旧)的(文件)?(是|有)?哪"
    r"|哪些.{0,4}(过期|届期|到期|失效|废止|现行|有效)"
)
STATUSES = {
    re.compile(r"现行|有效"): (Status.IN_FORCE,),
    re.compile(r"过期|届期|到期"): (Status.EXPIRED,),
    re.compile(r"失效|废止"): (Status.REPEALED, Status.EXPIRED),
}
"""What is asked of a document's validity, and the statuses that are it."""
NEWEST, OLDEST = re.compile(r"最新|最近"), re.compile(r"最早|最旧")
ASKS_HISTORY = re.compile(r"最[早初先]|首次|第一次|原[来先]|历次|几次|沿革|修[订改]")
HISTORY = re.compile(r"[^\n]*\d{4}年[^\n]*(?:公布|通过|修[订改]|发布)[^\n]*")
"""A line that tells how a text came about."""
SIGNED, FOOT = re.compile("落款|签署|署名"), "落款"
MOST_LISTED = 30
CALLED_NUMBER = "文号|发文字号|第几号|多少号|几号[文令]"
ATTRIBUTES: dict[str, tuple[re.Pattern[str], Callable[[Document], object]]] = {
    "文号": (re.compile(CALLED_NUMBER), lambda document: document.document_number),
    "发文机关": (re.compile(r"(谁|哪个?(机关|单位|部门))(发布|印发|制定|公布)"), lambda document: document.issuer),
    "发布日期": (
        re.compile(r"(印发|发布|公布|成文|发文|签发|下发|落款)(的)?(日期|时间)"),
        lambda document: document.issued,
    ),
}
"""Facts of the catalogue that a question may ask for."""
ASKS_NUMBER = re.compile(r"第几号|(?<!文件)多少号|几号[文令]|(文号|发文字号)(是|为)?(多少|什么|啥|几)")
IDENTITY = re.compile(rf"{CALLED_NUMBER}|(印发|成文|发文|签发|落款)的?(日期|时间)")


def asks_identity(question: Question, *, surely: bool) -> bool:
    """Whether a question asks for the number or the date of a document, as nothing inside one has them.

    `surely` means that no other reading is possible.
    """
    text = fold(question.text)
    return bool((ASKS_NUMBER if surely else IDENTITY).search(text)) and not WHICH.search(text)


def list_documents(question: Question, catalogue: Catalogue) -> Draft | None:
    """Answer which documents there are, or what the catalogue says of those named; None if it does not ask that."""
    entries = list(catalogue.entries)
    if question.documents is not None:
        entries = [entry for entry in entries if entry.document.id in question.documents]
    if question.scope.regions and WHICH.search(fold(question.text)):
        national = [entry for entry in catalogue.entries if entry.is_national]
        entries = [*(entry for entry in entries if entry not in national), *national]
    if not WHICH.search(fold(question.text)) and not question.named:
        return None
    if WHICH.search(fold(question.text)) and (chosen := _chosen(question, entries, catalogue)) is not None:
        return chosen
    if not WHICH.search(fold(question.text)) and (lacking := _not_stated(question, entries)):
        return Draft(question=question, hits=(), outcome=Outcome.NOT_IN_LIBRARY, message=lacking)
    message = f"资料库中共有{len(entries)}份相关文件：" if WHICH.search(fold(question.text)) else ""
    if question.documents is None and len(entries) == len(catalogue.entries):
        message = f"资料库中共有{len(entries)}份文件：" if message else ""
    if len(entries) > MOST_LISTED:
        message = f"资料库中共有{len(entries)}份文件，以下列出前{MOST_LISTED}份："
    return _listing(question, entries, message, catalogue)


def _chosen(question: Question, entries: list[Entry], catalogue: Catalogue) -> Draft | None:
    """Answer which documents are in force, or which is newest; None where that is not asked."""
    text = fold(question.text)
    dated = sorted((entry for entry in entries if entry.document.issued), key=lambda entry: str(entry.document.issued))
    if dated and (NEWEST.search(text) or OLDEST.search(text)):
        return _listing(question, [dated[-1] if NEWEST.search(text) else dated[0]], "", catalogue)
    statuses = next((statuses for pattern, statuses in STATUSES.items() if pattern.search(text)), None)
    if statuses is None:
        return None
    fitting = [entry for entry in entries if entry.document.status in statuses]
    unknown = sum(entry.document.status is Status.UNVERIFIED for entry in entries)
    open_ones = f"另有{unknown}份状态未核实。" if unknown else ""
    if fitting:
        return _listing(
            question, fitting, f"标明“{'、'.join(statuses)}”的文件有{len(fitting)}份。{open_ones}", catalogue
        )
    message = f"资料库中没有标明“{'、'.join(statuses)}”的文件。{open_ones}"
    return Draft(question=question, hits=(), outcome=Outcome.NOT_IN_LIBRARY, message=message)


def _history(entry: Entry, catalogue: Catalogue) -> DraftClaim | None:
    """What the head says of earlier versions, in its own words; None where it says nothing."""
    head = head_of(entry, catalogue)
    said = HISTORY.search(head.own_text) if head else None
    if head is None or said is None:
        return None
    support = Support(provision=head, document=entry.document, quote=said[0].strip())
    return DraftClaim(text=said[0].strip(), supports=(support,))


def _signature(entry: Entry, catalogue: Catalogue) -> DraftClaim | None:
    """Who signed, and the date below the text, as they stand there; None where the text has none."""
    foot = next((p for p in catalogue.provisions(entry.document.id) if p.address == FOOT and p.own_text), None)
    if foot is None:
        return None
    support = Support(provision=foot, document=entry.document, quote=foot.own_text.strip())
    return DraftClaim(text=f"落款：{' '.join(foot.own_text.split())}", supports=(support,))


def _listing(question: Question, entries: list[Entry], message: str, catalogue: Catalogue) -> Draft:
    claims = tuple(claim for entry in entries[:MOST_LISTED] if (claim := _described(entry, catalogue)))
    if ASKS_HISTORY.search(fold(question.text)):
        claims += tuple(claim for entry in entries[:MOST_LISTED] if (claim := _history(entry, catalogue)))
    if SIGNED.search(fold(question.text)):
        claims += tuple(claim for entry in entries[:MOST_LISTED] if (claim := _signature(entry, catalogue)))
    # Nationwide documents apply too, though the question named a place only.
    widened = replace(question, documents=tuple(entry.document.id for entry in entries))
    return Draft(question=widened, hits=(), outcome=Outcome.ANSWERED, claims=claims, message=message)


def _not_stated(question: Question, entries: list[Entry]) -> str | None:
    """Say which fact that is asked for a document does not state; None where all are known."""
    lacking = [
        f"{document_name(entry.document)}的文本未载明{name}。"
        for entry in entries
        for name, (pattern, known) in ATTRIBUTES.items()
        if pattern.search(fold(question.text)) and known(entry.document) is None
    ]
    return "\n".join(lacking) or None


def _described(entry: Entry, catalogue: Catalogue) -> DraftClaim | None:
    """One line from the metadata, cited to the head of the document."""
    document = entry.document
    facts = [
        f"发文机关：{document.issuer}" if document.issuer else "",
        f"发布日期：{document.issued.isoformat()}" if document.issued else "",
        f"施行日期：{document.effective.isoformat()}" if document.effective else "",
        f"适用地区：{document.region}" if document.region else "",
        f"状态：{document.status.value}",
    ]
    head = head_of(entry, catalogue)
    if head is None:
        return None
    text = f"{document_name(document)}，{'，'.join(fact for fact in facts if fact)}"
    support = Support(provision=head, document=document, quote=head.own_text.strip())
    return DraftClaim(text=text, supports=(support,), of_document=True)


def head_of(entry: Entry, catalogue: Catalogue) -> Provision | None:
    """The provision that stands for the document as a whole: its head, else its first words."""
    provisions = [provision for provision in catalogue.provisions(entry.document.id) if provision.own_text]
    return next(
        (provision for provision in provisions if provision.address == "题注"),
        provisions[0] if provisions else None,
    )


def outline(question: Question, catalogue: Catalogue) -> Draft | None:
    """Answer how a document is built, counted from its outline; None where no document is named."""
    if not question.documents or len(question.documents) > 4:
        return None
    entries = [entry for name in question.documents if (entry := catalogue.entry(name)) is not None]
    claims = tuple(claim for entry in entries if (claim := outline_claim(entry, catalogue)))
    return Draft(question=question, hits=(), outcome=Outcome.ANSWERED, claims=claims) if claims else None


def outline_claim(entry: Entry, catalogue: Catalogue) -> DraftClaim | None:
    """Say how many units of each level a document has, and the headings of the outermost; None for an empty one."""
    head = head_of(entry, catalogue)
    if head is None or not catalogue.outline(entry.document.id).counts:
        return None
    support = Support(provision=head, document=entry.document, quote=head.own_text.strip())
    supports = (support, *_ends(entry, catalogue))
    return DraftClaim(text=_outline_text(entry, catalogue), supports=supports, of_document=True)


def _ends(entry: Entry, catalogue: Catalogue) -> tuple[Support, ...]:
    """The first and the last of the outermost units: that the count is right can be seen there."""
    units = outermost(catalogue.provisions(entry.document.id))
    return tuple(
        Support(provision=unit, document=entry.document, quote=(unit.heading or unit.shown_text).strip().split("\n")[0])
        for unit in (*units[:1], *units[1:][-1:])
    )


def _outline_text(entry: Entry, catalogue: Catalogue) -> str:
    outline = catalogue.outline(entry.document.id)
    titles = f"：{'；'.join(outline.titles)}。" if outline.titles else "。"
    return f"{document_name(entry.document)}共{'，'.join(outline.counts)}{titles}"
