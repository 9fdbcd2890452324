"""The law's word on a form that is written here: on its title and each of its fields."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from fileroom.collection.declarations.standing import Honoured
from fileroom.collection.forms import (
    REMEMBERED,
    Field,
    FieldAnswer,
    FormAnswer,
    FormDefinition,
    check_field,
    check_title,
)
from fileroom.collection.register.standing import Edition, edition_on
from fileroom.collection.rulings import Scope
from fileroom.hosting import current_district
from fileroom.law.exceptions import DeclaredException
from fileroom.law.takings import Ruling
from fileroom.people import counsel

# What speaks against a form: where in it (a field, a page), what it asks for, and the ruling.
Reasons = Sequence[tuple[Any, str, Ruling]]


def answer_of(definition: FormDefinition, on: date, under: Honoured | None) -> FormAnswer:
    """Field by field, and remembered by the law as this district has signed for it: at each key all but one are as
    before."""
    by = (on, under.exception if under else None, edition_on(on), current_district())
    fields = tuple([_of_field(it, definition.title, *by) for it in definition.fields])
    return FormAnswer(_of_title(definition.title, *by), fields)


def reasons_of(answer: FormAnswer) -> Reasons:
    """What speaks against the form: in which field, 0 for its title; what it asks for; by which rule it may not."""
    answers = (answer.title, *answer.fields)
    return [(number, it.category, it.ruling) for number, of in enumerate(answers) for it in of.reasons]


@lru_cache(maxsize=REMEMBERED)
def _of_title(title: str, on: date, under: DeclaredException | None, by: Edition, district: str) -> FieldAnswer:
    return check_title(title, Scope(on, under, counsel.decide))


@lru_cache(maxsize=REMEMBERED)
def _of_field(
    field: Field, title: str, on: date, under: DeclaredException | None, by: Edition, district: str
) -> FieldAnswer:
    return check_field(field, Scope(on, under, counsel.decide), title=title)
