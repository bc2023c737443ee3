"""Cut provisions into sentences that can be read by themselves."""

import re
from collections.abc import Iterator

from assistant.folding import bare
from index.corpus import Provision

ENDS = re.compile(r"[^。！？\n]+[。！？]?")
NUMERAL = "[〇零一二三四五六七八九十百千]"
NUMBER = re.compile(
    rf"^(?:第(?:{NUMERAL}|\d)+[条章节编](?:之{NUMERAL}+)?[\s　]*|[（(](?:{NUMERAL}|\d)+[)）][\s　]*|"
    rf"{NUMERAL}+[、．.][\s　]*|\d+(?:\.\d+)+[\s　]*|\d+[、．.](?!\d)[\s　]*|{NUMERAL}+是|[①-⑳])"
)
LEANING = re.compile(
    r"^(?:其|该|此|这|上述|前款|前述|对此|为此|以此|由此|据此|但|并|同时|而|也|还|另|使|从而|否则|因此|所以|然而|总之|例如|比如|"
    r"首先|其次|再次|最后|第[一二三四五]|不得|以及|凡|确需|有下列|逾期|经批准|收到|要|以|应当|[、，；：。）)」』”（(])"
    r"|前款|前述|如下|下列|上述|以下|附件|缺失|未写明"
)
"""A sentence that begins or speaks like this leans on words outside it."""
MARKS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("‘", "’"))
SHORTEST, LONGEST = 16, 120
"""Characters of a sentence that can be asked about."""
DAMAGED = "标点缺失"


def sentences_of(provision: Provision, *, longest: int = LONGEST) -> Iterator[str]:
    """Yield the sentences of its own words, verbatim, without number, that say something by themselves."""
    if DAMAGED in provision.warnings or provision.kind == "框":
        return
    texts = [cell.text for cell in provision.cells] if provision.cells else [provision.own_text]
    for text in texts:
        for match in ENDS.finditer(text):
            sentence = NUMBER.sub("", match[0].strip(" 　\t")).strip(" 　\t")
            if is_whole(sentence, longest=longest) and bare(sentence) != bare(provision.heading):
                yield sentence


def is_whole(sentence: str, *, longest: int = LONGEST) -> bool:
    """Whether a sentence ends, is neither short nor long, and needs no other one to be understood."""
    if not SHORTEST <= len(sentence) <= longest or not sentence.endswith("。"):
        return False
    return not LEANING.search(sentence) and all(sentence.count(a) == sentence.count(b) for a, b in MARKS)


def unnumbered(text: str) -> str:
    """Return a text without the number before it and the stop behind it."""
    return NUMBER.sub("", text.strip()).strip(" 　\n；;。，")
