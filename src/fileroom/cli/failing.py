"""What a command says where it did not do what it was asked, and how it ends."""

from __future__ import annotations

import sys


def failed(says: object, status: int) -> int:
    """Say it where no program takes it for the answer; the exit status."""
    print(f"fileroom: {says}", file=sys.stderr)
    return status
