"""对照: several documents side by side, or what they say of a topic."""
