"""Whether bodies stand in a claim in the roles that the cited provisions give them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.draft import Support
from assistant.verify.normal import normal
from index.corpus import Role
from index.duties import body_names

ROLE = re.compile(rf"(?P<first>{'|'.join(Role)})(?:{'|'.join(Role)})*")
"""Where several stand together (牵头落实) the first is the role."""
BREAK = re.compile(r"[。；;：:，,（(）)\n]")
BETWEEN = 6
"""Characters that may stand between the last body and its role: 分别, 共同, 等单位."""


def misattributed(text: str, supports: Sequence[Support]) -> list[str]:
    """Return each body that a claim gives a role which the provisions give to others.

    Only roles that the provisions give to somebody are looked at: of others nothing is known. What stands word
    for word in a provision is its own matter (A会同B牵头: A leads).
    """
    source = normal("；".join(support.provision.shown_text for support in supports))
    given: dict[str, set[str]] = {}
    for support in supports:
        for duty in support.provision.duties:
            if duty.actor and duty.role:
                given.setdefault(duty.role.value, set()).add(normal(duty.actor))
    return [
        f"{body}{role}"
        for stretch, bodies, role in _roles(text)
        if role in given and normal(stretch) not in source
        for body in bodies
        if not _is_among(body, given[role])
    ]


def _roles(text: str) -> Iterator[tuple[str, list[str], str]]:
    """Stretches of words that end in a role, with the bodies before it: 市环保局、市水务局分别牵头."""
    for match in ROLE.finditer(text):
        before = BREAK.split(text[: match.start()])[-1]
        bodies = body_names(before)
        if bodies and len(before) - before.rfind(bodies[-1]) - len(bodies[-1]) <= BETWEEN:
            yield before + match[0], bodies, match["first"]


def _is_among(body: str, actors: Iterable[str]) -> bool:
    """Whether a body is one of some actors, which may be named with more words than it, or fewer."""
    plain = normal(body)
    return any(plain in actor or actor in plain for actor in actors)
