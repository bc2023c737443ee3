import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from index.parse.unpunctuated import OutlineSpan, is_unpunctuated, outline_spans
from index.parse.unpunctuated_segments import split_title

TEXTS = Path(__file__).parents[4] / "shared" / "documents"
FILLER = (
    "本市各单位在日常办事中遵循这一安排.有关情况每季度汇总一次.遇到困难向上一级报告.年底统一评估.评估情况写入年度报告."
)


def spans_of(text: str, kind: str) -> list[OutlineSpan]:
    return [span for span in outline_spans(text) if span.kind == kind]


def headings_of(text: str) -> list[str]:
    return [span.title for span in spans_of(text, "heading")]


# Is it unpunctuated?


def test_dots_in_place_of_punctuation_are_recognised():
    assert is_unpunctuated("关于档案借阅的意见\n" + FILLER * 5)


@pytest.mark.parametrize(
    "text",
    [
        FILLER.replace(".", "，") * 5,
        FILLER * 4 + FILLER.replace(".", "，") * 2,
        FILLER.replace(".", "") * 5,
        FILLER.replace(".", "") * 5 + ".",
        FILLER,
        "1.2\t市环保局\n" * 80,
    ],
    ids=["punctuated", "mixed", "no dots", "one dot", "short", "table"],
)
def test_other_texts_are_not_unpunctuated(text):
    assert not is_unpunctuated(text)


def test_decimals_in_a_punctuated_text_do_not_make_it_unpunctuated():
    assert not is_unpunctuated("细颗粒物PM2.5年均浓度为35.1微克，" * 30)


# Parts


def test_parts_are_the_numerals_that_count_up():
    text = f"引言.一.总体要求.{FILLER}二.档案借阅安排.{FILLER}三.附带说明事项.{FILLER}"

    assert [(part.label, part.title) for part in spans_of(text, "part")] == [
        ("一", "总体要求"),
        ("二", "档案借阅安排"),
        ("三", "附带说明事项"),
    ]


@pytest.mark.parametrize(
    "accident", ["一.二级医院除外", "三.四线城市另行规定", "一.二.三线城市另行规定", "五.六月间检查"]
)
def test_a_numeral_out_of_turn_or_inside_a_word_opens_no_part(accident):
    text = f"一.总体要求.{FILLER}{accident}.{FILLER}二.加强借阅登记.{accident}.{FILLER}三.完善库房管理.{FILLER}"

    assert [(part.label, part.title) for part in spans_of(text, "part")] == [
        ("一", "总体要求"),
        ("二", "加强借阅登记"),
        ("三", "完善库房管理"),
    ]


def test_counting_that_breaks_off_before_the_real_outline_is_ignored():
    text = f"一.二级医院除外.一.总体要求.{FILLER}二.档案借阅安排.{FILLER}"

    assert spans_of(text, "part")[0].start == text.index("一.总体")


def test_a_single_numeral_is_no_outline():
    assert outline_spans(f"一.总体要求.{FILLER}") == []


def test_numerals_in_an_enumeration_are_no_outline():
    assert outline_spans(f"{FILLER}一.二.三类人员除外.{FILLER}") == []


def test_a_text_without_numerals_has_no_outline():
    assert outline_spans(FILLER) == []


def test_a_part_that_opens_with_a_sentence_has_no_title():
    sentence = "各单位收到借阅申请以后应当在规定期限以内按照本办法所附格式答复申请人并且把答复的副本留存备查"
    text = f"一.{sentence}.{FILLER}二.档案借阅安排.{FILLER}"

    assert text[slice(spans_of(text, "part")[0].start, spans_of(text, "part")[0].end)] == "一"
    assert spans_of(text, "part")[0].title == ""


def test_parts_are_found_from_the_start_of_a_line_too():
    text = f"关于档案借阅的意见\n一.总体要求.{FILLER}二.档案借阅安排.{FILLER}"

    assert [part.label for part in spans_of(text, "part")] == ["一", "二"]


# A heading glued to the title


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("总体要求", "指导思想"),
        ("主要任务", "完善借阅登记"),
        ("加强档案库房管理", "健全出入登记制度"),
        ("提高借阅服务水平", "建立健全预约机制"),
        ("改进阅览环境建设", "全面公开开放时间"),
        ("改进馆藏利用促进服务发展", "健全登记制度"),
    ],
)
def test_a_glued_line_is_split_before_its_last_opener(title, heading):
    assert split_title(title + heading) == len(title)


