"""Several papers as one file, to print."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf


def together(pdfs: Iterable[bytes]) -> bytes:
    """Several papers as one, each from its first page, to print."""
    with pikepdf.new() as whole:
        for pdf in pdfs:
            with pikepdf.open(io.BytesIO(pdf)) as one:
                whole.pages.extend(one.pages)
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue()
