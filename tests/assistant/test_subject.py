from assistant.subject import on_subject


def test_documents_that_say_in_a_title_that_they_are_about_disclosure_are_on_the_subject(library):
    assert on_subject(library.documents()) == {document.id for document in library.documents()}


def test_another_law_is_not(document):
    law = document("公路法", title="中华人民共和国公路法")
    rule = document("条例", title="某省政府信息公开条例")
    table = document("表", title="分解表", alternative_titles=("政务公开任务分工",))

    assert on_subject([law, rule, table]) == {"条例", "表"}
