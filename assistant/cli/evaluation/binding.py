"""`disclosure eval stale` and `accept`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.evaluation.options import By, Files, chosen_cases
from assistant.cli.options import AsJson, Documents, LibraryFolder
from index.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evals.cases import Case
    from evals.provisions import Words
    from evals.stale import Stale

Bindings = Annotated[Path | None, typer.Option("--bindings", metavar="FILE", help="绑定文件；默认为随程序附带的一份。")]
Ids = Annotated[list[str] | None, typer.Argument(help="用例编号。", show_default=False)]
All = Annotated[bool, typer.Option("--all", help="全部用例。")]


def stale(
    cases: Files = None,
    bindings: Bindings = None,
    as_json: AsJson = False,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """列出所引条款已改、已移、已不存在的用例，新旧文字对照；有一条则退出码为1。"""
    from dataclasses import asdict

    from assistant.cli.evaluation.printing import print_stale
    from assistant.cli.printing import print_json
    from evals.binding import read_bindings, shipped_bindings
    from evals.memory import recall, remember
    from evals.stale import stale as find_stale

    wanted = chosen_cases(cases, kept=True)
    folder, held = _held(wanted, documents, library)
    found = find_stale(wanted, read_bindings(bindings or shipped_bindings()), held, recall(folder))
    remember(folder, held, _places(wanted))
    for one in found:
        print_json(asdict(one)) if as_json else print_stale(one)
    missing = sorted(_documents(_places(wanted)) - _documents(held))
    if missing:
        typer.echo(f"资料库中没有这些文件，引用它们的用例没有比较：{'、'.join(missing)}", err=as_json)
    typer.echo(_told(found), err=as_json)
    raise typer.Exit(int(bool(found or missing)))


def accept(
    by: By,
    ids: Ids = None,
    every: All = False,
    cases: Files = None,
    bindings: Bindings = None,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """确认用例仍然成立，按条款现在的文字重新绑定，记下姓名和日期。"""
    from evals.accept import accept as bind_cases
    from evals.accept import check_held
    from evals.binding import shipped_bindings

    known = {case.id: case for case in chosen_cases(cases, kept=True)}
    unknown = [id for id in ids or () if id not in known]
    if unknown or every == bool(ids) or not by.strip():
        raise UsageError(
            f"没有这些用例：{'、'.join(unknown)}" if unknown else "请给出用例编号，或用 --all；并用 --by 署名"
        )
    chosen = list(known.values()) if every else [known[id] for id in ids or ()]
    folder, held = _held(chosen, documents, library)
    if not every:
        check_held(chosen, held)
    path = bindings or shipped_bindings()
    changed = bind_cases(chosen, held, by=by, library=folder, bindings=path)
    typer.echo(f"已绑定{changed}处条款（{path}）")


def _held(cases: "list[Case]", documents: list[Path] | None, library: Path | None) -> "tuple[Path, dict[str, Words]]":
    """Open the library; return its folder and the words of the provisions that cases expect."""
    from assistant import offline

    offline.enforce()
    from assistant.cli.progress import building
    from assistant.opening import EXTRACTIVE, open_assistant
    from assistant.settings import Settings
    from evals.provisions import held_words

    settings = Settings.read(library=library, documents=documents)
    with building() as progress:
        assistant = open_assistant(settings, progress, composer=EXTRACTIVE)
    return settings.library, held_words(cases, assistant)


def _places(cases: "list[Case]") -> list[str]:
    from evals.provisions import places_of

    return [place for case in cases for place in places_of(case)]


def _documents(places: "Iterable[str]") -> set[str]:
    return {place.partition("#")[0] for place in places}


def _told(found: "list[Stale]") -> str:
    if not found:
        return "没有过时的用例。"
    ids = len({one.case for one in found})
    return f"{ids}条用例的{len(found)}处条款需要查看；确认后运行 disclosure eval accept 编号 --by 姓名"
