"""A made-up library of two documents, and somebody who answers from it."""

import os
import re
import shutil
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Outcome, Scope, Table
from assistant.ui.settings import PageSettings
from index.corpus import Cell, Document, Origin, Provision, Status

WORK_POINTS = "fictional-2014-work-points"
BREAKDOWN = "fictional-2014-breakdown"
COLUMNS = ("工作任务", "工作要求", "完成时限", "责任单位")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUESTION = "分解细化方案里“三公”经费公开由谁负责，什么时候完成？"


def make_document(id, title, **fields):
    facts = {"document_number": None, "issuer": None, "issued": None, "effective": None, "region": None}
    facts |= {
        "level": None,
        "status": Status.EXPIRED,
        "implements": (),
        "source": None,
        "origin": Origin.DIGEST,
    }
    return Document(id=id, title=title, text="", sha256="", **facts | fields)


def make_provision(document_id, address, text, start, **fields):
    facts = {"kind": "item", "heading": "", "headings": (), "own_text": text, "lead_in": "", "parent": None}
    end = start + len(text)
    return Provision(document_id=document_id, address=address, text=text, start=start, end=end, **facts | fields)


def make_row(address, start, values, carried_from=None):
    text = "| " + " | ".join(value for value, _ in values) + " |"
    cells = tuple(
        Cell(column=column, text=value, start=start, end=start, carried_from=carried_from if carries else None)
        for column, (value, carries) in zip(COLUMNS, values, strict=True)
    )
    return make_provision(
        BREAKDOWN, address, text, start, kind="row", cells=cells, headings=("三、推进财政资金信息公开",)
    )


DOCUMENTS = [
    make_document(
        WORK_POINTS,
        "某市2014年政府信息公开工作要点",
        document_number="某政办发〔2014〕28号",
        issuer="某市人民政府办公厅",
        issued=date(2014, 4, 30),
        region="某市",
        origin=Origin.OFFICIAL,
    ),
    make_document(BREAKDOWN, "2014年政府信息公开工作要点分解细化方案"),
]

PROVISIONS = {
    WORK_POINTS: [
        make_provision(WORK_POINTS, f"三、({number})", text, start * 1000)
        for start, (number, text) in enumerate(
            [
                (
                    "十一",
                    "行政许可的事项和依据、条件和数量、程序和期限、需提交材料的目录，连同办理情况，都要加强公开。",
                ),
                ("十二", "凡适用一般程序查办的行政处罚案件，应当主动公开案件名称、主要违法事实和处罚结果。"),
                (
                    "十三",
                    "政府的预算和决算，公开要细到支出功能分类的项级科目；部门预决算尽快公开到项目支出和基本支出。\n"
                    "　　“三公”经费加大公开力度。各区县政府应在2014年\n"
                    "年底前公开政府预决算、部门预决算和“三公”经费预决算。"
                    "（市财政局牵头，各区县政府和市政府部门分别负责落实）",
                ),
                ("十四", "财政预算执行和其他财政收支的审计结果，进一步推动公开。（市审计局牵头落实）"),
                ("十五", "市属国有企业的主要财务指标、业绩考核结果和整体运行情况等信息，稳步推进公开。"),
            ]
        )
    ],
    BREAKDOWN: [
        make_row(
            "二、第2行",
            0,
            [
                ("行政处罚信息公开", 0),
                ("主动公开案件名称、处罚结果。", 0),
                ("处罚决定文件下发20个工作日内", 0),
                ("具有行政处罚权的行政机关", 0),
            ],
        ),
        make_row(
            "三、第1行",
            1000,
            [
                ("预算和决算公开", 0),
                ("政府的预算和决算，公开要细到支出功能分类的项级科目。", 0),
                ("年内", 0),
                ("市财政局牵头", 0),
            ],
        ),
        make_row(
            "三、第2行",
            2000,
            [
                ("“三公”经费公开", 0),
                (
                    "对因公出国（境）的团组数和人数、公务用车购置数和保有量、国内公务接待有关情况作细化说明。",
                    0,
                ),
                ("年内", 1),
                ("市财政局牵头", 1),
            ],
            carried_from="三、第1行",
        ),
        make_row(
            "三、第3行",
            3000,
            [("财政收支审计信息公开", 0), ("审计结果公告及时发布。", 0), ("9月底前", 0), ("市审计局牵头", 0)],
        ),
    ],
}


def make_citation(marker, document_id, address, quote, **fields):
    document = next(document for document in DOCUMENTS if document.id == document_id)
    provision = next(provision for provision in PROVISIONS[document_id] if provision.address == address)
    facts = {
        "document_title": document.title,
        "document_number": document.document_number,
        "heading": provision.heading_path,
        "text": provision.text,
        "origin": document.origin.value,
        "status_in_force": document.status.value,
        "issued": document.issued and document.issued.isoformat(),
        "issuer": document.issuer,
        "region": document.region,
    }
    return Citation(marker=marker, document_id=document_id, address=address, quote=quote, **facts | fields)


