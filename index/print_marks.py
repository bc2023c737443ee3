"""Tell what print adds to a text from its words: numbers of pages, notes below a signature."""

import re

PAGE_NUMBER = re.compile(r"[-—–－─]{1,2}\s*\d{1,4}\s*[-—–－─]{1,2}|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?")
BELOW_SIGNATURE = re.compile(
    r"^[（(](?:此件|本文|本件|信息公开形式|公开方式|公开属性|联系人)[^（）()]{1,40}[）)]$|^(?:主送|抄送|分送|抄报|报送)[：:]|^.{0,40}\d日\s*印发[。]?$"
)


def is_page_number(line: str) -> bool:
    """Tell whether a line holds only the number of its page: — 3 —, 第3页 共9页."""
    return PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_below_signature(line: str) -> bool:
    """Tell whether a line is a note that may stand below a signature and belongs to it: （此件公开发布）."""
    return BELOW_SIGNATURE.match(line.strip()) is not None
