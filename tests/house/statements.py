"""Reading PostgreSQL's statement log in tests."""

from __future__ import annotations

import re

ENTRY = re.compile(r"^\d{4}-\d\d-\d\d [^\[\n]*\[\d+\] ", re.M)
READS = re.compile(r"\bSELECT\b|\bCOPY\b[^;]*\bTO\b", re.I)
WRITES = re.compile(r"^\W*(?:INSERT INTO|UPDATE|DELETE FROM)\b", re.I)


def statements(log: str) -> list[str]:
    """The statements of a log, each on as many lines as it had."""
    parts = ENTRY.split(log)
    found = [re.sub(r"^LOG:\s+(?:statement|execute [^:]*): ", "", part) for part in parts if part.startswith("LOG:")]
    return [text for text in found if not text.startswith("LOG:")]


def unlogged_reads(log: str) -> list[str]:
    """Statements that read a ciphertext, or where it lies, and do not insert an entry of the ledger."""
    named = [text for text in statements(log) if re.search(r"\brecords_sealed\b", text)]
    reading = [text for text in named if READS.search(text) and re.search(r"ciphertext|object_name|\*", text)]
    return [text for text in reading if not WRITES.match(text) and not re.search(r"INSERT INTO ledger_event", text)]
