"""The documents of the open part: importing this module registers every builder beside it."""

import importlib
import pkgutil
from pathlib import Path

from tests.screening.corpus.documents import DOCUMENTS, Document, document

__all__ = ["DOCUMENTS", "Document", "document"]

for _module in sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)])):
    if _module.startswith("documents_"):
        importlib.import_module(f"{__package__}.{_module}")
