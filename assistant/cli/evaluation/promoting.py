"""`disclosure eval candidates` and `promote`."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.evaluation.options import By
from assistant.cli.options import AsJson, LibraryFolder

Id = Annotated[str, typer.Argument(help="意见的编号，见 disclosure eval candidates。")]
Kind = Annotated[str, typer.Option("--kind", help="用例的类别，见 evals/cases/README.md。")]
Places = Annotated[
    list[str] | None,
    typer.Option("--cite", metavar="文件#条款", help="应引的条款，可重复，任选其一用 | 隔开；默认为答复所引。"),
]
Facts = Annotated[list[str] | None, typer.Option("--fact", help="应说的事实，可重复，不同说法用 | 隔开。")]
Outcome = Annotated[str | None, typer.Option("--outcome", help="应有的结果；默认为答复当时的结果。")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="写入哪个用例文件；默认为 open.jsonl。")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只显示用例，不写入。")]


def candidates(as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """列出使用者对答复的意见，尚未成为用例的；批评在前。"""
    from dataclasses import asdict

    from assistant.cli.evaluation.printing import OPINIONS
    from assistant.cli.printing import print_json
    from assistant.feedback import read
    from assistant.settings import Settings
    from evals.candidates import candidates as find_candidates
    from evals.cases import read_cases, shipped_cases

    found = find_candidates(read(Settings.read(library=library).library), read_cases(shipped_cases(kept=True)))
    for one in found:
        opinion = one.feedback
        if as_json:
            print_json(asdict(opinion) | {"id": one.id, "places": one.places, "when": opinion.when.isoformat()})
            continue
        typer.echo(f"{one.id}  {OPINIONS[opinion.kind]}  {one.question}")
        if opinion.comment:
            typer.echo(f"    意见：{' '.join(opinion.comment.split())}")
        typer.echo(f"    所引：{'；'.join(one.places) or '无'}")
    typer.echo(f"{len(found)}条意见；disclosure eval promote 编号 --by 姓名 使它成为用例", err=as_json)


def promote(
    id: Id,
    by: By,
    kind: Kind = "fact",
    cite: Places = None,
    fact: Facts = None,
    outcome: Outcome = None,
    to: To = None,
    dry_run: DryRun = False,
    library: LibraryFolder = None,
) -> None:
    """使一条意见成为用例：应引条款先取答复所引，由署名的人确认。"""
    from assistant.settings import Settings
    from evals.candidates import Vouched
    from evals.promote import case_of, open_cases
    from evals.promote import promote as write_case

    vouched = Vouched(kind=kind, by=by.strip(), places=cite or (), facts=fact or (), outcome=outcome)
    target = to or open_cases()
    make = case_of if dry_run else write_case
    case = make(Settings.read(library=library).library, id, vouched, target)
    typer.echo(case.model_dump_json(indent=2))
    if not dry_run:
        typer.echo(f"已写入 {target}；核对后运行 disclosure eval accept {case.id} --by {by.strip()}")
