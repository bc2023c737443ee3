"""Whole documents, or what they say of a topic, set side by side in a table."""
