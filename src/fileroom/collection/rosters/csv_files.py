"""Files of CSV as records by column, and what is wrong with a file before any row of it is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from fileroom.collection.imports.bundles import Bundle
from fileroom.collection.imports.drops import asks_for_banned
from fileroom.collection.imports.faults import BundleRefused, Problem, shown
from fileroom.collection.imports.kept_out import ssn_shaped
from fileroom.collection.imports.lines import records
from fileroom.collection.imports.report import Tally
from fileroom.collection.imports.values import day
from fileroom.collection.rosters.guesses import suggested
from fileroom.collection.rosters.maps import Map, Source, Told
from fileroom.collection.rosters.said import Said


def walk(bundle: Bundle, how: Map) -> Iterator[Said]:
    """Every row of the files the map reads, by column; columns match the map's whatever their case. BundleRefused."""
    for name in bundle.names():
        source = how.sources.get(name.casefold())
        if source is None:
            continue
        rows = records(bundle, name, encoding=how.encoding, delimiter=how.delimiter)
        header = _as_mapped([cell.strip() for cell in next(rows, (1, []))[1]], source)
        told = [(it, _named(bundle, how, it)) for it in how.told if it.of == source.name]
        for row, cells in rows:
            values = [cell.strip() for cell in cells]
            while len(values) > len(header) and not values[-1]:
                del values[-1]
            fault = None
            if len(values) != len(header):
                fault = ("field_count", f"The row has {len(values)} values; the header has {len(header)}.")
            pairs = tuple(zip(header, values, strict=False))
            elsewhere = [] if fault else _told_of(dict(pairs), told)
            yield Said(name, row, source.name, (*pairs, *elsewhere), fault)


def _named(bundle: Bundle, how: Map, told: Told) -> dict[str, frozenset[str]]:
    """Id -> what another file says it is."""
    found: dict[str, frozenset[str]] = {}
    for name in bundle.names():
        if name.casefold() != told.file:
            continue
        rows = records(bundle, name, encoding=how.encoding, delimiter=how.delimiter)
        places = {cell.strip().casefold(): place for place, cell in enumerate(next(rows, (1, []))[1])}
        id_at, word_at = places.get(told.by.casefold()), places.get(told.word.casefold())
        for _, cells in rows:
            if id_at is None or id_at >= len(cells):
                continue
            said = cells[word_at].strip().casefold() if word_at is not None and word_at < len(cells) else ""
            if what := told.always or told.words.get(said, ""):
                id_ = cells[id_at].strip()
                found[id_] = found.get(id_, frozenset()) | {what}
    return found


def _told_of(values: dict[str, str], told: list[tuple[Told, dict[str, frozenset[str]]]]) -> list[tuple[str, str]]:
    return [(f"@{what}", "yes") for it, named in told for what in sorted(named.get(values.get(it.id, ""), ()))]


def check_headers(bundle: Bundle, how: Map, tally: Tally) -> None:
    """Raise BundleRefused with every file that cannot be read by the map; remark on the columns nobody takes."""
    faults: list[Problem] = []
    there = {name.casefold() for name in bundle.names()}
    faults += [
        Problem(name, 0, "", "missing_file", "The map needs this file, and it is not there.")
        for name in sorted(how.needs - there)
    ]
    for name in bundle.names():
        source = how.sources.get(name.casefold())
        if source is None:
            says = "The map does not read this file: it was not looked at."
            tally.remarks.append(Problem(name, 0, "", "unlisted_file", says))
            continue
        rows = records(bundle, name, encoding=how.encoding, delimiter=how.delimiter)
        try:
            header = [cell.strip() for cell in next(rows, (1, []))[1]]
        except BundleRefused as refused:
            faults += refused.problems
            continue
        faults += _faults(name, header, source)
        tally.remarks += _remarks(name, _as_mapped(header, source), source)
    if faults:
        raise BundleRefused(faults, tally.read)


def _as_mapped(header: list[str], source: Source) -> list[str]:
    """The header with the map's own spelling of each column."""
    spelt = {column.casefold(): column for column in source.columns()}
    return [spelt.get(cell.casefold(), cell) for cell in header]


def _faults(name: str, header: list[str], source: Source) -> list[Problem]:
    spelt = _as_mapped(header, source)
    if not set(spelt) & source.columns():
        # Values may stand in what should be a header: they are not repeated.
        says = "The first row names none of the columns that the map reads."
        return [Problem(name, 1, "", "no_header", says)]
    if any(day(cell) or ssn_shaped(cell) for cell in header):
        return [Problem(name, 1, "", "no_header", "The first row is no header: a day or a number stands in it.")]
    twice = [cell for cell, times in Counter(spelt).items() if times > 1 and cell in source.columns()]
    faults = [Problem(name, 1, cell, "column_twice", f"The column {shown(cell)} stands twice.") for cell in twice]
    for columns in source.required():
        if not set(columns) & set(spelt):
            near = get_close_matches(columns[0], header, 1)
            says = f"The required column {shown(columns[0])} is not there."
            says += f" Is it {shown(near[0])}?" if near else ""
            faults.append(Problem(name, 1, columns[0], "missing_column", says))
    return faults


def _remarks(name: str, header: list[str], source: Source) -> Iterator[Problem]:
    """Columns the map does not take, with what they may be; not those that ask for what the law keeps out."""
    for column in header:
        if column in source.columns() or not column or asks_for_banned(column):
            continue
        fact = suggested(column, source)
        if fact:
            says = f"The map does not take this column. It may be {fact}."
            yield Problem(name, 1, column, "column_not_mapped", says)
