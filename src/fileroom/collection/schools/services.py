"""Import the state's list of schools: of the district's own rows, codes and schools that are not here yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fileroom.collection.imports import done
from fileroom.collection.imports.bundles import is_folder
from fileroom.collection.imports.faults import Fault, Problem, refuse, shown
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import Errand, carry_out, one_at_a_time
from fileroom.collection.schools.reading import DISTRICT_DIGITS, Listed, listed
from fileroom.ledger.services import Actor
from fileroom.people.models import School

PART = "schools"
PURPOSE = "state_reporting"
BY_ITS_CODE = "cds:"  # the source id of a school that no roster has named yet (imports/sql/adopted_schools.sql)


def import_schools(
    path: Path,
    *,
    by: Actor,
    at: datetime,
    districts: Sequence[str] = (),
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
) -> Report:
    """Register the district's own schools from the state's list. Raises FileNotFoundError.

    `districts`: county and district code, 7 digits, of those whose rows are taken; where none is named, the one of the
    schools that are here. What a roster calls a school stands. A school that has closed is never taken out.
    """
    errand = Errand(PART, by, at, dry_run)

    def taken() -> Report:
        if is_folder(path):
            raise refuse(path.name, "unreadable", "This is a folder: the list is a file.")
        one_at_a_time(errand.by)
        return _Import(path, errand, progress, frozenset(districts)).carry_out()

    return carry_out(taken, Counter, errand)


@dataclass
class _Import:
    """One run through a list."""

    path: Path
    errand: Errand
    progress: Progress
    own: frozenset[str]
    tally: Tally = field(default_factory=Tally)
    written: Counter[str] = field(default_factory=Counter)

    def carry_out(self) -> Report:
        own = self.own or self._district_of_schools()
        others = 0
        mine: list[Listed] = []
        for it in listed(self.path):
            self.tally.read += 1
            self.progress(1)
            if isinstance(it, int):
                others += 1
            elif isinstance(it, tuple):
                self.tally.put_aside(self.path.name, *it)
            elif it.district not in own:
                others += 1
            else:
                mine.append(it)
        if not mine:
            raise refuse(self.path.name, "no_own_school", self._none_of(own))
        self._take(mine)
        if others:
            self.tally.refused += others
            says = f"{others:,} rows are of other districts, or of no school: they were not taken."
            self.tally.name(Problem(self.path.name, 0, "", "of_others", says), others)
        counts = Written(new=self.written["new"], changed=self.written["changed"], unchanged=self.written["unchanged"])
        report, errand = Report(self.tally, counts, dry_run=self.errand.dry_run), self.errand
        if not errand.dry_run:
            done.note(report, part=PART, purpose=PURPOSE, by=errand.by, at=errand.at)
        return report

    def _none_of(self, own: frozenset[str]) -> str:
        """That the list has no school to take, and what may help."""
        says = f"The list has no school of {' or '.join(sorted(own))} (county and district code)"
        says += "." if self.own else ", of which the schools here are."
        torn = self.tally.rows_by_code["bad_cds_code"]
        if torn:
            says += f" Codes that are not of 14 digits, in rows: {torn:,}. A spreadsheet takes leading zeros away."
        if self.own:
            return f"{says} Look at what --district-code says."
        return f"{says} If it has this district under another code, give it with --district-code, 7 digits."

    def _district_of_schools(self) -> frozenset[str]:
        """County and district of the schools here. Raises BundleRefused where that is not one."""
        codes = School.objects.exclude(cds_code=None).values_list("cds_code", flat=True)
        found = {str(code)[:DISTRICT_DIGITS] for code in codes}
        if len(found) == 1:
            return frozenset(found)
        why = "The schools here are of several districts" if found else "No school here says which district this is"
        says = f"{why}: give --district-code, county and district code, 7 digits."
        raise refuse(self.path.name, "which_district", says)

    def _take(self, mine: list[Listed]) -> None:
        by_code = {school.cds_code: school for school in School.objects.exclude(cds_code=None)}
        by_name: dict[str, list[School]] = defaultdict(list)
        for school in School.objects.filter(cds_code=None):
            by_name[_plain(school.name)].append(school)
        times = Counter(it.code for it in mine)
        open_ones = Counter(_plain(it.name) for it in mine if not it.closed)
        for it in mine:
            here = by_code.get(it.code)
            # A school that opened anew in the place of one that closed has its name, and is the one that is here.
            meant = open_ones[_plain(it.name)] == (0 if it.closed else 1)
            alike = by_name.get(_plain(it.name), []) if meant else []
            fault = self._fault(it, here, alike, times)
            if fault:
                self.tally.put_aside(self.path.name, it.row, fault)
            elif here:
                self._known(it, here)
            elif alike:
                School.objects.filter(pk=alike[0].pk).update(cds_code=it.code)
                self.written["changed"] += 1
            else:
                School.objects.create(name=it.name, cds_code=it.code, source_id=f"{BY_ITS_CODE}{it.code}")
                self.written["new"] += 1

    def _fault(self, it: Listed, here: School | None, alike: list[School], times: Counter[str]) -> Fault | None:
        if times[it.code] > 1:
            return Fault("code", "code_twice", "The list has this code twice.")
        if it.closed and (here or alike):
            says = f"{shown(it.name)} is here, and the list says that it has closed. It stays until a person says so."
            return Fault("status", "closed_and_here", says)
        if it.closed:
            return Fault("status", "closed", f"{shown(it.name)} has closed: it is not registered anew.")
        if len(alike) > 1 and not here:
            return Fault("name", "name_twice", f"Several schools here are named {shown(it.name)}.")
        if it.charter and not (here or alike):
            says = (
                f"{shown(it.name)} is a charter school, listed under the district that authorized it. A person says"
                " whether its records are kept here: a roster names it then."
            )
            return Fault("charter", "charter", says)
        return None

    def _known(self, it: Listed, here: School) -> None:
        """A name that came from the list follows the list; what a roster or a person calls a school stands."""
        if (here.source_id or "").startswith(BY_ITS_CODE) and here.name != it.name:
            School.objects.filter(pk=here.pk).update(name=it.name)
            self.written["changed"] += 1
        else:
            self.written["unchanged"] += 1


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
