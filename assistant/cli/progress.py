"""A progress bar on stderr while the library is built; silent where nobody watches."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.generation import Progress


@contextmanager
def building(title: str = "建立资料库·") -> Iterator[Progress]:
    """Give a function that shows how far each step of a build, or of another work with a title, has come."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, int] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(f"{title}{step}", total=total)
            bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        yield report
