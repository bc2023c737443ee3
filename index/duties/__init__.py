"""Read who must do what by when out of a provision."""

from index.corpus import Duty, Provision
from index.duties.brackets import read_bracket
from index.duties.deadlines import Deadline, deadline_words
from index.duties.dotted import read_dotted
from index.duties.labelled import read_labelled
from index.duties.names import body_names
from index.duties.rows import read_row
from index.duties.sentences import read_sentences
from index.duties.words import words

__all__ = ["Deadline", "body_names", "deadline_words", "read_duties"]


def read_duties(provision: Provision) -> tuple[Duty, ...]:
    """Return the duties a provision states in its own words, in their order there.

    A table row states them in its columns, any other provision in its sentences, in its
    labels and in its closing bracket.
    Where a sentence leaves open who acts, no duty is read: better none than a wrong one.
    """
    if provision.kind == "行":
        return tuple(read_row(provision))
    if not provision.own_text or provision.address in words()["sentences"]["frame_without_duties"]:
        return ()
    if words()["sentences"]["lost_punctuation"] in provision.warnings:
        return tuple(read_dotted(provision))
    return (*read_sentences(provision), *read_labelled(provision), *read_bracket(provision))
