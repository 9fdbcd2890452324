"""Texts in, findings out: which kind of text it is tells how to read it."""

from __future__ import annotations

from enum import StrEnum


class TextKind(StrEnum):
    """What a text is."""

    CSV_ROW = "csv_row"
    EMAIL = "email"
    FORM_ANSWERS = "form_answers"
    FORM_FIELD = "form_field"
    LETTER = "letter"
    NOTE = "note"
    PROSE = "prose"
    TABLE = "table"
