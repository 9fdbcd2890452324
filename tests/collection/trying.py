"""What a page that tries a file gives out for the one that takes it."""

from __future__ import annotations

import re


def mark(answer: str) -> str:
    """The mark of the file that was tried."""
    (found,) = re.findall(r'name="tried" value="([^"]+)"', answer)
    return str(found)
