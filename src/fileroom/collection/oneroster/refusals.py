"""What the law keeps out of a bundle that may not be taken for another reason: those refusals are entries too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from fileroom.collection.imports.bundles import Bundle, Source, opened
from fileroom.collection.imports.faults import BundleRefused
from fileroom.collection.imports.lines import records
from fileroom.collection.oneroster.headers import METADATA
from fileroom.collection.oneroster.layouts import LAYOUTS, TAKEN
from fileroom.collection.oneroster.manifest import SHAPE
from fileroom.collection.oneroster.reading import BATCH_ROWS
from fileroom.collection.oneroster.sieve import Sieve
from fileroom.screening import Category, banned_field


def kept_out(source: Source) -> Counter[Category]:
    """Rows that hold it, and columns that ask for it, by what it is; counted as far as the bundle can be read."""
    found: Counter[Category] = Counter()
    with suppress(BundleRefused), opened(source, SHAPE) as bundle:
        for file in TAKEN:
            if f"{file}.csv" in bundle.names():
                found.update(_in_file(bundle, file))
    return found


def _in_file(bundle: Bundle, file: str) -> Iterator[Category]:
    rows = _readable(bundle, file)
    header = [name.strip() for name in next(rows, (1, []))[1]]
    yield from _asked_for(file, header)
    sieve = Sieve(file, header)
    whole = ([cell.strip() for cell in cells] for _, cells in rows if len(cells) >= len(header))
    while batch := list(islice(whole, BATCH_ROWS)):
        suspect = sieve.suspects(batch)
        for cells in batch:
            fault = sieve.fault(cells, suspect=suspect)
            if fault and fault.by_law:
                yield fault.by_law


def _readable(bundle: Bundle, file: str) -> Iterator[tuple[int, list[str]]]:
    """Rows up to the first that cannot be read."""
    with suppress(BundleRefused):
        yield from records(bundle, f"{file}.csv")


def _asked_for(file: str, header: list[str]) -> Iterator[Category]:
    """Of columns that are no OneRoster's: the standard's own are dropped and counted, and the rest is taken."""
    standard = {name for layouts in LAYOUTS.values() if file in layouts for name in layouts[file].columns}
    for name in header:
        if name not in standard and not name.startswith(METADATA) and (finding := banned_field(name)):
            yield finding.category
