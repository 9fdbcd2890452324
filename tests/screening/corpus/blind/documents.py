"""All documents of the blind part: importing this module fills the list."""

from __future__ import annotations

from tests.screening.corpus.blind import bundles, office, printed, scanned, slides
from tests.screening.corpus.blind.registry import DOCUMENTS, Document, document

__all__ = ["DOCUMENTS", "Document", "bundles", "document", "office", "printed", "scanned", "slides"]
