"""The one normalisation under which a quote must be a substring of its provision."""

import re
import unicodedata

IGNORED = re.compile(r"[\s\u200b-\u200d\u2060\ufeff*`#|]+")
SAME = str.maketrans(
    {"[": "〔", "]": "〕", "(": "（", ")": "）", ",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
)


def normal(text: str) -> str:
    """Fold width and brackets; leave out blanks, line breaks and Markdown's marks."""
    folded = unicodedata.normalize("NFKC", text)
    return IGNORED.sub("", folded).translate(SAME)
