"""A map read from TOML. One that asks for what the law keeps out is refused, and one that says what is not known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from fileroom.collection.imports.drops import Drop, asks_for_banned
from fileroom.collection.imports.faults import BundleRefused, Problem, shown
from fileroom.collection.imports.values import DayOrder
from fileroom.collection.rosters.csv_drops import why_dropped
from fileroom.collection.rosters.entries import FIELDS, Entry
from fileroom.collection.rosters.maps import EntryMap, Map, Source, Take, Told

T = TypeVar("T")
LARGEST_MAP = 1024**2
DELIMITERS = (",", ";", "\t", "|")
ENCODINGS = {"utf-8": "utf-8-sig", "utf-16": "utf-16", "windows-1252": "cp1252", "latin-1": "latin-1"}
SETTINGS = frozenset({"name", "days", "whole", "encoding", "delimiter", "silence_is_blank", "needs", "records", "told"})


class _Faults:
    """What is wrong with a map, each named by where it stands in it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, where: str, code: str, says: str) -> None:
        self.found.append(Problem(self.file, 0, where, code, says))

    def word(self, where: str, said: object, allowed: Any) -> None:
        """A word that is none of a list."""
        names = sorted(str(it) for it in allowed)
        near = get_close_matches(str(said), names, 1)
        says = f"{shown(str(said))} is none of: {', '.join(names)}."
        self.add(where, "bad_enum", f"{says} Did you mean {near[0]}?" if near else says)


def read_map(body: bytes, file: str) -> Map:
    """The map that stands in a file. Raises BundleRefused with everything that is wrong with it."""
    try:
        said = tomllib.loads(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise BundleRefused([Problem(file, 0, "", "not_utf8", "The map is not UTF-8.")]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BundleRefused(
            [Problem(file, 0, "", "unreadable", f"The map is not well-formed TOML: {error}.")]
        ) from None
    faults = _Faults(file)
    for name in said.keys() - SETTINGS:
        faults.word(name, name, SETTINGS)
    sources = [_source(it, number, faults) for number, it in enumerate(_list(said, "records", faults), start=1)]
    if not sources:
        faults.add("records", "missing", "The map has no [[records]]: nothing would be read.")
    whole = {_entry(it, "whole", faults) for it in _list(said, "whole", faults)}
    how = Map(
        name=str(said.get("name", file)),
        sources={it.name: it for it in sources if it},
        days=_one_of(said, "days", {it.value: it for it in DayOrder}, DayOrder.YMD, faults),
        whole=frozenset(it for it in whole if it),
        encoding=_one_of(said, "encoding", ENCODINGS, "utf-8-sig", faults),
        delimiter=_one_of(said, "delimiter", {it: it for it in DELIMITERS}, ",", faults),
        silence_is_blank=said.get("silence_is_blank") is True,
        told=tuple(it for it in (_told(it, faults) for it in _list(said, "told", faults)) if it),
        needs=frozenset(str(it).casefold() for it in _list(said, "needs", faults)),
    )
    if faults.found:
        raise BundleRefused(faults.found)
    return how


def _list(table: Mapping[str, Any], name: str, faults: _Faults) -> list[Any]:
    found = table.get(name, [])
    if isinstance(found, list):
        return found
    faults.add(name, "not_a_list", "A list is wanted here.")
    return []


def _one_of(table: Mapping[str, Any], name: str, allowed: Mapping[str, T], otherwise: T, faults: _Faults) -> T:
    said = table.get(name)
    if said is None:
        return otherwise
    if str(said).casefold() in allowed:
        return allowed[str(said).casefold()]
    faults.word(name, said, allowed)
    return otherwise


def _entry(said: object, where: str, faults: _Faults) -> Entry | None:
    try:
        return Entry(str(said))
    except ValueError:
        faults.word(where, said, Entry)
        return None


def _source(said: Any, number: int, faults: _Faults) -> Source | None:
    where = f"records {number}"
    if not isinstance(said, dict) or not isinstance(said.get("of"), str):
        faults.add(where, "missing", 'Each [[records]] says of which file: of = "students.csv".')
        return None
    where = said["of"]
    for name in said.keys() - {"of", "entry"}:
        faults.word(f"{where} {name}", name, ("of", "entry"))
    entries = [it for it in (_entry_map(entry, where, faults) for entry in _list(said, "entry", faults)) if it]
    if not entries:
        faults.add(where, "missing", "There is no [[records.entry]]: nothing would be made of these records.")
        return None
    return Source(where.casefold(), tuple(entries))


def _entry_map(said: Any, where: str, faults: _Faults) -> EntryMap | None:
    entry = _entry(said.get("is"), f"{where} is", faults) if isinstance(said, dict) else None
    if entry is None:
        return None
    takes: dict[str, Take] = {}
    for name, value in said.items():
        if name in ("is", "only"):
            continue
        if name not in FIELDS[entry]:
            banned = asks_for_banned(name)
            if banned:
                faults.add(f"{where} {entry}.{name}", "banned_column", _banned(name, banned))
            else:
                faults.word(f"{where} {entry}.{name}", name, FIELDS[entry])
            continue
        takes[name] = _take(value, f"{where} {entry}.{name}", faults)
    for name, field in FIELDS[entry].items():
        if field.required and name not in takes:
            faults.add(
                f"{where} {entry}.{name}", "missing", f"The map does not say where {name} stands; it is required."
            )
    return EntryMap(entry, takes, _only(said.get("only"), f"{where} {entry}.only", faults))


def _take(said: Any, where: str, faults: _Faults) -> Take:
    if isinstance(said, dict) and said.keys() <= {"always", "of", "also"}:
        take = Take(_columns(said.get("of", [])), str(said.get("always", "")), str(said.get("also", "")))
    else:
        take = Take(_columns(said))
    if not take.columns and not take.always:
        faults.add(where, "missing", 'Say a column, a list of columns, or {always = "the same words"}.')
    for column in take.columns:
        why = why_dropped("", column)
        if why and why[1].always:  # as the page says of the same column
            faults.add(where, "banned_column", _banned(column, why[1]))
    return take


def _columns(said: Any) -> tuple[str, ...]:
    found = said if isinstance(said, list) else [said]
    return tuple(it.strip() for it in found if isinstance(it, str) and it.strip())


def _banned(column: str, drop: Drop) -> str:
    return f"The map takes {shown(column)}, and may not. {drop.says} {drop.citation}".strip()


def _told(said: Any, faults: _Faults) -> Told | None:
    table = said if isinstance(said, dict) else {}
    words = table.get("words", {})
    texts = [table.get(name, "") for name in ("of", "id", "in", "by", "word", "always")]
    if not all(isinstance(it, str) for it in texts) or not all(texts[:4]) or not isinstance(words, dict):
        faults.add("told", "bad_told", "Each [[told]] says of, id, in, by, and word with words, or always.")
        return None
    of, id_, file, by, word, always = texts
    plain = {str(name).casefold(): str(it) for name, it in words.items()}
    return Told(of.casefold(), id_, file.casefold(), by, word, plain, always)


def _only(said: Any, where: str, faults: _Faults) -> tuple[str, frozenset[str]] | None:
    if said is None:
        return None
    if not isinstance(said, dict) or not isinstance(said.get("column"), str) or not isinstance(said.get("is"), list):
        faults.add(where, "bad_only", 'Write it so: only = {column = "role", is = ["student"]}.')
        return None
    return said["column"], frozenset(str(it).casefold() for it in said["is"])
