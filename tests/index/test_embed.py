import json
import shutil

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from index.embed import StaticEmbedder, TransformerEmbedder, open_embedder, shipped_model
from index.errors import LibraryError

TEXTS = [
    "行政机关应当公开政府信息",
    "财政预算",
    "财政",
    "",
    "  \n",
    "😀",
    "PM2.5 Ａ〔2014〕",
    "公开" * 2000,
    "行政机关 应当",
]


@pytest.fixture
def folder(model, tmp_path):
    """The tiny model, for one test to damage."""
    return shutil.copytree(model, tmp_path / "模型 model")


def refusal(folder):
    with pytest.raises(LibraryError) as told:
        open_embedder(folder)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_static_model_is_read_without_sentence_transformers(embedder):
    assert isinstance(embedder, StaticEmbedder)


@pytest.mark.slow
@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_vectors_equal_those_of_sentence_transformers(which, model):
    from sentence_transformers import SentenceTransformer

    folder = model if which == "tiny" else shipped_model()
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    theirs = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    ours = open_embedder(folder).embed(TEXTS)

    known = ours.any(axis=1)  # left to itself it counts in half precision, in which a zero row comes out as nan
    np.testing.assert_allclose(ours[known], theirs.encode(TEXTS)[known], atol=1e-3)
    np.testing.assert_allclose(ours, theirs.float().encode(TEXTS), atol=1e-5)


@pytest.mark.slow
def test_any_other_model_goes_through_sentence_transformers_and_gives_the_same(model, embedder):
    np.testing.assert_allclose(TransformerEmbedder(model).embed(TEXTS), embedder.embed(TEXTS), atol=1e-5)


@pytest.mark.slow
def test_another_model_that_cannot_be_loaded_is_said_in_one_line(folder):
    (folder / "model.safetensors").write_bytes(b"")

    with pytest.raises(LibraryError, match="无法读取"):
        TransformerEmbedder(folder).embed(["公开"])


def test_vectors_are_unit_rows_in_the_order_of_the_texts(embedder):
    vectors = embedder.embed(["公开", "财政", "公开"])

    assert (vectors.dtype, vectors.shape) == (np.float32, (3, 64))
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)
    np.testing.assert_array_equal(vectors[0], vectors[2])


def test_an_empty_text_is_a_zero_vector(embedder):
    assert not embedder.embed([""]).any()


def test_no_texts_are_no_vectors(embedder):
    assert embedder.embed([]).shape == (0, 64)


def test_the_end_of_a_long_text_counts(embedder):
    long = "公" * 5000

    assert not np.allclose(embedder.embed([long]), embedder.embed([long + "财政" * 2000]))


def test_padding_and_truncation_of_the_tokenizer_are_ignored(folder, embedder):
    settings = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    settings["truncation"] = {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0}
    settings["padding"] = {
        "strategy": {"Fixed": 32},
        "direction": "Right",
        "pad_to_multiple_of": None,
        "pad_id": 0,
        "pad_type_id": 0,
        "pad_token": "[UNK]",
    }
    (folder / "tokenizer.json").write_text(json.dumps(settings), "utf-8")

    np.testing.assert_array_equal(open_embedder(folder).embed(TEXTS), embedder.embed(TEXTS))


def test_the_hash_names_the_files_and_not_the_place(model, folder, other_model):
    assert open_embedder(folder).sha256 == open_embedder(model).sha256
    assert open_embedder(folder).sha256 != open_embedder(other_model).sha256


def test_the_model_card_is_not_the_model(folder, embedder):
    (folder / "README.md").write_text("model card", "utf-8")

    assert open_embedder(folder).sha256 == embedder.sha256


def test_any_changed_byte_is_another_model(folder, embedder):
    place = folder / "model.safetensors"
    content = bytearray(place.read_bytes())
    content[-2] ^= 1
    place.write_bytes(content)

    assert open_embedder(folder).sha256 != embedder.sha256


@pytest.mark.parametrize(
    "name", ["modeling_x.py", "pytorch_model.bin", "weights.pkl", "a/b/c.pt", "WEIGHTS.PKL", "x.ckpt", "y.pyc"]
)
def test_files_that_could_run_code_are_refused_by_name(folder, name):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"")

    assert (folder / name).name in refusal(folder)


def test_a_missing_model_is_said_with_its_place(tmp_path):
    assert str(tmp_path / "nowhere") in refusal(tmp_path / "nowhere")


def test_a_hub_name_is_a_missing_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "没有这个嵌入模型目录" in refusal(type(tmp_path)("BAAI/bge-small-zh-v1.5"))


@pytest.mark.parametrize("name", ["modules.json", "tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("damage", ["removed", "emptied", "halved", "garbled", "other json"])
def test_a_damaged_model_is_said_with_what_to_do(folder, name, damage):
    place = folder / name
    whole = place.read_bytes()
    place.unlink()
    if damage != "removed":
        place.write_bytes(
            {
                "emptied": b"",
                "halved": whole[: len(whole) // 2],
                "garbled": b"\xff" + whole[1:],
                "other json": b'{"a": 1}',
            }[damage]
        )

    assert "请" in refusal(folder)


def test_weights_of_another_tokenizer_are_refused(folder):
    weights = load_file(folder / "model.safetensors")["embedding.weight"]
    save_file({"embedding.weight": weights[:10]}, folder / "model.safetensors")

    assert "无法读取" in refusal(folder)


def test_weights_that_are_no_numbers_are_refused(folder):
    weights = load_file(folder / "model.safetensors")["embedding.weight"]
    weights[3, 3] = np.nan
    save_file({"embedding.weight": weights}, folder / "model.safetensors")

    assert "无法读取" in refusal(folder)


@pytest.mark.skipif(not shipped_model().is_dir(), reason="the model is not built yet")
def test_the_shipped_model_knows_the_words_of_the_trade():
    near, far = "公开三公经费", "突发公共事件应急预案"
    question, one, other = open_embedder(shipped_model()).embed(["“三公”经费怎么公开", near, far])

    assert question @ one > question @ other


def test_a_model_that_gives_no_numbers_is_told(model, monkeypatch):
    embedder = TransformerEmbedder(model)
    monkeypatch.setattr(type(embedder._model), "encode", lambda *texts, **options: np.full((1, 4), np.nan))

    with pytest.raises(LibraryError, match="不是有限数"):
        embedder.embed(["公开"])
