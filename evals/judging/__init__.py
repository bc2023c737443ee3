"""A language model's opinion of answers: beside the checks, never the gate, and held against what people say."""
