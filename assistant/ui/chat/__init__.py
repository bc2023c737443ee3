"""问答: questions, and answers with their sources."""
