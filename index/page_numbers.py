"""Tell the numbers that printed pages carry from the words of a text."""

import re

PAGE_NUMBER = re.compile(r"[-—–－─]{1,2}\s*\d{1,4}\s*[-—–－─]{1,2}|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?")


def is_page_number(line: str) -> bool:
    """Tell whether a line holds only the number of its page: — 3 —, 第3页 共9页."""
    return PAGE_NUMBER.fullmatch(line.strip()) is not None
