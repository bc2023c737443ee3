"""`disclosure eval`: ask the questions of the cases, see what is right, what changed and what is out of date."""

import typer

from assistant.cli.evaluation import binding, comparing, judging, promoting, reporting, run

app = typer.Typer(help="运行评测用例，比较结果，维护用例。", no_args_is_help=True)


@app.callback()
def evaluation() -> None:
    """运行评测用例，比较结果，维护用例。"""


app.command("run")(run.run)
app.command("score")(run.score)
app.command("list")(run.list_runs)
app.command("stale")(binding.stale)
app.command("accept")(binding.accept)
app.command("compare")(comparing.compare)
app.command("baseline")(comparing.baseline)
app.command("gate")(comparing.gate)
app.command("judge")(judging.judge)
app.command("report")(reporting.report)
app.command("candidates")(promoting.candidates)
app.command("promote")(promoting.promote)
