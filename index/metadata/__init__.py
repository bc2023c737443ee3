"""Title, number, issuer, dates and place, read out of a policy text."""

from index.metadata.numbers import normalise_number
from index.metadata.read import Metadata, read_metadata
from index.metadata.titles import normalise_title

__all__ = ["Metadata", "normalise_number", "normalise_title", "read_metadata"]
