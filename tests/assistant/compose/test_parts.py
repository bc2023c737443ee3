from dataclasses import replace

from assistant.compose.parts import answer_parts
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.understand.stage import Asked, understand


def test_two_things_that_stand_in_two_provisions_are_both_answered(drafted):
    claims = drafted("补正通知和答复各几天？").claims
    addresses = [support.provision.address for claim in claims for support in claim.supports]

    assert "第三十条" in addresses
    assert "第三十三条第二款" in addresses


def test_two_things_that_stand_in_one_provision_are_left_to_one_answer(library, catalogue, source):
    question = understand(Asked("补正通知和答复各几天？"), catalogue)
    retrieval = retrieve(question, ProvisionRetriever(library=library), limit=20)
    first, second = retrieval.parts

    assert answer_parts(replace(retrieval, parts=(first, second)), source) is not None
    assert answer_parts(replace(retrieval, parts=(first, first)), source) is None
