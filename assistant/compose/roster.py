"""Questions that order a list of names: a provision that has none does not answer them."""

import re

from assistant.compose.sentences import HOLDER
from assistant.folding import fold, simplify
from index.corpus import Provision

ROSTER = "名单|名册|花名册"
GIVE = "列出|列一?[个份]|导出|导一?[个份]|拉一?[个份]|开一?[个份]|给(?:我|出)|发(?:我|来)|调出|报一?[个份]"
ASKED = re.compile(
    rf"(?:{ROSTER})[^,。?]{{0,4}}(?:列|导|拉|给我|发我|贴)(?!入)"
    rf"|(?:{GIVE})[^,。?]{{0,14}}(?:{ROSTER})(?![^,。?]{{0,6}}(?:公开|公布|制度|管理))"
)
ANNOUNCED = re.compile(rf"(?:{ROSTER})[^,。;]{{0,6}}(?:如下)?:")
ENUMERATED = re.compile(r"(?:[^、,。;:]{2,8}、){7}")
"""Many short names in a row."""


def asks_roster(question: str) -> bool:
    """Whether a question orders a list of names to be given."""
    return bool(ASKED.search(fold(simplify(question))))


def holds_roster(provision: Provision) -> bool:
    """Whether a provision is, or has in it, a list of names."""
    words = fold(provision.shown_text)
    return (
        bool(re.search(ROSTER, provision.heading_path))
        or any(HOLDER.match(line.strip()) for line in provision.shown_text.splitlines())
        or bool(ANNOUNCED.search(words) or ENUMERATED.search(words))
    )
