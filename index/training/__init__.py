"""Trains the default embedding model on public law text; run as `python -m index.training`."""
