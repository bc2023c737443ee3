"""The tab 资料库: which documents the library holds, how they stand to each other, and what to check."""
