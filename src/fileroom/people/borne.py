"""Who may bear a name, among all the rows of a district.

A `search_name` has its plain letters already. What it keeps, all that parts two words, is made plain here as
`names.words_of` does it. Whoever asks compares what is found, name by name.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.functions import Concat

from fileroom.people.names import LONGEST_PARTICLE, runs_of, search_key, words_of

# The mark in a Hawaiian name parts two words, and is a letter to the database.
_NO_LETTERS = "([^[:alpha:]]|[\u02b0-\u02ff])+"


def may_bear(names: Iterable[str], field: str = "search_name") -> Q:
    """The rows whose name may be one of these as another clerk writes it: all that have a word in common with one, and
    few others. A short word counts where it stands alone: "an" is in many a name. A name that has nothing in common but
    the letters, each word's in another order, is not looked for."""
    # a vowel that is a sign of its own, as in Gurmukhi, is no letter to `words_of`, and stands in the row
    runs = {run for name in names for run in (*runs_of(words_of(name)), *search_key(name).split())}
    long = {it for it in runs if len(it) > LONGEST_PARTICLE}
    return Q(_has(long, field, parted_by="")) | Q(_has(runs - long, field, parted_by=" "))


def _has(words: Iterable[str], field: str, *, parted_by: str) -> Func:
    """Is one of these words in it, its own words parted so?"""
    around = Concat(Value(" "), F(field), Value(" "))
    parted = Func(around, Value(_NO_LETTERS), Value(parted_by), Value("g"), function="regexp_replace")
    patterns = Value([f"%{parted_by}{it}{parted_by}%" for it in sorted(words)])
    template = "%(expressions)s::text[])"
    return Func(parted, patterns, template=template, arg_joiner=" LIKE ANY (", output_field=BooleanField())
