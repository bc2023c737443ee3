"""Compose an answer out of provisions, without a language model: the words are the provisions' own."""
