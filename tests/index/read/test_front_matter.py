from datetime import date
from pathlib import Path

import pytest

from index.corpus import Origin, Status
from index.errors import DocumentError
from index.read.front_matter import split_front_matter

FILE = Path("某文件.md")


def split(header: str, body: str = "正文。\n"):
    return split_front_matter(FILE, f"---\n{header}\n---\n{body}")


def test_front_matter_is_read_and_cut_off():
    front, body, present = split(
        "id: a\ntitle: 某要点\nissued: 2014-04-30\nstatus: 已届期\nimplements: [b, c]\norigin: official",
        "\n## 一、\n\n---\n甲\n",
    )

    assert (front.id, front.title, front.issued, front.status) == (
        "a",
        "某要点",
        date(2014, 4, 30),
        Status.EXPIRED,
    )
    assert (front.implements, front.origin) == (("b", "c"), Origin.OFFICIAL)
    assert (body, present) == ("## 一、\n\n---\n甲\n", True)


def test_text_without_front_matter_is_all_body():
    front, body, present = split_front_matter(FILE, "# 标题\n---\n正文\n---\n")

    assert (front.title, body, present) == (None, "# 标题\n---\n正文\n---\n", False)


def test_words_nobody_vouches_for_are_a_digest():
    assert split("title: 某要点").front_matter.origin is Origin.DIGEST


def test_empty_keys_are_unknown():
    front = split("title: 某要点\nissuer:\nimplements:").front_matter

    assert (front.issuer, front.implements) == (None, ())


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        ("title: 某\nauthor: 某人", 3, "不认识的键 author"),
        ("titel: 某", 2, "是否想写 title"),
        ("title: 某\nissued: 2014-13-40", 3, "issued 的日期 2014-13-40 无效"),
        ("title: 某\nissued: '2014年4月30日'", 3, "issued 的日期 2014年4月30日 无效"),
        ("title: 某\neffective: 2014-04-30 10:00:00", 3, "effective 的日期"),
        ("title: 某\nstatus: 有效", 3, "status 不能是 有效；可以写 .*现行"),
        ("title: 某\norigin: copy", 3, "origin 不能是 copy；可以写 .*official"),
        ("title: 某\nlevel: 乡级", 3, "level 不能是 乡级"),
        ("title: 某\nimplements: b", 3, "implements 应是列表"),
        ("title: 2014", 2, "title 应是文字"),
        ("title: ''", 2, "title 不能是"),
        ("title: |\n  甲\n  乙", 2, "title 不能是"),
        ("id: a#b\ntitle: 某", 2, "id 不能是"),
        ("title: 某\ntitle: 某", 3, "title 写了两次"),
        ("title: [某", 3, "YAML"),
        ("title: 某: 某", 2, "YAML"),
        ("- 某", 2, "YAML"),
        ("? [a, b]\n: c", 2, "YAML"),
        ("title: !!python/object/apply:os.system ['true']", 2, "YAML"),
    ],
)
def test_fault_is_told_in_one_line_with_file_and_line(header, line, said):
    with pytest.raises(DocumentError, match=f"^某文件.md:{line}：.*{said}") as told:
        split(header)

    assert "\n" not in str(told.value)


def test_several_faults_are_told_together():
    with pytest.raises(DocumentError, match=r"status.*；某文件.md:3：level"):
        split("status: 某\nlevel: 某")


def test_front_matter_that_does_not_end_is_told():
    with pytest.raises(DocumentError, match="文件头没有结束"):
        split_front_matter(FILE, "---\ntitle: 某\n正文\n")


def test_front_matter_beyond_measure_is_refused():
    with pytest.raises(DocumentError, match="超过"):
        split("title: " + "某" * 30_000)
