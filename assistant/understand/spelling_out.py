"""Write out what a question says once for several documents: 118号和115号, 消费扶贫和就业这两份意见."""

import re
from collections.abc import Callable

from assistant.understand.calls import table
from assistant.understand.joints import JOINS, JOINT

NUMBER = re.compile(
    r"(?P<before>[一-鿿]{1,6}[〔(\[](?:19|20)\d{2}[〕)\]])(?P<first>\d+号)"
    rf"(?P<joint>[{JOINS}])(?P<more>第?\d+号)"
)
ONE, OTHER = r"(?P<one>[^,，。;；:：?？\s]{2,24}?)", rf"(?P<other>[^,，。;；:：?？\s{JOINS}]{{2,24}}?)"
TOGETHER = "(?:[这那]?[两三]|这几)[份个部]"


def numbers_written(text: str) -> str:
    """国办发〔2031〕8号和9号 → 国办发〔2031〕8号和国办发〔2031〕9号."""
    while (written := NUMBER.sub(r"\g<before>\g<first>\g<joint>\g<before>\g<more>", text)) != text:
        text = written
    return text


def kinds_written(text: str, names: Callable[[str], int]) -> str:
    """A和B这两份意见 → A的意见和B的意见, where that `names` more documents than before."""
    kinds = "|".join(table()["kinds"])
    match = re.search(f"{ONE}{JOINT}{OTHER}{TOGETHER}(?P<kind>{kinds})", text)
    if match is None:
        return text
    each = f"{match['one']}的{match['kind']}和{match['other']}的{match['kind']}"
    written = text[: match.start()] + each + text[match.end() :]
    return written if names(written) > names(text) else text
