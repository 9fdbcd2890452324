"""Is it readable at all? Faults a person can mend: which field or file, why, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError

from fileroom.collection.items import Field, form_of
from fileroom.records.contents import LARGEST
from fileroom.screening import Kind, kind_of

LONGEST = 4000
# A note that is too long is looked into too, so that whoever wrote it gets it back to shorten; beyond this it is
# refused by its length alone, and not a letter of it is looked at or shown again.
LONGEST_LOOKED_INTO = 10 * LONGEST


def looked_into(given: Mapping[str, Any]) -> dict[str, str]:
    """The values as the sieve reads them: blank where one is too long to be looked into."""
    texts = {name: str(value) for name, value in given.items()}
    return {name: text if len(text) <= LONGEST_LOOKED_INTO else "" for name, text in texts.items()}


def checked_fields(item: str, given: Mapping[str, Any]) -> dict[str, str]:
    """The item's own fields, each readable; ValidationError maps field names to reasons."""
    fields = {field.name: field for field in form_of(item)}
    faults = {name: "This item has no such field." for name in given if name not in fields}
    if not fields:
        faults[""] = "This item is a document: choose a file."
    kept: dict[str, str] = {}
    for name, field in fields.items():
        value = str(given.get(name) or "").strip()
        fault = _fault(field, value)
        if fault:
            faults[name] = fault
        elif value:
            kept[name] = value
    if faults:
        raise ValidationError(faults)
    return kept


def _fault(field: Field, value: str) -> str | None:
    if not value:
        return f"{field.label}: say it, the law's catalogue asks for it." if field.required else None
    if len(value) > LONGEST:
        return f"{field.label}: {len(value)} characters; at most {LONGEST} can be kept here."
    if field.kind == "choice" and value not in {code for code, _ in field.choices}:
        return f"{field.label}: choose one of the list."
    return _date_fault(field, value) if field.kind == "date" else None


def _date_fault(field: Field, value: str) -> str | None:
    try:
        day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        return f"{field.label}: this is not a date. Write it as YYYY-MM-DD."
    return None if 1900 <= day.year <= 2100 else f"{field.label}: the year {day.year} cannot be right."


def checked_document(name: str, body: bytes) -> Kind:
    """What the file is. ValidationError where it is empty, too large, none of the kinds, or not what its name says."""
    if not body:
        raise ValidationError({"file": "The file is empty. Scan it again."})
    if len(body) > LARGEST:
        raise ValidationError(
            {
                "file": f"The file has {len(body) // 2**20} MB; at most {LARGEST // 2**20} MB are kept. "
                "Split it or scan at 150 dpi."
            }
        )
    kind, ending = kind_of(body, name), PurePath(name).suffix.lower()
    if kind is None:
        raise ValidationError(
            {
                "file": "This is not a PDF, PNG, JPEG, TIFF, plain text, Word, Excel, PowerPoint or OpenDocument file "
                f"without macros, nor an e-mail, whatever its name ({ending or 'none'}) says. Nothing was kept."
            }
        )
    if ending and ending not in kind.endings:
        raise ValidationError(
            {
                "file": f"The name ends in {ending}, the contents are {kind.called or kind.media_type}. "
                "Save it under its own kind. Nothing was kept."
            }
        )
    return kind
