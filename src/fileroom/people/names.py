"""Names as people search them: letters without accents or case, whatever the script."""

from __future__ import annotations

import unicodedata


def search_key(*names: str) -> str:
    """'José', 'Núñez-Díaz' -> 'jose nunez-diaz'. Marks that only direct or join text are dropped."""
    text = unicodedata.normalize("NFKD", " ".join(name for name in names if name)).casefold()
    kept = (letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf", "Cc"))
    return " ".join("".join(kept).split())
