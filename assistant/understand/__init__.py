"""Understand a question by rules: aspects, scope, exact places, follow-ups."""
