import pytest

from index.corpus import Provision
from index.fidelity import Difference, compare, exceptions, modalities, numbers, quoted_terms


def provision(text, address="第一条"):
    return Provision(
        document_id="text",
        address=address,
        kind="条",
        heading="",
        headings=(),
        text=text,
        own_text=text,
        lead_in="",
        start=0,
        end=len(text),
        parent=None,
    )


def kinds_of(digest, original, **options):
    return [found.kind for found in compare([provision(digest)], [provision(original)], **options)]


def test_a_faithful_restatement_has_no_difference():
    digest = "行政机关收到申请的，应当在20个工作日内答复；除法律另有规定外，不得收费。"
    original = "除法律另有规定的以外，行政机关不得收取费用，并应当自收到申请之日起二十个工作日内予以答复。"

    assert kinds_of(digest, original) == []


@pytest.mark.parametrize(
    ("digest", "original", "kind"),
    [
        ("应当在15个工作日内答复。", "应当在20个工作日内答复。", "number"),
        ("应当在20日内答复。", "应当在20个工作日内答复。", "number"),
        ("应当在8月底前完成。", "应当在8月前完成。", "number"),
        ("应当及时答复。", "应当自收到之日起及时答复，最迟三十日。", "number"),
        ("依照第十四条的规定。", "依照第十五条的规定。", "number"),
        ("见国办发〔2014〕12号。", "见国办发〔2013〕12号。", "number"),
        ("可以公开。", "应当公开。", "modality"),
        ("不予公开。", "不得公开。", "modality"),
        ("全部公开。", "除涉密信息外，全部公开。", "exception"),
        ("予以公开，涉密的除外。", "予以公开。", "exception"),
        ("予以公开。", "予以公开，但涉及隐私的不公开。", "exception"),
        ("公开“三公”经费。", "公开“三定”经费。", "quoted"),
    ],
)
def test_each_kind_of_slip_is_found(digest, original, kind):
    assert kinds_of(digest, original) == [kind]
    assert kinds_of(original, digest) == [kind]


def test_bodies_are_found_by_whoever_knows_their_names():
    def bodies(text):
        return [name for name in ("市财政局", "市审计局") if name in text]

    found = compare([provision("市财政局负责。")], [provision("市审计局负责。")], bodies=bodies)

    assert found == [Difference("第一条", "body", ("市财政局",), ("市审计局",))]


def test_addresses_on_one_side_only_are_found_and_nothing_else_about_them():
    digest = [provision("公开。", "第一条"), provision("应当在3日内公开。", "第三条")]
    original = [provision("公开。", "第一条"), provision("应当在2日内公开。", "第二条")]

    assert compare(digest, original) == [
        Difference("第二条", "address", (), ("第二条",)),
        Difference("第三条", "address", ("第三条",), ()),
    ]


def test_a_difference_says_where_and_what():
    [found] = compare([provision("15日内。")], [provision("20日内。")])

    assert str(found) == "第一条 number: digest 15日 | original 20日"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("二十个工作日", "20个工作日"),
        ("20个工作日", "20 个工作日"),
        ("第十四条第二款", "第14条第2款"),
        ("2014年年底前", "2014年底前"),
        ("二〇一四年三月十七日", "2014年3月17日"),
        ("３０日", "30日"),
        ("国办发[2014]12号", "国办发〔2014〕12号"),
        ("百分之三十", "30%"),
        ("两次", "2次"),
        ("三个月", "3个月"),
    ],
)
def test_numbers_are_the_same_in_whatever_shape(left, right):
    assert numbers(left) == numbers(right) != set()


@pytest.mark.parametrize(
    "text",
    [
        "统一标准",
        "一些部门",
        "进一步推进",
        "唯一",
        "“三公”经费",
        "一是推进",
        "下一年度计划",
        "一项重要内容",
        "万一",
        "四个全面",
    ],
)
def test_words_that_hold_a_numeral_are_no_numbers(text):
    assert numbers(text) == set()


@pytest.mark.parametrize(("left", "right"), [("8月底", "8月"), ("上旬", "5月上旬"), ("3日", "3个月"), ("12号", "12日")])
def test_numbers_with_other_units_are_others(left, right):
    assert numbers(left) != numbers(right)


def test_a_date_is_read_in_parts_so_that_its_words_may_be_moved():
    assert numbers("自2019年5月15日起施行") == {"2019年", "5月", "15日"}


def test_the_words_that_bind_are_told_apart():
    assert modalities("应当公开，可以收费，不得拒绝，不予公开") == {"应当", "可以", "不得", "不予"}
    assert modalities("要公开") == set()


@pytest.mark.parametrize("text", ["不但公开", "非但公开", "形成但尚未移交的", "除此而言", "清除垃圾。另外公开"])
def test_words_that_look_like_exceptions_are_none(text):
    assert exceptions(text) == set()


@pytest.mark.parametrize("marks", ["“{}”", "‘{}’", "'{}'"])
def test_quotation_marks_of_any_shape_set_off_a_term(marks):
    assert quoted_terms(marks.format("双随机.一公开")) == {"双随机一公开"}


def test_long_quotations_are_no_terms():
    assert quoted_terms("“公开为常态，不公开为例外，这是一个很长的句子”") == set()
