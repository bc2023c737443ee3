"""Writes a trained model in sentence-transformers' directory format."""

from pathlib import Path

from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer
from torch import Tensor


def save_model(weights: Tensor, tokenizer: Tokenizer, directory: Path) -> None:
    """Write weights as float16, with the tokenizer and the configuration, into `directory`.

    Other files there, such as the model card, are left alone.
    """
    modules = [StaticEmbedding(tokenizer, embedding_weights=weights.half()), Normalize()]
    model = SentenceTransformer(modules=modules, device="cpu", similarity_fn_name="cosine")
    model.save_pretrained(str(directory), create_model_card=False)
