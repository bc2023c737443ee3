"""Find the provisions that may answer a question."""
