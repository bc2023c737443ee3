"""Files to documents: text, front matter, metadata and provisions of every file in a folder."""