def cited_answer(question):
    return Answer(
        question=question,
        status=Outcome.ANSWERED,
        text="“三公”经费公开由市财政局牵头[1][2]，完成时限为“年内”[2]。\n"
        "另据工作要点，各区县政府应在2014年年底前公开“三公”经费预决算[3]。",
        citations=(
            make_citation(1, BREAKDOWN, "三、第2行", "“三公”经费公开", carried_from="三、第1行"),
            make_citation(2, BREAKDOWN, "三、第1行", "年内 | 市财政局牵头", warnings=("标点缺失",)),
            make_citation(
                3,
                WORK_POINTS,
                "三、(十三)",
                "各区县政府应在2014年年底前公开政府预决算、部门预决算和“三公”经费预决算",
            ),
        ),
        notices=("该方案已届期，仅供了解当年要求。",),
        scope=Scope(documents=(BREAKDOWN, WORK_POINTS), years=(2014,)),
    )


def clarifying_answer(question):
    return Answer(
        question=question,
        status=Outcome.CLARIFY,
        text="资料库中有两份文件规定了牵头单位，请问指哪一份？",
        choices=("2014年分解细化方案", "某市2014年工作要点"),
    )


def missing_answer(question):
    near = make_citation(1, WORK_POINTS, "三、(十四)", "审计结果", carried_from=None)
    return Answer(
        question=question,
        status=Outcome.NOT_IN_LIBRARY,
        text="资料库中没有关于这一问题的规定，不作推测。",
        nearest=(near,),
        scope=Scope(regions=("某市",), missing=("某省2015年工作要点",)),
    )


def table_answer(question):
    return Answer(
        question=question,
        status=Outcome.PARTIAL,
        text="两份文件的要求如下；其余文件没有规定。",
        citations=tuple(
            make_citation(marker, document, address, "")
            for marker, (document, address) in enumerate(
                [(BREAKDOWN, f"三、第{row}行") for row in (1, 2, 3)]
                + [(WORK_POINTS, f"三、({row})") for row in ("十三", "十四")],
                1,
            )
        ),
        table=Table(
            columns=("文件", "牵头单位", "时限"),
            rows=(
                ("分解细化方案", "市财政局[1]", "年内[1]"),
                ("某市工作要点", "市财政局[4]", "2014年年底前[4]"),
            ),
        ),
    )


class FakeAnswering:
    """Answers by catchword and remembers what it was asked."""

    def __init__(self):
        self.asked = []
        self.within = []
        self.delay_seconds = 0.0
        self.released = threading.Event()
        self.released.set()

    def ask(self, question, history=(), *, within=None, on_progress=None):
        self.asked.append((question, tuple(history)))
        self.within.append(within)
        time.sleep(self.delay_seconds)
        self.released.wait(20)
        if "故障" in question:
            raise RuntimeError("a fault nobody foresaw")
        kinds = {"哪份": clarifying_answer, "2015": missing_answer, "对比": table_answer}
        make = next((kinds[word] for word in kinds if re.search(word, question)), cited_answer)
        return make(question)

    def preview(self, question, history=(), *, within=None):
        return missing_answer(question)


class FakeSources:
    def documents(self):
        return DOCUMENTS

    def document_provisions(self, document_id):
        return PROVISIONS.get(document_id, [])


@pytest.fixture
def answering():
    return FakeAnswering()


@pytest.fixture(scope="session")
def sources():
    return FakeSources()


@pytest.fixture(scope="session")
def settings():
    return PageSettings()


@pytest.fixture(scope="module")
def browser():
    """A browser for tests marked `page`; they are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def url(served, answering, sources, settings):
    """The address of a page that serves the fixtures `answering`, `sources` and `settings`."""
    with served(answering, sources, settings) as address:
        yield address


@pytest.fixture
def visit(browser, url):
    """Open the page as often as wanted; at the end no page may have complained or looked outside."""
    from playwright.sync_api import expect

    contexts, complaints = [], []

    def watch(page):
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.extend(_outside(asked.url, url)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))

    def open_page(*, locale="zh-CN", width=1366, height=768, dark=False, tab=None):
        context = browser.new_context(
            locale=locale, viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(url)
        page.wait_for_selector("#transcript .beginning")
        expect(page.locator("#transcript")).to_have_attribute("role", "log")
        if tab is not None:
            page.click(f"#tab-{tab}-button")
            expect(page.locator("body")).to_have_attribute("data-tab", tab)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _outside(asked, url):
    return [] if asked.startswith((url, "data:", "blob:")) else [asked]


@pytest.fixture
def save(tmp_path):
    """Keep a picture of the page, in the folder DISCLOSURE_SCREENSHOTS where that is set."""
    folder = Path(os.environ.get("DISCLOSURE_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"{name}.png")


@pytest.fixture(scope="module")
def examine():
    """Return what axe-core finds serious or critical on a page."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def found(page):
        violations = axe.run(page).response["violations"]
        return [
            f"{one['id']} ({one['impact']}): {node['html'][:200]} {node['failureSummary'][:300]}"
            for one in violations
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    return found
