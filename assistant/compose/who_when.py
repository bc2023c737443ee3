"""Say who leads, who joins and by when, in the words that stand in the brackets or the row."""

import re
from collections.abc import Collection

from assistant.compose.sentences import BODIES, TRAILING_BRACKET
from assistant.draft import DraftClaim, Support
from assistant.source import Source
from assistant.verify.facts import prohibitions
from index.columns import column_role
from index.corpus import Cell, Document, Provision
from index.duties import deadline_words
from index.numerals import NUMERAL

CARRIED = "（承上栏）"
NO_DEADLINE = "该条未写明时限"
NO_BODY = "该条未写明责任单位"
WHO_COLUMNS = ("lead", "body", "join")
DUTY_COLUMNS = (*WHO_COLUMNS, "deadline")
PREFIX = {"join": "配合单位："}
WHOEVER = r"(?:谁|哪[一几]?[个家些级]?(?:部门|单位|机关|机构|层级|人)?)"
ASKS_WHO_DECIDES = re.compile(
    rf"{WHOEVER}(?:们)?(?:[来去]|负责|有权)*(?:定|决定|批|审批|拍板|确定|制定|认定|界定|核定|核准|审定|同意|说了算|做主|点头)"
    r"|(?:要|得|需|报)谁(?:批|同意|点头|审)"
)
DECIDES = re.compile(
    r"由[^，。；\n]{2,40}(?:确定|决定|规定|制定|批准|审批|核准|核定|认定|界定|审定)"
    r"|[报经得求][^，。；\n]{2,30}(?:批准|同意|确定|审批|审定|核准|决定)"
)
PART = re.compile(r"(?:主管|主办|牵头|责任|配合|承办|审核|归口)(?:单位|部门|机关|机构|人)|负责人|召集人|发言人")
"""Who somebody is asked for as: 由谁当主管单位."""

DATE = re.compile(r"\d{4}年(?:\d{1,2}月|起|开始|以[来后]|之后)|[从自]\d{4}年")
FREQUENCY = re.compile(
    rf"每(?:半|[{NUMERAL}\d]+)?个?(?:年|季度?|月|周|日|天|学期)|[按逐](?:年|季度?|月|周|日)"
    rf"|[半{NUMERAL}\d]+个?(?:年|季度|月|周|天)[^，。；]{{0,6}}[{NUMERAL}\d]+次"
)
PERIOD = re.compile(
    rf"(?:至少|连续|满|最[长短多少]|一般为|为期|超过|达到?)[{NUMERAL}\d]+个?(?:工作日|小时|年|月|周|日|天|学期)"
)


def cells(provision: Provision, roles: Collection[str]) -> list[Cell]:
    """The cells of a row in columns of these roles, those that carry on from above included; empty ones not."""
    return [cell for cell in provision.cells if cell.text and (column_role(cell.column) or "") in roles]


def _told(provision: Provision, roles: Collection[str], carried: Collection[str]) -> list[Cell]:
    """The cells in columns of these roles; of what carries on from above only what stands in columns of `carried`."""
    wanted = cells(provision, roles)
    return [cell for cell in wanted if not cell.carried_from or (column_role(cell.column) or "") in carried]


def who_clause(provision: Provision, carried: Collection[str] = DUTY_COLUMNS) -> str:
    """市财政局牵头（承上栏）; '' where no body stands in brackets behind the text or in a cell."""
    if provision.cells:
        return "，".join(
            PREFIX.get(column_role(cell.column) or "", "") + cell.text + (CARRIED if cell.carried_from else "")
            for cell in _told(provision, WHO_COLUMNS, carried)
        )
    bracket = TRAILING_BRACKET.search(provision.own_text)
    if bracket is None or not BODIES.search(bracket[0]):
        return ""
    return bracket[0].strip(" 　\n。")[1:-1].strip()


def when_clause(provision: Provision, carried: Collection[str] = DUTY_COLUMNS) -> str:
    """年内（承上栏）; '' where the provision is no row or its row has no deadline."""
    told = _told(provision, ("deadline",), carried)
    return "，".join(cell.text + (CARRIED if cell.carried_from else "") for cell in told)


