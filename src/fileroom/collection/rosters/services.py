"""Import a roster by a map: two walks to check and to keep, a third where telephones are sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fileroom.collection.imports.faults import Problem
from fileroom.collection.imports.known import holders, school_codes, source_ids
from fileroom.collection.imports.progress import Progress
from fileroom.collection.imports.report import SHOWN_IN_WORDS, Report, Tally
from fileroom.collection.imports.services import Errand, Kept, one_at_a_time, write
from fileroom.collection.imports.writing import Whole, restricted
from fileroom.collection.rosters.entries import REACHED, Entry
from fileroom.collection.rosters.judging import Judged, judged
from fileroom.collection.rosters.maps import Map
from fileroom.collection.rosters.said import Walk
from fileroom.collection.rosters.staging import Stager, WhyDropped
from fileroom.collection.rosters.standing import Known, Standing, is_whole
from fileroom.collection.rosters.survey import Survey, Surveyor

RESTRICTED_PAGE = "/possible-orders/"
TABLES = {
    Entry.ORG: ("collection_org",),
    Entry.SCHOOL: ("people_school",),
    Entry.STUDENT: ("people_student",),
    Entry.CONTACT: ("people_contact",),
    Entry.EMPLOYEE: ("people_employee",),
    Entry.SECTION: ("people_section",),
}


@dataclass
class Roster:
    """A bundle that is open: how to walk it, what its map is, and why what is not taken is dropped.

    `ids_are_no_ssn`: a person has said so of people's ids that could be such numbers.
    """

    walk: Walk
    how: Map
    why_dropped: WhyDropped
    tally: Tally = field(default_factory=Tally)
    ids_are_no_ssn: bool = False


def take(roster: Roster, errand: Errand, progress: Progress) -> Report:
    """Read, check and write an open bundle, inside the transaction of `imports.carry_out`. Raises BundleRefused."""
    one_at_a_time(errand.by)
    tally = roster.tally
    surveyor = Surveyor(roster.how, errand.on, tally, progress, ids_are_no_ssn=roster.ids_are_no_ssn)
    survey = surveyor.walk(roster.walk)
    standing = Standing(roster.how, survey, _known(roster.how, survey), tally)
    standing.settle()
    stager = Stager(standing, errand.on, roster.why_dropped, progress)
    stager.stage(roster.walk)
    tally.urgent += _may_be_restricted(stager.may_restrict)

    def place_of(row: int) -> tuple[str, int]:
        return survey.places[row].file, survey.places[row].line

    kept = Kept(
        tally,
        _whole(roster.how, survey),
        _reached(roster, survey, errand),
        place_of,
        _restricted,
        numbered_throughout=True,
    )
    return write(kept, errand)


def _restricted() -> list[Problem]:
    """Contacts whom the bundle says are restricted: a person asks whether there is an order."""
    said = restricted()
    have = "contact is" if said == 1 else "contacts are"
    says = f"{said} {have} said to be restricted. What is said is not kept: an order may exist, and a person asks"
    page = f"{says} (the page “May there be an order?”, {RESTRICTED_PAGE})."
    return [Problem("", 0, "", "contact_restricted", page)] if said else []


def _may_be_restricted(places: list[tuple[str, int]]) -> list[Problem]:
    """Rows whose values do not stand under their columns: who of them is restricted is asked of the sender."""
    if not places:
        return []
    named = "; ".join(f"{file}, line {line}" for file, line in places[:SHOWN_IN_WORDS])
    more = f"; and {len(places) - SHOWN_IN_WORDS} more" if len(places) > SHOWN_IN_WORDS else ""
    says = (
        "A row with a value too many or too few may say that a contact is restricted: which one, towards whom, "
        f"is not known, and nobody is asked about it. Look at the file, and have it mended: {named}{more}."
    )
    return [Problem(places[0][0], places[0][1], "", "may_be_restricted", says)]


def _known(how: Map, survey: Survey) -> Known:
    ids = {
        entry: {it for table in tables for it in source_ids(table)}
        for entry, tables in TABLES.items()
        if not is_whole(how, survey, entry)
    }
    return Known(ids, holders("people_student", "ssid"), school_codes())


def _whole(how: Map, survey: Survey) -> Whole:
    """Whole lists are whole only where the bundle brings any of the kind; and lists of places, where it lacks none.

    A person in a record set aside is named all the same, and not absent, unless it cannot be told who they are: then
    nobody is. A place in one is not named: it would be over; and it may be this year's, so that nobody leaves by the
    last day of another.
    """
    brought = {it.entry for source in how.sources.values() for it in source.entries if source.name in survey.sources}
    lacking = {it.entry for name in survey.lacking if name in how.sources for it in how.sources[name].entries}
    whole = brought & how.whole - lacking

    def all_named(entry: Entry) -> bool:
        return is_whole(how, survey, entry) and entry not in survey.unnamed

    seats = {Entry.SECTION_STUDENT, Entry.SECTION_TEACHER} & brought
    return Whole(
        students=all_named(Entry.STUDENT),
        employees=all_named(Entry.EMPLOYEE),
        contacts=all_named(Entry.CONTACT),
        places=Entry.ENROLMENT in whole,
        assignments=Entry.ASSIGNMENT in whole,
        sections=seats <= whole if seats else None,
        dated=True,
        all_dated=Entry.ENROLMENT not in lacking,
    )


def _reached(roster: Roster, survey: Survey, errand: Errand) -> Iterator[tuple[int, tuple[str, ...]]]:
    """How each person is reached, by the one record that says it, under the row of the person's own."""
    sources = {
        source.name
        for source in roster.how.sources.values()
        if any(name in it.takes for it in source.entries for name in REACHED)
    }
    for row, said in enumerate(roster.walk(), start=1):
        if said.source not in sources or row in survey.aside:
            continue
        for it in judged(said, roster.how.sources[said.source], roster.how, errand.on):
            who = Entry.STUDENT if it.entry is Entry.ABOUT_STUDENT else it.entry
            name = it.text("student" if it.entry is Entry.ABOUT_STUDENT else "id")
            if who not in (Entry.STUDENT, Entry.CONTACT):
                continue
            speaks = survey.reached.get((who, name))
            first = survey.ids.get(who, {}).get(name)
            if first and speaks == row:
                yield first.row, tuple(it.text(field) for field in REACHED)
            elif first and first.row == row and speaks is None and _says_how(it):
                yield row, ("", "", "")


def _says_how(it: Judged) -> bool:
    """Whether the sender has columns for it at all: a blank one takes back what an earlier bundle said."""
    return any(it.facts.get(name) is not None for name in REACHED)
