"""The end of a game: points, charts, what was answered wrongly, and files to take away."""

from base64 import b64encode

from assistant.quiz.chart import scores_chart
from assistant.quiz.play import Game
from assistant.quiz.printing import key_docx, sheet_docx
from assistant.quiz.scores import Score, by_provision, by_team, lines, spelled
from assistant.quiz.workbook import results_workbook
from assistant.ui.downloads import Downloads
from assistant.ui.marks import does
from assistant.ui.markup import Html, join, tag
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts
from assistant.ui.training.named import documents_of, key_blocks, short_name
from assistant.ui.training.stage import ACT

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SVG = "image/svg+xml"
MOST_BARS = 12


def end_page(game: Game, sources: Sources, downloads: Downloads, texts: Texts) -> Html:
    """Render the results; the files are made now and kept for some minutes."""
    right = sum(one.is_right for one in game.answered)
    told = texts["training.answered"].format(count=len(game.sheet.questions), answered=len(game.answered), right=right)
    return tag(
        "section",
        tag("h2", texts["training.finished"]),
        tag("p", told, class_="told"),
        _results(game, sources, downloads, texts) if game.answered else tag("p", texts["training.nothing"]),
        tag("div", does(ACT, "close", texts["training.back"], kind="go main"), class_="foot"),
        class_="ending",
    )


def print_links(game: Game, sources: Sources, downloads: Downloads, texts: Texts) -> Html:
    """Offer question sheet and key."""
    named, seed = documents_of(sources), game.sheet.wishes.seed
    files = (("sheet", sheet_docx), ("key", key_docx))
    return join(
        _link(
            downloads,
            texts[f"training.{name}_file"].format(seed=seed),
            make(game.sheet, named),
            WORD,
            texts[f"training.{name}"],
        )
        for name, make in files
    )


def _results(game: Game, sources: Sources, downloads: Downloads, texts: Texts) -> Html:
    teams, provisions = by_team(game), [_named(score, sources) for score in by_provision(game)]
    drawn = [(teams, "training.by_team")] if len(teams) > 1 else []
    drawn.append((provisions[:MOST_BARS], "training.by_provision"))
    charts = [(scores_chart(scores, texts[title]), texts[title]) for scores, title in drawn]
    seed = game.sheet.wishes.seed
    book = results_workbook(teams, provisions, lines(game, lambda id: short_name(sources, id)))
    more = texts["training.first_provisions"].format(count=MOST_BARS) if len(provisions) > MOST_BARS else ""
    return join(
        [
            _table(teams, texts),
            *(_picture(chart, title) for chart, title in charts),
            tag("p", more, class_="label"),
            tag(
                "p",
                _link(
                    downloads, texts["training.results_file"].format(seed=seed), book, EXCEL, texts["training.workbook"]
                ),
                _link(
                    downloads,
                    texts["training.chart_file"].format(seed=seed),
                    charts[-1][0].encode(),
                    SVG,
                    texts["training.chart"],
                ),
                print_links(game, sources, downloads, texts),
                class_="links",
            ),
            _wrong_ones(game, sources, texts),
        ]
    )


def _named(score: Score, sources: Sources) -> Score:
    document_id, _, address = score.name.partition("#")
    return score._replace(name=f"{address} {short_name(sources, document_id)}")


def _table(teams: list[Score], texts: Texts) -> Html:
    heads = ("team", "right_count", "answered_count")
    rows = [
        tag("tr", tag("td", team.name), tag("td", str(team.right)), tag("td", str(team.answered)))
        for team in sorted(teams, key=lambda team: -team.right)
    ]
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", texts[f"training.{head}"]) for head in heads))),
        tag("tbody", *rows),
        class_="scores",
    )


def _wrong_ones(game: Game, sources: Sources, texts: Texts) -> Html:
    wrong = [one for one in game.answered if not one.is_right]
    if not wrong:
        return Html()
    blocks = []
    for one in wrong:
        question = game.sheet.questions[one.question]
        given, answer = spelled(one.given, question), spelled(question.answer, question)
        blocks.append(
            tag(
                "li",
                tag("p", f"{one.question + 1}. {question.stem}", class_="missed"),
                tag("p", f"{one.team}：{texts['training.given'].format(answer=given)}", class_="label"),
                tag("p", texts["training.wrong"].format(answer=answer), class_="label"),
                key_blocks(question, sources, texts),
            )
        )
    return join([tag("h3", texts["training.wrong_ones"]), tag("ul", *blocks)])


def _picture(svg: str, title: str) -> Html:
    data = b64encode(svg.encode()).decode()
    return tag("img", src=f"data:{SVG};base64,{data}", alt=title, class_="chart")


def _link(downloads: Downloads, name: str, content: bytes, media_type: str, label: str) -> Html:
    return tag("a", label, href=downloads.offer(name, content, media_type), download=name, class_="file")
