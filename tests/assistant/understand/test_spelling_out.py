from assistant.understand.spelling_out import kinds_written, numbers_written


def test_every_number_gets_the_words_and_the_year_that_are_said_once():
    assert numbers_written("某政办发〔2031〕8号、9号和10号，谁负责") == (
        "某政办发〔2031〕8号、某政办发〔2031〕9号和某政办发〔2031〕10号，谁负责"
    )


def test_a_number_with_words_of_its_own_stays():
    text = "某政办发〔2031〕8号和某府令第9号"

    assert numbers_written(text) == text


def test_a_kind_said_once_is_given_to_each_where_more_documents_are_named_then():
    text = "厨余回收和少儿阅读这两份方案，谁负责"
    written = "厨余回收的方案和少儿阅读的方案，谁负责"

    assert kinds_written(text, lambda words: words.count("的方案")) == written
    assert kinds_written(text, lambda words: 0) == text
