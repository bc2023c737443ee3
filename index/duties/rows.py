"""Read duties from the rows of a table of tasks, whose columns say body and deadline."""

from dataclasses import replace

from index.columns import column_role
from index.corpus import Cell, Duty, Provision, Role
from index.duties.bodies import Body, is_body
from index.duties.holders import Holder, holders
from index.duties.words import words

BODY_COLUMNS = ("lead", "body", "join")
NOBODY = ("/", "／", "—", "——", "-", "－", "无")


def read_row(provision: Provision) -> list[Duty]:
    """Return one duty for each body of a row, all with the row's deadline; an empty list without either."""
    inked = [cell for cell in reversed(provision.cells) if cell.text]
    columns = {role: cell for cell in inked if (role := column_role(cell.column))}
    deadline, task = columns.get("deadline"), columns.get("task")
    act = task.text if task else provision.heading
    duties = [
        _duty(holder.body.text, holder.role, act, deadline, columns[role])
        for role in BODY_COLUMNS
        if role in columns
        for holder in _holders(columns[role], role)
    ]
    if not duties and deadline:
        duties = [_duty(None, None, act, deadline, deadline)]
    return duties


def _holders(cell: Cell, column: str) -> list[Holder]:
    """Return who a cell names; what is no known name is still the body, for the column says so."""
    if cell.text in NOBODY:
        return []
    found = [holder for holder in holders(cell.text) if holder.says_role or is_body(holder.body.text)]
    role = Role(words()["columns"][column]) if column in words()["columns"] else None
    named = found or [Holder(Body(0, len(cell.text), cell.text), None, False, 0, len(cell.text))]
    return [holder if holder.says_role else replace(holder, role=role) for holder in named]


def _duty(actor: str | None, role: Role | None, act: str, deadline: Cell | None, printed: Cell) -> Duty:
    return Duty(
        actor=actor,
        role=role,
        act=act,
        deadline=deadline.text if deadline else None,
        start=printed.start,
        end=printed.end,
        actor_from=printed.carried_from if actor else None,
        deadline_from=deadline.carried_from if deadline else None,
    )
