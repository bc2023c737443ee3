"""Questions with expected answers, and what scores the assistant against them."""
