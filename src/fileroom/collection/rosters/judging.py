"""What one record says, fact by fact, or its first fault. A fault names the column, and nothing of the value."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fileroom.collection.imports.faults import Fault
from fileroom.collection.imports.kept_out import refused_number
from fileroom.collection.imports.values import CONTROL, LONGEST_EMAIL, LONGEST_VALUE, day, is_cds_code
from fileroom.collection.rosters import words
from fileroom.collection.rosters.entries import SPELLS, Entry, Field, Kind
from fileroom.collection.rosters.maps import EntryMap, Map, Source, Take
from fileroom.collection.rosters.said import Said
from fileroom.people.names import hashed_key

Fact = str | date | bool | None
# A place in a section is kept under the ids of both: together, and with the word before one, they must fit in 255.
LONGEST_ID = 120
LENGTH_OF_SLOT = 16
Slots = Mapping[Take, str]
SSID = re.compile(r"\d{10}", re.ASCII)
NINE_DIGITS = re.compile(r"\d{3}[- ]?\d{2}[- ]?\d{4}", re.ASCII)
SAYS_NO = frozenset({"", "0", "f", "false", "n", "no", "none"})


class Unfit(Exception):
    """A value, or a record, that cannot be taken, with its fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.says)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Judged:
    """One entry: its facts by name. A fact is None where the sender has no such column: it says nothing."""

    entry: Entry
    facts: dict[str, Fact]
    columns: dict[str, str]

    def text(self, name: str) -> str:
        """A fact that is text, blank where nothing is said."""
        value = self.facts.get(name)
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """A fact that is a day."""
        value = self.facts.get(name)
        return value if isinstance(value, date) else None


def judged(said: Said, source: Source, how: Map, on: date) -> list[Judged]:
    """The entries of one record, the first of which must be there. Raises Unfit."""
    values: dict[str, str] = {}
    for column, value in said.pairs:
        if not values.get(column):
            values[column] = value
    slots = _slots(source, values)
    found: list[Judged] = []
    absent: set[tuple[Entry, Fact]] = set()
    for number, it in enumerate(source.entries):
        if it.only and values.get(it.only[0], "").casefold() not in it.only[1]:
            continue
        entry = _entry(it, values, slots, how, on)
        if number and not (_is_there(it, entry) and not _points_to_any(it, entry, absent)):
            absent.add((it.entry, entry.facts.get("id")))
            continue
        _complete(it, entry)
        found.append(entry)
    if not found:
        raise Unfit(Fault("", "nothing_taken", "The record says nothing of what is taken here."))
    return found


def restrictions(said: Said, source: Source) -> Iterator[Judged]:
    """Of a record that is not taken, whatever its fault: whom it says is restricted towards which student."""
    values = {column: value for column, value in reversed(said.sure) if value}
    slots = _slots(source, values)
    for it in source.entries:
        if it.entry is not Entry.RELATIONSHIP or "restricted" not in it.takes:
            continue
        facts: dict[str, Fact] = {}
        for name, field, take in it.fields():
            if field.kind in (Kind.FLAG, Kind.ID):
                _, value = _said(take, values, slots)
                facts[name] = _is_yes(value or "") if field.kind is Kind.FLAG else value
        if facts.get("restricted") and facts.get("student") and facts.get("contact"):
            yield Judged(it.entry, facts, {})


def may_restrict(said: Said, source: Source) -> bool:
    """Whether a record with a value too many or too few may say that somebody is restricted: of whom is not known, nor
    which of its values would say so."""
    return said.fault is not None and any("restricted" in it.takes for it in source.entries)


def _slots(source: Source, values: dict[str, str]) -> Slots:
    """Who stands in each slot of the record for a contact without an id of their own: another name is another person.

    Else the next file, with the other parent in the slot, would give that one all that is the first one's here.
    """
    found = {}
    for it in source.entries:
        take = it.takes.get("id")
        if it.entry is Entry.CONTACT and take and take.also:
            names = (_said(it.takes[name], values, {})[1] or "" for name in ("given", "family") if name in it.takes)
            found[take] = hashlib.sha256(hashed_key(*names).encode()).hexdigest()[:LENGTH_OF_SLOT]
    return found


def _entry(it: EntryMap, values: dict[str, str], slots: Slots, how: Map, on: date) -> Judged:
    facts: dict[str, Fact] = {}
    columns: dict[str, str] = {}
    for name, field, take in it.fields():
        column, value = _said(take, values, slots)
        columns[name] = column
        if value is None:
            facts[name] = "" if how.silence_is_blank and field.kind is Kind.NAME else None
        else:
            facts[name] = _read(field, column, value, how, on)
            if name == "born_on" and isinstance(facts[name], date):
                _not_to_come(facts[name], column, on)
    for begins, ends in SPELLS:
        first, last = facts.get(begins), facts.get(ends)
        if isinstance(first, date) and isinstance(last, date) and last < first:
            raise Unfit(Fault(columns[ends], "impossible_date", f"The day is before that of {columns[begins]}."))
    return Judged(it.entry, facts, columns)


