"""`disclosure eval judge`."""

import typer

from assistant.cli.evaluation.options import Run
from assistant.cli.options import AsJson, LibraryFolder
from index.errors import UserError


def judge(run: Run = "latest", as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """请已设置的语言模型对照应有事实评判各条答复，供参考，不影响门槛；中断后再运行即继续。没有评完则退出码为1。"""
    from assistant import offline

    offline.enforce()
    from assistant.cli.evaluation.printing import judging_lines
    from assistant.cli.printing import print_json
    from assistant.cli.progress import building
    from assistant.settings import Settings
    from evals.experts import read_judgements
    from evals.judging.judge import judge_run, open_judge
    from evals.judging.opinions import as_json as opinion_as_json
    from evals.judging.told import told_of
    from evals.run_folder import find_run

    settings = Settings.read(library=library)
    folder = find_run(settings.runs_folder, run)
    chat, prompt = open_judge()
    with building("评判") as progress:
        failure = judge_run(folder, chat, prompt, progress=lambda done, total: progress("", done, total))
    told = told_of(folder, read_judgements(settings.library, folder.name))
    for opinion in told.opinions.values() if told and as_json else ():
        print_json(opinion_as_json(opinion))
    for line in judging_lines(told):
        typer.echo(line, err=as_json)
    if failure:
        raise UserError(
            f"{failure.value}，没有评完；已评的都在，请检查模型服务后再运行 disclosure eval judge {folder.name}"
        )
    raise typer.Exit(int(told is not None and told.unjudged > 0))
