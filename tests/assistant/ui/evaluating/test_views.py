from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from types import SimpleNamespace

import pytest

from assistant.feedback import PLACE as FEEDBACK
from assistant.feedback import Feedback, Kind, save
from assistant.ui.evaluating.comparing import BASELINE, Comparing
from assistant.ui.evaluating.listing import run_list
from assistant.ui.evaluating.one_run import open_run, run_page
from assistant.ui.evaluating.opinions import Opinions
from assistant.ui.evaluating.results import Results
from assistant.ui.evaluating.running import Running
from assistant.ui.evaluating.runs import listed
from assistant.ui.evaluating.staleness import find_stale, stale_page
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS
from evals.cases import OPEN, read_cases, shipped_cases
from evals.memory import remember_words

TEXT = TEXTS["zh"]
OPENED = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Cases, bindings and baseline of a program that may be written to."""
    for file in shipped_cases():
        (tmp_path / "evals" / "cases").mkdir(parents=True, exist_ok=True)
        (tmp_path / "evals" / "cases" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "evals" / "bindings.jsonl").write_bytes((shipped_cases()[0].parents[1] / "bindings.jsonl").read_bytes())
    real = resources.files
    monkeypatch.setattr(resources, "files", lambda package: tmp_path / "evals" if package == "evals" else real(package))
    return tmp_path / "evals"


def test_runs_are_listed_newest_first_and_how_they_went_on_is_drawn_from_two_on(work, run, make_run, cases):
    assert "<img" not in run_list(listed(work.runs), TEXT)
    second = make_run(*cases.values())

    page = run_list(listed(work.runs), TEXT)

    assert page.index(second.name) < page.index(f"{run.name}</button>")
    assert page.count('<img src="data:image/svg+xml;base64,') == 1


def test_a_run_that_was_not_finished_says_how_far_it_came(work, run):
    (run.path / "summary.json").unlink()

    assert "未完成，已答 3/3" in run_list(listed(work.runs), TEXT)
    assert "没有完成" in Results(work).open(f"1 {run.name}", None)[0]


def test_what_failed_stands_with_what_was_expected_and_its_words_are_no_markup(work, run, home):
    page = run_page(open_run(run, home), TEXT)

    assert page.count('<details class="case bad">') == 1
    assert "wrong-1</b>" in page
    assert "✗ 市审计局" in page
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
    assert "opens place at-p~city-2014-breakdown-table/" in page
    assert "通过的（2）" in page


@pytest.mark.parametrize("name", ["../library", "", "20200101-000000", "/etc"])
def test_only_runs_of_this_folder_are_opened(work, run, name):
    page, _ = Results(work).open(f"1 {name}", None)

    assert 'class="problem"' in page
    assert "wrong-1" not in page


def test_the_report_is_offered_in_three_forms_and_asks_for_nothing(work, run):
    said = Results(work).report(f"1 {run.name}", None)

    assert said.count("/export/") == 3
    token = said.split("/export/")[1].split('"')[0]
    body = work.context.downloads.fetch(token).body.decode()
    assert "default-src 'none'" in body
    assert "wrong-1" in body


def test_two_runs_are_compared_with_both_answers(work, run, make_run, cases):
    later = make_run(cases["right-1"], cases["wrong-1"] | {"must_contain": []}, cases["none-1"])

    page = Comparing(work).compare(run.name, later.name, None)

    assert '<span class="tag fixed">修好</span> 1' in page
    assert page.count("市财政局牵头") >= 2
    assert "可能只是偶然" in page
    assert "同一次" in Comparing(work).compare(run.name, run.name, None)


def test_a_run_is_held_against_the_baseline_of_its_texts_and_that_is_said(work, run):
    assert "与要旨的基线比较。" in Comparing(work).compare(BASELINE, run.name, None)


def test_old_and_new_words_of_a_stale_case_stand_side_by_side(program, home, sources, assistant):
    (file,) = (file for file in shipped_cases() if file.stem == OPEN)
    case = next(case for case in read_cases([file]) if case.must_cite)
    remember_words(home, [case], assistant)
    place = case.must_cite[0][0]
    assert find_stale(home, sources).stale == ()

    bindings = program / "bindings.jsonl"
    lines = bindings.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f'"{case.id}"' not in line or f'"{place}"' not in line]
    bindings.write_text("".join(kept), "utf-8")
    found = find_stale(home, sources)

    assert [(one.case, one.place, one.change) for one in found.stale] == [(case.id, place, "unbound")]
    page = stale_page(found, TEXT, can_accept=True)
    assert "（这台机器没有留下旧文）" in page
    assert "仍然成立" in page
    assert "不能写入" in stale_page(found, TEXT, can_accept=False)


def test_a_case_is_confirmed_only_under_a_name(program, work, home, sources):
    (file,) = (file for file in shipped_cases() if file.stem == OPEN)
    case = next(case for case in read_cases([file]) if case.must_cite)
    bindings = program / "bindings.jsonl"
    lines = bindings.read_text("utf-8").splitlines(keepends=True)
    bindings.write_text("".join(line for line in lines if f'"{case.id}"' not in line), "utf-8")
    before = bindings.read_bytes()

    assert "请先署名" in Running(work).accept(f"1 {case.id}", " ", None)[0]
    assert bindings.read_bytes() == before
    assert f"已保存：{case.id}" in Running(work).accept(f"2 {case.id}", "王某", None)[0]
    assert find_stale(home, sources).stale == ()


@pytest.fixture
def opinion(home, assistant):
    answer = assistant.ask("收到申请后多长时间内必须答复？").to_json()
    return save(home, Feedback(kind=Kind.MISSING, comment="没说延长<b>", answer=answer, when=OPENED))


def test_an_opinion_becomes_a_case_in_a_persons_name_with_what_was_cited_proposed(program, work, opinion):
    opinions = Opinions(work)
    assert "没说延长&lt;b&gt;" in opinions.show(None)
    chosen = opinions.choose(f"1 {opinion}", None)
    assert chosen.places.startswith("disclosure-regulation-2019#第三十三条")
    file = program / "cases" / "open.jsonl"
    before = file.read_bytes()

    told, _ = opinions.save(chosen.id, ["when", "answered", chosen.places, "20个工作日", " "], None)
    assert "请署名" in told
    assert file.read_bytes() == before

    told, rest = opinions.save(chosen.id, ["when", "answered", chosen.places, "20个工作日", "王某"], None)
    assert "已保存：用例" in told
    assert "没说延长" not in rest
    added = read_cases([file])[-1]
    assert (added.author, added.must_contain, added.note) == (
        "王某",
        (("20个工作日",),),
        f"反馈 {opinion}：没说延长<b>",
    )


def test_an_opinion_that_cannot_be_written_is_not_called_saved(program, work, opinion, full_disk):
    opinions = Opinions(work)
    chosen = opinions.choose(f"1 {opinion}", None)
    file = program / "cases" / "open.jsonl"

    with full_disk(file.stat().st_size + 10):
        told, _ = opinions.save(chosen.id, ["when", "answered", chosen.places, "", "王某"], None)

    assert "已保存" not in told
    assert "磁盘空间" in told


def test_a_damaged_file_of_opinions_is_told_in_one_line(work, home):
    (home / FEEDBACK).parent.mkdir(parents=True)
    (home / FEEDBACK).write_text("{}\n")

    assert 'class="problem"' in Opinions(work).show(None)


def test_a_page_without_a_library_says_so_everywhere(work):
    context = SimpleNamespace(**vars(work.context) | {"settings": PageSettings()})
    alone = replace(work, context=context)

    for page in (
        Results(alone).show(None),
        Opinions(alone).show(None),
        Comparing(alone).compare("a", "b", None),
        Running(alone).resume("1 a", None)[0],
    ):
        assert "没有资料库文件夹" in page


@pytest.mark.parametrize(
    ("file", "content", "advice"),
    [
        ("summary.json", '{"cases": 3}', "重新评分"),
        ("settings.json", "{", "移走"),
        ("settings.json", "[]", "移走"),
    ],
)
def test_a_damaged_run_is_named_and_hides_no_other(work, run, make_run, cases, file, content, advice):
    damaged = make_run(*cases.values())
    (damaged.path / file).write_text(content)

    page = Results(work).show(None)

    assert page.count('class="problem"') == 1
    assert f"{damaged.path / file} 无效" in page
    assert advice in page
    assert f"{run.name}</button>" in page
    assert 'class="problem"' not in Running(work).tick(None)[0]
    assert Comparing(work).choices(None, None, None)[1].value == run.name
    assert advice in Results(work).open(f"1 {damaged.name}", None)[0]
    assert Results(work).report(f"2 {run.name}", None).count("/export/") == 3
