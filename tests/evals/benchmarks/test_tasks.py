from evals.benchmarks.scope import Half
from evals.benchmarks.tasks import article_task, case_task, unseen_questions
from index.training.corpus import question_folds, read_questions


def test_cases_that_need_no_conversation_are_asked_for_what_they_must_cite(texts, case):
    alone = case(
        id="1", question="要澄清吗？", must_cite=[["fictional-measures#第二条"], ["fictional-measures#第四条"]]
    )
    later = case(id="2", history=["？"], must_cite=[["fictional-measures#第二条"]])

    task = case_task([texts], [Half("open", [alone, later]), Half("kept", [alone])])

    words = {document.id: document.text for document in task.documents}
    required = [
        [words[one][start:end].strip() for one, start, end in spans]
        for spans in task.questions["open cases"][0].required
    ]
    assert {group: len(asked) for group, asked in task.questions.items()} == {"open cases": 1, "kept cases": 1}
    assert required[0] == ["第二条 行政机关应当及时、准确地公开政府信息。", "行政机关发现虚假信息的，应当予以澄清。"]
    assert required[1] == ["第四条 本办法自二〇一二年三月一日起施行。"]
    assert task.reading_seconds > 0


def test_articles_are_those_that_answer_and_as_many_others_as_make_the_size(articles, questions):
    asked = [question for question in read_questions(questions) if "遛犬" in question.text]

    task = article_task(articles, asked, 3, with_vectors=False)
    whole = article_task(articles, asked, 100, with_vectors=False)

    ids = [provision.id for document in task.documents for provision in document.provisions]
    assert "甲市养犬条例#第二条" in ids
    assert len(ids) == 3
    assert sum(len(document.provisions) for document in whole.documents) == 4


def test_required_spans_are_those_of_the_articles(articles, questions):
    asked = read_questions(questions)

    task = article_task(articles, asked, 4, with_vectors=False)

    texts = {document.id: document.text for document in task.documents}
    both = next(wanted for wanted in task.questions["STARD"] if "罚款" in wanted.text)
    found = [texts[span.document_id][span.start : span.end] for [span] in both.required]
    assert found == ["占用消防通道停车的，处以罚款。", "停车场应当公示收费标准。"]


def test_only_questions_that_the_model_was_not_trained_on_are_asked(questions):
    asked = read_questions(questions)

    of_fold = unseen_questions(asked, 2)

    assert set(of_fold) == set(question_folds(asked, 2)[0].held_out)