def _said(take: Take, values: dict[str, str], slots: Slots) -> tuple[str, str | None]:
    """The column that says it, and what; None where the sender has none of the columns."""
    if take.always:
        return "", take.always
    there = [column for column in take.columns if column in values]
    column = next((column for column in there if values[column]), there[0] if there else take.columns[0])
    value = values.get(column)
    if not value or not take.also:
        return column, value
    return column, "/".join(filter(None, (value, take.also, slots.get(take))))


def _read(field: Field, column: str, value: str, how: Map, on: date) -> Fact:
    if CONTROL.search(value) and field.kind is not Kind.FLAG:
        says = "A line end or other control character stands inside the value."
        raise Unfit(Fault(column, "control_character", says))
    return READERS[field.kind](value, column, how)


def _text(value: str, column: str, how: Map) -> Fact:
    if len(value) > LONGEST_VALUE:
        raise Unfit(_too_long(column, len(value), LONGEST_VALUE))
    return value


def _id(value: str, column: str, how: Map) -> Fact:
    if len(value) > LONGEST_ID:
        raise Unfit(_too_long(column, len(value), LONGEST_ID))
    return value


def _email(value: str, column: str, how: Map) -> Fact:
    if len(value) > LONGEST_EMAIL:
        raise Unfit(_too_long(column, len(value), LONGEST_EMAIL))
    return value


def _too_long(column: str, length: int, most: int) -> Fault:
    return Fault(column, "too_long", f"The value has {length} characters; {most} is the most.")


def _day(value: str, column: str, how: Map) -> Fact:
    if not value:
        return None
    found = day(value, how.days)
    if found is None:
        raise Unfit(Fault(column, "impossible_date", f"What stands there is no day (wanted: {how.days}, after 1900)."))
    return found


def _not_to_come(born_on: Fact, column: str, on: date) -> None:
    if isinstance(born_on, date) and born_on > on:
        raise Unfit(Fault(column, "impossible_date", "The day of birth has not come yet."))


def _grade(value: str, column: str, how: Map) -> Fact:
    if not value:
        return None
    found = words.grade(value)
    if found is None:
        # The value is not repeated: whoever mixes up columns may have put any number here.
        raise Unfit(Fault(column, "not_a_grade", "This is no grade that is known here: 9, 09, KG, Fifth grade."))
    return found


def _ssid(value: str, column: str, how: Map) -> Fact:
    if not value:
        return None
    if NINE_DIGITS.fullmatch(value):
        raise Unfit(refused_number(column))
    if not SSID.fullmatch(value):
        raise Unfit(Fault(column, "not_an_ssid", "A statewide student identifier has ten digits."))
    return value


def _role(value: str, column: str, how: Map) -> Fact:
    found = words.role(value)
    if found is None and value:
        says = "Fileroom keeps no such role; what it allows is given by a person."
        raise Unfit(Fault(column, "role_without_place", says))
    return found or ""


def _cds_code(value: str, column: str, how: Map) -> Fact:
    plain = value.replace("-", "").replace(" ", "")
    return plain if is_cds_code(plain) else None


def _is_yes(value: str) -> bool:
    return value.casefold() not in SAYS_NO


READERS: dict[Kind, Callable[[str, str, Map], Fact]] = {
    Kind.CDS_CODE: _cds_code,
    Kind.DAY: _day,
    Kind.EMAIL: _email,
    Kind.FLAG: lambda value, column, how: _is_yes(value),
    Kind.GRADE: _grade,
    Kind.ID: _id,
    Kind.NAME: _text,
    Kind.REACHED: _text,
    Kind.RELATION: lambda value, column, how: words.relation(value),
    Kind.ROLE: _role,
    Kind.SSID: _ssid,
    Kind.TEXT: _text,
}


def _is_there(it: EntryMap, entry: Judged) -> bool:
    """Whether a further entry of a record is there at all: its ids are, and something of what it needs."""
    needed = [(field.kind is Kind.ID, entry.facts.get(name)) for name, field, _ in it.fields() if field.required]
    said = [value for is_id, value in needed if not is_id]
    return all(value for is_id, value in needed if is_id) and (not said or any(said))


def _points_to_any(it: EntryMap, entry: Judged, absent: set[tuple[Entry, Fact]]) -> bool:
    return any((field.points_to, entry.facts.get(name)) in absent for name, field, _ in it.fields() if field.points_to)


def _complete(it: EntryMap, entry: Judged) -> None:
    for name, field, _ in it.fields():
        if field.required and not entry.facts.get(name):
            raise Unfit(Fault(entry.columns[name], "empty_required", "The value is required and is not there."))
