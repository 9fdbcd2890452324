"""What one row of a list of orders says: of which child, whom it binds, and to what; or what is wrong with it.

Whom it binds is a contact of the child where the row names one and no other: by their id, or by exactly their name.
Nobody is guessed: where two have the name, or nobody quite, the order is on somebody of that name, and a person says
who (docs/decisions/0075).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fileroom.collection import gate
from fileroom.collection.imports import whose
from fileroom.collection.imports.faults import Fault, shown
from fileroom.collection.imports.kept_out import refused
from fileroom.collection.imports.values import day
from fileroom.collection.imports.whose import Students
from fileroom.law.facts import Order
from fileroom.people.models import Contact, Relationship
from fileroom.people.models.orders import BINDING
from fileroom.people.names import SUFFIXES, may_be_one_name, person_name, words_of

COLUMNS = whose.COLUMNS | {
    "contact": ("contact_id", "contact id", "restrained_id"),
    "name": ("restrained", "restrained_name", "restrained name"),
    "relation": ("relationship", "relation"),
    "terms": ("terms", "term", "order"),
    "court": ("court",),
    "case": ("case_number", "case number", "case"),
    "from": ("from", "from_on", "issued_on", "issued on"),
    "to": ("to", "to_on", "until"),
    "paper": ("paper", "paper_in_hand", "paper in hand"),
    "protects": ("protects", "protected", "protected_id", "whom_it_protects"),
}
# What a list may call what an order says. Who may not have an address, or be in touch, may not be told where the child
# is found: the law's stay-away.
TERMS: Mapping[str, Order] = {
    "records": Order.RECORDS_ORDER_6323_5,
    "stay_away": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "address": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "contact": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "no_contact": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "peaceful_contact": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "supervised_contact": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "something_else": Order.STAY_AWAY_NO_RECORDS_CLAUSE,
    "rights_ended": Order.RIGHTS_TERMINATED,
    "education_rights": Order.EDUCATION_RIGHTS_LIMITED,
    "sole_custody": Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT,
    "custody": Order.CUSTODY_ORDER_SILENT,
}
RELATIONS = {it.value: it.value for it in Relationship.Kind} | dict.fromkeys(("mother", "father"), "parent")
ANSWERS = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
NO_DAY = "This is no day. Write it like 2026-10-19."
LONGEST = 200


@dataclass(frozen=True)
class Whom:
    """Whom an order binds: one contact of the child (`contact`), or somebody of this name; neither: it binds nobody."""

    contact: UUID | None
    given: str = ""
    family: str = ""

    @property
    def key(self) -> str:
        """Of two rows, whether they mean the same person."""
        return str(self.contact or " ".join(sorted(words_of(f"{self.given} {self.family}"))))


@dataclass(frozen=True)
class Said:
    """One row. `court` and `case` lie sealed with the child's file once the row is taken, and stand in no table.
    `protects`: the contact whom it protects besides the child; None: the list does not say, or not whom (`unsaid`)."""

    child: UUID
    kinds: tuple[Order, ...]
    whom: Whom
    court: str
    case: str
    from_on: date
    to_on: date | None
    paper: bool
    protects: UUID | None = None
    unsaid: bool = False


def read(row: Mapping[str, str], students: Students, people: People, *, on: date) -> Said | Fault:
    """One row of a list, on this day."""
    child = students.find(row.get("student", ""), row.get("ssid", ""))
    if isinstance(child, Fault):
        return child
    for column in ("name", "court", "case", "protects"):
        if found := gate.findings({column: row.get(column, "")}):
            return refused(column, found[0])
        if len(row.get(column, "")) > LONGEST:
            return Fault(column, "too_long", f"At most {LONGEST} characters.")
    kinds = _kinds(row["terms"])
    if isinstance(kinds, Fault):
        return kinds
    paper = ANSWERS.get(row["paper"].casefold())
    if paper is None:
        return Fault("paper", "bad_enum", "Say whether its paper lies with the district: yes or no.")
    days = _days(row, on)
    if isinstance(days, Fault):
        return days
    whom = people.named(child, row)
    if isinstance(whom, Fault):
        return whom
    if not (whom.contact or whom.family) and any(kind.value in BINDING for kind in kinds):
        return Fault("restrained", "empty_required", "Say whom it binds: their name, or their contact id.")
    protects = people.protected(child, row, whom)
    unsaid = protects is None and bool(row.get("protects"))
    return Said(child, kinds, whom, row.get("court", ""), row.get("case", ""), *days, paper, protects, unsaid)


def _kinds(said: str) -> tuple[Order, ...] | Fault:
    """What the order says, each once; several are parted by a semicolon."""
    words = [it.strip().casefold().replace(" ", "_").replace("-", "_") for it in said.split(";") if it.strip()]
    if not words or any(it not in TERMS for it in words):
        return Fault("terms", "bad_enum", f"Say what the order says, parted by semicolons: {', '.join(TERMS)}.")
    return tuple(dict.fromkeys(TERMS[it] for it in words))


def _days(row: Mapping[str, str], on: date) -> tuple[date, date | None] | Fault:
    """From when, and until when. A list that lacks the first means an order that holds today."""
    from_on = day(row["from"]) if row.get("from") else on
    to_on = day(row["to"]) if row.get("to") else None
    if from_on is None or from_on > on:
        return Fault("from", "impossible_date", f"{NO_DAY} What the court has not made yet is not on file.")
    if row.get("to") and (to_on is None or to_on < from_on):
        return Fault("to", "impossible_date", f"{NO_DAY} It does not lie before the order’s first day.")
    return from_on, to_on


class People:
    """The contacts on the files of these children: by their ids, and by name."""

    def __init__(self, children: Collection[UUID]) -> None:
        ties = Relationship.objects.filter(student__in=list(children)).exclude(standing="refuted")
        self.on_file: dict[UUID, list[tuple[Contact, str]]] = {}
        for tie in ties.select_related("contact"):
            self.on_file.setdefault(tie.student_id, []).append((tie.contact, tie.kind))

    def named(self, child: UUID, row: Mapping[str, str]) -> Whom | Fault:
        """Whom a row names. A contact id that is nobody's on the child's file is a fault: the row names nobody."""
        on_file, id_, name = self.on_file.get(child, []), row.get("contact", ""), row.get("name", "")
        if id_:
            found = next((it for it, _ in on_file if id_ in (str(it.id), it.source_id)), None)
            return Whom(found.id) if found else Fault("contact_id", "dangling_id", self._nobody(shown(id_)))
        if not name:
            return Whom(None)
        alike = [(it, kind) for it, kind in on_file if may_be_one_name(name, person_name(it))]
        relation = RELATIONS.get(row.get("relation", "").casefold().replace(" ", "_"))
        if relation and any(kind == relation for _, kind in alike):
            alike = [(it, kind) for it, kind in alike if kind == relation]
        exactly = sorted(words_of(name))
        if len(alike) == 1 and sorted(words_of(person_name(alike[0][0]))) == exactly:
            return Whom(alike[0][0].id)
        given, family = _parted(name)
        if not words_of(given) or not words_of(family):
            return Fault("restrained", "no_name", "Write the first and the last name, as “Torres, Victor”.")
        return Whom(None, given, family)

    def protected(self, child: UUID, row: Mapping[str, str], whom: Whom) -> UUID | None:
        """Whom a row says that it protects: one contact of the child, by their id or by exactly their name, and never
        whom it binds. Else nobody: what the order takes is not spared by a guess, and the row is taken all the same."""
        said = row.get("protects", "")
        exactly = sorted(words_of(said))
        found = {
            it.id
            for it, _ in self.on_file.get(child, [])
            if said
            and (said in (str(it.id), it.source_id) or (exactly and sorted(words_of(person_name(it))) == exactly))
        }
        of_that_name = whom.family and sorted(words_of(f"{whom.given} {whom.family}")) == exactly
        return None if len(found) != 1 or whom.contact in found or of_that_name else found.pop()

    @staticmethod
    def _nobody(id_: str) -> str:
        return f"Nobody on this child’s file has the contact id {id_}. Give the name, or file the order at the counter."


def _parted(name: str) -> tuple[str, str]:
    """Given and family name of “Torres, Victor” and of “Victor Torres”; “Jr.” stays with the family's name."""
    family, _, given = name.partition(",")
    if words_of(given) and not _is_suffix(given):
        return given.strip(), family.strip()
    words = name.replace(",", " ").split()
    last = next((at for at in reversed(range(len(words))) if not _is_suffix(words[at])), 0)
    return " ".join(words[:last]), " ".join(words[last:])


def _is_suffix(word: str) -> bool:
    """Whether it tells a child from a parent of the same name, and is nobody's family name."""
    return word.strip(" .,").casefold() in SUFFIXES
