import pytest
from tokenizers import Tokenizer

from index.training.corpus import Article, Question
from index.training.settings import TrainingSettings
from index.training.vocabulary import build_tokenizer

SUBJECTS = ["宅基地", "劳动合同", "食品安全", "道路交通", "继承权", "著作权", "饮用水", "幼儿园"]
ACTS = ["申请登记", "依法公开", "处以罚款", "签订协议", "接受监督"]


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return [
        Article(
            f"{subject}{act}",
            f"{subject}条例",
            ("第一章 总则",),
            f"有关{subject}的事项，由主管部门负责；当事人应当{act}，\n{subject}另有规定的从其规定。",
        )
        for subject in SUBJECTS
        for act in ACTS
    ]


@pytest.fixture(scope="session")
def questions(articles: list[Article]) -> list[Question]:
    return [Question(f"{article.id}怎么办？找谁？", (article.id,)) for article in articles]


@pytest.fixture(scope="session")
def tokenizer(articles: list[Article], questions: list[Question]) -> Tokenizer:
    texts = [*(article.embedding_text for article in articles), *(one.text for one in questions)]
    return build_tokenizer(texts, texts, pieces=200, max_piece_characters=4)


@pytest.fixture(scope="session")
def settings() -> TrainingSettings:
    return TrainingSettings(dimensions=16, epochs=4, batch_size=16, learning_rate=0.05, threads=1)


@pytest.fixture(scope="session")
def collection(articles: list[Article]) -> dict[str, Article]:
    return {article.id: article for article in articles}
