"""JSON in, frozen facts out; and back. An unknown key or value is named, with the nearest allowed one.

Each group's types and defaults are read once, at import, from its dataclass. Reading then copies the defaults and sets
what was given, so that the rules find every fact in the group itself: to look for it in the class takes longer.
"""

from __future__ import annotations

import dataclasses
import difflib
import typing
from collections.abc import Callable, Iterable
from datetime import date, datetime
from types import NoneType
from typing import Any

from fileroom.law.facts.words import Word

Reader = Callable[[Any], Any] | dict[str, Word]


class Unreadable(ValueError):
    """A question that cannot be read. `path` says where; the message says what and names the nearest allowed."""

    def __init__(self, path: str, says: str) -> None:
        self.path = path
        super().__init__(f"{path}: {says}" if path else says)


MOST_REPEATED = 80


def said(given: object) -> str:
    """A value in an error's words. What is long is not repeated: it may be a paper, and is no word we would know."""
    text = repr(given) if not isinstance(given, (list, dict, tuple)) else type(given).__name__
    return text if len(text) <= MOST_REPEATED else f"a value of {len(text)} characters"


def named(key: str) -> str:
    """A key in a path."""
    return key if len(key) <= MOST_REPEATED else f"(a key of {len(key)} characters)"


def nearest(given: object, allowed: Iterable[str]) -> str:
    """A phrase that names the allowed words nearest to what was given."""
    words = list(allowed)
    close = difflib.get_close_matches(str(given), words, n=3, cutoff=0.5) if len(str(given)) <= MOST_REPEATED else []
    if close:
        return "nearest allowed: " + ", ".join(close)
    return "allowed: " + ", ".join(words[:12]) + (" …" if len(words) > 12 else "")


def flag(raw: Any) -> bool:
    if raw is True or raw is False:
        return raw
    raise ValueError("true or false is needed")


def count(raw: Any) -> int:
    if type(raw) is int and raw >= 0:
        return raw
    raise ValueError("a whole number, 0 or more, is needed")


def day(raw: Any) -> date:
    if type(raw) is str:
        try:
            return date.fromisoformat(raw)
        except ValueError as error:
            why = f" ({error})" if len(raw) <= MOST_REPEATED else ""
            raise ValueError(f"a day like 2026-10-19 is needed{why}") from None
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    raise ValueError("a day like 2026-10-19 is needed")


def _many(reader: Reader) -> Callable[[Any], tuple[Any, ...]]:
    def read(raw: Any) -> tuple[Any, ...]:
        if type(raw) is not list and type(raw) is not tuple:
            raise ValueError("a list is needed")
        return tuple([value_of(reader, item) for item in raw])

    return read


def value_of(reader: Reader, raw: Any) -> Any:
    """One value by its reader; ValueError says what is wrong with it."""
    if type(reader) is not dict:
        return typing.cast("Callable[[Any], Any]", reader)(raw)
    try:
        return reader[raw]
    except (KeyError, TypeError):
        raise ValueError(f"{said(raw)} is not known; {nearest(raw, reader)}") from None


def words_of(kind: Any) -> tuple[type[Word], ...]:
    """The enums behind an annotation such as `Kind | None` or `A | B`."""
    parts = typing.get_args(kind) or (kind,)
    return tuple(part for part in parts if isinstance(part, type) and issubclass(part, Word))


def _reader(kind: Any) -> Reader:
    parts = [part for part in (typing.get_args(kind) or (kind,)) if part is not NoneType]
    if typing.get_origin(kind) is tuple:
        return _many(_reader(parts[0]))
    if len(parts) == 1 and typing.get_origin(parts[0]) is tuple:
        return _reader(parts[0])
    if parts[0] in SCALARS:
        return SCALARS[parts[0]]
    if dataclasses.is_dataclass(parts[0]):
        return GroupReader(typing.cast("type[Any]", parts[0]))
    return {word.value: word for enum in words_of(kind) for word in enum}


SCALARS: dict[Any, Callable[[Any], Any]] = {bool: flag, int: count, date: day}


def json_name(attribute: str) -> str:
    return attribute.rstrip("_")


class GroupReader:
    """Reads one group of facts from a JSON object."""

    def __init__(self, group: type[Any]) -> None:
        hints = typing.get_type_hints(group)
        self.group = group
        self.readers: dict[str, tuple[str, Reader]] = {
            json_name(item.name): (item.name, _reader(hints[item.name])) for item in dataclasses.fields(group)
        }
        self.defaults = {
            it.name: it.default for it in dataclasses.fields(group) if it.default is not dataclasses.MISSING
        }

    def __call__(self, given: Any) -> Any:
        """The group. ValueError names the key and what is wrong."""
        if type(given) is not dict:
            raise ValueError("an object is needed")
        facts, readers = self.defaults.copy(), self.readers
        try:
            for key, raw in given.items():
                attribute, reader = readers[key]
                if raw is not None:
                    facts[attribute] = reader[raw] if type(reader) is dict else reader(raw)  # type: ignore[operator]
        except (ValueError, KeyError, TypeError):  # which of them and where is for the slower reading to say
            raise self._unreadable(given) from None
        made = object.__new__(self.group)
        object.__setattr__(made, "__dict__", facts)  # past the class's own, which is frozen
        return made

    def _unreadable(self, given: dict[str, Any]) -> Unreadable:
        """Reads again, more slowly, as far as the first key that cannot be read."""
        return next(filter(None, (self._why(key, raw) for key, raw in given.items())))

    def _why(self, key: str, raw: Any) -> Unreadable | None:
        """Where this fact cannot be read, and what is wrong with it."""
        if key not in self.readers:
            return Unreadable(named(key), f"no such fact; {nearest(key, self.readers)}")
        try:
            if raw is not None:
                value_of(self.readers[key][1], raw)
        except Unreadable as error:
            return Unreadable(f"{key}.{error.path}", str(error).partition(": ")[2])
        except (ValueError, KeyError, TypeError) as error:
            return Unreadable(key, str(error))
        return None


def plain(value: Any) -> Any:
    """A fact as JSON would hold it; a group leaves out what says nothing."""
    if isinstance(value, Word):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _plain_group(value)
    return value


def _plain_group(group: Any) -> dict[str, Any]:
    made = {}
    for item in dataclasses.fields(group):
        value = getattr(group, item.name)
        if value != item.default:
            made[json_name(item.name)] = plain(value)
    return made