@pytest.mark.parametrize(
    "title",
    [
        "总体要求",
        "加强档案库房管理",
        "全面推进档案公开",
        "加强制度建设和队伍建设",
        "推进库房管理规范化建设",
        "档案借阅安排",
        "健全完善借阅机制",
        "改善环境保护工作",
    ],
)
def test_a_title_alone_is_not_split(title):
    assert split_title(title) is None


def test_the_glued_heading_is_reported_with_exact_offsets():
    text = f"一.加强档案库房管理健全出入登记制度.{FILLER}二.提高借阅服务水平建立预约机制.{FILLER}"

    assert [(span.kind, text[span.start : span.end]) for span in outline_spans(text)] == [
        ("part", "一.加强档案库房管理"),
        ("heading", "健全出入登记制度"),
        ("part", "二.提高借阅服务水平"),
        ("heading", "建立预约机制"),
    ]


def test_a_sentence_glued_to_the_title_is_cut_off_but_is_no_heading():
    sentence = "建立由档案馆会同各借阅单位每季度共同核对库存目录并逐件签字确认的制度"
    text = f"一.加强档案库房管理{sentence}.{FILLER}二.档案借阅安排.{FILLER}"

    assert spans_of(text, "part")[0].title == "加强档案库房管理"
    assert headings_of(text) == []


# Headings that lost their numbers

ABOUT_LOANS = (
    "各区档案馆设立预约窗口.预约借阅的人填写预约单.预约单保存三年."
    "凭预约借阅可以跨区.预约借阅不收费.预约窗口每天开放八小时."
)
ABOUT_REPAIR = (
    "各区修复受损卷宗要登记.受损卷宗先拍照再修复.修复后的卷宗另行存放."
    "受损严重的卷宗送省馆.卷宗修复记录随卷宗保存.修复人员持证上岗."
)


def outline_with(clause: str, after: str) -> str:
    return f"一.总体要求.{FILLER}{FILLER}二.改进馆内服务健全目录体系.{FILLER}{FILLER}{clause}.{after}{FILLER}"


@pytest.mark.parametrize(("clause", "after"), [("推进预约借阅", ABOUT_LOANS), ("做好卷宗修复", ABOUT_REPAIR)])
def test_a_clause_whose_words_throng_after_it_is_a_heading(clause, after):
    text = outline_with(clause, after)

    assert headings_of(text) == ["健全目录体系", clause]
    assert [text[span.start : span.end] for span in outline_spans(text)] == [
        "一.总体要求",
        "二.改进馆内服务",
        "健全目录体系",
        clause,
    ]


def test_there_is_no_heading_where_nothing_recurs():
    assert headings_of(outline_with("推进预约借阅", FILLER)) == ["健全目录体系"]


def test_there_is_no_heading_where_the_topic_is_an_old_one():
    assert headings_of(outline_with(ABOUT_LOANS + "推进预约借阅", ABOUT_LOANS)) == ["健全目录体系"]


def test_a_clause_inside_a_list_is_no_heading():
    assert headings_of(outline_with("推进预约借阅.馆际互借.上门送阅等服务", ABOUT_LOANS)) == ["健全目录体系"]


def test_a_numbered_clause_is_no_heading():
    assert headings_of(outline_with("3.推进预约借阅", ABOUT_LOANS)) == ["健全目录体系"]


def test_a_clause_too_long_or_without_an_opener_is_no_heading():
    assert headings_of(outline_with("健全预约借阅跨区预约窗口预约单体系", ABOUT_LOANS)) == ["健全目录体系"]
    assert headings_of(outline_with("本市预约借阅", ABOUT_LOANS)) == ["健全目录体系"]


def test_two_headings_stand_apart():
    clauses = "工作目标.每年办理一次借阅登记.工作要求"

    assert headings_of(outline_with(clauses, FILLER)) == ["健全目录体系", "工作目标"]


def test_a_heading_has_text_before_the_part_ends():
    assert headings_of(f"一.总体要求.{FILLER}工作目标.到期完成.二.档案借阅安排.{FILLER}") == []


