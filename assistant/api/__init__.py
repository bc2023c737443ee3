"""The documented HTTP interface for other programs of the office."""
