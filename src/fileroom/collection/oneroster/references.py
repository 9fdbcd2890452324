"""Whether an id points to something: a row of this bundle, or, where a file is not whole, a row already here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fileroom.collection.oneroster.layouts import TAKEN, Mode
from fileroom.collection.oneroster.manifest import Manifest
from fileroom.collection.oneroster.survey import Survey

NOBODY: frozenset[str] = frozenset()


@dataclass
class Known:
    """What the district holds already: source ids by file, what each person is, and numbers that are taken.

    `ssids` and `cds_codes`: number -> source id of its holder (empty for a row made by hand).
    """

    ids: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    schools: set[str] = field(default_factory=set)
    ssids: dict[str, str] = field(default_factory=dict)
    cds_codes: dict[str, str] = field(default_factory=dict)


class References:
    """Ids that may be pointed to. Rows set aside are remembered: what leans on them cannot stand."""

    def __init__(self, manifest: Manifest, survey: Survey, known: Known) -> None:
        self.manifest = manifest
        self.survey = survey
        self.known = known
        self.aside: dict[str, dict[str, int]] = {}
        self.untold: set[str] = set()
        # A file that is whole is everything there is: what only the district knows cannot be pointed to.
        self.whole = frozenset(file for file in TAKEN if manifest.mode(file) is Mode.BULK)
        self.schools: set[str] = set() if "orgs" in self.whole else set(known.schools)
        self._people_here = {} if {"users", "roles"} <= self.whole else known.kinds

    def given(self, file: str, source_id: str) -> bool:
        """Whether a row of this id stands in the bundle, or in the district where the bundle is not the whole."""
        if source_id in self.survey.ids.get(file, NOBODY):
            return True
        return file not in self.whole and source_id in self.known.ids.get(file, NOBODY)

    def why_not(self, file: str, source_id: str) -> str:
        """Why an id cannot be pointed to; empty where it can."""
        row = self.aside.get(file, {}).get(source_id)
        if row is not None:
            return f"{file}.csv, row {row}, was set aside"
        return "" if self.given(file, source_id) else f"there is no such row in {file}.csv"

    def kinds(self, user: str) -> frozenset[str]:
        """What a person is to the district: student, employee, contact, or more than one."""
        return self.survey.kinds.get(user) or self._people_here.get(user, NOBODY)

    def set_aside(self, file: str, source_id: str, row: int, *, told: bool) -> None:
        """Remember a row that nothing may lean on. `told`: whether its id may be told to the database."""
        self.aside.setdefault(file, {})[source_id] = row
        if not told:
            self.untold.add(source_id)

    def named_aside(self) -> Iterator[tuple[str, str]]:
        """File and id of what the bundle names in rows set aside: it is not taken, and is not absent either."""
        return ((file, it) for file, ids in self.aside.items() for it in ids if it not in self.untold)
