"""Benchmarks: what retrieval finds and costs, against figures anyone can measure again."""
