"""Revision errors, by name."""


class RevisionError(Exception):
    pass


class ResolutionError(RevisionError):
    pass


class MultipleHeads(RevisionError):
    pass
