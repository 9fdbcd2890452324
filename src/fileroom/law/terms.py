"""Terms read off the typed facts themselves: a name, its values and how absence is read, for each field of a group."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date
from typing import Any

from fileroom.law.facts.reading import json_name, nearest, words_of
from fileroom.law.kernel.term import Term

FLAG = (True, False)
NUMBERS = (int, date)


def term_of(path: str, kind: Any, item: dataclasses.Field[Any]) -> Term:
    """The term of one field of a group of facts, or of the question itself."""
    parts = [part for part in (typing.get_args(kind) or (kind,)) if part is not type(None)]
    many = typing.get_origin(parts[0]) is tuple or typing.get_origin(kind) is tuple
    if many:
        parts = list(typing.get_args(parts[0] if typing.get_origin(parts[0]) is tuple else kind))[:1]
    values: tuple[Any, ...] | None = None
    if parts[0] is bool:
        values = FLAG
    elif parts[0] not in NUMBERS:
        values = tuple(word for enum in words_of(parts[0]) for word in enum)
    default = None if item.default is dataclasses.MISSING else item.default
    return Term(path, values, many, default, item.metadata.get("says", ""))


class Terms:
    """The terms of one group of facts, by attribute."""

    def __init__(self, group: type[Any], prefix: str) -> None:
        hints = typing.get_type_hints(group)
        self.by_name: dict[str, Term] = {}
        for item in dataclasses.fields(group):
            name = json_name(item.name)
            if name != "social_media":
                self.by_name[name] = term_of(prefix + name, hints[item.name], item)

    def __getattr__(self, name: str) -> Term:
        try:
            return self.by_name[json_name(name)]
        except KeyError:
            raise AttributeError(f"no fact named {name!r}; {nearest(name, self.by_name)}") from None
