"""Which categories of directory information the notice names: those the law allows, until the Board's policy has rows.

The one place to read the Board's own categories from.
"""

from __future__ import annotations

from fileroom.law.facts.things import DirectoryField


def categories() -> tuple[DirectoryField, ...]:
    """The categories in the law's order (Ed. Code 49061(c)): the closed list, of which a policy names no others."""
    return tuple(DirectoryField)