def has_deadline(provision: Provision) -> bool:
    """Whether any date, period or frequency stands in the provision's words or in its row's cell."""
    return bool(when_clause(provision)) or says_when(provision.own_text)


def says_who(question: str) -> re.Pattern[str] | None:
    """What shows that a text tells who decides, or who has the part that is asked for; None where neither is asked."""
    if ASKS_WHO_DECIDES.search(question):
        return DECIDES
    part = PART.search(question)
    return re.compile(part[0]) if part else None


def says_when(text: str) -> bool:
    """Whether a text has a deadline, a period, a frequency, or any date."""
    return bool(deadline_words(text) or any(pattern.search(text) for pattern in (DATE, FREQUENCY, PERIOD)))


def duty_line(provision: Provision, carried: Collection[str] = DUTY_COLUMNS) -> str:
    """Bodies and deadline of a provision in one line; '' where neither stands in brackets or cells.

    What carries on from above is told in columns of `carried` only: it takes another row to bear it out.
    """
    body, deadline = who_clause(provision, carried), when_clause(provision, carried)
    return "；".join([*([body] if body else []), *([f"完成时限：{deadline}"] if deadline else [])])


def duty_claim(
    provision: Provision, document: Document, source: Source, carried: Collection[str] = DUTY_COLUMNS
) -> DraftClaim | None:
    """The duty line of a provision as a claim; None where nothing stands there. `carried` as in `duty_line`."""
    line = duty_line(provision, carried)
    if not line:
        return None
    subject = f"{provision.heading}：" if provision.heading else ""
    return DraftClaim(
        text=f"{subject}{line}。", supports=duty_supports(provision, document, source, DUTY_COLUMNS, carried)
    )


def silent_claim(provision: Provision, document: Document, says: str) -> DraftClaim:
    """Say that a provision does not state what was asked."""
    subject = f"{provision.heading}：" if provision.heading else ""
    quote = provision.own_text.split("\n")[0].split("。")[0].strip()
    support = Support(provision=provision, document=document, quote=quote)
    return DraftClaim(text=f"{subject}{says}。", supports=(support,))


def duty_supports(
    provision: Provision,
    document: Document,
    source: Source,
    roles: Collection[str] = DUTY_COLUMNS,
    carried: Collection[str] = DUTY_COLUMNS,
) -> tuple[Support, ...]:
    """What carries a duty line: the provision, and the rows above in which its carried values are printed.

    `roles` are the columns whose cells the line has, `carried` those in which also what carries on from above.
    """
    if not provision.cells:
        bracket = TRAILING_BRACKET.search(provision.own_text)
        quote = bracket[0].strip(" 　\n。") if bracket else provision.own_text.strip()
        return (Support(provision=provision, document=document, quote=quote),)
    text = source.text(document.id)
    values = _told(provision, roles, carried)
    own = [cell for cell in values if not cell.carried_from]
    origins: dict[str, list[Cell]] = {}
    for cell in values:
        if cell.carried_from:
            origins.setdefault(cell.carried_from, []).append(cell)
    quote = _slice(text, own or [_task(provision)])
    names_body = any(column_role(cell.column) in WHO_COLUMNS for cell in values)
    with_task = _slice(text, [_task(provision), *own])
    # A deadline by itself (实时) stands in many texts: it is quoted with the task that it is of, where no prohibition
    # stands between them that the line would have to repeat.
    if not names_body and not prohibitions(with_task):
        quote = with_task
    supports = [Support(provision=provision, document=document, quote=quote, carried_from=next(iter(origins), None))]
    for address, carried_on in origins.items():
        above = source.provision(provision.document_id, address)
        if above is not None:
            supports.append(Support(provision=above, document=document, quote=_slice(text, carried_on)))
    return tuple(supports)


def _slice(text: str, of: list[Cell]) -> str:
    return text[min(cell.start for cell in of) : max(cell.end for cell in of)]


def _task(provision: Provision) -> Cell:
    return next((cell for cell in provision.cells if cell.text == provision.heading), provision.cells[0])
