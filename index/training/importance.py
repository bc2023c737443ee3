"""Learn how surely a text that answers a question has a word of the question: `python -m index.training.importance`."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from index.read.folder import load_documents
from index.training.corpus import Article, Question, read_articles, read_questions
from index.training.own import own_pairs, shipped_questions
from index.words import PER_CENT, SHORTEST, UNKNOWN, UNKNOWN_PLACE, Cutter, is_word, stands_in

PRIOR_WORTH = 3.0
"""Questions that what is guessed of a word by its use in law is worth."""
LONG = 4

Input = Annotated[Path, typer.Option(exists=True, dir_okay=False)]


class Use(NamedTuple):
    """How law uses a word."""

    articles: int
    laws: int
    titles: int


class Asked(NamedTuple):
    """How questions use a word."""

    times: int
    answered: int
    """Of them those that a text with the word answers."""


def main(
    laws: Input,
    articles: Input,
    questions: Input,
    documents: Annotated[list[Path], typer.Option(exists=True, file_okay=False)],
    out: Path = Path("index/importance.json"),
) -> None:
    """Write the importance of each piece of the shipped vocabulary, in per cent."""
    cut = Cutter()
    law = read_articles(laws)
    pairs = [*_of_questions(read_questions(questions), read_articles(articles)), *_own(law, documents)]
    asked = count_asked(pairs, cut)
    unknown = asked.pop(UNKNOWN)
    found = importance(asked, count_use(law, cut), [word for word in cut.places if is_word(word)])
    by_place = {place: found.get(word, 0.0) for word, place in cut.places.items()}
    by_place[UNKNOWN_PLACE] = unknown.answered / unknown.times
    out.write_text(json.dumps([round(PER_CENT * by_place[place]) for place in sorted(by_place)]) + "\n", "utf-8")


def _of_questions(questions: Sequence[Question], articles: Sequence[Article]) -> Iterable[tuple[str, str]]:
    """Each lay question with all articles that answer it."""
    by_id = {article.id: article for article in articles}
    for question in questions:
        texts = [by_id[name].embedding_text for name in question.article_ids if name in by_id]
        if texts:
            yield question.text, "\n".join(texts)


def _own(law: Sequence[Article], documents: Sequence[Path]) -> Iterable[tuple[str, str]]:
    """Each question of this project with all provisions that answer it."""
    by_id = {article.id: article for article in law}
    texts: dict[str, list[str]] = defaultdict(list)
    for pair in own_pairs(shipped_questions(), load_documents(documents), by_id):
        texts[pair.query].append(pair.passage)
    return ((question, "\n".join(passages)) for question, passages in texts.items())


def count_asked(pairs: Iterable[tuple[str, str]], cut: Cutter) -> dict[str, Asked]:
    """Count in how many questions each word is, and of how many of them the answer has it; unknown words as one."""
    times: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for question, text in pairs:
        said = [(word if word in cut.places else UNKNOWN, stands_in(word, text)) for word in cut(question)]
        times.update(word for word, _ in said)
        answered.update(word for word, is_there in said if is_there)
    return {word: Asked(count, answered[word]) for word, count in times.items()}


def count_use(law: Sequence[Article], cut: Cutter) -> dict[str, Use]:
    """Count in how many articles, laws and titles of laws each word is."""
    articles: Counter[str] = Counter()
    laws: dict[str, set[str]] = defaultdict(set)
    for article in law:
        said = cut(article.text)
        articles.update(said)
        for word in said:
            laws[word].add(article.title)
    titles = Counter(word for title in {article.title for article in law} for word in cut(title))
    return {word: Use(count, len(laws[word]), titles[word]) for word, count in articles.items()}


def importance(asked: dict[str, Asked], use: dict[str, Use], vocabulary: Sequence[str]) -> dict[str, float]:
    """Return the share of answers that have a word; what is asked seldom leans on how law uses such words."""
    known = list(asked)
    signs = _signs(known, use)
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    labels = np.repeat([True, False], len(known))
    worth = [asked[word].answered for word in known] + [asked[word].times - asked[word].answered for word in known]
    scaled = (signs - mean) / spread
    model = LogisticRegression(max_iter=2_000).fit(np.vstack([scaled, scaled]), labels, sample_weight=worth)
    guessed = model.predict_proba((_signs(vocabulary, use) - mean) / spread)[:, 1]
    none = Asked(0, 0)
    return {
        word: (asked.get(word, none).answered + PRIOR_WORTH * guess) / (asked.get(word, none).times + PRIOR_WORTH)
        for word, guess in zip(vocabulary, guessed.tolist(), strict=True)
    }


def _signs(words: Sequence[str], use: dict[str, Use]) -> NDArray[np.float64]:
    return np.array([_signs_of(word, use.get(word, Use(0, 1, 0))) for word in words])


def _signs_of(word: str, use: Use) -> list[float]:
    often = math.log1p(use.articles)
    crowded = math.log(max(use.articles, 1) / use.laws)
    return [often, often**2, crowded, math.log1p(use.titles), len(word) == SHORTEST, len(word) >= LONG]


if __name__ == "__main__":
    typer.run(main)
