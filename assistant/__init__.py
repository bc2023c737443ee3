"""From a question to an answer cited to the provision."""
