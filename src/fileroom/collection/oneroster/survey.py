"""The first walk through a bundle: may any of it be taken at all?

It finds the faults of files (all of them, so that the sender mends them at once), counts rows, and gathers the ids
that later rows must point to. Ids are the only thing that grows with a bundle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from fileroom.collection.imports.bundles import Bundle
from fileroom.collection.imports.faults import BundleRefused, Problem, first_few
from fileroom.collection.imports.kept_out import ids_like_ssn
from fileroom.collection.imports.progress import Progress
from fileroom.collection.imports.values import DayOrder, shows_order
from fileroom.collection.oneroster.as_sent import table
from fileroom.collection.oneroster.crossed import Crossed, Named, crossed
from fileroom.collection.oneroster.headers import header_faults, header_remarks
from fileroom.collection.oneroster.layouts import DAYS, LAYOUTS, TAKEN, Mode, Release
from fileroom.collection.oneroster.manifest import MANIFEST, Manifest
from fileroom.collection.oneroster.repeats import repeats_of
from fileroom.collection.oneroster.values import ROLES

DELETED = "tobedeleted"
ACTIVE = "active"


@dataclass
class Survey:
    """What the first walk found. `ids` and `kinds` hold what the bundle's own rows bring."""

    rows: dict[str, int] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    crossed: Crossed = field(default_factory=Crossed)
    repeated: dict[str, dict[int, int]] = field(default_factory=dict)
    day_orders: dict[str, DayOrder] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Data rows of all files but the manifest."""
        return sum(self.rows.values())


def survey_of(bundle: Bundle, manifest: Manifest, progress: Progress, *, ids_are_no_ssn: bool = False) -> Survey:
    """Walk every file the manifest names. Raises BundleRefused with every fault of a file that was found.

    `ids_are_no_ssn`: a person has said so of people's ids that could be such numbers.
    """
    survey = Survey(remarks=[*manifest.remarks, *_other_files(bundle, manifest)])
    survey.faults += _wrong_files(bundle, manifest)
    missing = {fault.file for fault in survey.faults}
    for file in manifest.present():
        if f"{file}.csv" in missing:
            continue
        try:
            _walk(bundle, manifest, file, survey, progress)
        except BundleRefused as refused:
            survey.faults += refused.problems
    if not ids_are_no_ssn:
        survey.faults += _like_ssn(survey)
    if survey.faults:
        raise BundleRefused(survey.faults, survey.read)
    survey.crossed = _crossed(bundle, manifest)
    survey.remarks += [
        Problem("courses.csv", row, "subjectCodes", "subjects_disagree", says)
        for row, says in sorted(survey.crossed.subjects.items())
    ]
    return survey


def _like_ssn(survey: Survey) -> list[Problem]:
    """Of students, of employees, of contacts: are most ids shaped like Social Security numbers? A person has to say."""
    ids: dict[str, list[str]] = {}
    for user in survey.ids.get("users", ()):
        for kind in survey.kinds.get(user, frozenset()):
            ids.setdefault(kind, []).append(user)
    return ids_like_ssn(ids, "users.csv", "sourcedId")


def _wrong_files(bundle: Bundle, manifest: Manifest) -> list[Problem]:
    """Files the manifest promises and does not bring, or brings and denies; a 1.2 roster without roles."""
    there = set(bundle.names())
    faults = [
        Problem(
            f"{file}.csv", 0, "", "missing_file", f"The manifest says {manifest.mode(file)}; there is no such file."
        )
        for file in manifest.present()
        if f"{file}.csv" not in there
    ]
    faults += [
        Problem(f"{file}.csv", 0, "", "undeclared_file", "The file is there, but the manifest says it is absent.")
        for file in TAKEN
        if file in LAYOUTS[manifest.release] and manifest.mode(file) is Mode.ABSENT and f"{file}.csv" in there
    ]
    whole = {file for file in ("users", "roles") if manifest.mode(file) is Mode.BULK}
    if manifest.release is Release.V1_2 and whole == {"users"}:
        faults.append(Problem("roles.csv", 0, "", "missing_file", "In OneRoster 1.2 whole users need whole roles."))
    return faults


def _other_files(bundle: Bundle, manifest: Manifest) -> list[Problem]:
    looked_at = {MANIFEST, *(f"{file}.csv" for file in (*manifest.present(), *TAKEN))}
    return [
        Problem(name, 0, "", "unlisted_file", "The manifest does not list this file: it was not looked at.")
        for name in bundle.names()
        if name not in looked_at
    ]


def _walk(bundle: Bundle, manifest: Manifest, file: str, survey: Survey, progress: Progress) -> None:
    """Check one file's header, ids and states."""
    source = table(bundle, file, manifest)
    rows, header = source.rows, source.header
    faults = header_faults(file, header, manifest.release)
    survey.rows[file] = 0
    if faults:
        survey.faults += faults
        survey.rows[file] = sum(1 for _ in rows)
        return
    survey.remarks += header_remarks(file, header, manifest.release)
    twice = _walk_rows(rows, header, manifest, file, survey, progress)
    if twice:
        repeats = repeats_of(table(bundle, file, manifest).rows, file, header.index("sourcedId"), twice)
        survey.repeated[file] = repeats.same
        survey.faults += first_few(repeats.faults, f"{file}.csv")
    if not survey.rows[file]:
        survey.faults.append(Problem(f"{file}.csv", 0, "", "no_rows", "The file has a header and no rows."))


