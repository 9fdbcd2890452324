"""Reading PostgreSQL's statement log in tests."""

from __future__ import annotations

import re

ENTRY = re.compile(r"^\d{4}-\d\d-\d\d [^\[\n]*\[\d+\] (\w*) ", re.M)
APPLICATION = "fileroom_app"
OF_CONTENTS = re.compile(r"ciphertext|object_name|\*", re.I)
READS = re.compile(r"\bSELECT\b|\bRETURNING\b|\bCOPY\b[^;]*\bTO\b", re.I)
# What is written into the shelf with values of its own reads nothing.
PUTS = re.compile(r"^\W*(?:INSERT INTO\b(?!.*\bSELECT\b)|UPDATE\b|DELETE FROM\b)(?!.*\bRETURNING\b)", re.I | re.S)


def statements(log: str, role: str | None = None) -> list[str]:
    """The statements of a log, each on as many lines as it had; of one database role, or of all."""
    _, *parts = ENTRY.split(log)
    said = [text for who, text in zip(parts[::2], parts[1::2], strict=True) if role in (None, who)]
    found = [re.sub(r"^LOG:\s+(?:statement|execute [^:]*): ", "", text) for text in said if text.startswith("LOG:")]
    return [text for text in found if not text.startswith("LOG:")]


def bound_values(log: str) -> list[str]:
    """The values that were bound apart from their statements, as the log has them: one line for each statement."""
    return re.findall(r"DETAIL:\s+[Pp]arameters: (.*)", log)


def unlogged_reads(log: str) -> list[str]:
    """Statements of the application that read a ciphertext, or where it lies, and insert no entry of the ledger."""
    named = [text for text in statements(log, APPLICATION) if re.search(r"\brecords_sealed\b", text)]
    reading = [text for text in named if READS.search(text) and OF_CONTENTS.search(text) and not PUTS.match(text)]
    return [text for text in reading if not re.search(r"INSERT INTO ledger_event", text)]
