"""What is no question for a library of rules: declined with a fixed text, and with what there is to say besides."""

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.excerpt import excerpt_claims
from assistant.compose.naming import label
from assistant.draft import Draft, Retrieval
from assistant.lexicon import english_words
from assistant.outcomes import fixed_texts
from assistant.question import DECISION, Question

HAN = re.compile(r"[\u3400-\u9fff]")


def declined(retrieval: Retrieval) -> Draft | None:
    """The fixed answer to what is no question for this library; None for all others."""
    question = retrieval.question
    if question.refusal == DECISION:
        return _to_be_weighed(retrieval)
    if question.refusal is not None:
        return Draft(question=question, hits=(), outcome=Outcome.REFUSED)
    if not HAN.search(question.text):
        return _ask_in_chinese(question)
    if question.is_out_of_scope:
        return Draft(question=question, hits=(), outcome=Outcome.OUT_OF_SCOPE)
    if question.documents == ():
        message = fixed_texts()["not_in_library"]["filtered"]
        return Draft(question=question, hits=(), outcome=Outcome.NOT_IN_LIBRARY, message=message)
    return None


def _to_be_weighed(retrieval: Retrieval) -> Draft:
    """Leave the decision to the agency, and list what the rules say that it has to weigh."""
    texts = fixed_texts()[Outcome.REFUSED]
    speaking = [hit for hit in retrieval.hits if hit.answers(named=False)]
    about = " ".join(retrieval.question.weighed)
    claims = [
        replace(claim, label=label(hit.document, hit.provision))
        for hit in speaking
        for claim in excerpt_claims(hit.provision, hit.document, about, most=1)
    ]
    message = "\n".join([texts[DECISION], *([texts["weighed"]] if claims else [])])
    return Draft(
        # The rules hold whatever document the question names.
        question=replace(retrieval.question, documents=None),
        hits=retrieval.hits,
        outcome=Outcome.REFUSED,
        claims=tuple(claims),
        message=message,
    )


def _ask_in_chinese(question: Question) -> Draft:
    """Ask for Chinese, with what was recognised of the English."""
    texts, found = fixed_texts()["clarify"], english_words(question.text)
    recognised = texts["recognised"].format(words="、".join(found)) if found else ""
    choices = ("".join(found),) if found else ()
    message = f"{texts['language']}{recognised}"
    return Draft(question=question, hits=(), outcome=Outcome.CLARIFY, message=message, choices=choices)