def _walk_rows(
    rows: Iterator[tuple[int, list[str]]],
    header: list[str],
    manifest: Manifest,
    file: str,
    survey: Survey,
    progress: Progress,
) -> set[str]:
    """Gather a file's ids; returns those that stand on more than one row."""
    seen: set[str] = set()
    twice: set[str] = set()
    bulk = manifest.mode(file) is Mode.BULK
    id_at, status_at = header.index("sourcedId"), _at(header, "status")
    kinds = _kinds_reader(file, header, manifest.release, survey)
    faults: list[Problem] = []
    days = [header.index(name) for name in DAYS if name in header]
    orders: set[DayOrder] = set()
    for row, cells in rows:
        survey.rows[file] += 1
        progress(1)
        if len(cells) < len(header):
            continue
        source_id = cells[id_at].strip()
        if source_id in seen:
            twice.add(source_id)
        elif source_id:
            seen.add(source_id)
        if bulk and status_at is not None and cells[status_at].strip().lower() == DELETED:
            faults.append(_deleted_in_bulk(file, row))
        kinds(source_id, cells)
        for place in days:
            if "/" in cells[place] and (order := shows_order(cells[place].strip())):
                orders.add(order)
    # Two orders in one file leave doubt: its days are then faults of their rows, and never guessed.
    if len(orders) == 1:
        survey.day_orders[file] = orders.pop()
        says = f"Days are written {survey.day_orders[file]} in this file, and were read so."
        survey.remarks.append(Problem(f"{file}.csv", 0, "", "days_with_strokes", says))
    survey.faults += first_few(faults, f"{file}.csv")
    survey.ids[file] = seen
    return twice


def _at(header: list[str], column: str) -> int | None:
    return header.index(column) if column in header else None


def _deleted_in_bulk(file: str, row: int) -> Problem:
    says = "The manifest says bulk, and a whole file cannot say tobedeleted: it leaves such rows out."
    return Problem(f"{file}.csv", row, "status", "tobedeleted_in_bulk", says)


def _kinds_reader(file: str, header: list[str], release: Release, survey: Survey) -> Callable[[str, list[str]], None]:
    """How a row adds to what is known of its person: in 1.1 `users` says the role, in 1.2 `roles` does."""
    if (file, release) not in (("users", Release.V1_1), ("roles", Release.V1_2)):
        return lambda source_id, cells: None
    roles = {name.lower(): frozenset((kind,)) for name, kind in ROLES[release].items()}
    role_at = header.index("role")
    user_at = header.index("sourcedId" if file == "users" else "userSourcedId")

    def note(source_id: str, cells: list[str]) -> None:
        kind = roles.get(cells[role_at].strip().lower())
        if kind is not None:
            user = cells[user_at].strip()
            known = survey.kinds.get(user)
            survey.kinds[user] = kind if known is None else known | kind

    return note


def _crossed(bundle: Bundle, manifest: Manifest) -> Crossed:
    if {"courses", "classes"} <= set(manifest.present()):
        courses = _named(bundle, manifest, "courses", code="courseCode", course="sourcedId")
        classes = _named(bundle, manifest, "classes", code="classCode", course="courseSourcedId")
        return crossed(courses, classes)
    return Crossed()


def _named(bundle: Bundle, manifest: Manifest, file: str, *, code: str, course: str) -> Iterator[Named]:
    source = table(bundle, file, manifest)
    header = source.header
    columns = ("sourcedId", "title", code, course, "subjectCodes")
    places = [_at(header, column) for column in columns]
    for row, cells in source.rows:
        if len(cells) >= len(header):
            yield Named(row, *("" if place is None else cells[place].strip() for place in places))
