import numpy as np
import pytest
import torch
from safetensors.numpy import load_file
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from index.training.save import save_model

TEXTS = ["宅基地怎么登记？", "由主管部门负责", "劳动合同，食品安全", "龘登记"]


@pytest.fixture(scope="module")
def directory(tokenizer, tmp_path_factory):
    path = tmp_path_factory.mktemp("model")
    path.joinpath("README.md").write_text("card", encoding="utf-8")
    weights = torch.randn(tokenizer.get_vocab_size(), 16, generator=torch.Generator().manual_seed(0))
    weights[0] = 0
    save_model(weights, tokenizer, path)
    return path


def test_saved_model_equals_the_normalised_mean_of_its_rows(directory):
    tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
    rows = load_file(directory / "model.safetensors")["embedding.weight"]
    means = np.stack([rows[tokenizer.encode(text).ids].astype(np.float32).mean(axis=0) for text in TEXTS])
    expected = means / np.linalg.norm(means, axis=1, keepdims=True)

    model = SentenceTransformer(str(directory), device="cpu", local_files_only=True)
    vectors = model.encode(TEXTS).astype(np.float32)

    assert rows.dtype == np.float16
    np.testing.assert_allclose(vectors, expected, atol=2e-3)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=2e-3)


def test_model_card_is_left_alone(directory):
    assert (directory / "README.md").read_text(encoding="utf-8") == "card"
