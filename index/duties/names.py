"""Find the names of bodies in running text, such as a question."""

import re
from functools import cache

from index.duties.bodies import is_body
from index.duties.leading import candidate_ends
from index.duties.words import alternatives, pattern, words


def body_names(text: str) -> list[str]:
    """Return the bodies a text names, each once, in order; “哪个部门” and “牵头单位” name none."""
    found: list[str] = []
    position = 0
    while match := _beginning().search(text, position):
        name = _name_at(text, match)
        position = match.start() + (len(name) if name else 1)
        if name and name not in found:
            found.append(name)
    return found


@cache
def _beginning() -> re.Pattern[str]:
    table = words()["bodies"]
    office = table["office_pattern"].replace("{short}", table["short_ending_pattern"])
    return re.compile(
        f"(?P<known>{alternatives(table['names'])})|(?P<field>{alternatives(table['fields'])}){office}"
        f"|(?P<front>{table['front_pattern']})"
    )


def _name_at(text: str, match: re.Match[str]) -> str | None:
    after = match.end("front") if match["front"] else match.start()
    for end in candidate_ends(text, match.start()):
        name = text[match.start() : end]
        if re.search(r"[的，。；：？！?!,;\s]", text[after:end]):
            return None
        if is_body(name) and not _is_attribute(text, name, end):
            return name
    return None


def _is_attribute(text: str, name: str, end: int) -> bool:
    if not name.endswith(tuple(words()["bodies"]["often_attributes"])):
        return False
    return bool(pattern("bodies", "noun_follower_pattern").match(text, end))
