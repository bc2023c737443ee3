"""Lexical search: a Tantivy index over character unigrams and bigrams, ranked by BM25."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from index.errors import LibraryError
from index.passages import Passage
from index.tokens import terms

HEAP_BYTES = 64_000_000
CONTEXT_WEIGHT = 0.6
"""Weight of a term found in title, number and headings, against 1 in the words."""


@dataclass(frozen=True, slots=True)
class LexicalHit:
    """A passage found by its terms."""

    provision_id: str
    score: float
    """BM25; 0 and above, higher is better, not comparable between queries."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("context", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def write_lexical_index(folder: Path, passages: Iterable[Passage]) -> None:
    """Write an index of all passages into a new folder.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True)
    extend_lexical_index(folder, passages, removed=())


def extend_lexical_index(folder: Path, passages: Iterable[Passage], *, removed: Iterable[str]) -> None:
    """Take the passages of some documents out of an index, and put others in.

    Raises:
        OSError: it cannot be written.
    """
    try:
        writer = tantivy.Index(_schema(), path=str(folder)).writer(HEAP_BYTES, 1)
        for document_id in removed:
            writer.delete_documents_by_term("document", document_id)
        for passage in passages:
            writer.add_document(_document(passage))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        raise OSError(str(error)) from error


def _document(passage: Passage) -> tantivy.Document:
    return tantivy.Document(
        id=passage.provision_id,
        document=passage.document_id,
        context=" ".join(terms(passage.context)),
        words=" ".join(terms(passage.words)),
    )


class LexicalIndex:
    """An open index; safe to search from many threads."""

    def __init__(self, folder: Path) -> None:
        """Open an index that `write_lexical_index` wrote, in a folder that can be written: Tantivy locks it.

        Raises:
            LibraryError: there is none, or it is damaged.
        """
        self._schema = _schema()
        try:
            self._searcher = tantivy.Index.open(str(folder)).searcher()
        except ValueError as error:
            raise LibraryError(f"资料库的检索索引已损坏（{folder}）；请运行 disclosure index 重建") from error

    @property
    def count(self) -> int:
        """Passages in the index."""
        return int(self._searcher.num_docs)

    def frequency(self, term: str) -> int:
        """Return how many passages have a term in their words."""
        return int(self._searcher.doc_freq("words", term))

    def search(self, query: str, *, limit: int, documents: Collection[str] | None = None) -> list[LexicalHit]:
        """Return at most `limit` passages, best first; of `documents` only, where they are given."""
        words = sorted(set(terms(query)))
        if not words or (documents is not None and not documents):
            return []
        found = self._searcher.search(self._query(words, documents), limit, count=False)
        return [LexicalHit(self._searcher.doc(address)["id"][0], score) for score, address in found.hits]

    def _query(self, words: Sequence[str], documents: Collection[str] | None) -> tantivy.Query:
        query = tantivy.Query
        either = [(tantivy.Occur.Should, query.term_query(self._schema, "words", word)) for word in words]
        either += [
            (
                tantivy.Occur.Should,
                query.boost_query(query.term_query(self._schema, "context", word), CONTEXT_WEIGHT),
            )
            for word in words
        ]
        matching = query.boolean_query(either)
        if documents is None:
            return matching
        within = query.const_score_query(query.term_set_query(self._schema, "document", sorted(documents)), 0.0)
        return query.boolean_query([(tantivy.Occur.Must, matching), (tantivy.Occur.Must, within)])
