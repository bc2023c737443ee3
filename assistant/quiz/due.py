"""The deadline of a table row, and the tasks with one deadline."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.folding import bare
from assistant.quiz.deadlines import same_time
from assistant.quiz.material import Material
from assistant.quiz.question import Key
from assistant.quiz.words import quoted, words
from index.columns import column_role
from index.corpus import Cell, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when the task of a row is to be done."""

    provision: Provision
    cell: Cell
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The deadline as written."""
        return (self.cell.text,)

    @property
    def task(self) -> str:
        """The task as it stands in a question."""
        return str(words()["statements"]["task"].format(heading=quoted(self.provision.heading)))

    def also_right(self, value: str) -> str | None:
        """Say why another deadline may hold for the task too."""
        for one in self.material.same_task(self.provision):
            if any(duty.deadline and same_time(duty.deadline, value) for duty in one.duties):
                return f"is a deadline of {one.id}"
        said = any(same_time(cell.text, value) for cell in deadline_cells(self.provision))
        return "is written otherwise" if said else None

    def key(self) -> tuple[Key, ...]:
        """Return the row; where the cell is carried on, the row in which it is printed is named."""
        return (
            Key(
                document_id=self.provision.document_id,
                address=self.provision.address,
                quote=self.cell.text,
                carried_from=self.cell.carried_from,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTasks:
    """The tasks of one table that have one deadline; values are headings."""

    deadline: str
    dues: tuple[Due, ...]
    others: tuple[Due, ...]
    """The rows of the table with another deadline."""

    @property
    def rights(self) -> tuple[str, ...]:
        """The tasks."""
        return tuple(due.provision.heading for due in self.dues)

    def also_right(self, value: str) -> str | None:
        """Say why another task may have the deadline too."""
        other = next((due for due in self.others if bare(due.provision.heading) == bare(value)), None)
        return other.also_right(self.deadline) if other else "is no task with another deadline"


def dues_in(material: Material, document_id: str) -> Iterator[Due]:
    """Yield the rows of a document that have one deadline."""
    for provision in material.provisions(document_id):
        cells = deadline_cells(provision)
        if provision.heading and len(cells) == 1:
            yield Due(provision=provision, cell=cells[0], material=material)


def due_tasks_in(material: Material, document_id: str) -> Iterator[DueTasks]:
    """Yield for each deadline of a document's rows the tasks that have it."""
    dues = list(dues_in(material, document_id))
    for deadline in dict.fromkeys(due.cell.text for due in dues):
        same = tuple(due for due in dues if same_time(due.cell.text, deadline))
        others = tuple(due for due in dues if due not in same)
        if same[0].cell.text == deadline:
            yield DueTasks(deadline=deadline, dues=same, others=others)


def deadline_cells(provision: Provision) -> list[Cell]:
    """Return the filled cells of a row's columns of deadlines."""
    return [cell for cell in provision.cells if cell.text and column_role(cell.column) == "deadline"]
