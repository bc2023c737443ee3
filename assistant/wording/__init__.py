"""Let a language model word what was found: optional, checked, and left aside when anything is wrong."""
