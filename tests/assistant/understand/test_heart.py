import pytest

from assistant.understand.heart import heart


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("我刚接手这块工作，想请教一下：当面递的申请哪天算收到？", "当面递的申请哪天算收到？"),
        ("今天真热。对了，第三方逾期不回谁来决定？", "第三方逾期不回谁来决定？"),
        ("公共图书馆要设查阅场所吗？收到请回复", "公共图书馆要设查阅场所吗？"),
        ("年报什么时候公布？——发自我的手机", "年报什么时候公布？"),
        ("值班制度分哪几块，我们要做个目录", "值班制度分哪几块"),
        ("哪些情形要问责，给我个清单做培训用", "哪些情形要问责"),
        ("给新来的同事讲课用：值班日志要记哪几项？", "值班日志要记哪几项？"),
        ("市民来电：年底哪些人要自己来登记？", "年底哪些人要自己来登记？"),
    ],
)
def test_what_stands_around_a_question_is_left_out(message, asks):
    assert heart(message, bool) == asks


@pytest.mark.parametrize(
    "message",
    [
        "征地信息公开，请问谁负责？",
        "请问",
        "补正 几天",
        "申请被退回，我们要填哪张表",
        "他要旧档案，我们要不要做成复印件",
    ],
)
def test_a_question_that_cannot_stand_alone_keeps_what_was_said_before(message):
    assert heart(message, bool) == message


def test_a_part_that_does_not_say_what_it_is_about_keeps_what_was_said_before():
    message = "网上在传不完整的消息。宣传口问：我们这时应当做什么？"

    assert heart(message, lambda part: "消息" in part) == message
