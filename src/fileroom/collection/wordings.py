"""Words looked for in a text as people and programs write them: folded, at the borders of words, by their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

JOINED = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Z][a-z])|_")
BLANKS = re.compile(r"[^\S\n\t]+")
BEGIN, END = r"(?<![^\W_])", r"(?![^\W_])"
MARKS = re.compile(r"['’`´\-‐‑–—]+")


def plain(text: str) -> str:
    """The text folded: identifiers split, no accents, no capitals, apostrophes and hyphens as blanks.

    Its length may differ from what was given. Line breaks and tabs stay.
    """
    if text.isascii():
        return BLANKS.sub(" ", MARKS.sub(" ", JOINED.sub(" ", text).lower()))
    split = JOINED.sub(" ", unicodedata.normalize("NFKC", text))
    bare = "".join(it for it in unicodedata.normalize("NFD", split) if unicodedata.category(it) not in ("Mn", "Cf"))
    whole = unicodedata.normalize("NFC", bare).casefold().replace("đ", "d")
    return BLANKS.sub(" ", MARKS.sub(" ", whole))


@cache
def words(these: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these words in a folded text; of no words, one that finds nothing.

    A word in letters of Latin stands between borders, a last * for any ending; one in other letters stands anywhere.
    """
    stems = [(plain(each.rstrip("*")).strip(), each.endswith("*")) for each in sorted(these, key=len, reverse=True)]
    latin = [re.escape(stem) + ("" if open_ended else END) for stem, open_ended in stems if stem.isascii()]
    other = [re.escape(stem) for stem, _ in stems if not stem.isascii()]
    kinds = [f"{BEGIN}(?:{'|'.join(latin)})"] if latin else []
    return re.compile("|".join([*kinds, *other]) or r"(?!)")


def first(text: str, roles: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[int, str] | None:
    """The role whose word stands first in the folded text, with its place; of two at one place, the longer."""
    found = [(match.start(), -len(match[0]), role) for role, pattern in roles if (match := pattern.search(text))]
    return (min(found)[0], min(found)[2]) if found else None


def last(text: str, roles: Iterable[tuple[str, re.Pattern[str]]]) -> str | None:
    """The role whose word stands last in the folded text."""
    found = [(match.end(), role) for role, pattern in roles for match in pattern.finditer(text)]
    return max(found)[1] if found else None
