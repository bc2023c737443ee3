"""Faults a person can mend: one line each, saying what is wrong, where, and what to do."""


class UserError(Exception):
    """A fault with a message fit for the user; printed without a traceback."""

    exit_code = 3


class UsageError(UserError):
    """The command was called wrongly."""

    exit_code = 2


class DocumentError(UserError):
    """A document cannot be read; its name and the reason stand in the message."""

    exit_code = 1


class LibraryError(UserError):
    """The library is missing, damaged, locked, or made with another embedding model."""
