"""Whether a claim denies, excepts, bounds and repeats just what its sentences do."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from assistant.draft import Support
from assistant.verify.facts import NUMBER, UNIT, in_digits, plain_text
from assistant.verify.normal import normal
from index.tokens import pairs

FULL_STOP = re.compile("[。!?！？|]")
STOPS = re.compile("[。；;!?！？|]")
ENDS = re.compile(r"[。；;!?！？|]|(?<!\d)\.|\.(?!\d)|(?<![：:，,、])\n")
"""Where words that are repeated letter for letter may begin and end; some texts lost their marks but for points."""
HARMLESS = re.compile("不断|不仅|不但|不同之处|不动产|未来|非常|非法|避免|难免|以免|未写明")
NEGATION = re.compile("(?=((?:不|未|无|非|勿|免|禁止).?))")
"""With the character behind it, so that one put before something else is told."""
DENIED = re.compile("(不|未|无|非)([\u4e00-\u9fff]{2})")
EXCEPTION = re.compile("(?<![消排删解清拆废免扣])除(?P<what>[^。；;]{1,60}?)(?:以外|之外|外)|(?P<none>除外|除非)")
RHYTHM = re.compile(
    "[每按逐](?:半年|年|季度|季|月|周|日|天)|[年月季日](?:底|末|初|中)?[内前后]|[年月季](?:底|末|初|中)|[上下]半年|"
    "实时|即时|及时|当场|当[天日月年]|立即|定期|长期|逐步|适时|以[上下]|[最至][长短多少迟早]"
)
BOUNDED = re.compile(rf"(?P<number>{NUMBER})(?P<unit>(?:{UNIT})(?:底|末|初)?)以?(?P<bound>[内前后上下])")
LEAST_TOLD = 0.8
"""Share of a sentence's pairs of characters in a statement by which it tells the sentence, quoted or not."""
LEAST_SAME = 0.5
"""Share of what a claim excepts that its source has to except too."""


def put_in(said: str, source: str) -> list[str]:
    """Return the negations, exceptions, bounds and rhythms of a statement that its source lacks, or has fewer times."""
    excepted = [pairs(one) for one in _exceptions(source)]
    return [
        *(f"否定无依据：{one}" for one in sorted(_negations(said) - _negations(source))),
        *(f"否定缺失：{one}" for one in _affirmed(said, source)),
        *(f"例外无依据：{one}" for one in _exceptions(said) if not any(_is_same(one, other) for other in excepted)),
        *(f"时限用语无依据：{one}" for one in sorted(_rhythms(said) - _rhythms(source))),
    ]


def _affirmed(said: str, source: str) -> list[str]:
    """Words that a statement says more often without a negation than its source does, which has them with one."""
    said, source = (HARMLESS.sub("", plain_text(text)) for text in (said, source))
    denied = sorted({(found[1], found[2]) for found in DENIED.finditer(source)})
    return [no + word for no, word in denied if _without(no, word, said) > _without(no, word, source)]


def _without(no: str, word: str, text: str) -> int:
    return text.count(word) - text.count(no + word)


def left_out(said: str, supports: Iterable[Support]) -> list[str]:
    """Return what the sentences that are quoted from, however little of them, deny or except and the statement not."""
    wrong: list[str] = []
    for support in supports:
        if _repeats(said, support):
            continue
        # Where the words stand several times, the place at which least is missing counts.
        fewest = sorted((_lacking(said, one) for one in _sentences(said, support)), key=len)
        wrong += fewest[0] if fewest else []
    return list(dict.fromkeys(wrong))


def _repeats(said: str, support: Support) -> bool:
    """Whether a statement is whole sentences of the provision, letter for letter, or what the provision is called."""
    provision = support.provision
    if _bare(said) in map(_bare, (provision.address, *provision.headings)):
        return True
    pieces = [normal(one) for one in ENDS.split(provision.shown_text)]
    bounds = set(accumulate(map(len, pieces), initial=0))
    words = normal(ENDS.sub("", said))
    return any(at in bounds and at + len(words) in bounds for at in _places(words, "".join(pieces)))


def _bare(text: str) -> str:
    return re.sub(r"\W", "", normal(text))


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _lacking(said: str, sentence: str) -> list[str]:
    lacking = [f"否定缺失：{one}" for one in sorted(_negations(sentence) - _negations(said))]
    return lacking + ["例外缺失"] * (len(_exceptions(sentence)) > len(_exceptions(said)))


def _sentences(said: str, support: Support) -> Iterator[str]:
    """The whole sentences around each place at which the quote stands, with others that the statement tells too."""
    quote = normal(STOPS.sub("", support.quote))
    parts = list(_parts(support.provision.shown_text))
    joined = "".join(part for _, part in parts)
    known = pairs(said)
    told = [part for _, part in parts if len(pairs(part) & known) >= LEAST_TOLD * max(1, len(pairs(part)))]
    for at in _places(quote, joined):
        yield "。".join(dict.fromkeys([*_touched(parts, at, at + len(quote)), *told]))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text between full stops and semicolons, each behind what leads in to it: 不予公开：…；…。"""
    for sentence in FULL_STOP.split(text.replace(":", "：")):
        before, colon, rest = sentence.partition("：") if "：" in sentence else ("", "", sentence)
        lead = normal(STOPS.sub("", before)) + colon
        yield "", lead
        yield from ((lead, normal(part)) for part in STOPS.split(rest))


def _touched(parts: Iterable[tuple[str, str]], start: int, end: int) -> Iterator[str]:
    at = 0
    for lead, part in parts:
        if at < end and at + len(part) > start:
            yield from (lead, part)
        at += len(part)


def _negations(text: str) -> Counter[str]:
    return Counter(NEGATION.findall(HARMLESS.sub("", plain_text(text))))


def _exceptions(text: str) -> list[str]:
    return [found["what"] or found["none"] for found in EXCEPTION.finditer(plain_text(text))]


def _rhythms(text: str) -> Counter[str]:
    plain = re.sub("[以之](?=[内前后])", "", plain_text(text))
    bounds = (f"{in_digits(one['number'])}{one['unit']}{one['bound']}" for one in BOUNDED.finditer(plain))
    return Counter([*RHYTHM.findall(plain), *bounds])


def _is_same(said: str, excepted: set[str]) -> bool:
    found = pairs(said)
    return len(found & excepted) >= LEAST_SAME * len(found)
