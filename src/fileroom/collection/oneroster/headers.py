"""A file's header against its layout: what is missing, what is not OneRoster's, what stands in another order."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches

from fileroom.collection.imports.faults import NOT_SHOWN, Problem, shown
from fileroom.collection.imports.kept_out import ssn_shaped
from fileroom.collection.imports.values import day
from fileroom.collection.oneroster.layouts import LAYOUTS, Layout, Release, of_the_other, other_release
from fileroom.screening import banned_field

METADATA = "metadata."
FEW_NAMED = 4  # of so many cells at least one must be the name of a column


def header_faults(file: str, header: list[str], release: Release) -> list[Problem]:
    """What is wrong enough with a header to refuse the bundle; empty where nothing is."""
    layout = LAYOUTS[release][file]
    faults = [
        Problem(f"{file}.csv", 1, name, "column_twice", f"The column {shown(name)} stands twice.")
        for name, times in sorted(Counter(header).items())
        if times > 1 and name in layout.columns
    ]
    if not _is_a_header(file, header):
        says = (
            "The first row is no header: it must name the columns, and nothing else. What stands in it is not repeated."
        )
        return [Problem(f"{file}.csv", 1, "", "no_header", says)]
    missing = [name for name in layout.columns if name in layout.required and name not in header]
    unknown = _of_the_sender(header, layout)
    if missing and unknown and _is_of(file, header, other_release(release)):
        says = f"This is the layout of OneRoster {other_release(release)}; the manifest says {release}."
        return [*faults, Problem(f"{file}.csv", 1, unknown[0], "unknown_layout", says)]
    return [*faults, *(_missing(file, name, unknown) for name in missing)]


def _of_the_sender(header: list[str], layout: Layout) -> list[str]:
    """Columns that are none of the standard's."""
    return [name for name in header if name and name not in layout.columns and not name.startswith(METADATA)]


def header_remarks(file: str, header: list[str], release: Release) -> list[Problem]:
    """What is out of the ordinary in a header that can still be read without doubt."""
    layout = LAYOUTS[release][file]
    columns = layout.columns
    says = "The column is none of the standard's: it is dropped, and its values are counted."
    # One that asks for what the law keeps out is named with its law, among the columns that are dropped.
    extra = [name for name in _of_the_sender(header, layout) if banned_field(name) is None and shown(name) != NOT_SHOWN]
    remarks = [
        Problem(f"{file}.csv", 1, name, "optional_column_missing", "The column is not there; it is read as blank.")
        for name in columns
        if name not in header
    ]
    remarks += [Problem(f"{file}.csv", 1, name, "extra_column", says) for name in extra]
    standing = [name for name in header if name in columns]
    if standing != [name for name in columns if name in header]:
        says = "The columns stand in another order than the standard's; they were read by name."
        remarks.append(Problem(f"{file}.csv", 1, "", "column_order", says))
    return remarks


def _is_a_header(file: str, header: list[str]) -> bool:
    """Whether the row names columns: a person's own values name none, and may hold a number or a day."""
    if any(day(cell) or ssn_shaped(cell) for cell in header):
        return False
    columns = {name.lower() for layouts in LAYOUTS.values() if file in layouts for name in layouts[file].columns}
    named = [cell for cell in header if cell.lower() in columns or cell.startswith(METADATA)]
    return FEW_NAMED * len(named) >= len(header)


def _is_of(file: str, header: list[str], release: Release) -> bool:
    layout = LAYOUTS[release].get(file)
    names = [name.removesuffix(of_the_other(release)) for name in header]
    return layout is not None and all(name in layout.columns or name.startswith(METADATA) for name in names)


def _missing(file: str, name: str, unknown: list[str]) -> Problem:
    says = f"The required column {name} is not there."
    near = next(iter(get_close_matches(name, unknown, 1)), None)
    return Problem(f"{file}.csv", 1, name, "missing_column", f"{says} Is it {shown(near)}?" if near else says)
