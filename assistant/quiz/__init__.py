"""Draw questions from provisions for training: the key of every question is the provision itself."""