def test_a_noun_heading_is_enough_by_itself_unless_it_repeats_or_stands_in_a_list():
    assert headings_of(outline_with("工作目标", FILLER)) == ["健全目录体系", "工作目标"]
    assert headings_of(outline_with(f"适用范围.{FILLER}适用范围", FILLER)) == ["健全目录体系"]
    assert headings_of(outline_with("逐项说明工作目标.进度安排.保障措施等", FILLER)) == ["健全目录体系"]


# Measured on real texts: those with second-level headings, destroyed the same way

STEMS = [f"gov{n}" for n in (1, 13, 15, 17, 3, 35, 39, 5, 57, 7, 9)]
PART = re.compile(r"([一二三四五六七八九十]+)、\s*(.+)")
ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]\s*(.+)")
PUNCTUATION = re.compile(r"[，。、；：？！（）()《》〈〉—…·,;:?!\[\]〔〕．]+")


def destroyed(words: str) -> str:
    return PUNCTUATION.sub(".", re.sub(r"[“”‘’\"]", "'", re.sub(r"\s+", "", words))).strip(".")


def is_heading(heading: str, rest: str) -> bool:
    """A first sentence is a heading where it is short and more than a bracket follows."""
    explained = len(re.sub(r"（[^）]*）|\([^)]*\)", "", rest)) >= 20
    return len(heading) <= 30 and (explained or not rest.strip())


def destroy(source: str) -> tuple[str, dict[int, str]]:
    """The text as it would circulate, and the (first clauses of) headings by where they begin."""
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    text, headings = "", dict[int, str]()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if part := PART.match(line):
            glued = ITEM.match(following) and len(part[2]) < 40
            text += f"{part[1]}.{destroyed(part[2])}{'' if glued else '.'}"
        elif item := ITEM.match(line):
            heading, _, rest = item[1].partition("。")
            if is_heading(heading, rest):
                headings[len(text)] = destroyed(heading).split(".")[0]
            text += destroyed(item[1]) + "."
        else:
            text += destroyed(line) + "."
    return text, headings


def shared_texts() -> Iterator[str]:
    if not TEXTS.is_dir():
        pytest.skip(f"no texts in {TEXTS}")
    paths = [TEXTS / "statecouncil" / f"{stem}.txt" for stem in STEMS]
    for path in sorted([*paths, TEXTS / "official" / "beijing-2014-work-points.txt"]):
        yield path.read_text("utf-8")


def measured(sources: list[str]) -> tuple[float, float]:
    """Precision and recall of headings, exact to the character, over several texts."""
    found = right = there = 0
    for source in sources:
        text, headings = destroy(source)
        spans = spans_of(text, "heading")
        found += len(spans)
        right += sum(headings.get(span.start) == text[span.start : span.end] for span in spans)
        there += len(headings)
    return right / found, right / there


@pytest.mark.shared
@pytest.mark.parametrize(
    ("half", "precision", "recall"), [(0, 0.92, 0.55), (1, 0.87, 0.55)], ids=["chosen on", "held out"]
)
def test_headings_of_texts_destroyed_on_purpose_are_mostly_right(half, precision, recall):
    measured_precision, measured_recall = measured(list(shared_texts())[half::2])

    assert measured_precision >= precision
    assert measured_recall >= recall


@pytest.fixture
def opinion() -> str:
    path = TEXTS / "official" / "beijing-2016-implementation-opinion.txt"
    if not path.is_file():
        pytest.skip(f"no {path}")
    return path.read_text("utf-8")


@pytest.mark.shared
def test_nine_parts_and_the_heading_glued_to_each_are_found(opinion):
    spans = outline_spans(opinion)

    assert is_unpunctuated(opinion)
    assert "".join(span.label for span in spans) == "一二三四五六七八九"
    for part, heading in pairwise(spans):
        if part.kind == "part":
            assert (heading.kind, heading.start) == ("heading", part.end)
            assert opinion[part.start : part.end] == f"{part.label}.{part.title}"


@pytest.mark.shared
def test_only_the_unpunctuated_text_is_taken_for_one(opinion):
    others = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*/*.txt")) if "2016" not in path.name]

    assert len(others) > 30
    assert not any(is_unpunctuated(text) for text in others)
